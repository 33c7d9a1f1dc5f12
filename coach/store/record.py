"""Opens the record so that a session can always go on: a file that cannot be used is set aside, never deleted."""

from __future__ import annotations

import contextlib
import sqlite3
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import Enum
from typing import TYPE_CHECKING

from coach.store import private
from coach.store.journal import Journal, NewerError, NotOursError

if TYPE_CHECKING:
    from pathlib import Path

    from coach.store.instant import Instant

NAME = "record.db"
COPY = "record-copy.db"
COPY_AFTER_S = 86_400
"""A copy that is older than this is made anew when the record opens well."""
_BESIDE = ("-wal", "-shm")
_MARK = "record.damaged"
"""A file of this name says that a check found the record damaged while it was open."""


class Trouble(Enum):
    """Why the record is not as it was."""

    NEWER = "newer"
    DAMAGED = "damaged"
    LOCKED = "locked"
    UNWRITABLE = "unwritable"


class Health(Enum):
    """What a look at all pages of a file tells; it may not be possible for now."""

    GOOD = "good"
    DAMAGED = "damaged"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Opened:
    """The record, None where there is none for now; what was wrong, where the old file went, and a readable copy."""

    journal: Journal | None
    trouble: Trouble | None = None
    aside: Path | None = None
    copy: Path | None = None


def open_record(folder: Path, now: Instant) -> Opened:
    """Open the record in that folder, or begin one. Raises nothing that a disk can cause."""
    path = folder / NAME
    try:
        private.make_folder(folder)
        private.mend(folder)
        if (folder / _MARK).exists() and path.exists():
            return _begin_anew(path, now)
        journal = Journal(path)
    except NewerError:
        return Opened(None, Trouble.NEWER)
    except sqlite3.OperationalError as error:
        locked = "locked" in str(error) or "busy" in str(error)
        return Opened(None, Trouble.LOCKED if locked else Trouble.UNWRITABLE)
    except (sqlite3.DatabaseError, NotOursError):
        return _begin_anew(path, now)
    except OSError:
        return Opened(None, Trouble.UNWRITABLE)
    return Opened(journal)


def look_after(folder: Path, now: Instant) -> None:
    """Check all of a record and keep a copy of it that is a day old at most, on a connection of its own.

    Takes a while for a large one, and holds nobody up. A record that is damaged gets a mark: it is set aside when it
    is opened next. Raises nothing that a disk can cause.
    """
    path = folder / NAME
    with contextlib.suppress(OSError, sqlite3.Error):
        health = _health(path)
        if health is Health.DAMAGED:
            (folder / _MARK).touch()
        elif health is Health.GOOD:
            _copy(path, folder / COPY, now)


def _begin_anew(path: Path, now: Instant) -> Opened:
    stamp = datetime.fromtimestamp(now.ms / 1000, UTC).strftime("%Y-%m-%d-%H%M%S")
    aside = path.with_name(f"record-damaged-{stamp}.db")
    try:
        path.rename(aside)
        for end in _BESIDE:
            beside = path.with_name(path.name + end)
            if beside.exists():
                beside.rename(aside.with_name(aside.name + end))
        path.with_name(_MARK).unlink(missing_ok=True)
        return Opened(Journal(path), Trouble.DAMAGED, aside, newest_copy(path.parent))
    except (OSError, sqlite3.Error):
        return Opened(None, Trouble.UNWRITABLE)


def newest_copy(folder: Path) -> Path | None:
    """Return the newest copy of a record in that folder that can be read."""
    with contextlib.suppress(OSError):
        found = [folder / COPY, *folder.glob("record-version-*.db")]
        for path in sorted((path for path in found if path.exists()), key=lambda path: -path.stat().st_mtime):
            if _health(path) is Health.GOOD:
                return path
    return None


def _reader(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)


def _health(path: Path) -> Health:
    try:
        with contextlib.closing(_reader(path)) as db:
            found = db.execute("PRAGMA quick_check(1)").fetchone()
    except sqlite3.OperationalError:
        return Health.UNKNOWN
    except sqlite3.DatabaseError:
        return Health.DAMAGED
    return Health.GOOD if found == ("ok",) else Health.DAMAGED


def delete_copies(folder: Path) -> None:
    """Delete every other file that may hold something of the record; raises OSError."""
    found = [folder / COPY, (folder / COPY).with_suffix(".new"), folder / _MARK]
    found += [*folder.glob("record-version-*.db*"), *folder.glob("record-damaged-*.db*")]
    for path in found:
        path.unlink(missing_ok=True)


def use_copy(journal: Journal, copy: Path) -> None:
    """Take everything that a copy holds into the record; raises sqlite3.Error."""
    with contextlib.closing(_reader(copy)) as source:
        source.backup(journal.connection)
    journal.migrate()


def _copy(path: Path, copy: Path, now: Instant) -> None:
    # One that lies in the future was made with a wrong clock: it may be of any age.
    if copy.exists() and 0 <= now.ms / 1000 - copy.stat().st_mtime < COPY_AFTER_S:
        return
    made = copy.with_suffix(".new")
    made.unlink(missing_ok=True)
    private.touch(made)
    with contextlib.closing(_reader(path)) as source, contextlib.closing(sqlite3.connect(made)) as target:
        source.backup(target)
    made.replace(copy)
