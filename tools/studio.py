"""The program with its clock in our hand, of which pictures are taken."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDeadlineTimer, QEventLoop, Qt, QTimer

from coach.app import Program
from coach.session.speaker import Mute
from coach.store.paths import Paths
from coach.store.voices import shipped_folder, voices
from coach.ui.live.flash import Flash
from tests.parts import Parts
from tools import sample_record

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QApplication

    from coach.ui.kit.theme import Theme


PIECE_MS = 50
"""What is drawn piece by piece has at most so much time between two pieces."""


class HandClock:
    """A clock that stands still until it is set."""

    def __init__(self) -> None:
        self.ms = 1_000_000

    def now_ms(self) -> int:
        """Return the time it was set to."""
        return self.ms


class _Hand:
    """A hand that takes its time: a second goes by each time it is looked at."""

    def __init__(self) -> None:
        self.ms = 0

    def now_ms(self) -> int:
        """Return a time a second later than before."""
        self.ms += 1_000
        return self.ms


class Still(Mute):
    """A voice that nobody hears, but that counts as heard: so it is asked about, too."""

    can_be_heard = True


class Studio:
    """The program with its clock in our hand."""

    def __init__(self, app: QApplication, theme: Theme, routine: Path | None = None) -> None:
        self.app = app
        self.clock = HandClock()
        self._data = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        sample_record.write(Path(self._data.name))
        paths = Paths.choose(Path(self._data.name))
        self.program = Program(app, theme, self.clock, routine, paths, 1, lambda: sample_record.NOW, _Hand())
        self.program.window.show()
        loop = QEventLoop()
        self.program.ready.connect(loop.quit)
        QTimer.singleShot(20_000, loop.quit)
        loop.exec()
        self._wait_for_thumbnails()
        own = {"contact_name": "Riverside Physio", "contact_phone": "555 0134", "emergency_number": "555 0100"}
        self.program.preferences.change(heard="yes", **own)
        packs = voices(shipped_folder())
        self.program.narrator.use(Still(), {pack.id: pack.name for pack in packs})

    def _wait_for_thumbnails(self) -> None:
        """Wait until the start page shows all its pictures; they come one by one after everything else."""
        waiting = QDeadlineTimer(20_000)
        start = self.program.start_page

        def is_there() -> bool:
            film, strip = start.film, start.parts.strip
            return film is not None and film.picture() is not None and strip is not None and strip.is_complete

        while not is_there() and not waiting.hasExpired():
            self.app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)

    def _wait_for_drawings(self) -> None:
        """Wait until nothing draws piece by piece: what does has a coarse timer, what moves a precise one."""
        waiting = QDeadlineTimer(5_000)

        def draws() -> bool:
            timers = self.program.window.findChildren(QTimer)
            pieces = [
                each for each in timers if each.isSingleShot() and each.isActive() and each.interval() <= PIECE_MS
            ]
            return any(each.timerType() is Qt.TimerType.CoarseTimer for each in pieces)

        while draws() and not waiting.hasExpired():
            self.app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)

    @property
    def parts(self) -> Parts:
        """The pages, by name; there once the first frame was."""
        return Parts(self.program)

    def pass_time(self, seconds: float) -> None:
        """Let so much time pass, second by second."""
        for _ in range(int(seconds)):
            self.clock.ms += 1000
            self.program.player.look()
        self.clock.ms += round(seconds % 1 * 1000)
        self.program.player.look()

    def shoot(self, folder: Path, name: str, size: tuple[int, int]) -> None:
        """Save a picture of the window."""
        self.program.window.setWindowState(Qt.WindowState.WindowNoState)
        self.program.window.resize(*size)
        for _ in range(5):
            self.app.processEvents()
        self._wait_for_drawings()
        for flash in self.program.window.findChildren(Flash):
            flash.hide()
        self.program.window.grab().save(str(folder / f"{name}.png"))


def wait_until(pictures: Studio, is_so: Callable[[], bool]) -> None:
    """Let the program go on until it is so, 20 s at most."""
    waiting = QDeadlineTimer(20_000)
    while not is_so() and not waiting.hasExpired():
        pictures.app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
