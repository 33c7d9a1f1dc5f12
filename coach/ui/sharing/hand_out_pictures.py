"""The pictures of a hand-out: the poses of a movement on light ground, sharp enough for a printer, never flat ink."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtGui import QColor

from coach.figure import rig
from coach.figure.paint.painter import FigurePainter
from coach.figure.paint.palette import CLEAR
from coach.ui.figure.own_pictures import decoded, fitted

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtGui import QImage

    from coach.core.pacing import Side
    from coach.core.routine import Picture
    from coach.figure.poses import Still
    from coach.store.figures import Figures
    from coach.ui.sharing.hand_out import HandOutExercise

DPI = 300
"""Pixels of an inch of paper."""
WIDEST = 150.0
"""Most width of the picture that shows most, in pt; it is drawn for that."""
SHAPE = 2 / 3
"""Height of a picture divided by its width."""
BETWEEN = 4.0
"""Room between two pictures, in pt."""
ROOM = {"background": QColor("#FFFFFF"), "backdrop": QColor("#F3EBE0"), "floor": QColor("#FBF9F5")}
"""Colours behind the person that take little ink."""


class Poses(NamedTuple):
    """The pose of a movement that shows most, and the others, in their order."""

    hero: QImage
    others: tuple[QImage, ...]


Drawn = dict[int, Poses]
"""Pictures by the numbers of the exercises; one without has none."""


def small_width(wide: float, count: int) -> float:
    """Return the width of each of the smaller pictures, side by side below one of that width, in pt."""
    return (wide - BETWEEN * (count - 1)) / count


def draw(figures: Figures | None, variant: str, exercises: Iterable[HandOutExercise]) -> Drawn:
    """Draw the pictures of all exercises that have some; takes some 20 ms a pose."""
    drawn: Drawn = {}
    known: dict[tuple[str, Side | None], Poses] = {}
    for each in exercises:
        if each.own:
            if (own := _own(each.own, each.main)) is not None:
                drawn[each.number] = own
        elif each.figure is not None and figures is not None and each.figure in figures.movements:
            key = (each.figure, each.side)
            if key not in known:
                movement = figures.movements[each.figure]
                known[key] = _poses(FigurePainter(figures.body, movement, "light", variant, ROOM), each.side)
            drawn[each.number] = known[key]
    return drawn


def _own(pictures: Sequence[Picture], main: int) -> Poses | None:
    """Return pictures of one's own, those that can be opened; None where there are none."""
    longest = _pixels(WIDEST)[0]
    opened = [decoded(picture, longest) for picture in pictures]
    hero = opened.pop(main)
    others = [image for image in opened if image is not None]
    if hero is None:
        if not others:
            return None
        hero = others.pop(0)
    small = _pixels(small_width(WIDEST, max(2, len(others))))
    white = QColor("#FFFFFF")
    return Poses(
        fitted(hero, _pixels(WIDEST), white, CLEAR), tuple(fitted(image, small, white, CLEAR) for image in others)
    )


def _poses(painter: FigurePainter, side: Side | None) -> Poses:
    movement = painter.movement
    flipped = rig.is_mirrored(movement, side)
    others = [still for number, still in enumerate(movement.stills) if number != movement.hero]
    small = small_width(WIDEST, max(1, len(others)))
    hero = painter.picture(_pixels(WIDEST), _place(movement.stills[movement.hero]), flipped=flipped)
    return Poses(hero, tuple(painter.picture(_pixels(small), _place(still), flipped=flipped) for still in others))


def _place(still: Still) -> rig.Between:
    return rig.Between(still.a, still.b or still.a, still.t if still.b else 1.0, "hold", 0)


def _pixels(wide: float) -> tuple[int, int]:
    return round(wide * DPI / 72), round(wide * SHAPE * DPI / 72)
