"""What a reminder needs from the record: when it hurt last, and when the last session began.

It is read by a process of its own, beside a coach that may be writing.
"""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

from coach.core.reminder_rules import Lately
from coach.store.record.file_access import Way, connect

if TYPE_CHECKING:
    import sqlite3
    from pathlib import Path

WAIT_S = 2.0


def read(path: Path) -> Lately:
    """Return what the record at a path tells; nothing where there is none yet. Raises sqlite3.Error and OSError."""
    if not path.exists():
        return Lately()
    # Held: a copy in memory, so that nothing is written, and no lock is needed that a network gives to nobody.
    with closing(connect(path, Way.HELD, WAIT_S)) as db:
        return of(db)


def of(db: sqlite3.Connection) -> Lately:
    """Return what an open record tells. Raises sqlite3.Error."""
    return Lately(_one(db, _HURT), _one(db, _BEGAN))


def _one(db: sqlite3.Connection, query: str) -> int:
    found = db.execute(query).fetchone()
    return 0 if found is None else int(found[0])


_HURT = (
    "SELECT (coalesce(ended_ms, started_ms) + offset_min * 60000) / 86400000 FROM session"
    " WHERE ending = 'stopped for pain' OR compared IS 'more' OR next_day IS 'worse' OR pain_after > pain_before"
    " ORDER BY id DESC LIMIT 1"
)
"""In the order in which they were written, since a clock may be set back."""
_BEGAN = "SELECT (started_ms + offset_min * 60000) / 60000 FROM session ORDER BY id DESC LIMIT 1"
