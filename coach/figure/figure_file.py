"""The strict models that check a figure file, which holds one movement. body_file.py has those of the shared body.

They only check: the program draws the plain values of coach/figure/poses.py. Importing this module imports pydantic,
so it is imported only for a file that no test has checked before.
"""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from coach.figure.poses import GROUPS, JOINTS, LIMB_PARTS, SEGMENTS, SIDES, WHOLE_PARTS, Limb, Segment, Side

MAX_POSES = 24
MAX_STEPS = 40
MAX_ITEMS = 64
FAR_AWAY = 10.0

Number = Annotated[float, Field(ge=-FAR_AWAY, le=FAR_AWAY, allow_inf_nan=False)]
Angle = Annotated[float, Field(ge=-360, le=360, allow_inf_nan=False)]
Share = Annotated[float, Field(ge=0, le=1, allow_inf_nan=False)]
Seconds = Annotated[float, Field(ge=0, le=60, allow_inf_nan=False)]
Point = tuple[Number, Number, Number]
Turn = tuple[Angle, Angle, Angle]
FlatPoint = tuple[Number, Number]
Colour = Annotated[str, Field(pattern=r"^#[0-9A-Fa-f]{6}$")]
Words = Annotated[str, Field(min_length=1, max_length=500)]
Name = Annotated[str, Field(pattern=r"^[a-z0-9_]+$", max_length=40)]
FigureId = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]


def wrong(message: str) -> PydanticCustomError:
    """Return the error to raise in a validator, with its message."""
    return PydanticCustomError("figure", "{message}", {"message": message})


class Strict(BaseModel):
    """A part of the file: unknown keys are refused, and nothing changes once read."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class Target(Strict):
    """Where an ankle or a wrist goes: a point of the world (`at`), or a place on a limb bone (`on`).

    On a bone, `t` runs from its start (0) to its end (1), `front` points to its knee side, `out` away from the
    body's middle on that limb's own side.
    """

    at: Point | None = None
    on: Limb | None = None
    t: Share = 0.0
    front: Number = 0.0
    out: Number = 0.0

    @model_validator(mode="after")
    def _one_of_two(self) -> Self:
        if (self.at is None) == (self.on is None):
            message = "needs either “at” or “on”, and not both"
            raise wrong(message)
        return self


class Leg(Strict):
    """Ankle target, where the knee points, where the toes point, and where the sole faces."""

    ankle: Target
    pole: Point
    toe: Point
    sole: Point | None = None


class Arm(Strict):
    """Wrist target, where the elbow points, direction and facing of the palm, and how far the fingers bend.

    `girdle` shifts the shoulder joint [front, up, outwards].
    """

    wrist: Target
    pole: Point
    hand: Point | None = None
    palm: Point
    curl: Angle = 0.0
    girdle: Point = (0.0, 0.0, 0.0)


class Root(Strict):
    """The spine joint that stands exactly at a point; the others follow from it."""

    joint: Literal["pelvis", "chest"]
    at: Point


class Pose(Strict):
    """One key pose. Each trunk segment has its own absolute [pitch, side, twist]."""

    root: Root
    spine: dict[Segment, Turn]
    legs: dict[Side, Leg]
    arms: dict[Side, Arm]
    face: Share = 1.0
    note: Annotated[str, Field(max_length=500)] = ""

    @model_validator(mode="after")
    def _complete(self) -> Self:
        if set(self.spine) != set(SEGMENTS):
            message = f"spine needs each of {', '.join(SEGMENTS)}"
            raise wrong(message)
        if set(self.legs) != set(SIDES) or set(self.arms) != set(SIDES):
            message = "legs and arms each need l and r"
            raise wrong(message)
        # Trunk, legs and arms are solved in this order: a target can only lie on what is there already.
        if any(leg.ankle.on is not None for leg in self.legs.values()):
            message = "an ankle needs a target “at” a point: legs are solved first"
            raise wrong(message)
        if any("arm" in (arm.wrist.on or "") for arm in self.arms.values()):
            message = "a wrist can only be “on” a thigh or a shin"
            raise wrong(message)
        return self


class Camera(Strict):
    """A parallel projection: yaw moves the camera to the left, pitch raises it."""

    yaw: Angle = 0.0
    pitch: Angle = 0.0


class Mat(Strict):
    """The mat's reach along x and z."""

    x: FlatPoint
    z: FlatPoint


class Highlight(Strict):
    """An edge of the body that glows: where you should feel it. `strength` is given for each pose."""

    id: Name
    path: Literal["torso"] | Limb
    side: Literal["back", "front", "left", "right", "centre"]
    span: FlatPoint
    inset: Annotated[float, Field(ge=-0.05, le=0.1)] = 0.02
    radius: Annotated[float, Field(ge=0.005, le=0.15)]
    strength: dict[Name, Share]


class Cue(Strict):
    """An arrow, or a dot for something that stays put. `show` is given for each pose, `way` for an arrow."""

    id: Name
    kind: Literal["arrow", "anchor"]
    points: Annotated[tuple[Point, ...], Field(min_length=1, max_length=MAX_ITEMS)]
    way: Annotated[tuple[Name, ...], Field(max_length=MAX_POSES)] = ()
    show: dict[Name, Share] | None = None


class Lens(Strict):
    """A round inset that shows a place larger, without the parts named."""

    centre: Point
    radius: Annotated[float, Field(gt=0, le=1)]
    at: FlatPoint
    zoom: Annotated[float, Field(ge=1, le=4)]
    without: tuple[str, ...] = ()


class Step(Strict):
    """Travel to a pose in `move_s` seconds, then stay `hold_s` seconds. The step before the first is the last."""

    pose: Name
    move_s: Seconds
    hold_s: Seconds
    ease: Literal["linear", "in_out", "in", "out"] = "in_out"
    phase: Literal["start", "move", "hold", "return"]


class Still(Strict):
    """One frame for thumbnails and reduced motion: pose `a`, or the way from `a` to `b` at `t`."""

    a: Name
    b: Name | None = None
    t: Share = 0.0
    caption: Words


class Movement(Strict):
    """One movement: key poses, how they follow each other, how they are seen, and what must be seen in them."""

    id: FigureId
    title: Words
    view: Literal["side", "front", "three_quarter"]
    facing: Literal["+x", "-x", "+z"]
    mirror: bool
    camera: Camera
    frame: tuple[Number, Number, Number, Number]
    head_view: Literal["profile", "front"]
    mat: Mat
    z_order: Annotated[tuple[str, ...], Field(max_length=MAX_ITEMS)]
    far: tuple[str, ...] = ()
    planted: tuple[str, ...] = ()
    poses: Annotated[dict[Name, Pose], Field(min_length=1, max_length=MAX_POSES)]
    highlights: Annotated[tuple[Highlight, ...], Field(max_length=4)] = ()
    cues: Annotated[tuple[Cue, ...], Field(max_length=MAX_ITEMS)] = ()
    lens: Lens | None = None
    breath: Annotated[float, Field(ge=0, le=3)] = 0.0
    loop: Annotated[tuple[Step, ...], Field(min_length=1, max_length=MAX_STEPS)]
    stills: Annotated[tuple[Still, ...], Field(min_length=1, max_length=8)]
    hero: Annotated[int, Field(ge=0)] = 0
    shows: Words
    must_read: tuple[Words, ...] = ()
    avoid: tuple[Words, ...] = ()

    @model_validator(mode="after")
    def _fits_together(self) -> Self:
        for message in (*self._order_faults(), *self._pose_faults(), *self._frame_faults()):
            raise wrong(message)
        return self

    def _order_faults(self) -> list[str]:
        glows = [f"glow:{highlight.id}" for highlight in self.highlights]
        known = {*WHOLE_PARTS, *LIMB_PARTS, *GROUPS, *glows}
        named = (*self.z_order, *self.far, *(self.lens.without if self.lens else ()))
        faults = [f"names the unknown part {part}" for part in named if part not in known]
        drawn: list[str] = []
        own = {part for part in self.z_order if part in LIMB_PARTS}
        for part in self.z_order:
            # A limb named as a whole stands for those of its parts that are not named by themselves.
            drawn += [member for member in GROUPS.get(part, (part,)) if member == part or member not in own]
        faults += [
            f"z_order names both {name} and its parts" for name in self.z_order if own.issuperset(GROUPS.get(name, "?"))
        ]
        ids = [highlight.id for highlight in self.highlights]
        faults += [f"two highlights have the id {name}" for name in sorted(set(ids)) if ids.count(name) > 1]
        needed = {*WHOLE_PARTS, *LIMB_PARTS, *glows}
        faults += [f"z_order leaves out {part}" for part in sorted(needed.difference(drawn))]
        faults += [f"z_order names {part} twice" for part in sorted(set(drawn)) if drawn.count(part) > 1]
        return faults + [f"planted names the unknown joint {joint}" for joint in self.planted if joint not in JOINTS]

    def _pose_faults(self) -> list[str]:
        poses = set(self.poses)
        named = [step.pose for step in self.loop]
        named += [name for still in self.stills for name in (still.a, still.b) if name is not None]
        named += [name for cue in self.cues for name in cue.way]
        faults = [f"names the unknown pose {name}" for name in named if name not in poses]
        if not any(step.phase == "hold" and step.hold_s > 0 for step in self.loop):
            faults.append("loop has no step of phase hold that stays")
        for item_id, values in [(h.id, h.strength) for h in self.highlights] + [(c.id, c.show) for c in self.cues]:
            if values is not None and set(values) != poses:
                faults.append(f"{item_id} needs a value for each pose")
        faults += [
            f"the way of {cue.id} needs two poses or more, each once, and only an arrow has one"
            for cue in self.cues
            if cue.way and (cue.kind == "anchor" or len(set(cue.way)) != len(cue.way) or len(cue.way) == 1)
        ]
        roots = {pose.root.joint for pose in self.poses.values()}
        if len(roots) > 1:
            faults.append("the root joint must be the same in all poses")
        return faults

    def _frame_faults(self) -> list[str]:
        left, bottom, right, top = self.frame
        if right <= left or top <= bottom:
            return ["frame needs left < right and bottom < top"]
        return ["hero names no still"] if self.hero >= len(self.stills) else []
