"""The real program, opened for one walk and closed after it: the few doors of it that a walk needs, and no others."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QObject, QTimer, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QApplication

from coach.app import Program
from coach.core.events import Phase
from coach.store import settings, window_place
from coach.store.paths import Paths
from coach.store.record.moments import Instant
from coach.store.settings import Heard, Settings
from coach.ui.kit.theme import Theme
from tests.ui.conftest import take_apart
from tests.ui.recorded_voice import RecordedVoice
from tests.ui.stage import HandClock, Stage

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtCore import QUrl
    from PySide6.QtWidgets import QWidget

    from coach.core.events import Snapshot
    from coach.store.window_place import Place

VOICES = {"af_heart": "Heart", "am_michael": "Michael"}
LONGEST_S = 10.0
"""What takes longer than this hangs."""
TURNS = 3
NEW_YEAR_MS = 1_767_225_600_000


class Ear(RecordedVoice):
    """A voice that keeps all it is asked to say, also what it would not say because the person switched it off."""

    def say(self, text: str, *, always: bool = False) -> None:  # noqa: ARG002 - all is kept
        """Keep a sentence."""
        self.heard.append((self.stage.clock.ms, text))


class Links(QObject):
    """Takes every link that is opened: nothing outside is started."""

    @Slot("QUrl")
    def take(self, _url: QUrl) -> None:
        """Do nothing with it."""

    def stand_in(self) -> None:
        """Take the schemes that coach opens."""
        for scheme in ("https", "http", "tel", "mailto", "file"):
            QDesktopServices.setUrlHandler(scheme, self, "take")  # type: ignore[arg-type]  # the stubs say bytes


class Start(NamedTuple):
    """How a program finds things when it opens."""

    sound: bool
    """There is a voice."""
    knows: bool
    """The person was asked before whether it is heard."""
    place: Place | None = None
    """Where the window was the last time."""

    def __str__(self) -> str:
        place = "" if self.place is None else f", where it was: {', '.join(map(str, self.place[:4]))}"
        return (
            f"opened {'with' if self.sound else 'without'} sound{'' if self.knows else ', for the first time'}{place}"
        )


class Opened:
    """One running program with a clock that is moved by hand."""

    def __init__(self, app: QApplication, folder: Path, start: Start) -> None:
        """Open it in an empty folder."""
        self.app = app
        if start.knows:
            settings.save(folder, Settings(heard=Heard.BOTH))
        if start.place is not None:
            window_place.save(folder, start.place)
        clock, hand = HandClock(), HandClock()
        program = Program(
            app,
            Theme(app),
            clock,
            None,
            Paths.choose(folder),
            1,
            lambda: Instant(NEW_YEAR_MS + clock.ms),
            hand=hand,
        )
        self.stage = Stage(program, clock, hand)
        self.window = program.window
        loop = QEventLoop()
        program.ready.connect(loop.quit)
        QTimer.singleShot(int(LONGEST_S * 1000), loop, loop.quit)
        program.window.show()
        loop.exec()
        self.ear = Ear(self.stage)
        self.has_sound = start.sound
        if start.sound:
            program.narrator.use(self.ear, VOICES)
        program.window.activateWindow()
        self.settle()

    # What it shows and knows

    @property
    def is_open(self) -> bool:
        """Whether the window is still there."""
        return self.window.isVisible()

    @property
    def page(self) -> QWidget:
        """The page that shows."""
        return self.stage.page()

    @property
    def is_start(self) -> bool:
        """Whether the start page shows."""
        return self.page is self.stage.program.start_page

    @property
    def is_live(self) -> bool:
        """Whether a session has begun and is not over."""
        return self.stage.player.is_live

    @property
    def is_stopped(self) -> bool:
        """Whether the session is stopped for pain and the screen says so."""
        shot = self.stage.player.snapshot()
        return shot is not None and shot.phase is Phase.STOPPED_FOR_PAIN and self.stage.is_stopped

    @property
    def shot(self) -> Snapshot:
        """The session at this instant."""
        return self.stage.shot

    @property
    def chosen(self) -> Settings:
        """The settings in force."""
        return self.stage.program.preferences.now

    # Time and sound

    def settle(self) -> None:
        """Let everything come to rest: what is posted, what is to be deleted, and what the record was asked for."""
        self._turn()
        if self.is_open:
            there: list[object] = []
            self.stage.program.recorder.do(lambda _journal: True, there.append)
            ends = time.monotonic() + LONGEST_S
            while not there and time.monotonic() < ends:
                QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 5)
            assert there, "the record does not answer"
            self._keep_keyboard()
            self._turn()

    def _keep_keyboard(self) -> None:
        """Give the window the keyboard back after a menu or list, as any window system but Qt's offscreen one does."""
        if QGuiApplication.focusWindow() is None and QApplication.activePopupWidget() is None:
            self.window.activateWindow()

    def _turn(self) -> None:
        for _turn in range(TURNS):
            QApplication.processEvents()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def lose_sound(self) -> None:
        """Let the sound go, as a device that is unplugged does."""
        self.stage.program.narrator.lose("The sound device is gone.")

    def find_sound(self) -> None:
        """Let it be back."""
        self.stage.program.narrator.find()

    def close(self) -> None:
        """Close the window and take the program apart."""
        self.window.force_close()
        take_apart(self.stage.program)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
