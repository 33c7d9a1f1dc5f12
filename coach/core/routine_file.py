"""The strict models that check a routine file and describe it as a schema.

They only check: the program works with the plain values of coach/core/routine.py. Importing this module imports
pydantic, which takes longer and more memory than the first window, so it is imported only for a file that no test has
checked before.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Literal, NamedTuple

from pydantic import Discriminator, Field, Tag

from coach.core.pacing import Side
from coach.core.routine import Base, Position, Shown
from coach.core.routine_file_say import Say
from coach.core.routine_file_texts import MAX_LINES, MAX_TEXT, Id, Lines, Name, Strict, Text, Texts
from coach.words.catalogue import tr

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from coach.core import routine

FORMAT = 1
"""The version of the file format that this program reads and writes."""

MAX_WORK_S = 600
MAX_GAP_S = 600
MAX_ROUNDS = 20
MAX_EXERCISES = 50
MAX_ROUTINES = 20
MAX_STEP_S = 60


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


class _Exercise(Strict):
    id: Id
    name: Name
    also: Texts = ()
    warm_up: bool = False
    figure: Id | None = None
    base: Base
    sides: Annotated[tuple[Side, ...], Field(max_length=2, json_schema_extra={"uniqueItems": True})] = ()
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
    pace: Literal["own"] = "own"
    press_s: Annotated[int, Field(ge=1, le=MAX_WORK_S, json_schema_extra={"deprecated": True})] = 1
    """Older files had to say how long each repetition is kept. Nothing ever used it, and it is not kept."""


class FlowExercise(_Exercise):
    """Keep moving with the breath until `work_s` seconds are over; the breath sets the pace."""

    kind: Literal["flow-by-breath"]
    pace: Literal["breath"] = "breath"


def _without_discriminator(schema: dict[str, Any]) -> None:
    """Leave out what is of OpenAPI and not of JSON Schema: judges in strict mode refuse a word they do not know."""
    schema.pop("discriminator", None)


Exercise = Annotated[
    HoldExercise | RepsExercise | FlowExercise,
    Field(discriminator="kind", json_schema_extra=_without_discriminator),
]


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


class TimedStep(Strict):
    """A step of the way down to the floor or up from it, and how many seconds the body needs for it."""

    line: Text
    takes_s: Annotated[float, Field(ge=0.1, le=MAX_STEP_S, strict=False)]
    shows: Shown | None = None


def _how_a_step_is_written(value: object) -> str:
    return "with its time" if isinstance(value, dict | TimedStep) else "text"


Step = Annotated[
    Annotated[Text, Tag("text")] | Annotated[TimedStep, Tag("with its time")], Discriminator(_how_a_step_is_written)
]


class PositionChange(Strict):
    """How to get from one family of positions to another."""

    before: Position
    after: Position
    steps: Annotated[tuple[Step, ...], Field(min_length=1, max_length=MAX_LINES)]


class RoutineFile(Strict):
    """A whole routine file."""

    schema_: Annotated[str, Field(alias="$schema", max_length=MAX_TEXT)] = ""
    format: Literal[1]
    exercises: Annotated[
        tuple[Exercise, ...],
        Field(min_length=1, max_length=MAX_EXERCISES),
    ]
    position_changes: Annotated[tuple[PositionChange, ...], Field(max_length=MAX_LINES)] = ()
    routines: Annotated[tuple[RoutineEntry, ...], Field(min_length=1, max_length=MAX_ROUTINES)]


class Mistake(NamedTuple):
    """A mistake that no single field shows: where it is, what is wrong and what would be right."""

    place: tuple[str | int, ...]
    message: str
    remedy: str


def mistakes(contents: routine.Contents, document: Mapping[str, Any]) -> list[Mistake]:
    """Return the mistakes that single fields cannot show: ids used twice or unknown, sides that do not fit.

    `document` is the file that the contents were read from.
    """
    all_mistakes = [*_twice("exercises", contents.exercises), *_twice("routines", contents.routines)]
    for number, exercise in enumerate(contents.exercises):
        all_mistakes += _side_mistakes(("exercises", number), exercise, document["exercises"][number])
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


def _side_mistakes(
    place: tuple[str | int, ...], exercise: routine.Exercise, document: Mapping[str, Any]
) -> Iterator[Mistake]:
    sides = exercise.sides
    if len(sides) != len(set(sides)):
        yield Mistake((*place, "sides"), tr("names the {side} side twice", side=sides[0]), tr("name each side once"))
    if len(sides) > 1 and not any(line.turn != "first" for line in exercise.say.rounds[0].gap):
        where = ("rounds", 0, "gap") if "rounds" in document["say"] else ("change",)
        yield Mistake((*place, "say", *where), tr("is missing"), tr("say which side comes, for right and left"))
    if sides:
        return
    if exercise.stretches is not None:
        yield Mistake((*place, "stretches"), tr("has a meaning only where there are sides"), tr("leave it out"))
    for name in ("steps", "say"):
        for inner in _by_side(document[name]):
            yield Mistake(
                (*place, name, *inner),
                tr("has a wording for each side, but the exercise has no sides"),
                tr("use one text"),
            )


def _by_side(value: object) -> Iterator[tuple[str | int, ...]]:
    """Give the place of each line that has one wording for the right and one for the left."""
    if isinstance(value, dict):
        if value.keys() == {"right", "left"}:
            yield ()
            return
        for key, inner in value.items():
            yield from ((key, *place) for place in _by_side(inner))
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from ((number, *place) for place in _by_side(inner))
