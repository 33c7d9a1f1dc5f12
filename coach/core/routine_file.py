"""The strict models that check a routine file and describe it as a schema.

They only check: the program works with the plain values of coach/core/routine.py. Importing this module imports
pydantic, which takes longer and more memory than the first window, so it is imported only for a file that no test has
checked before.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Discriminator, Field, Tag

from coach.core.routine import Position, Reached, Shown
from coach.core.routine_file_dose import MAX_EXERCISES, Advice, Items, Plan, RestSeconds
from coach.core.routine_file_exercise import Exercise
from coach.core.routine_file_texts import MAX_LINES, MAX_TEXT, Id, Name, Strict, Text

MAX_ROUTINES = 20
MAX_STEP_S = 60


class GapSeconds(Strict):
    """Seconds to get ready, to change side or round, and to move on to a near or to a new position."""

    get_ready: RestSeconds = 10
    change: RestSeconds = 8
    near: RestSeconds = 15
    new_position: RestSeconds = 30


class RoutineEntry(Strict):
    """A routine as the file has it: a name, its gaps and the exercises it refers to, in order."""

    id: Id
    name: Name
    note: Text | None = None
    gaps: GapSeconds = GapSeconds()
    exercises: Items
    when: Advice | None = None
    plan: Plan = ()


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
    after: Reached
    steps: Annotated[tuple[Step, ...], Field(min_length=1, max_length=MAX_LINES)]


class RoutineFile(Strict):
    """A whole routine file."""

    schema_: Annotated[str, Field(alias="$schema", max_length=MAX_TEXT)] = ""
    format: Literal[1, 2]
    exercises: Annotated[
        tuple[Exercise, ...],
        Field(min_length=1, max_length=MAX_EXERCISES),
    ]
    position_changes: Annotated[tuple[PositionChange, ...], Field(max_length=MAX_LINES)] = ()
    routines: Annotated[tuple[RoutineEntry, ...], Field(min_length=1, max_length=MAX_ROUTINES)]
