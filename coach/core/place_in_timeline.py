"""The place in a session: which block, how much of it is spent, since when its clock runs, and what is due next."""

from __future__ import annotations

from dataclasses import replace
from enum import Enum, auto
from typing import TYPE_CHECKING

from coach.core.dataclass import dataclass
from coach.core.events import CueDue, Event, LeadInEnded, Outcome, Phase
from coach.core.timeline import BlockKind

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from coach.core.timeline import Block, Cue, Timeline


LAST_MS = 5_000
"""The last seconds of a block, in which half-way is told no more."""


class Passing(Enum):
    """What falls due by itself without being an event."""

    BLOCK = auto()
    """The block runs out."""
    OFFER = auto()
    """The time is over in which the last skip could be called one because of pain."""


@dataclass(frozen=True, slots=True)
class Skip:
    """A skipped block, by its index; until `until_ms` the person can say that it was because of pain."""

    index: int
    until_ms: int


@dataclass(frozen=True, slots=True)
class Place:
    """The whole state of a session. `since_ms` is when the block's clock started to run; None while it stands still.

    `now_ms` is the last instant that was looked at, `elapsed_ms` the time spent in the blocks before this one. On the
    way down of a session that goes on, `goes_on_at` is the block to which it leads; None: to the next.
    """

    phase: Phase
    now_ms: int
    index: int
    block: Block
    spent_ms: int
    since_ms: int | None
    added_ms: int
    elapsed_ms: int
    outcomes: tuple[Outcome, ...]
    skip: Skip | None = None
    goes_on_at: int | None = None

    @classmethod
    def ready(cls, timeline: Timeline, now_ms: int, first: int, done: Collection[int]) -> Place:
        """Return the place before the start of a session that leads to the block `first`, with those `done` before."""
        blocks = timeline.blocks
        is_way = blocks[0].kind is BlockKind.WAY
        index = 0 if is_way else first
        outcomes = tuple(
            Outcome.DONE if number in done and block.kind.is_work else Outcome.OPEN
            for number, block in enumerate(blocks)
        )
        goes_on_at = first if is_way and first > 1 else None
        return cls(Phase.READY, now_ms, index, blocks[index], 0, None, 0, 0, outcomes, goes_on_at=goes_on_at)

    @property
    def runs(self) -> bool:
        """Whether a clock runs: the block's own or that of a lead-in."""
        return self.phase is Phase.RUNNING and self.since_ms is not None

    def begins_at(self, at_ms: int) -> int | None:
        """Return the instant from which the block's clock runs where nothing holds it up; None in a gap that waits."""
        return None if self.block.waits and not self.block.kind.is_work else at_ms

    @property
    def duration_ms(self) -> int:
        """How long the block is, with what was added."""
        return self.block.duration_ms + self.added_ms

    def spent_at(self, now_ms: int) -> int:
        """Return how much of the block is spent at an instant; work that waits for the person may take longer."""
        running_ms = 0 if self.since_ms is None else max(0, now_ms - self.since_ms)
        spent_ms = self.spent_ms + running_ms
        return spent_ms if self.block.waits else min(self.duration_ms, spent_ms)

    @property
    def next_index(self) -> int:
        """The index of the block that follows, the length of the timeline after the last one."""
        return self.index + 1 if self.goes_on_at is None else self.goes_on_at

    def standing_still(self) -> Place:
        """Return this place with a clock that stands still; every millisecond is kept."""
        return replace(self, spent_ms=self.spent_at(self.now_ms), since_ms=None)

    def marked(self, blocks: Sequence[Block], begin: int, outcome: Outcome) -> Place:
        """Return this place with a note of what became of the work among these blocks, of which `begin` is the first.

        What was done stays done.
        """
        outcomes = list(self.outcomes)
        for index, block in enumerate(blocks, begin):
            if block.kind.is_work and outcomes[index] is not Outcome.DONE:
                outcomes[index] = outcome
        return replace(self, outcomes=tuple(outcomes))

    def offer_at(self, now_ms: int) -> Skip | None:
        """Return the skip that can still be called one because of pain, or None.

        After the end of a session no time passes: an offer that stood in its last instant keeps standing.
        """
        is_over = self.skip is not None and self.phase.is_live and now_ms >= self.skip.until_ms
        return None if is_over else self.skip

    def next_due(self) -> tuple[int, Event | Passing] | None:
        """Return the next instant at which something is due by itself, and what; None where nothing is."""
        due_items: list[tuple[int, Event | Passing]] = []
        if self.skip is not None and self.phase.is_live:
            due_items.append((self.skip.until_ms, Passing.OFFER))
        if self.phase is Phase.RUNNING and self.since_ms is not None:
            due_items += self._clock_due(self.since_ms)
        return min(due_items, key=lambda item: item[0], default=None)

    def _cues(self) -> tuple[Cue, ...]:
        """Return the cues of the block; where it was shortened, half-way may be gone before its last five seconds."""
        if self.added_ms >= 0:
            return self.block.cues
        return tuple(cue for cue in self.block.cues if cue.from_end or cue.offset_ms < self.duration_ms - LAST_MS)

    def _clock_due(self, since_ms: int) -> list[tuple[int, Event | Passing]]:
        if self.now_ms < since_ms:
            return [(since_ms, LeadInEnded(since_ms))]
        if self.block.waits:
            return []
        # When the block would have begun had it run without a pause: its cues count from there.
        zero_ms = since_ms - self.spent_ms
        spent_ms = self.spent_at(self.now_ms)
        # Strictly later: a cue at the instant that was looked at last has had its event.
        cues = [(offset, cue) for cue in self._cues() if spent_ms < (offset := cue.at(self.duration_ms))]
        if cues:
            offset, cue = min(cues, key=lambda pair: pair[0])
            return [(zero_ms + offset, CueDue(zero_ms + offset, self.index, self.block, cue.kind))]
        return [(zero_ms + self.duration_ms, Passing.BLOCK)]
