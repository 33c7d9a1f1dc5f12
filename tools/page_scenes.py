"""What leads to the picture of each page and state, in a program whose clock is in our hand."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDeadlineTimer, QEventLoop, Qt, QTimer
from PySide6.QtWidgets import QScrollArea

from coach.app import Program
from coach.core.events import Input
from coach.core.pacing import Preset
from coach.core.safety import Known
from coach.session.cut_off import CutOff
from coach.session.places import Place
from coach.session.speaker import Mute
from coach.store.paths import Paths
from coach.store.record.history import History, Span
from coach.store.record.values import EarlierSessions
from coach.store.voices import shipped_folder, voices
from coach.ui.check.closed_sheet import People
from coach.ui.check.gently_sheet import Today
from coach.ui.check.hearing_page import HearPage
from coach.ui.help.listen_page import ListenPage
from coach.ui.history.history_page import MONTH, YEAR, HistoryPage
from coach.ui.home.film import SHOWN_S
from coach.ui.live.flash import Flash
from coach.ui.settings.clicker_page import ClickerPage
from coach.ui.settings.settings_page import SettingsPage
from tests.parts import Parts
from tools import editor_scenes, library_scenes, sample_record, sharing_scenes

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


def _wait_until(pictures: Studio, is_so: Callable[[], bool]) -> None:
    waiting = QDeadlineTimer(20_000)
    while not is_so() and not waiting.hasExpired():
        pictures.app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)


def _start(pictures: Studio) -> None:
    """Show the second exercise in its pose, as it is a while after the page was opened."""
    film = pictures.program.start_page.film
    for _exercise in range(2):
        if film is not None:
            pictures.clock.ms += round(SHOWN_S * 600)
            film.look()


def _cut_off(pictures: Studio) -> None:
    _put_off_helps(pictures)
    _scroll_up(pictures)
    words = "Interrupted yesterday at 18:05, in round 2 of 3, left side. 9 min are left."
    pieces = (75_000, 300_000, 150_000, 300_000, 300_000, 150_000, 150_000)
    offered = CutOff("Trunk rotation", 3, "left", words, pieces, 630_000, "lower-back")
    pictures.program.start_page.show_unfinished(offered)


def _put_off_helps(pictures: Studio) -> None:
    """Hide the question of every two weeks, which was asked for its own picture."""
    helps = pictures.program.start_page.parts.helps
    if helps is not None:
        helps.put_off.emit()


def _first(pictures: Studio) -> None:
    page = pictures.program.start_page
    page.show_unfinished(None)
    page.show_past(EarlierSessions(), sample_record.NOW, is_known=True)


def _history(pictures: Studio) -> None:
    pictures.parts.actions["history"].trigger()
    page = pictures.program.window.page
    if isinstance(page, HistoryPage):
        _wait_until(pictures, page.columns.isVisible)
        page.calendar.setFocus(Qt.FocusReason.TabFocusReason)


def _history_all(pictures: Studio) -> None:
    """Show all that was done in the chosen session."""
    page = pictures.program.window.page
    if isinstance(page, HistoryPage):
        page.day.links[0].click()
        _wait_until(pictures, lambda: bool(page.day.detail))


def _history_year(pictures: Studio) -> None:
    page = pictures.program.window.page
    if isinstance(page, HistoryPage):
        page.view.parts[YEAR].click()
        _wait_until(pictures, page.year.isVisible)


def _history_empty(pictures: Studio) -> None:
    """Show the page as it is before the first session."""
    _history(pictures)
    page, today = pictures.program.window.page, sample_record.NOW.day
    if isinstance(page, HistoryPage):
        page.view.parts[MONTH].click()
        _wait_until(pictures, page.columns.isVisible)
        page.show_history(History(Span(today, today + 1), {}, [], [], [], None, today))


def _pane(name: str) -> Callable[[Studio], None]:
    """Return what chooses a part of the settings."""

    def show(pictures: Studio) -> None:
        page = pictures.program.window.page
        if isinstance(page, SettingsPage):
            page.show_pane(getattr(page, name))

    return show


def _scroll_down(pictures: Studio) -> None:
    area = pictures.program.window.page.findChild(QScrollArea)
    if isinstance(area, QScrollArea):
        area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())


def _scroll_up(pictures: Studio) -> None:
    area = pictures.program.window.page.findChild(QScrollArea)
    if isinstance(area, QScrollArea):
        area.verticalScrollBar().setValue(0)


def _hear(pictures: Studio) -> None:
    pictures.parts.show_start()
    pictures.program.preferences.change(heard="")
    pictures.program.start_page.start.click()


def _hear_nothing(pictures: Studio) -> None:
    page = pictures.program.window.page
    if isinstance(page, HearPage):
        page.nothing.click()


def _check(pictures: Studio) -> None:
    pictures.parts.show_start()
    pictures.program.preferences.change(heard="yes")
    pictures.program.start_page.start.click()
    check = pictures.parts.check
    _wait_until(pictures, lambda: check.question is not None)
    _begin_check(pictures, Known())  # as at first use: it has most to show


def _more(pictures: Studio) -> None:
    pictures.parts.check_page.buttons[1].click()


def _flag(pictures: Studio) -> None:
    """Answer the question before anew: it is in the first list."""
    pictures.parts.check_page.back.click()
    pictures.parts.check_page.buttons[0].click()


def _cleared(pictures: Studio) -> None:
    """Answer it anew once more: only in the second list, and a professional has said yes."""
    page = pictures.parts.check_page
    page.back.click()
    page.buttons[1].click()
    page.buttons[0].click()
    _none(pictures)
    if page.scale is not None:
        page.scale.numbers[3].click()


def _none(pictures: Studio) -> None:
    """Say “none of these”, after reading on to the end of the list where it is longer than the page."""
    page = pictures.parts.check_page
    before = page.sheet
    while page.sheet is before:
        pictures.app.processEvents()
        page.buttons[0].click()


def _first_question(pictures: Studio) -> None:
    _begin_check(pictures, Known())
    _none(pictures)


def _begin_check(pictures: Studio, known: Known) -> None:
    """Begin a check of somebody who wrote down whom to ask."""
    people = People("Riverside Physio · 555 0134", "555 0100")
    today = Today("Trunk rotation", pictures.parts.flow.starting.selection.short_version_words("lower-back"))
    pictures.parts.check.begin(known, today, people)
    pictures.app.processEvents()


def _severe(pictures: Studio) -> None:
    _choose(pictures, 8)


def _gently(pictures: Studio) -> None:
    pictures.parts.check_page.back.click()
    _choose(pictures, 5)


def _choose(pictures: Studio, number: int) -> None:
    scale = pictures.parts.check_page.scale
    if scale is not None:
        scale.numbers[number].click()


def _usual_day(pictures: Studio) -> None:
    _begin_check(pictures, Known(days_since=1, asks_after_last=True))


def _restart(pictures: Studio) -> None:
    _begin_check(pictures, Known(hurt_in_a_row=1, hurt_today=True, days_since=0))
    _none(pictures)
    _choose(pictures, 2)
    pictures.parts.check_page.buttons[0].click()


def _pain_again(pictures: Studio) -> None:
    _first_question(pictures)
    _none(pictures)


def _way_down(pictures: Studio) -> None:
    _pain_again(pictures)
    _choose(pictures, 3)
    pictures.pass_time(5)


def _hold(pictures: Studio) -> None:
    pictures.program.player.send(Input.CONFIRM)
    pictures.pass_time(70 + 76 + 12)


def _stopped(pictures: Studio) -> None:
    pictures.program.player.send(Input.RESUME)
    pictures.pass_time(5)
    pictures.program.player.send(Input.PAIN_STOP)


def _stopped_number(pictures: Studio) -> None:
    """Close the list of signs again, and ask for the number once the rest is over."""
    pictures.parts.stopped_page.signs.more.click()
    pictures.parts.after_session.rest_is_over()


def _lead_in(pictures: Studio) -> None:
    pictures.program.player.send(Input.MISTAKE)
    pictures.program.player.send(Input.RESUME)
    pictures.pass_time(1.2)


def _move_on(pictures: Studio) -> None:
    pictures.program.player.send(Input.SKIP_EXERCISE)
    pictures.program.player.send(Input.SKIP_EXERCISE)
    pictures.pass_time(9)


def _floor(pictures: Studio) -> None:
    pictures.parts.actions["floor"].trigger()
    for _ in range(5):  # the whole screen comes first, then the size of the picture
        pictures.app.processEvents()


def _exercise(pictures: Studio) -> None:
    pictures.parts.show_start()  # from there it is read
    pictures.parts.flow.show_exercise(1)


def _feel(pictures: Studio) -> None:
    """Show what to feel and when to stop, or hide it."""
    pictures.parts.actions["feel"].trigger()


def _floor_again(pictures: Studio) -> None:
    _feel(pictures)
    _floor(pictures)


def _turned(pictures: Studio) -> None:
    for _ in range(2):
        pictures.parts.actions["turn"].trigger()


def _floor_paused(pictures: Studio) -> None:
    pictures.parts.actions["turn"].trigger()
    pictures.program.player.send(Input.PAUSE)


def _closing(pictures: Studio) -> None:
    _floor(pictures)
    pictures.pass_time(760)
    while pictures.program.player.is_live:
        pictures.program.player.send(Input.SKIP_EXERCISE)


def _waiting(pictures: Studio) -> None:
    pictures.parts.show_start()
    pictures.program.preferences.change(pacing=Preset.WAIT_FOR_ME.value)
    pictures.program.player.send(Input.START)


def _listen(pictures: Studio) -> None:
    pictures.parts.actions["listen"].trigger()
    page = pictures.program.window.page
    while isinstance(page, ListenPage) and not page.script.rows:
        pictures.app.processEvents()


def _clicker(pictures: Studio) -> None:
    if pictures.program.player.is_live:  # the page of the clicker is not there in a session
        pictures.program.window.question.drop()
        pictures.program.player.send(Input.END)
    pictures.parts.actions["clicker"].trigger()
    page = pictures.program.window.page
    if isinstance(page, ClickerPage):
        page.listen.click()
        page.listener.heard.emit("F5", "")


SCENES: dict[str, Callable[[Studio], object]] = {
    "start": _start,
    "start_end": _scroll_down,
    "start_two_weeks": lambda pictures: pictures.program.start_page.ask_helps(),
    "start_cut_off": _cut_off,
    "start_first": _first,
    **library_scenes.SCENES,
    **editor_scenes.SCENES,
    **sharing_scenes.SCENES,
    "help": lambda pictures: pictures.parts.flow.browsing.visit(Place.HELP),
    "history": _history,
    "history_all": _history_all,
    "history_year": _history_year,
    "history_empty": _history_empty,
    "settings": lambda pictures: pictures.parts.actions["settings"].trigger(),
    "settings_more": _scroll_down,
    **{f"settings_{name}": _pane(name) for name in ("voice", "look", "keys", "contact", "record")},
    "signs": lambda pictures: pictures.parts.actions["signs"].trigger(),
    "listen": _listen,
    "exercise": _exercise,
    "about": lambda pictures: pictures.parts.actions["about"].trigger(),
    "keys": lambda pictures: pictures.parts.actions["keys"].trigger(),
    "hear": _hear,
    "hear_nothing": _hear_nothing,
    "check_signs": _check,
    "check_urgent": _more,
    "check_today": _more,
    "check_flag": _flag,
    "check_cleared": _cleared,
    "check_ask_first": _first_question,
    "check_pain": _none,
    "check_severe": _severe,
    "check_gently": _gently,
    "check_usual_day": _usual_day,
    "check_usual_day_half": lambda pictures: pictures.parts.check_page.buttons[0].click(),
    "check_restart": _restart,
    "way_down": _way_down,
    "session": _hold,
    "session_feel": _feel,
    "floor": _floor_again,
    "floor_right": _turned,
    "floor_paused": _floor_paused,
    "floor_feel": _feel,
    "paused": _floor_again,
    "stopped": _stopped,
    "stopped_signs": lambda pictures: pictures.parts.stopped_page.signs.more.click(),
    "stopped_number": _stopped_number,
    "lead_in": _lead_in,
    "move_on": _move_on,
    "floor_gap": _floor,
    "closing": _closing,
    "closing_answered": lambda pictures: pictures.parts.closing_page.after.scale.numbers[2].click(),
    "closing_worse": lambda pictures: pictures.parts.closing_page.after.scale.numbers[5].click(),
    "closing_severe": lambda pictures: pictures.parts.closing_page.after.scale.numbers[7].click(),
    "closing_more": _scroll_down,
    "waiting": _waiting,
    "question": lambda pictures: pictures.program.window.close(),
    "clicker": _clicker,
}
"""What leads to each picture, in the order in which one program can show them."""
