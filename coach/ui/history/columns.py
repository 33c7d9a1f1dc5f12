"""Two columns of cards side by side where there is room, else one below the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from coach.ui.kit.given import UNBOUND

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from coach.ui.kit.theme import Theme

FIRST, SHARE = 384, 0.42
"""Width of the first column, in px at 100 %, and its most as a share of the whole."""
TWO_FROM = 760
"""Width from which there are two, in px at 100 %."""
GAP = 18
"""Room between two cards, in px."""


class Columns(QWidget):
    """The last card of each column takes the height that is left."""

    def __init__(self, theme: Theme, first: Sequence[QWidget], second: Sequence[QWidget]) -> None:
        super().__init__()
        self._theme = theme
        self._two = False
        self._first, self._second = _column(first), _column(second)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(GAP)
        self._grid.addWidget(self._first, 0, 0)
        self._grid.addWidget(self._second, 1, 0)

    def minimumSizeHint(self) -> QSize:
        """Return the width of the wider column: it can always be one below the other."""
        least = max(self._least(self._first), self._least(self._second))
        return QSize(least, super().minimumSizeHint().height())

    def _least(self, column: QWidget) -> int:
        layout = column.layout()
        return 0 if layout is None else layout.minimumSize().width()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose for the width."""
        super().resizeEvent(event)
        width = event.size().width()
        two = width >= self._theme.px(TWO_FROM)
        first = max(self._least(self._first), min(self._theme.px(FIRST), round(width * SHARE)))
        self._first.setMinimumWidth(first if two else 0)
        self._first.setMaximumWidth(first if two else UNBOUND)
        if two != self._two:
            self._two = two
            self._grid.addWidget(self._second, *((0, 1) if two else (1, 0)))
            self._grid.setColumnStretch(1, int(two))
            self._grid.setRowStretch(0, int(two))


def _column(cards: Sequence[QWidget]) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(GAP)
    for card in cards:
        column.addWidget(card, int(card is cards[-1]))
    return holder
