"""A lock on a folder that the system releases when its holder ends, however it ends.

Only the lock on the file counts, never what is written in it: a file that was left behind locks nobody out.
"""

from __future__ import annotations

import contextlib
import os
import stat
import sys
from typing import TYPE_CHECKING

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

if TYPE_CHECKING:
    from pathlib import Path

LONGEST = 4_096
"""Most bytes that are read back from the file."""


class Lock:
    """A lock at the first of some paths where one is possible: some folders cannot be written, some have no locks."""

    def __init__(self, *places: Path) -> None:
        self._places = places
        self._held: int | None = None
        self._taken: Path | None = None

    def take(self) -> bool:
        """Take the lock and keep it; False where another process that still runs holds it.

        Where no path can have a lock there is no telling: then it counts as taken, so that the program can start.
        """
        if self._held is not None:
            return True
        for place in self._places:
            with contextlib.suppress(OSError):
                file = _open(place)
                try:
                    is_ours = _try_lock(file)
                except OSError:  # a folder without locks, as some on a network are
                    os.close(file)
                    raise
                if not is_ours:
                    os.close(file)
                    self._taken = place
                    return False
                self._held = file
                self.tell("")  # what an earlier holder left is out of date
                return True
        return True

    def release(self) -> None:
        """Release the lock."""
        file, self._held = self._held, None
        if file is not None:
            os.close(file)

    def tell(self, words: str) -> None:
        """Write words into the file for other processes, as long as this one holds the lock."""
        if self._held is not None:
            with contextlib.suppress(OSError):
                os.ftruncate(self._held, 0)
                os.lseek(self._held, 0, os.SEEK_SET)
                os.write(self._held, os.fsencode(words))

    def told(self) -> str:
        """Return the words of the process that holds the lock, or an empty text."""
        if self._taken is not None:
            with contextlib.suppress(OSError):
                file = _open(self._taken)
                try:
                    return os.fsdecode(os.read(file, LONGEST))
                finally:
                    os.close(file)
        return ""

    def __del__(self) -> None:
        self.release()


def _open(place: Path) -> int:
    """Open the file of a lock, and make it and its folder where they are missing. Raises OSError."""
    place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    # In the folder for temporary files others can leave a link, which is not followed, or a pipe, which must not block.
    careful = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    file = os.open(place, os.O_RDWR | os.O_CREAT | careful, 0o600)
    if not stat.S_ISREG(os.fstat(file).st_mode):
        os.close(file)
        message = "not a regular file"
        raise OSError(message)
    return file


def _try_lock(file: int) -> bool:
    """Lock an open file until it is closed.

    False where another process has it. Raises OSError where there are no locks.
    """
    if sys.platform == "win32":
        os.lseek(file, 1 << 30, os.SEEK_SET)  # a byte that is locked cannot be read, and there are words at the front
        try:
            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        except PermissionError:
            return False
        return True
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
