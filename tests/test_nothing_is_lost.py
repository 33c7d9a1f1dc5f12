"""The program is killed at random instants of a session, and the record has what happened until then."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from coach.clock import wall_now
from coach.store.record import NAME, open_record
from tests.cases import ROOT, shipped_plan
from tests.killed_program import SPEED

if TYPE_CHECKING:
    from pathlib import Path

KILLS = 60
SIDE_BY_SIDE = 3
GRACE_S = 0.25
"""What was told so shortly before the kill may be on its way to the disk still."""
MARK_MS = 5_000


@dataclass(frozen=True)
class Told:
    """A line that the program printed, and how long before the kill that was."""

    kind: str
    index: int | None
    spent_ms: int | None
    before_s: float


def run_and_kill(folder: Path, after_s: float) -> list[Told]:
    """Run a session, kill it so long after its first event, and return what it told."""
    command = [sys.executable, "-m", "tests.killed_program", str(folder)]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    lines: list[tuple[float, str]] = []
    with subprocess.Popen(
        command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as process:
        stdout = process.stdout
        assert stdout is not None
        begun = threading.Event()

        def listen() -> None:
            for line in stdout:
                lines.append((time.monotonic(), line.strip()))
                begun.set()

        listener = threading.Thread(target=listen)
        listener.start()
        begun.wait(30)
        time.sleep(after_s)
        process.send_signal(signal.SIGKILL)
        killed = time.monotonic()
        process.wait()
        listener.join()
    told = []
    for at, line in lines:
        kind, index, spent = line.split(",")
        told.append(Told(kind, int(index) if index else None, int(spent) if spent else None, killed - at))
    return told


def check(folder: Path, after_s: float) -> None:
    """Kill one session and look at its record as the next start would."""
    told = run_and_kill(folder, after_s)
    assert told, "the session did not begin"
    opened = open_record(folder, wall_now())
    assert opened.trouble is None
    journal = opened.journal
    assert journal is not None
    db = journal.connection
    assert db.execute("SELECT count(*) FROM session WHERE ending IS NULL").fetchone() == (1,)
    kept = [kind for (kind,) in db.execute("SELECT kind FROM event ORDER BY number")]
    sure = [each for each in told if each.before_s > GRACE_S]
    assert kept[: len(sure)] == [each.kind for each in sure]
    assert len(kept) >= len(sure)
    done = db.execute("SELECT block, spent_ms FROM block ORDER BY number").fetchall()
    ended = [(each.index, each.spent_ms) for each in sure if each.spent_ms is not None]
    assert done[: len(ended)] == ended

    unfinished = journal.unfinished()
    started = [each for each in sure if each.kind == "BlockStarted"]
    if not started:
        journal.close()
        return
    assert unfinished is not None
    assert started[-1].index is not None
    assert unfinished.block >= started[-1].index
    # Seconds of the block it was in: at most one mark and the moment on its way are missing.
    (noted,) = db.execute("SELECT spent_ms FROM place").fetchone()
    length_ms = shipped_plan().blocks[started[-1].index].duration_ms
    real_ms = min(length_ms, started[-1].before_s * 1000 * SPEED)
    if unfinished.block == started[-1].index:
        assert noted >= real_ms - MARK_MS - GRACE_S * 1000 * SPEED
    journal.close_unfinished()
    assert journal.unfinished() is None
    assert db.execute("SELECT DISTINCT ending FROM session").fetchall() == [("cut off",)]
    total = db.execute("SELECT coalesce(sum(spent_ms), 0) FROM block").fetchone()[0]
    journal.close_unfinished()
    assert db.execute("SELECT coalesce(sum(spent_ms), 0) FROM block").fetchone()[0] == total
    journal.close()


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
def test_sixty_kills_lose_nothing(tmp_path: Path) -> None:
    chance = random.Random(20_261_124)  # noqa: S311 - instants, not secrets
    instants = [chance.uniform(0.01, 1.4) for _ in range(KILLS)]

    with ThreadPoolExecutor(SIDE_BY_SIDE) as pool:
        jobs = [pool.submit(check, tmp_path / str(number), after_s) for number, after_s in enumerate(instants)]
    wrong = {
        f"kill {number} after {after_s:.3f} s": job.exception()
        for number, (after_s, job) in enumerate(zip(instants, jobs, strict=True))
        if job.exception() is not None
    }

    assert wrong == {}
    assert all((tmp_path / str(number) / NAME).exists() for number in range(KILLS))
