"""What a page of the check begins with: how far one is, its title, a sentence, and the figure at rest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from coach.ui.check.room import SMALL
from coach.ui.kit.label import Heading, heading, label
from coach.words.catalogue import tr

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from coach.ui.check.room import Room
    from coach.ui.figure.still import Still
    from coach.ui.kit.theme import Theme

DOT, LONG, GAP = 10, 28, 8
"""Height of a dot, width of the present one, and room between two, in px at 100 %."""
STILL = QSize(232, 132)
"""Size of the figure, in px at 100 %."""
BESIDE = 1100
"""Width of a low page from which on the sentence stands beside the title, in px at 100 %."""


class _Dots(QWidget):
    """A dot for each question: the present one is long, those to come are pale."""

    def __init__(self, theme: Theme, number: int, count: int) -> None:
        super().__init__()
        self._theme, self._number, self._count = theme, number, count
        self.follow_text()

    def follow_text(self) -> None:
        """Take the room that all of them need."""
        px = self._theme.px
        self.setFixedSize(px(LONG) + (self._count - 1) * (px(DOT) + px(GAP)), px(DOT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        t, px = self._theme.tokens, self._theme.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left = 0.0
        for number in range(1, self._count + 1):
            wide = px(LONG) if number == self._number else px(DOT)
            painter.setPen(QPen(t.ink, 1) if t.is_high_contrast else Qt.PenStyle.NoPen)
            painter.setBrush(t.brand if number <= self._number else t.line)
            across = self.width() - left - wide if self.isRightToLeft() else left
            inset = 0.5 if t.is_high_contrast else 0
            body = QRectF(across, 0, wide, px(DOT)).adjusted(inset, inset, -inset, -inset)
            painter.drawRoundedRect(body, px(DOT) / 2, px(DOT) / 2)
            left += wide + px(GAP)


class HeadingRow(QWidget):
    """The words at the side where they begin, the figure at the other; it goes first when height is short."""

    def __init__(self, theme: Theme, title: str, lead: str, step: tuple[int, int], still: Still) -> None:
        """`step` is the number of this question and the number of all, (0, 0) for a page that is no step."""
        super().__init__()
        self._theme, self._still = theme, still
        self.heading: Heading = heading(theme, title, size=32)
        self._lead = label(theme, lead, size=18, muted=True)
        if not lead:
            self._lead.hide()
        self._words = QVBoxLayout()
        self._words.setSpacing(4)
        self._dots: _Dots | None = None
        if step[1]:
            self._words.addLayout(self._where(step))
        self._both = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        theme.give(self._both, spacing=4)
        self._both.addWidget(self.heading)
        self._both.addWidget(self._lead)
        self._words.addLayout(self._both)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(24)
        row.addLayout(self._words, 1)
        row.setAlignment(self._words, Qt.AlignmentFlag.AlignVCenter)
        theme.give(still, width=STILL.width(), height=STILL.height())
        row.addWidget(still)

    def _where(self, step: tuple[int, int]) -> QHBoxLayout:
        row = QHBoxLayout()
        self._theme.give(row, spacing=14)
        self._dots = _Dots(self._theme, *step)
        row.addWidget(self._dots)
        words = tr("Before you start · {number} of {count}", number=step[0], count=step[1])
        row.addWidget(label(self._theme, words, size=15, weight=600, muted=True), 1)
        return row

    def fit(self, room: Room) -> None:
        """Leave out the figure on a low page or a narrow one, and put the sentence beside the title on a wide one."""
        self._still.setVisible(self._still.is_known and not room.is_low and not room.is_narrow)
        if self._dots is not None:
            self._dots.setVisible(not room.is_tiny)
        beside = room.is_low and room.width >= (BESIDE if self._dots is not None else SMALL)
        directions = QBoxLayout.Direction
        self._both.setDirection(directions.LeftToRight if beside else directions.TopToBottom)
        self._both.setStretchFactor(self._lead, 1 if beside else 0)
        self._theme.give(self._both, spacing=18 if beside else 4)
        self._lead.setContentsMargins(0, self._theme.px(8) if beside else 0, 0, 0)
        self.heading.setWordWrap(not beside)
        self._theme.dress(self.heading, 26 if room.is_tiny else 32, 700)
