"""The big countdown ring: an arc that empties clockwise from the top, and the whole seconds left.

The time left is worked out from the clock at every frame, never by counting frames. The frame rate follows the speed
of the arc's tip, and each frame repaints only what the tip passed over and, once a second, the digits. Painting a frame
plans the next one: a window that is hidden, covered or minimised is not painted, so then nothing runs at all.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from coach.background.timers import single_shot
from coach.core.dataclass import dataclass
from coach.core.events import Phase
from coach.session import describe
from coach.words import basics
from coach.words.catalogue import plural_in, tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QColor, QFont, QPaintEvent

    from coach.core.events import Snapshot
    from coach.ui.kit.theme import Theme

SMALLEST = 40
SMALL = 200
"""Side in px at 100 % below which the number is larger and the word under it left out."""
LEAST_LETTERS = 13
READY = 20
"""Size of the words of a ring that waits, in px at 100 %, where they fit into it."""
WRAPPED = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
PAUSED = 0.115
"""Size of the word of a pause, as a share of the side."""
LARGEST = 560
PIXELS_A_FRAME = 4
"""How far the tip goes from frame to frame, in px of the desktop: a fifth of its own width (decision 40)."""
MOST_FRAMES = 20
THIN = 0.16
"""Thickness of the rest beside that of the arc in high contrast."""
BREATH_MS = 5_000
BREATH_FRAME_MS = 80
LAST_SECONDS = 3


@dataclass(frozen=True, slots=True)
class _Face:
    """The content of one frame: share of the arc left (0 to 1), whole seconds, and whether the arc is thick."""

    share: float
    seconds: int
    thick: bool


class CountdownRing(QWidget):
    """Shows the time left of a block; a screen reader finds the seconds as its value, and is sent no event."""

    def __init__(self, theme: Theme, now_ms: Callable[[], int], speed: int = 1) -> None:
        super().__init__()
        self._theme = theme
        self._now_ms = now_ms
        self._speed = speed
        self._snapshot: Snapshot | None = None
        self._shown = _Face(1.0, 0, thick=False)
        self._word = ""
        self.still = False
        self._timer = single_shot(self, self._on_frame, precise=True)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setSizePolicy(policy)
        self.setMinimumSize(SMALLEST, SMALLEST)
        self.setMaximumSize(LARGEST, LARGEST)
        self.setAccessibleName(tr("Seconds left"))
        # It paints its own ground, so that a frame does not repaint the page behind it.
        self.setAutoFillBackground(True)
        theme.changed.connect(self.update)

    def set_speed(self, speed: int) -> None:
        """Take how many times as fast as real time a session runs."""
        self._speed = speed

    # What comes from above

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show this instant and go on from it by the clock while the session runs."""
        before = self._snapshot
        self._snapshot = snapshot
        word = describe.phase_word(snapshot)
        new_look = word != self._word or before is None or _look(before) != _look(snapshot)
        self._word = word
        if new_look:
            self._timer.stop()
            self._shown = self._face()
            self.update()
        else:
            self._refresh()

    def set_still(self, *, still: bool) -> None:
        """Set whether the ring moves only once a second and does not pulse."""
        self.still = still
        self._timer.stop()
        self.update()

    @property
    def seconds(self) -> int:
        """The number shown."""
        return self._shown.seconds

    @property
    def is_animated(self) -> bool:
        """Whether a next frame is planned."""
        return self._timer.isActive()

    def value_range(self) -> tuple[int, int]:
        """Return the smallest and largest number of this block, in s."""
        return 0, 0 if self._snapshot is None else -(-self._snapshot.duration_ms // 1000)

    def spoken(self) -> str:
        """Return the content of the ring in words."""
        if self._snapshot is not None and self._snapshot.waiting:
            return describe.ready_with_number(self._snapshot.block)
        if self._snapshot is None:
            return basics.seconds_left(self._word, self._shown.seconds)
        return describe.number_words(self._snapshot, self._shown.seconds)

    # Frames

    def _face(self) -> _Face:
        snapshot = self._snapshot
        if snapshot is None or snapshot.waiting:
            return _Face(1.0, 0, thick=False)
        aged = snapshot if self.still else snapshot.at(self._now_ms())
        share = aged.left_ms / aged.duration_ms if aged.duration_ms else 0.0
        thick = not aged.lead_in_ms and aged.runs and aged.seconds <= LAST_SECONDS
        return _Face(share, aged.seconds, thick)

    def _on_frame(self) -> None:
        if self._snapshot is not None and self._snapshot.waiting:
            self.update()
        else:
            self._refresh()

    def _refresh(self) -> None:
        """Repaint the parts that have changed since the last frame."""
        before, now = self._shown, self._face()
        self._shown = now
        if before.thick != now.thick:
            self.update()
            return
        if before.seconds != now.seconds:
            self.update(self._digits_rect())
        if before.share != now.share:
            self.update(self._tip_rect(before.share, now.share))
        elif self._snapshot is not None and self._snapshot.runs:
            self._plan_frame()

    def _plan_frame(self) -> None:
        snapshot = self._snapshot
        if snapshot is None or self._timer.isActive() or self.still or not self._is_seen():
            return
        if snapshot.waiting:
            self._timer.start(BREATH_FRAME_MS)
        elif snapshot.runs and snapshot.duration_ms and self._shown.share > 0:
            pixels_a_second = 2 * math.pi * self._radius() * 1000 * self._speed / snapshot.duration_ms
            frames = min(max(pixels_a_second / PIXELS_A_FRAME, 1), MOST_FRAMES)
            self._timer.start(round(1000 / frames))

    def _is_seen(self) -> bool:
        return self.isVisible() and not self.window().isMinimized()

    # Geometry

    def sizeHint(self) -> QSize:
        """Return the preferred size."""
        return QSize(312, 312)

    def _side(self) -> int:
        return min(self.width(), self.height())

    @property
    def _is_small(self) -> bool:
        return self._side() < SMALL * self._theme.scale

    def _pen_width(self, *, thick: bool = False) -> float:
        return self._side() * (0.082 if thick else 0.071)

    def _radius(self) -> float:
        return (self._side() - self._side() * 0.082) / 2 - 1

    def _circle(self) -> QRectF:
        radius, middle = self._radius(), QRectF(self.rect()).center()
        return QRectF(middle.x() - radius, middle.y() - radius, 2 * radius, 2 * radius)

    def _tip(self, share: float) -> QPointF:
        angle = 2 * math.pi * (1 - share)
        middle, radius = QRectF(self.rect()).center(), self._radius()
        return QPointF(middle.x() + radius * math.sin(angle), middle.y() - radius * math.cos(angle))

    def _tip_rect(self, before: float, now: float) -> QRect:
        """Return the area that the arc's tip passed over, or the whole ring after a long way."""
        if abs(before - now) > 1 / 12:
            return self.rect()
        chord = QRectF(self._tip(before), self._tip(now)).normalized()
        margin = self._pen_width(thick=True) / 2 + 3
        return chord.adjusted(-margin, -margin, margin, margin).toAlignedRect()

    def _digits_rect(self) -> QRect:
        side = self._side()
        middle = QRectF(self.rect()).center()
        high = side * (0.46 if self._is_small else 0.34)
        return QRectF(middle.x() - side * 0.34, middle.y() - side * 0.19, side * 0.68, high).toAlignedRect()

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint track, arc and words in the area that changed, then plan the next frame."""
        snapshot = self._snapshot
        if snapshot is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_arc(painter, snapshot)
        if event.rect().intersects(self._digits_rect()):
            self._paint_words(painter, snapshot)
        painter.end()
        self._plan_frame()

    def _colour(self, snapshot: Snapshot) -> QColor:
        tokens = self._theme.tokens
        working = snapshot.block.kind.is_work and not snapshot.lead_in_ms
        return tokens.brand if working else tokens.prepare

    def _paint_arc(self, painter: QPainter, snapshot: Snapshot) -> None:
        circle, width = self._circle(), self._pen_width()
        t = self._theme.tokens
        # The rest is quieter than the arc also where both have to stand out from the ground.
        pen = QPen(t.line, width if not t.is_high_contrast else max(2.0, width * THIN))
        painter.setPen(pen)
        painter.drawEllipse(circle)
        if self._shown.share <= 0:
            return
        pen.setColor(self._colour(snapshot))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setWidthF(self._pen_width(thick=self._shown.thick))
        painter.setPen(pen)
        if snapshot.phase is Phase.PAUSED:
            painter.setOpacity(t.paled)
        elif snapshot.waiting and not self.still:
            breath = math.sin(2 * math.pi * (self._now_ms() / self._speed % BREATH_MS) / BREATH_MS)
            painter.setOpacity(1 - (1 - breath) * (0.125 if t.is_high_contrast else 0.25))
        # Angles count from three o'clock, anticlockwise, in sixteenths of a degree; the arc's end stays at the top.
        painter.drawArc(circle, 90 * 16, round(self._shown.share * 360 * 16))
        painter.setOpacity(1)

    def _paint_words(self, painter: QPainter, snapshot: Snapshot) -> None:
        side, middle = self._side(), QRectF(self.rect()).center()
        tokens, is_small = self._theme.tokens, self._is_small
        inner = QRectF(middle.x() - side * 0.38, 0, side * 0.76, 0)
        letters = max(side * 0.062, min(LEAST_LETTERS * self._theme.scale, side * 0.1))
        if snapshot.waiting:
            words, place, font = self.ready_words()
            painter.setPen(tokens.ink)
            painter.setFont(font)
            painter.drawText(place, WRAPPED, words)
            return
        is_paused = snapshot.phase is Phase.PAUSED  # its word is what is to be seen from the mat, not the number
        painter.setPen(tokens.ink if is_paused else self._colour(snapshot))
        size, weight = (max(letters, side * PAUSED), 700) if is_paused else (letters, 600)
        painter.setFont(self._fitting(self._word, size, weight, side * 0.6 if is_paused else side * 0.7))
        higher = 0.31 if is_small or is_paused else 0.27
        above = QRectF(inner.left(), middle.y() - side * higher, inner.width(), side * 0.14)
        painter.drawText(above, Qt.AlignmentFlag.AlignCenter, self._word)
        painter.setPen(tokens.muted if is_paused else tokens.ink)
        standing = describe.standing_number(snapshot)
        text = str(self._shown.seconds if standing is None else standing)
        painter.setFont(self._fitting(text, side * (0.44 if is_small else 0.338), 600, side * 0.64, tabular=True))
        lower = side * 0.07 if is_small else 0.0
        digits = QRectF(inner.left(), middle.y() - side * 0.19 + lower, inner.width(), side * 0.36)
        painter.drawText(digits, Qt.AlignmentFlag.AlignCenter, text)
        if is_small:
            return
        below = QRectF(inner.left(), middle.y() + side * 0.135, inner.width(), side * 0.14)
        painter.setPen(tokens.muted)
        painter.setFont(self._font(letters, 600))
        # Note: under the number, which is painted large
        words = plural_in("under the number", "second", "seconds", self._shown.seconds)
        if standing is not None:
            # Note: under the number, which is painted large: how often it is to be done
            words = plural_in("under the number", "time", "times", standing)
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, words)

    def ready_words(self) -> tuple[str, QRectF, QFont]:
        """Return what it says while it waits, where that is, and the largest font in which it fits into the ring."""
        words = self._word if self._snapshot is None else describe.ready_with_number(self._snapshot.block)
        side, middle = self._side(), QRectF(self.rect()).center()
        place = QRectF(middle.x() - side * 0.35, middle.y() - side * 0.23, side * 0.7, side * 0.46)
        size = max(side * 0.075, READY * self._theme.scale)
        while True:
            font = self._font(size, 600)
            taken = QFontMetricsF(font).boundingRect(place, int(WRAPPED), words)
            if size <= 1 or (taken.width() <= place.width() and taken.height() <= place.height()):
                return words, place, font
            size *= 0.95

    def _fitting(self, text: str, size: float, weight: int, width: float, *, tabular: bool = False) -> QFont:
        """Return the font of that size, or smaller where the text would be wider."""
        font = self._font(size, weight, tabular=tabular)
        natural = QFontMetricsF(font).horizontalAdvance(text)
        if natural > width:
            font.setPixelSize(max(1, int(font.pixelSize() * width / natural)))
        return font

    def _font(self, size: float, weight: int, *, tabular: bool = False) -> QFont:
        return self._theme.font(size / self._theme.scale, weight, tabular=tabular)


def _look(snapshot: Snapshot) -> tuple[object, ...]:
    """Return the parts of a snapshot that change the whole picture."""
    return snapshot.phase, snapshot.index, snapshot.duration_ms, snapshot.waiting, snapshot.lead_in_ms > 0
