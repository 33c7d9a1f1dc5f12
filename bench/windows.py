"""Start-up and memory: bare window and coach in turn, so that whatever else the machine does meets both."""

from __future__ import annotations

import contextlib
import os
import time
from pathlib import Path

from bench.child import Child
from bench.figures import Row

BARE, COACH = "bench.child_bare", "bench.child_coach"
AT_REST_S = 3.0
"""So long after its start a session, or a bare window, is looked at for its memory."""


def measure(environment: dict[str, str], data_dir: str, runs: int) -> list[Row]:
    """Start both programs so many times; a first run of each only warms the machine."""
    bare: list[tuple[float, float]] = []
    coach: list[tuple[float, float, float]] = []
    others = 0
    for _ in range(runs + 1):
        others += others_with_qt()
        bare.append(_bare(environment))
        coach.append(_coach(environment, data_dir))
    floor_ms, floor_mib = zip(*bare[1:], strict=True)
    painted_ms, usable_ms, pss_mib = zip(*coach[1:], strict=True)
    note = f"{others} times another program with Qt was there: too small" if others else ""
    return [
        Row("bare window: first frame", "ms", floor_ms),
        Row("coach: first frame", "ms", painted_ms, floor_ms, "≤ × 1.4"),
        Row("coach: usable", "ms", usable_ms, floor_ms, "≤ × 2"),
        Row("bare window: memory", "MiB", floor_mib, target=note),
        Row("coach: memory in a session", "MiB", pss_mib, floor_mib, "≤ × 1.8"),
    ]


def others_with_qt() -> int:
    """Count the programs that have Qt loaded now and so share its pages; ask while none of ours runs."""
    found = 0
    for maps in Path("/proc").glob("[0-9]*/maps"):
        with contextlib.suppress(OSError):
            found += int(maps.parent.name) != os.getpid() and "libQt6Core" in maps.read_text("utf-8", "replace")
    return found


def _bare(environment: dict[str, str]) -> tuple[float, float]:
    with Child(BARE, environment) as child:
        painted_ms = child.wait_for("painted")
        time.sleep(AT_REST_S)
        return painted_ms, child.pss_mib()


def _coach(environment: dict[str, str], data_dir: str) -> tuple[float, float, float]:
    with Child(COACH, environment, "--data-dir", data_dir) as child:
        painted_ms = child.wait_for("painted")
        usable_ms = child.wait_for("usable")
        child.tell("send START")
        time.sleep(AT_REST_S)
        return painted_ms, usable_ms, child.pss_mib()
