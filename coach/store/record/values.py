"""What the record holds about earlier sessions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from coach.core.dataclass import dataclass

if TYPE_CHECKING:
    from coach.core.pacing import Side
    from coach.store.record.moments import Instant

RESUME_WITHIN_MS = 12 * 3_600_000
"""How long after it was cut off a session may be continued."""

Ending = Literal["finished", "ended", "stopped for pain", "cut off"]
Compared = Literal["less", "same", "more"]


class Done(NamedTuple):
    """A block of work that was left: its index, ms of its own time, and why."""

    block: int
    spent_ms: int
    why: str

    @property
    def was_done(self) -> bool:
        """Whether it ran to its end."""
        return self.why == "done"


class DoneBefore(NamedTuple):
    """What was done in a session until it was cut off: its blocks of work, and how long it took, in ms."""

    blocks: list[Done]
    length_ms: int


@dataclass(frozen=True, slots=True)
class Unfinished:
    """A session that was cut off: where the person was, and when that was last noted."""

    session: int
    routine: str
    routine_version: str
    pacing: str
    block: int
    exercise: str
    round: int
    rounds: int
    side: Side | None
    saved_ms: int
    pain_before: int | None

    def may_go_on(self, now: Instant) -> bool:
        """Tell whether it can be continued; not when the clock was set back to before it was cut off."""
        return 0 <= now.ms - self.saved_ms <= RESUME_WITHIN_MS


@dataclass(frozen=True, slots=True)
class EarlierSessions:
    """What the check needs of earlier sessions."""

    last: int | None = None
    last_at: Instant | None = None
    asks_after_last: bool = False
    hurt_in_a_row: int = 0
    hurt_before_last: int = 0
    hurt_at: Instant | None = None
    hurt_exercise: str | None = None
    first_at: Instant | None = None
    helps_asked_at: Instant | None = None
    cleared_at: Instant | None = None
    """When a professional's yes about a warning sign was told; never which sign."""
    passed_since: Instant | None = None
    """When a check passed last since then."""
    count: int = 0
    """How many sessions there are."""
    last_ms: int | None = None
    """How long the last one took, as the history tells it; None for one without an end."""
    last_pain: tuple[int, int] | None = None
    """The numbers before and after the last one, where both were given."""
