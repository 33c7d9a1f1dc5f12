"""The rooms that a session leads through, put together once the start page stands, with their actions and keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from coach.session.places import Place
from coach.ui.after.after_session import AfterSession, Ends
from coach.ui.check.before_session import BeforeSession
from coach.ui.keys.actions import Actions
from coach.ui.keys.clicker import rows_with, without_back
from coach.ui.keys.router import KeyRouter
from coach.ui.kit.key_use import KeyUse
from coach.ui.live.live_room import LiveRoom
from coach.ui.shell.focus_watch import FocusWatch
from coach.ui.shell.navigator import Cause
from coach.ui.shell.next_reminder import NextReminder
from coach.ui.shell.side_pages import SidePages
from coach.ui.shell.sound_news import SoundNews
from coach.words import spoken_phrases

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtWidgets import QApplication

    from coach.session.commands import Commands
    from coach.session.selection import Selection
    from coach.ui.shell.services import Services
    from coach.ui.shell.window import Window


class Rooms:
    """The rooms before, during and after a session, and the side pages."""

    def __init__(
        self, app: QApplication, services: Services, commands: Commands, owner: QObject, selection: Selection
    ) -> None:
        self._services = services
        rows = rows_with(services.preferences.now.clicker)
        self.actions = Actions(owner, rows)
        self.before_session = _before_session(services)
        self.before_session.short_version = selection.short_version_words
        self.before_session.cut_off_of = selection.cut_off
        self.before_session.when_routines_are_read = services.routines.when_read
        self.live = _live_room(services)
        self.actions.wanted.connect(commands.do)
        self.live.connect(commands.do)
        self.live.show_keys(rows)
        self.after_session = _after_session(services)
        self.after_session.hurt.connect(self.before_session.note_hurt)
        self.keys = KeyRouter(app, self.actions, commands, self.live.pain_buttons)
        self._fill(services.window)
        self.side_pages = SidePages(app, services, commands, selection)
        self.side_pages.deleted.connect(self.before_session.refresh)
        self.sound_news = SoundNews(services)
        self._next_reminder = NextReminder(app, services, commands, owner)
        self.focus_watch = FocusWatch(app, owner)
        self._watch()
        services.preferences.changed.connect(self._on_preferences)
        self.actions.show_still(services.preferences.is_still)
        services.preferences.still_changed.connect(self.actions.show_still)

    def _fill(self, window: Window) -> None:
        """Give the window the pages of all places, the menus and the keys."""
        check, live, after = self.before_session.page, self.live, self.after_session
        window.add_page(Place.CHECK, check, check.bar)
        window.add_page(Place.LIVE, live.session, live.session.bar)
        window.add_page(Place.CLOSING, after.closing, after.closing.bar)
        window.add_page(Place.STOPPED, after.stopped)
        window.add_page(Place.FLOOR, live.floor.page)
        window.addActions(list(self.actions.by_id.values()))
        self.actions.fill(window.menuBar())
        window.installEventFilter(self.keys)
        if (handle := window.windowHandle()) is not None:
            KeyUse(handle)
        # After a pain stop the window stays as it was, also on the whole screen, until the person moves it.
        for signal in (after.stopped.close_wanted, after.stopped.window_wanted):
            signal.connect(window.leave_full_screen)

    def _watch(self) -> None:
        """Show and say when another window has the keyboard."""
        services, watch, live = self._services, self.focus_watch, self._services.live
        words = self.live.session.notes.focus.text
        services.player.ticked.connect(watch.show_snapshot)
        services.window.closed.connect(watch.end)
        if (handle := services.window.windowHandle()) is not None:
            handle.windowStateChanged.connect(self._on_window_state)
        watch.focus_lost.connect(lambda: live.set_elsewhere(elsewhere=True))
        watch.focus_back.connect(lambda: live.set_elsewhere(elsewhere=False))
        watch.focus_lost.connect(lambda: services.announcer.say(words))
        watch.focus_lost.connect(lambda: services.narrator.tell(spoken_phrases.NO_KEYS))

    def _on_window_state(self, state: Qt.WindowState) -> None:
        """Have the session looked after less often while the window is minimised; all is shown when it is back."""
        self._services.player.set_seen(seen=state is not Qt.WindowState.WindowMinimized)

    def set_trial(self, *, on: bool) -> None:
        """Take whether a routine is only tried out: then Esc leads back, and nothing is asked about it."""
        self.after_session.is_trial = on
        self._on_preferences()

    def _on_preferences(self) -> None:
        rows = rows_with(self._services.preferences.now.clicker)
        if self.after_session.is_trial:
            rows = without_back(rows)
        self.actions.set_keys(rows)
        self.live.show_keys(rows)


def _before_session(services: Services) -> BeforeSession:
    return BeforeSession(
        services,
        services.navigator.way(Cause.CHECK_ASKS, Place.CHECK),
        theme=services.theme,
        start=services.start,
        announcer=services.announcer,
        asking=services.window,
        pictures=services.pictures,
        hand=services.hand,
    )


def _live_room(services: Services) -> LiveRoom:
    navigator = services.navigator
    return LiveRoom(
        services,
        services.live,
        theme=services.theme,
        pictures=services.pictures,
        announcer=services.announcer,
        window=services.window,
        ways=(navigator.way(Cause.TO_FLOOR, Place.FLOOR), navigator.way(Cause.FROM_FLOOR, Place.LIVE)),
    )


def _after_session(services: Services) -> AfterSession:
    navigator = services.navigator
    return AfterSession(
        services,
        Ends(
            stop=navigator.way(Cause.STOP, Place.STOPPED),
            close=navigator.way(Cause.SESSION_OVER, Place.CLOSING),
            close_again=navigator.way(Cause.STOP_TAKEN_BACK, Place.CLOSING),
        ),
        theme=services.theme,
        pictures=services.pictures,
        announcer=services.announcer,
        show_words=services.window.show_words,
    )
