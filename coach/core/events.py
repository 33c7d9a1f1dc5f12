"""The vocabulary of a session: what can be asked of it, what it tells, and the snapshot that draws the screen."""

from __future__ import annotations

from dataclasses import replace
from enum import Enum, StrEnum
from typing import TYPE_CHECKING, ClassVar

from coach.core.dataclass import dataclass

if TYPE_CHECKING:
    from coach.core.timeline import Block, CueKind


class Phase(StrEnum):
    """Where a session stands as a whole."""

    READY = "ready"
    RUNNING = "running"
    PAUSED = "paused"
    STOPPED_FOR_PAIN = "stopped for pain"
    FINISHED = "finished"
    ENDED = "ended"

    @property
    def is_live(self) -> bool:
        """Whether the session has begun and is not over."""
        return self in {Phase.RUNNING, Phase.PAUSED}


class Input(Enum):
    """What a person, or the program on their behalf, can ask of a session."""

    START = "start"
    PAUSE = "pause"
    RESUME = "resume"
    SKIP = "skip this block"
    SKIP_EXERCISE = "skip the exercise"
    BACK = "back"
    JUMP = "go to an exercise"
    ADD_TIME = "15 s more"
    CONFIRM = "I am ready"
    EASIER = "another way of doing it"
    BECAUSE_OF_PAIN = "that was because of pain"
    PAIN_STOP = "pain: stop"
    MISTAKE = "pressed by mistake"
    END = "end for now"


class Leaving(StrEnum):
    """Why a block was left."""

    DONE = "done"
    SKIPPED = "skipped"
    BACK = "back"
    JUMPED = "jumped"
    STOPPED = "stopped for pain"
    ENDED = "ended"


class Outcome(StrEnum):
    """What has become of a work block so far."""

    OPEN = "open"
    DONE = "done"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened; `at_ms` is the instant at which it was due.

    `kind` is the word for it in the record and in exports: the class may be renamed, the word never changes.
    """

    kind: ClassVar[str]
    at_ms: int


@dataclass(frozen=True, slots=True)
class Started(Event):
    """The session began."""

    kind: ClassVar[str] = "started"


@dataclass(frozen=True, slots=True)
class BlockStarted(Event):
    """The session is now at the start of a block; in a paused session the block's clock does not run yet."""

    kind: ClassVar[str] = "block-started"
    index: int
    block: Block


@dataclass(frozen=True, slots=True)
class BlockEnded(Event):
    """A block was left after `spent_ms` of its own time."""

    kind: ClassVar[str] = "block-ended"
    index: int
    block: Block
    spent_ms: int
    why: Leaving


@dataclass(frozen=True, slots=True)
class CueDue(Event):
    """An instant inside a block that is announced, such as half-way."""

    kind: ClassVar[str] = "cue-due"
    index: int
    block: Block
    cue: CueKind


@dataclass(frozen=True, slots=True)
class Paused(Event):
    """The clock stands still."""

    kind: ClassVar[str] = "paused"


@dataclass(frozen=True, slots=True)
class Resumed(Event):
    """The clock goes on after `lead_in_ms`."""

    kind: ClassVar[str] = "resumed"
    lead_in_ms: int


@dataclass(frozen=True, slots=True)
class LeadInEnded(Event):
    """The lead-in is over: from here on the block's own time counts."""

    kind: ClassVar[str] = "lead-in-ended"


@dataclass(frozen=True, slots=True)
class TimeAdded(Event):
    """The current block became `added_ms` longer."""

    kind: ClassVar[str] = "time-added"
    added_ms: int


@dataclass(frozen=True, slots=True)
class EasierChosen(Event):
    """The exercise is done in another way from now on: in an easier one, by its place from 0, or None for the usual."""

    kind: ClassVar[str] = "easier-chosen"
    index: int
    block: Block
    way: int | None


@dataclass(frozen=True, slots=True)
class BecauseOfPain(Event):
    """The person says that a skip was because of pain; `block` is what was skipped. A stop for pain follows."""

    kind: ClassVar[str] = "because-of-pain"
    index: int
    block: Block


@dataclass(frozen=True, slots=True)
class PainStopped(Event):
    """It hurts: everything stops. `block` is what hurt: where the person was, or what was skipped just before."""

    kind: ClassVar[str] = "pain-stopped"
    index: int
    block: Block


@dataclass(frozen=True, slots=True)
class MistakeTaken(Event):
    """The pain stop was pressed by mistake: paused, at the start of the same block."""

    kind: ClassVar[str] = "mistake-taken"


@dataclass(frozen=True, slots=True)
class Finished(Event):
    """The last block is over."""

    kind: ClassVar[str] = "finished"


@dataclass(frozen=True, slots=True)
class Ended(Event):
    """The person ended the session for now."""

    kind: ClassVar[str] = "ended"


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Everything that the screen shows of a session at one instant. All times are in ms.

    `lead_in_ms` is what is left of a lead-in, `elapsed_ms` the time spent in blocks so far, `rest_ms` what is
    left of the whole routine, `outcomes` holds one entry for each block. Until `because_until_ms` the person can say
    that the last skip was because of pain; after the end of a session it tells until when they could. `easier` is the
    easier way in which the exercise is done, by its place from 0, None for the usual one; `has_easier` whether it has
    any.
    """

    now_ms: int
    phase: Phase
    index: int
    block: Block
    following: Block | None
    spent_ms: int
    duration_ms: int
    lead_in_ms: int
    waiting: bool
    elapsed_ms: int
    rest_ms: int
    outcomes: tuple[Outcome, ...]
    allowed: frozenset[Input]
    because_until_ms: int | None = None
    easier: int | None = None
    has_easier: bool = False

    @property
    def left_ms(self) -> int:
        """What is left of the block; 0 where work that the person ends takes longer than it is by estimate."""
        return max(0, self.duration_ms - self.spent_ms)

    @property
    def runs(self) -> bool:
        """Whether any clock runs: the block's own or that of a lead-in."""
        return self.phase is Phase.RUNNING and not self.waiting

    @property
    def countdown_ms(self) -> int:
        """What the big number counts: the lead-in while there is one, else the block."""
        return self.lead_in_ms or self.left_ms

    @property
    def seconds(self) -> int:
        """The big number: whole seconds, rounded up, so that the last second shows 1."""
        return -(-self.countdown_ms // 1000)

    def at(self, now_ms: int) -> Snapshot:
        """Return this snapshot as it is at a later instant, in ms, if nobody asks for anything and no block ends.

        The rest of a lead-in passes first, then the block's own time, up to its end. For an earlier instant the
        snapshot is returned unchanged.
        """
        passed_ms = max(0, now_ms - self.now_ms)
        lead_in_ms, ran_ms, allowed, until_ms = self.lead_in_ms, 0, self.allowed, self.because_until_ms
        if self.runs:
            lead_in_ms = max(0, self.lead_in_ms - passed_ms)
            ran_ms = min(self.left_ms, max(0, passed_ms - self.lead_in_ms))
        elif self.waiting and self.block.kind.is_work:
            ran_ms = passed_ms
        # After the end of a session no time passes: what could be said in its last instant still can.
        if until_ms is not None and self.phase.is_live and self.now_ms + passed_ms >= until_ms:
            allowed, until_ms = allowed - {Input.BECAUSE_OF_PAIN}, None
        return replace(
            self,
            now_ms=self.now_ms + passed_ms,
            lead_in_ms=lead_in_ms,
            spent_ms=self.spent_ms + ran_ms,
            elapsed_ms=self.elapsed_ms + ran_ms,
            rest_ms=self.rest_ms - min(self.left_ms, ran_ms),
            allowed=allowed,
            because_until_ms=until_ms,
        )
