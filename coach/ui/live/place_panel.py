"""Side and round: two chips and a row of pips."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from coach.core.timeline import BlockKind
from coach.session import describe
from coach.ui.kit.label import label
from coach.ui.kit.painting import track
from coach.words import basics

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from coach.core.events import Snapshot
    from coach.core.pacing import Side
    from coach.ui.kit.theme import Theme


GAP = 14
"""Between sides and rounds, in px at 100 %."""
BESIDE = 10
PIPS = 12
FACTORS = (1.0, 0.9, 0.8, 0.7, 0.6)
"""Shares of the full size to try."""
FEW = 5
"""Number of rounds up to which pips are wide."""


class _Chip(QLabel):
    """A chip for one side; the current one is filled, with its word in capitals."""

    def __init__(self, theme: Theme, side: Side) -> None:
        super().__init__()
        self._theme = theme
        self._side: Side = side
        self._current = False
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        theme.dress(self, 18, 700)
        self.setMargin(0)
        self.show_current(current=False)

    def show_current(self, *, current: bool) -> None:
        """Show whether this is the side to do."""
        self._current = current
        self.setText(self.words(current=current))
        self.updateGeometry()

    def words(self, *, current: bool) -> str:
        """Return its text."""
        return basics.side_aloud(self._side) if current else basics.side_word(self._side)

    def set_size(self, size: float) -> None:
        """Use letters of `size` px at 100 %."""
        self._theme.dress(self, size, 700)

    def sizeHint(self) -> QSize:
        """Return room for the word and the pill around it."""
        return _pill(self.fontMetrics(), self.text())

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


def _pill(metrics: QFontMetrics, text: str) -> QSize:
    size = metrics.size(0, text)
    around = min(18, size.height())
    return QSize(size.width() + 2 * around + 2, max(min(44, 2 * size.height()), size.height() + around))


class _Pips(QWidget):
    """One pill for each round, filled as far as its sides are done."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._rounds = 0
        self._done = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_rounds(self, rounds: int, done: float) -> None:
        """Show the number of rounds, and how many are done (with fractions)."""
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
        if self.isRightToLeft():  # the first round is where reading begins
            painter.translate(self.width(), 0)
            painter.scale(-1, 1)
        for number in range(self._rounds):
            pill = QRectF(number * self._step(), 1, width, 10)
            track(painter, pill, t, 5)
            painter.setPen(Qt.PenStyle.NoPen)
            share = min(1.0, max(0.0, self._done - number))
            if share:
                painter.save()
                painter.setClipRect(QRectF(pill.left(), 0, width * share, 12))
                painter.setBrush(t.brand)
                painter.drawRoundedRect(pill, 5, 5)
                painter.restore()


class PlacePanel(QWidget):
    """Chips for the sides above pips for the rounds, each only where there are any. With little room letters shrink."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._is_narrow = False
        # The person's own left is on the left.
        self._chips: dict[Side, _Chip] = {"left": _Chip(theme, "left"), "right": _Chip(theme, "right")}
        self._pips = _Pips(theme)
        self._round = label(theme, size=15, muted=True, wrap=False)
        self._side: Side | None = None
        self._rounds = 0
        for part in (*self._chips.values(), self._pips, self._round):
            part.setParent(self)
            part.hide()

    def show_place(self, snapshot: Snapshot, sides: tuple[Side, ...]) -> None:
        """Show side and round of this instant; `sides` are those that take turns in a round, in their order."""
        block = snapshot.block
        is_way = block.kind is BlockKind.WAY  # it has neither
        self._side, self._rounds = (
            None if is_way else block.side,
            block.rounds if max(block.rounds, block.sets) > 1 and not is_way else 0,
        )
        for side, chip in self._chips.items():
            chip.show_current(current=self._side == side)
        if self._rounds:
            # A side under way fills its share of the pill; without sides a round under way fills half of it.
            working = 1 if block.kind.is_work else 0
            place = sides.index(block.side) if block.side in sides else 0
            share = (place + working) / len(sides) if len(sides) > 1 else working / 2
            self._pips.show_rounds(block.rounds, block.round - 1 + share)
            self._round.setText(describe.round_words(block))
        self._lay_out()

    # Places

    def set_narrow(self, *, narrow: bool) -> None:
        """Put one side below the other, or both into one line."""
        self._is_narrow = narrow
        self._lay_out()

    def natural_size(self, *, narrow: bool) -> QSize:
        """Return the room for sides and rounds in letters of their full size, whichever side it is."""
        words = QFontMetrics(self._theme.font(15)).height()
        metrics = QFontMetrics(self._theme.font(18, 700))
        chips = [_pill(metrics, chip.words(current=True)) for chip in self._chips.values()]
        width, height = max(chip.width() for chip in chips), chips[0].height()
        if narrow:
            return QSize(width, 2 * height + PIPS + words + 3 * 8 + 4)
        return QSize(2 * width + BESIDE, height + GAP + max(PIPS, words) + 4)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit everything into the new room."""
        super().resizeEvent(event)
        self._lay_out()

    def _lay_out(self) -> None:
        for factor in FACTORS:
            if self._try(factor, both=True):
                return
        for factor in FACTORS[1:]:
            if self._try(factor, both=False):
                return

    def _try(self, factor: float, *, both: bool) -> bool:
        """Place everything at this share of its full size; return whether it fits, or cannot get smaller."""
        chips = [chip for side, chip in self._chips.items() if self._side and (both or side == self._side)]
        self._theme.dress(self._round, 15 * factor)
        for chip in self._chips.values():
            chip.set_size(18 * factor)
            chip.setVisible(chip in chips)
        lines: list[list[QWidget]] = [[chip] for chip in chips] if self._is_narrow else [list(chips)] if chips else []
        if self._rounds:
            pips_fit = self._pips.sizeHint().width() <= self.width()
            rounds: list[list[QWidget]] = [[self._pips, self._round]]
            if self._is_narrow:
                rounds = [[self._pips], [self._round]] if pips_fit else [[self._round]]
            elif _width(rounds[0]) > self.width():
                both_lines = self._pips.sizeHint().height() + self._round.sizeHint().height() + round(GAP * factor)
                above = sum(max(part.sizeHint().height() for part in line) + round(GAP * factor) for line in lines)
                has_room = pips_fit and above + both_lines <= self.height()
                rounds = [[self._pips], [self._round]] if has_room else [[self._round]]
            lines += rounds
        shown = [part for line in lines for part in line]
        self._pips.setVisible(self._pips in shown)
        self._round.setVisible(self._round in shown)
        heights = [max(part.sizeHint().height() for part in line) for line in lines]
        gap = round((8 if self._is_narrow else GAP) * factor)
        spare = self.height() - sum(heights) - gap * (len(lines) - 1)
        last = not both and factor == FACTORS[-1]
        if not last and (spare < 0 or any(_width(line) > self.width() for line in lines)):
            return False
        y = max(0, spare // 2) if self._is_narrow else 0
        for line, height in zip(lines, heights, strict=True):
            self._place_line(line, y, height)
            y += height + gap
        return True

    def _place_line(self, line: list[QWidget], top: int, height: int) -> None:
        x = max(0, (self.width() - _width(line)) // 2)
        # The chips never change places: the person's own left stays at the left, however the language is written.
        is_read = not isinstance(line[0], _Chip)
        for part in reversed(line) if is_read and self.isRightToLeft() else line:
            size = part.sizeHint()
            part.setGeometry(x, top + (height - size.height()) // 2, min(size.width(), self.width()), size.height())
            x += size.width() + BESIDE


def _width(line: list[QWidget]) -> int:
    return sum(part.sizeHint().width() for part in line) + BESIDE * (len(line) - 1)
