"""What will happen when: a routine and a pacing, expanded into a flat tuple of blocks.

All instants and durations are whole milliseconds; a timeline starts at 0. The times of the shipped routine are
those of docs/routine-format.md.
"""

from __future__ import annotations

import functools
import zlib
from dataclasses import replace
from enum import StrEnum
from typing import TYPE_CHECKING, Literal

from coach.core.dataclass import dataclass
from coach.core.dose import turns
from coach.core.pacing import Gaps, Pacing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coach.core.dose import Turn
    from coach.core.pacing import Side
    from coach.core.routine import Exercise, Lap, PositionChange, Routine


Family = Literal["lying", "sitting", "knees", "standing"]
"""Positions that lie close together."""


class BlockKind(StrEnum):
    """The seven kinds of block; the last three are work. The way is the one down to the floor, before everything."""

    WAY = "way"
    GET_READY = "get-ready"
    CHANGE = "change"
    MOVE = "move"
    HOLD = "hold"
    REPS = "reps"
    FLOW = "flow"

    @property
    def is_work(self) -> bool:
        """Whether the person exercises in it, rather than getting ready, changing or moving on."""
        return self in {BlockKind.HOLD, BlockKind.REPS, BlockKind.FLOW}


WORK_KIND = {
    "hold": BlockKind.HOLD,
    "reps-own-pace": BlockKind.REPS,
    "flow-by-breath": BlockKind.FLOW,
    "counted": BlockKind.REPS,
}


class CueKind(StrEnum):
    """Instants inside a work block that are told."""

    HALF_WAY = "half-way"
    LAST_FIVE = "last-five"


@dataclass(frozen=True, slots=True)
class Cue:
    """Something to tell `offset_ms` after the block's start, or before its end where `from_end` is set.

    A cue that is counted from the end moves with it when the person adds time.
    """

    kind: CueKind
    offset_ms: int
    from_end: bool = False

    def at(self, duration_ms: int) -> int:
        """Return the offset from the block's start, in ms, for a block of that length."""
        return duration_ms - self.offset_ms if self.from_end else self.offset_ms


LEAST_LEAD_MS = 3_000
"""The lead-in, from the person's go in a gap that waits to the work, lasts so long at the least."""


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of time with one purpose.

    A gap carries the exercise, round and side that it leads to. `position` is the exercise's place in the
    routine, from 0. A block that `waits` lasts until the person says go: a gap has no length then, work that is
    counted the length that it takes by estimate. `new_position`, `new_side` and `new_set` tell what in a gap is
    different from the block of work before. `lead_in_ms` is the time from the person's go to the work, where a gap
    waits. `round` is among the `rounds` of this side in this `set`. `reps` is 0 where nothing is counted; where it is
    said aloud, each number has `rep_ms`.
    """

    kind: BlockKind
    exercise: str
    position: int
    round: int
    rounds: int
    side: Side | None
    start_ms: int
    duration_ms: int
    waits: bool = False
    new_position: bool = False
    new_side: bool = False
    new_set: bool = False
    cues: tuple[Cue, ...] = ()
    lead_in_ms: int = LEAST_LEAD_MS
    set: int = 1
    sets: int = 1
    lap: Lap | None = None
    reps: int = 0
    rep_ms: int = 0

    @property
    def end_ms(self) -> int:
        """When the block ends if nothing holds it up."""
        return self.start_ms + self.duration_ms


@dataclass(frozen=True, slots=True)
class Timeline:
    """All blocks of a routine in order; never empty."""

    routine: str
    blocks: tuple[Block, ...]
    easier_holds_ms: tuple[tuple[int | None, ...], ...] = ()
    """By the position of an exercise, for each of its easier ways: how long a hold lasts with it, None as always."""

    @property
    def total_ms(self) -> int:
        """Length of the whole, gaps included; waiting gaps count nothing."""
        return self.blocks[-1].end_ms

    @property
    def work_ms(self) -> int:
        """Length of all work blocks together."""
        return sum(block.duration_ms for block in self.blocks if block.kind.is_work)

    @property
    def version(self) -> str:
        """A short mark of all that is prescribed: the same for two timelines only if they are the same.

        How long the way down takes is not prescribed; that there is one counts, since blocks are known by their place.
        """
        told = repr([(b.kind.value, b.exercise, b.round, b.side, _prescribed_ms(b)) for b in self.blocks])
        return f"{zlib.crc32(told.encode()):08x}"

    def first_of(self, position: int) -> int:
        """Return the index of the first block of the exercise at that place; raises ValueError if none.

        The way down belongs to no exercise: who goes to the first one again need not get down once more.
        """
        for index, block in enumerate(self.blocks):
            if block.position == position and block.kind is not BlockKind.WAY:
                return index
        message = f"the routine has no exercise at place {position}"
        raise ValueError(message)


def _prescribed_ms(block: Block) -> int:
    return 0 if block.kind is BlockKind.WAY else block.duration_ms


def plan(routine: Routine, pacing: Pacing | None = None) -> Timeline:
    """Expand a routine: each exercise round by round, in each round right and left, with a gap before each.

    Before all that comes the way down to the floor, but where the person stands for the first exercise. Where gaps
    wait, it waits, and the time to get ready does not: who said that they lie there is asked no second
    time. Each block is made once, with its place in time: a routine of thousands of blocks plans in some ms.
    """
    pacing = pacing or Pacing()
    gaps = pacing.gaps or routine.gaps
    blocks = _way_down(routine.exercises[0], pacing)
    clock_ms = sum(block.duration_ms for block in blocks)
    asked = bool(blocks)
    before: Exercise | None = None
    for position, exercise in enumerate(routine.exercises):
        for turn, gap in _turns(before, exercise, gaps):
            waits = pacing.waits and not gap.goes_on and not (asked and gap.kind is BlockKind.GET_READY)
            pair = _gap_and_work(exercise, position, turn, gap, clock_ms, waits=waits)
            blocks += pair
            clock_ms = pair[1].end_ms
        before = exercise
    easier = tuple(tuple(way.hold_ms for way in exercise.say.easier) for exercise in routine.exercises)
    return Timeline(routine.id, tuple(blocks), easier)


def _gap_and_work(
    exercise: Exercise, position: int, turn: Turn, gap: _Gap, clock_ms: int, *, waits: bool
) -> tuple[Block, Block]:
    """Return the gap that leads to a block of work, which has no length where it waits, and that work."""
    place = (exercise.id, position, turn.round, turn.rounds, turn.side)
    gap_ms = 0 if waits else gap.length_ms
    led = Block(gap.kind, *place, clock_ms, gap_ms, waits, gap.new_position, gap.new_side, gap.new_set)
    work_ms, dose = turn.work_s * 1000, exercise.dose
    open_end = dose.reps > 0 and dose.ends == "person"
    cues = () if open_end else _cues(work_ms)
    done = Block(WORK_KIND[exercise.kind], *place, led.end_ms, work_ms, open_end, cues=cues)
    if dose.reps:
        done = replace(done, reps=dose.reps, rep_ms=dose.rep_s * 1000)
    if turn.sets > 1 or exercise.lap is not None:  # seldom: most routines plan without these copies
        led, done = (replace(each, set=turn.set, sets=turn.sets, lap=exercise.lap) for each in (led, done))
    return led, done


@dataclass(frozen=True, slots=True)
class _Gap:
    kind: BlockKind
    length_ms: int
    new_position: bool = False
    new_side: bool = False
    new_set: bool = False
    goes_on: bool = False
    """Whether no rest is prescribed, so that there is nothing to wait for."""


def _turns(before: Exercise | None, exercise: Exercise, gaps: Gaps) -> Iterator[tuple[Turn, _Gap]]:
    """Give the blocks of work of an exercise, each with the gap that leads to it."""
    last: Turn | None = None
    changes: dict[tuple[bool, bool], _Gap] = {}
    for turn in turns(exercise.dose, exercise.sides):
        if last is None:
            yield turn, _way_in(before, exercise, gaps)
        else:
            new = (turn.set != last.set, turn.side != last.side)
            if new not in changes:
                changes[new] = _change(exercise, gaps, new_set=new[0], new_side=new[1])
            yield turn, changes[new]
        last = turn


def _change(exercise: Exercise, gaps: Gaps, *, new_set: bool, new_side: bool) -> _Gap:
    rest_s = exercise.dose.rest_before_s(new_set=new_set)
    planned_ms = gaps.change_ms if rest_s is None else rest_s * 1000
    longest_ms = max(planned_ms, exercise.least_change_s * 1000)
    return _Gap(BlockKind.CHANGE, longest_ms, new_side=new_side, new_set=new_set, goes_on=rest_s == 0)


def _way_down(first: Exercise, pacing: Pacing) -> list[Block]:
    if family(first) == "standing":
        return []
    waits = pacing.waits or pacing.way_ms is None
    side = first.sides[0] if first.sides else None
    length_ms = 0 if waits else pacing.way_ms or 0
    return [Block(BlockKind.WAY, first.id, 0, 1, first.rounds, side, 0, length_ms, waits)]


def _way_in(before: Exercise | None, exercise: Exercise, gaps: Gaps) -> _Gap:
    if before is None:
        return _Gap(BlockKind.GET_READY, gaps.get_ready_ms)
    rest_s, is_near = before.dose.then_rest_s, family(before) == family(exercise)
    planned_ms = gaps.near_ms if is_near else gaps.new_position_ms
    length_ms = planned_ms if rest_s is None else rest_s * 1000
    return _Gap(BlockKind.MOVE, length_ms, new_position=not is_near, goes_on=rest_s == 0)


_FAMILIES: dict[str, Family] = {
    "supine": "lying",
    "prone": "lying",
    "side-lying": "lying",
    "seated": "sitting",
    "kneeling": "knees",
    "all-fours": "knees",
    "standing": "standing",
}


def family(exercise: Exercise) -> Family:
    """Return the family of the exercise's base position."""
    return _FAMILIES[exercise.base]


def change_to(routine: Routine, before: str, exercise: Exercise) -> PositionChange | None:
    """Return how to get from a family of positions into an exercise: the way to its own base first, if there is one."""
    own = routine.position_change(before, exercise.base)
    return routine.position_change(before, family(exercise)) if own is None else own


def steps_to(routine: Routine, before: str, exercise: Exercise) -> tuple[str, ...]:
    """Return the steps of the same, none where nothing is stated."""
    change = change_to(routine, before, exercise)
    return () if change is None else change.steps


SHORTEST_WITH_CUES_MS = 15_000
"""Shorter work has no half-way and no last-five: the words would follow each other too closely (ours)."""


@functools.lru_cache(64)  # most blocks of a routine have the same ones: the collector has less to look at
def _cues(work_ms: int) -> tuple[Cue, ...]:
    if work_ms < SHORTEST_WITH_CUES_MS:
        return ()
    half_ms = work_ms // 2 // 1000 * 1000
    return (Cue(CueKind.HALF_WAY, half_ms), Cue(CueKind.LAST_FIVE, 5_000, from_end=True))
