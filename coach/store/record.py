"""Opens the record so that a session can always go on: a file that cannot be used is set aside, never deleted."""

from __future__ import annotations

import contextlib
import sqlite3
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import Enum
from typing import TYPE_CHECKING

from coach.store.journal import Journal, NewerError, NotOursError

if TYPE_CHECKING:
    from pathlib import Path

    from coach.store.instant import Instant

NAME = "record.db"
COPY = "record-copy.db"
COPY_AFTER_S = 86_400
"""A copy that is older than this is made anew when the record opens well."""
_BESIDE = ("-wal", "-shm")


class Trouble(Enum):
    """Why the record is not as it was."""

    NEWER = "newer"
    DAMAGED = "damaged"
    LOCKED = "locked"
    UNWRITABLE = "unwritable"


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
        folder.mkdir(parents=True, exist_ok=True)
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
    _copy(journal, folder / COPY, now)
    return Opened(journal)


def _begin_anew(path: Path, now: Instant) -> Opened:
    stamp = datetime.fromtimestamp(now.ms / 1000, UTC).strftime("%Y-%m-%d-%H%M%S")
    aside = path.with_name(f"record-damaged-{stamp}.db")
    try:
        path.rename(aside)
        for end in _BESIDE:
            beside = path.with_name(path.name + end)
            if beside.exists():
                beside.rename(aside.with_name(aside.name + end))
        return Opened(Journal(path), Trouble.DAMAGED, aside, newest_copy(path.parent))
    except (OSError, sqlite3.Error):
        return Opened(None, Trouble.UNWRITABLE)


def newest_copy(folder: Path) -> Path | None:
    """Return the newest copy of a record in that folder that can be read."""
    with contextlib.suppress(OSError):
        found = [folder / COPY, *folder.glob("record-version-*.db")]
        for path in sorted((path for path in found if path.exists()), key=lambda path: -path.stat().st_mtime):
            if _is_readable(path):
                return path
    return None


def _is_readable(path: Path) -> bool:
    try:
        with contextlib.closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as db:
            return bool(db.execute("PRAGMA quick_check(1)").fetchone() == ("ok",))
    except sqlite3.Error:
        return False


def delete_copies(folder: Path) -> None:
    """Delete every other file that may hold something of the record; raises OSError."""
    for path in [folder / COPY, *folder.glob("record-version-*.db*"), *folder.glob("record-damaged-*.db*")]:
        path.unlink(missing_ok=True)


def use_copy(journal: Journal, copy: Path) -> None:
    """Take everything that a copy holds into the record; raises sqlite3.Error."""
    with contextlib.closing(sqlite3.connect(f"{copy.as_uri()}?mode=ro", uri=True)) as source:
        source.backup(journal.connection)
    journal.migrate()


def _copy(journal: Journal, path: Path, now: Instant) -> None:
    """Keep a copy that is a day old at most; one that cannot be made is done without."""
    with contextlib.suppress(OSError, sqlite3.Error):
        if path.exists() and now.ms / 1000 - path.stat().st_mtime < COPY_AFTER_S:
            return
        made = path.with_suffix(".new")
        made.unlink(missing_ok=True)
        journal.copy_to(made)
        made.replace(path)
