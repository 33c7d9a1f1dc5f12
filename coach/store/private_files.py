"""Files for their owner alone: no other user of the computer can read what coach writes about a person.

Folders are made with mode 0700, files with 0600; those that an older coach left open are closed. Where a file system
has no modes, as on many USB sticks, everything works all the same.
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
"""How the names of all files begin that coach writes into its own folder."""
_OTHERS = 0o077


def make_folder(folder: Path) -> None:
    """Make a folder of coach's own, and missing ones above it. Raises OSError."""
    if not folder.is_dir():
        missing = [parent for parent in (folder, *folder.parents) if not parent.exists()]
        for parent in reversed(missing):
            parent.mkdir(mode=FOLDER, exist_ok=True)
        folder.mkdir(exist_ok=True)  # says what is wrong where something else has that name


def opener(path: str, flags: int) -> int:
    """Open a file, for its owner alone; use it as `open(…, opener=private_files.opener)`."""
    file = os.open(path, flags, FILE)
    if sys.platform != "win32":
        with contextlib.suppress(OSError):
            mode = os.fstat(file).st_mode
            if stat.S_ISREG(mode) and mode & _OTHERS:
                os.fchmod(file, FILE)
    return file


def touch(path: Path) -> None:
    """Make an empty file, or take the rights of others from one that is there. Raises OSError."""
    # An existing file is never opened: closing it would drop the locks that SQLite has on it in this process (POSIX).
    try:
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, FILE))
    except FileExistsError:
        _close(os.fspath(path), FILE)


def mend(folder: Path) -> None:
    """Take the rights of others from coach's own folder and from the files it wrote there. Raises nothing.

    A folder that also holds other files, such as the person's documents, keeps its rights: only coach's files change.
    """
    with contextlib.suppress(OSError):
        with os.scandir(folder) as scan:
            entries = list(scan)
        own = [entry for entry in entries if entry.name.startswith(OURS)]
        if len(own) == len(entries):
            _close(os.fspath(folder), FOLDER)
        for entry in own:
            if entry.is_file(follow_symlinks=False):
                _close(entry.path, FILE)


def _close(path: str, mode: int) -> None:
    """Take the rights of group and others away; those of the owner stay."""
    with contextlib.suppress(OSError):
        present = stat.S_IMODE(os.stat(path).st_mode)  # noqa: PTH116 - an entry's path is text
        if present & _OTHERS:
            os.chmod(path, present & mode)  # noqa: PTH101 - as above
