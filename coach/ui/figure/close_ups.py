"""Keeps the small pictures of the list, apart from those of the session page."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

    from coach.core.routine import Picture

BUDGET = 4 << 20
"""Bytes from which on small pictures go, but for those of the sizes that were used last."""
SIZES = 3
"""So many sizes stay whole, however large they are: a list that misses one of its own pictures would draw for ever."""


class View(NamedTuple):
    """What a picture shows: a movement, flipped or not, and the size in pixels of the screen.

    In a scene, a part of the picture (left, top, width, height), is the person; without one all of it is the scene.
    A picture of one's own has no movement, and is never flipped.
    """

    figure: str
    flipped: bool
    width: int
    height: int
    scene: tuple[int, int, int, int] | None = None
    own: Picture | None = None


class CloseUps:
    """The small pictures, with a budget of their own: they take little next to frames, and show all the time."""

    def __init__(self) -> None:
        self._kept: OrderedDict[View, QImage] = OrderedDict()
        self.bytes_kept = 0

    def __contains__(self, view: View) -> bool:
        return view in self._kept

    def find(self, view: View) -> QImage | None:
        """Return a picture if it is kept, and note that it was used."""
        if view in self._kept:
            self._kept.move_to_end(view)
        return self._kept.get(view)

    def keep(self, view: View, image: QImage) -> None:
        """Keep a picture, and drop those of sizes that were not used for longest."""
        self._kept[view] = image
        self.bytes_kept += image.sizeInBytes()
        if self.bytes_kept <= BUDGET:
            return
        sizes = list(dict.fromkeys((kept.width, kept.height) for kept in reversed(self._kept)))[:SIZES]
        for kept in [kept for kept in self._kept if (kept.width, kept.height) not in sizes]:
            self.bytes_kept -= self._kept.pop(kept).sizeInBytes()
            if self.bytes_kept <= BUDGET:
                return
