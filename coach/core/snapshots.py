"""What can be said of a session at an instant, and what it takes then."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.core.events import Input, Phase, Snapshot
from coach.core.phases import TABLE
from coach.core.timeline import BlockKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coach.core.easier_ways import EasierWays
    from coach.core.place_in_timeline import Place
    from coach.core.timeline import Block


def snapshot_of(
    place: Place, blocks: Sequence[Block], easier: EasierWays, after_ms: Sequence[int], now_ms: int
) -> Snapshot:
    """Describe an instant of a session at that place; `after_ms` has for each block the length of all that follows."""
    now_ms = max(now_ms, place.now_ms)
    spent_ms = place.spent_at(now_ms)
    following = easier.lasting(blocks[place.next_index]) if place.next_index < len(blocks) else None
    offer = place.offer_at(now_ms)
    lead_in_ms = 0 if place.since_ms is None else max(0, place.since_ms - now_ms)
    waits = place.block.waits and place.phase is Phase.RUNNING
    over = place.phase in {Phase.STOPPED_FOR_PAIN, Phase.FINISHED, Phase.ENDED}
    return Snapshot(
        now_ms=now_ms,
        phase=place.phase,
        index=place.index,
        block=place.block,
        following=following,
        spent_ms=spent_ms,
        duration_ms=place.duration_ms,
        lead_in_ms=lead_in_ms,
        waiting=waits and not lead_in_ms,
        elapsed_ms=place.elapsed_ms + (0 if over else spent_ms),
        rest_ms=0 if over else max(0, place.duration_ms - spent_ms) + after_ms[place.next_index - 1],
        outcomes=place.outcomes,
        allowed=allowed_inputs(place, easier, now_ms),
        because_until_ms=None if offer is None else offer.until_ms,
        easier=easier.way(place.block.position),
        has_easier=_has_easier(place.block, easier),
    )


def allowed_inputs(place: Place, easier: EasierWays, now_ms: int) -> frozenset[Input]:
    """Return the inputs that have a meaning at an instant of a session at that place."""
    allowed = {wanted for phase, wanted in TABLE if phase is place.phase and isinstance(wanted, Input)}
    if place.block.waits:
        allowed.discard(Input.ADD_TIME)  # it has no length of its own that time could be added to
    elif place.block.kind is not BlockKind.WAY:
        allowed.discard(Input.CONFIRM)
    if not _has_easier(place.block, easier):
        allowed.discard(Input.EASIER)
    if place.offer_at(now_ms) is None:
        allowed.discard(Input.BECAUSE_OF_PAIN)
    return frozenset(allowed)


def _has_easier(block: Block, easier: EasierWays) -> bool:
    return block.kind is not BlockKind.WAY and easier.has(block.position)
