"""The copies of a record: the last three, and every other one that holds what no later one does.

The newest is record-copy.db, then -2 and -3. A copy that a newer one does not contain, because a new record was begun
in between, gets a name with its date and stays.
"""

from __future__ import annotations

import contextlib
import sqlite3
from datetime import UTC, datetime
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from coach.store import private_files
from coach.store.record.file_access import BESIDE, connect, copy_into, wrong_pages
from coach.store.record.journal import Journal

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from coach.store.record.moments import Instant

COPY = "record-copy.db"
OLDER = ("record-copy-2.db", "record-copy-3.db")
COPY_AFTER_S = 86_400
"""Age of the newest copy from which another one is made."""
_MERGED = "record.merged"
_OF_NO_SESSION = "timetable", "exercise_name"
"""Tables whose rows are of a version of a routine."""


class Health(Enum):
    """The result of checking all pages of a file; UNKNOWN where that is not possible now."""

    GOOD = "good"
    DAMAGED = "damaged"
    UNKNOWN = "unknown"


class Known(NamedTuple):
    """How much a record holds: counts of sessions, events and answers, and id and start of the last session."""

    sessions: int
    events: int
    answers: int
    last: tuple[int, object] | None

    @property
    def is_nothing(self) -> bool:
        """Whether nothing was ever stored in it."""
        return not self.sessions and not self.answers


def stamp(now: Instant) -> str:
    """Return a moment as it is written in a file name, in UTC."""
    return datetime.fromtimestamp(now.ms / 1000, UTC).strftime("%Y-%m-%d-%H%M%S")


def reader(path: Path, *, at_rest: bool = True, wait_s: float = 5.0) -> sqlite3.Connection:
    """Open a record for reading only; one at rest, which nobody writes, is opened without locks.

    `wait_s` is the longest wait for the lock of another program, in s.
    """
    how = "immutable=1" if at_rest else "mode=ro"
    return sqlite3.connect(f"{path.absolute().as_uri()}?{how}", uri=True, timeout=wait_s)


def health(path: Path, *, at_rest: bool = True, wait_s: float = 5.0) -> Health:
    """Check all pages of a file. Raises nothing that a disk can cause."""
    try:
        with contextlib.closing(reader(path, at_rest=at_rest, wait_s=wait_s)) as db:
            return Health.DAMAGED if wrong_pages(db) else Health.GOOD
    except sqlite3.OperationalError:
        return Health.UNKNOWN
    except sqlite3.DatabaseError:
        return Health.DAMAGED


def known(path: Path) -> Known | None:
    """Return how much a record holds, or None where it cannot be read."""
    try:
        with contextlib.closing(reader(path)) as db:
            return known_by(db)
    except sqlite3.Error:
        return None


def known_by(db: sqlite3.Connection) -> Known:
    """Return how much an open record holds. Raises sqlite3.Error."""
    sessions, events, answers = (
        int(db.execute(f"SELECT count(*) FROM {table}").fetchone()[0])  # noqa: S608 - the names stand here
        for table in ("session", "event", "answer")
    )
    last = db.execute("SELECT id, started_ms FROM session ORDER BY id DESC LIMIT 1").fetchone()
    return Known(sessions, events, answers, last)


def contains(newer: Path, older: Path) -> bool:
    """Tell whether a record holds all that an older one does; a damaged one counts as empty."""
    held_by_older = known(older)
    if held_by_older is None:
        return health(older) is not Health.UNKNOWN
    if held_by_older.is_nothing:
        return True
    held_by_newer = known(newer)
    if held_by_newer is None or any(
        count < older_count for count, older_count in zip(held_by_newer[:3], held_by_older[:3], strict=True)
    ):
        return False
    if held_by_older.last is None:
        return True
    with contextlib.closing(reader(newer)) as db:
        row = db.execute("SELECT id, started_ms FROM session WHERE id = ?", held_by_older.last[:1]).fetchone()
    return bool(row == held_by_older.last)


def is_due(folder: Path, now: Instant) -> bool:
    """Tell whether the copy is older than a day."""
    # A copy from the future was made with a wrong clock: it may be of any age.
    copy = folder / COPY
    return not (copy.exists() and 0 <= now.ms / 1000 - copy.stat().st_mtime < COPY_AFTER_S)


def make(folder: Path, now: Instant, write: Callable[[Path], None]) -> None:
    """Have `write` make a new copy, and keep the earlier ones. Raises OSError and sqlite3.Error."""
    copy, new = folder / COPY, (folder / COPY).with_suffix(".new")
    new.unlink(missing_ok=True)
    private_files.touch(new)
    write(new)
    if copy.exists():
        held = known(copy)
        if not contains(new, copy):
            copy.rename(folder / f"record-copy-{stamp(now)}.db")
        # A copy of an empty record is not worth one of the three places.
        elif held is not None and not held.is_nothing:
            _move_on(folder)
    new.replace(copy)


def _move_on(folder: Path) -> None:
    """Make room for a newer copy: each takes the name of the one before it."""
    second, third = (folder / name for name in OLDER)
    if second.exists():
        second.replace(third)
    (folder / COPY).replace(second)


def newest(folder: Path) -> Path | None:
    """Return the newest copy in that folder that can be read and is not empty, or None."""
    with contextlib.suppress(OSError):
        paths = [*folder.glob("record-copy*.db"), *folder.glob("record-version-*.db")]
        for path in sorted(paths, key=lambda path: -path.stat().st_mtime):
            held = known(path) if health(path) is Health.GOOD else None
            if held is not None and not held.is_nothing:
                return path
    return None


def delete(folder: Path) -> None:
    """Delete every other file that may hold parts of the record. Raises OSError."""
    for pattern in (
        "record-copy*",
        "record-version-*.db*",
        "record-damaged-*.db*",
        "record-found-*.db*",
        _MERGED + "*",
    ):
        for path in folder.glob(pattern):
            path.unlink(missing_ok=True)


def use(journal: Journal, copy: Path, folder: Path) -> int:
    """Take everything that a copy holds into the record, before its own sessions. Raises sqlite3.Error and OSError.

    Returns how much was added to the ids of the record's own sessions.
    """
    merged = folder / _MERGED
    _clear(merged)
    try:
        private_files.touch(merged)
        with (
            contextlib.closing(reader(copy)) as source,
            contextlib.closing(connect(merged, journal.way, 0)) as target,
        ):
            copy_into(source, target)
        # Merged in a file of its own, and copied over the record in one transaction: a kill in between changes nothing.
        with contextlib.closing(Journal(merged, journal.way)) as all_of_it:
            shift = _add(all_of_it, journal.connection)
            all_of_it.connection.backup(journal.connection)
    finally:
        _clear(merged)
    return shift


def _add(journal: Journal, own: sqlite3.Connection) -> int:
    """Add the rows of another record behind those that are there; return what was added to the ids of its sessions."""
    db = journal.connection
    shift = int(db.execute("SELECT coalesce(max(id), 0) FROM session").fetchone()[0])
    with journal.together():
        for table in ("session", "event", "block", "place", "answer", *_OF_NO_SESSION):
            for row in own.execute(f"SELECT * FROM {table}"):  # noqa: S608 - the names stand here
                values = row if table in {"answer", *_OF_NO_SESSION} else (row[0] + shift, *row[1:])
                places = ", ".join("?" * len(values))
                db.execute(f"INSERT OR REPLACE INTO {table} VALUES ({places})", values)  # noqa: S608 - as above
    return shift


def _clear(path: Path) -> None:
    for end in ("", *BESIDE):
        path.with_name(path.name + end).unlink(missing_ok=True)
