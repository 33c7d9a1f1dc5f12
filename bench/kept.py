"""Bytes of pictures that are kept after a gap and the beginning of a hold, on a plain and on a dense screen."""

from __future__ import annotations

import contextlib
import time

from bench.child import Child, NotMeasuredError
from bench.figures import Row
from bench.session import Session
from bench.windows import COACH
from coach.core.timeline import BlockKind

INTO_HOLD_S = 4.0
"""By then all pictures of a breath are drawn."""
QUICK_S = 9.0


def measure(environment: dict[str, str], data_dir: str, *, quick: bool) -> list[Row]:
    """Run a session at both pixel ratios at the same time, with no screen: there may be none so large.

    The quick run ends in the middle of the gap.
    """
    with contextlib.ExitStack() as stack:
        children: list[Child] = []
        for ratio in (1, 2):
            own = {**environment, "QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": str(ratio)}
            children.append(stack.enter_context(Child(COACH, own, "--data-dir", f"{data_dir}-{ratio}")))
        sessions = []
        for child in children:
            child.wait_for("drawn")
            sessions.append(Session(child))
        for session in sessions:
            gap = session.go(session.first(BlockKind.MOVE))
        time.sleep(QUICK_S if quick else gap.duration_ms / 1000 + INTO_HOLD_S)
        return [_row(child) for child in children]


def _row(child: Child) -> Row:
    size, width, height, ratio = child.tell("kept")
    if (width, height) != (1200, 800):
        message = f"the window is {width:.0f} × {height:.0f}"
        raise NotMeasuredError(message)
    name = f"pictures kept, window {width:.0f} × {height:.0f}, pixel ratio {ratio:.0f}"
    return Row(name, "MiB", (size / (1 << 20),), target="≤ 24")
