"""The progress of the routine: one piece for each exercise, as wide as it is long, and the times done and left.

Blocks that were done are filled, with the gap before them; skipped ones have a dash.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath
from PySide6.QtWidgets import QSizePolicy, QStyle, QWidget

from coach.core.events import Outcome
from coach.ui.kit.painting import text_cut_to_fit, track
from coach.words import basics
from coach.words.catalogue import tr

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from coach.core.events import Snapshot
    from coach.core.timeline import Timeline
    from coach.ui.kit.theme import Theme

BAR = 12
GAP = 3
DASH = 4
"""Thickness of the dash for a skipped block, in px."""


class _Part(NamedTuple):
    """One work block with the gap before it: start and end in ms of the timeline, and its index."""

    start_ms: int
    end_ms: int
    block: int


class ProgressStrip(QWidget):
    """The strip in the bar. A screen reader finds the share done as its value and the texts as its description."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._pieces: tuple[tuple[_Part, ...], ...] = ()
        self._outcomes: tuple[Outcome, ...] = ()
        self._total_ms = 1
        self._timeline: Timeline | None = None
        self._here_ms = 0
        self._texts = ("", "", "")
        theme.dress(self, 14.5, tabular=True)
        self.setAccessibleName(tr("Progress of the routine"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def show_timeline(self, timeline: Timeline) -> None:
        """Cut the strip into the exercises of this timeline."""
        self._timeline = timeline
        pieces: dict[int, list[_Part]] = {}
        since_ms = 0
        for index, block in enumerate(timeline.blocks):
            piece = pieces.setdefault(block.position, [])
            if block.kind.is_work:
                piece.append(_Part(since_ms, block.end_ms, index))
                since_ms = block.end_ms
        self._pieces = tuple(tuple(piece) for piece in pieces.values() if piece)
        self._outcomes = ()
        self._total_ms = max(1, timeline.total_ms)
        self.update()

    def show_progress(self, snapshot: Snapshot, then: str) -> None:
        """Show the progress at this instant; repaints only what has changed."""
        block = snapshot.block
        share = snapshot.spent_ms / snapshot.duration_ms if snapshot.duration_ms else 0.0
        here_ms = round(block.start_ms + block.duration_ms * share)
        texts = (
            tr("{time} done", time=basics.clock(snapshot.elapsed_ms)),
            then,
            # Rounded up like the ring: the last second shows 1, not 0.
            tr("{time} left", time=basics.clock(snapshot.rest_ms + 999)),
        )
        if texts != self._texts:
            self._texts = texts
            self.update(0, BAR + 2, self.width(), self.height())
        if self._x(here_ms) != self._x(self._here_ms) or snapshot.outcomes != self._outcomes:
            self.update(0, 0, self.width(), BAR + 2)
        self._here_ms, self._outcomes = here_ms, snapshot.outcomes

    @property
    def percent(self) -> int:
        """The share of the routine that is over, 0 to 100."""
        return round(100 * self._here_ms / self._total_ms)

    def spoken(self) -> str:
        """Return all three texts."""
        return ". ".join(text for text in self._texts if text)

    def sizeHint(self) -> QSize:
        """Return room for the three texts side by side."""
        width = sum(self.fontMetrics().horizontalAdvance(text) for text in self._texts) + 48
        return QSize(max(320, width), self.height_with(lines=1))

    def minimumSizeHint(self) -> QSize:
        """Return room for the times; the line about what comes next is above them, or cut."""
        times = self.fontMetrics().horizontalAdvance("00:00 done  00:00 left")
        return QSize(max(150, times), BAR)

    def height_with(self, *, lines: int) -> int:
        """Return the height in px with `lines` lines of text."""
        return BAR + (8 if lines else 0) + lines * self.fontMetrics().height()

    def _x(self, time_ms: int) -> int:
        return round(self.width() * time_ms / self._total_ms)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the pieces and, below, the times."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if event.rect().top() < BAR + 2:
            self._paint_pieces(painter)
        if event.rect().bottom() > BAR + 2 and self.height() >= self.height_with(lines=1):
            self._paint_texts(painter)

    def _paint_pieces(self, painter: QPainter) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.save()
        if self.isRightToLeft():  # a bar fills as one reads (decision 37)
            painter.translate(self.width(), 0)
            painter.scale(-1, 1)
        for piece in self._pieces:
            self._paint_piece(painter, piece)
        painter.restore()

    def _paint_piece(self, painter: QPainter, piece: tuple[_Part, ...]) -> None:
        t = self._theme.tokens
        left, right = self._x(piece[0].start_ms), self._x(piece[-1].end_ms)
        whole = QRectF(left, 0, max(2, right - left - (GAP if piece[-1].end_ms < self._total_ms else 0)), BAR)
        shape = QPainterPath()
        shape.addRoundedRect(whole, 3, 3)
        track(painter, whole, t, 3)
        painter.save()
        painter.setClipPath(shape)
        for part in piece:
            start, end = self._x(part.start_ms), self._x(part.end_ms)
            outcome = self._outcomes[part.block] if self._outcomes else Outcome.OPEN
            if outcome is Outcome.DONE:
                painter.fillRect(start, 0, end - start, BAR, t.brand)
            elif part.start_ms <= self._here_ms < part.end_ms:
                painter.fillRect(start, 0, self._x(self._here_ms) - start, BAR, t.brand)
            elif outcome is Outcome.SKIPPED:
                painter.fillRect(start, (BAR - DASH) // 2, end - start, DASH, t.muted)
        painter.restore()

    def _paint_texts(self, painter: QPainter) -> None:
        """Paint the times, and what comes next between them, or on a line above where there is no room."""
        painter.setPen(self._theme.tokens.muted)
        painter.setFont(self.font())
        metrics = self.fontMetrics()
        line = QRectF(0, BAR + 6, self.width(), metrics.height() + 2)
        done, then, left = self._texts
        middle = Qt.AlignmentFlag.AlignVCenter
        side = max(metrics.horizontalAdvance(done), metrics.horizontalAdvance(left)) + 12
        room = QRectF(line.adjusted(side, 0, -side, 0))
        if metrics.horizontalAdvance(then) > room.width() and self.height() >= self.height_with(lines=2):
            room = QRectF(line)
            line.translate(0, metrics.height())
        for words, end in ((done, Qt.AlignmentFlag.AlignLeft), (left, Qt.AlignmentFlag.AlignRight)):
            painter.drawText(line, middle | QStyle.visualAlignment(self.layoutDirection(), end), words)
        if room.width() > metrics.averageCharWidth() * 10:
            text_cut_to_fit(painter, room, then, Qt.AlignmentFlag.AlignHCenter)
