"""Arrows and glows as pixels: nothing but the body in a held pose, and a glow where the stretch is felt."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from coach.figure.motion import held
from coach.figure.paint.painter import FigurePainter
from coach.figure.projection import Projection
from coach.figure.rig import Between, solve_at
from coach.figure.vectors import mixed
from coach.store import figures

if TYPE_CHECKING:
    from PySide6.QtGui import QColor, QImage

    from coach.figure.poses import Highlight, Movement
    from coach.figure.vectors import Vec3

SIZE = (360, 240)
FIGURES = figures.load(figures.known())
ROTATION = FIGURES.movements["trunk-rotation"]
THEMES = ("light", "dark")
SIDES = pytest.mark.parametrize("flipped", [False, True], ids=["right", "left"])
FELT = 24
"""From how much redder than without it a pixel counts as glowing: a third of the strongest."""

pytestmark = pytest.mark.usefixtures("qapp")
each_theme = pytest.mark.parametrize("theme", THEMES)


def drawn(movement: Movement, theme: str, place: Between, *, flipped: bool = False) -> QImage:
    """Return the picture of a movement at a place."""
    return FigurePainter(FIGURES.body, movement, theme, "a").picture(SIZE, place, flipped=flipped)


def pixel(movement: Movement, at: Vec3, *, flipped: bool) -> tuple[int, int]:
    """Return where a point of the world is in the picture."""
    x, y = Projection.through(movement.camera).flat(at)
    left, bottom, right, top = movement.frame
    scale = min(SIZE[0] / (right - left), SIZE[1] / (top - bottom))
    across = (x - (left + right) / 2) * (-scale if flipped else scale)
    return round(SIZE[0] / 2 + across), round(SIZE[1] / 2 - (y - (bottom + top) / 2) * scale)


def warmth(colour: QColor) -> int:
    """Return by how much a colour is more red than blue."""
    return colour.red() - colour.blue()


@each_theme
@pytest.mark.parametrize("flipped", [False, True], ids=["right", "left"])
@pytest.mark.parametrize("name", FIGURES.movements)
def test_a_figure_that_is_still_has_no_arrow_and_no_dot(name: str, theme: str, *, flipped: bool) -> None:
    movement = FIGURES.movements[name]
    for place in (held(movement), Between(movement.loop[0].pose, movement.loop[0].pose, 1.0, "start", 0)):
        plain = drawn(replace(movement, cues=()), theme, place, flipped=flipped)
        assert drawn(movement, theme, place, flipped=flipped) == plain


@pytest.mark.parametrize("name", FIGURES.movements)
def test_a_figure_that_moves_has_an_arrow(name: str) -> None:
    movement = FIGURES.movements[name]
    for number, step in enumerate(movement.loop):
        place = Between(movement.loop[number - 1].pose, step.pose, 0.7, step.phase, number)
        assert drawn(movement, "light", place) != drawn(replace(movement, cues=()), "light", place), place


@each_theme
@SIDES
def test_the_waist_of_the_trunk_rotation_is_seen_and_no_wedge(theme: str, *, flipped: bool) -> None:
    solved = solve_at(FIGURES.body.skeleton, ROTATION, held(ROTATION))
    bare = drawn(replace(ROTATION, highlights=tuple(_dimmed())), theme, held(ROTATION), flipped=flipped)
    chest = bare.pixelColor(*pixel(ROTATION, solved.joints["chest"], flipped=flipped))

    for share in (0.45, 0.7, 1.0):
        at = mixed(solved.joints["lumbar"], solved.joints["mid_spine"], share)
        colour = bare.pixelColor(*pixel(ROTATION, at, flipped=flipped))
        assert abs(colour.lightness() - chest.lightness()) < 25, "the shirt, not the trousers, is in front"


@each_theme
@SIDES
def test_the_trunk_rotation_glows_at_waist_and_low_back_and_not_on_the_thigh(theme: str, *, flipped: bool) -> None:
    place = held(ROTATION)
    solved = solve_at(FIGURES.body.skeleton, ROTATION, place)
    lit = drawn(ROTATION, theme, place, flipped=flipped)
    bare = drawn(replace(ROTATION, highlights=tuple(_dimmed())), theme, place, flipped=flipped)
    glowing = [
        (x, y)
        for x in range(SIZE[0])
        for y in range(SIZE[1])
        if warmth(lit.pixelColor(x, y)) - warmth(bare.pixelColor(x, y)) > FELT
    ]

    assert len(glowing) > 60
    joints = [pixel(ROTATION, solved.joints[name], flipped=flipped) for name in ("pelvis", "mid_spine")]
    top, bottom = min(y for _x, y in joints), max(y for _x, y in joints)
    middle = sum(y for _x, y in glowing) / len(glowing)
    assert top - 6 < middle < bottom + 6
    thigh = solved.bones["thigh_l"]
    for share in (0.0, 0.15, 0.3, 0.6):
        x, y = pixel(ROTATION, mixed(thigh.start, thigh.end, share), flipped=flipped)
        assert lit.pixelColor(x, y) == bare.pixelColor(x, y), share


def _dimmed() -> list[Highlight]:
    return [replace(each, strength=dict.fromkeys(each.strength, 0.0)) for each in ROTATION.highlights]
