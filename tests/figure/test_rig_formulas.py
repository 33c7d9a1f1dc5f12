"""The formulas that the rig is made of: turned segments, two bones that reach a target, and the camera."""

from __future__ import annotations

import itertools
import math
from typing import TYPE_CHECKING

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from coach.figure.poses import SEGMENTS, SIDES, Camera
from coach.figure.projection import Projection
from coach.figure.rig import (
    FACING,
    REACH,
    frame_of,
    two_bones,
)
from coach.figure.vectors import along, cross, dot, length, sub, unit
from tests.figure.figures import (
    IDS,
    angle,
    assert_square,
    distance,
    movement,
    samples,
)

if TYPE_CHECKING:
    from coach.figure.vectors import Vec3

EXACT = 1e-6

every_movement = pytest.mark.parametrize("name", IDS)


# Orientation


X, Y, Z = (1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0)
LEFT, DOWN, AWAY = (-1.0, 0.0, 0.0), (0.0, -1.0, 0.0), (0.0, 0.0, -1.0)
H = math.sqrt(0.5)
Turned = tuple[str, tuple[float, float, float], tuple["Vec3", "Vec3", "Vec3"]]

TURNED: dict[str, Turned] = {
    "upright, seen from the right": ("+x", (0, 0, 0), (Z, Y, X)),
    "upright, seen from the left": ("-x", (0, 0, 0), (AWAY, Y, LEFT)),
    "upright, facing the viewer": ("+z", (0, 0, 0), (LEFT, Y, Z)),
    "on the back": ("+x", (-90, 0, 0), (Z, LEFT, Y)),
    "on the back, feet to the viewer": ("+z", (-90, 0, 0), (LEFT, AWAY, Y)),
    "face down": ("+x", (90, 0, 0), (Z, X, DOWN)),
    "face down to the left": ("-x", (90, 0, 0), (AWAY, LEFT, DOWN)),
    "leaning forward by half": ("+x", (45, 0, 0), (Z, (H, H, 0), (H, -H, 0))),
    "leaning to the own right": ("+z", (0, 90, 0), (DOWN, LEFT, Z)),
    "leaning to the own left": ("+z", (0, -90, 0), (Y, X, Z)),
    "turned to the own right": ("+x", (0, 0, 90), (LEFT, Y, Z)),
    "on the back, then turned to the right": ("+x", (-90, 0, 90), (DOWN, LEFT, Z)),
    "forward, then sideways, then turned": ("+x", (90, 90, 90), (Y, Z, LEFT)),
}


@pytest.mark.parametrize(("facing", "turn", "axes"), TURNED.values(), ids=TURNED)
def test_segments_are_turned_as_told(facing: str, turn: Vec3, axes: tuple[Vec3, Vec3, Vec3]) -> None:
    frame = frame_of(facing, turn)

    assert frame.right == pytest.approx(axes[0], abs=1e-12)
    assert frame.up == pytest.approx(axes[1], abs=1e-12)
    assert frame.front == pytest.approx(axes[2], abs=1e-12)


degrees = st.floats(-360, 360)


@given(facing=st.sampled_from(sorted(FACING)), turn=st.tuples(degrees, degrees, degrees))
@settings(max_examples=150, deadline=None)
def test_right_is_always_front_cross_up(facing: str, turn: Vec3) -> None:
    frame = frame_of(facing, turn)

    assert_square((frame.right, frame.up, frame.front))
    assert frame.right == pytest.approx(cross(frame.front, frame.up), abs=1e-9)


@given(turn=st.tuples(st.floats(-80, 80), st.floats(-80, 80), degrees))
@settings(max_examples=100, deadline=None)
def test_pitch_leans_forward_and_side_to_the_right(turn: Vec3) -> None:
    pitch, side, _ = (math.radians(number) for number in turn)
    up = frame_of("+x", turn).up

    assert up == pytest.approx(
        (math.sin(pitch) * math.cos(side), math.cos(pitch) * math.cos(side), math.sin(side)), abs=1e-9
    )


@every_movement
def test_frames_of_every_movement_are_square(name: str) -> None:
    for sample in samples(name):
        assert set(sample.solved.frames) == set(SEGMENTS)
        for frame in sample.solved.frames.values():
            assert_square((frame.right, frame.up, frame.front))
            assert frame.right == pytest.approx(cross(frame.front, frame.up), abs=1e-9)


@every_movement
def test_hands_and_feet_face_at_right_angles_to_where_they_point(name: str) -> None:
    for sample, side in itertools.product(samples(name), SIDES):
        for end in (sample.solved.feet[side], sample.solved.hands[side]):
            assert length(end.points) == pytest.approx(1)
            assert length(end.faces) == pytest.approx(1)
            assert dot(end.points, end.faces) == pytest.approx(0, abs=1e-6), f"{side}: {sample}"


# Two bones

coordinate = st.floats(-1, 1).filter(lambda number: number == 0 or abs(number) > 1e-3)
points = st.tuples(coordinate, coordinate, coordinate)
bones = st.tuples(st.floats(0.05, 0.5), st.floats(0.05, 0.5))


def direction_to(yaw: float, height: float) -> Vec3:
    flat = math.sqrt(1 - height * height)
    return flat * math.cos(yaw), height, flat * math.sin(yaw)


directions = st.builds(direction_to, st.floats(0, math.tau), st.floats(-1, 1))


@given(start=points, target=points, lengths=bones, pole=points)
@example(start=(0.0, 0.0, 0.0), target=(0.0, 1.0, 0.0), lengths=(0.5, 0.5), pole=(0.0, 0.0, 0.0))
@example(start=(0.0, 0.0, 0.0), target=(0.0, 0.4, 0.0), lengths=(0.3, 0.2), pole=(0.0, 1.0, 0.0))
@settings(max_examples=200, deadline=None)
def test_two_bones_keep_their_lengths_wherever_they_reach(
    start: Vec3, target: Vec3, lengths: tuple[float, float], pole: Vec3
) -> None:
    middle, end, _ = two_bones(start, target, lengths, pole)

    assert distance(start, middle) == pytest.approx(lengths[0], abs=EXACT)
    assert distance(middle, end) == pytest.approx(lengths[1], abs=EXACT)


@given(start=points, way=directions, share=st.floats(0, 1), lengths=bones, pole=points)
@settings(max_examples=200, deadline=None)
def test_two_bones_end_at_a_target_within_reach(
    start: Vec3, way: Vec3, share: float, lengths: tuple[float, float], pole: Vec3
) -> None:
    nearest, furthest = abs(lengths[0] - lengths[1]) + 1e-3, sum(lengths) * REACH
    target = along(start, way, nearest + (furthest - nearest) * share)

    _, end, _ = two_bones(start, target, lengths, pole)

    assert distance(end, target) == pytest.approx(0, abs=EXACT)


@given(start=points, way=directions, beyond=st.floats(1, 3), lengths=bones, pole=points)
@settings(max_examples=100, deadline=None)
def test_two_bones_reach_towards_a_target_that_is_too_far(
    start: Vec3, way: Vec3, beyond: float, lengths: tuple[float, float], pole: Vec3
) -> None:
    _, end, _ = two_bones(start, along(start, way, sum(lengths) * beyond), lengths, pole)

    assert end == pytest.approx(along(start, way, sum(lengths) * REACH), abs=EXACT)


@given(start=points, way=directions, share=st.floats(0.05, 0.95), lengths=bones, pole=directions)
@settings(max_examples=200, deadline=None)
def test_the_middle_joint_lies_on_the_side_of_the_pole(
    start: Vec3, way: Vec3, share: float, lengths: tuple[float, float], pole: Vec3
) -> None:
    assume(10 < angle(pole, way) < 170)
    nearest, furthest = abs(lengths[0] - lengths[1]), sum(lengths)
    target = along(start, way, nearest + (furthest - nearest) * share)

    middle, _, bend = two_bones(start, target, lengths, pole)

    off_the_axis = along(sub(middle, start), way, -dot(sub(middle, start), way))
    assert dot(off_the_axis, pole) > 0
    assert unit(off_the_axis) == pytest.approx(bend, abs=1e-5)
    assert dot(bend, way) == pytest.approx(0, abs=1e-9)
    assert dot(cross(way, pole), bend) == pytest.approx(0, abs=1e-9)


def test_a_target_at_the_root_and_a_pole_along_the_way_still_give_a_limb() -> None:
    for target, pole in (((0.0, 0.0, 0.0), Y), ((0.3, 0.0, 0.0), X), ((0.0, 0.3, 0.0), X), ((0.3, 0.0, 0.0), DOWN)):
        middle, end, bend = two_bones((0.0, 0.0, 0.0), target, (0.2, 0.2), pole)
        assert distance((0.0, 0.0, 0.0), middle) == pytest.approx(0.2, abs=EXACT)
        assert distance(middle, end) == pytest.approx(0.2, abs=EXACT)
        assert length(bend) == pytest.approx(1)


def test_a_right_angle_of_two_bones() -> None:
    middle, end, bend = two_bones((1.0, 0.0, 0.0), (1.5, 0.0, 0.0), (0.3, 0.4), (0.7, 5.0, 0.0))

    assert middle == pytest.approx((1.18, 0.24, 0))
    assert end == pytest.approx((1.5, 0, 0))
    assert bend == pytest.approx(Y)


# Camera


@pytest.mark.parametrize(
    ("yaw", "pitch"), [(0, 0), (14, 15), (0, 13), (30, 42), (-30, 20), (90, 0), (0, 90), (200, -35)]
)
@pytest.mark.parametrize("point", [X, Y, Z, (0.3, -0.2, 0.5), (-0.7, 0.4, -0.1)])
def test_projection_follows_its_formulas(yaw: float, pitch: float, point: Vec3) -> None:
    x, y, z = point
    around, down = math.radians(yaw), math.radians(pitch)
    depth = z * math.cos(around) - x * math.sin(around)

    found = Projection.through(Camera(yaw=yaw, pitch=pitch)).flat(point)

    assert found[0] == pytest.approx(x * math.cos(around) + z * math.sin(around), abs=1e-12)
    assert found[1] == pytest.approx(y * math.cos(down) - depth * math.sin(down), abs=1e-12)


@given(yaw=degrees, pitch=degrees, point=points)
@settings(max_examples=100, deadline=None)
def test_projection_is_a_turn_of_the_world(yaw: float, pitch: float, point: Vec3) -> None:
    seen = Projection.through(Camera(yaw=yaw, pitch=pitch))

    assert_square((seen.x, seen.y, seen.z))
    assert cross(seen.x, seen.y) == pytest.approx(seen.z, abs=1e-9)
    assert length((*seen.flat(point), seen.depth(point))) == pytest.approx(length(point), abs=1e-9)


def test_what_is_nearer_the_viewer_has_more_depth_and_lies_lower() -> None:
    seen = Projection.through(movement("pelvic-tilt").camera)

    assert seen.depth((0, 0, 0.2)) > seen.depth((0, 0, -0.2))
    assert seen.flat((0, 0, 0.2))[1] < seen.flat((0, 0, -0.2))[1]
    assert seen.depth((0, 0.2, 0)) > seen.depth((0, 0, 0))
