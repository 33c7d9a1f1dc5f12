"""How the file of the record is opened: as any, or in another way where a folder has no locks or no shared memory.

Some homes on a network grant no locks. SQLite calls that “locked”, as if another program had the file.
"""

from __future__ import annotations

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

SHORTEST = 512
"""No database has fewer bytes."""
MOST_TRIES = 8
"""So often a file that is locked is tried to be copied, four times a second."""
_LOCKED = (5, 6)
_DAMAGED = (11, 26)
"""What SQLite says of a page that is no page of its own."""
_TRIED = "record.lock-test"
_NONE = "win32-none" if sys.platform == "win32" else "unix-none"


class Way(Enum):
    """How a file is opened: beside other readers, by this program alone, or alone and without any lock."""

    SHARED = "shared"
    ALONE = "alone"
    UNLOCKED = "unlocked"


def connect(path: Path, way: Way, wait_s: float) -> sqlite3.Connection:
    """Open a database in that way; another program's lock is waited for so long."""
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
