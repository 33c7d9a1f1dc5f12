"""The process of the sound helper, seen from coach: starts it, talks to it, ends it. Only `close` waits for it."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, Signal

from coach.devices import own_process
from coach.devices.sound_protocol import LONGEST, Line, decoded

if TYPE_CHECKING:
    from collections.abc import Sequence

NEVER_BEGAN = -1
CLOSE_MS = 200


class HelperProcess(QObject):
    """Starts the helper, passes lines both ways, and ends it."""

    said = Signal(object)
    """A Line."""
    over = Signal(int)
    """The helper has ended; carries its exit status, or -1 where it crashed, was killed or could not start."""

    def __init__(self, command: Sequence[str], parent: QObject) -> None:
        super().__init__(parent)
        self._process = QProcess(self)
        self._process.setProgram(command[0])
        self._process.setArguments(list(command[1:]))
        # Audio libraries print much, and one that spins prints gigabytes.
        self._process.setStandardErrorFile(QProcess.nullDevice())
        self._process.readyReadStandardOutput.connect(self._on_ready)
        self._process.finished.connect(self._on_finished)
        self._process.errorOccurred.connect(self._on_error)

    @property
    def pid(self) -> int:
        """The process id, 0 while there is none."""
        return self._process.processId()

    @property
    def is_there(self) -> bool:
        """Whether the process runs or is starting."""
        return self._process.state() != QProcess.ProcessState.NotRunning

    def start(self) -> None:
        """Start the helper."""
        environment = QProcessEnvironment.systemEnvironment()
        environment.insert("PYTHONPATH", own_process.python_path())
        self._process.setProcessEnvironment(environment)
        self._process.start()

    def tell(self, line: Line) -> None:
        """Send a line at once; dropped unless the process runs."""
        if self._process.state() != QProcess.ProcessState.Running:
            return
        is_all_sent = not self._process.bytesToWrite()
        self._process.write(line.encoded())
        # Qt would send it with the next turn of the event loop, and after a cue the window first paints what is new.
        # Nothing waits, and a pipe in which nothing lies takes it: so nothing else happens in here.
        if is_all_sent and sys.platform != "win32":
            self._process.waitForBytesWritten(0)

    def kill(self) -> None:
        """Kill it, even if it hangs."""
        self._process.kill()

    def close(self) -> None:
        """End it by closing its input; after CLOSE_MS kill it and wait as long again."""
        self._process.blockSignals(True)  # noqa: FBT003 - Qt's signature
        self._process.closeWriteChannel()
        if self.is_there and not self._process.waitForFinished(CLOSE_MS):
            self._process.kill()
            self._process.waitForFinished(CLOSE_MS)

    def _on_ready(self) -> None:
        while self._process.canReadLine():
            line = decoded(bytes(self._process.readLine(LONGEST + 1).data()))
            if line is not None:
                self.said.emit(line)
        if self._process.bytesAvailable() > LONGEST:
            self._process.kill()  # no line of ours is so long

    def _on_finished(self, status: int, how: QProcess.ExitStatus) -> None:
        self.over.emit(status if how == QProcess.ExitStatus.NormalExit else NEVER_BEGAN)

    def _on_error(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart:
            self.over.emit(NEVER_BEGAN)
