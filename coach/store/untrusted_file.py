"""Untrusted files: only regular ones are read, no more of them than a limit, and shown on one printable line."""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path
_LIMIT = 60
"""Characters of a line."""


def read_regular(path: Path, limit: int) -> bytes:
    """Return at most `limit` bytes of a file. Raises OSError, also for a folder, a pipe or a device."""
    # O_NONBLOCK: a named pipe must not hold us up; O_BINARY exists on Windows only.
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    descriptor = os.open(path, flags)
    try:
        mode = os.fstat(descriptor).st_mode
        if stat.S_ISDIR(mode):
            raise IsADirectoryError
        if not stat.S_ISREG(mode):
            message = "not a regular file"
            raise OSError(message)
        with os.fdopen(descriptor, "rb", closefd=False) as file:
            return file.read(limit)
    finally:
        os.close(descriptor)


def clean(text: object, limit: int = _LIMIT) -> str:
    """Return an untrusted text as one printable line of at most `limit` characters."""
    line = "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in str(text))
    return line if len(line) <= limit else line[: limit - 1] + "…"
