"""Which moment of its movement the figure shows in a block."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from coach.core.timeline import BlockKind
from coach.figure import motion

if TYPE_CHECKING:
    from coach.core.events import Snapshot
    from coach.figure.poses import Movement


STILL_S = 3_600.0
"""As good as never."""


def spent_s(snapshot: Snapshot, now_ms: int, speed: int) -> float:
    """Return how long the block has run at this instant, in seconds of real time."""
    aged = snapshot.at(now_ms)
    # While a gap waits for the person its own time stands still, but the figure still shows the way into the work.
    stands_still = snapshot.waiting and not snapshot.block.kind.is_work
    ran_ms = aged.now_ms - snapshot.now_ms if stands_still else aged.spent_ms
    return ran_ms / 1000 / speed


def moment_in(movement: Movement, kind: BlockKind, spent_s: float, length_s: float) -> motion.Moment | None:
    """Return the moment of the movement after `spent_s` of a block; None stands for the hold pose.

    `length_s` is 0 for a gap without an end.
    """
    if kind is BlockKind.HOLD:
        return None
    if kind is BlockKind.WAY:
        return replace(motion.moment(movement, 0.0), next_s=STILL_S)
    if kind.is_work:
        return motion.moment(movement, motion.arrival_s(movement) + spent_s)
    return motion.moment(movement, motion.preview_s(movement, spent_s, length_s))


def holds_still(snapshot: Snapshot | None) -> bool:
    """Tell whether one picture holds still: on the way down to the floor nobody follows a movement or key poses."""
    return snapshot is not None and snapshot.block.kind is BlockKind.WAY


def look(snapshot: Snapshot) -> tuple[object, ...]:
    """Return the parts of a snapshot that change the picture, apart from time."""
    return snapshot.phase, snapshot.index, snapshot.duration_ms, snapshot.waiting, snapshot.lead_in_ms > 0
