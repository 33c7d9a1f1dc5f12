"""What a desktop shows of a session, as plain values."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum

from coach.core.dataclass import dataclass


class Status(StrEnum):
    """How the desktop shows a session; the values are those of MPRIS. A wait for the person counts as paused."""

    PLAYING = "Playing"
    PAUSED = "Paused"
    STOPPED = "Stopped"


@dataclass(frozen=True, slots=True)
class MediaState:
    """What the desktop shows of a session at one instant.

    `title` is the exercise, `place` its side and round, or empty, `kind` the kind of time. `track` is another number
    for each block; `position_ms` counts from its start, `length_ms` is 0 where it waits for the person.
    """

    status: Status
    title: str
    place: str
    kind: str
    track: int
    position_ms: int
    length_ms: int
    can_go_next: bool
    can_go_previous: bool

    @property
    def is_live(self) -> bool:
        """Whether there is a session that can be steered."""
        return self.status is not Status.STOPPED

    def later(self, by_ms: int) -> MediaState:
        """Return the state so much later, where nothing has happened since."""
        if self.status is not Status.PLAYING:
            return self
        position_ms = self.position_ms + by_ms
        return replace(self, position_ms=min(position_ms, self.length_ms) if self.length_ms else position_ms)
