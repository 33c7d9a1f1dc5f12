"""Sessions that were cut off, in SQL: the one to go on with, which have no ending, and how they get one."""

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
"""The last number that the session `{session}` has used."""


def read_unfinished(db: sqlite3.Connection, besides: int | None) -> Unfinished | None:
    """Return the newest session without an ending of which a place is known; not `besides`, which goes on now."""
    found = db.execute(
        "SELECT session.id, routine, routine_version, pacing, place.block, place.exercise, place.round,"
        " place.rounds, place.side, place.saved_ms, pain_before"
        " FROM session JOIN place ON place.session = session.id"
        " WHERE ending IS NULL AND session.id IS NOT ? ORDER BY session.id DESC LIMIT 1",
        (besides,),
    ).fetchone()
    return None if found is None else Unfinished(*found)


def is_open(besides: Iterable[int | None]) -> str:
    """Return the condition for sessions without an ending, but for those of `besides`."""
    left = ", ".join(str(int(session)) for session in besides if session is not None)
    return f"ending IS NULL AND session.id NOT IN ({left})"


def end_as_cut_off(db: sqlite3.Connection, still_open: str) -> None:
    """End the sessions of that condition with what was done of them, the seconds of the last mark included.

    In the caller's transaction; raises sqlite3.Error.
    """
    db.execute(
        "INSERT OR IGNORE INTO block SELECT place.session,"  # noqa: S608 - all of it stands here
        f" (SELECT 1 + ({LAST_NUMBER.format(session='place.session')})),"
        " place.block, exercise, position, round, side, planned_ms, spent_ms, 'cut off'"
        " FROM place JOIN session ON session.id = place.session"
        f" WHERE {still_open} AND is_work AND spent_ms > 0"
    )
    db.execute(
        f"UPDATE place SET spent_ms = 0 WHERE session IN (SELECT id FROM session WHERE {still_open})"  # noqa: S608
    )
    db.execute(
        "UPDATE session SET ending = 'cut off', ended_ms = coalesce((SELECT saved_ms FROM place"  # noqa: S608
        f" WHERE place.session = session.id), started_ms) WHERE {still_open}"
    )
