"""Buttons side by side, in as many rows as the width asks for: none leaves the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMargins, QObject, QTimer
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from coach.ui.kit.key_button import RIM
from coach.ui.kit.line_list import Outdented

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent, QShowEvent

    from coach.ui.kit.key_button import KeyButton

SPACING = 4
_CHANGES = {QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.ShowToParent, QEvent.Type.HideToParent}


class ButtonRows(QWidget):
    """Keeps the order of its buttons. The last one stands at the right edge where it fits beside the others."""

    def __init__(self, *buttons: KeyButton, margin: int = 0) -> None:
        super().__init__()
        self._buttons = buttons
        self._rows: list[list[KeyButton]] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(margin, margin // 2, margin, margin // 2)
        self._column.setSpacing(0)
        for button in buttons:
            button.setParent(self)
            button.installEventFilter(self)
        self._arrange()

    def set_least_height(self, height: int) -> None:
        """Make every button at least so many px high."""
        for button in self._buttons:
            button.set_least_height(height)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow a button that comes or goes, once it has."""
        if event.type() in _CHANGES:
            QTimer.singleShot(0, self, self._arrange)
        return super().eventFilter(watched, event)

    def showEvent(self, event: QShowEvent) -> None:
        """Fit what the buttons say now."""
        super().showEvent(event)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose the rows that fit."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        margins = self._column.contentsMargins()
        room = max(1, self.width() - margins.left() - margins.right())
        for button in self._buttons:
            button.setMaximumWidth(room)
        rows = self._fitting(room)
        if rows == self._rows:
            return
        self._rows = rows
        while (item := self._column.takeAt(0)) is not None:
            if (row := item.layout()) is not None:
                while row.takeAt(0) is not None:
                    pass
                row.deleteLater()
        for buttons in rows:
            line = QHBoxLayout()
            line.setSpacing(SPACING)
            for button in buttons:
                if button is self._buttons[-1]:
                    line.addStretch()
                line.addWidget(button)
            if self._buttons[-1] not in buttons:
                line.addStretch()
            self._column.addLayout(line)

    def _fitting(self, room: int) -> list[list[KeyButton]]:
        rows: list[list[KeyButton]] = [[]]
        left = room
        for button in self._buttons:
            width = 0 if button.isHidden() else max(button.sizeHint().width(), button.minimumWidth()) + SPACING
            if width > left and rows[-1]:
                rows.append([])
                left = room
            rows[-1].append(button)
            left -= width
        return rows


def at_left(first: QWidget, *others: QWidget, beside: QWidget | None = None) -> QBoxLayout:
    """Return a row at the left edge in which the first button or box, not its ring, begins where words would begin.

    `beside` takes the room that the buttons leave.
    """
    inset: int = getattr(first, "inset", RIM)
    row = Outdented(QBoxLayout.Direction.LeftToRight, QMargins(inset, 0, 0, 0))
    for button in (first, *others):
        row.addWidget(button)
    if beside is None:
        row.addStretch()
    else:
        row.addWidget(beside, 1)
    return row


def to_right(*inside: QWidget) -> QBoxLayout:
    """Return a row in which the last button, not its ring, ends where a card would end."""
    row = Outdented(QBoxLayout.Direction.LeftToRight, QMargins(0, 0, RIM, 0))
    for widget in inside:
        row.addWidget(widget)
    return row
