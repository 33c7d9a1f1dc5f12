"""The strict models that check a routine file and describe it as a schema.

They only check: the program works with the plain values of coach/core/routine.py. Importing this module imports
pydantic, which takes longer and more memory than the first window, so it is imported only for a file that no test has
checked before.
"""

from __future__ import annotations

import unicodedata
from dataclasses import fields
from typing import TYPE_CHECKING, Annotated, Literal, NamedTuple

from pydantic import AfterValidator, BaseModel, ConfigDict, Discriminator, Field, StringConstraints, Tag
from pydantic_core import PydanticCustomError

from coach.core import routine
from coach.core.pacing import Side
from coach.core.routine import Base, Position
from coach.words.catalogue import tr

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

FORMAT = 1
"""The version of the file format that this program reads and writes."""

MAX_TEXT = 500
MAX_NAME = 80
MAX_LINES = 20
MAX_WORK_S = 600
MAX_GAP_S = 600
MAX_ROUNDS = 20
MAX_EXERCISES = 50
MAX_ROUTINES = 20


class Strict(BaseModel):
    """A part of the file: unknown keys and wrong types are refused, and nothing changes once read."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True, defer_build=True)


def _printable(text: str) -> str:
    """Refuse control characters: they have no place in a label and can steer a terminal."""
    for character in text:
        if unicodedata.category(character) in {"Cc", "Cs", "Zl", "Zp"}:
            kind = "control_character"
            raise PydanticCustomError(kind, "holds the control character U+{code}", {"code": f"{ord(character):04X}"})
    if not text.strip():
        kind = "blank_text"
        raise PydanticCustomError(kind, "is blank")
    return text


Text = Annotated[str, StringConstraints(min_length=1, max_length=MAX_TEXT), AfterValidator(_printable)]
Name = Annotated[str, StringConstraints(min_length=1, max_length=MAX_NAME), AfterValidator(_printable)]
Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]


class BySide(Strict):
    """One wording for each side, where the words differ."""

    right: Text
    left: Text


def _text_or_sides(value: object) -> str:
    return "right and left" if isinstance(value, dict | BySide) else "text"


Line = Annotated[Annotated[Text, Tag("text")] | Annotated[BySide, Tag("right and left")], Discriminator(_text_or_sides)]
"""A sentence: the same for both sides, or one for the right and one for the left."""

Texts = Annotated[tuple[Text, ...], Field(max_length=MAX_LINES)]
Lines = Annotated[tuple[Line, ...], Field(max_length=MAX_LINES)]


class Steps(Strict):
    """What the person does, in order, one action a line.

    `start` and `enter` lead into the position (`enter` again for each round and side), `work` is for the timed
    block, `leave` leads out, `change` leads to the other side.
    """

    start: Lines
    enter: Lines = ()
    work: Annotated[Lines, Field(min_length=1)]
    leave: Lines = ()
    change: Lines = ()


class Say(Strict):
    """The spoken lines of an exercise.

    `then` follows `start` within the first seconds of the work; `next_round` has one line for each round after
    the first (the last one serves for all later ones); `change` names the side that comes.
    """

    setup: Line
    start: Line
    then: Texts = ()
    change: Line | None = None
    next_round: Texts = ()
    half: Line
    last5: Line
    release: Line
    pain_stop: Line


class _Exercise(Strict):
    id: Id
    name: Name
    also: Texts = ()
    warm_up: bool = False
    figure: Id | None = None
    base: Base
    sides: Annotated[tuple[Side, ...], Field(max_length=2)] = ()
    stretches: Literal["same", "opposite"] | None = None
    rounds: Annotated[int, Field(ge=1, le=MAX_ROUNDS)]
    work_s: Annotated[int, Field(ge=1, le=MAX_WORK_S)]
    least_change_s: Annotated[int, Field(ge=0, le=MAX_GAP_S)] = 0
    region: Text
    start: Text
    movement: Text
    end: Text
    steps: Steps
    breath: Text
    mistakes: Texts = ()
    easier: Texts = ()
    feel: Text
    stop_also: Texts = ()
    ask_first: Texts = ()
    say: Say


class HoldExercise(_Exercise):
    """Get into position, stay still for `work_s` seconds, come out."""

    kind: Literal["hold"]
    pace: Literal["timer"] = "timer"


class RepsExercise(_Exercise):
    """Repeat a short action at one's own pace until `work_s` seconds are over; nothing counts repetitions."""

    kind: Literal["reps-own-pace"]
    press_s: Annotated[int, Field(ge=1, le=MAX_WORK_S)]
    pace: Literal["own"] = "own"


class FlowExercise(_Exercise):
    """Keep moving with the breath until `work_s` seconds are over; the breath sets the pace."""

    kind: Literal["flow-by-breath"]
    pace: Literal["breath"] = "breath"


Exercise = HoldExercise | RepsExercise | FlowExercise


class GapSeconds(Strict):
    """Seconds to get ready, to change side or round, and to move on to a near or to a new position."""

    get_ready: Annotated[int, Field(ge=0, le=MAX_GAP_S)] = 10
    change: Annotated[int, Field(ge=0, le=MAX_GAP_S)] = 8
    near: Annotated[int, Field(ge=0, le=MAX_GAP_S)] = 15
    new_position: Annotated[int, Field(ge=0, le=MAX_GAP_S)] = 30


class RoutineItem(Strict):
    """One exercise of a routine; `rounds` and `work_s` replace the exercise's own where they are given."""

    exercise: Id
    rounds: Annotated[int, Field(ge=1, le=MAX_ROUNDS)] | None = None
    work_s: Annotated[int, Field(ge=1, le=MAX_WORK_S)] | None = None


class RoutineEntry(Strict):
    """A routine as the file has it: a name, its gaps and the exercises it refers to, in order."""

    id: Id
    name: Name
    note: Text | None = None
    gaps: GapSeconds = GapSeconds()
    exercises: Annotated[tuple[RoutineItem, ...], Field(min_length=1, max_length=MAX_EXERCISES)]


class PositionChange(Strict):
    """How to get from one family of positions to another."""

    before: Position
    after: Position
    steps: Annotated[tuple[Text, ...], Field(min_length=1, max_length=MAX_LINES)]


class RoutineFile(Strict):
    """A whole routine file."""

    schema_: Annotated[str, Field(alias="$schema", max_length=MAX_TEXT)] = ""
    format: Literal[1]
    exercises: Annotated[
        tuple[Annotated[Exercise, Field(discriminator="kind")], ...],
        Field(min_length=1, max_length=MAX_EXERCISES),
    ]
    position_changes: Annotated[tuple[PositionChange, ...], Field(max_length=MAX_LINES)] = ()
    routines: Annotated[tuple[RoutineEntry, ...], Field(min_length=1, max_length=MAX_ROUTINES)]


class Mistake(NamedTuple):
    """A mistake that no single field shows: where it is, what is wrong and what would be right."""

    place: tuple[str | int, ...]
    message: str
    remedy: str


def mistakes(contents: routine.Contents) -> list[Mistake]:
    """Return the mistakes that single fields cannot show: ids used twice or unknown, sides that do not fit."""
    all_mistakes = [*_twice("exercises", contents.exercises), *_twice("routines", contents.routines)]
    for number, exercise in enumerate(contents.exercises):
        all_mistakes += _side_mistakes(("exercises", number), exercise)
    known = {exercise.id for exercise in contents.exercises}
    for number, entry in enumerate(contents.routines):
        for position, item in enumerate(entry.exercises):
            if item.exercise not in known:
                all_mistakes.append(
                    Mistake(
                        ("routines", number, "exercises", position, "exercise"),
                        tr("refers to the unknown exercise “{exercise}”", exercise=item.exercise),
                        tr("use one of: {names}", names=", ".join(sorted(known))),
                    )
                )
    return all_mistakes


def _twice(key: str, items: Sequence[routine.Exercise | routine.RoutineEntry]) -> Iterator[Mistake]:
    ids: set[str] = set()
    for number, item in enumerate(items):
        if item.id in ids:
            yield Mistake(
                (key, number, "id"), tr("the id “{id}” is used twice", id=item.id), tr("give each an id of its own")
            )
        ids.add(item.id)


def _side_mistakes(place: tuple[str | int, ...], exercise: routine.Exercise) -> Iterator[Mistake]:
    sides = exercise.sides
    if len(sides) != len(set(sides)):
        yield Mistake((*place, "sides"), tr("names the {side} side twice", side=sides[0]), tr("name each side once"))
    if sides and exercise.say.change is None and len(sides) > 1:
        yield Mistake((*place, "say", "change"), tr("is missing"), tr("say which side comes, for right and left"))
    if sides:
        return
    if exercise.stretches is not None:
        yield Mistake((*place, "stretches"), tr("has a meaning only where there are sides"), tr("leave it out"))
    for name, line in _lines(exercise):
        if isinstance(line, routine.BySide):
            yield Mistake(
                (*place, *name), tr("has a wording for each side, but the exercise has no sides"), tr("use one text")
            )


def _lines(exercise: routine.Exercise) -> Iterator[tuple[tuple[str | int, ...], object]]:
    for stage in fields(exercise.steps):
        for number, line in enumerate(getattr(exercise.steps, stage.name)):
            yield ("steps", stage.name, number), line
    for key in fields(exercise.say):
        yield ("say", key.name), getattr(exercise.say, key.name)
