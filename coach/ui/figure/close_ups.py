"""Keeps the small pictures of the list, apart from those of the page."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from PySide6.QtGui import QImage


BUDGET = 4 << 20
"""Bytes that they may take: enough for a list of a hundred exercises."""


class View(NamedTuple):
    """What is to be seen: a movement, the side, and the size in pixels of the screen."""

    figure: str
    flipped: bool
    width: int
    height: int


class CloseUps:
    """The small pictures, in a budget of their own: beside frames they are nothing, and they show all the time."""

    def __init__(self) -> None:
        self._kept: OrderedDict[View, QImage] = OrderedDict()
        self.bytes_kept = 0

    def __contains__(self, view: View) -> bool:
        return view in self._kept

    def find(self, view: View) -> QImage | None:
        """Return a picture that is kept; it goes last now."""
        if view in self._kept:
            self._kept.move_to_end(view)
        return self._kept.get(view)

    def keep(self, view: View, made: QImage) -> None:
        """Keep a picture; what was not shown for longest goes."""
        self._kept[view] = made
        self.bytes_kept += made.sizeInBytes()
        while len(self._kept) > 1 and self.bytes_kept > BUDGET:
            _old, gone = self._kept.popitem(last=False)
            self.bytes_kept -= gone.sizeInBytes()
