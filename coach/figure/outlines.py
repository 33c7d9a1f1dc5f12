"""From joints to outlines: polygons on the screen, in body lengths with y up.

Polygons of one colour in one part are meant to be filled together, so that no seam shows at a knee or an elbow.
`cast` holds the polygons that throw a soft shade on the parts behind.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from coach.figure.curves import Polygon, Profile, around, disc
from coach.figure.poses import SIDES
from coach.figure.trunk import Trunk
from coach.figure.vectors import add, along, cross, mixed, scaled, sub, unit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coach.figure.poses import Body, Highlight, Movement
    from coach.figure.projection import Projection
    from coach.figure.rig import Bone, Extremity, Solved
    from coach.figure.vectors import Vec2, Vec3

STATIONS = 12
"""Steps along a limb at which its width is measured."""

Disc = tuple[float, float, float]
"""Centre and radius on the screen."""


@dataclass(slots=True)
class Part:
    """One part of the body: polygons to fill by colour key, polygons that throw its shade, and hems by colour key."""

    fills: list[tuple[str, list[Polygon]]]
    cast: list[list[Polygon]]
    hems: list[tuple[str, Polygon]] = field(default_factory=list)


class Tailor:
    """Knows the body's measures and cuts the outlines of a solved pose."""

    def __init__(self, body: Body, movement: Movement, projection: Projection) -> None:
        self._body = body
        self._far = set(movement.far)
        self._flat = projection.flat
        self._profiles = {
            name: Profile(body.radii[name]) for name in ("thigh", "shin", "upper_arm", "sleeve", "forearm")
        }
        self.trunk = Trunk(body, projection)

    def parts(self, solved: Solved, breath: float = 0.0) -> dict[str, Part]:
        """Return every part of the body; `breath` (-1 to 1) swells the chest."""
        self.trunk.bend(solved)
        parts: dict[str, Part] = {}
        for side in SIDES:
            shade = "far" if f"leg_{side}" in self._far else "near"
            parts[f"thigh_{side}"] = self._thigh(solved, side, shade)
            parts[f"shin_{side}"] = self._shin(solved, side, shade)
            foot = self._foot(solved.feet[side], solved.joints[f"knee_{side}"], side)
            parts[f"foot_{side}"] = Part([(f"skin_{shade}", foot)], [foot])
            shade = "far" if f"arm_{side}" in self._far else "near"
            parts[f"upper_arm_{side}"] = self._upper_arm(solved, side, shade)
            forearm = [*self._tube("forearm", solved.bones[f"forearm_{side}"]), self._elbow(solved, side)]
            parts[f"forearm_{side}"] = Part([(f"skin_{shade}", forearm)], [forearm])
            hand = self._hand(solved.hands[side], side)
            parts[f"hand_{side}"] = Part([(f"skin_{shade}", hand)], [hand])
        parts["torso"] = self._torso(solved, breath)
        neck = [self.trunk.neck(solved)]
        parts["neck"] = Part([("skin_near", neck)], [neck])
        return parts

    # Limbs

    def _tube(
        self, name: str, bone: Bone, start: float = 0.0, end: float = 1.0, grow: float = 0.0, *, caps: bool = True
    ) -> list[Polygon]:
        """Return the outline of a tapered limb between two places along its bone, and the discs that round its ends."""
        (ax, ay), (bx, by) = self._flat(bone.start), self._flat(bone.end)
        dx, dy = bx - ax, by - ay
        size = math.hypot(dx, dy)
        nx, ny = (-dy / size, dx / size) if size > 1e-6 else (-1.0, 0.0)  # noqa: PLR2004 - seen along the bone
        fx, fy = self._flat(bone.front)
        sx, sy = self._flat(bone.side)
        front, side = fx * nx + fy * ny, sx * nx + sy * ny
        # The cross section is an ellipse: its half-width across the line of sight is the hypotenuse of both radii, each
        # times the share of its axis that is seen. Both axes are foreshortened, which the norm takes out again.
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
        polygons = [left + right[::-1]]
        if caps:
            polygons += [_between(left[0], right[0]), _between(left[-1], right[-1])]
        return polygons

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
        # Without the disc at the far end: a trouser leg stops straight. A little wider than the skin, or that would
        # show.
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
        # The left foot mirrors the right one, so the product is taken the other way round.
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
        # A hand that closes draws its thumb in: at 45° or more a quarter of its spread is left.
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
        # Which of the two sides is the front depends on how the limb is turned to the viewer.
        sign = 1 if fx * nx + fy * ny > 0 else -1
        sign = sign if highlight.side == "front" else -sign
        profile = self._profiles[highlight.path.rsplit("_", 1)[0]]
        line: list[Vec2] = []
        for station in range(11):
            t = highlight.span[0] + (highlight.span[1] - highlight.span[0]) * station / 10
            front, back = profile.at(t)[:2]
            out = sign * ((front if highlight.side == "front" else back) - highlight.inset)
            if highlight.side == "centre":
                out = 0.0
            line.append((ax + (bx - ax) * t + nx * out, ay + (by - ay) * t + ny * out))
        return line

    def _torso(self, solved: Solved, breath: float) -> Part:
        legs = [self.trunk.trousers(solved)]
        top, hem = self.trunk.shirt(solved, breath)
        return Part([("pants_near", legs), ("top_near", top)], [legs, top], [("top_far", hem)])


def _between(a: Vec2, b: Vec2) -> Polygon:
    """Return the disc whose diameter is the line between two points."""
    return disc(((a[0] + b[0]) / 2, (a[1] + b[1]) / 2), math.hypot(a[0] - b[0], a[1] - b[1]) / 2)


def _cut(outline: Polygon) -> Polygon:
    """Return the straight end of a tube's outline: where a trouser leg or a sleeve stops."""
    middle = len(outline) // 2
    return outline[middle - 1 : middle + 1]
