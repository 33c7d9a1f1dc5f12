"""Rows of a list in one card: a name, a second line, and a control at the right. All of a row is the target."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPalette, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QVBoxLayout, QWidget

from coach.ui.kit.card import Card
from coach.ui.kit.label import heading, label

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent, QPaintEvent

    from coach.ui.kit.label import Heading
    from coach.ui.kit.theme import Theme

HEIGHT, SIDE = 64, 24
"""Least height of a row, in px at 100 %, and room at its sides, in px."""


class ListRow(QWidget):
    """A row; a click beside the control presses it where it is a button, and gives it the focus where it is not."""

    def __init__(self, theme: Theme, name: str, second_line: str = "", control: QWidget | None = None) -> None:
        super().__init__()
        self.control = control
        self.name = label(theme, name, size=16, weight=600)
        theme.give(self, least_height=HEIGHT)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addStretch()
        words.addWidget(self.name)
        if second_line:
            words.addWidget(label(theme, second_line, size=14, muted=True))
        words.addStretch()
        row = QHBoxLayout(self)
        inset: int = getattr(control, "inset", 0)
        row.setContentsMargins(SIDE, 4, SIDE - inset, 4)
        row.setSpacing(16)
        row.addLayout(words, 1)
        if control is not None:
            self.name.setBuddy(control)
            if not control.accessibleName():
                control.setAccessibleName(name)
            control.setAccessibleDescription(second_line)
            row.addWidget(control, 0, Qt.AlignmentFlag.AlignVCenter)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Press the control, or give it the focus."""
        if event.button() != Qt.MouseButton.LeftButton or not self.rect().contains(event.position().toPoint()):
            return
        if isinstance(self.control, QAbstractButton):
            self.control.click()
        elif self.control is not None:
            self.control.setFocus(Qt.FocusReason.MouseFocusReason)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the press, so that its end arrives here."""
        event.accept()


class RowCard(Card):
    """A card of rows, with a line between each two."""

    def __init__(self, theme: Theme, *rows: QWidget) -> None:
        super().__init__(theme, raised=True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(1)
        self.rows: list[QWidget] = []
        for row in rows:
            self.add(row)

    def add(self, row: QWidget) -> None:
        """Add a row at the end."""
        self.rows.append(row)
        self._column.addWidget(row)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the card, and the lines between its rows."""
        super().paintEvent(event)
        t = self._theme.tokens
        painter = QPainter(self)
        painter.setPen(QPen(t.line, t.border_px))
        for row in [each for each in self.rows if each.isVisibleTo(self)][1:]:
            above = row.y() - 0.5
            painter.drawLine(QPointF(0, above), QPointF(self.width(), above))


def section_header(theme: Theme, text: str) -> Heading:
    """Return the quiet heading above a card."""
    made = heading(theme, text, size=15, weight=600)
    made.setForegroundRole(QPalette.ColorRole.PlaceholderText)
    return made
