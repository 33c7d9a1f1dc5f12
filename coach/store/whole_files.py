"""Files that are written whole or not at all, for their owner alone; the old file stays until the new one is whole."""

from __future__ import annotations

import contextlib
import os
import time
from typing import TYPE_CHECKING

from coach.store.private_files import FILE, make_folder

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path
    from typing import BinaryIO

NEW = ".new"
LEFT_S = 600
"""Age in s from which an unfinished file of another process is deleted."""
_AT_ONCE = 1 << 20
_MINE = "coach-re*" + NEW


class New:
    """A file that is being written. On Linux it has no name until it is whole: a kill leaves nothing of it."""

    def __init__(self, path: Path) -> None:
        """Open it for writing. Raises OSError."""
        self.path = path
        self._beside = path.with_name(f"{path.name}.{os.getpid()}{NEW}")
        self._has_name = False
        try:
            number = os.open(path.parent, os.O_TMPFILE | os.O_RDWR, FILE)
        except (AttributeError, OSError):  # only Linux has this, and there not every file system
            # O_EXCL: never write into a file, or through a link, that another user has put here.
            self._beside.unlink(missing_ok=True)
            flags = os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
            number = os.open(self._beside, flags, FILE)
            self._has_name = True
        self.file: BinaryIO = os.fdopen(number, "w+b", _AT_ONCE)

    def sync(self) -> None:
        """Write all of it to the disk. Raises OSError."""
        self.file.flush()
        os.fsync(self.file.fileno())

    def keep(self) -> None:
        """Put it in the place of the old file, in one step. Raises OSError."""
        if not self._has_name:
            self._beside.unlink(missing_ok=True)
            # The folder is ignored for an absolute path; but only with one does os.link follow the link in /proc.
            os.link(f"/proc/self/fd/{self.file.fileno()}", self._beside, src_dir_fd=self.file.fileno())
            self._has_name = True
        self.file.close()
        self._beside.replace(self.path)
        self._has_name = False

    def drop(self) -> None:
        """Drop it."""
        with contextlib.suppress(OSError):
            self.file.close()
        if self._has_name:
            with contextlib.suppress(OSError):
                self._beside.unlink(missing_ok=True)


class Files:
    """Several new files of one folder: they are written within `with`, and after it all of them are there, or none."""

    def __init__(self, folder: Path, names: Sequence[str]) -> None:
        """Name the files; entering and leaving `with` raise OSError."""
        self._folder, self._names = folder, names
        self._new: list[New] = []

    def __enter__(self) -> list[BinaryIO]:
        """Open the files for writing."""
        make_folder(self._folder)
        _clear(self._folder)
        try:
            for name in self._names:
                self._new.append(New(self._folder / name))
        except BaseException:
            self._drop()
            raise
        return [new.file for new in self._new]

    def __exit__(self, kind: type[BaseException] | None, *_others: object) -> None:
        """Put the files in place, or drop them after an exception."""
        try:
            if kind is None:
                for new in self._new:
                    new.sync()
                for new in self._new:
                    new.keep()
                _sync_names(self._folder)
        finally:
            self._drop()

    def _drop(self) -> None:
        for new in self._new:
            new.drop()


def _sync_names(folder: Path) -> None:
    """Write the names of the files to the disk; else a power cut may bring the old files back."""
    if os.name == "posix":
        with contextlib.suppress(OSError):  # some file systems cannot, and the files are there
            number = os.open(folder, os.O_RDONLY)
            try:
                os.fsync(number)
            finally:
                os.close(number)


def write(path: Path, data: bytes) -> None:
    """Write one file; raises OSError."""
    with Files(path.parent, [path.name]) as (file,):
        file.write(data)


def _clear(folder: Path) -> None:
    """Delete the unfinished files of a process that was killed."""
    with contextlib.suppress(OSError):
        for path in folder.glob(_MINE):
            if time.time() - path.stat().st_mtime > LEFT_S:
                path.unlink(missing_ok=True)
