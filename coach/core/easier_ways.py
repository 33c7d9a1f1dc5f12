"""Which easier way each exercise of a session is done in, and what that changes in its timeline."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from coach.core.dataclass import dataclass
from coach.core.timeline import BlockKind

if TYPE_CHECKING:
    from coach.core.timeline import Block, Timeline

LEAST_LEFT_MS = 5_000
"""A hold that becomes shorter while it runs goes on for so long at the least: its last five seconds are told."""


@dataclass(frozen=True, slots=True)
class EasierWays:
    """The easier ways of all exercises of a timeline, by their position in the routine.

    `holds_ms` has one entry for each way: how long a hold lasts with it, None where it changes no time. `chosen` is the
    way that an exercise is done in, counted from 0; None is the usual one.
    """

    holds_ms: tuple[tuple[int | None, ...], ...]
    chosen: tuple[int | None, ...]

    @classmethod
    def of(cls, timeline: Timeline, *, first: bool = False) -> EasierWays:
        """Return the ways of a timeline; with `first` each exercise begins in its first easier one."""
        holds_ms = timeline.easier_holds_ms
        return cls(holds_ms, tuple(0 if first and ways else None for ways in holds_ms))

    def has(self, position: int) -> bool:
        """Tell whether the exercise at that position has an easier way."""
        return position < len(self.holds_ms) and bool(self.holds_ms[position])

    def way(self, position: int) -> int | None:
        """Return the way that the exercise at that position is done in, None for the usual one."""
        return self.chosen[position] if position < len(self.chosen) else None

    def with_next(self, position: int) -> EasierWays:
        """Return it with the next way for that exercise: the easier ones in turn, then the usual one again."""
        way = self.way(position)
        following = 0 if way is None else way + 1
        chosen = list(self.chosen)
        chosen[position] = following if following < len(self.holds_ms[position]) else None
        return replace(self, chosen=tuple(chosen))

    def added_ms(self, block: Block) -> int:
        """Return what the chosen way adds to the length of a block, in ms: less than 0 where a hold is shorter."""
        way = self.way(block.position)
        if way is None or block.kind is not BlockKind.HOLD:
            return 0
        hold_ms = self.holds_ms[block.position][way]
        return 0 if hold_ms is None else min(0, hold_ms - block.duration_ms)

    def lasting(self, block: Block) -> Block:
        """Return a block as long as it is with the chosen way."""
        added_ms = self.added_ms(block)
        return replace(block, duration_ms=block.duration_ms + added_ms) if added_ms else block

    def added_in_work_ms(self, block: Block, spent_ms: int, added_ms: int) -> int:
        """Return what is added to a block where the way is chosen while it runs, in ms.

        A hold never ends at once, and it never grows by it: time that the person asked for is not taken away otherwise.
        """
        way_ms = self.added_ms(block)
        if way_ms == 0:
            return max(0, added_ms)
        return min(max(0, added_ms), max(way_ms, spent_ms + LEAST_LEFT_MS - block.duration_ms))

    def times_after(self, timeline: Timeline) -> tuple[int, ...]:
        """Return for each block the length of all that follows it, in ms, each exercise done in its way."""
        after_ms: list[int] = [0]
        for block in reversed(timeline.blocks[1:]):
            after_ms.append(after_ms[-1] + block.duration_ms + self.added_ms(block))
        return tuple(reversed(after_ms))
