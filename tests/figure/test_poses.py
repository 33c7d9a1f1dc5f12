"""The figure files: the shipped ones are fine, and what is wrong with a changed one is named."""

from __future__ import annotations

import json
from dataclasses import FrozenInstanceError, asdict, dataclass
from typing import TYPE_CHECKING

import pytest
from pydantic import ValidationError

from coach.figure.body_file import Body
from coach.figure.figure_file import FAR_AWAY, MAX_POSES, MAX_STEPS, Movement
from coach.figure.poses import GROUPS, JOINTS, LIMB_PARTS
from tests.cases import shipped_file
from tests.figure.figures import BODY, FIGURES, IDS, body, document, movement
from tests.store.bad_files import GONE, put

if TYPE_CHECKING:
    from tests.cases import Json
    from tests.store.bad_files import Gone, Path

LIFT = "single-knee-to-chest"
TILT = "pelvic-tilt"
CAT = "cat-cow"
ROTATION = "trunk-rotation"
NAN, INFINITY = float("nan"), float("inf")


# The shipped files


def test_there_is_a_figure_for_each_shipped_exercise_and_no_other() -> None:
    exercises = {exercise.id for exercise in shipped_file().exercises}
    files = {file.stem for file in FIGURES.glob("*.json")}

    assert files == {*IDS, BODY.stem}
    assert set(IDS) == exercises


@pytest.mark.parametrize("name", IDS)
def test_shipped_movements_are_valid(name: str) -> None:
    told = movement(name)

    assert told.id == name
    assert told.must_read
    assert set(told.planted) <= JOINTS


def test_the_shipped_body_is_valid() -> None:
    light, dark = body().palette["light"], body().palette["dark"]

    assert set(light) == set(dark)
    assert set(body().variants) >= {"a"}
    for variant in body().variants.values():
        assert set(variant) <= set(light)


@pytest.mark.parametrize("name", IDS)
def test_the_numbers_of_the_file_are_the_numbers_of_the_movement(name: str) -> None:
    judged = read(document(name))

    assert judged.model_dump(mode="json", exclude_unset=True) == document(name)
    assert asdict(movement(name)) == judged.model_dump()


def test_the_numbers_of_the_body_are_those_of_its_file() -> None:
    judged = Body.model_validate_json(BODY.read_bytes()).model_dump()

    assert judged.pop("format") == 1
    assert asdict(body()) == judged


@pytest.mark.parametrize("name", IDS)
def test_a_read_movement_cannot_be_changed(name: str) -> None:
    with pytest.raises(FrozenInstanceError):
        movement(name).hero = 0  # type: ignore[misc]


# What is left out has a meaning


def test_a_limb_may_be_drawn_whole_or_in_parts() -> None:
    assert GROUPS["leg_r"] == ("foot_r", "shin_r", "thigh_r")
    assert GROUPS["arm_l"] == ("upper_arm_l", "forearm_l", "hand_l")
    assert {part for parts in GROUPS.values() for part in parts} == LIMB_PARTS


@pytest.mark.parametrize(
    "last",
    [["leg_r", "arm_r"], ["thigh_r", "shin_r", "foot_r", "arm_r"], ["leg_r", "upper_arm_r", "forearm_r", "hand_r"]],
)
def test_every_way_to_name_all_parts_is_fine(last: list[Json]) -> None:
    first: list[Json] = ["mat", "arm_l", "leg_l", "torso", "neck", "head", "glow:lower_back"]

    assert changed(LIFT, ("z_order",), [*first, *last]).z_order == (*first, *last)


def test_a_limb_whose_hand_is_drawn_at_another_place_is_fine() -> None:
    order: list[Json] = [
        "mat",
        "arm_l",
        "leg_l",
        "hand_l",
        "torso",
        "neck",
        "head",
        "glow:lower_back",
        "leg_r",
        "arm_r",
    ]

    assert changed(LIFT, ("z_order",), order).z_order == tuple(order)


def test_as_many_poses_as_allowed_are_fine() -> None:
    told = document(TILT)
    add_poses(told, MAX_POSES)

    assert len(read(told).poses) == MAX_POSES


# Files that are refused


@dataclass(frozen=True)
class Bad:
    """A shipped movement with one change, and the words that the message must have."""

    name: str
    changes: tuple[tuple[Path, Json | Gone], ...]
    words: tuple[str, ...]


def bad(name: str, path: Path, value: Json | Gone, *words: str) -> Bad:
    return Bad(name, ((path, value),), words)


def without(name: str, part: str) -> list[Json]:
    return [each for each in movement(name).z_order if each != part]


def twice(name: str, part: str) -> list[Json]:
    return [*movement(name).z_order, part]


SPINE = ("poses", "hold", "spine")
ANKLE = ("poses", "hold", "legs", "r", "ankle")
WRIST = ("poses", "hold", "arms", "l", "wrist")

NAMES: dict[str, Bad] = {
    "unknown joint planted": bad(LIFT, ("planted",), ["chest", "tail"], "planted", "tail"),
    "head's middle planted": bad(LIFT, ("planted",), ["head_centre"], "planted", "head_centre"),
    "limb without a side planted": bad(LIFT, ("planted",), ["ankle"], "planted", "unknown joint ankle"),
    "unknown part drawn": bad(LIFT, ("z_order",), twice(LIFT, "tail"), "unknown part tail"),
    "unknown glow drawn": bad(LIFT, ("z_order",), twice(LIFT, "glow:tail"), "unknown part glow:tail"),
    "unknown part far": bad(LIFT, ("far",), ["arm_l", "wing_l"], "unknown part wing_l"),
    "unknown part out of the lens": bad(TILT, ("lens", "without"), ["arm_r", "wing_r"], "unknown part wing_r"),
    "no torso": bad(LIFT, ("z_order",), without(LIFT, "torso"), "z_order leaves out torso"),
    "no mat": bad(LIFT, ("z_order",), without(LIFT, "mat"), "z_order leaves out mat"),
    "no leg": bad(LIFT, ("z_order",), without(LIFT, "leg_l"), "z_order leaves out", "foot_l"),
    "no foot": bad(ROTATION, ("z_order",), without(ROTATION, "foot_r"), "z_order leaves out foot_r"),
    "no glow": bad(LIFT, ("z_order",), without(LIFT, "glow:lower_back"), "z_order leaves out glow:lower_back"),
    "nothing drawn": bad(LIFT, ("z_order",), [], "z_order leaves out"),
    "torso twice": bad(LIFT, ("z_order",), twice(LIFT, "torso"), "z_order names torso twice"),
    "leg twice": bad(LIFT, ("z_order",), twice(LIFT, "leg_l"), "z_order names", "_l twice"),
    "foot twice": bad(ROTATION, ("z_order",), twice(ROTATION, "foot_l"), "z_order names foot_l twice"),
    "glow twice": bad(LIFT, ("z_order",), twice(LIFT, "glow:lower_back"), "glow:lower_back twice"),
    "loop to an unknown pose": bad(LIFT, ("loop", 1, "pose"), "fly", "unknown pose fly"),
    "still of an unknown pose": bad(LIFT, ("stills", 0, "a"), "fly", "unknown pose fly"),
    "still on the way to an unknown pose": bad(TILT, ("stills", 1, "b"), "fly", "unknown pose fly"),
    "pose of a still gone": bad(LIFT, ("poses", "start"), GONE, "unknown pose start"),
    "glow without a strength": bad(
        LIFT, ("highlights", 0, "strength", "lift"), GONE, "lower_back", "a value for each pose"
    ),
    "glow in an unknown pose": bad(LIFT, ("highlights", 0, "strength", "fly"), 1, "lower_back", "for each pose"),
    "arrow without a value": bad(LIFT, ("cues", 0, "show", "hold"), GONE, "pull", "a value for each pose"),
    "arrow whose way is one pose": bad(LIFT, ("cues", 0, "way"), ["hold"], "the way of pull needs two poses"),
    "arrow whose way turns round": bad(
        LIFT, ("cues", 0, "way"), ["start", "hold", "start"], "the way of pull needs two poses"
    ),
    "arrow whose way is unknown": bad(LIFT, ("cues", 0, "way"), ["start", "fly"], "unknown pose fly"),
    "dot with a way": bad(LIFT, ("cues", 0, "kind"), "anchor", "only an arrow has one"),
    "arrow in an unknown pose": bad(LIFT, ("cues", 0, "show", "fly"), 1, "pull", "a value for each pose"),
    "hand on an unknown bone": bad(LIFT, WRIST, {"on": "tail"}, ".".join(map(str, (*WRIST, "on")))),
    "hand on no bone but a joint": bad(LIFT, WRIST, {"on": "knee_r"}, ".".join(map(str, (*WRIST, "on")))),
    "pose with a name to be shown": bad(LIFT, ("poses", "Hold it"), {}, "poses.Hold it"),
    "id with a path in it": bad(LIFT, ("id",), "../lift", "id\n"),
}

SHAPES: dict[str, Bad] = {
    "target with both": bad(LIFT, (*WRIST, "at"), [0, 0, 0], "poses.hold.arms.l.wrist", "“at” or “on”", "not both"),
    "target with neither": bad(LIFT, WRIST, {}, "poses.hold.arms.l.wrist", "“at” or “on”"),
    "target with only numbers": bad(LIFT, ANKLE, {"t": 0.5}, "poses.hold.legs.r.ankle", "“at” or “on”"),
    "spine without a segment": bad(LIFT, (*SPINE, "neck"), GONE, "poses.hold", "spine needs each of", "neck"),
    "spine with an unknown segment": bad(LIFT, (*SPINE, "tail"), [0, 0, 0], "poses.hold.spine.tail"),
    "one leg": bad(LIFT, ("poses", "hold", "legs", "l"), GONE, "poses.hold", "legs and arms each need l and r"),
    "one arm": bad(LIFT, ("poses", "hold", "arms", "r"), GONE, "poses.hold", "legs and arms each need l and r"),
    "third leg": bad(LIFT, ("poses", "hold", "legs", "m"), {}, "poses.hold.legs.m"),
    "differing roots": bad(LIFT, ("poses", "hold", "root", "joint"), "pelvis", "root joint must be the same"),
    "root on a knee": bad(LIFT, ("poses", "hold", "root", "joint"), "knee_l", "poses.hold.root.joint"),
    "no hold": Bad(
        CAT,
        ((("loop", 1, "phase"), "move"), (("loop", 2, "phase"), "return")),
        ("loop has no step of phase hold that stays",),
    ),
    "hold that does not stay": bad(LIFT, ("loop", 2, "hold_s"), 0, "loop has no step of phase hold that stays"),
    "unknown phase": bad(LIFT, ("loop", 2, "phase"), "stay", "loop.2.phase"),
    "unknown ease": bad(LIFT, ("loop", 2, "ease"), "bounce", "loop.2.ease"),
    "empty loop": bad(LIFT, ("loop",), [], "loop\n"),
    "no stills": bad(LIFT, ("stills",), [], "stills\n"),
    "no poses": bad(LIFT, ("poses",), {}, "poses\n"),
    "frame upside down": bad(LIFT, ("frame",), [-0.6, 0.6, 0.6, -0.2], "frame needs left < right and bottom < top"),
    "frame back to front": bad(LIFT, ("frame",), [0.6, -0.2, -0.6, 0.6], "frame needs left < right"),
    "frame without height": bad(LIFT, ("frame",), [-0.6, 0.1, 0.6, 0.1], "frame needs", "bottom < top"),
    "frame of three": bad(LIFT, ("frame",), [-0.6, -0.2, 0.6], "frame.3"),
    "frame of five": bad(LIFT, ("frame",), [-0.6, -0.2, 0.6, 0.6, 1], "frame\n"),
    "hero one too high": bad(LIFT, ("hero",), 3, "hero names no still"),
    "hero below none": bad(LIFT, ("hero",), -1, "hero\n", "greater than or equal to 0"),
    "point of two": bad(LIFT, (*ANKLE, "at"), [0.1, 0.2], "poses.hold.legs.r.ankle.at.2"),
    "point of four": bad(LIFT, (*ANKLE, "at"), [0.1, 0.2, 0.3, 0.4], "poses.hold.legs.r.ankle.at"),
    "facing down": bad(LIFT, ("facing",), "-y", "facing\n"),
    "no title": bad(LIFT, ("title",), GONE, "title\n", "required"),
    "empty description": bad(LIFT, ("shows",), "", "shows\n"),
    "poses as a list": bad(LIFT, ("poses",), [], "poses\n"),
    "number as words": bad(LIFT, ("camera", "yaw"), "far", "camera.yaw"),
}

NUMBERS: dict[str, Bad] = {
    f"{what} in {'.'.join(map(str, path))}": bad(LIFT, path, number, ".".join(map(str, path)))
    for what, number in (("NaN", NAN), ("infinity", INFINITY), ("minus infinity", -INFINITY), ("1e300", 1e300))
    for path in (
        (*ANKLE, "at", 0),
        (*SPINE, "pelvis", 0),
        (*WRIST, "t"),
        (*WRIST, "out"),
        ("poses", "hold", "root", "at", 1),
        ("poses", "hold", "legs", "l", "pole", 1),
        ("poses", "hold", "arms", "l", "curl"),
        ("camera", "yaw"),
        ("frame", 2),
        ("mat", "x", 0),
        ("breath",),
        ("loop", 0, "move_s"),
        ("loop", 2, "hold_s"),
        ("stills", 0, "t"),
        ("highlights", 0, "radius"),
        ("highlights", 0, "inset"),
        ("highlights", 0, "span", 1),
        ("highlights", 0, "strength", "hold"),
        ("cues", 0, "points", 0, 2),
        ("cues", 0, "show", "hold"),
    )
}

RANGES: dict[str, Bad] = {
    "time backwards": bad(LIFT, ("loop", 0, "move_s"), -1, "loop.0.move_s"),
    "stay of an hour": bad(LIFT, ("loop", 0, "hold_s"), 3600, "loop.0.hold_s"),
    "far away": bad(LIFT, (*ANKLE, "at", 0), FAR_AWAY + 1, "poses.hold.legs.r.ankle.at.0"),
    "turned twice": bad(LIFT, (*SPINE, "head", 2), 720, "poses.hold.spine.head.2"),
    "place beyond the bone": bad(LIFT, (*WRIST, "t"), 1.5, "poses.hold.arms.l.wrist.t"),
    "glow too strong": bad(LIFT, ("highlights", 0, "strength", "hold"), 1.1, "highlights.0.strength.hold"),
    "glow without a size": bad(LIFT, ("highlights", 0, "radius"), 0, "highlights.0.radius"),
    "lens without a size": bad(TILT, ("lens", "radius"), 0, "lens.radius"),
    "lens that shows smaller": bad(TILT, ("lens", "zoom"), 0.5, "lens.zoom"),
    "arrow without points": bad(LIFT, ("cues", 0, "points"), [], "cues.0.points"),
    "arrow of a thousand points": bad(LIFT, ("cues", 0, "points"), [[0, 0, 0]] * 1000, "cues.0.points"),
    "loop of too many steps": bad(
        LIFT,
        ("loop",),
        [{"pose": "hold", "move_s": 1, "hold_s": 1, "phase": "hold"}] * (MAX_STEPS + 1),
        "loop\n",
    ),
    "drawn a thousand times": bad(LIFT, ("z_order",), ["mat"] * 1000, "z_order\n"),
    "endless words": bad(LIFT, ("shows",), "a" * 501, "shows\n"),
}

UNKNOWN_KEYS: dict[str, Bad] = {
    f"in {'.'.join(map(str, path)) or 'the movement'}": bad(
        name, (*path, "extra_key"), 1, ".".join(map(str, (*path, "extra_key"))), "not permitted"
    )
    for name, path in (
        (LIFT, ()),
        (LIFT, ("camera",)),
        (LIFT, ("mat",)),
        (LIFT, ("poses", "hold")),
        (LIFT, ("poses", "hold", "root")),
        (LIFT, ("poses", "hold", "legs", "l")),
        (LIFT, ("poses", "hold", "arms", "r")),
        (LIFT, ANKLE),
        (LIFT, WRIST),
        (LIFT, ("highlights", 0)),
        (LIFT, ("cues", 0)),
        (LIFT, ("loop", 0)),
        (LIFT, ("stills", 0)),
        (TILT, ("lens",)),
    )
}

ALL = {
    f"{table}: {title}": each
    for table, rows in (
        ("names", NAMES),
        ("shapes", SHAPES),
        ("numbers", NUMBERS),
        ("ranges", RANGES),
        ("unknown key", UNKNOWN_KEYS),
    )
    for title, each in rows.items()
}


@pytest.mark.parametrize("row", ALL.values(), ids=ALL)
def test_a_bad_movement_is_refused_by_name(row: Bad) -> None:
    told = document(row.name)
    for path, value in row.changes:
        put(told, path, value)

    said = refusal(told)

    for words in row.words:
        assert words in said


def test_ten_thousand_key_poses_are_refused() -> None:
    told = document(LIFT)
    add_poses(told, 10_000)

    said = refusal(told)

    assert "poses\n" in said
    assert f"at most {MAX_POSES}" in said


@pytest.mark.parametrize("number", ["1e999", "-1e999", "NaN", "Infinity"])
def test_numbers_that_are_none_are_refused_in_the_text_too(number: str) -> None:
    text = (FIGURES / f"{LIFT}.json").read_text(encoding="utf-8")
    assert '"breath": 0.6' in text

    with pytest.raises(ValidationError, match="breath"):
        Movement.model_validate_json(text.replace('"breath": 0.6', f'"breath": {number}'))


BODIES: dict[str, tuple[Path, Json | Gone, str]] = {
    "unknown key": (("extra_key",), 1, "extra_key"),
    "unknown key of the skeleton": (("skeleton", "tail"), 0.1, "skeleton.tail"),
    "unknown segment": (("skeleton", "spine", "tail"), 0.1, "skeleton.spine.tail"),
    "another format": (("format",), 2, "format"),
    "no format": (("format",), GONE, "format"),
    "no thigh": (("skeleton", "thigh"), GONE, "skeleton.thigh"),
    "thigh of no length": (("skeleton", "thigh"), 0, "skeleton.thigh"),
    "thigh of less than none": (("skeleton", "thigh"), -0.2, "skeleton.thigh"),
    "endless shin": (("skeleton", "shin"), INFINITY, "skeleton.shin"),
    "shin that is no number": (("skeleton", "shin"), NAN, "skeleton.shin"),
    "spine that is no number": (("skeleton", "spine", "neck"), NAN, "skeleton.spine.neck"),
    "spine without a segment": (("skeleton", "spine", "neck"), GONE, "skeleton"),
    "radius that is no number": (("radii", "thigh", 0, 1), NAN, "radii.thigh.0.1"),
    "endless radius": (("radii", "thigh", 0, 1), INFINITY, "radii.thigh.0.1"),
    "curve that is no number": (("head", "profile_face", 0, 0), NAN, "head.profile_face.0.0"),
    "colour by name": (("palette", "light", "mat"), "green", "palette.light.mat"),
    "colour of a third theme": (("palette", "sepia"), {}, "palette.sepia"),
    "colour with more behind it": (("palette", "light", "mat"), "#C5D3C4\n", "palette.light.mat"),
    "share above one": (("palette", "light", "glow_alpha"), 1.5, "palette.light.glow_alpha"),
    "share that is no number": (("palette", "light", "glow_alpha"), NAN, "palette.light.glow_alpha"),
    "no variants": (("variants",), {}, "variants"),
    "share as a colour of a variant": (("variants", "b", "hair"), 0.5, "variants.b.hair"),
}


@pytest.mark.parametrize(("path", "value", "words"), BODIES.values(), ids=BODIES)
def test_a_bad_body_is_refused_by_name(path: Path, value: Json | Gone, words: str) -> None:
    told = document(BODY.stem)
    put(told, path, value)

    with pytest.raises(ValidationError) as caught:
        Body.model_validate_json(json.dumps(told))

    assert words in str(caught.value)


# Helpers


def read(told: Json) -> Movement:
    """Read a document the way a file is read; json.dumps writes NaN and Infinity as they are."""
    return Movement.model_validate_json(json.dumps(told))


def changed(name: str, path: Path, value: Json | Gone) -> Movement:
    told = document(name)
    put(told, path, value)
    return read(told)


def refusal(told: Json) -> str:
    with pytest.raises(ValidationError) as caught:
        read(told)
    return str(caught.value)


def add_poses(told: Json, wanted: int) -> None:
    """Add copies of the hold, each with its values, until there are that many poses."""
    assert isinstance(told, dict)
    poses, highlights, cues = told["poses"], told["highlights"], told["cues"]
    assert isinstance(poses, dict)
    assert isinstance(highlights, list)
    assert isinstance(cues, list)
    names = [f"more_{number}" for number in range(wanted - len(poses))]
    poses |= dict.fromkeys(names, poses["hold"])
    shown = [each for each in cues if isinstance(each, dict) and "show" in each]
    for each, key in [*((each, "strength") for each in highlights), *((each, "show") for each in shown)]:
        assert isinstance(each, dict)
        values = each[key]
        assert isinstance(values, dict)
        values |= dict.fromkeys(names, 0)


@pytest.mark.parametrize(("limb", "joint", "bone"), [("legs", "ankle", "shin_l"), ("arms", "wrist", "forearm_l")])
def test_a_target_on_a_limb_that_is_not_solved_yet_is_refused(limb: str, joint: str, bone: str) -> None:
    told = json.loads((FIGURES / "single-knee-to-chest.json").read_text(encoding="utf-8"))
    told["poses"]["start"][limb]["r"][joint] = {"on": bone, "t": 0.5}

    with pytest.raises(ValidationError, match=r"legs are solved first|on” a thigh or a shin"):
        Movement.model_validate_json(json.dumps(told))


@pytest.mark.parametrize(("table", "row"), [("radii", "torso"), ("discs", "foot"), ("head", "front_hair")])
def test_a_body_without_one_of_its_tables_is_refused(table: str, row: str) -> None:
    told = json.loads((FIGURES / "body.json").read_text(encoding="utf-8"))
    del told[table][row]

    with pytest.raises(ValidationError, match=f"{table} lacks {row}"):
        Body.model_validate_json(json.dumps(told))
