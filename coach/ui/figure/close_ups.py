"""Keeps the small pictures of the list, apart from those of the session page."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from PySide6.QtGui import QImage


BUDGET = 4 << 20
"""Most bytes of all small pictures: enough for a list of a hundred exercises."""


class View(NamedTuple):
    """What a picture shows: a movement, flipped or not, and the size in pixels of the screen.

    In a scene, a part of the picture (left, top, width, height), is the person; without one all of it is the scene.
    """

    figure: str
    flipped: bool
    width: int
    height: int
    scene: tuple[int, int, int, int] | None = None


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
        """Keep a picture, and drop those that were not used for longest."""
        self._kept[view] = image
        self.bytes_kept += image.sizeInBytes()
        while len(self._kept) > 1 and self.bytes_kept > BUDGET:
            _old, dropped = self._kept.popitem(last=False)
            self.bytes_kept -= dropped.sizeInBytes()
