"""Buttons side by side, in as many rows as the width needs, so that none leaves the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from coach.ui.kit.line_list import Outdented
from coach.ui.kit.painting import RIM
from coach.ui.kit.reading import along

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent, QShowEvent

    from coach.ui.kit.key_button import KeyButton

SPACING = 4
_CHANGES = {QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.ShowToParent, QEvent.Type.HideToParent}


class ButtonRows(QWidget):
    """Keeps the order of its buttons. The last one stands at the far edge where it fits beside the others.

    With `together` it stands beside the one before it.
    """

    def __init__(self, *buttons: KeyButton, margin: int = 0, together: bool = False) -> None:
        super().__init__()
        self._together = together
        self._buttons = buttons
        self._rows: list[list[KeyButton]] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(margin, margin // 2, margin, margin // 2)
        self._column.setSpacing(0)
        for button in buttons:
            button.setParent(self)
            button.installEventFilter(self)
        self._arrange()

    def set_margins(self, sides: int, above: int, below: int) -> None:
        """Leave that room at both sides, above and below, in px."""
        self._column.setContentsMargins(sides, above, sides, below)
        self._arrange()

    def set_least_height(self, height: int) -> None:
        """Make every button at least `height` px high."""
        for button in self._buttons:
            button.set_least_height(height)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrange the buttons again after one was shown or hidden."""
        if event.type() in _CHANGES:
            # In the next turn of the event loop: once for all buttons that come and go together.
            QTimer.singleShot(0, self, self._arrange)
        return super().eventFilter(watched, event)

    def showEvent(self, event: QShowEvent) -> None:
        """Arrange the buttons for the texts they have now."""
        super().showEvent(event)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange the buttons for the new width."""
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
                if button is self._buttons[-1] and not self._together:
                    line.addStretch()
                line.addWidget(button)
            if self._together or self._buttons[-1] not in buttons:
                line.addStretch()
            self._column.addLayout(line)

    def _fitting(self, room: int) -> list[list[KeyButton]]:
        rows: list[list[KeyButton]] = [[]]
        room_left = room
        for button in self._buttons:
            width = 0 if button.isHidden() else max(button.sizeHint().width(), button.minimumWidth()) + SPACING
            if width > room_left and rows[-1]:
                rows.append([])
                room_left = room
            rows[-1].append(button)
            room_left -= width
        return rows


def at_left(first: QWidget, *others: QWidget) -> QBoxLayout:
    """Return a row that begins, not with the room for the first button's ring, but with its body, where words begin."""
    row = Outdented(QBoxLayout.Direction.LeftToRight, along(getattr(first, "inset", RIM), 0, 0, 0))
    for button in (first, *others):
        row.addWidget(button)
    row.addStretch()
    return row


def to_right(*inside: QWidget) -> QBoxLayout:
    """Return a row that ends, not with the room for the last button's ring, but with its body, where cards end."""
    row = Outdented(QBoxLayout.Direction.LeftToRight, along(0, 0, RIM, 0))
    for widget in inside:
        row.addWidget(widget)
    return row
