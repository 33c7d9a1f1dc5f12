"""What the check before a session needs from the record: the newest few sessions, by query."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.store.record.finished import ENDING, LENGTH
from coach.store.record.moments import Instant
from coach.store.record.values import EarlierSessions

if TYPE_CHECKING:
    import sqlite3

_SINCE_CLEARED = "rowid > (SELECT max(rowid) FROM answer WHERE question = 'professional')"
"""In the order in which they were written, since a clock may be set back."""


def read_past(db: sqlite3.Connection) -> EarlierSessions:
    """Return what the check needs of earlier sessions; the last is the one written last, whatever its clock says."""
    last = db.execute(
        f"SELECT id, started_ms, offset_min, next_day, CASE WHEN ending IS NOT NULL THEN {LENGTH} END,"  # noqa: S608 - all of it stands in store
        " pain_before, pain_after FROM session ORDER BY id DESC LIMIT 1"
    ).fetchone()
    if last is None:
        return EarlierSessions()
    first = db.execute("SELECT started_ms, offset_min FROM session ORDER BY started_ms LIMIT 1").fetchone()
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
        helps_asked_at=_answered(db, "question = 'helps'"),
        cleared_at=_answered(db, "question = 'professional'"),
        passed_since=_answered(db, f"question = 'check' AND answer = 'passed' AND {_SINCE_CLEARED}"),
        count=db.execute("SELECT count(*) FROM session").fetchone()[0],
        last_ms=last[4],
        last_pain=None if last[5] is None or last[6] is None else (last[5], last[6]),
    )


def _answered(db: sqlite3.Connection, which: str) -> Instant | None:
    """Return when such an answer was given last, None where it never was."""
    found = db.execute(
        f"SELECT at_ms, offset_min FROM answer WHERE {which} ORDER BY rowid DESC LIMIT 1"  # noqa: S608 - all stands here
    ).fetchone()
    return None if found is None else Instant(*found)


def _hurt(db: sqlite3.Connection, before: int) -> tuple[int, Instant | None, str | None]:
    """Return how many sessions in a row before that id hurt, when the last of them did, and its exercise if stopped.

    They are taken in the order in which they were written, since a clock may be set back. A session that was cut off
    is passed over unless the person said that it hurt. So is one with less than half of its work done, unless the
    person said how it was: skipping everything does not show that there was no pain.
    """
    count, at, exercise = 0, None, None
    rows = db.execute(
        "SELECT id, coalesce(ended_ms, started_ms), offset_min, ending, ending = 'stopped for pain'"  # noqa: S608 - all of it stands in store
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
    """Return the exercise in which a session was last, or None in a gap."""
    row = db.execute("SELECT exercise FROM place WHERE session = ? AND is_work", (session,)).fetchone()
    return None if row is None else str(row[0])
