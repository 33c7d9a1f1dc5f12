"""The real program at full speed, for the test that kills it: it tells what happens, and what is on the disk.

A line is a word and two numbers: an event with its block and what was spent in it; “kept” with how many events are
written; “noted” with a block and the ms of it by which a note was due and is written.
"""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from coach.app import Program
from coach.core.events import BlockEnded, Event, Snapshot
from coach.core.safety import Question
from coach.session.clock import SystemClock
from coach.store.paths import Paths
from coach.ui.kit.theme import Theme
from tests.parts import Parts

SPEED = 120


def tell(word: str, first: object = "", second: object = "") -> None:
    """Print a line at once."""
    sys.stdout.write(f"{word},{first},{second}\n")
    sys.stdout.flush()


class Witness:
    """Listens behind the program itself: what the recorder is asked here comes after what it was told there."""

    def __init__(self, program: Program) -> None:
        self._recorder = program.recorder
        self._count = 0
        program.player.happened.connect(self._on_event)
        program.player.ticked.connect(self._on_tick)

    def _on_event(self, event: Event) -> None:
        spent = event.spent_ms if isinstance(event, BlockEnded) and event.block.kind.is_work else ""
        tell(event.kind, getattr(event, "index", ""), spent)
        self._count += 1
        count = self._count
        self._recorder.do(lambda _journal: None, lambda _done: tell("kept", count))

    def _on_tick(self, shot: Snapshot) -> None:
        if shot.phase.is_live:
            self._recorder.do(lambda _journal: None, lambda _done: tell("noted", shot.index, shot.spent_ms))


def pass_check(parts: Parts) -> None:
    """Answer what the check asks, one question a turn of the event loop."""
    page = parts.check_page
    if parts.check.question is not None:
        if page.scale is not None and parts.check.question is Question.PAIN:
            page.scale.numbers[2].click()
        else:
            page.buttons[0].click()
    QTimer.singleShot(5, lambda: pass_check(parts))


def main() -> int:
    """Begin a session in the data folder that was named and run until somebody ends it."""
    app = QApplication(["coach", "-style", "Fusion"])
    program = Program(app, Theme(app), SystemClock(), None, Paths.choose(Path(sys.argv[1])), SPEED)

    witnesses: list[Witness] = []

    def begin() -> None:
        witnesses.append(Witness(program))
        program.start_page.start.click()
        pass_check(Parts(program))

    program.ready.connect(begin)
    program.window.show()
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
