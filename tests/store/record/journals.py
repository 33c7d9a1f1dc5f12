"""A record with sessions in it, and what is read out of its tables."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from typing import TYPE_CHECKING

from coach.core.events import BlockEnded, Event, PainStopped
from coach.store.record.moments import Instant
from coach.store.record.session_start import SessionStart
from tests.runs import START_MS, started, two_sided

if TYPE_CHECKING:
    from collections.abc import Callable

    from coach.store.record.journal import Journal
    from coach.store.record.values import Compared, Ending

    Open = Callable[[], Journal]

BLOCKS = two_sided().blocks
"""0 get-ready, 1 reps of “warm”, 2 move, 3 and 5 the two sides of “knee” with 4 between, 6 move, 7 flow of “cat”."""
WINTER, SUMMER = 60, 120
"""Minutes by which local time is ahead, before and after the clocks change."""
HOUR_MS = 3_600_000
NOTE = "Left hip felt odd after the second round."


def at(local: str, offset_min: int = WINTER) -> Instant:
    """Return the instant of a date and time of day as a clock on the wall shows it there."""
    there = datetime.fromisoformat(local).replace(tzinfo=timezone(timedelta(minutes=offset_min)))
    return Instant(int(there.timestamp()) * 1000, offset_min)


def start(when: Instant, pain: int | None = 2, restart: str | None = None) -> SessionStart:
    return SessionStart(when, "small", "Small", "1", "default", pain, restart)


def later(when: Instant, ms: int) -> Instant:
    return when._replace(ms=when.ms + ms)


MORNING = at("2026-03-02T08:00")


def rows(journal: Journal, table: str) -> list[tuple[object, ...]]:
    return journal.connection.execute(f"SELECT * FROM {table} ORDER BY 1, 2").fetchall()  # noqa: S608


TABLES = ("session", "event", "block", "place", "answer")


def everything(journal: Journal) -> dict[str, list[tuple[object, ...]]]:
    return {table: rows(journal, table) for table in TABLES}


def spent(journal: Journal, session: int) -> list[tuple[int, int, str]]:
    query = "SELECT block, spent_ms, why FROM block WHERE session = ? ORDER BY number"
    return journal.connection.execute(query, (session,)).fetchall()


def keep(journal: Journal, session: int, events: list[Event]) -> None:
    """Write events one by one, as they happen."""
    for number, event in enumerate(events, journal.last_event(session) + 1):
        index = event.index if isinstance(event, BlockEnded | PainStopped) else None
        journal.event(session, number, event.at_ms - START_MS, event.kind, index, None)
        if isinstance(event, BlockEnded) and event.block.kind.is_work:
            journal.left(session, number, event.index, event.block, event.spent_ms, event.why.value)


def written(journal: Journal) -> int:
    """Write half a session, and return its number."""
    run = started(82_000)
    session = journal.begin(start(MORNING, 4, "I have asked a professional"))
    keep(journal, session, run.happened)
    journal.mark(session, run.shot.index, run.shot.block, run.shot.spent_ms, MORNING.ms + 82_000)
    journal.set_note(session, NOTE)
    journal.answer(MORNING, "check", "passed")
    return session


def done(
    journal: Journal, when: Instant, ending: Ending = "finished", *, after: int | None = None,
    compared: Compared | None = None, worse: bool | None = None, share: float = 1.0,
) -> int:  # fmt: skip
    """Write a session of two minutes, 20 by its own clock, that began with pain 2; return its number."""
    session = journal.begin(start(when))
    journal.mark(session, 3, BLOCKS[3], 12_000, when.ms + 82_000)
    for index, block in enumerate(BLOCKS):
        if block.kind.is_work:
            spent_ms = int(block.duration_ms * share)
            journal.left(session, index + 1, index, block, spent_ms, "done" if share else "skipped")
    journal.event(session, len(BLOCKS) + 1, 1_200_000, "finished", None, None)
    journal.end(session, ending, later(when, 120_000))
    journal.set_after(session, after, compared)
    if worse is not None:
        journal.set_next_day(session, worse=worse)
    return session


def stopped(journal: Journal, when: Instant, block: int) -> int:
    """Write a session that was stopped for pain in one of `BLOCKS`, and return its number."""
    session = journal.begin(start(when))
    journal.mark(session, block, BLOCKS[block], 5_000, when.ms + 60_000)
    journal.end(session, "stopped for pain", later(when, 65_000))
    return session


def day(number: int, time: str = "08:00") -> Instant:
    return at(f"2026-02-{number:02}T{time}")
