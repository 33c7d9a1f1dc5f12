"""CPU time of the start page, in seconds of CPU a minute: while the figure moves, and where nobody looks at it.

A whole exercise is watched, from its first pose to the next exercise: a way that moves, then a pose that is held.
"""

from __future__ import annotations

import time

from bench.child import Child
from bench.figures import Row
from bench.windows import COACH
from coach.ui.home.film import SHOWN_S

SETTLE_S = 3.0
"""Time for the small pictures to be made, and for a new state to be there."""
STILL_S = 10.0
EXERCISES, QUICK_EXERCISES = 7, 2
UNIT = "CPU s/min"


def measure(environment: dict[str, str], data_dir: str, *, quick: bool) -> list[Row]:
    """Watch the start page while it moves, with less motion, behind another window, and minimised."""
    shown = QUICK_EXERCISES if quick else EXERCISES
    with Child(COACH, environment, "--data-dir", data_dir) as child:
        child.wait_for("drawn")
        time.sleep(SETTLE_S)
        moves = tuple(_per_minute(child, SHOWN_S) for _exercise in range(shown))
        rest = {
            "less motion": ("still on", "still off"),
            "another window in front": ("behind", "before"),
            "minimised": ("minimise", "restore"),
        }
        stands = {name: _at_rest(child, *commands) for name, commands in rest.items()}
    mean = sum(moves) / len(moves)
    return [
        Row("Today: an exercise that moves", UNIT, moves),
        Row("Today: all that were watched, one after the other", UNIT, (mean,), target="≤ 1.0"),
        *(Row(f"Today: {name}", UNIT, (used,), target="0") for name, used in stands.items()),
    ]


def _at_rest(child: Child, begin: str, end: str) -> float:
    child.tell(begin)
    time.sleep(SETTLE_S)
    used = _per_minute(child, STILL_S)
    child.tell(end)
    return used


def _per_minute(child: Child, seconds: float) -> float:
    return child.cpu_over(seconds) * 60 / seconds
