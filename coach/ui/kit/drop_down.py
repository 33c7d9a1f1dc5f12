"""A drop-down list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QComboBox

from coach.ui.kit.style import INSET, MARK
from coach.words.catalogue import translated

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QWheelEvent

    from coach.ui.kit.theme import Theme
    from coach.words.worded import Worded


LEAST = 44
"""The least height, in px."""


class DropDown(QComboBox):
    """A drop-down list that opens with Space, a click or the platform's keys.

    The wheel changes it only while it has the keyboard focus, else the page scrolls.
    """

    def __init__(self, theme: Theme, size: float = 16) -> None:
        super().__init__()
        self._theme = theme
        self.setFont(theme.font(size))
        self.setMinimumHeight(LEAST)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # Qt's default lets the wheel take the focus

    def offer(self, values: Iterable[Worded]) -> None:
        """Add these values, each with its words."""
        for value in values:
            self.addItem(translated(value.words), str(value))

    def sizeHint(self) -> QSize:
        """Return room for the longest entry and the arrow."""
        metrics, px = self.fontMetrics(), self._theme.px
        words = max((metrics.horizontalAdvance(self.itemText(place)) for place in range(self.count())), default=0)
        return QSize(words + px(INSET) + px(MARK) + 4, max(LEAST, metrics.height() + px(16)))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Pass the wheel on to the page unless this list has the focus."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()
