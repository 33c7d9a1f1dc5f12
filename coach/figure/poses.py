"""A movement as key poses, and the body that all movements share, as plain values.

Lengths are in body lengths (standing height = 1), angles in degrees, times in seconds. World axes: x to the right
of the picture, y up, z towards the viewer; the top of the mat is y = 0. docs/figures.md explains every field.
Whether a file may be used is checked by the models of figure_file.py and body_file.py.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from coach.core.dataclass import dataclass

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coach.figure.vectors import Vec2, Vec3

Side = Literal["l", "r"]
SIDES: tuple[Side, Side] = ("l", "r")
Limb = Literal["thigh_l", "thigh_r", "shin_l", "shin_r", "upper_arm_l", "upper_arm_r", "forearm_l", "forearm_r"]
SpineJoint = Literal["pelvis", "lumbar", "mid_spine", "chest", "neck", "head"]
SPINE_JOINTS: tuple[SpineJoint, ...] = ("pelvis", "lumbar", "mid_spine", "chest", "neck", "head")
Segment = Literal["pelvis", "lumbar", "thorax", "chest", "neck", "head"]
SEGMENTS: tuple[Segment, ...] = ("pelvis", "lumbar", "thorax", "chest", "neck", "head")
Phase = Literal["start", "move", "hold", "return"]
Ease = Literal["linear", "in_out", "in", "out"]

_LIMBS = {"leg": ("foot", "shin", "thigh"), "arm": ("upper_arm", "forearm", "hand")}
WHOLE_PARTS = {"mat", "torso", "neck", "head"}
LIMB_PARTS = {f"{part}_{side}" for parts in _LIMBS.values() for part in parts for side in SIDES}
GROUPS = {
    f"{name}_{side}": tuple(f"{part}_{side}" for part in parts) for name, parts in _LIMBS.items() for side in SIDES
}
"""A limb named as a whole stands for its parts, from back to front."""
JOINTS = {*SPINE_JOINTS} | {
    f"{joint}_{s}" for joint in ("hip", "knee", "ankle", "shoulder", "elbow", "wrist") for s in SIDES
}


@dataclass(frozen=True, slots=True)
class Target:
    """Where an ankle or a wrist goes: a point of the world (`at`), or a place on a limb bone (`on`).

    On a bone, `t` runs from its start (0) to its end (1), `front` points to its knee side, `out` away from the
    body's middle on that limb's own side.
    """

    at: Vec3 | None = None
    on: Limb | None = None
    t: float = 0.0
    front: float = 0.0
    out: float = 0.0


@dataclass(frozen=True, slots=True)
class Leg:
    """Ankle target, where the knee points, where the toes point, and where the sole faces."""

    ankle: Target
    pole: Vec3
    toe: Vec3
    sole: Vec3 | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Arm:
    """Wrist target, where the elbow points, direction and facing of the palm, and how far the fingers bend.

    `girdle` shifts the shoulder joint [front, up, outwards].
    """

    wrist: Target
    pole: Vec3
    hand: Vec3 | None = None
    palm: Vec3
    curl: float = 0.0
    girdle: Vec3 = (0.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Root:
    """The spine joint that stands exactly at a point; the others follow from it."""

    joint: Literal["pelvis", "chest"]
    at: Vec3


@dataclass(frozen=True, slots=True)
class Pose:
    """One key pose. Each trunk segment has its own absolute [pitch, side, twist]."""

    root: Root
    spine: dict[Segment, Vec3]
    legs: dict[Side, Leg]
    arms: dict[Side, Arm]
    face: float = 1.0
    note: str = ""


@dataclass(frozen=True, slots=True)
class Camera:
    """A parallel projection: yaw moves the camera to the left, pitch raises it."""

    yaw: float = 0.0
    pitch: float = 0.0


@dataclass(frozen=True, slots=True)
class Mat:
    """The mat's reach along x and z."""

    x: Vec2
    z: Vec2


@dataclass(frozen=True, slots=True, kw_only=True)
class Highlight:
    """An edge of the body that glows: where you should feel it. `strength` is given for each pose."""

    id: str
    path: Literal["torso"] | Limb
    side: Literal["back", "front", "left", "right", "centre"]
    span: Vec2
    inset: float = 0.02
    radius: float
    strength: dict[str, float]


@dataclass(frozen=True, slots=True)
class Cue:
    """An arrow, or a dot for something that stays put. `show` is given for each pose; without it all is clear.

    An arrow shows only while the figure travels from one pose of its `way` to a later one; with no way named, on the
    way into the pose that is held.
    """

    id: str
    kind: Literal["arrow", "anchor"]
    points: tuple[Vec3, ...]
    way: tuple[str, ...] = ()
    show: dict[str, float] | None = None


@dataclass(frozen=True, slots=True)
class Lens:
    """A round inset that shows a place larger, without the parts named."""

    centre: Vec3
    radius: float
    at: Vec2
    zoom: float
    without: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """Travel to a pose in `move_s` seconds, then stay `hold_s` seconds. The step before the first is the last."""

    pose: str
    move_s: float
    hold_s: float
    ease: Ease = "in_out"
    phase: Phase


@dataclass(frozen=True, slots=True, kw_only=True)
class Still:
    """One frame for thumbnails and reduced motion: pose `a`, or the way from `a` to `b` at `t`."""

    a: str
    b: str | None = None
    t: float = 0.0
    caption: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Movement:
    """One movement: key poses, how they follow each other, how they are seen, and what must be seen in them."""

    id: str
    title: str
    view: Literal["side", "front", "three_quarter"]
    facing: Literal["+x", "-x", "+z"]
    mirror: bool
    camera: Camera
    frame: tuple[float, float, float, float]
    head_view: Literal["profile", "front"]
    mat: Mat
    z_order: tuple[str, ...]
    far: tuple[str, ...] = ()
    planted: tuple[str, ...] = ()
    poses: dict[str, Pose]
    highlights: tuple[Highlight, ...] = ()
    cues: tuple[Cue, ...] = ()
    lens: Lens | None = None
    breath: float = 0.0
    loop: tuple[Step, ...]
    stills: tuple[Still, ...]
    hero: int = 0
    shows: str
    must_read: tuple[str, ...] = ()
    avoid: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Skeleton:
    """Bone lengths and offsets of the one body."""

    spine: dict[str, float]
    hip_side: float
    hip_down: float
    thigh: float
    shin: float
    shoulder_side: float
    shoulder_down: float
    upper_arm: float
    forearm: float
    head_height: float
    head_offset: Vec3


Rows = dict[str, tuple[tuple[float, ...], ...]]


@dataclass(frozen=True, slots=True)
class Body:
    """What all movements share: bones, outlines, colours of both themes, and the variants of skin and hair."""

    skeleton: Skeleton
    radii: Rows
    discs: Rows
    head: Rows
    palette: dict[Literal["light", "dark"], dict[str, str | float]]
    variants: dict[str, dict[str, str]]


# From a document: JSON that was checked before, so its keys and types are those of the file's models


def _frozen(value: Any) -> Any:
    """Return lists as tuples, at every level."""
    if isinstance(value, list):
        return tuple(_frozen(item) for item in value)
    return {key: _frozen(item) for key, item in value.items()} if isinstance(value, dict) else value


def _pose(document: Mapping[str, Any]) -> Pose:
    legs = {side: Leg(**{**leg, "ankle": Target(**leg["ankle"])}) for side, leg in document["legs"].items()}
    arms = {side: Arm(**{**arm, "wrist": Target(**arm["wrist"])}) for side, arm in document["arms"].items()}
    return Pose(**{**document, "root": Root(**document["root"]), "legs": legs, "arms": arms})


def movement(document: Mapping[str, Any]) -> Movement:
    """Return the values of a document that was checked before; any other may raise anything."""
    values = _frozen(document)
    lens = values.get("lens")
    parts = {
        "camera": Camera(**values["camera"]),
        "mat": Mat(**values["mat"]),
        "poses": {name: _pose(pose) for name, pose in values["poses"].items()},
        "highlights": tuple(Highlight(**item) for item in values.get("highlights", ())),
        "cues": tuple(Cue(**item) for item in values.get("cues", ())),
        "lens": None if lens is None else Lens(**lens),
        "loop": tuple(Step(**item) for item in values["loop"]),
        "stills": tuple(Still(**item) for item in values["stills"]),
    }
    return Movement(**{**values, **parts})


def body(document: Mapping[str, Any]) -> Body:
    """Return the values of a document that was checked before; any other may raise anything."""
    values = _frozen({key: value for key, value in document.items() if key != "format"})
    return Body(**{**values, "skeleton": Skeleton(**values["skeleton"])})
