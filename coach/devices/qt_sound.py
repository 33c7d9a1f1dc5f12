"""The sound helper where it plays through QtMultimedia: on Windows and macOS, until libpulse's like was heard there."""

from __future__ import annotations

import os
import sys

from PySide6.QtCore import QCoreApplication, QObject, Signal

from coach.background import import_hook
from coach.background.threads import run_beside
from coach.devices.qt_sinks import Sinks
from coach.devices.sound_protocol import LONGEST, LOST, Line, decoded


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


def obey(sinks: Sinks, line: Line) -> None:
    """Do what a line says; an unknown word is ignored."""
    match line.word:
        case "load":
            sinks.load(line.file)
        case "play":
            tell(Line("pong", line.number))  # decoding may take longer than coach waits for an answer
            sinks.play(line.number, line.file, min(max(line.volume, 0.0), 1.0), line.channel)
        case "stop":
            sinks.stop(line.channel)
        case "awake":
            sinks.keep_awake(awake=line.yes)
        case "ping":
            tell(Line("pong", line.number))
        case _:
            pass


def play() -> int:
    """Play until the input ends; return the exit status."""
    import_hook.stop_watching()
    app = QCoreApplication(["coach-sound"])
    sinks = Sinks()
    sinks.told.connect(tell)
    sinks.lost.connect(lambda: end(LOST))
    orders = Orders()
    orders.came.connect(lambda line: obey(sinks, line))
    orders.start()
    tell(Line("ready", yes=sinks.has_device))
    return app.exec()
