"""Which moment of its movement the figure shows in a block."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.core.timeline import BlockKind
from coach.figure import motion

if TYPE_CHECKING:
    from coach.core.events import Snapshot
    from coach.figure.poses import Movement


def spent_s(snapshot: Snapshot, now_ms: int, speed: int) -> float:
    """Return how long the block has run at this instant, in seconds as they pass for the person."""
    aged = snapshot.at(now_ms)
    # While a gap waits for the person its own time stands still, and the way into the work is shown all the same.
    ran_ms = aged.now_ms - snapshot.now_ms if snapshot.waiting else aged.spent_ms
    return ran_ms / 1000 / speed


def moment_in(movement: Movement, kind: BlockKind, spent_s: float, length_s: float) -> motion.Moment | None:
    """Return the moment of the movement so far into a block; None stands for the hold pose.

    A gap without an end has a length of 0.
    """
    if kind is BlockKind.HOLD:
        return None
    if kind.is_work:
        return motion.moment(movement, motion.arrival_s(movement) + spent_s)
    return motion.moment(movement, motion.preview_s(movement, spent_s, length_s))


def look(snapshot: Snapshot) -> tuple[object, ...]:
    """Return what of a snapshot changes the picture other than by time passing."""
    return snapshot.phase, snapshot.index, snapshot.duration_ms, snapshot.waiting, snapshot.lead_in_ms > 0
