"""A drop-down list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QApplication, QComboBox

from coach.ui.kit.painting import RIM
from coach.ui.kit.style import INSET, MARK
from coach.waves import later
from coach.words.catalogue import translated

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QWheelEvent

    from coach.ui.kit import menu_rows
    from coach.ui.kit.theme import Theme
    from coach.words.worded import Worded
else:
    menu_rows = later("coach.ui.kit.menu_rows")


LEAST = 44
"""The least height, in px."""


class DropDown(QComboBox):
    """A drop-down list that opens with Space, a click or the platform's keys.

    The wheel changes it only while it has the keyboard focus, else the page scrolls.
    """

    def __init__(self, theme: Theme, size: float = 16) -> None:
        super().__init__()
        self._theme = theme
        self._rows: menu_rows.MenuRows | None = None
        theme.dress(self, size)
        self.setMinimumHeight(LEAST)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # Qt's default lets the wheel take the focus

    inset = RIM
    """Distance of its edge from that of the widget, in px."""

    def offer(self, values: Iterable[Worded]) -> None:
        """Add these values, each with its words."""
        for value in values:
            self.addItem(translated(value.words), str(value))

    def follow_text(self) -> None:
        """Have Qt forget the least size: with other letters it measures the preferred one anew, and not that."""
        QApplication.sendEvent(self, QEvent(QEvent.Type.StyleChange))

    def sizeHint(self) -> QSize:
        """Return room for the longest entry and the arrow."""
        metrics, px = self.fontMetrics(), self._theme.px
        words = max((metrics.horizontalAdvance(self.itemText(place)) for place in range(self.count())), default=0)
        return QSize(words + px(INSET) + px(MARK) + 4 + 2 * RIM, max(LEAST, metrics.height() + px(16)) + 2 * RIM)

    def showPopup(self) -> None:  # noqa: N802 - Qt's
        """Open the list below the field, or above it where there is more room."""
        if self._rows is None:
            self._rows = menu_rows.MenuRows(self._theme, self)
            self.setItemDelegate(self._rows)
            menu_rows.MenuFrame(self._theme, self)
        super().showPopup()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Pass the wheel on to the page unless this list has the focus."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()
