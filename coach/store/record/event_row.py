"""What an event of a session leaves in its row of the record, beside its kind and its instant."""

from __future__ import annotations

from coach.core.events import BlockEnded, BlockStarted, CueDue, Event, PainStopped, TimeAdded


def columns(event: Event) -> tuple[int | None, int | None]:
    """Return the index of its block, and what a number tells of it in ms; None where it has no such thing."""
    index = event.index if isinstance(event, BlockStarted | BlockEnded | CueDue | PainStopped) else None
    if isinstance(event, BlockEnded):
        return index, event.spent_ms
    return index, event.added_ms if isinstance(event, TimeAdded) else None
