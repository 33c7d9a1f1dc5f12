"""What the record stores when a session begins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.core.dataclass import dataclass

if TYPE_CHECKING:
    from coach.store.record.moments import Instant


@dataclass(frozen=True, slots=True)
class SessionStart:
    """What is known when a session begins."""

    at: Instant
    routine: str
    routine_name: str
    routine_version: str
    pacing: str
    pain_before: int | None = None
    restart: str | None = None
    planned_ms: int = 0
    """The work that this version of the routine plans, in ms; 0 is not known."""
    names: tuple[tuple[str, str], ...] = ()
    """The ids of its exercises, each with the name that it has in the file."""
