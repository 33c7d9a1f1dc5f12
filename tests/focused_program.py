"""The real program on a real screen, which tells where the keyboard is: for the test with another window."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QSocketNotifier, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from coach.app import Program
from coach.core.events import Event, Input, PainStopped, Paused, Started
from coach.session.clock import SystemClock
from coach.store.paths import Paths
from coach.ui.kit.theme import Theme
from tests.killed_program import pass_check
from tests.parts import Parts


def tell(what: str) -> None:
    """Print a line at once."""
    sys.stdout.write(f"{what}\n")
    sys.stdout.flush()


def on_event(event: Event) -> None:
    """Print the events that the test waits for."""
    if isinstance(event, Started | Paused | PainStopped):
        tell(type(event).__name__)


def coach(app: QApplication, folder: Path) -> Program:
    """Open the program, tell when it is ready, and begin a session at a line on standard input."""
    program = Program(app, Theme(app), SystemClock(), None, Paths.choose(folder), 1)

    def stand_ready() -> None:
        line = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read, program)
        line.activated.connect(lambda: line.setEnabled(False))
        line.activated.connect(begin)
        watch = Parts(program).focus_watch
        watch.focus_lost.connect(lambda: tell("lost"))
        watch.focus_back.connect(lambda: tell("back"))
        program.player.happened.connect(on_event)
        program.player.happened.connect(lie_down)
        tell("ready")

    def lie_down(event: Event) -> None:
        """Say that the way down is over: as long as it lasts, what pauses a session elsewhere ends it."""
        if isinstance(event, Started):
            QTimer.singleShot(0, lambda: program.player.send(Input.CONFIRM))

    def begin() -> None:
        program.start_page.start.click()
        pass_check(Parts(program))

    program.ready.connect(stand_ready)
    program.window.show()
    return program


def other(app: QApplication) -> QWidget:
    """Show a window of another program."""
    window = QWidget()
    window.setWindowTitle("other")
    window.show()
    app.focusWindowChanged.connect(lambda it: tell("other has it" if it is not None else "other lost it"))
    return window


def main() -> int:
    """Run as the program itself, in the data folder that was named, or as another one."""
    app = QApplication(["coach", "-style", "Fusion"])
    shown = coach(app, Path(sys.argv[1])) if len(sys.argv) > 1 else other(app)
    status = app.exec()
    del shown  # it had to live until here
    return status


if __name__ == "__main__":
    sys.exit(main())
