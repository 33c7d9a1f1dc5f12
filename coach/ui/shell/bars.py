"""The bars below the pages, of which one shows, or none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from coach.ui.kit.card import ground

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from coach.ui.kit.theme import Theme


class Bars(QWidget):
    """The bars of the pages, of which one shows, or none and no ground either.

    Not a QStackedWidget: in one, a bar that something else shows lies over the right one.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.hide()

    def add(self, bar: QWidget) -> None:
        """Take a bar, which shows when it is asked for."""
        bar.hide()
        self._column.addWidget(bar)

    def show_bar(self, bar: QWidget | None) -> None:
        """Show this bar alone, or none."""
        for place in range(self._column.count()):
            item = self._column.itemAt(place)
            if item is not None and (other := item.widget()) is not None:
                other.setVisible(other is bar)
        self.setVisible(bar is not None)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground and the line above."""
        t = self._theme.tokens
        painter = QPainter(self)
        ground(painter, self.rect(), t.surface)
        ground(painter, QRect(0, 0, self.width(), t.border_px), t.line)
