"""What is said after a stop for pain, and what of it was not heard because there was no sound."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.core.speech.vocabulary import Tone
from coach.words import safety_messages, spoken_phrases

if TYPE_CHECKING:
    from coach.core.speech.agenda import Agenda

QUIET_MS = 10_000
"""So long it is quiet after a stop before the advice is said."""
AT_ONCE = 3
"""So many lines are said before that."""


def stop_lines(release: str) -> tuple[str, ...]:
    """Return what is said after a stop, the way out of what hurt first."""
    return (release, spoken_phrases.STOPPED, safety_messages.M_STOP_FIRST, *spoken_phrases.AFTER_STOP)


def chain_stop(agenda: Agenda, lines: tuple[str, ...], now_ms: int, first: int) -> None:
    """Say the lines after a stop from the one at that place on; whatever is switched off, they are said."""
    tone = Tone.STOP if first == 0 else None
    agenda.chain(now_ms, lines[first:AT_ONCE], tone=tone, never_stale=True)
    quiet_ms = agenda.ends_ms + QUIET_MS if first < AT_ONCE else now_ms
    agenda.chain(quiet_ms, lines[max(first, AT_ONCE) :], never_stale=True)


class StopHeard:
    """Keeps which of the lines after a stop have been heard to their end; instants are in ms."""

    def __init__(self, lines: tuple[str, ...]) -> None:
        self._lines = lines
        self._lost: int | None = None
        """The place of the first line that was not heard."""
        self._saying: tuple[int, int] | None = None
        """The line that is being said, and when it ends."""

    def begin(self, text: str, ends_ms: int, *, is_heard: bool) -> None:
        """Take that a line begins, and whether there is sound."""
        if text not in self._lines:
            return
        place = self._lines.index(text)
        self._saying = (place, ends_ms)
        if not is_heard:
            self._lose(place)

    def lose(self, now_ms: int) -> None:
        """Take that the sound is gone: what is being said is cut."""
        if self._saying is not None and now_ms < self._saying[1]:
            self._lose(self._saying[0])

    def _lose(self, place: int) -> None:
        self._lost = place if self._lost is None else min(self._lost, place)

    def take_lost(self) -> int | None:
        """Return the place of the first line that was not heard, to be said anew; None where all was heard."""
        lost, self._lost, self._saying = self._lost, None, None
        return lost

    @property
    def release(self) -> str:
        """The line that leads out of what hurt."""
        return self._lines[0]
