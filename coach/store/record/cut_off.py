"""Sessions that were cut off, in SQL: which they are, the one that can be continued, and how they are ended."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.store.record.values import Unfinished

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

LAST_NUMBER = (
    "max(coalesce((SELECT max(number) FROM event WHERE event.session = {session}), 0),"
    " coalesce((SELECT max(number) FROM block WHERE block.session = {session}), 0))"
)
"""The highest number of an event or block of the session `{session}`, in SQL."""


def read_unfinished(db: sqlite3.Connection, besides: int | None) -> Unfinished | None:
    """Return the newest session without an ending that has a mark, except `besides`, the one that is running."""
    row = db.execute(
        "SELECT session.id, routine, routine_version, pacing, place.block, place.exercise, place.round,"
        " place.rounds, place.side, place.saved_ms, pain_before"
        " FROM session JOIN place ON place.session = session.id"
        " WHERE ending IS NULL AND session.id IS NOT ? ORDER BY session.id DESC LIMIT 1",
        (besides,),
    ).fetchone()
    return None if row is None else Unfinished(*row)


def is_open(besides: Iterable[int | None]) -> str:
    """Return the SQL condition for sessions without an ending, except those with an id in `besides`."""
    ids = ", ".join(str(int(session)) for session in besides if session is not None)
    return f"ending IS NULL AND session.id NOT IN ({ids})"


def end_as_cut_off(db: sqlite3.Connection, still_open: str) -> None:
    """End the sessions that meet the condition as cut off, with what was done, the seconds of the last mark included.

    Runs in the caller's transaction. Raises sqlite3.Error.
    """
    db.execute(
        "INSERT OR IGNORE INTO block SELECT place.session,"  # noqa: S608 - all of it stands here
        f" (SELECT 1 + ({LAST_NUMBER.format(session='place.session')})),"
        " place.block, exercise, position, round, side, planned_ms, spent_ms, 'cut off', set_number, reps"
        " FROM place JOIN session ON session.id = place.session"
        f" WHERE {still_open} AND is_work AND spent_ms > 0"
    )
    db.execute(
        f"UPDATE place SET spent_ms = 0 WHERE session IN (SELECT id FROM session WHERE {still_open})"  # noqa: S608 - all of it stands in store
    )
    db.execute(
        "UPDATE session SET ending = 'cut off', ended_ms = coalesce((SELECT saved_ms FROM place"  # noqa: S608 - all of it stands in store
        f" WHERE place.session = session.id), started_ms) WHERE {still_open}"
    )
