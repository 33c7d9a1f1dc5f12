"""How late the ring's frames are while the figure moves in a gap, and how late they are without it."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from bench.child import Child
from bench.figures import Row
from bench.session import INTO_BLOCK_S, Session
from coach.core.timeline import BlockKind

if TYPE_CHECKING:
    from collections.abc import Sequence

LATE = "bench.child_late"
SETTLE_S = 1.5
"""Time for the small pictures of the list."""
INTO = ("trunk-rotation", "single-knee-to-chest")
"""The gaps before these: the figure moves in most of them, and a picture of the first takes long to draw."""
ALONE_S = 6.0
"""In the quick run the ring alone is watched for so long."""


def measure(environment: dict[str, str], data_dir: str, *, quick: bool) -> list[Row]:
    """Watch gaps that were never shown before, so that each picture is drawn, and then the same without figures."""
    exercises = INTO[:1] if quick else INTO
    with Child(LATE, environment, "--data-dir", data_dir) as child:
        child.wait_for("drawn")
        time.sleep(SETTLE_S)
        session = Session(child)
        moving = _gaps(session, exercises)
        child.tell("figures off")
        time.sleep(SETTLE_S)
        alone = _gaps(session, exercises, ALONE_S if quick else None)
    because = max(moving) - max(alone)
    return [
        Row("ring's frame painted after it was due, figure moving", "ms", tuple(moving)),
        Row("ring's frame painted after it was due, ring alone", "ms", tuple(alone)),
        Row("latest frame later because of the figure", "ms", (because,), target="≤ 40"),
    ]


def _gaps(session: Session, exercises: Sequence[str], most_s: float | None = None) -> list[float]:
    """Return by how many ms each frame was late, from a moment into the gap until a moment before its end."""
    found: list[float] = []
    for exercise in exercises:
        block = session.go(session.first(BlockKind.MOVE, exercise))
        session.child.tell("late")
        time.sleep(most_s or block.duration_ms / 1000 - 2 * INTO_BLOCK_S)
        found += session.child.tell("late")
    return found
