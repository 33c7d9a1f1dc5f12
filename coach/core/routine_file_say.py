"""What a routine file may say about the spoken lines of an exercise: in brief, or in full round by round."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Discriminator, Field, Tag

from coach.core.routine_file_texts import MAX_LINES, Line, Strict, Texts

MAX_WORK_S = 1_800
MAX_GAP_S = 600
MAX_ROUNDS = 50


class BriefSay(Strict):
    """The spoken lines of an exercise, one for each moment.

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


IfTime = Annotated[int, Field(ge=1, le=4)]
Turn = Literal["first", "second"]


class BaseLine(Strict):
    """A line that leads into the base position; see docs/routine-format.md."""

    line: Line
    if_time: IfTime | None = None
    only_gap_s: Annotated[int, Field(ge=1, le=MAX_GAP_S)] | None = None
    unguided: Line | None = None


class GapLine(Strict):
    """A line in the gap before a side or round."""

    line: Line
    if_time: IfTime | None = None
    turn: Turn | None = None
    enters: bool = False
    only_rounds: Annotated[int, Field(ge=1, le=MAX_ROUNDS)] | None = None


class StartLine(Strict):
    """A line that is said as the work begins."""

    line: Line
    turn: Turn | None = None


def _how_a_moment_is_written(value: object) -> str:
    return "a moment" if isinstance(value, str) else "seconds"


At = Annotated[
    Annotated[float, Field(ge=0, le=MAX_WORK_S, strict=False), Tag("seconds")]
    | Annotated[Literal["half-way", "last-five"], Tag("a moment")],
    Discriminator(_how_a_moment_is_written),
]
"""When a line is said: seconds after the go, or a moment that every work has."""


class WorkLine(Strict):
    """A line in the work: so many seconds after the go, or at a moment that every work has."""

    line: Line
    at: At
    if_time: IfTime | None = None
    turn: Turn | None = None
    only_rounds: Annotated[int, Field(ge=1, le=MAX_ROUNDS)] | None = None
    only_work_s: Annotated[int, Field(ge=1, le=MAX_WORK_S)] | None = None
    reminds: bool = False


class RoundLines(Strict):
    """What is said in one round: in the gap before it, as it begins, and in its work."""

    gap: Annotated[tuple[GapLine, ...], Field(max_length=MAX_LINES)] = ()
    start: Annotated[tuple[StartLine, ...], Field(max_length=2)] = ()
    work: Annotated[tuple[WorkLine, ...], Field(max_length=MAX_LINES)] = ()


class Swap(Strict):
    """A line, and what it becomes."""

    line: Line
    becomes: Line


class EasierWay(Strict):
    """An easier way to do the exercise, as it is said and shown."""

    line: Line
    instead_of: Line | None = None
    swaps: Annotated[tuple[Swap, ...], Field(max_length=MAX_LINES)] = ()
    hold_s: Annotated[int, Field(ge=1, le=MAX_WORK_S)] | None = None


class FullSay(Strict):
    """The spoken lines of an exercise, round by round; the last entry of `rounds` is for the last one of several."""

    start: Line
    short_start: Line | None = None
    base: Annotated[tuple[BaseLine, ...], Field(max_length=MAX_LINES)] = ()
    rounds: Annotated[tuple[RoundLines, ...], Field(min_length=1, max_length=MAX_LINES)]
    release: Line
    pain_stop: Line
    easier: Annotated[tuple[EasierWay, ...], Field(max_length=MAX_LINES)] = ()


def _how_written(value: object) -> str:
    return "in full" if isinstance(value, FullSay) or (isinstance(value, dict) and "rounds" in value) else "in brief"


Say = Annotated[Annotated[BriefSay, Tag("in brief")] | Annotated[FullSay, Tag("in full")], Discriminator(_how_written)]
"""What is spoken of an exercise."""
