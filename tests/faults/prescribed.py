"""Does each of the eleven prescriptions in the real program, at its own speed, to its end.

    python -m tests.faults.prescribed --speed 20

One program after the other, each with its own file. Counted work is ended with Space, as a person does. It plays where
a display is, else on a screen that nobody sees.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from coach import app
from coach.core.events import Phase
from tests.prescriptions import prescriptions
from tests.ui.stage import KEY, HandClock, Stage
from tests.waiting import wait_ms

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from coach.session.clock import Clock
    from coach.store.paths import Paths
    from coach.ui.kit.theme import Theme

SPEED = 20
SETTLE_MS = 100
LONGEST_S = 300.0
"""What takes longer does not end."""


class OneSession(app.Program):
    """The program, and a hand that starts a session and goes on where it waits."""

    status = 1

    def __init__(  # noqa: PLR0917 - as the program itself
        self, qt: QApplication, theme: Theme, clock: Clock, routine_file: Path | None, paths: Paths, speed: int
    ) -> None:
        hand = HandClock()
        super().__init__(qt, theme, clock, routine_file, paths, speed, hand=hand)
        self._stage = Stage(self, HandClock(), hand)
        self.ready.connect(lambda: QTimer.singleShot(SETTLE_MS, self._do))

    def _do(self) -> None:
        try:
            stage = self._stage
            stage.start()
            ends = time.monotonic() + LONGEST_S
            while stage.phase() is not Phase.FINISHED and time.monotonic() < ends:
                if stage.player.is_live and stage.shot.waiting:
                    stage.press(KEY.Key_Space)
                wait_ms(SETTLE_MS)
            wait_ms(SETTLE_MS)
            if stage.page() is stage.closing_page and self.offered is not None and self.offered.selection.source:
                stage.click(stage.closing_page.done)
                OneSession.status = 0
        finally:
            self.window.force_close()


def one(name: str, speed: int) -> int:
    """Do one of them in this process; the exit status is 0 where its closing page was reached."""
    if not os.environ.get("DISPLAY"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    setattr(app, "Program", OneSession)  # noqa: B010 - a class may not be assigned to, says mypy
    with tempfile.TemporaryDirectory(prefix="prescribed-") as made:
        file = Path(made) / "mine.json"
        file.write_text(json.dumps(prescriptions()[name]), "utf-8")
        return app.run(file, Path(made) / "data", speed) or OneSession.status


def main(arguments: list[str]) -> int:
    """Do them all; the exit status is 1 where one did not come to its end."""
    parser = argparse.ArgumentParser(prog="python -m tests.faults.prescribed", description=__doc__)
    parser.add_argument("--speed", type=int, default=SPEED, help="of the session's clock")
    parser.add_argument("--only", choices=prescriptions(), help=argparse.SUPPRESS)
    asked = parser.parse_args(arguments)
    if asked.only is not None:
        return one(asked.only, asked.speed)
    failed = 0
    for name in prescriptions():
        begun = time.monotonic()
        command = [sys.executable, "-m", "tests.faults.prescribed", "--speed", str(asked.speed), "--only", name]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        failed += done.returncode != 0
        words = "to its end" if done.returncode == 0 else f"NOT to its end: {done.stderr[-300:]}"
        sys.stdout.write(f"{time.monotonic() - begun:5.0f} s  {name}: {words}\n")
        sys.stdout.flush()
    return int(failed > 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
