"""The real program, which does one session to its closing page, looks what works here, and says how far it came."""

from __future__ import annotations

import sys
import time
from typing import Any

from PySide6.QtCore import QTimer

from coach import app
from coach.__main__ import main
from coach.core.events import Phase
from coach.ui.help.works_page import WorksPage
from tests.ui.stage import KEY, HandClock, Stage
from tests.waiting import wait_ms

LONGEST_S = 40.0
"""What takes longer does not end."""


class OneSession(app.Program):
    """The program, and a hand that starts a session and goes on where it waits."""

    def __init__(self, *arguments: Any) -> None:
        hand = HandClock()
        super().__init__(*arguments, hand=hand)  # type: ignore[misc]  # handed on as they come
        self._stage = Stage(self, HandClock(), hand)
        self._ends = time.monotonic() + LONGEST_S
        self.ready.connect(lambda: QTimer.singleShot(0, self._do))

    def _do(self) -> None:
        try:
            stage = self._stage
            stage.start()
            while stage.phase() is not Phase.FINISHED and time.monotonic() < self._ends:
                if stage.player.is_live and stage.shot.waiting:
                    stage.press(KEY.Key_Space)
                wait_ms(20)
            wait_ms(20)
            if stage.page() is stage.closing_page:
                self._say("closing page")
            stage.click(stage.closing_page.done)
            stage.trigger("works")
            page = stage.page()
            while isinstance(page, WorksPage) and page.report is None and time.monotonic() < self._ends:
                wait_ms(20)
            if isinstance(page, WorksPage) and page.report is not None:
                self._say(page.report.text())
        finally:
            self.window.force_close()

    def _say(self, words: str) -> None:
        sys.stdout.write(f"{words}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    setattr(app, "Program", OneSession)  # noqa: B010 - a class may not be assigned to, says mypy
    sys.exit(main())
