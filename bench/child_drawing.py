"""Draws pictures of the figure into memory, with no window, and tells how long each took, in ms.

Obeys one line of standard input after the other: frames, breaths or blits, with a figure, width, height, and of how
many moments of its loop one is drawn.
"""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from bench.marks import mark
from coach.figure import motion
from coach.figure.paint.painter import FigurePainter
from coach.figure.rig import loop_seconds
from coach.store import figures
from coach.ui.figure.picture_cache import PictureCache
from coach.ui.kit.theme import Theme

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from coach.figure.motion import Moment
    from coach.figure.poses import Movement

VARIANT = "a"


class _Drawing:
    """One size of one movement, in light colours."""

    def __init__(self, app: QApplication, loaded: figures.Figures, told: str) -> None:
        self.figure, *numbers = told.split()
        width, height, self._every = (int(number) for number in numbers)
        self._body, self._movement = loaded.body, loaded.movements[self.figure]
        self._size = (width, height)
        self._pictures = PictureCache(Theme(app, Qt.ColorScheme.Light))
        self._pictures.set_figures(loaded)
        self._view = self._pictures.view(self.figure, None, QSize(width, height), 1.0)

    def frames(self) -> Iterable[float]:
        """Draw each moving moment on a ready ground; the first is drawn once before, to make what all share."""
        painter = FigurePainter(self._body, self._movement, "light", VARIANT)
        ground = painter.ground(self._size)
        moments = _moments(self._movement)[:: self._every]
        painter.patch(ground, moments[0].place)
        for moment in moments:
            begun_ns = time.perf_counter_ns()
            painter.patch(ground, moment.place)
            yield _since(begun_ns)

    def breaths(self) -> Iterable[float]:
        """Draw each picture of a breath in the hold pose, ground and hold pose being there."""
        pictures, view = self._pictures, self._view
        pictures.hold(view)
        for level in range(pictures.breaths(view)):
            begun_ns = time.perf_counter_ns()
            pictures.breath(view, level)
            yield _since(begun_ns)

    def blits(self) -> Iterable[float]:
        """Find each picture among those kept and lay it on a screen, with the ground under it."""
        pictures, view = self._pictures, self._view
        screen = QImage(*self._size, QImage.Format.Format_RGB32)
        for moment in _moments(self._movement)[:: self._every]:
            pictures.frame(view, moment)
            pictures.ground(view)
            begun_ns = time.perf_counter_ns()
            patch = pictures.frame(view, moment)
            painter = QPainter(screen)
            painter.setClipRect(patch.rect)
            painter.drawImage(0, 0, pictures.ground(view))
            painter.drawImage(patch.rect.topLeft(), patch.image)
            painter.end()
            yield _since(begun_ns)


def _moments(movement: Movement) -> list[Moment]:
    """Return the moments of one loop that are part of a movement rather than of a rest."""
    found: dict[int, Moment] = {}
    for number in range(round(loop_seconds(movement) * motion.MOST_FRAMES)):
        moment = motion.moment(movement, number / motion.MOST_FRAMES)
        if moment.number >= 0:
            found.setdefault(moment.number, moment)
    return list(found.values())


def _since(begun_ns: int) -> float:
    return (time.perf_counter_ns() - begun_ns) / 1e6


def main() -> int:
    """Draw what is asked for until standard input ends."""
    app = QApplication(sys.argv[:1])
    loaded = figures.load(figures.known())
    draw: dict[str, Callable[[_Drawing], Iterable[float]]] = {
        "frames": _Drawing.frames,
        "breaths": _Drawing.breaths,
        "blits": _Drawing.blits,
    }
    for line in sys.stdin:
        name, _, told = line.strip().partition(" ")
        mark(name, *draw[name](_Drawing(app, loaded, told)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
