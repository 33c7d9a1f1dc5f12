"""Which side and which round: two chips and a row of pips."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from coach.ui import wording
from coach.ui.widgets.label import label

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from coach.core.events import Snapshot
    from coach.core.timeline import Side
    from coach.ui.theme import Theme


FEW = 5
"""So many rounds get wide pills."""


class _Chip(QLabel):
    """One side; the current one is filled and its word in capitals."""

    def __init__(self, theme: Theme, side: Side) -> None:
        super().__init__()
        self._theme = theme
        self._side: Side = side
        self._current = False
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setFont(theme.font(18, 700))
        self.setMargin(0)
        self.show_current(current=False)

    def show_current(self, *, current: bool) -> None:
        """Show whether this is the side to do."""
        self._current = current
        word = wording.side_word(self._side)
        self.setText(self.tr("{side} side").format(side=word.upper()) if current else word)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Return room for the word and the pill round it."""
        text = self.fontMetrics().size(0, self.text())
        return QSize(text.width() + 38, max(44, text.height() + 18))

    minimumSizeHint = sizeHint

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the pill and the word."""
        t = self._theme.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inset = t.border_px / 2
        painter.setPen(QPen(t.brand if self._current else t.line, t.border_px))
        painter.setBrush(t.brand if self._current else t.paper)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), 12, 12)
        painter.setPen(t.on_brand if self._current else t.muted)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())


class _Pips(QWidget):
    """One pill for each round, filled as far as its sides are done."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._rounds = 0
        self._done = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_rounds(self, rounds: int, done: float) -> None:
        """Show so many rounds, `done` of them (with halves) over or under way."""
        if (rounds, done) != (self._rounds, self._done):
            self._rounds, self._done = rounds, done
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        """Return the room for the pills."""
        return QSize(max(0, self._rounds * self._step() - 10), 12)

    minimumSizeHint = sizeHint

    def _step(self) -> int:
        return 36 if self._rounds <= FEW else 20

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the pills."""
        t = self._theme.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        width = self._step() - 10
        for number in range(self._rounds):
            pill = QRectF(number * self._step(), 1, width, 10)
            painter.setBrush(t.line)
            painter.drawRoundedRect(pill, 5, 5)
            share = min(1.0, max(0.0, self._done - number))
            if share:
                painter.save()
                painter.setClipRect(QRectF(pill.left(), 0, width * share, 12))
                painter.setBrush(t.brand)
                painter.drawRoundedRect(pill, 5, 5)
                painter.restore()


class PlacePanel(QWidget):
    """Side chips above round pips; what does not apply is not there."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        # The person's own left is on the left.
        self._chips: dict[Side, _Chip] = {"left": _Chip(theme, "left"), "right": _Chip(theme, "right")}
        self._pips = _Pips(theme)
        self._round = label(theme, size=15, muted=True, wrap=False)
        chips = QHBoxLayout()
        chips.addStretch()
        for chip in self._chips.values():
            chips.addWidget(chip)
        chips.addStretch()
        chips.setSpacing(10)
        rounds = QHBoxLayout()
        rounds.addStretch()
        rounds.addWidget(self._pips)
        rounds.addWidget(self._round)
        rounds.addStretch()
        rounds.setSpacing(12)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addLayout(chips)
        column.addLayout(rounds)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_place(self, snapshot: Snapshot, sides: tuple[Side, ...]) -> None:
        """Show side and round of this instant."""
        block = snapshot.block
        for side, chip in self._chips.items():
            chip.setVisible(block.side is not None)
            chip.show_current(current=block.side == side)
        many = block.rounds > 1
        self._pips.setVisible(many)
        self._round.setVisible(many)
        if not many:
            return
        # A side under way fills its share of the pill; without sides a round under way fills half of it.
        working = 1 if block.kind.is_work else 0
        place = sides.index(block.side) if block.side in sides else 0
        share = (place + working) / len(sides) if len(sides) > 1 else working / 2
        self._pips.show_rounds(block.rounds, block.round - 1 + share)
        self._round.setText(wording.round_words(block))
