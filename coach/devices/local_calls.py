"""Short words between two processes of one person, on Linux and macOS: a socket in the file system.

Qt's classes for it load its library for networks, and what that needs of the system: 3 MiB and a package, for a line in
each direction (docs/decisions/0052-calls-without-qtnetwork.md). On Windows `local_calls_qt` does the same through them.
"""

from __future__ import annotations

import contextlib
import os
import socket
import tempfile
import weakref
from pathlib import Path

from PySide6.QtCore import QObject, QSocketNotifier, Signal

from coach.background.timers import single_shot

LONGEST = 16_384
"""Longest line that one process sends to the other, in bytes: a path of 4,096 bytes takes twice as many."""
MOST = 30
"""So many callers are heard at once; more are sent away."""
AGAIN_MS = 1_000
"""Time until the next call is taken where the system could not open one more file."""


class Listener(QObject):
    """Takes calls, each with one line, and answers them."""

    asked = Signal(bytes, object)
    """A line, without its end, and what answers it with bytes."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._socket: socket.socket | None = None
        self._leave: weakref.finalize[[socket.socket, Path], Listener] | None = None
        """Also where nobody says that it is over."""
        self._notifier: QSocketNotifier | None = None
        self._calls: list[_Line] = []
        self._again = single_shot(self, self._take_again, AGAIN_MS)

    def listen(self, name: str, folder: Path) -> str:
        """Listen in a folder, else in /tmp where a path there is too long; return the full name, or "" in neither."""
        for place in (folder, Path("/tmp")):  # noqa: S108 - for this user alone, by its mode
            with contextlib.suppress(OSError):
                self._socket = _listening(place / name)
                self._leave = weakref.finalize(self, _leave, self._socket, place / name)
                self._notifier = QSocketNotifier(self._socket.fileno(), QSocketNotifier.Type.Read, self)
                self._notifier.activated.connect(self._take)
                return str(place / name)
        return ""

    def close(self) -> None:
        """Take no more calls, and leave nothing behind."""
        if self._notifier is not None:
            self._again.stop()
            self._notifier.setEnabled(False)
            self._notifier = None
        for call in list(self._calls):
            call.close()
        if self._leave is not None:
            self._leave()
        self._socket = None

    def _take(self) -> None:
        while self._socket is not None:
            try:
                connection = self._socket.accept()[0]
            except (BlockingIOError, ConnectionError):
                return
            except OSError:  # no more files: the notifier would call at once, and for ever
                if self._notifier is not None:
                    self._notifier.setEnabled(False)
                    self._again.start()
                return
            if len(self._calls) >= MOST:
                connection.close()
                continue
            call = _Line(connection, self)
            call.said.connect(self._on_said)
            call.over.connect(self._on_over)
            self._calls.append(call)

    def _on_said(self, call: _Line, words: bytes) -> None:
        self.asked.emit(words, call.answer)

    def _on_over(self, call: _Line) -> None:
        self._calls.remove(call)

    def _take_again(self) -> None:
        if self._notifier is not None:
            self._notifier.setEnabled(True)


class Caller(QObject):
    """Calls a listener with one line, and waits for its answer."""

    answered = Signal(bytes)
    """The answer, without its end."""

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        """`folder` is where a name without a folder is looked for."""
        super().__init__(parent)
        self._folder = folder
        self._line: _Line | None = None

    @property
    def is_asking(self) -> bool:
        """Whether somebody has taken the call and has not hung up."""
        return self._line is not None

    def ask(self, name: str, words: bytes) -> None:
        """Call the listener of that name, with words that have no end of line; where nobody listens nothing happens."""
        connection = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        try:
            connection.settimeout(0)
            connection.connect(os.fsencode(self._folder / name))
            connection.sendall(words + b"\n")
        except (OSError, ValueError):  # ValueError: what stands in a lock file need not be a path
            connection.close()
            return
        self._line = line = _Line(connection, self)
        line.said.connect(self._on_said)
        line.over.connect(self._on_over)

    def stop(self) -> None:
        """Hang up."""
        if self._line is not None:
            self._line.close()

    def _on_said(self, _line: _Line, words: bytes) -> None:
        self.answered.emit(words)

    def _on_over(self, _line: _Line) -> None:
        self._line = None


class _Line(QObject):
    """One connection, on which a line is waited for."""

    said = Signal(object, bytes)
    """Itself, and a line without its end."""
    over = Signal(object)
    """Itself: the other has hung up, or it has."""

    def __init__(self, connection: socket.socket, parent: QObject) -> None:
        super().__init__(parent)
        connection.settimeout(0)
        self._connection: socket.socket | None = connection
        self._hang_up = weakref.finalize(self, connection.close)
        self._words = b""
        self._notifier = QSocketNotifier(connection.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._read)

    def answer(self, words: bytes) -> None:
        """Send a line; whoever has gone meanwhile misses it."""
        if self._connection is not None:
            with contextlib.suppress(OSError):
                self._connection.sendall(words + b"\n")

    def close(self) -> None:
        """Hang up; does nothing twice."""
        if self._connection is None:
            return
        self._notifier.setEnabled(False)
        self._hang_up()
        self._connection = None
        self.over.emit(self)
        self.deleteLater()

    def _read(self) -> None:
        if self._connection is None:
            return
        try:
            read = self._connection.recv(LONGEST)
        except BlockingIOError:
            return
        except OSError:
            read = b""
        *lines, self._words = (self._words + read).split(b"\n")
        for line in lines:
            if self._connection is not None:  # who hears one may hang up
                self.said.emit(self, line)
        if not read or len(self._words) > LONGEST:
            self.close()


def _leave(listening: socket.socket, path: Path) -> None:
    listening.close()
    with contextlib.suppress(OSError):
        path.unlink()


def _listening(path: Path) -> socket.socket:
    """Return a socket that listens at a path, in the place of one that was left there. Raises OSError.

    It is made in a folder that nobody else may enter, and moved when it is for this user alone: there is no instant at
    which somebody else could call.
    """
    folder = Path(tempfile.mkdtemp(prefix="coach-", dir=path.parent))
    first = folder / "s"
    try:
        made = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        try:
            made.settimeout(0)
            made.bind(os.fsencode(first))
            first.chmod(0o600)
            made.listen()
            first.rename(path)
        except OSError:
            made.close()
            first.unlink(missing_ok=True)
            raise
    finally:
        folder.rmdir()
    return made
