"""Keeps pictures of one's own once they are decoded, in the budget of all pictures, and asks for those that are not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRectF, Signal

from coach.core.own_pictures import seen
from coach.ui.figure.close_ups import View
from coach.ui.figure.own_pictures import STEPS, Decoded, Decoder, fitted, placed, step_for

if TYPE_CHECKING:
    from PySide6.QtGui import QColor, QImage

    from coach.core.routine import Picture
    from coach.ui.figure.packed import Key, PackedPictures

AWAY = 0.08
"""How far a picture stays away from the edges of its scene, in heights of it."""
KIND = "own"
"""The kind of these among the pictures that are kept."""


class OwnPictures(QObject):
    """What there is at once, and what comes later: nothing is decoded on the thread of the window."""

    arrived = Signal(object)
    """A Picture that was asked for is there, or is known to be lost: what is `seen` of it."""

    def __init__(self, kept: PackedPictures) -> None:
        super().__init__()
        self._kept = kept
        self._lost: set[Picture] = set()
        self._decoder = Decoder()
        self._decoder.decoded.connect(self._on_decoded)

    def is_lost(self, picture: Picture) -> bool:
        """Tell whether a picture cannot be decoded."""
        return seen(picture) in self._lost

    def find(self, picture: Picture, longest: int) -> QImage | None:
        """Return a picture, sharp enough for so many px of its longer side or, until that has come, as it is there."""
        picture, step = seen(picture), step_for(longest)
        found = self._kept.find(_key(picture, step))
        if found is None and picture not in self._lost:
            self._decoder.ask(picture, step)
            others = (self._kept.find(_key(picture, other)) for other in reversed(STEPS))
            found = next((other for other in others if other is not None), None)
        return found  # type: ignore[return-value]  # under these keys there is no patch

    def is_coming(self, view: View) -> bool:
        """Tell whether what a small view needs is on its way."""
        return view.own is not None and self._decoder.is_asked(view.own, step_for(max(view.width, view.height)))

    def small(self, view: View, usual: QColor, shade: QColor) -> QImage | None:
        """Return a picture on its ground in the size of a view; None until it has come. It is not kept."""
        image = None if view.own is None else self.find(view.own, max(view.width, view.height))
        return None if image is None else fitted(image, (view.width, view.height), usual, shade)

    def in_scene(self, view: View, around: QColor, shade: QColor) -> QImage | None:
        """Return a picture in the scene of a view, with a plain ground around it; None until it has come."""
        left, top, width, height = view.scene or (0, 0, view.width, view.height)
        image = None if view.own is None else self.find(view.own, max(width, height))
        if image is None:
            return None
        away = round(AWAY * height)
        scene = QRectF(left + away, top + away, width - 2 * away, height - 2 * away)
        return placed(image, (view.width, view.height), scene, around, shade)

    def finish(self) -> None:
        """Ask for no more: the program ends."""
        self._decoder.finish()

    def _on_decoded(self, found: Decoded) -> None:
        if found.image is None:
            self._lost.add(found.picture)
        else:
            self._kept.keep_plain(_key(found.picture, found.longest), found.image)
        self.arrived.emit(found.picture)


def _key(picture: Picture, step: int) -> Key:
    return (View("", flipped=False, width=step, height=step, own=picture), KIND, 0)
