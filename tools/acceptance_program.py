"""The real program with its real voice, which passes the check by itself and tells when the session begins and ends."""

from __future__ import annotations

import sys
from pathlib import Path
from time import monotonic

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from coach.app import Program, equip
from coach.core.events import Event, Finished, Started
from coach.session.clock import SystemClock
from coach.store.paths import Paths
from coach.ui.kit.theme import Theme
from tests.killed_program import pass_check
from tests.parts import Parts

LINGER_MS = 60_000
"""So long it is still listened to after the last exercise."""
SETTLE_MS = 2_000
"""Time for the sound to be there."""


def begin(program: Program, routine: str) -> None:
    """Choose the routine and start."""

    def tell(event: Event) -> None:
        if isinstance(event, Started | Finished):
            sys.stdout.write(f"{'started' if isinstance(event, Started) else 'finished'} {monotonic()}\n")
            sys.stdout.flush()
        if isinstance(event, Finished):
            QTimer.singleShot(LINGER_MS, program.window.force_close)

    program.preferences.change(heard="yes")
    parts = Parts(program)
    parts.choose_by_id(routine)
    program.player.happened.connect(tell)
    program.start_page.start.click()
    QTimer.singleShot(SETTLE_MS, lambda: pass_check(parts))  # nobody answers at once


def main() -> int:
    """Run one session of the routine named, in the data folder named."""
    app = QApplication(["coach", "-style", "Fusion"])
    program = Program(app, Theme(app), SystemClock(), None, Paths.choose(Path(sys.argv[1])), 1)

    def on_ready() -> None:
        equip(program)
        QTimer.singleShot(SETTLE_MS, lambda: begin(program, sys.argv[2]))

    program.ready.connect(on_ready)
    program.window.show()
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
