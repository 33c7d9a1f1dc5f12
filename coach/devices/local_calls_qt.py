"""Short words between two processes of one person, through Qt: on Windows, where Python has no local sockets.

The same two classes as in `local_calls`. Qt makes a named pipe on Windows; elsewhere, for the tests, a socket.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from coach.devices.local_calls import LONGEST

if TYPE_CHECKING:
    from pathlib import Path


class Listener(QObject):
    """Takes calls, each with one line, and answers them."""

    asked = Signal(bytes, object)
    """A line, without its end, and what answers it with bytes."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server: QLocalServer | None = None
        self._calls: list[QLocalSocket] = []

    def listen(self, name: str, folder: Path) -> str:  # noqa: ARG002 - as that of `local_calls`; Qt has one place for all
        """Listen under a name; return it in full, or "" where that is not possible."""
        QLocalServer.removeServer(name)
        self._server = server = QLocalServer(self)
        server.setSocketOptions(server.SocketOption.UserAccessOption)
        server.newConnection.connect(self._on_call)
        return server.fullServerName() if server.listen(name) else ""

    def close(self) -> None:
        """Take no more calls, and leave nothing behind."""
        if self._server is not None:
            self._server.close()
            self._server = None

    def _on_call(self) -> None:
        while self._server is not None and (call := self._server.nextPendingConnection()) is not None:
            self._calls.append(call)
            call.readyRead.connect(self._on_words)
            call.disconnected.connect(self._on_words)
        self._on_words()

    def _on_words(self) -> None:
        """Tell each line that is complete, and drop the calls that have ended or send too much."""
        for call in list(self._calls):
            if call.canReadLine():
                line = bytes(call.readLine(LONGEST).data()).rstrip(b"\n")
                self.asked.emit(line, lambda words, call=call: _send(call, words))
            is_over = call.state() != call.LocalSocketState.ConnectedState or call.bytesAvailable() > LONGEST
            # An answer to one who has gone comes back here.
            if is_over and call in self._calls:
                self._calls.remove(call)
                call.abort()
                call.deleteLater()


class Caller(QObject):
    """Calls a listener with one line, and waits for its answer."""

    answered = Signal(bytes)
    """The answer, without its end."""

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:  # noqa: ARG002 - as for the listener
        super().__init__(parent)
        self._words = b""
        self._call = QLocalSocket(self)
        self._call.connected.connect(lambda: _send(self._call, self._words))
        self._call.readyRead.connect(self._on_words)

    @property
    def is_asking(self) -> bool:
        """Whether somebody has taken the call and has not hung up."""
        return self._call.state() != self._call.LocalSocketState.UnconnectedState

    def ask(self, name: str, words: bytes) -> None:
        """Call the listener of that name, with words that have no end of line; where nobody listens nothing happens."""
        self._words = words
        self._call.connectToServer(name)

    def stop(self) -> None:
        """Hang up."""
        self._call.abort()

    def _on_words(self) -> None:
        if self._call.canReadLine():
            self.answered.emit(bytes(self._call.readLine(LONGEST).data()).rstrip(b"\n"))


def _send(call: QLocalSocket, words: bytes) -> None:
    call.write(words + b"\n")
    call.flush()
