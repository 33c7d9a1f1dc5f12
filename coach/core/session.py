"""Where we are: the one moving part of the core.

A session knows its timeline, its phase and its place; it does not know what time it is. Whoever runs it asks
`deadline()` when to wake it, calls `advance(now)` then, and `handle(input, now)` when the person wants
something. Both answer with what happened, in order, each event stamped with the instant at which it was due. So
a late call loses nothing: one big step gives the same events as many small ones.

Everything that can change the phase stands in one table, `TABLE` of phases.py. A pair that is not in it raises
`NotAllowed` and changes nothing. Where the session stands within its phase is a `Place`. The instant from which a
block's clock runs may lie in the future: until then the lead-in lasts, and none of it is taken from the block.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from coach.core.easier_ways import EasierWays
from coach.core.events import (
    BecauseOfPain,
    BlockEnded,
    BlockStarted,
    EasierChosen,
    Ended,
    Event,
    Finished,
    Input,
    Leaving,
    MistakeTaken,
    Outcome,
    PainStopped,
    Paused,
    Phase,
    Resumed,
    Started,
    TimeAdded,
)
from coach.core.phases import TABLE, Inner, NotAllowed
from coach.core.place_in_timeline import Passing, Place, Skip
from coach.core.snapshots import allowed_inputs, snapshot_of

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from coach.core.events import Snapshot
    from coach.core.timeline import Timeline

LEAD_IN_MS = 5_000
"""Time to get back into position before a work block goes on; the longest line that leads into one needs 4.6 s."""

BACK_TO_PREVIOUS_MS = 3_000
"""Up to this time into a block, back goes to the block before; later it goes to the start of this one."""

ADDED_MS = 15_000
"""What one press of “15 s more” adds."""

BECAUSE_MS = 12_000
"""How long after a skip the person can say that it was because of pain; a pause does not extend it."""


class Session:
    """One run through a timeline."""

    def __init__(
        self,
        timeline: Timeline,
        now_ms: int = 0,
        first: int = 0,
        done: Collection[int] = frozenset(),
        *,
        gently: bool = False,
    ) -> None:
        """Stand ready; a continued session goes to the block `first`, `done` holds the indices of blocks done before.

        Whoever continues has to get down to the floor again: a way down comes before `first`. With `gently` each
        exercise begins in its first easier way.
        """
        self._timeline = timeline
        self._blocks = timeline.blocks
        self._place = Place.ready(timeline, now_ms, first, done)
        self._first = self._place.index
        self._easier = EasierWays.of(timeline, first=gently)
        self._after_ms = self._easier.times_after(timeline)
        self._actions: dict[Input, Callable[[int | None], list[Event]]] = {
            Input.START: self._start,
            Input.PAUSE: self._pause,
            Input.RESUME: self._resume,
            Input.SKIP: self._skip,
            Input.SKIP_EXERCISE: self._skip_exercise,
            Input.BACK: self._back,
            Input.JUMP: self._jump,
            Input.ADD_TIME: self._add_time,
            Input.CONFIRM: self._confirm,
            Input.EASIER: self._choose_easier,
            Input.BECAUSE_OF_PAIN: self._because_of_pain,
            Input.PAIN_STOP: self._pain_stop,
            Input.MISTAKE: self._mistake,
            Input.END: self._end,
        }

    # What is asked of it

    @property
    def timeline(self) -> Timeline:
        """The timeline that this session runs through."""
        return self._timeline

    @property
    def phase(self) -> Phase:
        """Where the session stands as a whole."""
        return self._place.phase

    @property
    def runs(self) -> bool:
        """Whether a clock runs that guides somebody: the block's own or that of a lead-in."""
        return self._place.runs

    def deadline(self) -> int | None:
        """Return the instant of the next thing due, in ms, or None when nothing is due by itself."""
        due = self._place.next_due()
        return None if due is None else due[0]

    def advance(self, now_ms: int) -> tuple[Event, ...]:
        """Let time pass until `now_ms` and return the events that were due, in order; none for an earlier instant."""
        happened: list[Event] = []
        while (due := self._place.next_due()) is not None and due[0] <= now_ms:
            at_ms, due_item = due
            self._place = replace(self._place, now_ms=at_ms)
            if due_item is Passing.BLOCK:
                happened += self._go_on(Leaving.DONE)
            elif due_item is Passing.OFFER:
                self._place = replace(self._place, skip=None)
            else:
                happened.append(due_item)
        self._place = replace(self._place, now_ms=max(now_ms, self._place.now_ms))
        return tuple(happened)

    def handle(self, wanted: Input, now_ms: int, position: int | None = None) -> tuple[Event, ...]:
        """Let time pass until `now_ms`, do what the input asks for, and return the events in order.

        `position` is the place of the exercise in the routine that JUMP goes to. Raises NotAllowed, and leaves
        the session as it was, when the input has no meaning here.
        """
        before = self._place
        happened = list(self.advance(now_ms))
        if wanted not in allowed_inputs(self._place, self._easier, now_ms) or (
            wanted is Input.JUMP and not self._has(position)
        ):
            phase = self._place.phase
            # Time has passed in between; it passes again, with the same events, at the next call.
            self._place = before
            raise NotAllowed(phase, wanted)
        happened += self._actions[wanted](position)
        # A block can be 0 ms long: it is over in the instant in which it begins.
        happened += self.advance(now_ms)
        return tuple(happened)

    def snapshot(self, now_ms: int) -> Snapshot:
        """Describe the instant `now_ms`, which must not be later than the next deadline."""
        return snapshot_of(self._place, self._blocks, self._easier, self._after_ms, now_ms)

    # The place

    def _go_to(self, index: int, *, lead_in_ms: int = 0) -> list[Event]:
        place = self._place
        block = self._blocks[index]
        if not block.kind.is_work:
            lead_in_ms = 0
        goes_on_at = place.goes_on_at if index == place.index else None
        self._place = replace(
            place,
            index=index,
            block=block,
            spent_ms=0,
            added_ms=self._easier.added_ms(block),
            since_ms=None,
            goes_on_at=goes_on_at,
        )
        if place.phase is Phase.RUNNING:
            self._place = replace(self._place, since_ms=self._place.begins_at(place.now_ms + lead_in_ms))
        return [BlockStarted(place.now_ms, index, block)]

    def _leave(self, why: Leaving, to: int | None, *, lead_in_ms: int = 0) -> list[Event]:
        """Leave the block for the one at `to`; the timeline's length means its end, None that no block follows."""
        place = self._place
        spent_ms = place.spent_at(place.now_ms)
        happened: list[Event] = [BlockEnded(place.now_ms, place.index, place.block, spent_ms, why)]
        if why is Leaving.SKIPPED:
            self._place = replace(place, skip=Skip(place.index, place.now_ms + BECAUSE_MS))
        if why is Leaving.DONE:
            self._place = self._place.marked(self._blocks[place.index : place.index + 1], place.index, Outcome.DONE)
        elif why in {Leaving.SKIPPED, Leaving.JUMPED} and to is not None:
            begin = place.index if place.goes_on_at is None else place.goes_on_at
            self._place = self._place.marked(self._blocks[begin:to], begin, Outcome.SKIPPED)
        self._place = replace(self._place, elapsed_ms=place.elapsed_ms + spent_ms)
        if to is None:
            self._place = replace(self._place, spent_ms=spent_ms, since_ms=None)
        elif to < len(self._blocks):
            happened += self._go_to(to, lead_in_ms=lead_in_ms)
        else:
            phase = TABLE[place.phase, Inner.RAN_OUT]
            self._place = replace(self._place, phase=phase, spent_ms=spent_ms, since_ms=None)
            happened.append(Finished(place.now_ms))
        return happened

    def _go_on(self, why: Leaving, *, lead_in_ms: int = 0) -> list[Event]:
        """Leave the block for the one that follows it; who got down to go on has time to get back into position."""
        place = self._place
        return self._leave(why, place.next_index, lead_in_ms=LEAD_IN_MS if place.goes_on_at else lead_in_ms)

    # The inputs

    def _has(self, position: int | None) -> bool:
        return position is not None and 0 <= position <= self._blocks[-1].position

    def _turn(self, wanted: Input) -> None:
        self._place = replace(self._place, phase=TABLE[self._place.phase, wanted])

    def _start(self, _position: int | None) -> list[Event]:
        self._turn(Input.START)
        return [Started(self._place.now_ms), *self._go_to(self._first, lead_in_ms=LEAD_IN_MS if self._first else 0)]

    def _pause(self, _position: int | None) -> list[Event]:
        self._place = self._place.standing_still()
        self._turn(Input.PAUSE)
        return [Paused(self._place.now_ms)]

    def _resume(self, _position: int | None) -> list[Event]:
        """Go on: work after a lead-in, from where it was; a gap begins anew, with all that is said in it."""
        self._turn(Input.RESUME)
        now_ms, block = self._place.now_ms, self._place.block
        lead_in_ms = LEAD_IN_MS if block.kind.is_work else 0
        if not block.kind.is_work:
            self._place = replace(self._place, spent_ms=0)
        self._place = replace(self._place, since_ms=self._place.begins_at(now_ms + lead_in_ms))
        return [Resumed(now_ms, lead_in_ms)]

    def _skip(self, _position: int | None) -> list[Event]:
        return self._go_on(Leaving.SKIPPED)

    def _skip_exercise(self, _position: int | None) -> list[Event]:
        place = self._place
        here = (place.block if place.goes_on_at is None else self._blocks[place.goes_on_at]).position
        last = here == self._blocks[-1].position
        return self._leave(Leaving.SKIPPED, len(self._blocks) if last else self._timeline.first_of(here + 1))

    def _back(self, _position: int | None) -> list[Event]:
        index = self._place.index
        early = self._place.spent_at(self._place.now_ms) < BACK_TO_PREVIOUS_MS
        return self._leave(Leaving.BACK, max(0, index - 1) if early else index, lead_in_ms=LEAD_IN_MS)

    def _jump(self, position: int | None) -> list[Event]:
        return self._leave(Leaving.JUMPED, self._timeline.first_of(position or 0))

    def _add_time(self, _position: int | None) -> list[Event]:
        self._place = replace(self._place, added_ms=self._place.added_ms + ADDED_MS)
        return [TimeAdded(self._place.now_ms, ADDED_MS)]

    def _choose_easier(self, _position: int | None) -> list[Event]:
        """Do the exercise in its next way; one with shorter holds ends the present one sooner, though never at once."""
        place, block = self._place, self._place.block
        self._easier = self._easier.with_next(block.position)
        self._after_ms = self._easier.times_after(self._timeline)
        added_ms = self._easier.added_in_work_ms(block, place.spent_at(place.now_ms), place.added_ms)
        self._place = replace(place, added_ms=added_ms)
        return [EasierChosen(place.now_ms, place.index, block, self._easier.way(block.position))]

    def _confirm(self, _position: int | None) -> list[Event]:
        return self._go_on(Leaving.DONE, lead_in_ms=self._place.block.lead_in_ms)

    def _pain_stop(self, _position: int | None) -> list[Event]:
        place = self._place
        return [*self._stop(Input.PAIN_STOP), PainStopped(place.now_ms, place.index, place.block)]

    def _because_of_pain(self, _position: int | None) -> list[Event]:
        """Stop, and name the skipped block as the one that hurt: the person may still be in that position."""
        now_ms, skip = self._place.now_ms, self._place.skip
        index = self._place.index if skip is None else skip.index
        hurt = self._blocks[index]
        happened = self._stop(Input.BECAUSE_OF_PAIN)
        return [*happened, BecauseOfPain(now_ms, index, hurt), PainStopped(now_ms, index, hurt)]

    def _stop(self, wanted: Input) -> list[Event]:
        happened = self._leave(Leaving.STOPPED, None)
        self._turn(wanted)
        self._place = replace(self._place, skip=None)
        return happened

    def _mistake(self, _position: int | None) -> list[Event]:
        self._turn(Input.MISTAKE)
        return [MistakeTaken(self._place.now_ms), *self._go_to(self._place.index)]

    def _end(self, _position: int | None) -> list[Event]:
        happened = self._leave(Leaving.ENDED, None)
        self._turn(Input.END)
        return [*happened, Ended(self._place.now_ms)]
