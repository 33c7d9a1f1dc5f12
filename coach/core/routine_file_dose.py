"""What a routine file may say about how much is done: rounds and seconds, items of a routine, groups, weeks."""

from __future__ import annotations

from typing import Annotated

from pydantic import Discriminator, Field, Tag

from coach.core.routine_file_say import MAX_GAP_S, MAX_ROUNDS, MAX_WORK_S
from coach.core.routine_file_texts import Id, Name, Strict, Text

MAX_SETS = 20
MAX_REPS = 200
MAX_REP_S = 60
MAX_REPEAT = 20
MAX_EXERCISES = 50
MAX_WEEKS = 12
MAX_TIMES = 24

RoundCount = Annotated[int, Field(ge=1, le=MAX_ROUNDS)]
WorkSeconds = Annotated[int, Field(ge=1, le=MAX_WORK_S)]
RestSeconds = Annotated[int, Field(ge=0, le=MAX_GAP_S)]
Sets = Annotated[int, Field(ge=1, le=MAX_SETS)]
Reps = Annotated[int, Field(ge=1, le=MAX_REPS)]
RepSeconds = Annotated[int, Field(ge=1, le=MAX_REP_S)]


class RoundsBySide(Strict):
    """So many rounds on each side."""

    right: RoundCount
    left: RoundCount


class SecondsBySide(Strict):
    """So many seconds on each side."""

    right: WorkSeconds
    left: WorkSeconds


def _how_a_number_is_written(value: object) -> str:
    if isinstance(value, dict | RoundsBySide | SecondsBySide):
        return "right and left"
    return "set by set" if isinstance(value, list | tuple) else "a number"


Rounds = Annotated[
    Annotated[RoundCount, Tag("a number")]
    | Annotated[tuple[RoundCount, ...], Field(min_length=1, max_length=MAX_SETS), Tag("set by set")]
    | Annotated[RoundsBySide, Tag("right and left")],
    Discriminator(_how_a_number_is_written),
]
"""So many rounds, so many in each set, or so many on each side."""


def _how_seconds_are_written(value: object) -> str:
    return "right and left" if isinstance(value, dict | SecondsBySide) else "a number"


Seconds = Annotated[
    Annotated[WorkSeconds, Tag("a number")] | Annotated[SecondsBySide, Tag("right and left")],
    Discriminator(_how_seconds_are_written),
]


class RoutineItem(Strict):
    """One exercise of a routine; what is given takes the place of the exercise's own dose."""

    exercise: Id
    rounds: Rounds | None = None
    work_s: Seconds | None = None
    reps: Reps | None = None
    sets: Sets | None = None
    rest_s: RestSeconds | None = None
    set_rest_s: RestSeconds | None = None
    then_rest_s: RestSeconds | None = None


class InnerGroup(Strict):
    """Exercises that are done one after the other so many times."""

    repeat: Annotated[int, Field(ge=2, le=MAX_REPEAT)]
    rest_s: RestSeconds | None = None
    exercises: Annotated[tuple[RoutineItem, ...], Field(min_length=1, max_length=MAX_EXERCISES)]


def _item_or_group(value: object) -> str:
    is_group = isinstance(value, InnerGroup | Group) or (isinstance(value, dict) and "repeat" in value)
    return "a group" if is_group else "an exercise"


InnerItem = Annotated[
    Annotated[RoutineItem, Tag("an exercise")] | Annotated[InnerGroup, Tag("a group")], Discriminator(_item_or_group)
]


class Group(Strict):
    """Exercises, and groups of them, that are done one after the other so many times."""

    repeat: Annotated[int, Field(ge=2, le=MAX_REPEAT)]
    rest_s: RestSeconds | None = None
    exercises: Annotated[tuple[InnerItem, ...], Field(min_length=1, max_length=MAX_EXERCISES)]


Item = Annotated[
    Annotated[RoutineItem, Tag("an exercise")] | Annotated[Group, Tag("a group")], Discriminator(_item_or_group)
]
Items = Annotated[tuple[Item, ...], Field(min_length=1, max_length=MAX_EXERCISES)]


Time = Annotated[str, Field(pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9]$", max_length=5)]
"""A time of day, as in 07:30."""


class Advice(Strict):
    """When a routine is to be done, as it was advised."""

    text: Text | None = None
    times: Annotated[tuple[Time, ...], Field(max_length=MAX_TIMES, json_schema_extra={"uniqueItems": True})] = ()
    days_a_week: Annotated[int, Field(ge=1, le=7)] | None = None


class Week(Strict):
    """A part of a plan, and the doses that its exercises have then; the person chooses it."""

    name: Name
    doses: Annotated[tuple[RoutineItem, ...], Field(max_length=MAX_EXERCISES)] = ()


Plan = Annotated[tuple[Week, ...], Field(max_length=MAX_WEEKS)]
