"""What is to be heard at an instant, and which events cut what is being said."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from coach.core.events import BlockEnded, Ended, Event, Leaving, MistakeTaken, PainStopped, Paused, Resumed

if TYPE_CHECKING:
    from coach.core.speech.vocabulary import Tone


@dataclass(frozen=True, slots=True)
class Saying:
    """Something to be heard now; `at_ms` is the instant at which it was due. `always`: with the voice off too."""

    at_ms: int
    text: str | None = None
    tone: Tone | None = None
    always: bool = False


def silences(event: Event) -> bool:
    """Tell whether an event cuts what is being said."""
    if isinstance(event, BlockEnded):
        # A hold that an easier way made shorter was not cut by anybody's go.
        is_cut = not event.block.kind.is_work and (event.block.waits or event.spent_ms < event.block.duration_ms)
        return event.why is not Leaving.DONE or is_cut
    return isinstance(event, Paused | Resumed | PainStopped | MistakeTaken | Ended)
