"""Reads the routine file and the figures in the background."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from coach.background.threads import FINISH_S, run_beside
from coach.waves import later

if TYPE_CHECKING:
    import threading
    from collections.abc import Callable
    from pathlib import Path

    from coach.background import log
    from coach.store import figures
    from coach.store.routines import library, own_routines
    from coach.store.routines.own_routines import Own
else:
    log = later("coach.background.log")
    figures, library = later("coach.store.figures"), later("coach.store.routines.library")
    own_routines = later("coach.store.routines.own_routines")


class Loader(QObject):
    """Reads the routine file in the background: checking an untrusted file takes longer than the first frame."""

    loaded = Signal(object)
    """A Library."""
    drawn = Signal(object)
    """The Figures of its exercises."""
    undrawn = Signal(str)
    """Some pictures, or all, cannot be drawn; the text says why, one line for each."""
    failed = Signal(str)
    """The shipped routine itself cannot be used; the text says why."""

    def __init__(self, routine_file: Path | None, data: Path | None = None, today: str = "") -> None:
        """Take the data folder, where own routines are, and the id of the one on Today; empty for the usual one."""
        super().__init__()
        self._routine_file, self._data, self._today = routine_file, data, today
        self.own: tuple[Own, ...] = ()
        """Own routines that the start page shows at once, by the time of `loaded`; the others come later."""
        self._figures: tuple[str, ...] = ()
        self._threads: list[threading.Thread] = []

    def start(self) -> None:
        """Begin with the routine; the signals arrive on this object's own thread."""
        self._begin(self._read, self.failed.emit, "routine loader")

    def draw(self) -> None:
        """Go on with the figures; where one has not come yet or cannot be used, words take its place."""
        self._begin(self._draw, self.undrawn.emit, "figure loader")

    def finish(self) -> None:
        """Wait until the threads are done: one that still runs when Python ends has no object left to signal."""
        for thread in self._threads:
            thread.join(FINISH_S)

    def _begin(self, work: Callable[[], None], failed: Callable[[str], None], name: str) -> None:
        thread = run_beside(work, failed, name)
        if thread is not None:
            self._threads.append(thread)

    def _read(self) -> None:
        try:
            loaded = library.load(self._routine_file)
            if self._data is not None:
                self.own = own_routines.OwnRoutines(self._data).first(self._today)
        except library.RoutineError as error:
            log.failed("shipped routines", error)
            self.failed.emit(str(error))
            return
        self._figures = tuple(exercise.figure for exercise in loaded.contents.exercises if exercise.figure is not None)
        self.loaded.emit(loaded)

    def _draw(self) -> None:
        try:
            drawn = figures.load(self._figures)
        except figures.FigureError as error:
            log.failed("pictures", error)
            self.undrawn.emit(str(error))
            return
        self.drawn.emit(drawn)
        if drawn.problems:
            log.note("pictures: some cannot be drawn")
            self.undrawn.emit("\n".join(drawn.problems))
