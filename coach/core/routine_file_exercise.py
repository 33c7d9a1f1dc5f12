"""What a routine file may say about one exercise."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field

from coach.core.dose import REP_S, EndedBy, First, Order
from coach.core.pacing import Side
from coach.core.routine import Base, Silent
from coach.core.routine_file_dose import Reps, RepSeconds, RestSeconds, Rounds, Seconds, Sets
from coach.core.routine_file_say import MAX_WORK_S, Say
from coach.core.routine_file_texts import MAX_LINES, MAX_NAME, Id, Lines, Name, Strict, Text, Texts

MAX_PICTURE_DATA = 2_796_204
"""What 2 MB are in base64."""

Base64 = Annotated[str, Field(min_length=1, max_length=MAX_PICTURE_DATA, pattern=r"^[A-Za-z0-9+/]+={0,2}$")]


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


class Picture(Strict):
    """A picture of one's own: a file beside this one, or what is in it as base64; and what is to be seen, in words."""

    file: Annotated[str, Field(min_length=1, max_length=MAX_NAME)] | None = None
    data: Base64 | None = None
    describes: Text


class Pictures(Strict):
    """Pictures for the stages of an exercise; a stage without one has the nearest."""

    start: Picture | None = None
    work: Picture | None = None
    leave: Picture | None = None


class _Exercise(Strict):
    id: Id
    name: Name
    also: Texts = ()
    warm_up: bool = False
    figure: Id | None = None
    base: Base
    sides: Annotated[tuple[Side, ...], Field(max_length=2, json_schema_extra={"uniqueItems": True})] = ()
    stretches: Literal["same", "opposite"] | None = None
    first: First | None = None
    order: Order = "in-turn"
    rounds: Rounds
    sets: Sets = 1
    rest_s: RestSeconds | None = None
    set_rest_s: RestSeconds | None = None
    least_change_s: RestSeconds = 0
    silent: Annotated[tuple[Silent, ...], Field(max_length=MAX_LINES, json_schema_extra={"uniqueItems": True})] = ()
    pictures: Pictures | None = None
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
    work_s: Seconds
    pace: Literal["timer"] = "timer"


class RepsExercise(_Exercise):
    """Repeat a short action at one's own pace until `work_s` seconds are over; nothing counts repetitions."""

    kind: Literal["reps-own-pace"]
    work_s: Seconds
    pace: Literal["own"] = "own"
    press_s: Annotated[int, Field(ge=1, le=MAX_WORK_S, json_schema_extra={"deprecated": True})] = 1
    """Older files had to say how long each repetition is kept. Nothing ever used it, and it is not kept."""


class FlowExercise(_Exercise):
    """Keep moving with the breath until `work_s` seconds are over; the breath sets the pace."""

    kind: Literal["flow-by-breath"]
    work_s: Seconds
    pace: Literal["breath"] = "breath"


class CountedExercise(_Exercise):
    """Do `reps` repetitions at one's own pace; the person says when they are done, or the time by estimate is over."""

    kind: Literal["counted"]
    pace: Literal["own"] = "own"
    reps: Reps
    rep_s: RepSeconds = REP_S
    count_aloud: bool = False
    ends: EndedBy = "person"


def _without_discriminator(schema: dict[str, Any]) -> None:
    """Leave out what is of OpenAPI and not of JSON Schema: judges in strict mode refuse a word they do not know."""
    schema.pop("discriminator", None)


Exercise = Annotated[
    HoldExercise | RepsExercise | FlowExercise | CountedExercise,
    Field(discriminator="kind", json_schema_extra=_without_discriminator),
]
