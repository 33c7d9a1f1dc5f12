"""The file calls that coach makes itself, on its data folder and no other place: each can be counted and spoiled."""

from __future__ import annotations

import errno
import io
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.faults.gate import Fault, kill

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.faults.gate import Gate

BY_PATH = ("stat", "lstat", "open", "mkdir", "rename", "replace", "link", "unlink", "remove", "chmod", "scandir")
BY_NUMBER = ("fsync", "fstat", "fchmod", "ftruncate", "read", "write", "lseek")
"""Calls of `os` that take a path, and those that take the number of an open file."""


def error_of(fault: Fault) -> OSError:
    """Return what a call raises that fails so."""
    number = errno.EINTR if fault is Fault.SHORT else int(getattr(errno, fault.value))
    return OSError(number, os.strerror(number))


class FileCalls:
    """Stands in for the calls of `os` and for what an open file is made of."""

    def __init__(self, gate: Gate, folder: Path) -> None:
        self._gate, self._folder = gate, os.fsencode(folder)
        self._real: dict[str, Callable[..., Any]] = {name: getattr(os, name) for name in (*BY_PATH, *BY_NUMBER)}
        self.numbers: dict[int, int] = {}
        """The inode of each open file of the folder, by its number."""
        self._close = os.close
        for name in (*BY_PATH, *BY_NUMBER):
            setattr(os, name, self._instead(name, is_path=name in BY_PATH))
        setattr(os, "close", self._closed)  # noqa: B010 - a checker takes it for a mistake
        setattr(os, "fdopen", self._fdopen)  # noqa: B010 - as above
        for kind in ("fcntl", "flock", "lockf"):
            self._lock(kind)

    def _lock(self, kind: str) -> None:
        import fcntl  # noqa: PLC0415 - Unix alone has it

        usual = getattr(fcntl, kind)

        def lock(file: int, *rest: Any) -> Any:
            return self._call(kind, usual, (file, *rest), {}) if file in self.numbers else usual(file, *rest)

        setattr(fcntl, kind, lock)

    def _is_ours(self, path: object) -> bool:
        if not isinstance(path, (str, bytes, os.PathLike)):
            return False
        return os.fsencode(path).startswith(self._folder)

    def _instead(self, name: str, *, is_path: bool) -> Callable[..., Any]:
        usual = self._real[name]

        def call(*arguments: Any, **options: Any) -> Any:
            # The last of two paths is in our folder where the first is the name of an open file without one.
            paths = arguments[:2] if name in {"link", "rename", "replace"} else arguments[:1]
            if is_path:
                ours = any(self._is_ours(path) for path in paths)
            else:
                ours = bool(arguments) and arguments[0] in self.numbers
            return self._call(name, usual, arguments, options) if ours else usual(*arguments, **options)

        return call

    def _call(self, name: str, usual: Callable[..., Any], arguments: tuple[Any, ...], options: dict[str, Any]) -> Any:
        first = arguments[0]
        words = Path(os.fsdecode(first)).name if not isinstance(first, int) else ""
        fault = self._gate.enter(f"{name} {words}".strip())
        if fault is Fault.SHORT and name in {"write", "read"}:
            arguments = (first, arguments[1][: len(arguments[1]) // 2] if name == "write" else arguments[1] // 2)
        elif fault not in {None, Fault.KILL}:
            raise error_of(fault)
        found = usual(*arguments, **options)
        self._note(name, arguments, found)
        if fault is Fault.KILL:
            kill()
        return found

    def _note(self, name: str, arguments: tuple[Any, ...], found: Any) -> None:
        gate, first = self._gate, arguments[0]
        match name:
            case "open":
                self._note_open(os.fsdecode(first), arguments[1], found)
            case "rename" | "replace":
                gate.note("rename", os.fsdecode(first), os.fsdecode(arguments[1]))
            case "link":
                inode = self._real["stat"](arguments[1]).st_ino
                gate.note("create", os.fsdecode(arguments[1]), inode, "link")
            case "unlink" | "remove":
                gate.note("unlink", os.fsdecode(first))
            case "fsync":
                gate.note("sync", self.numbers[first])
            case "write":
                offset = self._real["lseek"](first, 0, os.SEEK_CUR) - found
                gate.note("write", self.numbers[first], offset, bytes(arguments[1][:found]))
            case "ftruncate":
                gate.note("truncate", self.numbers[first], arguments[1])

    def _note_open(self, path: str, flags: int, number: int) -> None:
        inode = self._real["fstat"](number).st_ino
        self.numbers[number] = inode
        if flags & getattr(os, "O_TMPFILE", 0) == getattr(os, "O_TMPFILE", -1):
            self._gate.note("create", "", inode)
        elif flags & os.O_CREAT and self._real["fstat"](number).st_size == 0:
            self._gate.note("create", path, inode)
        if flags & os.O_TRUNC:
            self._gate.note("truncate", inode, 0)

    def _closed(self, number: int) -> None:
        self.numbers.pop(number, None)
        self._close(number)

    def _fdopen(self, number: int, mode: str = "r", buffering: int = -1, *rest: Any, **options: Any) -> Any:
        if number not in self.numbers or "b" not in mode:
            return open(number, mode, buffering, *rest, **options)
        raw = _Raw(self, number, "r+" if "+" in mode else mode.replace("b", ""), closefd=options.get("closefd", True))
        size = io.DEFAULT_BUFFER_SIZE if buffering < 0 else buffering
        if "+" in mode:
            return io.BufferedRandom(raw, size)
        return io.BufferedReader(raw, size) if "r" in mode else io.BufferedWriter(raw, size)


class _Raw(io.FileIO):
    """An open file whose calls pass through `os`, where they are counted."""

    def __init__(self, calls: FileCalls, number: int, mode: str, *, closefd: bool) -> None:
        super().__init__(number, mode, closefd=closefd)
        self._calls, self._number = calls, number

    def write(self, data: Any) -> int:
        """Write as much as the system takes."""
        return os.write(self._number, bytes(data))

    def readinto(self, buffer: Any) -> int:
        """Read as much as the system gives."""
        found = os.read(self._number, len(buffer))
        buffer[: len(found)] = found
        return len(found)

    def readall(self) -> bytes:
        """Read to the end."""
        return b"".join(iter(lambda: os.read(self._number, 1 << 16), b""))

    def close(self) -> None:
        """Close it."""
        if not self.closed and self.closefd:
            self._calls.numbers.pop(self._number, None)
        super().close()
