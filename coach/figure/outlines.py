"""From joints to outlines: polygons on the screen, in body lengths with y up.

Polygons of one colour in one part are meant to be filled together, so that no seam shows at a knee or an elbow.
`cast` is what throws a soft shade on the parts behind.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from coach.figure.curves import Polygon, Profile, around, disc, hull, smooth
from coach.figure.poses import SIDES, SPINE_JOINTS
from coach.figure.vectors import add, along, cross, dot, mixed, scaled, sub, unit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coach.figure.poses import Body, Highlight, Movement
    from coach.figure.rig import Bone, Extremity, Projection, Solved
    from coach.figure.vectors import Vec2, Vec3

STATIONS = 12
"""Places along a limb at which its width is taken."""

SPINE_PIECES = 10
SEAT = -0.9
"""How far below the pelvis the trunk's curve begins, in pelvis lengths."""
DRAWN_UP, DRAWN_UP_FROM, DRAWN_UP_OVER = 0.6, 75.0, 40.0
"""By what share the end of the trunk draws up, from how many degrees of bending a hip, and over how many."""

Disc = tuple[float, float, float]
"""Middle and radius on the screen."""

_SEGMENTS = ("pelvis", "lumbar", "thorax", "chest", "neck")


@dataclass(slots=True)
class Part:
    """One part of the body: fills by colour key, what throws its shade, and its hems as lines by colour key."""

    fills: list[tuple[str, list[Polygon]]]
    cast: list[list[Polygon]]
    hems: list[tuple[str, Polygon]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Edge:
    """A station of the trunk: place along the spine, both outlines, middle, and the normal that points left."""

    k: float
    left: Vec2
    right: Vec2
    middle: Vec2
    normal: Vec2


class Tailor:
    """Knows the body's measures and cuts the outlines of a solved pose."""

    def __init__(self, body: Body, movement: Movement, projection: Projection) -> None:
        self._body = body
        self._far = set(movement.far)
        self._flat = projection.flat
        self._profiles = {
            name: Profile(body.radii[name]) for name in ("torso", "thigh", "shin", "upper_arm", "sleeve", "forearm")
        }
        self._spine: list[Vec3] = []
        self._seat = 1.0

    def parts(self, solved: Solved, breath: float = 0.0) -> dict[str, Part]:
        """Return every part of the body; `breath` (-1 to 1) swells the chest."""
        self._spine = self._spine_curve(solved)
        self._seat = _seat(solved)
        made: dict[str, Part] = {}
        for side in SIDES:
            shade = "far" if f"leg_{side}" in self._far else "near"
            made[f"thigh_{side}"] = self._thigh(solved, side, shade)
            made[f"shin_{side}"] = self._shin(solved, side, shade)
            foot = self._foot(solved.feet[side], solved.joints[f"knee_{side}"], side)
            made[f"foot_{side}"] = Part([(f"skin_{shade}", foot)], [foot])
            shade = "far" if f"arm_{side}" in self._far else "near"
            made[f"upper_arm_{side}"] = self._upper_arm(solved, side, shade)
            forearm = [*self._tube("forearm", solved.bones[f"forearm_{side}"]), self._elbow(solved, side)]
            made[f"forearm_{side}"] = Part([(f"skin_{shade}", forearm)], [forearm])
            hand = self._hand(solved.hands[side], side)
            made[f"hand_{side}"] = Part([(f"skin_{shade}", hand)], [hand])
        made["torso"] = self._torso(solved, breath)
        neck = [self._neck(solved)]
        made["neck"] = Part([("skin_near", neck)], [neck])
        return made

    # Limbs

    def _tube(
        self, name: str, bone: Bone, start: float = 0.0, end: float = 1.0, grow: float = 0.0, *, caps: bool = True
    ) -> list[Polygon]:
        """Return the outline of a tapered limb between two places along its bone, with round ends unless cut."""
        (ax, ay), (bx, by) = self._flat(bone.start), self._flat(bone.end)
        dx, dy = bx - ax, by - ay
        size = math.hypot(dx, dy)
        nx, ny = (-dy / size, dx / size) if size > 1e-6 else (-1.0, 0.0)  # noqa: PLR2004 - seen along the bone
        fx, fy = self._flat(bone.front)
        sx, sy = self._flat(bone.side)
        front, side = fx * nx + fy * ny, sx * nx + sy * ny
        norm = math.sqrt(max(1e-9, front * front + side * side))
        profile = self._profiles[name]
        left: Polygon = []
        right: Polygon = []
        for station in range(STATIONS + 1):
            t = start + (end - start) * station / STATIONS
            to_front, to_back, to_side = profile.at(t)
            if front < 0:
                to_front, to_back = to_back, to_front
            out_left = math.hypot(to_side * side, to_front * front) / norm + grow
            out_right = math.hypot(to_side * side, to_back * front) / norm + grow
            x, y = ax + dx * t, ay + dy * t
            left.append((x + nx * out_left, y + ny * out_left))
            right.append((x - nx * out_right, y - ny * out_right))
        made = [left + right[::-1]]
        if caps:
            made += [_between(left[0], right[0]), _between(left[-1], right[-1])]
        return made

    def _thigh(self, solved: Solved, side: str, shade: str) -> Part:
        bone = solved.bones[f"thigh_{side}"]
        profile = self._profiles["thigh"]
        knee = disc(self._flat(solved.joints[f"knee_{side}"]), self._body.radii["knee"][0][0])
        seat: list[Disc] = []
        for t in (0.0, 0.13, 0.26, 0.44, 0.60):
            radius = sum(profile.at(t)[:2]) / 2 * (0.84 if t == 0 and shade == "near" else 1.0)
            seat.append((*self._flat(mixed(bone.start, bone.end, t)), radius))
        if shade == "near":
            up, front, radius = self._body.discs["glute"][0]
            pelvis = solved.frames["pelvis"]
            centre = along(along(solved.joints[f"hip_{side}"], pelvis.up, up), pelvis.front, front)
            seat.append((*self._flat(centre), radius))
        tube = self._tube("thigh", bone, start=0.26, caps=False)
        cast = [*self._tube("thigh", bone, start=0.12, caps=False), knee]
        return Part([(f"pants_{shade}", [*tube, knee, around(seat)])], [cast])

    def _shin(self, solved: Solved, side: str, shade: str) -> Part:
        bone = solved.bones[f"shin_{side}"]
        knee = disc(self._flat(solved.joints[f"knee_{side}"]), self._body.radii["knee"][0][0])
        cuff = self._body.radii["cuff"][0][0]
        trousers = self._tube("shin", bone, end=cuff, grow=0.0022)
        skin = self._tube("shin", bone, start=cuff - 0.12)
        return Part(
            [(f"skin_{shade}", skin), (f"pants_{shade}", [*trousers[:2], knee])],
            [[*self._tube("shin", bone), knee]],
            [("pants_low", _cut(trousers[0]))],
        )

    def _elbow(self, solved: Solved, side: str) -> Polygon:
        return disc(self._flat(solved.joints[f"elbow_{side}"]), self._body.radii["elbow"][0][0])

    def _upper_arm(self, solved: Solved, side: str, shade: str) -> Part:
        bone = solved.bones[f"upper_arm_{side}"]
        elbow = self._elbow(solved, side)
        sleeve = self._tube("sleeve", bone, end=self._body.radii["cuff"][0][1])[:2]
        cast = [
            *self._tube("sleeve", bone, start=0.1, end=0.5, caps=False),
            *self._tube("upper_arm", bone, start=0.5, caps=False),
            elbow,
        ]
        skin = [*self._tube("upper_arm", bone, start=0.2), elbow]
        return Part([(f"skin_{shade}", skin), (f"top_{shade}", sleeve)], [cast], [("top_far", _cut(sleeve[0]))])

    def _foot(self, foot: Extremity, knee: Vec3, side: str) -> list[Polygon]:
        big_toe = cross(foot.points, foot.faces) if side == "r" else cross(foot.faces, foot.points)
        names = ("ankle", "heel", "instep", "ball_in", "ball_out", "toe_in", "toe_out")
        balls = {
            name: self._ball(foot.at, (foot.points, foot.faces, big_toe), row)
            for name, row in zip(names, self._body.discs["foot"], strict=True)
        }
        up = self._body.discs["foot_up"][0]
        balls["up"] = (*self._flat(along(foot.at, unit(sub(knee, foot.at)), up[0])), up[3])
        groups = (
            ("up", "ankle", "heel"),
            ("up", "ankle", "instep"),
            ("ankle", "heel", "instep"),
            ("heel", "instep", "ball_in", "ball_out"),
            ("ball_in", "ball_out", "toe_in", "toe_out"),
        )
        return [around([balls[name] for name in group]) for group in groups]

    def _ball(self, origin: Vec3, axes: tuple[Vec3, Vec3, Vec3], row: Sequence[float]) -> Disc:
        centre = along(along(along(origin, axes[0], row[0]), axes[1], row[1]), axes[2], row[2])
        return (*self._flat(centre), row[3])

    def _hand(self, hand: Extremity, side: str) -> list[Polygon]:
        rows = self._body.discs["hand"]
        thumb = cross(hand.points, hand.faces) if side == "r" else cross(hand.faces, hand.points)
        curl = math.radians(hand.curl)
        palm = (hand.points, hand.faces, thumb)
        fingers = (
            add(scaled(hand.points, math.cos(curl)), scaled(hand.faces, math.sin(curl))),
            sub(scaled(hand.faces, math.cos(curl)), scaled(hand.points, math.sin(curl))),
            thumb,
        )
        knuckles = along(hand.at, hand.points, rows[3][0])
        wrist, palm_in, palm_out, knuckle_in, knuckle_out = (self._ball(hand.at, palm, row) for row in rows[:5])
        tip_in, tip_out = (self._ball(knuckles, fingers, row) for row in rows[5:7])
        open_share = 1 - 0.75 * min(1.0, abs(hand.curl) / 45)
        root, tip = rows[7], rows[8]
        folded = (tip[0], tip[1], tip[2] * open_share + root[2] * (1 - open_share) * 0.6, tip[3])
        return [
            around([wrist, palm_in, palm_out]),
            around([palm_in, palm_out, knuckle_in, knuckle_out]),
            around([knuckle_in, knuckle_out, tip_in, tip_out]),
            around([self._ball(hand.at, palm, root), self._ball(hand.at, palm, folded)]),
        ]

    def limb_line(self, solved: Solved, highlight: Highlight) -> list[Vec2]:
        """Return the highlighted edge of a limb: its front, its back or its middle, moved inwards."""
        bone = solved.bones[highlight.path]
        (ax, ay), (bx, by) = self._flat(bone.start), self._flat(bone.end)
        size = math.hypot(bx - ax, by - ay) or 1.0
        nx, ny = -(by - ay) / size, (bx - ax) / size
        fx, fy = self._flat(bone.front)
        sign = 1 if fx * nx + fy * ny > 0 else -1
        sign = sign if highlight.side == "front" else -sign
        profile = self._profiles[highlight.path.rsplit("_", 1)[0]]
        made: list[Vec2] = []
        for station in range(11):
            t = highlight.span[0] + (highlight.span[1] - highlight.span[0]) * station / 10
            front, back = profile.at(t)[:2]
            out = sign * ((front if highlight.side == "front" else back) - highlight.inset)
            if highlight.side == "centre":
                out = 0.0
            made.append((ax + (bx - ax) * t + nx * out, ay + (by - ay) * t + ny * out))
        return made

    # Trunk

    def _spine_curve(self, solved: Solved) -> list[Vec3]:
        joints = [solved.joints[joint] for joint in SPINE_JOINTS]
        seat = along(joints[0], solved.frames["pelvis"].up, SEAT * self._body.skeleton.spine["pelvis"])
        return [(p[0], p[1], p[2]) for p in smooth([seat, *joints], SPINE_PIECES)]

    def _on_spine(self, k: float) -> Vec3:
        place = (k - SEAT) / -SEAT * SPINE_PIECES if k < 0 else (1 + k) * SPINE_PIECES
        place = min(max(place, 0.0), len(self._spine) - 1.0)
        index = min(int(place), len(self._spine) - 2)
        return mixed(self._spine[index], self._spine[index + 1], place - index)

    def trunk_axes(self, solved: Solved, k: float) -> tuple[Vec3, Vec3]:
        """Return the person's right and front at a place along the spine (pelvis 0 … neck 4)."""
        place = min(max(k - 0.5, 0.0), len(_SEGMENTS) - 1.0)
        index = min(int(place), len(_SEGMENTS) - 2)
        a, b = solved.frames[_SEGMENTS[index]], solved.frames[_SEGMENTS[index + 1]]
        share = place - index
        return unit(mixed(a.right, b.right, share)), unit(mixed(a.front, b.front, share))

    def trunk_edges(
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
        right, front = self.trunk_axes(solved, k)
        (rx, ry), (fx, fy) = self._flat(right), self._flat(front)
        across, ahead = rx * nx + ry * ny, fx * nx + fy * ny
        wide, deep_front, deep_back = self._profiles["torso"].at(k)
        deep_front += breath * 0.007 * math.exp(-((k - 2.4) ** 2))
        deep_back += bulge * math.exp(-(((k - 1.25) / 0.85) ** 2))
        to_left = math.hypot(wide * across, (deep_front if ahead > 0 else deep_back) * ahead) + grow
        to_right = math.hypot(wide * across, (deep_back if ahead > 0 else deep_front) * ahead) + grow
        left, other = (x + nx * to_left, y + ny * to_left), (x - nx * to_right, y - ny * to_right)
        return Edge(k, left, other, (x, y), (nx, ny))

    def _torso(self, solved: Solved, breath: float) -> Part:
        hips = self.trunk_edges(solved, (SEAT, 1.4), stations=16)
        trousers = [edge.left for edge in hips] + [edge.right for edge in reversed(hips)]
        hem_at = self._body.radii["cuff"][0][2]
        chest = self.trunk_edges(solved, (hem_at, 4.25), breath=breath, grow=0.003)
        (ax, ay), (bx, by), (nx, ny) = chest[0].right, chest[0].left, chest[0].normal
        hem = [
            (
                ax + (bx - ax) * j / 12 - ny * 0.011 * math.sin(math.pi * j / 12),
                ay + (by - ay) * j / 12 + nx * 0.011 * math.sin(math.pi * j / 12),
            )
            for j in range(13)
        ]
        shirt = [edge.left for edge in chest] + [edge.right for edge in reversed(chest)] + hem
        rise, neck_radius, shoulder_radius = self._body.radii["yoke"][0]
        base = (*self._flat(along(solved.joints["neck"], solved.frames["chest"].up, rise)), neck_radius)
        yoke = [around([base, (*self._flat(solved.joints[f"shoulder_{side}"]), shoulder_radius)]) for side in SIDES]
        legs, top = [trousers], [shirt, *yoke]
        return Part([("pants_near", legs), ("top_near", top)], [legs, top], [("top_far", hem)])

    def _neck(self, solved: Solved) -> Polygon:
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
    """Return how long the end of the trunk is, 1 at most.

    Who lies and draws up a thigh has it in front of that end, which would show as a bump below the thigh. Who kneels
    needs it: it closes what is open between back and thigh.
    """
    pelvis = solved.frames["pelvis"]
    bent = 0.0
    for side in SIDES:
        thigh = solved.bones[f"thigh_{side}"]
        onwards = dot(unit(sub(thigh.end, thigh.start)), pelvis.up)
        bent = max(bent, math.degrees(math.acos(min(1.0, max(-1.0, -onwards)))))
    drawn_up = min(1.0, max(0.0, (bent - DRAWN_UP_FROM) / DRAWN_UP_OVER))
    return 1 - DRAWN_UP * drawn_up * max(0.0, pelvis.front[1])


def _between(a: Vec2, b: Vec2) -> Polygon:
    """Return the disc that has these two points at its sides."""
    return disc(((a[0] + b[0]) / 2, (a[1] + b[1]) / 2), math.hypot(a[0] - b[0], a[1] - b[1]) / 2)


def _cut(outline: Polygon) -> Polygon:
    """Return the straight end of a tube's outline: where a trouser leg or a sleeve stops."""
    middle = len(outline) // 2
    return outline[middle - 1 : middle + 1]
