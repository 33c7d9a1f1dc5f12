"""The outline of the trunk: a smooth curve along the spine, with a width and two depths at each place along it."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from coach.core.dataclass import dataclass
from coach.figure.curves import Polygon, Profile, around, disc, hull, smooth
from coach.figure.poses import SIDES, SPINE_JOINTS
from coach.figure.vectors import along, dot, mixed, sub, unit

if TYPE_CHECKING:
    from coach.figure.poses import Body
    from coach.figure.projection import Projection
    from coach.figure.rig import Solved
    from coach.figure.vectors import Vec2, Vec3

SPINE_PIECES = 10
SEAT = -0.9
"""Where the trunk's curve begins, below the pelvis, in pelvis lengths."""
DRAWN_UP, DRAWN_UP_FROM, DRAWN_UP_OVER = 0.6, 75.0, 40.0
"""Share by which the end of the trunk shortens, the bend of a hip from which it does, and over which, in degrees."""

_SEGMENTS = ("pelvis", "lumbar", "thorax", "chest", "neck")


@dataclass(frozen=True, slots=True)
class Edge:
    """A station of the trunk: place along the spine, both outlines, middle, and the normal that points left."""

    k: float
    left: Vec2
    right: Vec2
    middle: Vec2
    normal: Vec2


class Trunk:
    """The trunk and neck of one pose after the other: `bend` first, then ask for outlines."""

    def __init__(self, body: Body, projection: Projection) -> None:
        self._body = body
        self._flat = projection.flat
        self._profile = Profile(body.radii["torso"])
        self._spine: list[Vec3] = []
        self._seat = 1.0

    def bend(self, solved: Solved) -> None:
        """Work out the curve of the spine of a pose, which the other methods use."""
        self._spine = self._spine_curve(solved)
        self._seat = _seat(solved)

    def _spine_curve(self, solved: Solved) -> list[Vec3]:
        joints = [solved.joints[joint] for joint in SPINE_JOINTS]
        seat = along(joints[0], solved.frames["pelvis"].up, SEAT * self._body.skeleton.spine["pelvis"])
        return [(p[0], p[1], p[2]) for p in smooth([seat, *joints], SPINE_PIECES)]

    def _on_spine(self, k: float) -> Vec3:
        # The curve has the same number of pieces for the end below the pelvis, which is SEAT long, as for each segment.
        place = (k - SEAT) / -SEAT * SPINE_PIECES if k < 0 else (1 + k) * SPINE_PIECES
        place = min(max(place, 0.0), len(self._spine) - 1.0)
        index = min(int(place), len(self._spine) - 2)
        return mixed(self._spine[index], self._spine[index + 1], place - index)

    def axes(self, solved: Solved, k: float) -> tuple[Vec3, Vec3]:
        """Return the person's right and front at a place along the spine (pelvis 0 … neck 4)."""
        place = min(max(k - 0.5, 0.0), len(_SEGMENTS) - 1.0)
        index = min(int(place), len(_SEGMENTS) - 2)
        a, b = solved.frames[_SEGMENTS[index]], solved.frames[_SEGMENTS[index + 1]]
        share = place - index
        return unit(mixed(a.right, b.right, share)), unit(mixed(a.front, b.front, share))

    def edges(
        self, solved: Solved, span: tuple[float, float], *, breath: float = 0.0, grow: float = 0.0, stations: int = 26
    ) -> list[Edge]:
        """Return the trunk's outlines between two places along the spine."""
        # A rounded back fills out at the waist, an arched one hollows.
        bulge = 0.017 * min(1.0, max(-0.25, solved.bend / 60))
        return [
            self._edge(solved, span[0] + (span[1] - span[0]) * station / stations, bulge, breath, grow)
            for station in range(stations + 1)
        ]

    def _edge(self, solved: Solved, k: float, bulge: float, breath: float, grow: float) -> Edge:
        at = k * self._seat if k < 0 else k
        x, y = self._flat(self._on_spine(at))
        (x0, y0), (x1, y1) = self._flat(self._on_spine(at - 0.04)), self._flat(self._on_spine(at + 0.04))
        size = math.hypot(x1 - x0, y1 - y0) or 1.0
        nx, ny = -(y1 - y0) / size, (x1 - x0) / size
        right, front = self.axes(solved, k)
        (rx, ry), (fx, fy) = self._flat(right), self._flat(front)
        across, ahead = rx * nx + ry * ny, fx * nx + fy * ny
        wide, deep_front, deep_back = self._profile.at(k)
        # Bell curves along the spine: breath swells the front of the chest, a rounded back fills out above the waist.
        deep_front += breath * 0.007 * math.exp(-((k - 2.4) ** 2))
        deep_back += bulge * math.exp(-(((k - 1.25) / 0.85) ** 2))
        # As in a limb: the half-width of an ellipse across the line of sight.
        to_left = math.hypot(wide * across, (deep_front if ahead > 0 else deep_back) * ahead) + grow
        to_right = math.hypot(wide * across, (deep_back if ahead > 0 else deep_front) * ahead) + grow
        left, other = (x + nx * to_left, y + ny * to_left), (x - nx * to_right, y - ny * to_right)
        return Edge(k, left, other, (x, y), (nx, ny))

    def trousers(self, solved: Solved) -> Polygon:
        """Return the outline of the part of the trunk that the trousers cover."""
        hips = self.edges(solved, (SEAT, 1.4), stations=16)
        return [edge.left for edge in hips] + [edge.right for edge in reversed(hips)]

    def shirt(self, solved: Solved, breath: float) -> tuple[list[Polygon], Polygon]:
        """Return the shirt without its sleeves, and the line of its hem."""
        hem_at = self._body.radii["cuff"][0][2]
        chest = self.edges(solved, (hem_at, 4.25), breath=breath, grow=0.003)
        (ax, ay), (bx, by), (nx, ny) = chest[0].right, chest[0].left, chest[0].normal
        hem = [
            (
                ax + (bx - ax) * j / 12 - ny * 0.011 * math.sin(math.pi * j / 12),
                ay + (by - ay) * j / 12 + nx * 0.011 * math.sin(math.pi * j / 12),
            )
            for j in range(13)
        ]
        whole = [edge.left for edge in chest] + [edge.right for edge in reversed(chest)] + hem
        rise, neck_radius, shoulder_radius = self._body.radii["yoke"][0]
        base = (*self._flat(along(solved.joints["neck"], solved.frames["chest"].up, rise)), neck_radius)
        yoke = [around([base, (*self._flat(solved.joints[f"shoulder_{side}"]), shoulder_radius)]) for side in SIDES]
        return [whole, *yoke], hem

    def neck(self, solved: Solved) -> Polygon:
        """Return the neck with the neckline of the shirt."""
        radius, drop, rise = self._body.radii["neckline"][0]
        chest, head = solved.frames["chest"], solved.frames["head"]
        centre = along(solved.joints["neck"], chest.up, rise)
        ring = []
        for j in range(24):
            angle = 2 * math.pi * j / 24
            at = along(centre, chest.right, radius * math.cos(angle))
            at = along(at, chest.front, radius * 0.92 * math.sin(angle))
            ring.append(self._flat(along(at, chest.up, -drop * math.sin(angle))))
        top = along(along(solved.joints["head"], head.up, 0.012), head.front, 0.004)
        return hull(ring + disc(self._flat(top), self._body.radii["neck"][0][0]))


def _seat(solved: Solved) -> float:
    """Return the length of the trunk's end below the pelvis, as a share of its full length.

    With a thigh drawn up while lying that end would show as a bump below the thigh. While kneeling it is needed: it
    closes the gap between back and thigh.
    """
    pelvis = solved.frames["pelvis"]
    bent = 0.0
    for side in SIDES:
        thigh = solved.bones[f"thigh_{side}"]
        onwards = dot(unit(sub(thigh.end, thigh.start)), pelvis.up)
        bent = max(bent, math.degrees(math.acos(min(1.0, max(-1.0, -onwards)))))
    drawn_up = min(1.0, max(0.0, (bent - DRAWN_UP_FROM) / DRAWN_UP_OVER))
    # The pelvis faces up when the person lies on their back, and its front has no height when they kneel upright.
    return 1 - DRAWN_UP * drawn_up * max(0.0, pelvis.front[1])
