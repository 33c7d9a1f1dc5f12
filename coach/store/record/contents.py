"""How much there is of a record: for the settings, which say it before anything is taken along or deleted."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from coach.store.record.moments import Instant

if TYPE_CHECKING:
    import sqlite3


class Contents(NamedTuple):
    """The number of sessions, and when the first of them began; None where there is none."""

    sessions: int
    first: Instant | None


def read(db: sqlite3.Connection) -> Contents:
    """Read that."""
    (sessions,) = db.execute("SELECT count(*) FROM session").fetchone()
    first = db.execute("SELECT started_ms, offset_min FROM session ORDER BY id LIMIT 1").fetchone()
    return Contents(sessions, None if first is None else Instant(*first))
