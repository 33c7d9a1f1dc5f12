"""What a record written out as JSON says: the models behind the published schema, assets/record.schema.json."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

Ms = Annotated[int, Field(ge=0, description="ms of the session's own clock, or of a block's own time")]
Moment = Annotated[
    str, Field(description="local time with its offset, ISO 8601", examples=["2026-03-02T08:00:00+01:00"])
]


class Strict(BaseModel):
    """A part of the file in which every key is there, and no other."""

    model_config = ConfigDict(extra="forbid", strict=True)


class Code(Strict):
    """Pain severity, 0 to 10 verbal numeric rating, as LOINC names it."""

    system: Literal["http://loinc.org"]
    code: Literal["72514-3"]


class Pain(Strict):
    """The person's own number."""

    value: Annotated[int, Field(ge=0, le=10)]
    code: Code


class Routine(Strict):
    """What was done, as it was called then."""

    id: str
    name: str
    version: Annotated[str, Field(description="the version of the timetable that was followed")]


class Block(Strict):
    """A block of work that was left."""

    block: Annotated[int, Field(ge=0, description="its place in the timetable")]
    exercise: str
    exercise_name: Annotated[str | None, Field(description="as it was called then; null in sessions of an older coach")]
    set: Annotated[int, Field(ge=1)]
    round: Annotated[int, Field(ge=1, description="among those of this side in this set")]
    reps: Annotated[int, Field(ge=0, description="repetitions that were to be done; 0 where they are not counted")]
    side: Literal["right", "left"] | None
    planned_ms: Ms
    spent_ms: Ms
    why: Annotated[str, Field(description="done, skipped, back, jumped, stopped for pain, ended or cut off")]


class Event(Strict):
    """What happened, in order."""

    at_ms: Annotated[int, Field(description="ms since the session began")]
    kind: Annotated[
        str,
        Field(
            description="started, block-started, block-ended, cue-due, paused, resumed, lead-in-ended, time-added,"
            " easier-chosen, because-of-pain, pain-stopped, mistake-taken, finished or ended"
        ),
    ]
    block: int | None
    detail: Annotated[int | None, Field(description="what a number tells of it, in ms")]


class Session(Strict):
    """One session, whatever became of it."""

    id: int
    started: Moment
    ended: Moment | None
    routine: Routine
    pacing: str
    ending: Literal["finished", "ended", "stopped for pain", "cut off"] | None
    pain_before: Pain | None
    pain_after: Pain | None
    pain_after_at: Annotated[Moment | None, Field(description="when that was told, where it is known")]
    pain_after_stop: Annotated[Pain | None, Field(description="told after a pain stop and a minute's rest")]
    pain_after_stop_at: Annotated[Moment | None, Field(description="when that was told, where it is known")]
    compared: Literal["less", "same", "more"] | None
    next_day: Annotated[
        Literal["worse", "no"] | None, Field(description="whether the back hurt more that day or the day after")
    ]
    restart: Annotated[str | None, Field(description="what the person decided after pain the time before")]
    note: str
    blocks: list[Block]
    events: list[Event]


class Answer(Strict):
    """An answer that belongs to no session; of a check only that it passed or closed, never why.

    `professional` says when a person told that a professional had agreed; never which sign it was about.
    """

    at: Moment
    question: Literal["check", "restart", "helps", "professional"]
    answer: str


class RecordFile(Strict):
    """The whole record."""

    format: Literal[2]
    sessions: list[Session]
    answers: list[Answer]
