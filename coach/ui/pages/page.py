"""What all pages share: a ground, and a column that scrolls when the window is too small for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from coach.ui.theme import Theme

WIDEST = 900
SCROLLING = {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageDown}
"""Keys that scroll a page which has the focus itself. Page up starts and pauses."""


def scrolling_column(page: QWidget, theme: Theme, name: str) -> QVBoxLayout:
    """Give the page a column of at most 900 px at 100 % that scrolls up and down, and return it.

    The scroll area takes the focus so that arrow keys can scroll it; `name` tells a screen reader what it is.
    """
    inner = QWidget()
    column = QVBoxLayout(inner)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(12)
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(32, 24, 32, 24)
    inner.setMaximumWidth(theme.px(WIDEST))
    row.addWidget(inner)
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setAccessibleName(name)
    area.setWidget(holder)
    holder.setAutoFillBackground(False)
    outer = QVBoxLayout(page)
    outer.setContentsMargins(0, 0, 0, 0)
    outer.addWidget(area)
    return column


def scroll_by_key(page: QWidget, event: QKeyEvent) -> None:
    """Scroll the column of a page by one of the keys that scroll."""
    for area in page.findChildren(QScrollArea):
        QApplication.sendEvent(area, event)
