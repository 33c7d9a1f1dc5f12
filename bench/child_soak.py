"""Coach that does one whole session after another, as often as it is told `session`: from Start to *Done*."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING

from bench.child_coach import MeasuredProgram, Remote, run

# isort: split
from PySide6.QtWidgets import QApplication

from coach.core.safety import Answers
from coach.ui.check.gently_sheet import GentleChoice
from tests.parts import Parts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

SHORT = 1
"""The place of the short version among the shipped routines."""
WAIT_S = 60.0


class _SoakRemote(Remote):
    def __init__(self, program: MeasuredProgram) -> None:
        super().__init__(program)
        self.commands["session"] = self._session

    def _session(self, _rest: str) -> Iterable[float]:
        """Do a whole session of the short version as on a usual day, and end on the start page."""
        parts = Parts(self.program)
        parts.choose(SHORT)
        before = parts.before_session
        _wait_until(lambda: before._past is not None)  # noqa: SLF001 - nobody tells that the record has answered
        parts.check.passed.emit(Answers(signs=False, ask_first=False, pain=2), GentleChoice())
        _wait_until(lambda: self.program.player.is_live)
        _wait_until(lambda: self.program.window.page is parts.closing_page)
        _wait_until(lambda: self._leave(parts))
        return ()

    def _leave(self, parts: Parts) -> bool:
        """Press *Done* again until it counts: a press that may have been meant for the last second does not."""
        if self.program.window.page is parts.closing_page:
            parts.closing_page.done.click()
        return self.program.window.page is parts.start_page


def _wait_until(is_there: Callable[[], bool]) -> None:
    until_s = time.monotonic() + WAIT_S
    while not is_there():
        if time.monotonic() > until_s:
            raise TimeoutError
        QApplication.processEvents()
        time.sleep(0.001)


class _SoakProgram(MeasuredProgram):
    remote_type = _SoakRemote


if __name__ == "__main__":
    sys.exit(run(_SoakProgram))
