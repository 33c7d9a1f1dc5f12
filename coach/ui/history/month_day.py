"""One day of a month, as the history shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from coach.store.record.history import kind_of

if TYPE_CHECKING:
    from coach.store.record.history import SessionSummary


class MonthDay(NamedTuple):
    """One day as it is shown."""

    day: int
    sessions: tuple[SessionSummary, ...]
    is_today: bool
    is_before_all: bool
    """Whether it is before the first session."""
    is_to_come: bool

    @property
    def kind(self) -> str:
        """How it ended; empty without a session."""
        return kind_of(each.ending for each in self.sessions)
