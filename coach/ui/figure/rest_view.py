"""The figure at rest on its mat, breathing very slowly: for the stopped page. It has no frame and no room of its own.

That page must show whatever happens: nothing is drawn before it stands, and a figure that cannot be drawn is left out.
"""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from coach.background.timers import single_shot
from coach.figure import motion
from coach.figure.rig import Between

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QHideEvent, QImage, QPaintEvent, QResizeEvent, QShowEvent

    from coach.figure.paint.painter import FigurePainter
    from coach.ui.figure.picture_cache import PictureCache

FIGURE = "pelvic-tilt"
"""The movement that begins at rest."""
ROOM = {"backdrop": "#1D363D", "mat": "#304A49", "mat_edge": "#253B39", "floor_shadow": "#0B171B"}
"""Colours of what is behind the person; wall and floor are those of the page."""
LEVELS = 9
"""Pictures of one breath."""
SLOWER = 1.6
"""How much longer a breath takes here than in a hold."""
SLICE_MS, BREATH_MS = 30, 120
"""Time until the next picture is drawn, and between two looks which one is due."""
MOST_PIXELS = 300_000
"""Most pixels of a picture, which is stretched to a larger size."""


class RestView(QWidget):
    """Paints the figure on the ground of its page, and nothing where there is no figure."""

    def __init__(self, pictures: PictureCache, ground: QColor, now_ms: Callable[[], int]) -> None:
        super().__init__()
        self._pictures, self._ground, self._now_ms = pictures, ground, now_ms
        self._painter: FigurePainter | None = None
        self._drawn: list[QImage] = []
        self._shown = -1
        self.is_still = False
        """Whether it does not breathe."""
        self._slice = single_shot(self, self._on_slice, SLICE_MS)
        self._breath = single_shot(self, self._on_breath, BREATH_MS)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        pictures.changed.connect(self._begin_anew)

    @property
    def is_drawn(self) -> bool:
        """Whether there is a picture."""
        return bool(self._drawn)

    @property
    def breathes(self) -> bool:
        """Whether a next look at the breath is planned."""
        return self._breath.isActive()

    def set_still(self, *, still: bool) -> None:
        """Let it breathe, or not."""
        self.is_still = still
        if not still and self.isVisible():  # what lay still has but one picture
            self._slice.start()
        self.update()

    # Drawing

    def _begin_anew(self) -> None:
        self._painter, self._drawn, self._shown = None, [], -1
        self._breath.stop()
        if self.isVisible():
            self._slice.start()
        self.update()

    def _on_slice(self) -> None:
        with contextlib.suppress(Exception):
            self._draw_one()

    def _draw_one(self) -> None:
        """Draw one picture of the breath, and plan the next one."""
        if not self.isVisible() or self.size().isEmpty() or len(self._drawn) >= LEVELS:
            return
        if self._painter is None:
            room = {name: QColor(colour) for name, colour in ROOM.items()}
            room |= {"background": self._ground, "floor": self._ground}
            self._painter = self._pictures.painter_in(FIGURE, room)
        if self._painter is None:
            return
        level = (len(self._drawn) + LEVELS // 2) % LEVELS  # the first one is in the middle of a breath
        pose = self._painter.movement.stills[0].a
        at_rest = Between(pose, pose, 1.0, "hold", 0)
        self._drawn.append(self._painter.at_rest(self._pixels(), at_rest, life=motion.life(level, LEVELS)))
        if len(self._drawn) == 1:
            self._shown = level
        if not self.is_still:
            self._slice.start()
        self.update()

    def _pixels(self) -> tuple[int, int]:
        ratio = self.devicePixelRatioF()
        wide, high = self.width() * ratio, self.height() * ratio
        share = min(1.0, (MOST_PIXELS / (wide * high)) ** 0.5)
        return max(1, round(wide * share)), max(1, round(high * share))

    def _on_breath(self) -> None:
        level = motion.breath_level(self._now_ms() / 1000 / SLOWER, LEVELS)
        if level != self._shown:
            self._shown = level
            self.update()
        else:
            self._plan()

    def _plan(self) -> None:
        if self.is_still or len(self._drawn) < LEVELS or not self.isVisible() or self.window().isMinimized():
            return
        if not self._breath.isActive():
            self._breath.start()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the picture that is due, then plan the next look."""
        if not self._drawn:
            return
        place = 0 if self.is_still else (self._shown - LEVELS // 2) % LEVELS
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(self.rect(), self._drawn[place if place < len(self._drawn) else 0])
        painter.end()
        self._plan()

    # What Qt tells

    def sizeHint(self) -> QSize:
        """Return the size of the look."""
        return QSize(432, 235)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin to draw once the page stands."""
        super().showEvent(event)
        self._slice.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Drop the pictures: nobody sees this page for long."""
        super().hideEvent(event)
        self._begin_anew()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw anew at the new size."""
        super().resizeEvent(event)
        self._begin_anew()
