"""What coach does with its folder in a life, without a window: two sessions, a setting, a copy of the record."""

from __future__ import annotations

import sys
import threading
import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEventLoop

from coach.background import record_thread
from coach.core.events import Input
from coach.session.preferences import Preferences
from coach.session.recorder import Recorder
from coach.single_instance import SingleInstance
from coach.store import settings, window_place
from coach.store.record import record_file
from coach.store.record.moments import Instant
from coach.store.record.session_start import SessionStart
from coach.store.settings import Settings
from coach.store.window_place import Place
from tests.faults.scene import NEW_YEAR_MS, NOTE, RECORD_S, TOLD_S, VOLUME, print_it
from tests.runs import Run, two_sided

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from coach.core.events import Event
    from tests.faults.forked import Told

PLACE = Place(10, 20, 900, 700)


class Work:
    """The recorder and the settings, and somebody who tells what happened and what is known to be kept."""

    def __init__(self, folder: Path, tell: Callable[[Told], None]) -> None:
        sys.excepthook = threading.excepthook = print_it
        record_thread.CHECK_AFTER_S = 0.0
        record_file.WAIT_S = 0.05
        self._tell, self._count, self._kept = tell, 0, 0
        self._notices: list[str] = []
        self.app = QCoreApplication.instance() or QCoreApplication(["coach"])
        self.folder = folder
        self.run = Run(two_sided())
        tell({"first": SingleInstance(folder).is_first()})
        self.preferences = Preferences(folder, settings.load(folder), self.wall)
        window_place.load(folder)
        self.preferences.failed.connect(self._on_notice)
        self.preferences.set_aside.connect(lambda *what: tell({"set aside": what}))
        self.recorder = Recorder(folder, self.wall)
        self.recorder.opened.connect(self._on_opened)
        self.recorder.failed.connect(self._on_notice)
        self.recorder.lost.connect(lambda why: self._on_notice(f"lost: {why}"))
        self.recorder.start()
        self.preferences.settle()
        self.know()

    def wall(self) -> Instant:
        """Return the moment of the calendar."""
        return Instant(NEW_YEAR_MS + self.run.now_ms, 60)

    def _on_opened(self, found: object) -> None:
        trouble = getattr(found, "trouble", None)
        self._tell({"opened": None if trouble is None else trouble.value})
        if trouble is not None:
            self._on_notice(trouble.value)

    def _on_notice(self, words: str) -> None:
        self._notices.append(words)
        self._tell({"notice": words})

    def _on_kept(self, count: int) -> None:
        self._kept = count
        self._tell({"kept": count})

    def wait(self, until: Callable[[], bool], longest_s: float = RECORD_S) -> None:
        """Let the event loop run until something is there, for a while at most."""
        ends = time.monotonic() + longest_s
        while not until() and time.monotonic() < ends:
            self.app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 5)

    def know(self) -> None:
        """Ask what a start has to know, and wait for the answer, whatever it is."""
        there: list[object] = []
        self.recorder.ask_past(there.append)
        self.wait(lambda: bool(there))
        self.settle()

    def take(self, events: tuple[Event, ...]) -> None:
        """Let the recorder keep what happened, and tell it."""
        for event in events:
            self._count += 1
            count = self._count
            self._tell({"happened": event.kind})
            self.recorder.take(event)
            self.recorder.do(
                lambda journal: not journal.is_held,
                lambda done, count=count: self._on_kept(count) if done is True else None,  # type: ignore[misc]
            )
        self.recorder.mark(self.run.shot)
        self.settle()

    def settle(self) -> None:
        """Wait until the recorder has done what it was asked for."""
        there: list[object] = []
        self.recorder.do(lambda _journal: True, there.append)
        self.wait(lambda: bool(there))

    def session(self, ends: Input) -> None:
        """Go through a session that ends so, and say something after it."""
        timeline = two_sided()
        self.run = Run(timeline, self.run.now_ms + 60_000)
        at = self.wall()
        start = SessionStart(at, "small", "Small", "1", "default", pain_before=2, planned_ms=timeline.work_ms)
        self.recorder.begin(start, self.run.now_ms)
        self.take(self.run.press(Input.START))
        for _second in range(2):
            self.take(self.run.wait(6_000))
        self.take(self.run.press(Input.SKIP))
        self.take(self.run.press(ends))
        self.recorder.set_note(NOTE)
        self.recorder.set_after(3, "less")
        self.recorder.answer("check", "passed")
        self.settle()

    def close(self) -> None:
        """End, as the program does when its window is closed; first wait until all is kept, or that is not is told."""
        self.wait(lambda: self._kept == self._count or bool(self._notices), TOLD_S)
        try:
            window_place.save(self.folder, PLACE)
        except OSError:
            self._on_notice("the place of the window is not kept")
        self.recorder.stop()
        self.preferences.finish()
        self.app.processEvents()


def work(folder: Path, tell: Callable[[Told], None]) -> None:
    """Do all of it once."""
    made = Work(folder, tell)
    made.preferences.change(volume=VOLUME)
    made.preferences.finish()
    made.app.processEvents()
    tell({"saved": settings.load(folder).settings.volume == VOLUME})
    made.session(Input.PAIN_STOP)
    made.session(Input.END)
    made.close()
    tell({"over": True})


def look_in(folder: Path, tell: Callable[[Told], None]) -> None:
    """Start as the next time, and tell what is there."""
    made = Work(folder, tell)
    made.settle()
    tell({"volume": made.preferences.now.volume})
    made.close()
    tell({"over": True})


USUAL = Settings().volume
