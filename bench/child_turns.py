"""Coach with a beat in its event loop: tells its longest turn, and writes the record out when told to."""

from __future__ import annotations

import contextlib
import sys
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer

from bench.child_coach import MeasuredProgram, Remote, run
from bench.marks import mark
from tests.parts import Parts

if TYPE_CHECKING:
    from collections.abc import Iterable

BEAT_MS = 5
LONG_MS = 50.0
"""A turn that a person may notice."""


class _Beat(QObject):
    """Notes the time from one beat to the next. Whatever holds the loop or the interpreter up makes the next one late.

    Between two beats lies no less than the longest turn, and no more than it and one beat. Of that the program's own is
    what is left without the time in which it could have run and the machine did something else.
    """

    def __init__(self) -> None:
        super().__init__()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(BEAT_MS)
        self._timer.timeout.connect(self._on_beat)
        self.forget()
        self._timer.start()

    def forget(self) -> None:
        """Begin anew."""
        self.longest_ms = self.longest_own_ms = 0.0
        self.long = self.long_own = 0
        self._last_ns, self._kept_waiting = time.monotonic_ns(), _kept_waiting_ns()

    def _on_beat(self) -> None:
        now_ns, waited = time.monotonic_ns(), _kept_waiting_ns()
        waits = [ns - self._kept_waiting[task] for task, ns in waited.items() if task in self._kept_waiting]
        turn_ms = (now_ns - self._last_ns) / 1e6
        own_ms = turn_ms - max(waits, default=0) / 1e6  # of two that wait at the same time one alone counts
        self._last_ns, self._kept_waiting = now_ns, waited
        self.longest_ms, self.longest_own_ms = max(self.longest_ms, turn_ms), max(self.longest_own_ms, own_ms)
        self.long += turn_ms > LONG_MS
        self.long_own += own_ms > LONG_MS


def _kept_waiting_ns() -> dict[int, int]:
    """Return how long the system has kept this thread, and the one that exports, from running so far."""
    found: dict[int, int] = {}
    for thread in threading.enumerate():
        if thread.native_id is not None and thread.name in {"MainThread", "export"}:
            with contextlib.suppress(OSError):  # it is over, or the system does not tell
                told = Path(f"/proc/self/task/{thread.native_id}/schedstat").read_text("ascii")
                found[thread.native_id] = int(told.split()[1])
    return found


class _TurnsRemote(Remote):
    def __init__(self, program: MeasuredProgram) -> None:
        super().__init__(program)
        self._beat = _Beat()
        self.commands["turns"] = self._turns
        self.commands["export"] = self._export
        self.commands["session"] = self._session
        self.commands["leave"] = self._leave

    def _turns(self, _rest: str) -> Iterable[float]:
        """Tell the longest turn since the last time in ms and how many were long; then what is the program's own."""
        beat = self._beat
        told = (round(beat.longest_ms, 2), beat.long, round(beat.longest_own_ms, 2), beat.long_own)
        beat.forget()
        return told

    def _export(self, _rest: str) -> Iterable[float]:
        """Have the record written out, as the history does, which must have been shown; “written” comes at the end."""
        files = Parts(self.program).side_pages.files

        def on_said(words: str) -> None:
            if words.startswith("Written: "):
                files.said.disconnect(on_said)
                mark("written")

        files.said.connect(on_said)
        files.export()
        return ()

    def _session(self, _rest: str) -> Iterable[float]:
        """Begin a session, whatever shows."""
        self._leave("")
        return self._send("START")

    def _leave(self, _rest: str) -> Iterable[float]:
        """Go back to the start page."""
        Parts(self.program).show_start()
        return ()


class _TurnsProgram(MeasuredProgram):
    remote_type = _TurnsRemote


if __name__ == "__main__":
    sys.exit(run(_TurnsProgram))
