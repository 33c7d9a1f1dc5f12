"""One coach at a time for one data folder: a second start has the first show its window, and ends.

The first answers from its event loop, once its window was raised: that it can be reached says nothing, since the system
takes a call also for a program that hangs.
"""

from __future__ import annotations

import os
import zlib
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QDir, QElapsedTimer, QObject, QTimer, Signal

from coach.store.folder_lock import Lock

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer, QLocalSocket

LOCK = "coach.lock"
SHOW, SHOWN = b"show", b"shown"
LONGEST = 1_024
"""No line that one says to the other is so long."""
LOOK_MS = 200
"""So often a second start looks whether the first is gone, or calls it anew."""
PATIENCE_MS = 5_000
"""A first that has not answered by then is told about: one that is still starting takes a second or two."""
TOKEN = "XDG_ACTIVATION_TOKEN"  # noqa: S105 - no secret: the leave to come forward


class Window(Protocol):
    """What can be shown in front of the others."""

    def come_forward(self) -> None:
        """Show it there, as far as the desktop lets it."""


class SingleInstance(QObject):
    """Holds the lock of a data folder, and hears from those who come second."""

    raised = Signal(str)
    """Somebody started the program again; what the desktop gave them to come forward with, or nothing."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        mark = zlib.crc32(os.fsencode(os.path.realpath(folder)))
        self._name = f"coach-{mark:08x}"
        # Beside the record, so that whoever would write it finds it; elsewhere only where that folder can have no lock.
        others = Path(os.environ.get("TMPDIR") or QDir.tempPath())  # the module for that takes long to load
        self._lock = Lock(folder / LOCK, others / f"{self._name}.lock")
        self._server: QLocalServer | None = None
        self._calls: list[QLocalSocket] = []

    def is_first(self) -> bool:
        """Take the lock; false where another coach that still runs has it."""
        return self._lock.take()

    def names(self) -> list[str]:
        """Return where the first coach may listen, the likeliest first."""
        return [name for name in (self._lock.told().strip("\0\n"), self._name) if name]

    def listen(self) -> None:
        """Hear from those who come second. Where that cannot be, they tell that this one does not answer."""
        from PySide6.QtNetwork import QLocalServer  # noqa: PLC0415 - after the first paint

        if self._server is not None:
            return
        QLocalServer.removeServer(self._name)
        self._server = server = QLocalServer(self)
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        server.newConnection.connect(self._on_call)
        # Qt listens in the folder for temporary files, which may have a name that is no text, or too long a one.
        if not server.listen(self._name) and os.name == "posix":
            elsewhere = str(Path("/tmp") / self._name)  # noqa: S108 - for this user alone, by its options
            QLocalServer.removeServer(elsewhere)
            server.listen(elsewhere)
        # Its full name: who comes second may have another folder for temporary files.
        self._lock.tell(server.fullServerName())

    def release(self) -> None:
        """Be the first no more."""
        if self._server is not None:
            self._server.close()
        self._lock.release()

    def _on_call(self) -> None:
        while self._server is not None and (call := self._server.nextPendingConnection()) is not None:
            self._calls.append(call)
            call.readyRead.connect(self._on_words)
            call.disconnected.connect(self._on_words)
        self._on_words()

    def _on_words(self) -> None:
        """Answer each call that is whole, and let go of those that are over or no calls at all."""
        for call in list(self._calls):
            if call.canReadLine():
                wanted, _space, token = bytes(call.readLine(LONGEST).data()).strip().partition(b" ")
                if wanted == SHOW:
                    self.raised.emit(token.decode("ascii", "ignore"))
                    call.write(SHOWN + b"\n")
                    call.flush()
            if call.state() != call.LocalSocketState.ConnectedState or call.bytesAvailable() > LONGEST:
                self._calls.remove(call)
                call.abort()
                call.deleteLater()


def come_forward(window: Window, leave: str) -> None:
    """Show the window in front, with the leave that the desktop gave to a second start, if any."""
    if leave:
        os.environ[TOKEN] = leave  # Qt looks for it there, and a Wayland desktop raises no window without it
    window.come_forward()
    os.environ.pop(TOKEN, None)


class Second(QObject):
    """A start that found another coach: asks it to show its window, and waits for the answer."""

    answered = Signal()
    """The first coach has shown its window."""
    freed = Signal()
    """The first coach is gone: this one is the first now."""
    silent = Signal()
    """No answer for a while. It goes on waiting."""

    def __init__(self, single: SingleInstance, token: str) -> None:
        super().__init__()
        from PySide6.QtNetwork import QLocalSocket  # noqa: PLC0415 - only who comes second needs it

        self._single, self._token = single, token
        self._was_told = False
        self._tries = 0
        self._call = QLocalSocket(self)
        self._call.connected.connect(self._on_connected)
        self._call.readyRead.connect(self._on_words)
        self._since = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self._look)

    def start(self) -> None:
        """Begin to ask; the signals come from the event loop."""
        self._since.start()
        self._timer.start()
        self._look()  # may be the end of it

    @property
    def asks(self) -> bool:
        """Whether it is still not clear how it ends."""
        return self._timer.isActive()

    def stop(self) -> None:
        """Ask no more."""
        self._timer.stop()
        self._call.abort()

    def _look(self) -> None:
        if self._single.is_first():
            self.stop()
            self.freed.emit()
            return
        if self._call.state() == self._call.LocalSocketState.UnconnectedState:
            names = self._single.names()
            self._call.connectToServer(names[self._tries % len(names)])
            self._tries += 1
        if not self._was_told and self._since.hasExpired(PATIENCE_MS):
            self._was_told = True
            self.silent.emit()

    def _on_connected(self) -> None:
        token = self._token if self._token.isascii() and self._token.isprintable() else ""
        self._call.write(SHOW + b" " + token.encode() + b"\n")

    def _on_words(self) -> None:
        if self._call.canReadLine() and bytes(self._call.readLine(LONGEST).data()).strip() == SHOWN:
            self.stop()
            self.answered.emit()
