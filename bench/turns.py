"""The turns of the event loop while a large record is written out, beside those of the same window when it is not."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from bench.child import Child
from bench.figures import Row

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

TURNS = "bench.child_turns"
ROUNDS, QUICK_ROUNDS = 3, 1
ALONE_S = 10.0
"""So long the window is watched with nothing to write; an export of 50,000 sessions takes about as long."""
SETTLE_S = 2.0
"""Time for what a new page brings with it."""
QUIET_S, MOST_QUIET_S = 1.0, 60.0
"""What the program does after its start is over when it takes next to no CPU for so long; never waited for longer."""
PATIENCE_S = 300.0
"""So long an export may take on a machine with much else to do."""

Turns = tuple[float, ...]
"""The longest in ms, how many were over 50 ms, and both without the time that the machine kept the program waiting."""


def measure(environment: dict[str, str], folder: Path, count: int, *, quick: bool) -> list[Row]:
    """Write a record of so many sessions out beside a window at rest and beside a session, and watch each without it.

    With no screen: what painting waits for there is not the export's.
    """
    own = {**environment, "QT_QPA_PLATFORM": "offscreen", "HOME": str(folder), "XDG_CONFIG_HOME": str(folder)}
    found: dict[str, list[tuple[Turns, Turns]]] = {"window at rest": [], "session": []}
    with Child(TURNS, own, "--data-dir", str(folder)) as child:
        child.wait_for("drawn")
        _wait_until_quiet(child)
        for _round in range(QUICK_ROUNDS if quick else ROUNDS):
            found["window at rest"].append(_at_rest(child))
            found["session"].append(_in_a_session(child))
    rows = []
    for name, pairs in found.items():
        alone, writing = zip(*pairs, strict=True)
        rows += _rows(name, alone, "")
        rows += _rows(f"{name}, while {count:,} sessions are exported", writing, "≤ 50")
    return rows


def _rows(name: str, turns: Sequence[Turns], target: str) -> list[Row]:
    longest, long, own, long_own = zip(*turns, strict=True)
    none = "0" if target else ""
    return [
        Row(f"{name}: longest turn of the event loop", "ms", longest, target=target),
        Row(f"{name}: turns over 50 ms", "", long, target=none),
        Row(f"{name}: longest turn, less what the machine kept it waiting", "ms", own, target=target),
        Row(f"{name}: such turns over 50 ms", "", long_own, target=none),
    ]


def _wait_until_quiet(child: Child) -> None:
    """Wait until the program has read, drawn and checked what it wants after its start."""
    ends_s = time.monotonic() + MOST_QUIET_S
    while time.monotonic() < ends_s and child.cpu_over(QUIET_S) > QUIET_S / 20:
        pass


def _at_rest(child: Child) -> tuple[Turns, Turns]:
    """Watch the history, without an export and with one."""
    child.tell("history")
    alone = _watched(child)
    return alone, _exported(child)


def _in_a_session(child: Child) -> tuple[Turns, Turns]:
    """Watch a session, without an export and with one."""
    child.tell("session")
    alone = _watched(child)
    writing = _exported(child)
    child.tell("send END")
    child.tell("leave")
    return alone, writing


def _exported(child: Child) -> Turns:
    child.tell("export")
    child.wait_for("written", PATIENCE_S)
    return _turns(child)


def _watched(child: Child) -> Turns:
    time.sleep(SETTLE_S)
    _turns(child)
    time.sleep(ALONE_S)
    return _turns(child)


def _turns(child: Child) -> Turns:
    """Return what there was since it was last asked for."""
    return child.tell("turns")
