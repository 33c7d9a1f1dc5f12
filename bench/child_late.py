"""Coach with a ring that notes how late each of its frames is; command “late” tells and forgets them, in ms."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING, ClassVar

from bench.child_coach import MeasuredProgram, Remote, run
from coach.ui.live import session_page
from coach.ui.live.countdown_ring import CountdownRing

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QPaintEvent


class _TimedRing(CountdownRing):
    """From when its frame timer is due until that frame is painted; repaints that no frame asked for do not count."""

    late_ms: ClassVar[list[float]] = []
    _due_ns = 0
    _unpainted_since_ns: int | None = None

    def _plan_frame(self) -> None:
        was_planned = self._timer.isActive()
        super()._plan_frame()
        if not was_planned and self._timer.isActive():
            self._due_ns = time.monotonic_ns() + self._timer.interval() * 1_000_000

    def _on_frame(self) -> None:
        self._unpainted_since_ns = self._due_ns
        super()._on_frame()
        if self._timer.isActive():  # nothing was different, and so nothing will be painted
            self._note()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        self._note()

    def _note(self) -> None:
        if self._unpainted_since_ns is not None:
            self.late_ms.append(max(0.0, (time.monotonic_ns() - self._unpainted_since_ns) / 1e6))
            self._unpainted_since_ns = None


class _LateRemote(Remote):
    def __init__(self, program: MeasuredProgram) -> None:
        super().__init__(program)
        self.commands["late"] = self._late

    def _late(self, _rest: str) -> Iterable[float]:
        told = [round(late_ms, 3) for late_ms in _TimedRing.late_ms]
        _TimedRing.late_ms.clear()
        return told


class _LateProgram(MeasuredProgram):
    remote_type = _LateRemote


if __name__ == "__main__":
    setattr(session_page, "CountdownRing", _TimedRing)  # noqa: B010 - a class may not be assigned to, says mypy
    sys.exit(run(_LateProgram))
