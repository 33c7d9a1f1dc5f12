"""Start-up and memory: bare window, coach, and coach without figures in turn: what else the machine does meets all."""

from __future__ import annotations

import contextlib
import os
import time
from pathlib import Path

from bench.child import Child
from bench.figures import Row
from bench.marks import WITHOUT_FIGURES

BARE, COACH = "bench.child_bare", "bench.child_coach"
AT_REST_S = 3.0
"""So long after its start a session, or a bare window, is looked at for its memory."""


def measure(environment: dict[str, str], data_dir: str, runs: int) -> list[Row]:
    """Start the programs so many times; a first run of each only warms the machine."""
    bare: list[tuple[float, float]] = []
    coach: list[tuple[float, float, float, float]] = []
    blind: list[float] = []
    others = 0
    for run in range(runs + 1):
        others += others_with_qt()
        rest_s = AT_REST_S if run else 0.0
        bare.append(_bare(environment, rest_s))
        coach.append(_coach(environment, data_dir, rest_s))
        blind.append(_blind(environment, data_dir))
    floor_ms, floor_mib = zip(*bare[1:], strict=True)
    painted_ms, usable_ms, drawn_ms, pss_mib = zip(*coach[1:], strict=True)
    later_ms = tuple(usable - without for usable, without in zip(usable_ms, blind[1:], strict=True))
    after_ms = tuple(drawn - usable for drawn, usable in zip(drawn_ms, usable_ms, strict=True))
    note = f"{others} times another program with Qt was there: too small" if others else ""
    return [
        Row("bare window: first frame", "ms", floor_ms),
        Row("coach: first frame", "ms", painted_ms, floor_ms, "≤ × 1.55"),
        Row("coach: usable", "ms", usable_ms, floor_ms, "≤ × 1.8"),
        Row("coach without figures: usable", "ms", tuple(blind[1:]), floor_ms),
        Row("usable later because of the figures", "ms", later_ms, target="≤ 60"),
        Row("figures there, after usable", "ms", after_ms),
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


def _bare(environment: dict[str, str], rest_s: float) -> tuple[float, float]:
    with Child(BARE, environment) as child:
        painted_ms = child.wait_for("painted")
        time.sleep(rest_s)
        return painted_ms, child.pss_mib()


def _coach(environment: dict[str, str], data_dir: str, rest_s: float) -> tuple[float, float, float, float]:
    with Child(COACH, environment, "--data-dir", data_dir) as child:
        painted_ms = child.wait_for("painted")
        usable_ms = child.wait_for("usable")
        drawn_ms = child.wait_for("drawn")
        child.tell("send START")
        time.sleep(rest_s)
        return painted_ms, usable_ms, drawn_ms, child.pss_mib()


def _blind(environment: dict[str, str], data_dir: str) -> float:
    with Child(COACH, environment, WITHOUT_FIGURES, "--data-dir", data_dir) as child:
        return child.wait_for("usable")
