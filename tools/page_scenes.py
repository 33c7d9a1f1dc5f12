"""What leads to the picture of each page and state, in a program whose clock is in our hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea

from coach.core.events import Input
from coach.core.pacing import Preset
from coach.session.cut_off import CutOff
from coach.session.places import Place
from coach.store.record.history import History, Span
from coach.store.record.values import EarlierSessions
from coach.ui.help.listen_page import ListenPage
from coach.ui.history.history_page import MONTH, YEAR, HistoryPage
from coach.ui.home.film import SHOWN_S
from coach.ui.settings.clicker_page import ClickerPage
from coach.ui.settings.settings_page import SettingsPage
from tools import check_scenes, editor_scenes, help_scenes, library_scenes, sample_record, sharing_scenes
from tools.studio import Studio, wait_until

if TYPE_CHECKING:
    from collections.abc import Callable


def _start(pictures: Studio) -> None:
    """Show the second exercise in its pose, as it is a while after the page was opened."""
    film = pictures.program.start_page.film
    for _exercise in range(2):
        if film is not None:
            pictures.clock.ms += round(SHOWN_S * 600)
            film.look()


def _cut_off(pictures: Studio) -> None:
    pictures.program.preferences.change(remind=False)
    _put_off_helps(pictures)
    _scroll_up(pictures)
    words = "Interrupted yesterday at 18:05, in round 2 of 3, left side. 9 min are left."
    pieces = (75_000, 300_000, 150_000, 300_000, 300_000, 150_000, 150_000)
    offered = CutOff("Trunk rotation", 3, "left", words, pieces, 630_000, "lower-back")
    pictures.program.start_page.show_unfinished(offered)


def _reminder(pictures: Studio) -> None:
    """Tell of the next reminder."""
    _scroll_up(pictures)
    pictures.program.preferences.change(remind=True, remind_times=["07:30"])
    pictures.program.reminders.ask(pictures.program.recorder)
    parts = pictures.program.start_page.parts
    wait_until(pictures, lambda: parts.reminder is not None and not parts.reminder.isHidden())


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
        wait_until(pictures, page.columns.isVisible)
        page.calendar.setFocus(Qt.FocusReason.TabFocusReason)


def _history_all(pictures: Studio) -> None:
    """Show all that was done in the chosen session."""
    page = pictures.program.window.page
    if isinstance(page, HistoryPage):
        page.day.links[0].click()
        wait_until(pictures, lambda: bool(page.day.detail))


def _history_year(pictures: Studio) -> None:
    page = pictures.program.window.page
    if isinstance(page, HistoryPage):
        page.view.parts[YEAR].click()
        wait_until(pictures, page.year.isVisible)


def _history_empty(pictures: Studio) -> None:
    """Show the page as it is before the first session."""
    _history(pictures)
    page, today = pictures.program.window.page, sample_record.NOW.day
    if isinstance(page, HistoryPage):
        page.view.parts[MONTH].click()
        wait_until(pictures, page.columns.isVisible)
        page.show_history(History(Span(today, today + 1), {}, [], [], [], None, today))


def _pane(name: str) -> Callable[[Studio], None]:
    """Return what chooses a part of the settings."""

    def show(pictures: Studio) -> None:
        page = pictures.program.window.page
        if isinstance(page, SettingsPage):
            page.show_pane(getattr(page, name))

    return show


def _reminders_on(pictures: Studio) -> None:
    """Show the reminders switched on, at two times of day."""
    pictures.program.preferences.change(remind=True, remind_times=["07:30", "18:00"])
    _pane("reminders")(pictures)


def _scroll_down(pictures: Studio) -> None:
    area = pictures.program.window.page.findChild(QScrollArea)
    if isinstance(area, QScrollArea):
        area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())


def _scroll_up(pictures: Studio) -> None:
    area = pictures.program.window.page.findChild(QScrollArea)
    if isinstance(area, QScrollArea):
        area.verticalScrollBar().setValue(0)


def _pain_again(pictures: Studio) -> None:
    check_scenes.first_question(pictures)
    check_scenes.none(pictures)


def _way_down(pictures: Studio) -> None:
    _pain_again(pictures)
    check_scenes.choose(pictures, 3)
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
    "start_reminder": _reminder,
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
    "settings_reminders": _reminders_on,
    "signs": lambda pictures: pictures.parts.actions["signs"].trigger(),
    "listen": _listen,
    "exercise": _exercise,
    **help_scenes.SCENES,
    "about": lambda pictures: pictures.parts.actions["about"].trigger(),
    "keys": lambda pictures: pictures.parts.actions["keys"].trigger(),
    "hear": check_scenes.hear,
    "hear_nothing": check_scenes.hear_nothing,
    "check_signs": check_scenes.check,
    "check_urgent": check_scenes.more,
    "check_today": check_scenes.more,
    "check_flag": check_scenes.flag,
    "check_cleared": check_scenes.cleared,
    "check_ask_first": check_scenes.first_question,
    "check_pain": check_scenes.none,
    "check_severe": check_scenes.severe,
    "check_gently": check_scenes.gently,
    "check_usual_day": check_scenes.usual_day,
    "check_usual_day_half": lambda pictures: pictures.parts.check_page.buttons[0].click(),
    "check_restart": check_scenes.restart,
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
