"""Sessions one after another in the real program, at its own speed, for as long as told: what memory and objects do.

    python -m tests.faults.long_run --seconds 3600

Between two sessions each page is opened and left some times. What there is after the tenth session is compared with
the end. It plays where a display is, else on a screen that nobody sees.
"""

from __future__ import annotations

import argparse
import gc
import os
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QTimer

from coach import app
from coach.background.garbage import give_back
from coach.core.events import Phase
from tests.ui.growth import there
from tests.ui.stage import KEY, HandClock, Stage
from tests.waiting import wait_ms

if TYPE_CHECKING:
    from collections import Counter

    from PySide6.QtWidgets import QApplication

    from coach.session.clock import Clock
    from coach.store.paths import Paths
    from coach.ui.kit.theme import Theme

SPEED = 20
WARM = 10
"""What is made in the first sessions may last: pictures that are kept, modules, the pages of a session."""
PAGES = ("settings", "history", "keys", "clicker", "listen", "signs", "works", "about")
VISITS = 4
"""So often each page is opened after each session."""
PAINFUL = 6
"""One session of so many is stopped for pain."""
SETTLE_MS, LONGEST_S = 500, 1_800.0
"""What takes longer does not end."""
GROWTH = 1.03
"""More than that at the end, against the tenth session, and the exit status is 1."""


class LongRun(app.Program):
    """The program, and hands that go on working it."""

    seconds, visits, status = 3600.0, VISITS, 1

    def __init__(  # noqa: PLR0917 - as the program itself
        self, qt: QApplication, theme: Theme, clock: Clock, routine_file: Path | None, paths: Paths, speed: int
    ) -> None:
        hand = HandClock()
        super().__init__(qt, theme, clock, routine_file, paths, speed, hand=hand)
        self._stage = Stage(self, HandClock(), hand)
        self._seen: list[Memory] = []
        self._before: Counter[str] | None = None
        self.ready.connect(lambda: QTimer.singleShot(SETTLE_MS, self._go_on))

    def _go_on(self) -> None:
        """Do sessions until the time is over, then tell what there is, and end."""
        ends = time.monotonic() + self.seconds
        try:
            while time.monotonic() < ends or len(self._seen) <= WARM:
                self._session(hurts=len(self._seen) % PAINFUL == PAINFUL - 1)
                for action in PAGES * self.visits:
                    self._visit(action)
                self._count()
            LongRun.status = self._tell()
        finally:
            self.window.force_close()

    def _session(self, *, hurts: bool) -> None:
        stage = self._stage
        stage.start()
        wait_ms(3_000)
        stage.press(KEY.Key_F11)  # the floor view, for a while
        wait_ms(3_000)
        stage.press(KEY.Key_F11)
        if hurts:
            stage.press(KEY.Key_Escape)
            wait_ms(SETTLE_MS)
            stage.click(stage.stopped_page.close_button)
            return
        for _pause_and_on in range(2):
            if stage.player.is_live:  # at a high speed it may be over
                stage.press(KEY.Key_Space)
                wait_ms(SETTLE_MS)
        ends = time.monotonic() + LONGEST_S
        while stage.phase() is not Phase.FINISHED:
            if time.monotonic() > ends:
                message = "the session does not end"
                raise RuntimeError(message)
            wait_ms(SETTLE_MS)
        wait_ms(SETTLE_MS)
        stage.click(stage.closing_page.done)

    def _visit(self, action: str) -> None:
        self._stage.trigger(action)
        wait_ms(50)
        self._stage.press(KEY.Key_Escape)
        if self._stage.page() is not self.start_page:
            message = f"{action} is not left"
            raise RuntimeError(message)

    def _count(self) -> None:
        wait_ms(SETTLE_MS)
        gc.collect()
        give_back()  # as the program does every minute: in such short sessions holes of the heap would be counted
        self._seen.append(Memory(_resident_mib(), self.pictures.bytes_kept / (1 << 20), *_held()))
        sys.stdout.write(f"session {len(self._seen):3}: {self._seen[-1]}\n")
        sys.stdout.flush()
        if len(self._seen) == WARM:
            self._before = self._there()

    def _there(self) -> Counter[str]:
        """Count all but what the recorder keeps of the last session: no two are as long."""
        self.recorder.do(lambda _journal: self.recorder._told.clear())
        return there(self._stage)

    def _tell(self) -> int:
        first, last = self._seen[WARM - 1], self._seen[-1]
        more = dict(self._there() - self._before) if self._before is not None else {}
        sys.stdout.write(
            f"{len(self._seen)} sessions, {len(self._seen) * self.visits} visits of each page:\n"
            f"after the tenth session {first}\n"
            f"at the end              {last}\n"
            f"growth {100 * (last.all / first.all - 1):+.1f} %, without pictures"
            f" {100 * (last.without_pictures / first.without_pictures - 1):+.1f} %; more objects: {more or 'none'}\n"
        )
        holds_more = any(ours > before for ours, before in zip(last[2:], first[2:], strict=True))
        return int(last.without_pictures > GROWTH * first.without_pictures or bool(more) or holds_more)


class Memory(NamedTuple):
    """What is used, in MiB. Pictures are kept within a budget, which takes longer to fill the faster a session goes."""

    all: float
    pictures: float
    threads: int
    files: int
    processes: int

    @property
    def without_pictures(self) -> float:
        """What has to stay as it is."""
        return self.all - self.pictures

    def __str__(self) -> str:
        held = f"{self.threads} threads, {self.files} files, {self.processes} processes"
        pictures = f"{self.pictures:5.1f} of them pictures: {self.without_pictures:6.1f} without"
        return f"{self.all:6.1f} MiB, {pictures}; {held}"


def _held() -> tuple[int, int, int]:
    """Return how many threads, open files and processes of its own the program has."""
    tasks = list(Path("/proc/self/task").iterdir())
    children = [child for task in tasks for child in (task / "children").read_text("ascii").split()]
    return len(tasks), len(list(Path("/proc/self/fd").iterdir())), len(children)


def _resident_mib() -> float:
    lines = Path("/proc/self/status").read_text("utf-8").splitlines()
    return int(next(line for line in lines if line.startswith("VmRSS:")).split()[1]) / 1024


def main(arguments: list[str]) -> int:
    """Play for as long as told; the exit status is 1 where anything has grown."""
    parser = argparse.ArgumentParser(prog="python -m tests.faults.long_run", description=__doc__)
    parser.add_argument("--seconds", type=float, default=LongRun.seconds, help="begin no other session after so long")
    parser.add_argument("--speed", type=int, default=SPEED, help="of the session's clock")
    parser.add_argument("--visits", type=int, default=VISITS, help="so many of each page after each session")
    asked = parser.parse_args(arguments)
    if not os.environ.get("DISPLAY"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    LongRun.seconds, LongRun.visits = asked.seconds, asked.visits
    setattr(app, "Program", LongRun)  # noqa: B010 - a class may not be assigned to, says mypy
    with tempfile.TemporaryDirectory(prefix="long-run-") as made:
        return app.run(None, Path(made), asked.speed) or LongRun.status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
