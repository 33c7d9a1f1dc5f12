"""What a session is shown on: its pages, its actions and its keys. Made once the start page stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.core.events import Input
from coach.session.sound_notice import VOICE_MS
from coach.ui.after.after_session import AfterSession, Ends
from coach.ui.after.closing_page import ClosingPage
from coach.ui.after.stopped_page import StoppedPage
from coach.ui.check.before_session import BeforeSession
from coach.ui.check.check_page import CheckPage
from coach.ui.keys.actions import Actions, key_name
from coach.ui.keys.clicker import rows_with
from coach.ui.keys.router import KeyRouter
from coach.ui.kit.edge_note import PassingNote
from coach.ui.live.floor.floor import Floor
from coach.ui.live.floor.floor_page import FloorPage
from coach.ui.live.session_page import SessionPage
from coach.ui.shell.focus_watch import FocusWatch
from coach.ui.shell.navigator import Cause, Place
from coach.ui.shell.side_pages import SidePages
from coach.words import spoken_phrases

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QObject
    from PySide6.QtWidgets import QApplication

    from coach.session.selection import Selection
    from coach.ui.keys.actions import Row
    from coach.ui.live.live_page import LivePage
    from coach.ui.shell.services import Services


class Scenes:
    """The session page, the stopped page and the closing page in the window, with the menus and the keys."""

    def __init__(
        self,
        app: QApplication,
        services: Services,
        owner: QObject,
        selection: Selection,
        *,
        send: Callable[[Input], None],
    ) -> None:
        window, theme, player, navigator = services.window, services.theme, services.player, services.navigator
        self._services, self._told_on_start = services, ""
        self.session = SessionPage(theme, services.pictures, player.now_ms, player.speed)
        self.stopped = StoppedPage(theme)
        self.closing = ClosingPage(theme)
        self.actions = Actions(owner, rows_with(services.preferences.now.clicker))
        floor_page = FloorPage(theme, services.pictures, player.now_ms, player.speed)
        pains = (self.session.bar.pain, floor_page.pain)
        self.keys = KeyRouter(app, self.actions, pains, lambda: player.send(Input.PAIN_STOP))
        window.installEventFilter(self.keys)
        self.check_page = check_page = CheckPage(theme)
        self.before_session = BeforeSession(
            services,
            check_page,
            navigator.way(Cause.CHECK_ASKS, Place.CHECK),
            start=services.start,
            announcer=services.announcer,
            asking=window,
        )
        self.before_session.fits = selection.fits
        window.add_page(Place.CHECK, check_page, check_page.bar)
        window.add_page(Place.LIVE, self.session, self.session.bar)
        window.add_page(Place.CLOSING, self.closing, self.closing.bar)
        window.add_page(Place.STOPPED, self.stopped)
        window.add_page(Place.FLOOR, floor_page)
        window.addActions(list(self.actions.by_id.values()))
        self.actions.fill(window.menuBar())
        self.session.easier_wanted.connect(self.actions.by_id["easier"].trigger)
        ends = Ends(
            stop=navigator.way(Cause.STOP, Place.STOPPED),
            close=navigator.way(Cause.SESSION_OVER, Place.CLOSING),
            close_again=navigator.way(Cause.STOP_TAKEN_BACK, Place.CLOSING),
        )
        self.after_session = AfterSession(services, self.stopped, self.closing, ends)
        self.after_session.hurt.connect(self.before_session.note_hurt)
        there = navigator.way(Cause.TO_FLOOR, Place.FLOOR), navigator.way(Cause.FROM_FLOOR, Place.LIVE)
        self.floor = Floor(services, self.session, floor_page, self.stopped, there)
        self._show_on(self.session, send)
        self._show_on(floor_page, send)
        self.asides = SidePages(app, services, self.actions, selection)
        self.asides.deleted.connect(lambda words: services.announcer.say(services.start.show_notice(words)))
        self.asides.deleted.connect(self.before_session.refresh)
        self.focus_watch = FocusWatch(app, owner)
        self._watch(services)
        self._show_keys(rows_with(services.preferences.now.clicker))
        self.actions.by_id["still"].setChecked(services.preferences.is_still)
        services.preferences.still_changed.connect(self.actions.by_id["still"].setChecked)

    def _show_on(self, page: LivePage, send: Callable[[Input], None]) -> None:
        """Show the session on this page too."""
        live = self._services.live
        live.subscribe(page)
        page.came.connect(live.note_seen)
        page.went.connect(live.note_unseen)
        page.wanted.connect(send)
        page.floor_wanted.connect(self.actions.by_id["floor"].trigger)

    def _watch(self, services: Services) -> None:
        """Let the keys follow the settings, and the session page tell where the keyboard is."""
        watch, live, words = self.focus_watch, services.live, self.session.focus_note.text
        services.preferences.changed.connect(lambda now: self._show_keys(rows_with(now.clicker)))
        services.player.ticked.connect(watch.show_snapshot)
        services.window.closed.connect(watch.end)
        watch.focus_lost.connect(lambda: live.set_elsewhere(elsewhere=True))
        watch.focus_back.connect(lambda: live.set_elsewhere(elsewhere=False))
        watch.focus_lost.connect(lambda: services.announcer.say(words))
        narrator = services.narrator
        watch.focus_lost.connect(lambda: narrator.tell(spoken_phrases.NO_KEYS))
        narrator.lost.connect(self._on_sound_lost)
        narrator.found.connect(self._on_sound_found)
        if narrator.trouble:  # it was lost before there was anybody to tell it
            self._on_sound_lost(narrator.trouble)

    def _show_keys(self, rows: tuple[Row, ...]) -> None:
        """Give actions and buttons the keys in force: a clicker may have the arrow key of a button."""
        self.actions.set_keys(rows)
        keys, bar = {row.id: row.keys for row in rows}, self.session.bar
        bar.back.set_key(key_name(keys["back"][0]))
        bar.skip.set_key(key_name(keys["skip"][0]))

    def _on_sound_lost(self, why: str) -> None:
        """Tell once that there is no sound; it is tried again meanwhile, and all else goes on."""
        text = self._services.live.sound.trouble
        self._services.announcer.say(text)
        if not self._told_on_start:
            self._told_on_start = self._services.start.show_notice(f"{text}\n{why}")

    def _on_sound_found(self) -> None:
        self._services.start.take_back(self._told_on_start)
        self._told_on_start = ""

    def show_voice(self, words: str) -> None:
        """Show for a moment, on the page that is there, what became of the voice; a stop is never covered."""
        match self._services.navigator.place:
            case Place.LIVE | Place.FLOOR:
                self._services.live.sound.tell_voice(words)
            case Place.STOPPED:
                pass
            case _:
                PassingNote(self._services.theme, self._services.window.page, words, VOICE_MS)
