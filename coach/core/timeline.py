"""What will happen when: a routine and a pacing, expanded into a flat tuple of blocks.

All instants and durations are whole milliseconds; a timeline starts at 0. The times of the shipped routine are
those of docs/routine-format.md.
"""

from __future__ import annotations

import zlib
from enum import StrEnum
from typing import TYPE_CHECKING, Literal

from coach.core.dataclass import dataclass
from coach.core.pacing import Gaps, Pacing

if TYPE_CHECKING:
    from coach.core.pacing import Side
    from coach.core.routine import Exercise, Routine


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


WORK_KIND = {"hold": BlockKind.HOLD, "reps-own-pace": BlockKind.REPS, "flow-by-breath": BlockKind.FLOW}


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


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of time with one purpose.

    A gap carries the exercise, round and side that it leads to. `position` is the exercise's place in the
    routine, from 0. A block that `waits` has no length: it lasts until the person says go. `new_position` and
    `new_side` tell what is different from the block of work before. `lead_in_ms` is the time from the person's go to
    the work, where a gap waits.
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
    cues: tuple[Cue, ...] = ()
    lead_in_ms: int = 3_000

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
        kind, length_ms, new_position = _way_in(before, exercise, gaps)
        work, work_ms = WORK_KIND[exercise.kind], exercise.work_s * 1000
        cues = _cues(work_ms)
        name, rounds, sides = exercise.id, exercise.rounds, exercise.sides
        for round_number in range(1, rounds + 1):
            for side in sides or (None,):
                waits = pacing.waits and not (asked and kind is BlockKind.GET_READY)
                gap_ms = 0 if waits else length_ms
                new_side = kind is BlockKind.CHANGE and len(sides) > 1
                place = (name, position, round_number, rounds, side)
                blocks.append(Block(kind, *place, clock_ms, gap_ms, waits, new_position, new_side))
                clock_ms += gap_ms
                blocks.append(Block(work, *place, clock_ms, work_ms, cues=cues))
                clock_ms += work_ms
                change_ms = max(gaps.change_ms, exercise.least_change_s * 1000)
                kind, length_ms, new_position = BlockKind.CHANGE, change_ms, False
        before = exercise
    easier = tuple(tuple(way.hold_ms for way in exercise.say.easier) for exercise in routine.exercises)
    return Timeline(routine.id, tuple(blocks), easier)


def _way_down(first: Exercise, pacing: Pacing) -> list[Block]:
    if family(first) == "standing":
        return []
    waits = pacing.waits or pacing.way_ms is None
    side = first.sides[0] if first.sides else None
    length_ms = 0 if waits else pacing.way_ms or 0
    return [Block(BlockKind.WAY, first.id, 0, 1, first.rounds, side, 0, length_ms, waits)]


def _way_in(before: Exercise | None, exercise: Exercise, gaps: Gaps) -> tuple[BlockKind, int, bool]:
    if before is None:
        return BlockKind.GET_READY, gaps.get_ready_ms, False
    if family(before) == family(exercise):
        return BlockKind.MOVE, gaps.near_ms, False
    return BlockKind.MOVE, gaps.new_position_ms, True


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


SHORTEST_WITH_CUES_MS = 15_000
"""Shorter work has no half-way and no last-five: the words would follow each other too closely (ours)."""


def _cues(work_ms: int) -> tuple[Cue, ...]:
    if work_ms < SHORTEST_WITH_CUES_MS:
        return ()
    half_ms = work_ms // 2 // 1000 * 1000
    return (Cue(CueKind.HALF_WAY, half_ms), Cue(CueKind.LAST_FIVE, 5_000, from_end=True))
