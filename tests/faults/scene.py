"""A short life of the real program, offscreen: two sessions, a setting, a copy of the record, and the end."""

from __future__ import annotations

import json
import sys
import threading
import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from coach.app import Program
from coach.background import record_thread
from coach.core.events import Event, Phase
from coach.single_instance import SingleInstance
from coach.store.paths import Paths
from coach.store.record import record_file
from coach.store.record.moments import Instant
from coach.ui.history.history_page import HistoryPage
from coach.ui.kit.theme import Theme
from coach.ui.settings.settings_page import SettingsPage
from tests.cases import document, exercise
from tests.ui.stage import KEY, HandClock, Stage

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.faults.forked import Told

NEW_YEAR_MS = 1_767_225_600_000
LONGEST_S = 20.0
"""What takes longer is dead."""
RECORD_S = 1.5
"""So long a record is waited for: it may take longer, as SQLite does for locks that fail, but nobody has to wait."""
TOLD_S = 15.0
"""So long after something could not be kept somebody must have been told."""
NOTE = "The left side was stiff."
VOLUME = 55


def routine_file(folder: Path) -> Path:
    """Write a routine of two short exercises, and return where."""
    path = folder / "routine.json"
    knee = exercise("knee", base="supine", sides=["right", "left"], work_s=15)
    path.write_text(json.dumps(document(knee, exercise("cat", base="all-fours", work_s=15))), "utf-8")
    return path


class DeadError(Exception):
    """Something that must come did not."""


class Scene:
    """The program, hands, and somebody who tells what is shown and what is known to be kept."""

    def __init__(
        self,
        folder: Path,
        routine: Path,
        tell: Callable[[Told], None],
        wall: Callable[[], Instant] | None = None,
    ) -> None:
        sys.excepthook = threading.excepthook = print_it
        record_thread.CHECK_AFTER_S = 0.05
        record_file.WAIT_S = 0.2
        self._tell = tell
        self._count = self._kept = 0
        self.app = QApplication.instance() or QApplication(["coach", "-style", "Fusion"])
        assert isinstance(self.app, QApplication)
        self.clock = HandClock()
        hand = HandClock()
        self.single = SingleInstance(folder)
        tell({"first": self.single.is_first()})
        calendar = wall if wall is not None else lambda: Instant(NEW_YEAR_MS + self.clock.ms, 60)
        program = Program(self.app, Theme(self.app), self.clock, routine, Paths.choose(folder), 1, calendar, hand)
        self.stage = Stage(program, self.clock, hand)
        self.program = program
        ready: list[bool] = []
        program.ready.connect(lambda: ready.append(True))
        program.window.show()
        self.wait(lambda: bool(ready), "the program is not ready")
        program.window.activateWindow()
        program.player.happened.connect(self._on_event)
        self.settle()
        tell({"opened": program.start_page.start.isEnabled()})

    # What it tells

    def _on_event(self, event: Event) -> None:
        self._count += 1
        count = self._count
        self._tell({"happened": event.kind})
        self.program.recorder.do(
            lambda journal: not journal.is_held, lambda done: self._on_kept(count) if done is True else None
        )

    def _on_kept(self, count: int) -> None:
        self._kept = count
        self._tell({"kept": count})

    def tell_notices(self) -> None:
        """Tell what the start page tells of trouble."""
        self._tell({"notice": self.program.start_page.notice_words})

    # Time

    def wait(self, until: Callable[[], bool], why: str) -> None:
        """Let the program run until something is there."""
        ends = time.monotonic() + LONGEST_S
        while not until():
            if time.monotonic() > ends:
                raise DeadError(why)
            self.turn(5)

    def turn(self, longest_ms: int = 0) -> None:
        """Let the event loop run for a moment."""
        loop = QEventLoop()
        QTimer.singleShot(longest_ms, loop.quit)
        loop.exec()

    def settle(self) -> None:
        """Let the recorder do what it was asked for, for a moment at most."""
        there: list[object] = []
        self.program.recorder.do(lambda _journal: True, there.append)
        ends = time.monotonic() + RECORD_S
        while not there and time.monotonic() < ends:
            self.turn(5)
        self.turn()

    def wait_for_word(self) -> None:
        """Wait until all is kept, or something was told on the start page."""
        ends = time.monotonic() + TOLD_S
        page = self.program.start_page
        while self._kept < self._count and not page.notice_words and time.monotonic() < ends:
            self.settle()

    # What is done

    def begin(self) -> None:
        """Press Start and answer the check."""
        self.stage.click(self.program.start_page.start)
        self.pass_check()

    def pass_check(self) -> None:
        """Answer the check until the session runs."""
        self.wait(lambda: self._question() is not None, "Start is dead: nothing is asked")
        self.stage.pass_check()
        self.wait_for_session()

    def wait_for_session(self) -> None:
        """Wait until the session runs."""
        # Where it was cut off, the record tells what was done before: that may take a moment.
        self.wait(self._runs, "Start is dead: the check leads nowhere")

    def _runs(self) -> bool:
        shot = self.stage.player.snapshot()
        return shot is not None and shot.phase is Phase.RUNNING

    def _question(self) -> object:
        return self.stage.check.question

    def stop_for_pain(self) -> None:
        """Stop, tell the number and the words, and go back to the start page."""
        self.stage.press(KEY.Key_Escape)
        if not self.stage.is_stopped:
            message = "the pain stop does not show"
            raise DeadError(message)
        self.settle()
        self.stage.click(self.stage.stopped_page.close_button)
        self.settle()

    def finish(self) -> None:
        """Go to the end of the session, write a note, and go back to the start page."""
        while self.stage.player.is_live and self.stage.phase() is not Phase.FINISHED:
            self.stage.press(KEY.Key_Right)
            self.stage.advance(1_000)
            self.settle()
        self.program.recorder.set_note(NOTE)
        self.settle()
        self._tell({"finished": self.stage.page() is self.stage.closing_page})
        self.stage.click(self.stage.closing_page.done)
        self.settle()

    def visit(self) -> None:
        """Look at the pages that show what was kept, at one session, and have everything written out."""
        actions = self.stage.actions
        for name in ("settings", "history"):
            self._tell({"step": name})
            actions[name].trigger()
            self.settle()
            page = self.stage.page()
            assert isinstance(page, (HistoryPage, SettingsPage))
            if isinstance(page, HistoryPage):
                self._tell({"step": "session"})
                page.session_wanted.emit(1)
                self.settle()
                self._tell({"step": "report"})
                page.report_wanted.emit(None)
                self._told(page, "no word of the report")
            self._tell({"step": "export"})
            if page.export.isEnabled():  # not where the record was begun anew: there is nothing to write
                page.export.click()
                self._told(page, "no word of the export")
        actions["about"].trigger()
        self.stage.press(KEY.Key_Escape)
        self._tell({"step": "start"})

    def _told(self, page: HistoryPage | SettingsPage, why: str) -> None:
        self.wait(lambda: bool(page.told.text()), why)
        self.settle()
        page.told.clear()

    def choose(self) -> None:
        """Change a setting, and wait until it is saved or told that it is not."""
        self.program.preferences.change(volume=VOLUME)
        for thread in self.program.preferences._threads:
            thread.join(LONGEST_S)
        self.turn()

    def close(self) -> None:
        """Close the window."""
        self.program.window.force_close()
        self.turn()


def print_it(*what: object) -> None:
    """Print what nobody caught, as the program would."""
    import traceback  # noqa: PLC0415 - for what should never be

    if len(what) == 1:  # of a thread
        told = what[0]
        what = told.exc_type, told.exc_value, told.exc_traceback  # type: ignore[attr-defined]
    traceback.print_exception(*what)  # type: ignore[call-overload]


def live(scene: Scene, tell: Callable[[Told], None]) -> None:
    """Live through two sessions: one that hurts, and one that goes to its end."""
    scene.choose()
    scene.begin()
    scene.stage.advance(11_000)
    scene.settle()
    scene.stage.press(KEY.Key_Right)
    scene.settle()
    scene.stop_for_pain()
    scene.begin()
    scene.finish()
    scene.wait_for_word()
    scene.tell_notices()
    tell({"start": scene.program.start_page.start.isEnabled()})
    scene.close()
    tell({"over": True})


def look_in(scene: Scene, tell: Callable[[Told], None]) -> None:
    """Start as the next time: tell what is told, and begin a session that ends at once."""
    scene.tell_notices()
    scene.begin()
    scene.stage.advance(1_000)
    scene.stop_for_pain()
    scene.close()
    tell({"over": True})
