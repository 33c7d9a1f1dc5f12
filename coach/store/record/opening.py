"""Opens the record so that a session can always go on: a file that cannot be used is set aside, never deleted."""

from __future__ import annotations

import contextlib
import os
import sqlite3
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from coach.store import private_files
from coach.store.record import copies, value_checks
from coach.store.record.copies import Health
from coach.store.record.file_access import BESIDE, SHORTEST, Way, copy_into, has_locks, is_busy, nameless, reader
from coach.store.record.journal import Journal, NewerError, NotOursError

if TYPE_CHECKING:
    from pathlib import Path

    from coach.store.record.moments import Instant

NAME = "record.db"
_MARK = "record.damaged"
"""A file of this name says that a check found the record damaged while it was open."""
_UNSOUND = "record.unsound"
"""A file of this name says that a look at all values found some that cannot be."""
_BEGUN = "record.begun"
"""A file of this name says that there is a record in this folder: one that is missing was lost."""
_NEW = "record-copy-brought-back.db"
"""Where it stays, whatever happens then, it is offered as a copy."""


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
    """The record, None where there is none for now; what was wrong, where the old file went, and a readable copy."""

    journal: Journal | None
    trouble: Trouble | None = None
    aside: Path | None = None
    copy: Path | None = None

    @property
    def is_another(self) -> bool:
        """Whether nothing of before is in it."""
        return self.journal is not None and self.trouble in {Trouble.DAMAGED, Trouble.LOST}


def open_record(folder: Path, now: Instant, *, may_hold: bool = True) -> Opened:
    """Open the record in that folder, or begin one. Raises nothing that a disk can cause.

    One that can only be read is held for this run, unless it is already.
    """
    path = folder / NAME
    try:
        private_files.make_folder(folder)
        private_files.mend(folder)
        if path.exists() and ((folder / _MARK).exists() or 0 < path.stat().st_size < SHORTEST):
            return _begin_anew(path, now)
        was_kept = (folder / _BEGUN).exists() or copies.newest(folder) is not None
        aside = _set_aside(path, now, "found") if _has_lost_its_base(path) else None
        found = _open(path, now, may_hold=may_hold)
        if found.journal is None or found.journal.is_held:
            return found
        with contextlib.suppress(OSError):
            (folder / _BEGUN).touch(private_files.FILE)
    except (sqlite3.DatabaseError, NotOursError):
        return _begin_anew(path, now)
    except OSError:
        return Opened(None, Trouble.UNWRITABLE)
    if found.journal.was_empty and was_kept:
        return Opened(found.journal, Trouble.LOST, aside, copies.newest(folder))
    return found


def _open(path: Path, now: Instant, *, may_hold: bool = False) -> Opened:
    """Open the file in the first way that works; raises DatabaseError or NotOursError where it is damaged."""
    # Asked first: SQLite would wait for a lock that never comes, and then take it for another program's.
    is_locking = has_locks(path.parent)
    ways = [Way.SHARED if is_locking else Way.UNLOCKED]
    if path.exists() and not os.access(path, os.W_OK):
        ways = []  # SQLite would open it all the same, and tell at the first write
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
        told = Trouble.READ_ONLY if journal.is_held else None if is_locking else Trouble.UNLOCKED
        return _judged(journal, now, told)
    return Opened(None, trouble)


def _why_not(error: sqlite3.OperationalError) -> Trouble:
    return Trouble.LOCKED if is_busy(error) else Trouble.UNWRITABLE


def _judged(journal: Journal, now: Instant, trouble: Trouble | None) -> Opened:
    """Have usual values stand for those that cannot be; the record as it was is kept."""
    db, mark = journal.connection, journal.path.with_name(_UNSOUND)
    try:
        if value_checks.fits(db, newest=not mark.exists()):
            with contextlib.suppress(OSError):  # then all of it is judged the next time as well
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
        return Opened(journal, trouble)  # who reads it has to be careful
    return Opened(journal, Trouble.MENDED, aside)


def look_after(folder: Path, now: Instant) -> None:
    """Check all of a record and keep a copy of it that is a day old at most, on a connection of its own.

    Takes a while for a large one, and holds nobody up. A record that is damaged gets a mark: it is set aside when it
    is opened next. Values that cannot be get one too, and are mended then. Raises nothing that a disk can cause.
    """
    path = folder / NAME
    with contextlib.suppress(OSError, sqlite3.Error):
        health = copies.health(path, at_rest=False)
        if health is Health.DAMAGED:
            (folder / _MARK).touch()
        elif health is Health.GOOD and copies.is_due(folder, now):
            copies.make(folder, now, lambda made: _copy(path, made))
            with contextlib.closing(copies.reader(folder / copies.COPY)) as db:
                if not value_checks.fits(db, newest=False):
                    (folder / _UNSOUND).touch(private_files.FILE)


def beside(journal: Journal) -> sqlite3.Connection:
    """Return all that is kept until now, to be read by another thread while this one goes on. Raises sqlite3.Error.

    Where nobody can read beside the one that writes, it is a copy, of which nothing is left when it is closed.
    """
    return reader(journal.path, "mode=ro") if journal.way is Way.SHARED else nameless(journal.connection)


def copy_through(journal: Journal, folder: Path, now: Instant) -> None:
    """Keep that copy through the record that is open, where nobody else can read it. Raises nothing of a disk."""
    with contextlib.suppress(OSError, sqlite3.Error):
        if copies.is_due(folder, now):
            copies.make(folder, now, journal.copy_to)


def _copy(path: Path, made: Path) -> None:
    with (
        contextlib.closing(copies.reader(path, at_rest=False)) as source,
        contextlib.closing(sqlite3.connect(made)) as target,
    ):
        copy_into(source, target)


def bring_back(journal: Journal, now: Instant) -> Opened:
    """Write a record anew that is open, but no longer in its place, with all that it knows, and open it there.

    What was put in its place is set aside. A record that cannot be read any more is begun anew. Raises OSError and
    sqlite3.Error where it cannot be written now: then it stays open.
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
    found = open_record(path.parent, now)
    trouble = found.trouble if found.journal is None or found.is_another else Trouble.REMOVED
    return Opened(found.journal, trouble, aside or found.aside, found.copy)


def _has_lost_its_base(path: Path) -> bool:
    """Tell whether only the WAL of a record is there: SQLite would delete that unread."""
    wal = path.with_name(f"{path.name}-wal")
    return wal.exists() and bool(wal.stat().st_size) and not (path.exists() and path.stat().st_size)


def _set_aside(path: Path, now: Instant, why: str) -> Path | None:
    """Give what lies there another name, and what belongs to it; return that, None where nothing was there."""
    aside = path.with_name(f"record-{why}-{copies.stamp(now)}.db")
    if path.exists() and not path.stat().st_size:
        path.unlink()
    moved = False
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
    """Delete every other file that may hold something of the record; raises OSError."""
    copies.delete(folder)
    for mark in (_MARK, _UNSOUND):
        (folder / mark).unlink(missing_ok=True)


def use_copy(journal: Journal, copy: Path) -> int:
    """Take everything that a copy holds into the record; raises sqlite3.Error and OSError.

    Returns by how much the numbers of the sessions grew that the record knew already.
    """
    return copies.use(journal, copy, journal.path.parent)
