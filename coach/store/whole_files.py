"""Files that are there whole or not at all, for their owner alone; an older one stays until the new one is whole."""

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
"""What a program left half written, which nobody wrote to for so long, is not going to be finished."""
_AT_ONCE = 1 << 20
_MINE = "coach-re*" + NEW


class New:
    """A file to be. It has no name where the system can do that: then nothing is left of it, whatever happens."""

    def __init__(self, path: Path) -> None:
        """Begin it; raises OSError."""
        self.path = path
        self._beside = path.with_name(f"{path.name}.{os.getpid()}{NEW}")
        self._has_name = False
        try:
            number = os.open(path.parent, os.O_TMPFILE | os.O_RDWR, FILE)
        except (AttributeError, OSError):  # only Linux has this, and there not every file system
            # With O_EXCL: what somebody else has laid here is not written into.
            self._beside.unlink(missing_ok=True)
            flags = os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
            number = os.open(self._beside, flags, FILE)
            self._has_name = True
        self.file: BinaryIO = os.fdopen(number, "w+b", _AT_ONCE)

    def sync(self) -> None:
        """Bring all of it to the disk; raises OSError."""
        self.file.flush()
        os.fsync(self.file.fileno())

    def keep(self) -> None:
        """Let it take the place of the older one; raises OSError."""
        if not self._has_name:
            self._beside.unlink(missing_ok=True)
            # The folder has no meaning beside a whole path; with one, links are followed.
            os.link(f"/proc/self/fd/{self.file.fileno()}", self._beside, src_dir_fd=self.file.fileno())
            self._has_name = True
        self.file.close()
        self._beside.replace(self.path)
        self._has_name = False

    def drop(self) -> None:
        """Forget it."""
        with contextlib.suppress(OSError):
            self.file.close()
        if self._has_name:
            with contextlib.suppress(OSError):
                self._beside.unlink(missing_ok=True)


class Files:
    """Some new files of one folder: within `with` they are written, and after it they are all there, or none."""

    def __init__(self, folder: Path, names: Sequence[str]) -> None:
        """Choose them; raises OSError when they are begun or kept."""
        self._folder, self._names = folder, names
        self._new: list[New] = []

    def __enter__(self) -> list[BinaryIO]:
        """Begin them."""
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
        """Keep them, or drop them where something went wrong."""
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
    """Bring the names of its files to the disk: else a power cut may bring back the older ones."""
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
    """Delete what a program that was killed left half written."""
    with contextlib.suppress(OSError):
        for path in folder.glob(_MINE):
            if time.time() - path.stat().st_mtime > LEFT_S:
                path.unlink(missing_ok=True)
