"""Files for their owner alone: what coach writes about a person, nobody else on the computer can read.

Folders are made with mode 0700, files with 0600; what an older coach left open is closed. Where a folder has no modes,
as on a stick, everything works as ever.
"""

from __future__ import annotations

import contextlib
import os
import stat
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

FOLDER, FILE = 0o700, 0o600
OURS = ("record", "settings", "window", "coach")
"""What the names of all that coach writes into its own folder begin with."""
_OTHERS = 0o077


def make_folder(folder: Path) -> None:
    """Make a folder of coach's own, with those above it that are missing. Raises OSError."""
    if not folder.is_dir():
        missing = [each for each in (folder, *folder.parents) if not each.exists()]
        for each in reversed(missing):
            each.mkdir(mode=FOLDER, exist_ok=True)
        folder.mkdir(exist_ok=True)  # says what is wrong where something else has that name


def opener(path: str, flags: int) -> int:
    """Open a file, a new one for its owner alone; to be handed to `open(…, opener=private.opener)`."""
    file = os.open(path, flags, FILE)
    if sys.platform != "win32":
        with contextlib.suppress(OSError):
            found = os.fstat(file).st_mode
            if stat.S_ISREG(found) and found & _OTHERS:
                os.fchmod(file, FILE)
    return file


def touch(path: Path) -> None:
    """Make an empty file for something else to write into, or close the one that is there. Raises OSError."""
    # One that is there is never opened: closing it again would drop the locks that SQLite has on it in this process.
    try:
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, FILE))
    except FileExistsError:
        _close(os.fspath(path), FILE)


def mend(folder: Path) -> None:
    """Close coach's own folder and what it wrote there. Raises nothing.

    A folder with things of others in it, as somebody's documents, is not ours to close: there only our files are.
    """
    with contextlib.suppress(OSError):
        with os.scandir(folder) as found:
            entries = list(found)
        ours = [each for each in entries if each.name.startswith(OURS)]
        if len(ours) == len(entries):
            _close(os.fspath(folder), FOLDER)
        for each in ours:
            if each.is_file(follow_symlinks=False):
                _close(each.path, FILE)


def _close(path: str, mode: int) -> None:
    """Take the rights of others away; those of its owner stay as they are."""
    with contextlib.suppress(OSError):
        found = stat.S_IMODE(os.stat(path).st_mode)  # noqa: PTH116 - an entry's path is text
        if found & _OTHERS:
            os.chmod(path, found & mode)  # noqa: PTH101 - as above
