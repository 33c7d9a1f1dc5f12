"""The real program at full speed, which tells each event as it happens: for the test that kills it."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from coach.app import Program
from coach.clock import SystemClock
from coach.core.events import BlockEnded, Event
from coach.store.paths import Paths
from coach.ui.theme import Theme

if TYPE_CHECKING:
    from coach.ui.coaching import Coaching

SPEED = 120


def tell(event: Event) -> None:
    """Print an event, and what was spent where a block of work ended."""
    spent = event.spent_ms if isinstance(event, BlockEnded) and event.block.kind.is_work else ""
    sys.stdout.write(f"{type(event).__name__},{getattr(event, 'index', '')},{spent}\n")
    sys.stdout.flush()


def pass_check(coaching: Coaching) -> None:
    """Answer what the check asks, one question a turn of the event loop."""
    page = coaching.scenes.check_page
    if coaching.scenes.beginning.check.question is not None:
        if page.scale is not None:
            page.scale.choose(2)
        else:
            page.buttons[0].click()
    QTimer.singleShot(5, lambda: pass_check(coaching))


def main() -> int:
    """Begin a session in the data folder that was named and run until somebody ends it."""
    app = QApplication(["coach", "-style", "Fusion"])
    program = Program(app, Theme(app), SystemClock(), None, Paths.choose(Path(sys.argv[1])), SPEED)

    def begin() -> None:
        if program.coaching is not None:
            program.player.happened.connect(tell)
            program.start_page.start.click()
            pass_check(program.coaching)

    program.ready.connect(begin)
    program.window.show()
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
