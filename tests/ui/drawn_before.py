"""Pictures of the figure that a window of an earlier test drew: they took a third of the time of each test."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QRect
from PySide6.QtGui import QImage

from coach.figure.paint.painter import FigurePainter, Patch

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Mapping

    from PySide6.QtGui import QColor

    from coach.figure.paint.painter import Scene
    from coach.figure.poses import Body, Movement
    from coach.figure.rig import Between

MOST_BYTES = 96 << 20


class _Kept:
    """What was drawn lately, up to so many bytes."""

    def __init__(self) -> None:
        self._made: OrderedDict[Hashable, QImage | Patch | QRect] = OrderedDict()
        self._bytes = 0

    def find(self, key: Hashable, draw: Callable[[], Any]) -> Any:
        """Return what was drawn for this key, or draw it."""
        if key in self._made:
            self._made.move_to_end(key)
            return self._made[key]
        made = self._made[key] = draw()
        self._bytes += _bytes(made)
        while self._bytes > MOST_BYTES:
            self._bytes -= _bytes(self._made.popitem(last=False)[1])
        return made


class _Remembering(FigurePainter):
    """Draws each picture once; gives copies, for whoever gets one may paint on it."""

    def __init__(self, body: Body, movement: Movement, theme: str, variant: str) -> None:
        super().__init__(body, movement, theme, variant)
        self.of = (body, movement, theme, variant)

    def ground(self, size: tuple[int, int], *, flipped: bool = False, scene: Scene | None = None) -> QImage:
        draw, key = super().ground, (id(self), "ground", size, flipped, scene)
        return QImage(_KEPT.find(key, lambda: draw(size, flipped=flipped, scene=scene)))

    def picture(self, size: tuple[int, int], place: Between, *, flipped: bool = False) -> QImage:
        draw = super().picture
        return QImage(
            _KEPT.find((id(self), "picture", size, place, flipped), lambda: draw(size, place, flipped=flipped))
        )

    def close_up(self, size: tuple[int, int], place: Between, *, flipped: bool = False) -> QImage:
        draw = super().close_up
        return QImage(_KEPT.find((id(self), "small", size, place, flipped), lambda: draw(size, place, flipped=flipped)))

    def patch(
        self,
        ground: QImage,
        place: Between,
        *,
        life: float = 0.0,
        flipped: bool = False,
        within: QRect | None = None,
        scene: Scene | None = None,
    ) -> Patch:
        draw = super().patch
        size, part = ground.size().toTuple(), None if within is None else within.getRect()
        made = _KEPT.find(
            (id(self), "patch", size, place, life, flipped, part, scene),
            lambda: draw(ground, place, life=life, flipped=flipped, within=within, scene=scene),
        )
        return Patch(QRect(made.rect), QImage(made.image))

    def alive(
        self, size: tuple[int, int], place: Between, *, flipped: bool = False, scene: Scene | None = None
    ) -> QRect:
        look, key = super().alive, (id(self), "alive", size, place, flipped, scene)
        return QRect(_KEPT.find(key, lambda: look(size, place, flipped=flipped, scene=scene)))


_KEPT = _Kept()
_PAINTERS: list[_Remembering] = []
"""Never forgotten, so that no other gets the id of one: as many as there are movements, themes and variants."""


def painter_of(
    body: Body, movement: Movement, theme: str, variant: str, room: Mapping[str, QColor] | None = None
) -> FigurePainter:
    """Return the painter of a movement that is the same as this one, in the same theme and variant.

    In a room of its own nothing was drawn before.
    """
    if room:
        return FigurePainter(body, movement, theme, variant, room)
    for painter in _PAINTERS:
        if painter.of == (body, movement, theme, variant):
            return painter
    painter = _Remembering(body, movement, theme, variant)
    _PAINTERS.append(painter)
    return painter


def _bytes(made: QImage | Patch | QRect) -> int:
    if isinstance(made, QRect):
        return 0
    return (made.image if isinstance(made, Patch) else made).sizeInBytes()
