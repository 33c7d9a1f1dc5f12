"""What the history page shows, by queries with limits: years of sessions open as fast as a week."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from coach.store.record.finished import ENDING
from coach.store.record.moments import DAY_MS, Instant

if TYPE_CHECKING:
    import sqlite3

    from coach.core.pacing import Side

WEEKS = 18
NUMBERS = 40
"""Sessions with a number that are plotted, the latest ones."""
SESSIONS = 100
"""Sessions that are listed, the latest ones."""


class SessionSummary(NamedTuple):
    """One session in the list."""

    session: int
    at: Instant
    routine: str
    ending: str
    held_ms: int
    pain_before: int | None
    pain_after: int | None
    note: str


class Detail(NamedTuple):
    """What was done in one session: exercise, side and total ms, in the order of the exercises; and the note."""

    done: list[tuple[str, Side | None, int]]
    note: str


class Numbers(NamedTuple):
    """The person's own numbers of one session; either may be missing."""

    at: Instant
    before: int | None
    after: int | None


class History(NamedTuple):
    """Everything that the history page shows at once."""

    days: dict[int, str]
    """By local day (days since 1970): “stopped for pain”, “finished” or “ended”, the first of these that occurred."""
    numbers: list[Numbers]
    sessions: list[SessionSummary]
    routines: list[str]
    today: int


_WEIGHT = {"stopped for pain": 2, "finished": 1}


def read(db: sqlite3.Connection, now: Instant, routine: str = "") -> History:
    """Read what the page shows; with the name of a routine, its sessions alone."""
    # A session in the future was stored with a wrong clock: no day shows it, and the list has it in the order written.
    since_ms = now.ms - (WEEKS + 1) * 7 * DAY_MS
    filter_values = (routine, routine)
    days: dict[int, str] = {}
    for ms, offset, ending in db.execute(
        f"SELECT started_ms, offset_min, coalesce({ENDING}, '') FROM session"  # noqa: S608 - all of it stands in store
        " WHERE started_ms >= ? AND (? = '' OR routine_name = ?)",
        (since_ms, *filter_values),
    ):
        day, kind = Instant(ms, offset).day, ending if ending in _WEIGHT else "ended"
        if day <= now.day and _WEIGHT.get(kind, 0) >= _WEIGHT.get(days.get(day, "ended"), 0):
            days[day] = kind
    numbers = [
        Numbers(Instant(ms, offset), before, after)
        for ms, offset, before, after in db.execute(
            "SELECT started_ms, offset_min, pain_before, coalesce(pain_after, stop_pain) FROM session"
            " WHERE coalesce(pain_before, pain_after, stop_pain) IS NOT NULL AND (? = '' OR routine_name = ?)"
            " ORDER BY id DESC LIMIT ?",
            (*filter_values, NUMBERS),
        )
    ]
    sessions = [
        SessionSummary(session, Instant(ms, offset), name, ending, held_ms, before, after, note)
        for session, ms, offset, name, ending, held_ms, before, after, note in db.execute(
            f"SELECT id, started_ms, offset_min, routine_name, coalesce({ENDING}, ''),"  # noqa: S608 - as above
            " (SELECT coalesce(sum(spent_ms), 0) FROM block WHERE block.session = session.id),"
            " pain_before, coalesce(pain_after, stop_pain), note FROM session"
            " WHERE (? = '' OR routine_name = ?) ORDER BY id DESC LIMIT ?",
            (*filter_values, SESSIONS),
        )
    ]
    routines = [row[0] for row in db.execute("SELECT DISTINCT routine_name FROM session ORDER BY 1 LIMIT 20")]
    return History(days, numbers[::-1], sessions, routines, now.day)


def detail(db: sqlite3.Connection, session: int) -> Detail:
    """Read what was done in one session; empty where there is none with that id."""
    done = db.execute(
        "SELECT exercise, side, sum(spent_ms) FROM block WHERE session = ? GROUP BY exercise, side"
        " HAVING sum(spent_ms) > 0"
        " ORDER BY min(position) OVER (PARTITION BY exercise), exercise, side DESC",
        (session,),
    ).fetchall()
    note = db.execute("SELECT note FROM session WHERE id = ?", (session,)).fetchone()
    return Detail(done, "" if note is None else note[0])
