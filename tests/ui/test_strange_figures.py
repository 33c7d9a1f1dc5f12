"""Whatever the judges let pass can be drawn: nobody in the frame, a frame like a pinhole, directions that are none."""

from __future__ import annotations

import itertools
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from coach.figure import motion
from coach.figure.painter import FigurePainter
from coach.store import figures

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.logging import _QtMessageCapture

    from coach.figure.poses import Movement

FIGURES = figures.load(figures.known())
SIZE = (120, 80)


def _nowhere(movement: Movement) -> Movement:
    return replace(movement, frame=(8.0, 8.0, 9.0, 9.0))


def _pinhole(movement: Movement) -> Movement:
    return replace(movement, frame=(0.0, 0.0, 1e-7, 1e-7))


def _from_straight_above(movement: Movement) -> Movement:
    return replace(movement, camera=replace(movement.camera, pitch=90.0))


def _without_directions(movement: Movement) -> Movement:
    limp = {}
    for name, pose in movement.poses.items():
        nowhere = (0.0, 0.0, 0.0)
        legs = {side: replace(leg, pole=nowhere, toe=nowhere, sole=nowhere) for side, leg in pose.legs.items()}
        arms = {side: replace(arm, pole=nowhere, hand=nowhere, palm=nowhere) for side, arm in pose.arms.items()}
        limp[name] = replace(pose, legs=legs, arms=arms)
    return replace(movement, poses=limp)


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("strange", [_nowhere, _pinhole, _from_straight_above, _without_directions])
@pytest.mark.parametrize("figure", ["pelvic-tilt", "ql-stretch"])
def test_it_is_drawn_and_qt_has_nothing_to_say(
    qtlog: _QtMessageCapture, strange: Callable[[Movement], Movement], figure: str
) -> None:
    movement = strange(FIGURES.movements[figure])
    painter = FigurePainter(FIGURES.body, movement, "light", "a")

    for number, flipped in itertools.product(range(4), (False, True)):
        drawn = painter.picture(SIZE, motion.moment(movement, number * 1.0).place, flipped=flipped)
        assert (drawn.width(), drawn.height()) == SIZE
    assert not painter.close_up(SIZE, motion.held(movement)).isNull()
    assert [record.message for record in qtlog.records] == []
