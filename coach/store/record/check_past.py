"""What the check before a session has to know of the record: a few newest sessions, by query."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.store.record.finished import ENDING
from coach.store.record.moments import Instant
from coach.store.record.values import EarlierSessions

if TYPE_CHECKING:
    import sqlite3


def read_past(db: sqlite3.Connection) -> EarlierSessions:
    """Return what the check has to know of earlier sessions; the last is what was written last, whatever the clock."""
    last = db.execute("SELECT id, started_ms, offset_min, next_day FROM session ORDER BY id DESC LIMIT 1").fetchone()
    if last is None:
        return EarlierSessions()
    first = db.execute("SELECT started_ms, offset_min FROM session ORDER BY started_ms LIMIT 1").fetchone()
    asked = db.execute(
        "SELECT at_ms, offset_min FROM answer WHERE question = 'helps' ORDER BY rowid DESC LIMIT 1"
    ).fetchone()
    hurt, hurt_at, exercise = _hurt(db, last[0] + 1)
    return EarlierSessions(
        last=last[0],
        last_at=Instant(last[1], last[2]),
        asks_after_last=last[3] is None and not hurt,
        hurt_in_a_row=hurt,
        hurt_before_last=_hurt(db, last[0])[0],
        hurt_at=hurt_at,
        hurt_exercise=exercise,
        first_at=Instant(*first),
        helps_asked_at=None if asked is None else Instant(*asked),
    )


def _hurt(db: sqlite3.Connection, before: int) -> tuple[int, Instant | None, str | None]:
    """Return how many sessions in a row hurt before that one, when the last did, and what it was stopped in.

    They count in the order in which they were written, since a clock may be set back. One that was cut off tells
    nothing, unless somebody said that it hurt; nor does one of less than half of its work, unless somebody said how it
    was: to skip everything is no session without more pain.
    """
    count, at, exercise = 0, None, None
    rows = db.execute(
        "SELECT id, coalesce(ended_ms, started_ms), offset_min, ending, ending = 'stopped for pain'"  # noqa: S608
        " OR compared IS 'more' OR next_day IS 'worse' OR coalesce(pain_after > pain_before, 0),"
        f" {ENDING} = 'finished' OR coalesce(pain_after, compared, next_day) IS NOT NULL"
        " FROM session WHERE ending IS NOT NULL AND id < ? ORDER BY id DESC LIMIT 20",
        (before,),
    )
    for session, ended_ms, offset_min, ending, hurt, tells in rows:
        if not hurt and (ending == "cut off" or not tells):
            continue
        if not hurt:
            break
        count += 1
        if at is None:
            at = Instant(ended_ms, offset_min)
            if ending == "stopped for pain":
                exercise = _worked_on(db, session)
    return count, at, exercise


def _worked_on(db: sqlite3.Connection, session: int) -> str | None:
    """Return the exercise that a session was last in, None in a gap."""
    found = db.execute("SELECT exercise FROM place WHERE session = ? AND is_work", (session,)).fetchone()
    return None if found is None else str(found[0])
