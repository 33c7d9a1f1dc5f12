"""What is left of many sessions: memory, threads, files and processes after the third one and after the last."""

from __future__ import annotations

import tempfile
import time
from pathlib import Path
from typing import NamedTuple

from bench.child import Child, NotMeasuredError, memory_alone_mib
from bench.figures import Row
from tests.devices.sound.server import MISSING, Server

SESSIONS, QUICK_SESSIONS = 60, 10
SPEED = 60
EARLY = 3
"""After so many sessions all that is made once has been made."""
REST_S = 30.0
"""By so long after a session its pictures are gone, and what they left has been given back."""
PATIENCE_S = 120.0


class _Left(NamedTuple):
    mib: float
    helper_mib: float
    threads: float
    files: float
    processes: float


def measure(environment: dict[str, str], data_dir: str, *, quick: bool) -> list[Row]:
    """Do short sessions one after the other, 60 times as fast as usual, with sound where there is a server for it."""
    sessions = QUICK_SESSIONS if quick else SESSIONS
    with tempfile.TemporaryDirectory(prefix="coach-", ignore_cleanup_errors=True) as folder:
        server = None if MISSING else Server(Path(folder))
        if server is not None:
            server.start()
        try:
            heard = environment | ({} if server is None else server.environ)
            early, late = _run(heard, data_dir, sessions)
        finally:
            if server is not None:
                server.close()
    names = (
        ("memory", "MiB", "≤ × 1.02"),
        ("memory of the helper for sound", "MiB", ""),
        ("threads", "", "× 1"),
        ("open files", "", "× 1"),
        ("processes", "", "× 1"),
    )
    return [
        Row(f"{name} after {sessions} sessions, to after {EARLY}", unit, (now,), (before,), target)
        for (name, unit, target), before, now in zip(names, early, late, strict=True)
    ]


def _run(environment: dict[str, str], data_dir: str, sessions: int) -> tuple[_Left, _Left]:
    found = []
    with Child("bench.child_soak", environment, "--data-dir", data_dir, "--speed", str(SPEED)) as child:
        child.wait_for("drawn")
        for number in range(1, sessions + 1):
            child.tell("session", PATIENCE_S)
            if number in {EARLY, sessions}:
                time.sleep(REST_S)
                found.append(_left(child))
    if len(found) < 2:
        message = f"fewer than {EARLY + 1} sessions"
        raise NotMeasuredError(message)
    return found[0], found[1]


def _left(child: Child) -> _Left:
    process, helpers = Path(f"/proc/{child.pid}"), child.helpers()
    return _Left(
        memory_alone_mib(child.pid),
        sum(map(memory_alone_mib, helpers)),
        len(list((process / "task").iterdir())),
        len(list((process / "fd").iterdir())),
        1 + len(helpers),
    )
