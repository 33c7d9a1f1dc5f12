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
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from coach.session.clock import wall_now
from coach.store.record.opening import NAME, open_record
from tests.cases import ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from coach.store.record.journal import Journal

KILLS = 6
SIDE_BY_SIDE = 3
MARK_MS = 5_000


@dataclass(frozen=True)
class Told:
    """What the program told before it was killed.

    `happened` are kind, block and what was spent of each event, `kept` is how many of them it knew to be on the disk,
    `noted` block and ms of the last note that it knew to be there.
    """

    happened: list[tuple[str, str, str]]
    kept: int
    noted: tuple[int, int] | None


def run_and_kill(folder: Path, after_s: float) -> Told:
    """Run a session, kill it so long after its first event, and return what it told."""
    command = [sys.executable, "-m", "tests.killed_program", str(folder)]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    lines: list[str] = []
    with subprocess.Popen(
        command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as process:
        stdout = process.stdout
        assert stdout is not None
        begun = threading.Event()

        def listen() -> None:
            for line in stdout:
                lines.append(line)
                begun.set()

        listener = threading.Thread(target=listen)
        listener.start()
        begun.wait(30)
        time.sleep(after_s)
        process.send_signal(signal.SIGKILL)
        process.wait()
        listener.join()
    return understood([line.strip() for line in lines if line.endswith("\n")])


def understood(lines: list[str]) -> Told:
    happened: list[tuple[str, str, str]] = []
    kept, noted = 0, None
    for line in lines:
        word, first, second = line.split(",")
        if word == "kept":
            kept = int(first)
        elif word == "noted":
            noted = int(first), int(second)
        else:
            happened.append((word, first, second))
    return Told(happened, kept, noted)


def check(folder: Path, after_s: float) -> int:
    """Kill one session, look at its record as the next start would, and return how much was known to be kept."""
    told = run_and_kill(folder, after_s)
    assert told.happened, "the session did not begin"
    opened = open_record(folder, wall_now())
    assert opened.trouble is None
    journal = opened.journal
    assert journal is not None
    with closing(journal):
        assert_kept(journal, told)
        assert_closed_once(journal, told)
    return told.kept


def assert_kept(journal: Journal, told: Told) -> None:
    """Find what was known to be on the disk, in order, and a place that is a mark old at most."""
    db = journal.connection
    sessions = db.execute("SELECT count(*) FROM session WHERE ending IS NULL").fetchone()[0]
    assert sessions == 1 if told.kept else sessions <= 1
    kept = [kind for (kind,) in db.execute("SELECT kind FROM event ORDER BY number")]
    assert len(kept) >= told.kept
    # A line that the kill cut off may be missing here: then the record knows more than was told.
    both = min(len(kept), len(told.happened))
    assert kept[:both] == [kind for kind, _block, _spent in told.happened[:both]]
    done = db.execute("SELECT block, spent_ms FROM block ORDER BY number").fetchall()
    ended = [(int(block), int(spent)) for _kind, block, spent in told.happened[: told.kept] if spent]
    assert done[: len(ended)] == ended
    if told.noted is not None:
        block, spent_ms = told.noted
        unfinished = journal.unfinished()
        assert unfinished is not None
        assert unfinished.block >= block
        if unfinished.block == block:
            (noted_ms,) = db.execute("SELECT spent_ms FROM place").fetchone()
            was_left = block in {each for each, _spent in done}  # then its seconds are there, and no note of them
            assert was_left or noted_ms > spent_ms - MARK_MS


def assert_closed_once(journal: Journal, told: Told) -> None:
    """Close what was cut off: what was noted counts, and counts once."""
    db = journal.connection
    total = "SELECT coalesce(sum(spent_ms), 0) FROM block"
    journal.close_unfinished()
    assert journal.unfinished() is None
    if told.kept:
        assert db.execute("SELECT DISTINCT ending FROM session").fetchall() == [("cut off",)]
    once = db.execute(total).fetchone()
    journal.close_unfinished()
    assert db.execute(total).fetchone() == once


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
def test_kills_at_any_instant_lose_nothing(tmp_path: Path) -> None:
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
    assert sum(job.result() for job in jobs) > KILLS, "what is told to be kept is more than the first event"
    assert all((tmp_path / str(number) / NAME).exists() for number in range(KILLS))
