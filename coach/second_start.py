"""What a second start does: has the first show its window, takes over where that is gone, or says what is wrong.

Where no window comes to the front it says so on stderr.
"""

from __future__ import annotations

import os
import sys
from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from coach.qt_application import use_icon
from coach.single_instance import TOKEN, Second
from coach.ui.shell.second_start_window import Unanswered

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from coach.single_instance import SingleInstance
    from coach.ui.kit.theme import Theme


ALREADY = 3
"""Exit status where the first coach did not answer and the person stopped waiting."""


class Outcome(Enum):
    """How the wait for the first coach ended."""

    SHOWN = "shown"
    FREED = "freed"
    LEFT = "left"


class Wait(QObject):
    """The wait of a second start, with a window once it takes long."""

    def __init__(self, single: SingleInstance, theme: Callable[[], Theme], file: Path | None = None) -> None:
        super().__init__()
        self._theme = theme
        self._loop = QEventLoop(self)
        self._outcome = Outcome.LEFT
        self.window: QWidget | None = None
        # Qt removes it from the environment when it starts; os.environ is a copy from before.
        self._second = Second(single, os.environ.get(TOKEN, ""), file)
        self._second.answered.connect(lambda: self._end(Outcome.SHOWN))
        self._second.freed.connect(lambda: self._end(Outcome.FREED))
        self._second.silent.connect(self._on_silent)

    def run(self) -> Outcome:
        """Wait in an event loop until it is clear how it ends."""
        self._second.start()
        quits = QGuiApplication.quitOnLastWindowClosed()
        QGuiApplication.setQuitOnLastWindowClosed(False)  # ours may not be the last window of this process
        if self._second.asks:
            self._loop.exec()
        self._second.stop()
        if self.window is not None:
            self.window.blockSignals(True)  # noqa: FBT003 - Qt's signature
            self.window.close()
            self.window.deleteLater()
        QGuiApplication.setQuitOnLastWindowClosed(quits)
        return self._outcome

    def _end(self, outcome: Outcome) -> None:
        self._outcome = outcome
        self._loop.quit()

    def _on_silent(self) -> None:
        app = QApplication.instance()
        if isinstance(app, QApplication):
            use_icon(app)
        self.window = window = Unanswered(self._theme())
        window.closed.connect(lambda: self._end(Outcome.LEFT))
        window.show()


def wait_for_first(single: SingleInstance, theme: Callable[[], Theme], file: Path | None = None) -> int | None:
    """Have the coach that runs show its window, and open a file if one is given.

    Return the exit status, or None where this process has become the first.
    """
    outcome = Wait(single, theme, file).run()
    if outcome is Outcome.LEFT:
        sys.stderr.write("coach: it runs already with this data folder, but does not answer\n")
        return ALREADY
    return 0 if outcome is Outcome.SHOWN else None
