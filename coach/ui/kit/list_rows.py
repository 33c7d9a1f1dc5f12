"""Rows of a list in one card: a name, a second line, and a control at the right. All of a row is the target."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPalette, QPen
from PySide6.QtWidgets import QAbstractButton, QBoxLayout, QLabel, QVBoxLayout, QWidget

from coach.ui.kit.card import Card
from coach.ui.kit.label import heading, hint, label
from coach.ui.kit.reading import along

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent, QPaintEvent, QResizeEvent

    from coach.ui.kit.label import Heading
    from coach.ui.kit.theme import Theme

HEIGHT, SIDE, BETWEEN = 64, 24, 16
"""Least height of a row, in px at 100 %; room at its sides, and between words and control, in px."""
ABOVE = 6
"""Room above and below the words, in px."""
LEAST_WORDS = 150
"""Room that words need beside a control, in px at 100 %, where they are not shorter anyway."""


class ListRow(QWidget):
    """A row; a click beside the control presses it where it is a button, and gives it the focus where it is not.

    Where room is short the control stands below the words.
    """

    def __init__(self, theme: Theme, name: str, second_line: str = "", control: QWidget | None = None) -> None:
        super().__init__()
        self._theme, self.control = theme, control
        self.name = label(theme, name, size=16, weight=600)
        says_itself = control is None or isinstance(control, QLabel)
        self.second_line: QLabel = (
            label(theme, second_line, 14, muted=True) if says_itself else hint(theme, second_line)
        )
        theme.give(self, least_height=HEIGHT)
        self._words = QVBoxLayout()
        self._words.setSpacing(2)
        self._words.addStretch()
        self._words.addWidget(self.name)
        self._words.addWidget(self.second_line)
        if not second_line:
            self.second_line.hide()
        self._words.addStretch()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.addLayout(self._words, 1)
        if control is not None:
            if not isinstance(control, QLabel):  # words say themselves; a name would hide them
                self.name.setBuddy(control)
                if not control.accessibleName():
                    control.setAccessibleName(name)
                control.setAccessibleDescription(second_line)
            self._row.addWidget(control, 0, Qt.AlignmentFlag.AlignVCenter)
        self._arrange(below=False)

    # Where the control stands

    @property
    def _wanted(self) -> int:
        """The width that the control would like, in px."""
        return 0 if self.control is None else max(self.control.sizeHint().width(), self.control.minimumWidth())

    def _has_to_break(self, width: int) -> bool:
        """Tell whether beside the control, as wide as it would like, there is no room for the words."""
        if self.control is None:
            return False
        words = self.name.fontMetrics().horizontalAdvance(self.name.text())
        if self.second_line.text():
            words = max(words, self.second_line.fontMetrics().horizontalAdvance(self.second_line.text()))
        room = width - 2 * SIDE - BETWEEN - self._wanted
        return room < min(words, self._theme.px(LEAST_WORDS))

    def _arrange(self, *, below: bool) -> None:
        inset: int = getattr(self.control, "inset", 0)
        way = QBoxLayout.Direction.TopToBottom if below else QBoxLayout.Direction.LeftToRight
        self._row.setDirection(way)
        self._row.setSpacing(0 if below else BETWEEN)
        self._row.setContentsMargins(along(SIDE - (inset if below else 0), 4, SIDE - inset, 12 - inset if below else 4))
        # Below each other words and control begin at one line, with the room for the ring of the control before it.
        self._words.setContentsMargins(inset if below else 0, ABOVE, inset if below else 0, ABOVE)
        if self.control is not None:
            begin = Qt.AlignmentFlag.AlignLeft if self._wanted < self.width() - 2 * SIDE else Qt.AlignmentFlag(0)
            self._row.setAlignment(self.control, begin if below else Qt.AlignmentFlag.AlignVCenter)

    def minimumSizeHint(self) -> QSize:
        """Return the least width: that of the words, or of the control below them."""
        least = super().minimumSizeHint()
        if self.control is None:
            return least
        control = max(self.control.minimumSizeHint().width(), self.control.minimumWidth())
        return QSize(max(control, self._words.minimumSize().width()) + 2 * SIDE, least.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the control beside the words or below them."""
        super().resizeEvent(event)
        self._arrange(below=self._has_to_break(self.width()))

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
