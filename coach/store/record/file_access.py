"""How the file of the record is opened: normally, or in another way where a folder has no locks or no shared memory.

Some homes on a network grant no locks. SQLite calls that “locked”, as if another program had the file.

A record that can be read but not written is held: all of it is copied into a database without a name, which is gone
when it is closed. That one can be read and written as usual, and the file stays as it is.
"""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import sqlite3
import sys
import tempfile
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
"""Bytes of the smallest database, which is one page of the smallest size (sqlite.org/fileformat.html)."""
MOST_TRIES = 8
"""Tries to copy a locked file; Python waits 0.25 s after each."""
_LOCKED = (5, 6)
"""BUSY and LOCKED, as primary result codes (sqlite.org/rescode.html)."""
_BUSY = ("locked", "busy")
_DAMAGED = (11, 26)
"""CORRUPT and NOTADB: primary result codes of a page that is damaged or none of SQLite's."""
READ_ONLY = "attempt to write a readonly database"
"""SQLite's message for a file that cannot be written."""
_TRIED = "record.lock-test"
_NONE = "win32-none" if sys.platform == "win32" else "unix-none"


class Way(Enum):
    """How a file is opened: beside other readers, by this program alone, alone and without any lock, or only read."""

    SHARED = "shared"
    ALONE = "alone"
    UNLOCKED = "unlocked"
    HELD = "held"


def connect(path: Path, way: Way, wait_s: float) -> sqlite3.Connection:
    """Open a database in that way; wait up to `wait_s` seconds for another program's lock."""
    if way is Way.HELD:
        with contextlib.ExitStack() as stack:
            return nameless(_reader(path, wait_s, stack))
    if way is Way.UNLOCKED:
        uri = f"{path.absolute().as_uri()}?vfs={_NONE}"
        db = sqlite3.connect(uri, uri=True, timeout=wait_s, isolation_level=None, check_same_thread=False)
    else:
        db = sqlite3.connect(path, timeout=wait_s, isolation_level=None, check_same_thread=False)
    if way is not Way.SHARED:
        db.execute("PRAGMA locking_mode = EXCLUSIVE")  # with it, not even a WAL from an earlier run needs shared memory
    return db


def journal_mode(way: Way) -> str:
    """Return the journal mode: a WAL only where readers and writer share memory, else a rollback journal."""
    return "WAL" if way is Way.SHARED else "TRUNCATE"


def nameless(source: sqlite3.Connection) -> sqlite3.Connection:
    """Return a copy of a database without a name, for use on any one thread; it is gone when it is closed."""
    db = sqlite3.connect("", isolation_level=None, check_same_thread=False)
    try:
        copy_into(source, db)
    except BaseException:
        db.close()
        raise
    return db


def reader(path: Path, how: str, wait_s: float = 5.0) -> sqlite3.Connection:
    """Open a database for reading only, on any one thread; `how` holds parameters of SQLite's URI."""
    uri = f"{path.absolute().as_uri()}?{how}"
    return sqlite3.connect(uri, uri=True, timeout=wait_s, isolation_level=None, check_same_thread=False)


def _reader(path: Path, wait_s: float, stack: contextlib.ExitStack) -> sqlite3.Connection:
    """Open a record that cannot be written, in the first way that shows all of it. Raises sqlite3.Error and OSError."""
    how = "mode=ro" if has_locks(path.parent) else f"mode=ro&vfs={_NONE}"
    db = stack.enter_context(contextlib.closing(reader(path, how, wait_s)))
    try:
        _look(db)
    except sqlite3.OperationalError as error:
        if is_busy(error):
            raise
    else:
        return db
    # In WAL mode SQLite writes beside a file even to read it, except with immutable=1, by which nobody writes the file.
    # That ignores the WAL or journal of a program that was killed, and the last session may stand there alone.
    if not any(_has_bytes(path.with_name(path.name + end)) for end in BESIDE if end != "-shm"):
        db = stack.enter_context(contextlib.closing(reader(path, "immutable=1")))
    else:
        db = stack.enter_context(contextlib.closing(connect(_copied(path, stack), Way.ALONE, wait_s)))
    _look(db)
    return db


def _look(db: sqlite3.Connection) -> None:
    """Read the list of tables; raises sqlite3.Error where that fails or is empty."""
    if not db.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
        message = "there is nothing to be read"
        raise sqlite3.OperationalError(message)


def must_be_writable(db: sqlite3.Connection, wait_s: float) -> None:
    """Raise OperationalError where SQLite has opened a file for reading only, which it does without an error.

    Nothing is written, and no lock is waited for: one that another program holds is no error here.
    """
    db.execute("PRAGMA busy_timeout = 0")
    try:
        # Taking the writer's lock is enough to fail; opening the file and setting pragmas are not.
        db.execute("BEGIN IMMEDIATE")
        db.execute("ROLLBACK")
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_READONLY:
            raise
    finally:
        db.execute(f"PRAGMA busy_timeout = {round(1000 * wait_s)}")


def _copied(path: Path, stack: contextlib.ExitStack) -> Path:
    """Copy a database and the files beside it into a temporary folder. Raises OSError."""
    folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="coach-"))
    for end in ("", *BESIDE):
        if end != "-shm" and _has_bytes(beside := path.with_name(path.name + end)):
            shutil.copyfile(beside, os.path.join(folder, beside.name))  # noqa: PTH118 - a folder's name as text
    return path.__class__(folder, path.name)


def _has_bytes(path: Path) -> bool:
    return path.exists() and path.stat().st_size > 0


def is_busy(error: sqlite3.OperationalError) -> bool:
    """Tell whether another program has locked the file, by SQLite's message."""
    return any(word in str(error) for word in _BUSY)


def is_writable(path: Path) -> bool:
    """Tell whether this process may write that file and others beside it."""
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)


def copy_into(source: sqlite3.Connection, target: sqlite3.Connection) -> None:
    """Copy all of a record into one file that needs no other beside it. Raises sqlite3.Error."""
    tries = 0

    def look(status: int, _left: int, _all: int) -> None:
        nonlocal tries
        tries += status in _LOCKED
        if tries > MOST_TRIES:  # Connection.backup itself tries for ever
            message = "database is locked"
            raise sqlite3.OperationalError(message)

    source.backup(target, progress=look)
    # The backup takes the WAL mode over from its source: it stands in the header of the file.
    target.execute("PRAGMA journal_mode = DELETE")


def has_locks(folder: Path) -> bool:
    """Tell whether a file in that folder can be locked; True where that cannot be tried."""
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
    """Return SQLite's message about damaged pages, or an empty text. Raises sqlite3.Error.

    A page that the disk cannot read now is no damage, though SQLite lists it as such: that raises OperationalError.
    """
    row = db.execute("PRAGMA quick_check(1)").fetchone()
    words = "no answer" if row is None else str(row[0])
    unread = re.search(r"error code=(\d+)", words)
    if unread is not None and int(unread[1]) & 0xFF not in _DAMAGED:
        raise sqlite3.OperationalError(words)
    return "" if words == "ok" else words


def which_file(path: Path, *, empty: bool) -> tuple[int, int] | None:
    """Return device and inode of a file; None where it is missing or, unless it may be empty, cut short.

    Raises OSError where that cannot be found out now: a file that cannot be looked at is not gone.
    """
    try:
        status = os.stat(path)  # noqa: PTH116 - at each write
    except (FileNotFoundError, NotADirectoryError):
        return None
    return (status.st_dev, status.st_ino) if empty or status.st_size >= SHORTEST else None
