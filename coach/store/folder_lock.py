"""A lock on a folder that the system takes back when its holder ends, however it ends.

What the file says decides nothing: an empty one, or one with the number of a process that is another one by now, locks
nobody out.
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
"""More bytes than this are not read back."""


class Lock:
    """Lies at the first of some places that can have a lock: some folders cannot be written, some know no locks."""

    def __init__(self, *places: Path) -> None:
        self._places = places
        self._held: int | None = None
        self._taken: Path | None = None

    def take(self) -> bool:
        """Take the lock and keep it; false where somebody has it who still runs.

        Where no place can have a lock, nobody can be known to have it: then it counts as taken.
        """
        if self._held is not None:
            return True
        for place in self._places:
            with contextlib.suppress(OSError):
                file = _open(place)
                try:
                    taken = _try_lock(file)
                except OSError:  # a folder without locks, as some on a network are
                    os.close(file)
                    raise
                if not taken:
                    os.close(file)
                    self._taken = place
                    return False
                self._held = file
                self.tell("")  # nobody looks where an earlier holder was
                return True
        return True

    def release(self) -> None:
        """Let others take it."""
        held, self._held = self._held, None
        if held is not None:
            os.close(held)

    def tell(self, words: str) -> None:
        """Leave words for those who find the lock taken, where there is a place for them."""
        if self._held is not None:
            with contextlib.suppress(OSError):
                os.ftruncate(self._held, 0)
                os.lseek(self._held, 0, os.SEEK_SET)
                os.write(self._held, os.fsencode(words))

    def told(self) -> str:
        """Return what the other holder has left, empty where there is nothing."""
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
    # In the folder for temporary files a link that somebody laid there is not followed; a pipe holds nobody up.
    careful = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    file = os.open(place, os.O_RDWR | os.O_CREAT | careful, 0o600)
    if not stat.S_ISREG(os.fstat(file).st_mode):
        os.close(file)
        message = "not a regular file"
        raise OSError(message)
    return file


def _try_lock(file: int) -> bool:
    """Lock an open file until it is closed; false where another has it. Raises OSError where there are no locks."""
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
