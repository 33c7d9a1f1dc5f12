"""Coach as it is, through its own command line; it also tells marks and obeys commands on standard input."""

from __future__ import annotations

import os
import sys
from typing import Any

from PySide6.QtCore import QObject, QSocketNotifier
from PySide6.QtWidgets import QApplication

from bench.marks import mark
from coach import app
from coach.__main__ import main
from coach.core.events import Input
from coach.ui.window import Window


class _MeasuredWindow(Window):
    def __init__(self, *arguments: Any) -> None:
        super().__init__(*arguments)
        # Connected before anybody else: what the program does on this signal is no part of the first frame.
        self.painted.connect(lambda: mark("painted"))


class _MeasuredProgram(app.Program):
    def __init__(self, *arguments: Any) -> None:
        super().__init__(*arguments)
        self.usable.connect(self._on_usable)

    def _on_usable(self) -> None:
        mark("usable")
        self._remote = _Remote(self)


class _Remote(QObject):
    """Carries out one line of standard input after the other: send INPUT, seek BLOCK, minimise, restore."""

    def __init__(self, program: app.Program) -> None:
        super().__init__()
        self._program = program
        self._notifier = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_line)

    def _on_line(self) -> None:
        told = os.read(sys.stdin.fileno(), 4096).decode()
        if not told:
            self._program.window.force_close()
            QApplication.quit()
            return
        for line in told.splitlines():
            name, _, rest = line.partition(" ")
            {"send": self._send, "seek": self._seek, "minimise": self._minimise, "restore": self._restore}[name](rest)
            mark(name)

    def _send(self, name: str) -> None:
        self._program.player.send(Input[name])

    def _seek(self, told: str) -> None:
        """Go to a block: `told` is the place of its exercise and its own index."""
        position, index = (int(word) for word in told.split())
        player = self._program.player
        player.send(Input.JUMP, position)
        while (snapshot := player.snapshot()) is not None and snapshot.index < index:
            player.send(Input.SKIP)

    def _minimise(self, _rest: str) -> None:
        self._program.window.showMinimized()

    def _restore(self, _rest: str) -> None:
        self._program.window.showNormal()


if __name__ == "__main__":
    # The names that coach.app composes the program from. A class may not be assigned to, says mypy.
    setattr(app, "Window", _MeasuredWindow)  # noqa: B010
    setattr(app, "Program", _MeasuredProgram)  # noqa: B010
    sys.exit(main(sys.argv[1:]))
