"""One coach at a time for one data folder: a second start raises the window of the first and ends."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING

from PySide6.QtCore import QDir, QLockFile, QObject, Signal

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtNetwork import QLocalServer

WAIT_MS = 1_000


class Single(QObject):
    """Holds the lock of a data folder, and hears from those who come second."""

    raised = Signal()
    """Somebody started the program again."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        mark = zlib.crc32(str(folder.resolve()).encode())
        self._name = f"coach-{mark:08x}"
        # In the folder for temporary files: a data folder that cannot be written must not keep coach from starting.
        self._lock = QLockFile(QDir.temp().filePath(f"{self._name}.lock"))
        self._lock.setStaleLockTime(0)
        self._server: QLocalServer | None = None

    def is_first(self) -> bool:
        """Take the lock; false where another coach that still runs has it."""
        return self._lock.tryLock(0) or self._lock.error() != QLockFile.LockError.LockFailedError

    def call_first(self) -> bool:
        """Ask the first coach to show its window; false where it does not answer."""
        from PySide6.QtNetwork import QLocalSocket  # noqa: PLC0415 - only who comes second needs it

        socket = QLocalSocket()
        socket.connectToServer(self._name)
        answered = socket.waitForConnected(WAIT_MS)
        socket.disconnectFromServer()
        return answered

    def listen(self) -> None:
        """Hear from those who come second. Where that cannot be, they only end."""
        from PySide6.QtNetwork import QLocalServer  # noqa: PLC0415 - after the first paint

        QLocalServer.removeServer(self._name)
        self._server = QLocalServer(self)
        self._server.newConnection.connect(self._on_call)
        self._server.listen(self._name)

    def _on_call(self) -> None:
        if self._server is not None:
            while (call := self._server.nextPendingConnection()) is not None:
                call.deleteLater()
            self.raised.emit()
