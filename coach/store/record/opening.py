"""Opens the record so that a session can always go on: a file that cannot be used is set aside, never deleted."""

from __future__ import annotations

import contextlib
import os
import sqlite3
from enum import Enum
from typing import TYPE_CHECKING

from coach.core.dataclass import dataclass
from coach.store import private_files
from coach.store.record import copies, value_checks
from coach.store.record.copies import Health
from coach.store.record.file_access import BESIDE, SHORTEST, Way, copy_into, has_locks, is_busy, nameless, reader
from coach.store.record.journal import Journal
from coach.store.record.record_file import NewerError, NotOursError

if TYPE_CHECKING:
    from pathlib import Path

    from coach.store.record.moments import Instant

NAME = "record.db"
_MARK = "record.damaged"
"""A file of this name says that a check found the record damaged while it was open."""
_UNSOUND = "record.unsound"
"""A file of this name says that a check of all values found some that are impossible."""
_BEGUN = "record.begun"
"""A file of this name says that there is a record in this folder: one that is missing was lost."""
_NEW = "record-copy-brought-back.db"
"""If the program is killed before this file takes its place, it is offered as a copy at the next start."""


class Trouble(Enum):
    """Why the record is not as it was."""

    NEWER = "newer"
    DAMAGED = "damaged"
    LOST = "lost"
    REMOVED = "removed"
    MENDED = "mended"
    UNLOCKED = "unlocked"
    LOCKED = "locked"
    READ_ONLY = "read only"
    UNWRITABLE = "unwritable"


@dataclass(frozen=True, slots=True)
class Opened:
    """The open record, or None; what was wrong; where the old file was set aside; and a readable copy to offer."""

    journal: Journal | None
    trouble: Trouble | None = None
    aside: Path | None = None
    copy: Path | None = None

    @property
    def is_another(self) -> bool:
        """Whether this is a new record without the sessions of before."""
        return self.journal is not None and self.trouble in {Trouble.DAMAGED, Trouble.LOST}


def open_record(folder: Path, now: Instant, *, may_hold: bool = True) -> Opened:
    """Open the record in that folder, or begin one. Raises nothing that a disk can cause.

    With `may_hold`, a record that can only be read is opened as a copy in memory for this run.
    """
    path = folder / NAME
    try:
        private_files.make_folder(folder)
        private_files.mend(folder)
        # A file of less than one page is what is left of one that was cut short; an empty one is a new database.
        if path.exists() and ((folder / _MARK).exists() or 0 < path.stat().st_size < SHORTEST):
            return _begin_anew(path, now)
        was_kept = (folder / _BEGUN).exists() or copies.newest(folder) is not None
        aside = _set_aside(path, now, "found") if _has_lost_its_base(path) else None
        opened = _open(path, now, may_hold=may_hold)
        if opened.journal is None or opened.journal.is_held:
            return opened
        with contextlib.suppress(OSError):
            (folder / _BEGUN).touch(private_files.FILE)
    except (sqlite3.DatabaseError, NotOursError):
        return _begin_anew(path, now)
    except OSError:
        return Opened(None, Trouble.UNWRITABLE)
    if opened.journal.was_empty and was_kept:
        return Opened(opened.journal, Trouble.LOST, aside, copies.newest(folder))
    return opened


def _open(path: Path, now: Instant, *, may_hold: bool = False) -> Opened:
    """Open the file in the first way that works. Raises DatabaseError or NotOursError where it is damaged."""
    # Tried first: SQLite would wait for a lock that never comes, and then report it as another program's.
    is_locking = has_locks(path.parent)
    ways = [Way.SHARED if is_locking else Way.UNLOCKED]
    if path.exists() and not os.access(path, os.W_OK):
        ways = []  # SQLite would open it all the same, and fail at the first write
    elif os.access(path.parent, os.W_OK):
        ways += [Way.ALONE]
    if may_hold and path.exists():
        ways += [Way.HELD]
    trouble = Trouble.UNWRITABLE
    for way in ways:
        try:
            journal = Journal(path, way)
        except NewerError:
            return Opened(None, Trouble.NEWER)
        except sqlite3.OperationalError as error:
            trouble = _why_not(error)
            if trouble is Trouble.LOCKED:
                break
            continue
        restriction = Trouble.READ_ONLY if journal.is_held else None if is_locking else Trouble.UNLOCKED
        return _checked(journal, now, restriction)
    return Opened(None, trouble)


def _why_not(error: sqlite3.OperationalError) -> Trouble:
    return Trouble.LOCKED if is_busy(error) else Trouble.UNWRITABLE


def _checked(journal: Journal, now: Instant, trouble: Trouble | None) -> Opened:
    """Replace impossible values by the usual ones; a copy of the record as it was is kept."""
    db, mark = journal.connection, journal.path.with_name(_UNSOUND)
    try:
        if value_checks.fits(db, newest=not mark.exists()):
            with contextlib.suppress(OSError):  # then all of it is checked the next time as well
                mark.unlink(missing_ok=True)
            return Opened(journal, trouble)
    except sqlite3.OperationalError as error:
        journal.close()
        if error.sqlite_errorcode == sqlite3.SQLITE_ERROR:  # a table or a column is missing
            raise NotOursError from error
        return Opened(None, _why_not(error))  # the disk, or another program, does not let it be read for now
    aside = None if journal.is_held else journal.path.with_name(f"record-damaged-{copies.stamp(now)}.db")
    try:
        if aside is not None:
            journal.copy_to(aside)
        with journal.together():
            value_checks.mend(db)
        if aside is None:  # the file itself stays as it is
            return Opened(journal, trouble)
        mark.unlink(missing_ok=True)
    except (OSError, sqlite3.Error) as error:
        if getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_ERROR:  # as above: found after the first value
            journal.close()
            raise NotOursError from error
        return Opened(journal, trouble)  # readers have to expect such values then
    return Opened(journal, Trouble.MENDED, aside)


def look_after(folder: Path, now: Instant) -> None:
    """Check all of a record and keep a copy of it that is at most a day old, on a connection of its own.

    Takes a while for a large record, and locks nobody out. A damaged record gets a mark file and is set aside the next
    time it is opened; impossible values get one too and are replaced then. Raises nothing that a disk can cause.
    """
    path = folder / NAME
    with contextlib.suppress(OSError, sqlite3.Error):
        health = copies.health(path, at_rest=False)
        if health is Health.DAMAGED:
            (folder / _MARK).touch()
        elif health is Health.GOOD and copies.is_due(folder, now):
            copies.make(folder, now, lambda copy: _copy(path, copy))
            with contextlib.closing(copies.reader(folder / copies.COPY)) as db:
                if not value_checks.fits(db, newest=False):
                    (folder / _UNSOUND).touch(private_files.FILE)


def beside(journal: Journal) -> sqlite3.Connection:
    """Return a connection for another thread to read what is stored now while this one writes. Raises sqlite3.Error.

    Where nothing can be read while it is written, it is to a copy in memory that is gone when it is closed.
    """
    return reader(journal.path, "mode=ro") if journal.way is Way.SHARED else nameless(journal.connection)


def copy_through(journal: Journal, folder: Path, now: Instant) -> None:
    """Make the daily copy through the open record, where no other connection can read it. Raises nothing of a disk."""
    with contextlib.suppress(OSError, sqlite3.Error):
        if copies.is_due(folder, now):
            copies.make(folder, now, journal.copy_to)


def _copy(path: Path, copy: Path) -> None:
    with (
        contextlib.closing(copies.reader(path, at_rest=False)) as source,
        contextlib.closing(sqlite3.connect(copy)) as target,
    ):
        copy_into(source, target)


def bring_back(journal: Journal, now: Instant) -> Opened:
    """Write an open record whose file was taken away to its path again, with all that it holds, and open it there.

    A file that was put in its place is set aside. Where the record cannot be read any more, a new one is begun. Raises
    OSError and sqlite3.Error where nothing can be written now: then the record stays open.
    """
    path, new = journal.path, journal.path.with_name(_NEW)
    private_files.make_folder(path.parent)
    new.unlink(missing_ok=True)
    try:
        journal.copy_to(new)
        is_whole = copies.health(new) is Health.GOOD
    except sqlite3.OperationalError:
        raise
    except sqlite3.DatabaseError:
        is_whole = False
    journal.close()  # before there is another file of that name: SQLite deletes by name what it has beside it
    if not is_whole:
        new.unlink(missing_ok=True)
        return _begin_anew(path, now) if path.exists() else open_record(path.parent, now)
    aside = None
    with contextlib.suppress(OSError):
        aside = _set_aside(path, now, "found")
        new.replace(path)
    opened = open_record(path.parent, now)
    trouble = opened.trouble if opened.journal is None or opened.is_another else Trouble.REMOVED
    return Opened(opened.journal, trouble, aside or opened.aside, opened.copy)


def _has_lost_its_base(path: Path) -> bool:
    """Tell whether only the WAL of a record is there, which SQLite would delete unread."""
    wal = path.with_name(f"{path.name}-wal")
    return wal.exists() and bool(wal.stat().st_size) and not (path.exists() and path.stat().st_size)


def _set_aside(path: Path, now: Instant, why: str) -> Path | None:
    """Rename a record and the files beside it; return its new path, or None where there was no record."""
    aside = path.with_name(f"record-{why}-{copies.stamp(now)}.db")
    if path.exists() and not path.stat().st_size:
        path.unlink()
    moved = False
    # The WAL moves along: it may hold the last sessions, and SQLite would use it for the next file of that name.
    for end in ("", *BESIDE):
        beside = path.with_name(path.name + end)
        if beside.exists():
            beside.replace(aside.with_name(aside.name + end))
            moved = moved or not end
    return aside if moved else None


def _begin_anew(path: Path, now: Instant) -> Opened:
    try:
        aside = _set_aside(path, now, "damaged")
        path.with_name(_MARK).unlink(missing_ok=True)
        return Opened(_open(path, now).journal, Trouble.DAMAGED, aside, copies.newest(path.parent))
    except (OSError, sqlite3.Error):
        return Opened(None, Trouble.UNWRITABLE)


def delete_copies(folder: Path) -> None:
    """Delete every other file that may hold parts of the record. Raises OSError."""
    copies.delete(folder)
    for mark in (_MARK, _UNSOUND):
        (folder / mark).unlink(missing_ok=True)


def use_copy(journal: Journal, copy: Path) -> int:
    """Take everything that a copy holds into the record. Raises sqlite3.Error and OSError.

    Returns how much was added to the ids of the sessions that the record held already.
    """
    return copies.use(journal, copy, journal.path.parent)
