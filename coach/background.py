"""What goes on beside the window: reading the routine file and the figures, and collecting garbage where it is safe."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from coach.threads import run_beside

if TYPE_CHECKING:
    import threading
    from collections.abc import Callable
    from pathlib import Path

FINISH_S = 2.0
"""How long the end of the program waits for a slow disk."""
COLLECT_MS = 20_000
"""How often is looked whether there is garbage."""


class Loader(QObject):
    """Reads the routine file beside the event loop: judging a file of others takes longer than the first frame."""

    loaded = Signal(object)
    """A Library."""
    drawn = Signal(object)
    """The Figures of its exercises."""
    undrawn = Signal(str)
    """Some pictures, or all, cannot be drawn; the words say why, a line each."""
    failed = Signal(str)
    """The shipped routine itself cannot be used; the words say why."""

    def __init__(self, wanted: Path | None) -> None:
        super().__init__()
        self._wanted = wanted
        self._figures: tuple[str, ...] = ()
        self._threads: list[threading.Thread] = []

    def start(self) -> None:
        """Begin with the routine; the signal comes on this object's own thread."""
        self._begin(self._read, self.failed.emit, "routine loader")

    def draw(self) -> None:
        """Go on with the figures; until they come, and where one cannot be used, words take their place."""
        self._begin(self._draw, self.undrawn.emit, "figure loader")

    def finish(self) -> None:
        """Wait until nothing is read any more: who still reads when Python ends has nobody left to tell."""
        for thread in self._threads:
            thread.join(FINISH_S)

    def _begin(self, work: Callable[[], None], failed: Callable[[str], None], name: str) -> None:
        thread = run_beside(work, failed, name)
        if thread is not None:
            self._threads.append(thread)

    def _read(self) -> None:
        from coach.store.routines import library  # noqa: PLC0415 - not before the first paint

        try:
            found = library.load(self._wanted)
        except library.RoutineError as error:
            self.failed.emit(str(error))
            return
        self._figures = tuple(exercise.figure for exercise in found.contents.exercises if exercise.figure is not None)
        self.loaded.emit(found)

    def _draw(self) -> None:
        from coach.store import figures  # noqa: PLC0415 - not before the list is filled

        try:
            drawn = figures.load(self._figures)
        except figures.FigureError as error:
            self.undrawn.emit(str(error))
            return
        self.drawn.emit(drawn)
        if drawn.problems:
            self.undrawn.emit("\n".join(drawn.problems))


class Collector(QObject):
    """Collects garbage on the GUI thread alone: a widget that dies on another one takes the program with it.

    Python's own collector runs on whichever thread happens to need memory, and some work beside the window.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(COLLECT_MS)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def _look(self) -> None:
        if gc.get_count()[0] > gc.get_threshold()[0]:
            gc.collect(1)
