"""From a movement and an instant to joints: numbers in, numbers out.

The trunk is a chain of segments with absolute orientations; hips and shoulders hang on it; legs and then arms are
solved as two bones that reach a target. Between two poses every number is mixed and the limbs are solved again, so
that bones keep their length and a hand that holds a shin stays on it. Joint positions are never mixed.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from coach.core.dataclass import dataclass
from coach.figure.poses import SEGMENTS, SIDES, SPINE_JOINTS
from coach.figure.vectors import add, along, cross, length, mixed, scaled, square_to, sub, unit

if TYPE_CHECKING:
    from coach.figure.poses import Arm, Movement, Side, Skeleton, Step, Target
    from coach.figure.vectors import Vec3

FACING: dict[str, Vec3] = {"+x": (1.0, 0.0, 0.0), "-x": (-1.0, 0.0, 0.0), "+z": (0.0, 0.0, 1.0)}
REACH = 0.9995
"""A limb never quite straightens: at full reach the middle joint would have no direction."""

OUTWARDS = {"l": -1, "r": 1}


@dataclass(frozen=True, slots=True)
class Frame:
    """The orientation of a body segment: three unit vectors."""

    right: Vec3
    up: Vec3
    front: Vec3


@dataclass(frozen=True, slots=True)
class Bone:
    """A limb bone from start to end; `front` points to kneecap or elbow tip, `side` at right angles to both."""

    start: Vec3
    end: Vec3
    front: Vec3
    side: Vec3


@dataclass(frozen=True, slots=True)
class Extremity:
    """A hand or a foot: where it starts, where it points, and where palm or sole faces."""

    at: Vec3
    points: Vec3
    faces: Vec3
    curl: float = 0.0


@dataclass(frozen=True, slots=True)
class Solved:
    """All joints of one instant, in body lengths. `missed` is how far each limb ended from its target."""

    joints: dict[str, Vec3]
    frames: dict[str, Frame]
    bones: dict[str, Bone]
    feet: dict[str, Extremity]
    hands: dict[str, Extremity]
    bend: float
    """Pitch of the thorax less that of the pelvis, in degrees: above 0 the back is rounded."""
    face: float
    missed: dict[str, float]


@dataclass(frozen=True, slots=True)
class Between:
    """A place on the way between two poses: `share` is 0 at `a` and 1 at `b`, already eased."""

    a: str
    b: str
    share: float
    phase: str
    step: int

    def mix(self, values: dict[str, float]) -> float:
        """Return the value here of something that has a value for each pose."""
        return values[self.a] + (values[self.b] - values[self.a]) * self.share


# Time


def ease(kind: str, share: float) -> float:
    """Return the eased share (0 to 1) of a way; the kinds are those of figure files.

    `in_out` is Perlin's smootherstep: speed and acceleration are 0 at both ends.
    """
    share = min(1.0, max(0.0, share))
    match kind:
        case "in_out":
            return share**3 * (share * (6 * share - 15) + 10)
        case "in":
            return share * share
        case "out":
            return 1 - (1 - share) ** 2
        case _:
            return share


def loop_seconds(movement: Movement) -> float:
    """Return how long one round of the loop takes."""
    return sum(step.move_s + step.hold_s for step in movement.loop)


def place_in_loop(movement: Movement, time_s: float) -> Between:
    """Return where the loop is at an instant, in s; it begins at rest in the first step's pose."""
    steps = movement.loop
    left_s = (time_s + steps[0].move_s) % max(loop_seconds(movement), 1e-6)
    for number, step in enumerate(steps):
        previous = steps[number - 1]
        if left_s < step.move_s:
            return Between(previous.pose, step.pose, ease(step.ease, left_s / step.move_s), step.phase, number)
        left_s -= step.move_s
        if left_s < step.hold_s:
            return Between(step.pose, step.pose, 1.0, step.phase, number)
        left_s -= step.hold_s
    return Between(steps[-1].pose, steps[-1].pose, 1.0, steps[-1].phase, len(steps) - 1)


def hold_step(movement: Movement) -> Step:
    """Return the step in which the pose is held: the first of phase hold."""
    return next(step for step in movement.loop if step.phase == "hold")


# Body


def frame_of(facing: str, turn: Vec3) -> Frame:
    """Return the orientation of a segment that was turned by [pitch, side, twist] degrees, in that order."""
    pitch, side, twist = (math.radians(angle) for angle in turn)
    front, up = FACING[facing], (0.0, 1.0, 0.0)
    right = cross(front, up)
    up, front = _turned(up, front, pitch), _turned(front, up, -pitch)
    up, right = _turned(up, right, side), _turned(right, up, -side)
    front, right = _turned(front, right, twist), _turned(right, front, -twist)
    return Frame(right, up, front)


def _turned(a: Vec3, b: Vec3, angle: float) -> Vec3:
    """Turn a towards b by an angle in radians; both are unit vectors at right angles."""
    return add(scaled(a, math.cos(angle)), scaled(b, math.sin(angle)))


def two_bones(start: Vec3, target: Vec3, bones: tuple[float, float], pole: Vec3) -> tuple[Vec3, Vec3, Vec3]:
    """Return middle joint, end joint and bend direction of two bones that reach for a target (law of cosines).

    The middle joint lies towards `pole`. A target out of reach is approached as far as the bones go.
    """
    first, second = bones
    way = sub(target, start)
    # Closer than the difference of both lengths no triangle closes.
    reach = min(max(length(way), abs(first - second) + 1e-4), (first + second) * REACH)
    axis = unit(way, (1.0, 0.0, 0.0))
    share = min(1.0, max(-1.0, (first * first + reach * reach - second * second) / (2 * first * reach)))
    bend = square_to(pole, axis)
    middle = along(along(start, axis, first * share), bend, first * math.sqrt(1 - share * share))
    return middle, along(start, axis, reach), bend


class _Solver:
    """Solves one mixed pose: trunk, then legs, then arms, since a hand may hold a shin."""

    def __init__(self, skeleton: Skeleton, movement: Movement, place: Between) -> None:
        self._skeleton = skeleton
        self._a, self._b = movement.poses[place.a], movement.poses[place.b]
        self._share = place.share
        self.joints: dict[str, Vec3] = {}
        self.frames: dict[str, Frame] = {}
        self.bones: dict[str, Bone] = {}
        self.feet: dict[str, Extremity] = {}
        self.hands: dict[str, Extremity] = {}
        self.missed: dict[str, float] = {}
        self._trunk(movement.facing)
        for side in SIDES:
            self._leg(side)
        for side in SIDES:
            self._arm(side)

    def solved(self) -> Solved:
        """Return the result."""
        pitch = {
            segment: self._number(self._a.spine[segment][0], self._b.spine[segment][0])
            for segment in ("thorax", "pelvis")
        }
        return Solved(
            joints=self.joints,
            frames=self.frames,
            bones=self.bones,
            feet=self.feet,
            hands=self.hands,
            bend=pitch["thorax"] - pitch["pelvis"],
            face=self._number(self._a.face, self._b.face),
            missed=self.missed,
        )

    def _number(self, a: float, b: float) -> float:
        return a + (b - a) * self._share

    def _mix(self, a: Vec3, b: Vec3) -> Vec3:
        return mixed(a, b, self._share)

    def _maybe(self, a: Vec3 | None, b: Vec3 | None) -> Vec3 | None:
        if a is None or b is None:
            return a if b is None else b
        return self._mix(a, b)

    def _trunk(self, facing: str) -> None:
        a, b, skeleton = self._a, self._b, self._skeleton
        for segment in SEGMENTS:
            self.frames[segment] = frame_of(facing, self._mix(a.spine[segment], b.spine[segment]))
        chain: dict[str, Vec3] = {SPINE_JOINTS[0]: (0.0, 0.0, 0.0)}
        for joint, next_joint, segment in zip(SPINE_JOINTS, SPINE_JOINTS[1:], SEGMENTS, strict=False):
            chain[next_joint] = along(chain[joint], self.frames[segment].up, skeleton.spine[segment])
        # The chain is built up from the pelvis and then moved as a whole: the root joint, which may be the chest, is
        # exact.
        shift = sub(self._mix(a.root.at, b.root.at), chain[a.root.joint])
        for name, at in chain.items():
            self.joints[name] = add(at, shift)
        head, offset = self.frames["head"], skeleton.head_offset
        centre = along(self.joints["head"], head.right, offset[0])
        self.joints["head_centre"] = along(along(centre, head.up, offset[1]), head.front, offset[2])

    def _leg(self, side: Side) -> None:
        a, b, skeleton = self._a.legs[side], self._b.legs[side], self._skeleton
        pelvis = self.frames["pelvis"]
        hip = along(self.joints["pelvis"], pelvis.right, OUTWARDS[side] * skeleton.hip_side)
        hip = along(hip, pelvis.up, -skeleton.hip_down)
        target = self._target(a.ankle, b.ankle)
        knee, ankle, bend = two_bones(hip, target, (skeleton.thigh, skeleton.shin), self._mix(a.pole, b.pole))
        self.missed[f"leg_{side}"] = length(sub(target, ankle))
        self._limb(side, ("hip", "knee", "ankle"), ("thigh", "shin"), (hip, knee, ankle), bend)
        toe = unit(self._mix(a.toe, b.toe))
        sole = self._maybe(a.sole, b.sole)
        # Where the file does not say, the sole faces along the shin, as in a foot at a right angle.
        self.feet[side] = Extremity(ankle, toe, square_to(sole if sole is not None else sub(ankle, knee), toe))

    def _arm(self, side: Side) -> None:
        a, b, skeleton = self._a.arms[side], self._b.arms[side], self._skeleton
        chest, girdle = self.frames["chest"], self._mix(a.girdle, b.girdle)
        shoulder = along(self.joints["neck"], chest.right, OUTWARDS[side] * (skeleton.shoulder_side + girdle[2]))
        shoulder = along(along(shoulder, chest.up, girdle[1] - skeleton.shoulder_down), chest.front, girdle[0])
        target = self._target(a.wrist, b.wrist)
        lengths = (skeleton.upper_arm, skeleton.forearm)
        elbow, wrist, bend = two_bones(shoulder, target, lengths, self._mix(a.pole, b.pole))
        self.missed[f"arm_{side}"] = length(sub(target, wrist))
        self._limb(side, ("shoulder", "elbow", "wrist"), ("upper_arm", "forearm"), (shoulder, elbow, wrist), bend)
        points = self._hand(a, b, sub(wrist, elbow))
        palm = square_to(self._mix(a.palm, b.palm), points)
        self.hands[side] = Extremity(wrist, points, palm, self._number(a.curl, b.curl))

    def _hand(self, a: Arm, b: Arm, forearm: Vec3) -> Vec3:
        if a.hand is not None and b.hand is not None:
            return unit(self._mix(a.hand, b.hand))
        # One of the two follows the forearm, and there is nothing to mix: it changes half-way.
        hand = b.hand if self._share > 0.5 else a.hand  # noqa: PLR2004 - half-way
        return unit(hand if hand is not None else forearm)

    def _limb(
        self, side: str, joints: tuple[str, str, str], bones: tuple[str, str], at: tuple[Vec3, Vec3, Vec3], bend: Vec3
    ) -> None:
        for joint, place in zip(joints, at, strict=True):
            self.joints[f"{joint}_{side}"] = place
        for bone, start, end in ((bones[0], at[0], at[1]), (bones[1], at[1], at[2])):
            axis = unit(sub(end, start))
            front = square_to(bend, axis)
            self.bones[f"{bone}_{side}"] = Bone(start, end, front, cross(axis, front))

    def _target(self, a: Target, b: Target) -> Vec3:
        """Mix the places that the targets have now, not the targets: one of them may lie on a shin that moves."""
        return self._mix(self._point(a), self._point(b)) if a != b else self._point(a)

    def _point(self, target: Target) -> Vec3:
        if target.at is not None:
            return target.at
        bone = self.bones[str(target.on)]
        at = along(mixed(bone.start, bone.end, target.t), bone.front, target.front)
        outwards = square_to(self.frames["pelvis"].right, unit(sub(bone.end, bone.start)))
        return along(at, outwards, OUTWARDS[str(target.on)[-1]] * target.out)


def solve_at(skeleton: Skeleton, movement: Movement, place: Between) -> Solved:
    """Return all joints at a place between two poses."""
    return _Solver(skeleton, movement, place).solved()


def solve(skeleton: Skeleton, movement: Movement, time_s: float) -> Solved:
    """Return all joints at an instant of the movement's loop, for the first side of the instructions."""
    return solve_at(skeleton, movement, place_in_loop(movement, time_s))


def is_mirrored(movement: Movement, side: str | None) -> bool:
    """Tell whether the drawing is flipped for that side: a mirrored person is the other side."""
    return movement.mirror and side == "left"
