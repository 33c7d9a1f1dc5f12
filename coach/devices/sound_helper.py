"""Plays sound in a process of its own: `python -m coach.devices.sound_helper`, lines in, lines out (`sound_protocol`).

An audio library that blocks, spins or aborts ends this process and nothing else. The helper repairs nothing: whatever
goes wrong, it ends, and coach starts another one. It also ends when coach is gone and its input is closed.
"""

from __future__ import annotations

import contextlib
import os
import sys
import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from coach.background import import_hook
from coach.background.threads import run_beside
from coach.devices import sound_server
from coach.devices.sound_protocol import AGAIN, LONGEST, LOST, Line, decoded
from coach.waves import later

if sys.platform != "win32":
    import resource

if TYPE_CHECKING:
    from coach.devices import sound_sinks
    from coach.devices.sound_sinks import Sinks
else:
    sound_sinks = later("coach.devices.sound_sinks")

UNUSABLE = 3
LOOK_MS = 250
"""Time between two looks for a sound server that was not there."""
WATCHED_MS = 10_000
UNWATCHED_MS = 2_000
"""Time without a device after which another helper tries; shorter where the place of the server is unknown."""


def tell(line: Line) -> None:
    """Send a line to coach; end the process where coach is gone."""
    try:
        os.write(1, line.encoded())
    except OSError:
        end(0)


def end(status: int) -> None:
    """End the process at once: a regular end of an audio library may block or abort."""
    os._exit(status)


class Orders(QObject):
    """Reads lines on a thread, since on Windows Qt's event loop cannot wait for a pipe."""

    came = Signal(object)
    """A Line."""

    def start(self) -> None:
        """Begin to read."""
        run_beside(self._read, lambda _why: end(LOST), "orders")

    def _read(self) -> None:
        whole = True
        while raw := sys.stdin.buffer.readline(LONGEST):
            # A line that is too long comes in pieces, none of which is an order.
            is_end = raw.endswith(b"\n")
            line = decoded(raw) if whole and is_end else None
            whole = is_end
            if line is not None:
                self.came.emit(line)
        end(0)


class Search(QObject):
    """Ends the process with AGAIN when a new one may find a device."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._place = sound_server.place(os.environ)
        self._answered = sound_server.answers(self._place)
        self._since = time.monotonic()
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self._on_look)

    def set_on(self, *, on: bool) -> None:
        """Search, or stop searching."""
        self._since = time.monotonic()
        if on:
            self._timer.start()
        else:
            self._timer.stop()

    def _on_look(self) -> None:
        answered = sound_server.answers(self._place)
        is_back = answered and not self._answered
        self._answered = answered
        most_ms = UNWATCHED_MS if self._place is None else WATCHED_MS
        if is_back or (time.monotonic() - self._since) * 1_000 > most_ms:
            end(AGAIN)


def obey(sinks: Sinks, line: Line) -> None:
    """Do what a line says; an unknown word is ignored."""
    match line.word:
        case "load":
            sinks.load(line.file)
        case "play":
            sinks.play(line.number, line.file, min(max(line.volume, 0.0), 1.0), line.channel)
        case "stop":
            sinks.stop(line.channel)
        case "awake":
            sinks.keep_awake(awake=line.yes)
        case "ping":
            tell(Line("pong", line.number))
        case _:
            pass


def main() -> int:
    """Play until the input ends; return the exit status."""
    _leave_no_core()
    import_hook.stop_watching()
    app = QCoreApplication(["coach-sound"])
    search = Search(app)  # asks the server before Qt does, so that one that starts in between is noticed
    try:
        sinks = sound_sinks.Sinks()
    except ImportError as error:  # a library of the system is missing
        tell(Line("unusable", why=str(error)[:500]))
        return UNUSABLE
    sinks.told.connect(tell)
    sinks.told.connect(lambda line: search.set_on(on=not line.yes) if line.word == "device" else None)
    sinks.lost.connect(lambda: end(LOST))
    orders = Orders()
    orders.came.connect(lambda line: obey(sinks, line))
    orders.start()
    search.set_on(on=not sinks.has_device)
    tell(Line("ready", yes=sinks.has_device))
    return app.exec()


def _leave_no_core() -> None:
    """Have an abort of the audio library leave no core file."""
    if sys.platform == "win32":
        return
    with contextlib.suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    end(main())
