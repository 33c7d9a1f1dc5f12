"""What was really done, worked out from the events of a session: never what was planned."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from coach.core.events import BlockEnded, Leaving

if TYPE_CHECKING:
    from collections.abc import Iterable

    from coach.core.events import Event
    from coach.core.timeline import Side, Timeline


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


class Ledger:
    """Adds up the work blocks that were left, however they were left: 12 s of a hold count 12 s."""

    def __init__(self, timeline: Timeline) -> None:
        self._timeline = timeline
        self._spent_ms: dict[tuple[int, Side | None], int] = {}
        self._done: set[int] = set()

    def take(self, events: Iterable[Event]) -> None:
        """Add what these events tell."""
        for event in events:
            if isinstance(event, BlockEnded) and event.block.kind.is_work:
                key = event.block.position, event.block.side
                self._spent_ms[key] = self._spent_ms.get(key, 0) + event.spent_ms
                if event.why is Leaving.DONE:
                    self._done.add(event.index)

    def add(self, index: int, spent_ms: int, *, done: bool) -> None:
        """Add what was done of a block of work before this session went on."""
        block = self._timeline.blocks[index]
        key = block.position, block.side
        self._spent_ms[key] = self._spent_ms.get(key, 0) + spent_ms
        if done:
            self._done.add(index)

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
                    (side, self._spent_ms.get((position, side), 0))
                    for side in dict.fromkeys(blocks[index].side for index in indices)
                ),
                blocks_done=len(self._done.intersection(indices)),
                blocks_planned=len(indices),
            )
            for position, indices in planned.items()
        )
