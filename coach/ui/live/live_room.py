"""The room of a live session: the session page, the floor view, and the way between them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible

from coach.session.step_news import StepNews
from coach.ui.keys.actions import key_name
from coach.ui.live.floor.floor import Floor
from coach.ui.live.floor.floor_page import FloorPage
from coach.ui.live.pictures_after import PicturesAfter
from coach.ui.live.session_page import SessionPage

if TYPE_CHECKING:
    from collections.abc import Callable

    from coach.session.live import LiveSession
    from coach.session.services import SessionServices
    from coach.ui.figure.picture_cache import PictureCache
    from coach.ui.keys.actions import Row
    from coach.ui.kit.announcer import Announcer
    from coach.ui.kit.theme import Theme
    from coach.ui.kit.way import Way
    from coach.ui.live.floor.floor import FloorWindow
    from coach.ui.live.live_page import LivePage


class LiveRoom:
    """Makes the session page and the floor view."""

    def __init__(
        self,
        services: SessionServices,
        live: LiveSession,
        *,
        theme: Theme,
        pictures: PictureCache,
        announcer: Announcer,
        window: FloorWindow,
        ways: tuple[Way, Way],
    ) -> None:
        """`ways` lead to the floor view and back to the session page."""
        self._live, player = live, services.player
        self.session = SessionPage(theme, pictures, player.now_ms, player.speed)
        floor_page = FloorPage(theme, pictures, player.now_ms, player.speed)
        self.floor = Floor(services, self.session, floor_page, ways, window=window, announcer=announcer)
        self.step_news = StepNews(services, QAccessible.isActive)
        self.step_news.told.connect(announcer.say)
        self.pictures_after = PicturesAfter(pictures)
        for page in self.pages:
            player.speed_changed.connect(page.set_speed)
        self.pain_buttons = self.session.bar.pain, floor_page.pain

    def connect(self, do: Callable[[str], None]) -> None:
        """Show the session on both pages; `do` takes the id of the command that a button stands for."""
        self._live.subscribe(self.step_news)
        self._live.subscribe(self.pictures_after)
        for page in self.pages:
            self._live.subscribe(page)
            page.came.connect(self._live.note_seen)
            page.went.connect(self._live.note_unseen)
            page.wanted.connect(do)

    @property
    def pages(self) -> tuple[LivePage, ...]:
        """All pages that show a session."""
        return self.session, self.floor.page

    def focus_go(self) -> None:
        """Give the focus to what goes on: on a paused session a stray key should do no harm."""
        if self.floor.is_on:
            self.floor.page.go.setFocus(Qt.FocusReason.MouseFocusReason)
        else:
            self.session.bar.go.setFocus()

    def show_keys(self, rows: tuple[Row, ...]) -> None:
        """Show the keys in force on the buttons: the clicker may have taken the arrow key of one."""
        keys, bar = {row.id: row.keys for row in rows}, self.session.bar
        bar.back.set_key(key_name(keys["back"][0]))
        bar.skip.set_key(key_name(keys["skip"][0]))
        for pain in self.pain_buttons:
            pain.set_key(key_name(keys["pain"][0]))
