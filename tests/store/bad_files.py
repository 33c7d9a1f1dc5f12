"""Named tables of files that cannot be used: what is wrong with each, and where the reader must say that it is."""

from __future__ import annotations

import copy
import json
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from tests.cases import document, exercise

if TYPE_CHECKING:
    from tests.cases import Json, Object

Path = tuple[str | int, ...]


class Gone(Enum):
    """Stands for a value that is left out."""

    GONE = "gone"


GONE = Gone.GONE


def whole() -> Object:
    """Return a file that uses every key of the format but those of lines in full, and has no problem."""
    knee = exercise("knee", base="supine", sides=["right", "left"], rounds=3)
    knee |= {
        "also": ["Hug"],
        "warm_up": False,
        "pace": "timer",
        "stretches": "same",
        "mistakes": ["Yanking"],
        "easier": ["Pull less."],
        "stop_also": ["Knee pain"],
        "ask_first": ["Late pregnancy"],
    }
    by_side: Object = {"right": "Lift your right knee.", "left": "Lift your left knee."}
    knee["steps"] = {
        "start": ["Lie down."],
        "enter": [by_side],
        "work": ["Breathe."],
        "leave": ["Let go."],
        "change": ["Change sides."],
    }
    tilt = exercise("tilt", kind="reps-own-pace", base="supine", work_s=45) | {"press_s": 1}
    said = tilt["say"]
    assert isinstance(said, dict)
    said |= {"then": ["Press for a second."], "next_round": ["Once more."]}
    cat = exercise("cat", kind="flow-by-breath", base="all-fours")
    told = document(knee, tilt, cat, gaps={"get_ready": 10, "change": 8, "near": 15, "new_position": 30})
    told["$schema"] = "routine.schema.json"
    told["position_changes"] = [{"before": "lying", "after": "knees", "steps": ["Roll over."]}]
    put(told, ("routines", 0, "note"), "A small one.")
    put(told, ("routines", 0, "exercises", 0), {"exercise": "knee", "rounds": 2, "work_s": 20})
    return told


def whole_of_2() -> Object:
    """Return a file that also uses what came with the second version of the format."""
    told = whole()
    exercises = told["exercises"]
    assert isinstance(exercises, list)
    exercises.append(counted())
    dose: Object = {"exercise": "knee", "work_s": {"right": 10, "left": 5}, "rounds": [3, 2, 1]}
    rests: Object = {"exercise": "cat", "sets": 2, "rest_s": 3, "set_rest_s": 4, "then_rest_s": 5}
    inner: Object = {"repeat": 2, "exercises": [{"exercise": "tilt"}, rests]}
    put(told, ("routines", 0, "exercises", 3), {"repeat": 2, "rest_s": 5, "exercises": [inner]})
    put(told, ("routines", 0, "when"), {"text": "Twice a day.", "times": ["07:30"], "days_a_week": 3})
    put(told, ("routines", 0, "plan"), [{"name": "Week 1", "doses": [dose, {"exercise": "lift", "reps": 8}]}])
    return told


def counted() -> Object:
    """Return an exercise that has every key of the second format."""
    told = exercise("lift", kind="counted", sides=["right", "left"])
    del told["work_s"]
    amount: Object = {
        "reps": 12,
        "rep_s": 3,
        "count_aloud": True,
        "ends": "estimate",
        "rounds": {"right": 1, "left": 2},
    }
    order: Object = {"first": "left", "order": "one-then-other", "sets": 2, "rest_s": 10, "set_rest_s": 15}
    drawn: Object = {"work": {"file": "lift.png", "describes": "A leg is up."}}
    return {**told, **amount, **order, "silent": ["half"], "pictures": {**drawn, "start": {**PICTURE}}}


PICTURE: Object = {
    "data": "iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAEElEQVR4nGP4z8AARAwQCgAf7gP9i18U1AAAAABJRU5ErkJggg==",
    "describes": "Somebody sits.",
}


def put(there: Json, path: Path, value: Json | Gone) -> None:
    """Set, add or leave out what is at that path; raises LookupError where the path leads nowhere."""
    *way, last = path
    for part in way:
        there = _inside(there, part)
    if isinstance(there, dict) and isinstance(last, str):
        if value is GONE:
            del there[last]
        else:
            there[last] = value
    elif isinstance(there, list) and isinstance(last, int):
        there[last : last + 1] = [] if value is GONE else [value]
    else:
        raise LookupError(last)


def _inside(there: Json, part: str | int) -> Json:
    if isinstance(there, dict) and isinstance(part, str):
        return there[part]
    if isinstance(there, list) and isinstance(part, int):
        return there[part]
    raise LookupError(part)


def as_bytes(told: Json) -> bytes:
    """Return the document as it would be saved, with an escape for every character beyond ASCII."""
    return json.dumps(told).encode("ascii")


@dataclass(frozen=True)
class Raw:
    """Bytes that are no routine file."""

    name: str
    data: bytes
    place: str
    words: str


@dataclass(frozen=True)
class Change:
    """One thing that is wrong in the file of `whole`."""

    name: str
    path: Path
    value: Json | Gone
    place: str
    words: str


SMALL = as_bytes(document(exercise("a")))
TAIL = SMALL.removeprefix(b"{")

RAW = (
    Raw("an empty file", b"", "line 1, column 1", "is not JSON"),
    Raw("only blanks", b" \n ", "line 2, column 2", "is not JSON"),
    Raw("prose", b"Lie on your back.", "line 1, column 1", "is not JSON"),
    Raw(
        "a comma too many",
        b'{"format": 1,\n "exercises": [1,],\n "routines": []}',
        "line 2, column 17",
        "is a comma after",
    ),
    Raw("cut off", SMALL[:200], "line 1", "is not JSON"),
    Raw("more after the end", SMALL + b"{}", "line 1", "is not JSON"),
    Raw(
        "a raw line break in a text",
        SMALL.replace(b"You sit.", b"You\nsit."),
        "line 1",
        "is a line break inside a text",
    ),
    Raw("an image", b"\x89PNG\r\n\x1a\n\x00\x00", "byte 1", "is not UTF-8"),
    Raw("Latin 1", SMALL.replace(b"You sit.", b"caf\xe9"), f"byte {SMALL.index(b'You sit.') + 4}", "is not UTF-8"),
    Raw("UTF-16", SMALL.decode().encode("utf-16"), "byte 1", "is text in UTF-16"),
    Raw("UTF-32", SMALL.decode().encode("utf-32"), "byte 1", "is text in UTF-32"),
    Raw("a list at the top", b"[]", "file", "does not hold an object"),
    Raw("a number at the top", b"1", "file", "does not hold an object"),
    Raw("null at the top", b"null", "file", "does not hold an object"),
    Raw("an empty object", b"{}", "format", "is missing"),
    Raw("larger than 1 MiB", b" " * (1 << 20) + SMALL, "file", "is larger than 1 MiB"),
    Raw("nested 33 deep", b'{"format": ' + b"[" * 32 + b"]" * 32 + b"}", "file", "is nested too deep"),
    Raw("nested 1,000 deep", b'{"format": ' + b"[" * 1_000 + b"]" * 1_000 + b"}", "file", "is nested too deep"),
    Raw("nested 100,000 deep", b"[" * 100_000 + b"]" * 100_000, "file", "is nested too deep"),
    Raw("objects nested 100,000 deep", b'{"a":' * 100_000, "file", "is nested too deep"),
    Raw("a key twice", b'{"format": 2, ' + TAIL, "file", "the key “format” stands twice"),
    Raw("a key twice, deep down", SMALL.replace(b'"feel"', b'"breath"'), "file", "the key “breath” stands twice"),
    Raw("NaN", SMALL.replace(b'"work_s": 30', b'"work_s": NaN'), "file", "NaN is not a number"),
    Raw("Infinity", SMALL.replace(b'"work_s": 30', b'"work_s": Infinity'), "file", "Infinity is not a number"),
    Raw("-Infinity", SMALL.replace(b'"work_s": 30', b'"work_s": -Infinity'), "file", "-Infinity is not a number"),
    Raw("5,000 digits", SMALL.replace(b'"work_s": 30', b'"work_s": ' + b"9" * 5_000), "file", "far too long"),
    Raw("1e999", SMALL.replace(b'"work_s": 30', b'"work_s": 1e999'), "exercise 1 (a), work_s", "not a whole number"),
)

KNEE = "exercise 1 (knee)"
ITEM = "routine 1 (small), exercise 1 (knee)"
UNKNOWN = "is an unknown key"
MISSING = "is missing"
NOT_WHOLE = "is not a whole number"

UNKNOWN_KEYS = (
    Change("in the file", ("author",), "me", "author", UNKNOWN),
    Change("in a hold", ("exercises", 0, "work"), 3, f"{KNEE}, work", UNKNOWN),
    Change("in reps", ("exercises", 1, "hold_s"), 3, "exercise 2 (tilt), hold_s", UNKNOWN),
    Change("in a flow", ("exercises", 2, "breaths"), 3, "exercise 3 (cat), breaths", UNKNOWN),
    Change("of another kind", ("exercises", 0, "press_s"), 1, f"{KNEE}, press_s", UNKNOWN),
    Change("in steps", ("exercises", 0, "steps", "end"), ["Rest."], f"{KNEE}, steps, end", UNKNOWN),
    Change("in a line", ("exercises", 0, "steps", "enter", 0, "both"), "Sit.", "enter 1, both", UNKNOWN),
    Change("named text", ("exercises", 0, "steps", "enter", 0, "text"), "Sit.", "enter 1, text", UNKNOWN),
    Change("in say", ("exercises", 0, "say", "shout"), "Go.", f"{KNEE}, say, shout", UNKNOWN),
    Change("in a position change", ("position_changes", 0, "via"), "x", "position change 1, via", UNKNOWN),
    Change("in a routine", ("routines", 0, "pacing"), "quick", "routine 1 (small), pacing", UNKNOWN),
    Change("in gaps", ("routines", 0, "gaps", "far"), 9, "routine 1 (small), gaps, far", UNKNOWN),
    Change("in an entry", ("routines", 0, "exercises", 0, "sides"), [], f"{ITEM}, sides", UNKNOWN),
    Change("in an entry, named like a kind", ("routines", 0, "exercises", 0, "hold"), 1, f"{ITEM}, hold", UNKNOWN),
    Change("in a hold, named like a kind", ("exercises", 0, "flow-by-breath"), 1, f"{KNEE}, flow-by-breath", UNKNOWN),
    Change("that cannot be printed", ("\x1b[31m\n",), 1, "\ufffd[31m\ufffd", UNKNOWN),
)

LEFT_OUT = (
    Change("format", ("format",), GONE, "format", MISSING),
    Change("exercises", ("exercises",), GONE, "exercises", MISSING),
    Change("routines", ("routines",), GONE, "routines", MISSING),
    Change("an id", ("exercises", 1, "id"), GONE, "exercise 2, id", MISSING),
    Change("a kind", ("exercises", 0, "kind"), GONE, KNEE, "has no kind"),
    Change("work_s", ("exercises", 0, "work_s"), GONE, f"{KNEE}, work_s", MISSING),
    Change("work steps", ("exercises", 0, "steps", "work"), GONE, f"{KNEE}, steps, work", MISSING),
    Change("one side of a line", ("exercises", 0, "steps", "enter", 0, "left"), GONE, "enter 1, left", MISSING),
    Change("pain_stop", ("exercises", 2, "say", "pain_stop"), GONE, "exercise 3 (cat), say, pain_stop", MISSING),
    Change("change of two sides", ("exercises", 0, "say", "change"), GONE, f"{KNEE}, say, change", MISSING),
    Change("where to", ("position_changes", 0, "after"), GONE, "position change 1, after", MISSING),
    Change("a routine's name", ("routines", 0, "name"), GONE, "routine 1 (small), name", MISSING),
    Change("which exercise", ("routines", 0, "exercises", 0, "exercise"), GONE, "exercise 1, exercise", MISSING),
)

WORK_S: Path = ("exercises", 0, "work_s")
WRONG_TYPES = (
    Change("true for the format", ("format",), value=True, place="format", words="is true, not a whole number; use 2"),
    Change("1.0 for the format", ("format",), 1.0, "format", "is 1.0, not a whole number; use 2"),
    Change("null for the format", ("format",), None, "format", "is null, not a whole number; use 2"),
    Change("true for a number", WORK_S, value=True, place=f"{KNEE}, work_s", words=NOT_WHOLE),
    Change("30.0 for a number", WORK_S, 30.0, f"{KNEE}, work_s", NOT_WHOLE),
    Change("30.5 for a number", WORK_S, 30.5, f"{KNEE}, work_s", NOT_WHOLE),
    Change("text for a number", WORK_S, "30", f"{KNEE}, work_s", NOT_WHOLE),
    Change("null for a number", WORK_S, None, f"{KNEE}, work_s", NOT_WHOLE),
    Change("true for rounds", ("exercises", 0, "rounds"), value=True, place=f"{KNEE}, rounds", words=NOT_WHOLE),
    Change("1.0 in an entry", ("routines", 0, "exercises", 0, "rounds"), 1.0, f"{ITEM}, rounds", NOT_WHOLE),
    Change(
        "false for a gap",
        ("routines", 0, "gaps", "near"),
        value=False,
        place="routine 1 (small), gaps, near",
        words=NOT_WHOLE,
    ),
    Change("1 for true", ("exercises", 0, "warm_up"), 1, f"{KNEE}, warm_up", "is neither true nor false"),
    Change("a number for a text", ("exercises", 0, "region"), 3, f"{KNEE}, region", "is not a text"),
    Change("a list for a line", ("exercises", 0, "say", "half"), ["x"], f"{KNEE}, say, half", "is not a text"),
    Change("a text for a list", ("exercises", 0, "also"), "Hug", f"{KNEE}, also", "is not a list"),
    Change("a text for steps", ("exercises", 0, "steps"), "Sit.", f"{KNEE}, steps", "is not an object"),
    Change("a text for an exercise", ("exercises", 0), "knee", "exercise 1", "is not an object"),
    Change("an object for exercises", ("exercises",), {}, "exercises", "is not a list"),
    Change("null for gaps", ("routines", 0, "gaps"), None, "routine 1 (small), gaps", "is not an object"),
)

SIDES: Path = ("exercises", 0, "sides")
SMALL_ID: Path = ("routines", 0, "id")
ENTRY: Json = {"id": "small", "name": "Small", "exercises": [{"exercise": "cat"}]}
FULL: Path = ("exercises", 0, "say")
IN_FULL: Json = {
    "start": "Hold it.",
    "rounds": [{"gap": [{"line": {"right": "The right.", "left": "The left."}}], "work": [{"line": "Go.", "at": 1}]}],
    "release": "Let go.",
    "pain_stop": "Stopping.",
}


def _in_full(*path: str | int, value: Json) -> Json:
    say = copy.deepcopy(IN_FULL)
    put(say, path, value)
    return say


SPOKEN_IN_FULL = (
    Change("an unknown moment", FULL, _in_full("rounds", 0, "work", 0, "at", value="soon"), "work 1, at", "is “soon”"),
    Change("no moment", FULL, _in_full("rounds", 0, "work", 0, "at", value=None), "work 1, at", "is not a number"),
    Change("before the go", FULL, _in_full("rounds", 0, "work", 0, "at", value=-1), "work 1, at", "is too small"),
    Change("no rounds", FULL, _in_full("rounds", value=[]), f"{KNEE}, say, rounds", "too few entries"),
    Change("a key of the brief way", FULL, _in_full("half", value="Half."), f"{KNEE}, say, half", UNKNOWN),
    Change("a rank too many", FULL, _in_full("rounds", 0, "gap", 0, "if_time", value=5), "gap 1, if_time", "too large"),
    Change("no line", FULL, _in_full("rounds", 0, "gap", 0, value={"enters": True}), "gap 1, line", MISSING),
    Change("no side", FULL, _in_full("rounds", 0, "gap", value=[]), f"{KNEE}, say, rounds 1, gap", MISSING),
    Change(
        "a step without its line",
        ("position_changes", 0, "steps", 0),
        {"takes_s": 2},
        "position change 1, steps 1, line",
        MISSING,
    ),
    Change(
        "a step that takes for ever",
        ("position_changes", 0, "steps", 0),
        {"line": "Get up.", "takes_s": 61},
        "position change 1, steps 1, takes_s",
        "is too large",
    ),
)

WRONG_VALUES = (
    Change("an unknown kind", ("exercises", 0, "kind"), "jump", KNEE, "has the unknown kind “jump”"),
    Change("another kind's pace", ("exercises", 0, "pace"), "own", f"{KNEE}, pace", "is “own”; use 'timer'"),
    Change(
        "an unknown figure",
        ("exercises", 0, "figure"),
        "handstand",
        f"{KNEE}, figure",
        "names the unknown figure “handstand”; use one of: cat-cow, childs-pose, ",
    ),
    Change("an unknown position", ("exercises", 0, "base"), "upside-down", f"{KNEE}, base", "is “upside-down”; use"),
    Change("an unknown side", ("exercises", 0, "sides", 1), "up", f"{KNEE}, sides 2", "use 'right' or 'left'"),
    Change(
        "a step that shows what no figure does",
        ("position_changes", 0, "steps", 0),
        {"line": "Get up.", "takes_s": 4, "shows": "upside-down"},
        "position change 1, steps 1, shows",
        "is “upside-down”; use",
    ),
    Change("a side twice", ("exercises", 0, "sides", 1), "right", f"{KNEE}, sides", "names the right side twice"),
    Change("three sides", SIDES, ["right", "left", "right"], f"{KNEE}, sides", "has too many entries; use at most 2"),
    Change(
        "a step for each of no sides",
        ("exercises", 1, "steps", "work", 0),
        {"right": "R", "left": "L"},
        "exercise 2 (tilt), steps, work 1",
        "has no sides; use one text",
    ),
    Change("an id twice", ("exercises", 3), exercise("knee"), "exercise 4 (knee), id", "“knee” is used twice"),
    Change("a routine's id twice", ("routines", 1), ENTRY, "routine 2 (small), id", "“small” is used twice"),
    Change(
        "an unknown exercise",
        ("routines", 0, "exercises", 2, "exercise"),
        "dog",
        "routine 1 (small), exercise 3 (dog), exercise",
        "refers to the unknown exercise “dog”; use one of: cat, knee, tilt",
    ),
    Change("a capital in an id", ("routines", 0, "id"), "Small", "routine 1 (Small), id", "is “Small”; use small"),
    Change("a line break in an id", SMALL_ID, "sit\n", "routine 1 (sit\ufffd), id", "use small letters"),
    Change("an empty id", ("routines", 0, "id"), "", "routine 1 (), id", "use small letters"),
    Change("a blank text", ("exercises", 0, "region"), "  \u00a0", f"{KNEE}, region", "is blank"),
    Change("felt on no side", ("exercises", 1, "stretches"), "same", "exercise 2 (tilt), stretches", "leave it out"),
    Change(
        "a wording for each of no sides",
        ("exercises", 2, "say", "half"),
        {"right": "R", "left": "L"},
        "exercise 3 (cat), say, half",
        "has no sides; use one text",
    ),
)
