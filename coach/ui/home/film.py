"""The film of the hero: the figure does the exercises of a routine, one after the other, each as long as the next.

It is worked out from the clock, never by counting pictures, and its own time stands still while it does. It plans the
next picture only when it is told that the last one was painted: what is hidden or covered asks for none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QPoint, QRect, QSize, Signal
from PySide6.QtGui import QImage

from coach.background.timers import single_shot
from coach.figure import motion
from coach.figure.paint.painter import Patch
from coach.ui.figure import card

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from coach.core.own_pictures import Drawing
    from coach.core.pacing import Side
    from coach.figure.motion import Moment
    from coach.ui.figure.close_ups import View
    from coach.ui.figure.picture_cache import PictureCache

SHOWN_S = 24.0
"""How long each exercise is shown."""
MOST_A_SECOND = 24
"""Most pictures a second."""
OF_A_WAY = 10
"""Pictures of a way for each second it takes: at its quickest some 18 are shown a second."""


def _scaled(scene: QRect, ratio: float) -> tuple[int, int, int, int]:
    """Return a part of the hero in pixels of the screen: left, top, width and height."""
    left, top, width, height = (scene.x(), scene.y(), scene.width(), scene.height())
    return round(left * ratio), round(top * ratio), round(width * ratio), round(height * ratio)


class Shot(NamedTuple):
    """One exercise of the film: its figure or its own picture, None where it has none, and the side that is shown."""

    figure: Drawing | None
    side: Side | None


class Film(QObject):
    """Plays. `area_changed` has the part of the picture, in px of the hero, that is different now."""

    area_changed = Signal(QRect)
    plays = Signal(int)
    """The place in the film of the shot that is shown now."""

    def __init__(self, pictures: PictureCache, now_ms: Callable[[], int]) -> None:
        super().__init__()
        self._pictures, self._now_ms = pictures, now_ms
        self._shots: tuple[Shot, ...] = ()
        self._at = 0
        self._spent_ms, self._seen_ms = 0, 0
        self._size, self._scene, self._ratio = QSize(), QRect(), 1.0
        self._view: View | None = None
        self._ground: QImage | None = None
        self._number: int | None = None
        self._patch: Patch | None = None
        self._runs = False
        self._holds_still = False
        self._timer = single_shot(self, self.look, precise=True)
        pictures.changed.connect(self._on_pictures)
        pictures.arrived.connect(self._on_arrived)

    # What is shown

    def show_shots(self, shots: Sequence[Shot]) -> None:
        """Show these, from the first one on; the same ones go on where they are."""
        if tuple(shots) == self._shots:
            return
        self._shots = tuple(shots)
        self._at, self._spent_ms = self._next(-1), 0
        self._forget()
        if self._shots:
            self.plays.emit(self._at)

    def show_in(self, size: QSize, scene: QRect, ratio: float) -> None:
        """Draw pictures of this size in px, with the figure in that part of it, at a pixel ratio."""
        if (size, scene, ratio) != (self._size, self._scene, self._ratio):
            self._size, self._scene, self._ratio = QSize(size), QRect(scene), ratio
            self._forget()

    def set_running(self, *, running: bool) -> None:
        """Go on, or stand still where it is."""
        if running != self._runs:
            self._spend()
            self._runs = running
            self._timer.stop()

    def set_still(self, *, still: bool) -> None:
        """Show the pose that is held of the exercise, without the way there, or play."""
        if still != self._holds_still:
            self._holds_still = still
            self._forget()

    @property
    def at(self) -> int:
        """The place in the film of the shot that is shown."""
        return self._at

    @property
    def planned_ms(self) -> int | None:
        """In how many ms of the clock it looks again; None while it stands still."""
        return self._timer.interval() if self._timer.isActive() else None

    def picture(self) -> tuple[QImage, Patch] | None:
        """Return what is behind the person, and the person in px of that; None where there is no picture."""
        if self._view is None:
            self._look()
        return None if self._ground is None or self._patch is None else (self._ground, self._patch)

    @property
    def words(self) -> str:
        """What is shown, for a screen reader."""
        shot = self._shot
        return "" if shot is None else self._pictures.describe(shot.figure, shot.side)

    # Time

    def plan(self) -> None:
        """Have the next picture shown when it is due."""
        if not self._runs or self._holds_still or self._timer.isActive() or self._view is None:
            return
        self._spend()
        moment = self._moment()
        if self._view.own is not None:
            self._timer.start(max(1, round(SHOWN_S * 1000) - self._spent_ms))
        elif moment is not None:
            self._timer.start(max(1000 // MOST_A_SECOND + 1, round(moment.next_s * 1000)))

    def _spend(self) -> None:
        """Count the time since the last look, where it ran."""
        now_ms = self._now_ms()
        self._spent_ms += max(0, now_ms - self._seen_ms) if self._runs else 0
        self._seen_ms = now_ms

    def look(self) -> None:
        """Show the picture of this instant, if it is another one, or plan the next."""
        self._spend()
        if self._spent_ms >= SHOWN_S * 1000:
            self._spent_ms = 0
            self._go_on()
        moment = self._moment()
        if moment is None or moment.number == self._number or self._view is None or self._ground is None:
            self.plan()
            return
        before = self._area
        self._number = moment.number
        self._patch = self._pictures.passing_frame(self._view, self._ground, moment)
        self.area_changed.emit(before | self._area)

    def _go_on(self) -> None:
        following = self._next(self._at)
        if following != self._at:
            self._at = following
            self._forget()
            self.plays.emit(self._at)

    def _next(self, at: int) -> int:
        """Return the place of the next shot with a picture after that one; that one itself where there is no other."""
        count = len(self._shots)
        places = [(at + step) % count for step in range(1, count + 1)] if count else []
        return next((place for place in places if self._pictures.knows(self._shots[place].figure)), max(0, at))

    # Pictures

    @property
    def _shot(self) -> Shot | None:
        return self._shots[self._at] if self._at < len(self._shots) else None

    def _moment(self) -> Moment | None:
        shot = self._shot
        movement = None if shot is None else self._pictures.movement(shot.figure)
        if movement is None:
            return None
        spent_s = SHOWN_S if self._holds_still else self._spent_ms / 1000
        return motion.shown_once(movement, spent_s, SHOWN_S, OF_A_WAY)

    def _look(self) -> None:
        """Draw the shot anew: its ground, and the person at this instant."""
        shot, moment = self._shot, self._moment()
        if shot is None or shot.figure is None or self._scene.isEmpty():
            return
        view = self._pictures.view(shot.figure, shot.side, self._size, self._ratio)
        view = self._pictures.view_in_motion(view._replace(scene=_scaled(self._scene, self._ratio)))
        if view.own is not None:
            self._view, self._number = view, None
            self._ground = self._pictures.own_in_scene(view)
            self._patch = Patch(QRect(), QImage())
            return
        if moment is None:
            return
        self._view = view
        self._ground, self._number = self._pictures.passing_ground(self._view), moment.number
        self._patch = self._pictures.passing_frame(self._view, self._ground, moment)

    @property
    def _area(self) -> QRect:
        """The area of the person in the hero, in px."""
        if self._view is None or self._patch is None:
            return QRect(QPoint(0, 0), self._size)
        return card.covered(self._view, [self._patch], self._size)

    def _on_pictures(self) -> None:
        self._at = self._next(self._at - 1)
        self._forget()
        if self._shots:
            self.plays.emit(self._at)

    def _on_arrived(self) -> None:
        """Show the picture that was missing, or go on where it is lost."""
        shot = self._shot
        if shot is not None and shot.figure is not None and not isinstance(shot.figure, str) and self._ground is None:
            self._on_pictures()

    def _forget(self) -> None:
        self._view, self._ground, self._patch, self._number = None, None, None, None
        self._timer.stop()
        self.area_changed.emit(QRect(QPoint(0, 0), self._size))
