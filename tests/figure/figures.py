"""The shipped body and movements, and what is measured on a solved figure. No Qt here."""

from __future__ import annotations

import itertools
import json
import math
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import pytest

from coach.figure.poses import SEGMENTS, SIDES, SPINE_JOINTS
from coach.figure.rig import Between, loop_seconds, place_in_loop, solve_at
from coach.figure.vectors import add, along, cross, dot, length, mixed, scaled, sub, unit
from coach.store import figures
from tests.cases import ROOT

if TYPE_CHECKING:
    from coach.figure.poses import Body, Movement, Side
    from coach.figure.rig import Solved
    from coach.figure.vectors import Vec3
    from tests.cases import Json

FIGURES = ROOT / "assets" / "figures"
BODY = FIGURES / "body.json"
IDS = (
    "pelvic-tilt",
    "single-knee-to-chest",
    "double-knee-to-chest",
    "trunk-rotation",
    "ql-stretch",
    "childs-pose",
    "cat-cow",
)
INSTANTS = 200

ELBOW_RADIUS = 0.0225
ANKLE_RADIUS = 0.021
WRIST_RADIUS = 0.0145
FINGER_RADIUS = 0.0075
SKULL_RADIUS = 0.060
KNUCKLES, FINGERS = 0.054, 0.036


# The shipped files


def document(name: str) -> Json:
    """Return a shipped file as plain data, fresh for each caller."""
    told: Json = json.loads((FIGURES / f"{name}.json").read_text(encoding="utf-8"))
    return told


@cache
def body() -> Body:
    """Return the shipped body."""
    return figures.read_body(BODY)


@cache
def movement(name: str) -> Movement:
    """Return a shipped movement."""
    return figures.read_movement(FIGURES / f"{name}.json")


# Solved figures


@dataclass(frozen=True)
class Sample:
    """The figure at one place of the loop; no time means a key pose by itself."""

    place: Between
    solved: Solved
    time_s: float | None = None

    @property
    def is_key_pose(self) -> bool:
        """Tell whether nothing is mixed here."""
        return self.place.a == self.place.b or self.place.share in {0.0, 1.0}

    def __str__(self) -> str:
        """Tell where this is, for the message of a failed test."""
        return f"{self.place.a} > {self.place.b} at {self.place.share:.3f}, {self.time_s} s"


@cache
def key_poses(name: str) -> tuple[Sample, ...]:
    """Return the figure in each key pose of a movement."""
    told = movement(name)
    places = [Between(pose, pose, 1.0, "", 0) for pose in told.poses]
    return tuple(Sample(place, solve_at(body().skeleton, told, place)) for place in places)


@cache
def instants(name: str) -> tuple[Sample, ...]:
    """Return the figure at instants spread evenly over one round of the loop."""
    told = movement(name)
    times = [loop_seconds(told) * number / INSTANTS for number in range(INSTANTS)]
    places = [place_in_loop(told, time_s) for time_s in times]
    return tuple(
        Sample(place, solve_at(body().skeleton, told, place), time_s)
        for place, time_s in zip(places, times, strict=True)
    )


def samples(name: str) -> tuple[Sample, ...]:
    """Return the key poses and the instants of a movement."""
    return key_poses(name) + instants(name)


# Angles


def angle(a: Vec3, b: Vec3) -> float:
    """Return the angle between two directions, in degrees."""
    return math.degrees(math.atan2(length(cross(a, b)), dot(a, b)))


def distance(a: Vec3, b: Vec3) -> float:
    """Return how far two points are apart."""
    return length(sub(a, b))


def flexion(solved: Solved, root: str, middle: str, end: str) -> float:
    """Return by how much the joint in the middle bends: 0 is straight."""
    joints = solved.joints
    return angle(sub(joints[middle], joints[root]), sub(joints[end], joints[middle]))


# What is drawn lowest


def profile(rows: tuple[tuple[float, ...], ...], at: float) -> tuple[float, ...]:
    """Return the numbers of a profile at a place, straight between its rows."""
    before = rows[0]
    for row in rows:
        if at <= row[0]:
            share = (at - before[0]) / (row[0] - before[0]) if row[0] > before[0] else 0.0
            return tuple(a + (b - a) * share for a, b in zip(before[1:], row[1:], strict=True))
        before = row
    return before[1:]


def heights(solved: Solved) -> dict[str, float]:
    """Return how high the lowest point of each drawn part is: the mat is 0."""
    found = {f"trunk at {k:.1f}": y for k, y in trunk_heights(solved).items()}
    found["head"] = head_height(solved)
    for side in SIDES:
        found |= {f"{part}_{side}": y for part, y in _limb_heights(solved, side).items()}
    return found


def head_height(solved: Solved) -> float:
    """Return how high the back of the head (or the forehead) is."""
    return solved.joints["head_centre"][1] - SKULL_RADIUS


def _limb_heights(solved: Solved, side: Side) -> dict[str, float]:
    joints, radii = solved.joints, body().radii
    shin, foot, hand = solved.bones[f"shin_{side}"], solved.feet[side], solved.hands[side]
    found = {
        "knee": joints[f"knee_{side}"][1] - radii["knee"][0][0],
        "elbow": joints[f"elbow_{side}"][1] - ELBOW_RADIUS,
        "ankle": joints[f"ankle_{side}"][1] - ANKLE_RADIUS,
        "wrist": joints[f"wrist_{side}"][1] - WRIST_RADIUS,
    }
    for share in (0.2, 0.5, 0.8):
        found[f"shin at {share}"] = mixed(shin.start, shin.end, share)[1] - profile(radii["shin"], share)[2]
    big_toe = cross(foot.points, foot.faces) if side == "r" else cross(foot.faces, foot.points)
    found["foot"] = min(
        (along(along(along(foot.at, foot.points, ball[0]), foot.faces, ball[1]), big_toe, ball[2])[1] - ball[3])
        for ball in body().discs["foot"]
    )
    curl = math.radians(hand.curl)
    fingers = add(scaled(hand.points, math.cos(curl)), scaled(hand.faces, math.sin(curl)))
    found["finger tips"] = along(along(hand.at, hand.points, KNUCKLES), fingers, FINGERS)[1] - FINGER_RADIUS
    return found


def trunk_heights(solved: Solved) -> dict[float, float]:
    """Return how high the lowest point of the trunk is, at places along the spine (pelvis 0, neck 4)."""
    found = {}
    for number in range(-6, 37):
        k = number / 10
        wide, front, back = profile(body().radii["torso"], k)
        back += 0.017 * min(1.0, max(-0.25, solved.bend / 60)) * math.exp(-(((k - 1.25) / 0.85) ** 2))
        right, forward = _trunk_axes(solved, k)
        deep = back if forward[1] > 0 else front
        found[k] = _spine(solved, k)[1] - math.hypot(wide * right[1], deep * forward[1])
    return found


def _trunk_axes(solved: Solved, k: float) -> tuple[Vec3, Vec3]:
    """Return right and front at a place: each segment has its own at its middle, mixed between two middles."""
    place = max(0.0, k - 0.5)
    first = min(int(place), len(SEGMENTS) - 2)
    a, b = solved.frames[SEGMENTS[first]], solved.frames[SEGMENTS[first + 1]]
    return unit(mixed(a.right, b.right, place - first)), unit(mixed(a.front, b.front, place - first))


def _spine(solved: Solved, k: float) -> Vec3:
    """Return the point of the smooth (Catmull-Rom) curve through the seat and the joints of the spine."""
    joints = [solved.joints[joint] for joint in SPINE_JOINTS]
    seat = along(joints[0], solved.frames["pelvis"].up, -0.9 * body().skeleton.spine["pelvis"])
    points = [along(scaled(seat, 2), joints[0], -1), seat, *joints]
    span, t = (1, (k + 0.9) / 0.9) if k < 0 else (2 + int(k), k - int(k))
    weights = (
        -t + 2 * t**2 - t**3,
        2 - 5 * t**2 + 3 * t**3,
        t + 4 * t**2 - 3 * t**3,
        -(t**2) + t**3,
    )
    at = (0.0, 0.0, 0.0)
    for point, weight in zip(points[span - 1 : span + 3], weights, strict=True):
        at = along(at, point, weight / 2)
    return at


def assert_square(axes: tuple[Vec3, Vec3, Vec3]) -> None:
    """All three are of length 1 and at right angles to each other."""
    assert [length(axis) for axis in axes] == pytest.approx([1, 1, 1], abs=1e-9)
    assert [dot(a, b) for a, b in itertools.combinations(axes, 2)] == pytest.approx([0, 0, 0], abs=1e-9)
