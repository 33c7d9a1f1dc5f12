"""The copies of a record: the last three, and each that knows what no later one does.

The newest is record-copy.db, then -2 and -3. One that the newer one does not contain, since the record began anew in
between, gets a name with its day and stays.
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
"""A copy that is older than this is made anew when the record opens well."""
_MERGED = "record.merged"


class Health(Enum):
    """What a look at all pages of a file tells; it may not be possible for now."""

    GOOD = "good"
    DAMAGED = "damaged"
    UNKNOWN = "unknown"


class Known(NamedTuple):
    """How much a record knows: sessions, events and answers, and which was the last session."""

    sessions: int
    events: int
    answers: int
    last: tuple[int, object] | None

    @property
    def is_nothing(self) -> bool:
        """Whether nothing was ever kept in it."""
        return not self.sessions and not self.answers


def stamp(now: Instant) -> str:
    """Return the moment as it stands in the name of a file."""
    return datetime.fromtimestamp(now.ms / 1000, UTC).strftime("%Y-%m-%d-%H%M%S")


def reader(path: Path, *, at_rest: bool = True) -> sqlite3.Connection:
    """Open a record to read it alone; one at rest, that nobody writes, needs no locks."""
    how = "immutable=1" if at_rest else "mode=ro"
    return sqlite3.connect(f"{path.absolute().as_uri()}?{how}", uri=True)


def health(path: Path, *, at_rest: bool = True) -> Health:
    """Tell whether a file can be read in full. Raises nothing that a disk can cause."""
    try:
        with contextlib.closing(reader(path, at_rest=at_rest)) as db:
            return Health.DAMAGED if wrong_pages(db) else Health.GOOD
    except sqlite3.OperationalError:
        return Health.UNKNOWN
    except sqlite3.DatabaseError:
        return Health.DAMAGED


def known(path: Path) -> Known | None:
    """Tell how much a record knows, None where it cannot be read."""
    try:
        with contextlib.closing(reader(path)) as db:
            return known_by(db)
    except sqlite3.Error:
        return None


def known_by(db: sqlite3.Connection) -> Known:
    """Tell how much an open record knows; raises sqlite3.Error."""
    sessions, events, answers = (
        int(db.execute(f"SELECT count(*) FROM {table}").fetchone()[0])  # noqa: S608 - the names stand here
        for table in ("session", "event", "answer")
    )
    last = db.execute("SELECT id, started_ms FROM session ORDER BY id DESC LIMIT 1").fetchone()
    return Known(sessions, events, answers, last)


def contains(newer: Path, older: Path) -> bool:
    """Tell whether a record knows all that another one does; a damaged one knows nothing."""
    less = known(older)
    if less is None:
        return health(older) is not Health.UNKNOWN
    if less.is_nothing:
        return True
    more = known(newer)
    if more is None or any(one < other for one, other in zip(more[:3], less[:3], strict=True)):
        return False
    if less.last is None:
        return True
    with contextlib.closing(reader(newer)) as db:
        found = db.execute("SELECT id, started_ms FROM session WHERE id = ?", less.last[:1]).fetchone()
    return bool(found == less.last)


def is_due(folder: Path, now: Instant) -> bool:
    """Tell whether the copy is older than a day."""
    # One that lies in the future was made with a wrong clock: it may be of any age.
    copy = folder / COPY
    return not (copy.exists() and 0 <= now.ms / 1000 - copy.stat().st_mtime < COPY_AFTER_S)


def make(folder: Path, now: Instant, write: Callable[[Path], None]) -> None:
    """Have a copy written, and keep the ones of before; raises OSError and sqlite3.Error."""
    copy, made = folder / COPY, (folder / COPY).with_suffix(".new")
    made.unlink(missing_ok=True)
    private_files.touch(made)
    write(made)
    if copy.exists():
        found = known(copy)
        if not contains(made, copy):
            copy.rename(folder / f"record-copy-{stamp(now)}.db")
        elif found is not None and not found.is_nothing:
            _move_on(folder)
    made.replace(copy)


def _move_on(folder: Path) -> None:
    """Make room for a newer copy: each takes the name of the one before it."""
    second, third = (folder / name for name in OLDER)
    if second.exists():
        second.replace(third)
    (folder / COPY).replace(second)


def newest(folder: Path) -> Path | None:
    """Return the newest copy of a record in that folder that can be read and knows something."""
    with contextlib.suppress(OSError):
        found = [*folder.glob("record-copy*.db"), *folder.glob("record-version-*.db")]
        for path in sorted(found, key=lambda path: -path.stat().st_mtime):
            knows = known(path) if health(path) is Health.GOOD else None
            if knows is not None and not knows.is_nothing:
                return path
    return None


def delete(folder: Path) -> None:
    """Delete every other file that may hold something of the record; raises OSError."""
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
    """Take everything that a copy holds into the record, before what it knows itself; raises sqlite3.Error, OSError.

    Returns by how much the numbers of its own sessions grew.
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
        with contextlib.closing(Journal(merged, journal.way)) as all_of_it:
            shift = _add(all_of_it, journal.connection)
            all_of_it.connection.backup(journal.connection)
    finally:
        _clear(merged)
    return shift


def _add(journal: Journal, own: sqlite3.Connection) -> int:
    """Add what another record knows behind what is there; return what is added to the numbers of its sessions."""
    db = journal.connection
    shift = int(db.execute("SELECT coalesce(max(id), 0) FROM session").fetchone()[0])
    with journal.together():
        for table in ("session", "event", "block", "place", "answer", "timetable"):
            for row in own.execute(f"SELECT * FROM {table}"):  # noqa: S608 - the names stand here
                values = row if table in {"answer", "timetable"} else (row[0] + shift, *row[1:])
                places = ", ".join("?" * len(values))
                db.execute(f"INSERT OR REPLACE INTO {table} VALUES ({places})", values)  # noqa: S608 - as above
    return shift


def _clear(path: Path) -> None:
    for end in ("", *BESIDE):
        path.with_name(path.name + end).unlink(missing_ok=True)
