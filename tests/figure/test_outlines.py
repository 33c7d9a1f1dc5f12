"""The outlines that are cut from a solved pose."""

from __future__ import annotations

import pytest

from coach.figure.outlines import Tailor
from coach.figure.projection import Projection
from coach.figure.trunk import SEAT
from tests.figure.figures import body, movement, samples


def is_inside(polygon: list[tuple[float, float]], x: float, y: float) -> bool:
    """Tell whether a point lies in a polygon: a ray from it crosses the edge an odd number of times."""
    inside = False
    for (ax, ay), (bx, by) in zip(polygon, [*polygon[1:], polygon[0]], strict=True):
        if (ay > y) != (by > y) and x < ax + (y - ay) / (by - ay) * (bx - ax):
            inside = not inside
    return inside


@pytest.mark.parametrize("name", ["single-knee-to-chest", "double-knee-to-chest"])
def test_where_a_thigh_is_drawn_up_the_end_of_the_trunk_is_behind_it(name: str) -> None:
    tailor = Tailor(body(), movement(name), Projection.through(movement(name).camera))
    drawn_up = [sample for sample in samples(name) if sample.place.a != "start" and sample.place.b != "start"]
    assert drawn_up
    for sample in drawn_up:
        thigh = tailor.parts(sample.solved)["thigh_r"].fills[0][1]
        end = tailor.trunk.edges(sample.solved, (SEAT, SEAT), stations=1)[0]
        for x, y in (end.left, end.right):
            assert any(is_inside(polygon, x, y) for polygon in thigh), f"({x:.3f}, {y:.3f}): {sample}"
