"""Keeps what PySide compiles from text at each start, which is a sixth of what an empty window takes.

Its support modules lie as text in its library: there is no file beside which Python could keep them compiled. Here that
is kept in one small file of the person's own. A file that is missing, damaged, of another version or of another user is
as good as none: then all is compiled, as without it (docs/decisions/0039-start-in-the-order-of-need.md).
"""

from __future__ import annotations

import builtins
import contextlib
import marshal
import os
import stat
import sys
from functools import cached_property
from importlib.util import source_hash
from types import CodeType
from typing import TYPE_CHECKING

from coach.store import whole_files

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import Any

NAME = "coach-compiled"
"""The name of the file."""
MOST = 1 << 20
"""Longest file that is read, in bytes; it has about a sixth of that."""
_HASH = 8
_OTHERS = stat.S_IWGRP | stat.S_IWOTH


class CompiledCode:
    """Has the compiler return what it returned for the same text before, in an earlier run of the program."""

    def __init__(self, folder: Path) -> None:
        """Keep it in a file in that folder, which is read when the first text is to be compiled."""
        self.file = folder / NAME
        self._used: dict[bytes, CodeType] = {}

    @cached_property
    def _known(self) -> dict[bytes, CodeType]:
        return _read(self.file)

    @contextlib.contextmanager
    def in_use(self) -> Iterator[None]:
        """Spare the compiler what is known, within `with`. Nothing else may be imported on another thread meanwhile."""
        plain = builtins.compile

        def quick(source: Any, filename: Any, mode: str, *rest: Any, **named: Any) -> Any:
            # Python itself compiles with more arguments; what is asked for with three comes from a text in memory.
            if rest or named or mode != "exec" or not isinstance(source, bytes) or not isinstance(filename, str):
                return plain(source, filename, mode, *rest, **named)
            key = _key(source, filename)
            code = self._known.get(key)
            if code is None:
                code = plain(source, filename, mode)
            self._used[key] = code
            return code

        builtins.compile = quick
        try:
            yield
        finally:
            builtins.compile = plain

    def save(self) -> None:
        """Write what was used, and nothing else, where something of it was not known. Raises OSError."""
        if not self._used.keys() <= self._known.keys():
            body = marshal.dumps(self._used)
            whole_files.write(self.file, source_hash(body) + body)


def _key(source: bytes, filename: str) -> bytes:
    """Return by what code is found again: it depends on text and name, and on the option -O of Python."""
    return source_hash(b"%d %s\0%s" % (sys.flags.optimize, os.fsencode(filename), source))


def _read(file: Path) -> dict[bytes, CodeType]:
    """Return what the file keeps; nothing where it is not just as it was written, by this version of Python."""
    try:
        data = _content(file)
        # The hash is Python's own for compiled files, and differs with its version. What it does not fit must not be
        # unpacked: that can crash.
        if source_hash(data[_HASH:]) != data[:_HASH]:
            return {}
        kept = marshal.loads(data[_HASH:])  # noqa: S302 - as Python does with its own, from a folder as much our own
        return {key: code for key, code in kept.items() if isinstance(code, CodeType)}
    except Exception:  # noqa: BLE001 - whatever is wrong with the file, it is as good as none
        return {}


def _content(file: Path) -> bytes:
    """Return the content of a file that nobody else can have written, else nothing. Raises OSError."""
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(file, flags), "rb") as opened:
        state = os.fstat(opened.fileno())
        is_ours = sys.platform == "win32" or (state.st_uid == os.getuid() and not state.st_mode & _OTHERS)
        return opened.read() if is_ours and stat.S_ISREG(state.st_mode) and state.st_size <= MOST else b""
