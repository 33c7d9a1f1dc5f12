"""How the file of the record is opened: as any, or in another way where a folder has no locks or no shared memory.

Some homes on a network grant no locks. SQLite calls that “locked”, as if another program had the file.

A record that can be read but not written is held: all of it goes into a database without a name, which goes when it is
closed. There it can be worked with as ever, and the file stays as it is.
"""

from __future__ import annotations

import contextlib
import os
import re
import sqlite3
import sys
from enum import Enum
from typing import TYPE_CHECKING

if sys.platform != "win32":
    import errno
    import fcntl

if TYPE_CHECKING:
    from pathlib import Path

BESIDE = ("-wal", "-shm", "-journal")
"""What SQLite may put beside a database."""
SHORTEST = 512
"""No database has fewer bytes."""
MOST_TRIES = 8
"""So often a file that is locked is tried to be copied, four times a second."""
_LOCKED = (5, 6)
_BUSY = ("locked", "busy")
_DAMAGED = (11, 26)
"""What SQLite says of a page that is no page of its own."""
READ_ONLY = "attempt to write a readonly database"
"""What SQLite says where a file cannot be written."""
_TRIED = "record.lock-test"
_NONE = "win32-none" if sys.platform == "win32" else "unix-none"


class Way(Enum):
    """How a file is opened: beside other readers, by this program alone, alone and without any lock, or only read."""

    SHARED = "shared"
    ALONE = "alone"
    UNLOCKED = "unlocked"
    HELD = "held"


def connect(path: Path, way: Way, wait_s: float) -> sqlite3.Connection:
    """Open a database in that way; another program's lock is waited for so long."""
    if way is Way.HELD:
        with contextlib.ExitStack() as stack:
            return nameless(_reader(path, wait_s, stack))
    if way is Way.UNLOCKED:
        uri = f"{path.absolute().as_uri()}?vfs={_NONE}"
        db = sqlite3.connect(uri, uri=True, timeout=wait_s, isolation_level=None, check_same_thread=False)
    else:
        db = sqlite3.connect(path, timeout=wait_s, isolation_level=None, check_same_thread=False)
    if way is not Way.SHARED:
        db.execute("PRAGMA locking_mode = EXCLUSIVE")  # so that not even a WAL of before needs shared memory
    return db


def journal_mode(way: Way) -> str:
    """Return how commits are made safe: with a WAL only where readers beside the writer can be kept apart."""
    return "WAL" if way is Way.SHARED else "TRUNCATE"


def nameless(source: sqlite3.Connection) -> sqlite3.Connection:
    """Return a database with all that another holds, for any one thread; nothing is left of it when it is closed."""
    db = sqlite3.connect("", isolation_level=None, check_same_thread=False)
    try:
        copy_into(source, db)
    except BaseException:
        db.close()
        raise
    return db


def reader(path: Path, how: str, wait_s: float = 5.0) -> sqlite3.Connection:
    """Open a database to read it alone, on any one thread; `how` is a parameter of SQLite's."""
    uri = f"{path.absolute().as_uri()}?{how}"
    return sqlite3.connect(uri, uri=True, timeout=wait_s, isolation_level=None, check_same_thread=False)


def _reader(path: Path, wait_s: float, stack: contextlib.ExitStack) -> sqlite3.Connection:
    """Open a record that cannot be written, in the first way that tells all of it. Raises sqlite3.Error and OSError."""
    how = "mode=ro" if has_locks(path.parent) else f"mode=ro&vfs={_NONE}"
    db = stack.enter_context(contextlib.closing(reader(path, how, wait_s)))
    try:
        _look(db)
    except sqlite3.OperationalError as error:
        if is_busy(error):
            raise
    else:
        return db
    # SQLite wants to write beside a file even to read it, as it does not have to where it is told that nobody writes.
    # It then leaves out what a program that was killed left in a WAL or a journal: the last session may be there alone.
    if not any(_has_bytes(path.with_name(path.name + end)) for end in BESIDE if end != "-shm"):
        db = stack.enter_context(contextlib.closing(reader(path, "immutable=1")))
    else:
        db = stack.enter_context(contextlib.closing(connect(_copied(path, stack), Way.ALONE, wait_s)))
    _look(db)
    return db


def _look(db: sqlite3.Connection) -> None:
    """Raise sqlite3.Error where a database cannot be read, or has nothing in it."""
    if not db.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
        message = "there is nothing to be read"
        raise sqlite3.OperationalError(message)


def must_be_writable(db: sqlite3.Connection, wait_s: float) -> None:
    """Raise OperationalError where SQLite opened a file for reading alone, which it does without a word.

    Nothing is written, and nobody is waited for.
    """
    db.execute("PRAGMA busy_timeout = 0")
    try:
        db.execute("BEGIN IMMEDIATE")
        db.execute("ROLLBACK")
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_READONLY:
            raise
    finally:
        db.execute(f"PRAGMA busy_timeout = {round(1000 * wait_s)}")


def _copied(path: Path, stack: contextlib.ExitStack) -> Path:
    """Copy a database and what is beside it to where it can be written; raises OSError."""
    import shutil  # noqa: PLC0415 - hardly ever needed, and slow to load
    import tempfile  # noqa: PLC0415 - as above

    folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="coach-"))
    for end in ("", *BESIDE):
        if end != "-shm" and _has_bytes(beside := path.with_name(path.name + end)):
            shutil.copyfile(beside, os.path.join(folder, beside.name))  # noqa: PTH118 - a folder's name as text
    return path.__class__(folder, path.name)


def _has_bytes(path: Path) -> bool:
    return path.exists() and path.stat().st_size > 0


def is_busy(error: sqlite3.OperationalError) -> bool:
    """Tell whether another program has the file, by SQLite's words."""
    return any(word in str(error) for word in _BUSY)


def is_writable(path: Path) -> bool:
    """Tell whether the system would let somebody write that file, and write beside it."""
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)


def copy_into(source: sqlite3.Connection, target: sqlite3.Connection) -> None:
    """Copy all of a record into one file that needs none beside it; raises sqlite3.Error."""
    tries = 0

    def look(status: int, _left: int, _all: int) -> None:
        nonlocal tries
        tries += status in _LOCKED
        if tries > MOST_TRIES:  # left alone, Python tries for ever
            message = "database is locked"
            raise sqlite3.OperationalError(message)

    source.backup(target, progress=look)
    target.execute("PRAGMA journal_mode = DELETE")


def has_locks(folder: Path) -> bool:
    """Tell whether a file in that folder can be locked; yes where nothing can be tried."""
    if sys.platform == "win32":
        return True
    path = folder / _TRIED  # never the record itself: closing it would drop the locks that SQLite has on it
    try:
        file = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    except OSError:
        return True
    try:
        fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        return error.errno in {errno.EACCES, errno.EAGAIN}
    else:
        return True
    finally:
        os.close(file)
        path.unlink(missing_ok=True)


def wrong_pages(db: sqlite3.Connection) -> str:
    """Return in SQLite's words which pages do not fit together, empty where all do; raises sqlite3.Error.

    A page that the disk does not give for now is not wrong, though SQLite lists it as one: that is an OperationalError.
    """
    found = db.execute("PRAGMA quick_check(1)").fetchone()
    words = "no answer" if found is None else str(found[0])
    unread = re.search(r"error code=(\d+)", words)
    if unread is not None and int(unread[1]) & 0xFF not in _DAMAGED:
        raise sqlite3.OperationalError(words)
    return "" if words == "ok" else words


def which_file(path: Path, *, empty: bool) -> tuple[int, int] | None:
    """Return which file lies there, None where there is none or one that is cut short, unless it may be empty.

    Raises OSError where that cannot be told now: a file that cannot be looked at is not gone.
    """
    try:
        found = os.stat(path)  # noqa: PTH116 - at each write
    except (FileNotFoundError, NotADirectoryError):
        return None
    return (found.st_dev, found.st_ino) if empty or found.st_size >= SHORTEST else None
