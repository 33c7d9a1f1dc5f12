"""The pictures that a view of the figure shows now, unpacked: what is kept elsewhere is packed."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

    from coach.figure.motion import Moment
    from coach.figure.paint.painter import Patch
    from coach.ui.figure.close_ups import View
    from coach.ui.figure.picture_cache import PictureCache

NOTHING = ("", 0)


class InHand:
    """Ground and patches of one instant. A breath comes every five seconds: its pictures stay as long as the view."""

    def __init__(self, pictures: PictureCache) -> None:
        self._pictures = pictures
        self._breaths: dict[int, Patch] = {}
        self.view: View | None = None
        self.ground: QImage | None = None
        self.patches: list[Patch] = []
        self.shown = NOTHING
        """The kind of what is shown, a moment or the hold, and its number."""

    def put_down(self) -> None:
        """Hold nothing any more."""
        self._breaths.clear()
        self.view, self.ground = None, None
        self.put_down_person()

    def put_down_person(self) -> None:
        """Hold no more than the ground."""
        self.patches, self.shown = [], NOTHING

    def take_ground(self, view: View) -> bool:
        """Take the ground of a view; return whether it is another one than before."""
        if view == self.view:
            return False
        self._breaths.clear()
        self.view, self.ground, self.patches = view, self._pictures.ground(view), []
        return True

    def take_person(self, view: View, shown: tuple[str, int], moment: Moment | None) -> list[Patch]:
        """Take the person at a moment, or in the hold where there is none; return what was there and is there now.

        From breath to breath only the breath counts.
        """
        before, self.shown = self.shown, shown
        breathes = moment is None and before[0] == shown[0] and bool(self.patches)
        old = self.patches[-1:] if breathes else self.patches
        if moment is not None:
            self.patches = [self._pictures.frame(view, moment)]
        else:
            hold = self.patches[0] if breathes else self._pictures.hold(view)
            self.patches = [hold, self._breath(view, shown[1])]
        return [*old, *(self.patches[-1:] if breathes else self.patches)]

    def _breath(self, view: View, level: int) -> Patch:
        if level not in self._breaths:
            self._breaths[level] = self._pictures.breath(view, level)
        return self._breaths[level]
