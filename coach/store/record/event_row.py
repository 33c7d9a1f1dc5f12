"""How an event of a session is stored in a row of the record, and what older records call it."""

from __future__ import annotations

from coach.core.events import (
    BecauseOfPain,
    BlockEnded,
    BlockStarted,
    CueDue,
    EasierChosen,
    Event,
    PainStopped,
    TimeAdded,
)

BEFORE = {
    "CueDue": "cue-due",
    "BlockStarted": "block-started",
    "BlockEnded": "block-ended",
    "Started": "started",
    "Paused": "paused",
    "Resumed": "resumed",
    "LeadInEnded": "lead-in-ended",
    "TimeAdded": "time-added",
    "PainStopped": "pain-stopped",
    "MistakeTaken": "mistake-taken",
    "Finished": "finished",
    "Ended": "ended",
}
"""Names of events in older records, with the word for each since; the most frequent first. Later kinds have none."""

_WHENS = " ".join(f"WHEN '{before}' THEN '{word}'" for before, word in BEFORE.items())

KIND = f"CASE WHEN kind >= 'a' THEN kind ELSE CASE kind {_WHENS} ELSE kind END END"  # lower case: a word, no class
"""The word for an event, in SQL, for queries of the table `event`: the same in old records and in new ones."""


def columns(event: Event) -> tuple[int | None, int | None]:
    """Return the index of an event's block and its duration in ms; None for what it has not."""
    has_block = BlockStarted | BlockEnded | CueDue | EasierChosen | BecauseOfPain | PainStopped
    index = event.index if isinstance(event, has_block) else None
    if isinstance(event, BlockEnded):
        return index, event.spent_ms
    return index, event.added_ms if isinstance(event, TimeAdded) else None
