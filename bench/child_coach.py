"""Coach as it is, through its own command line; it also tells marks and obeys commands on standard input."""

from __future__ import annotations

import os
import sys
import time
from typing import TYPE_CHECKING, Any

import bench.unwatched  # noqa: F401 - before anything of PySide or coach

# isort: split
from PySide6.QtCore import QObject, QSocketNotifier, Qt
from PySide6.QtWidgets import QApplication, QWidget

from bench.marks import WITHOUT_FIGURES, mark
from coach import app
from coach.__main__ import main
from coach.background.loader import Loader
from coach.ui.shell.window import Window
from coach.waves import later
from tests.parts import Parts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from coach.core import events
    from coach.session import places
    from coach.store.figures import Figures
    from coach.ui.history import history_page
    from coach.ui.library import routines_page
else:
    events, history_page = later("coach.core.events"), later("coach.ui.history.history_page")
    places, routines_page = later("coach.session.places"), later("coach.ui.library.routines_page")


class _MeasuredWindow(Window):
    def __init__(self, *arguments: Any) -> None:
        super().__init__(*arguments)
        # Connected before anybody else: what the program does on this signal is no part of the first frame.
        self.painted.connect(lambda: mark("painted"))


class _BlindLoader(Loader):
    """Reads the routine alone: its figures are unknown, and words take their place."""

    def draw(self) -> None:
        """Draw nothing."""


class Remote(QObject):
    """Carries out one line of standard input after the other; `commands` by name take the rest of the line.

    send INPUT, seek PLACE BLOCK, minimise, restore, still on or off, behind, before, figures on or off,
    voice on or off, kept, asked, history, shelf-read, shelf.
    """

    def __init__(self, program: MeasuredProgram) -> None:
        super().__init__()
        self.program = program
        self.commands: dict[str, Callable[[str], Iterable[float]]] = {
            "send": self._send,
            "seek": self._seek,
            "minimise": self._minimise,
            "restore": self._restore,
            "still": self._still,
            "behind": self._behind,
            "before": self._before,
            "figures": self._figures,
            "voice": self._voice,
            "kept": self._kept,
            "asked": self._asked,
            "history": self._history,
            "shelf-read": self._shelf_read,
            "shelf": self._shelf,
        }
        self._notifier = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_line)

    def _on_line(self) -> None:
        told = os.read(sys.stdin.fileno(), 4096).decode()
        if not told:
            self.program.window.force_close()
            QApplication.quit()
            return
        for line in told.splitlines():
            name, _, rest = line.partition(" ")
            self.program.complete()  # told at once, it would come before what carries it out
            mark(name, *self.commands[name](rest))

    def _send(self, name: str) -> Iterable[float]:
        self.program.player.send(events.Input[name])
        return ()

    def _seek(self, told: str) -> Iterable[float]:
        """Go to a block: `told` is the place of its exercise and its own index."""
        position, index = (int(word) for word in told.split())
        player = self.program.player
        player.send(events.Input.JUMP, position)
        if index == 0:
            player.send(events.Input.BACK)  # the way down to the floor belongs to no exercise
        while (snapshot := player.snapshot()) is not None and snapshot.index < index:
            player.send(events.Input.SKIP)
        return ()

    def _minimise(self, _rest: str) -> Iterable[float]:
        self.program.window.showMinimized()
        return ()

    def _restore(self, _rest: str) -> Iterable[float]:
        self.program.window.showNormal()
        return ()

    def _still(self, told: str) -> Iterable[float]:
        """Show the figure without motion, or with it."""
        self.program.preferences.change(less_motion=told)
        return ()

    def _behind(self, _rest: str) -> Iterable[float]:
        """Put another window in front."""
        self._other = QWidget()
        self._other.resize(200, 100)
        self._other.show()
        self._other.activateWindow()
        return ()

    def _before(self, _rest: str) -> Iterable[float]:
        """Take it away again."""
        self._other.close()
        self.program.window.activateWindow()
        return ()

    def _figures(self, told: str) -> Iterable[float]:
        """Take the figures away or give them back; either way all pictures are forgotten."""
        from coach.store.figures import Figures  # noqa: PLC0415 - must not be loaded before the program loads it

        loaded = self.program.figures
        if loaded is not None:
            self.program.pictures.set_figures(loaded if told == "on" else Figures(loaded.body, {}))
        return ()

    def _voice(self, told: str) -> Iterable[float]:
        """Let the session that begins next be heard, or be silent in words and tones."""
        from coach.core.routine import resolve  # noqa: PLC0415 - must not be loaded before the program loads it
        from coach.core.timeline import plan  # noqa: PLC0415 - its import is no part of the start
        from coach.store.routines.library import load  # noqa: PLC0415 - as above

        on = told == "on"
        self.program.preferences.change(voice=on, tones=on)
        routine = resolve(load(None).contents)
        self.program.narrator.load(routine, plan(routine))
        return ()

    def _kept(self, _rest: str) -> Iterable[float]:
        """Tell the bytes that the studio keeps, width and height of the window, and the pixel ratio."""
        window = self.program.window
        return self.program.pictures.bytes_kept, window.width(), window.height(), window.devicePixelRatioF()

    def _asked(self, _rest: str) -> Iterable[float]:
        """Tell how many ms the record takes from now on until it has told what the check has to know."""
        answers: list[object] = []
        return (_ms_until(lambda: self.program.recorder.ask_past(answers.append), lambda: bool(answers)),)

    def _history(self, _rest: str) -> Iterable[float]:
        """Tell how many ms the history takes to show."""
        history = Parts(self.program).actions["history"]

        def is_there() -> bool:
            page = self.program.window.page
            return isinstance(page, history_page.HistoryPage) and bool(page.list.sessions) and page.columns.isVisible()

        return (_ms_until(history.trigger, is_there),)

    def _shelf_read(self, _rest: str) -> Iterable[float]:
        """Wait until the own routines have been read."""
        library = self.program.routines
        return (_ms_until(lambda: None, lambda: library.is_read),)

    def _shelf(self, _rest: str) -> Iterable[float]:
        """Tell how many ms the page of all routines takes to show, and until it has all cards; then leave it."""
        flow, window = Parts(self.program).flow, self.program.window

        def is_there() -> bool:
            page = window.page
            return isinstance(page, routines_page.RoutinesPage) and page.isVisible() and bool(page.tiles)

        shown_ms = _ms_until(lambda: flow.browsing.visit(places.Place.ROUTINES), is_there)
        more_ms = _ms_until(lambda: None, lambda: getattr(window.page, "has_all", True))
        Parts(self.program).show_start()
        return shown_ms, shown_ms + more_ms


def _ms_until(begin: Callable[[], object], is_there: Callable[[], bool]) -> float:
    begun_ns = time.perf_counter_ns()
    begin()
    while not is_there():
        QApplication.processEvents()
        time.sleep(0.0002)
    QApplication.processEvents()
    return (time.perf_counter_ns() - begun_ns) / 1e6


class MeasuredProgram(app.Program):
    """The program, which tells when it is usable and when it has its figures, and then obeys."""

    remote_type = Remote

    def __init__(self, *arguments: Any) -> None:
        super().__init__(*arguments)
        # As large as the bare window beside it, on whatever screen.
        self.window.setWindowState(Qt.WindowState.WindowNoState)
        self.window.resize(1200, 800)
        self.figures: Figures | None = None
        self.usable.connect(self._on_usable)
        # Connected last: the studio has them when the mark is told.
        self.loader.drawn.connect(self._on_drawn)

    def _on_usable(self) -> None:
        mark("usable")
        self._remote = self.remote_type(self)

    def _on_drawn(self, figures: Figures) -> None:
        mark("drawn")
        self.figures = figures


def run(program_type: type[MeasuredProgram] = MeasuredProgram) -> int:
    """Run coach with this program in place of its own and return its exit status."""
    # The names that coach.app composes the program from. A class may not be assigned to, says mypy.
    setattr(app, "Window", _MeasuredWindow)  # noqa: B010
    setattr(app, "Program", program_type)  # noqa: B010
    arguments = sys.argv[1:]
    if WITHOUT_FIGURES in arguments:
        arguments.remove(WITHOUT_FIGURES)
        setattr(app, "Loader", _BlindLoader)  # noqa: B010
    return main(arguments)


if __name__ == "__main__":
    sys.exit(run())
