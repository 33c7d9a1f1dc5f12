"""One coach at a time for one data folder: a second start has the first show its window, and ends.

The first answers from its event loop, once its window was raised. A connection alone proves nothing: the system accepts
one for a program that hangs, too.
"""

from __future__ import annotations

import contextlib
import os
import sys
import zlib
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QDir, QElapsedTimer, QObject, QTimer, Signal

from coach.store.folder_lock import Lock
from coach.waves import later

if TYPE_CHECKING:
    from collections.abc import Callable

    from coach.devices import local_calls
elif sys.platform == "win32":
    local_calls = later("coach.devices.local_calls_qt")
else:
    local_calls = later("coach.devices.local_calls")

LOCK = "coach.lock"
SHOW, SHOWN = b"show", b"shown"
LOOK_MS = 200
"""Time between two tries of a second start: whether the first is gone, and else to connect to it."""
PATIENCE_MS = 5_000
"""Time until a first coach that does not answer is reported: one that is still starting takes a second or two."""
TOKEN = "XDG_ACTIVATION_TOKEN"  # noqa: S105 - no secret: the leave to come forward


class Window(Protocol):
    """A window that can be brought to the front."""

    def come_forward(self) -> None:
        """Bring it to the front, as far as the desktop allows."""


class SingleInstance(QObject):
    """Holds the lock of a data folder, and listens to second starts."""

    raised = Signal(str)
    """The program was started again; carries the activation token that the desktop gave to that start, or ""."""
    opened = Signal(object)
    """It was started again with a file to open: its Path. Sent after `raised`."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        mark = zlib.crc32(os.fsencode(os.path.realpath(folder)))
        self._name = f"coach-{mark:08x}"
        # Beside the record, so that any program that would write it finds it; elsewhere only where that folder takes no
        # lock.
        self.temporary = Path(os.environ.get("TMPDIR") or QDir.tempPath())  # the module for that takes long to load
        """The folder where a coach listens."""
        self._lock = Lock(folder / LOCK, self.temporary / f"{self._name}.lock")
        self._listener: local_calls.Listener | None = None

    def is_first(self) -> bool:
        """Take the lock; False where another coach that still runs holds it."""
        return self._lock.take()

    def names(self) -> list[str]:
        """Return the names of the sockets where the first coach may listen, the likeliest first."""
        return [name for name in (self._lock.told().strip("\0\n"), self._name) if name]

    def listen(self) -> None:
        """Listen to second starts. Where that is not possible, they report that this coach does not answer."""
        if self._listener is not None:
            return
        self._listener = local_calls.Listener(self)
        self._listener.asked.connect(self._on_asked)
        # Its full name: a second start may have another folder for temporary files.
        self._lock.tell(self._listener.listen(self._name, self.temporary))

    def release(self) -> None:
        """Stop listening and give the lock back."""
        if self._listener is not None:
            self._listener.close()
        self._lock.release()

    def _on_asked(self, line: bytes, answer: Callable[[bytes], None]) -> None:
        request, _space, rest = line.partition(b" ")
        token, _space, file = rest.partition(b" ")
        if request.strip() == SHOW:
            self.raised.emit(token.strip().decode("ascii", "ignore"))
            answer(SHOWN)
            self._tell_file(file)

    def _tell_file(self, file: bytes) -> None:
        with contextlib.suppress(ValueError):
            path = os.fsdecode(bytes.fromhex(file.decode("ascii")))
            if os.path.isabs(path) and "\0" not in path:  # noqa: PTH117 - it is no path before that is known
                self.opened.emit(Path(path))


def come_forward(window: Window, leave: str) -> None:
    """Bring the window to the front, with the activation token that the desktop gave to a second start, if any."""
    if leave:
        os.environ[TOKEN] = leave  # Qt looks for it there, and a Wayland desktop raises no window without it
    window.come_forward()
    # A token is for one use; a program started from here must not inherit it.
    os.environ.pop(TOKEN, None)


class Second(QObject):
    """A second start: asks the first coach to show its window, and waits for the answer."""

    answered = Signal()
    """The first coach has shown its window."""
    freed = Signal()
    """The first coach is gone, and this one has taken the lock."""
    silent = Signal()
    """There was no answer for PATIENCE_MS. It goes on waiting."""

    def __init__(self, single: SingleInstance, token: str, file: Path | None = None) -> None:
        """Hand on the activation token of this start, and the file that it was to open."""
        super().__init__()
        self._single, self._token, self._file = single, token, file
        self._was_told = False
        self._tries = 0
        self._call = local_calls.Caller(single.temporary, self)
        self._call.answered.connect(self._on_answered)
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
        """Whether it is still waiting."""
        return self._timer.isActive()

    def stop(self) -> None:
        """Stop asking."""
        self._timer.stop()
        self._call.stop()

    def _look(self) -> None:
        if self._single.is_first():
            self.stop()
            self.freed.emit()
            return
        if not self._call.is_asking:
            names = self._single.names()
            self._call.ask(names[self._tries % len(names)], self._words())
            self._tries += 1
        if not self._was_told and self._since.hasExpired(PATIENCE_MS):
            self._was_told = True
            self.silent.emit()

    def _words(self) -> bytes:
        token = self._token if self._token.isascii() and self._token.isprintable() else ""
        # Bytes of a name that need not be UTF-8, on one line; a coach that knows nothing of it shows its window.
        file = b"" if self._file is None else b" " + os.fsencode(self._file.absolute()).hex().encode()
        return SHOW + b" " + token.encode() + file

    def _on_answered(self, line: bytes) -> None:
        if line.strip() == SHOWN:
            self.stop()
            self.answered.emit()
