"""What plays the sound once more: a large round button, the volume under it, and rings while it sounds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from coach.background.timers import single_shot
from coach.store.options import Number
from coach.store.settings import OPTIONS, declared
from coach.ui.kit.fields import Slider
from coach.ui.kit.label import label
from coach.ui.kit.line_icons import LineIcon, draw
from coach.ui.kit.painting import AWAY, RING
from coach.ui.kit.states import KeyFocus, State
from coach.ui.kit.theme import blend
from coach.words.catalogue import tr, translated

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QFont, QPaintEvent

    from coach.ui.kit.theme import Theme

ROUND, RINGS = 144, (196, 246)
"""Diameters of the button and of its rings, in px at 100 %."""
ICON, GAP = 28, 8
"""Side of the icon, and room between it and the words, in px at 100 %."""
SIZES = (18, 16, 14, 12, 10)
"""Sizes of the words to try, in px at 100 %."""
CENTRED = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
SWELL = 8
"""By how much a ring swells, in px at 100 %."""
BEAT_MS, FRAME_MS = 1_200, 50
"""Length of a swell, and time between two pictures of it."""
HIGH = 470
"""Least height of the panel where there is room, in px at 100 %."""
RADIUS, FLOOR = 24, 0.64
"""Radius of the panel's corners in px, and where its floor begins, as a share of the height."""


class RoundButton(KeyFocus, QPushButton):
    """A round button with its words inside, and two rings around it."""

    def __init__(self, theme: Theme, text: str) -> None:
        super().__init__(text)
        self._theme, self._low = theme, False
        self.swell = 0.0
        """How far the rings are swollen, from 0 to 1."""
        self.setAutoDefault(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

    def set_low(self, *, low: bool) -> None:
        """Leave out the outer ring where there is little height."""
        self._low = low
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Return room for the rings, or for the focus ring alone."""
        side = self._theme.px(RINGS[0] if self._low else RINGS[1] + 2 * SWELL)
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        """Return the same."""
        return self.sizeHint()

    def hitButton(self, place: QPoint, /) -> bool:  # noqa: N802 - Qt's
        """Return whether a place is on the round body."""
        away = place - self.rect().center()
        half = self._theme.px(ROUND) / 2
        return away.x() ** 2 + away.y() ** 2 <= half**2

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint rings, body, icon and words."""
        t, px = self._theme.tokens, self._theme.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle, half = QRectF(self.rect()).center(), px(ROUND) / 2
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for ring, strength, width in zip(RINGS[: 1 if self._low else 2], (0.45, 0.25), (2.5, 2.0), strict=False):
            colour = QColor(t.brand)
            colour.setAlphaF(min(1.0, strength + 0.3 * self.swell))
            painter.setPen(QPen(colour, width))
            radius = px(ring) / 2 - (4 if self._low else 0) + (0 if self._low else self.swell * px(SWELL))
            painter.drawEllipse(middle, radius, radius)
        ground = t.brand
        if self.state & (State.HOVER | State.PRESSED):
            ground = blend(t.brand, QColor(0, 0, 0), 0.24 if State.PRESSED in self.state else 0.14)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawEllipse(middle, half, half)
        self._paint_content(painter)
        if State.FOCUS in self.state:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(t.focus, RING))
            around = half + AWAY + RING / 2
            painter.drawEllipse(middle, around, around)

    def content(self) -> tuple[QRectF, QRectF, QFont]:
        """Return where icon and words are painted, together in the middle of the body, and the font of the words."""
        px, middle = self._theme.px, QRectF(self.rect()).center()
        side, gap, font = px(ICON), px(GAP), self._theme.font(SIZES[0], 600)
        for size in SIZES:
            font = self._theme.font(size, 600)
            words = QFontMetricsF(font).boundingRect(QRectF(0, 0, px(116), px(200)), CENTRED, self.text())
            if words.width() <= px(116) and words.height() <= px(52):
                break
        top = middle.y() - (side + gap + words.height()) / 2
        room = QRectF(middle.x() - px(58), top + side + gap, px(116), words.height())
        return QRectF(middle.x() - side / 2, top, side, side), room, font

    def _paint_content(self, painter: QPainter) -> None:
        icon, room, font = self.content()
        draw(painter, LineIcon.AGAIN, icon, self._theme.tokens.on_brand)
        painter.setPen(self._theme.tokens.on_brand)
        painter.setFont(font)
        painter.drawText(room, CENTRED, self.text())


class SoundPanel(QWidget):
    """The button and the volume on the figure's room; the rings swell while it sounds, and are still otherwise."""

    volume_wanted = Signal(int)
    """The volume that the person chose, from 0 to 100."""

    def __init__(self, theme: Theme, volume: int, *, still: bool) -> None:
        """`still` is whether nothing is to move."""
        super().__init__()
        self._theme, self._still = theme, still
        self.play = RoundButton(theme, tr("Play it again"))
        words = translated(OPTIONS["volume"].words)
        kind = declared("volume", Number)
        self.volume = Slider(theme)
        self.volume.setRange(kind.least, kind.most)
        self.volume.setSingleStep(kind.step)
        self.volume.setPageStep(2 * kind.step)
        self.volume.setValue(volume)
        self.volume.setAccessibleName(words)
        self.volume.valueChanged.connect(self.volume_wanted)
        self.volume.valueChanged.connect(self._show_percent)
        name = label(theme, words, size=16, weight=600, wrap=False)
        name.setBuddy(self.volume)
        self._percent = label(theme, size=16, weight=600, wrap=False, tabular=True)
        self._show_percent(volume)
        head = QHBoxLayout()
        head.addWidget(name, 1)
        head.addWidget(self._percent)
        self._column = QVBoxLayout(self)
        self._column.addStretch(3)
        self._column.addWidget(self.play, 0, Qt.AlignmentFlag.AlignHCenter)
        self._column.addStretch(1)
        self._column.addLayout(head)
        self._column.addWidget(self.volume)
        self._column.addStretch(3)
        self._clock = QElapsedTimer()
        self._beat = QTimer(self)
        self._beat.setInterval(FRAME_MS)
        self._beat.timeout.connect(self._on_beat)
        self._end = single_shot(self, self._rest)

    def fit(self, *, low: bool) -> None:
        """Take less height where there is little."""
        side, above = (16, 12) if low else (44, 24)
        self._column.setContentsMargins(self._theme.px(side), above, self._theme.px(side), above)
        self.setMinimumHeight(0 if low else self._theme.px(HIGH))
        self.play.set_low(low=low)

    @property
    def is_pulsing(self) -> bool:
        """Whether the rings move now."""
        return self._beat.isActive()

    def pulse(self, time_ms: int) -> None:
        """Let the rings swell for so long, unless nothing is to move."""
        if not self._still and time_ms > 0:
            self._clock.start()
            self._beat.start()
            self._end.start(time_ms)

    def _on_beat(self) -> None:
        share = self._clock.elapsed() % BEAT_MS / BEAT_MS
        self.play.swell = 1 - abs(2 * share - 1)
        self.play.update()

    def _rest(self) -> None:
        self._beat.stop()
        self.play.swell = 0.0
        self.play.update()

    def _show_percent(self, percent: int) -> None:
        self._percent.setText(tr("{percent} %", percent=percent))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint wall and floor."""
        t = self._theme.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inset = t.border_px / 2
        frame = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        shape = QPainterPath()
        shape.addRoundedRect(frame, RADIUS, RADIUS)
        painter.fillPath(shape, t.surface if t.is_high_contrast else t.wall)
        if not t.is_high_contrast:
            painter.save()
            painter.setClipPath(shape)
            painter.fillRect(QRectF(0, self.height() * FLOOR, self.width(), self.height()), t.floor)
            painter.restore()
        painter.setPen(QPen(t.line, t.border_px))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(shape)
