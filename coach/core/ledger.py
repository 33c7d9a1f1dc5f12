"""What was really done, worked out from the events of a session: never what was planned."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.core.dataclass import dataclass
from coach.core.events import BlockEnded, Leaving

if TYPE_CHECKING:
    from collections.abc import Iterable

    from coach.core.events import Event
    from coach.core.pacing import Side
    from coach.core.timeline import Block, Timeline


def is_finished(done_ms: int, planned_ms: int) -> bool:
    """Tell whether a session counts as finished: at least half of the planned work was done (both in ms)."""
    return planned_ms > 0 and 2 * done_ms >= planned_ms


@dataclass(frozen=True, slots=True)
class Row:
    """What was done of one exercise: time really spent in its work, in ms, for each side and in all."""

    position: int
    exercise: str
    by_side_ms: tuple[tuple[Side | None, int], ...]
    blocks_done: int
    blocks_planned: int

    @property
    def total_ms(self) -> int:
        """Time spent in the exercise's work, both sides together."""
        return sum(spent_ms for _side, spent_ms in self.by_side_ms)


@dataclass(frozen=True, slots=True)
class Round:
    """One block of work: its side, and how much of its time, in ms, was really spent in it.

    Where it is counted `reps` has how often, and `is_done` whether the person, or its time, said that all are done.
    """

    side: Side | None
    spent_ms: int
    planned_ms: int
    reps: int = 0
    is_done: bool = False


class Ledger:
    """Adds up the work blocks that were left, however they were left: 12 s of a hold count 12 s."""

    def __init__(self, timeline: Timeline) -> None:
        self._timeline = timeline
        self._spent_ms: dict[int, int] = {}
        """By the index of the block."""
        self._done: set[int] = set()

    def take(self, events: Iterable[Event]) -> None:
        """Add the work of the blocks that these events end."""
        for event in events:
            if isinstance(event, BlockEnded) and event.block.kind.is_work:
                self.add(event.index, event.spent_ms, done=event.why is Leaving.DONE)

    def add(self, index: int, spent_ms: int, *, done: bool) -> None:
        """Add time spent in a work block, in ms, as it is read from the record of a session that is continued."""
        self._spent_ms[index] = self._spent_ms.get(index, 0) + spent_ms
        if done:
            self._done.add(index)

    @property
    def is_finished(self) -> bool:
        """Whether half or more of the planned work was done; extra time in one block does not make up for another."""
        blocks = self._timeline.blocks
        done_ms = sum(self._counts_ms(blocks[index], index) for index in self._spent_ms)
        return is_finished(done_ms, self._timeline.work_ms)

    def _counts_ms(self, block: Block, index: int) -> int:
        """Return how much of a block counts as done; repetitions are planned by estimate, and may be done sooner."""
        if block.reps and index in self._done:
            return block.duration_ms
        return min(self._spent_ms[index], block.duration_ms)

    def rows(self) -> tuple[Row, ...]:
        """Return one row for each exercise of the routine, in its order."""
        planned: dict[int, list[int]] = {}
        for index, block in enumerate(self._timeline.blocks):
            if block.kind.is_work:
                planned.setdefault(block.position, []).append(index)
        blocks = self._timeline.blocks
        return tuple(
            Row(
                position=position,
                exercise=blocks[indices[0]].exercise,
                by_side_ms=tuple(
                    (side, sum(self._spent_ms.get(index, 0) for index in indices if blocks[index].side == side))
                    for side in dict.fromkeys(blocks[index].side for index in indices)
                ),
                blocks_done=len(self._done.intersection(indices)),
                blocks_planned=len(indices),
            )
            for position, indices in planned.items()
        )

    def rounds(self, position: int) -> tuple[Round, ...]:
        """Return the blocks of work of one exercise, by its place in the routine, in their order."""
        return tuple(
            self._round(index, block)
            for index, block in enumerate(self._timeline.blocks)
            if block.kind.is_work and block.position == position
        )

    def _round(self, index: int, block: Block) -> Round:
        is_done = bool(block.reps) and index in self._done
        return Round(block.side, self._spent_ms.get(index, 0), block.duration_ms, block.reps, is_done)
