"""Start page and history with 20,000 sessions in the record beside 20: what is shown is asked for, never all of it."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING

from bench.child import Child
from bench.figures import Row
from bench.windows import COACH
from coach.core.routine import resolve
from coach.core.timeline import plan
from coach.store.record.journal import Journal
from coach.store.record.moments import Instant
from coach.store.record.opening import NAME
from coach.store.record.session_start import SessionStart
from coach.store.routines.library import load

if TYPE_CHECKING:
    from collections.abc import Iterator

FEW, MANY = 20, 20_000
APART_MS, MOST_MS = 12 * 3_600_000, 30 * 365 * 24 * 3_600_000
"""Sessions are half a day apart, and closer where the record would reach further back: none is from before 1970."""
DRAWN_S = 1.5
"""By then the pictures are drawn, and nothing else goes on."""
TARGET = "≤ × 1.5 of 20"
EVENTS = 168
"""As many as a whole session of the shipped routine leaves."""


def measure(environment: dict[str, str], data_dir: str, runs: int) -> list[Row]:
    """Start the program with either record in turn; a first run of each only warms the machine."""
    folders = {count: Path(f"{data_dir}-{count}") for count in (FEW, MANY)}
    for count, folder in folders.items():
        fill(folder, count)
    found: dict[int, list[tuple[float, ...]]] = {FEW: [], MANY: []}
    for _run in range(runs + 1):
        for count, folder in folders.items():
            found[count].append(_look(environment, folder))
    few, many = (list(zip(*found[count][1:], strict=True)) for count in (FEW, MANY))
    names = ("usable", "record asked, from usable", "history shown")
    rows = []
    for name, values, floor in zip(names, many, few, strict=True):
        rows.append(Row(f"{FEW} sessions: {name}", "ms", floor))
        rows.append(Row(f"{MANY:,} sessions: {name}", "ms", values, floor, TARGET))
    return rows


def _look(environment: dict[str, str], folder: Path) -> tuple[float, ...]:
    with Child(COACH, environment, "--data-dir", str(folder)) as child:
        usable_ms = child.wait_for("usable")
        (asked_ms,) = child.tell("asked")
        time.sleep(DRAWN_S)
        (history_ms,) = child.tell("history")
        return usable_ms, asked_ms, history_ms


def fill(folder: Path, sessions: int) -> None:
    """Make a record of so many whole sessions of the shipped routine, the last one half a day ago."""
    folder.mkdir(parents=True, exist_ok=True)
    now_ms = time.time_ns() // 1_000_000
    routine = resolve(load(None).contents)
    work = list(_work())
    apart_ms = min(APART_MS, MOST_MS // sessions)
    journal = Journal(folder / NAME)
    db = journal.connection
    with journal.together():
        for number in range(1, sessions + 1):
            at = Instant(now_ms - (sessions + 1 - number) * apart_ms, 60)
            session = journal.begin(SessionStart(at, routine.id, routine.name, "1", "default", 3))
            db.executemany(
                "INSERT INTO event VALUES (?, ?, ?, 'cue-due', NULL, NULL)",
                [(session, event, event * 5_000) for event in range(1, EVENTS + 1)],
            )
            db.executemany(
                "INSERT INTO block VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, 0)", [(session, *row) for row in work]
            )
            journal.set_after(session, 2, None)
            journal.end(session, "finished", at)
    journal.close()


def _work() -> Iterator[tuple[object, ...]]:
    for index, block in enumerate(plan(resolve(load(None).contents)).blocks):
        if block.kind.is_work:
            place = (block.exercise, block.position, block.round, block.side)
            yield (EVENTS + index, index, *place, block.duration_ms, block.duration_ms, "done")
