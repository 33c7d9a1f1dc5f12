"""Goes about outside a session: from place to place of the navigation, to pages that are read, and to the hearing test.

In a session, in the check and on the closing page the same pages are read for a while, and what lies below goes on.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from coach.core.events import Phase
from coach.session.places import Place
from coach.ui.shell.navigator import VISITS
from coach.ui.shell.side_page import SidePage
from coach.ui.shell.sound_line import sound_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from coach.ui.kit.passing_page import PassingPage
    from coach.ui.shell.rooms import Rooms
    from coach.ui.shell.services import Services


class Browsing(QObject):
    """Shows the pages that are made when one goes there; `home` leads to the start page."""

    def __init__(self, services: Services, rooms: Callable[[], Rooms], home: Callable[[], None]) -> None:
        super().__init__()
        self._services, self._navigator, self._start = services, services.navigator, services.start
        self._rooms, self._home = rooms, home
        self._pages = SidePage(services.window, services.navigator)
        self._pages.left.connect(self._on_left)
        self._pages.home_wanted.connect(home)
        services.window.back_wanted.connect(self.leave)
        self._navigation = services.window.left.navigation
        self._navigation.wanted.connect(self.visit)
        self._navigation.sound_wanted.connect(self._on_sound_wanted)
        narrator = services.narrator
        for signal in (narrator.changed, narrator.lost, narrator.found, services.preferences.changed):
            signal.connect(self._show_sound)
        self._show_sound()
        services.routines.may_show = self._is_about

    def _is_about(self) -> bool:
        """Tell whether nothing is under way: no check, no session, and nothing of its end that is still to be read."""
        return self._navigator.base in VISITS and not self._services.player.is_live

    def visit(self, place: Place) -> None:
        """Go to a place of the navigation; where one cannot leave for it now, its page is read for a while."""
        if not self._navigator.allows(VISITS[place]):
            self.read(self._rooms().side_pages.of_place[place]())
        elif place is Place.START:
            self._home()
        elif self._navigator.base is not place:
            self._pages.show(self._rooms().side_pages.of_place[place](), place)
        elif self._navigator.below is not None:
            self.leave()
        else:
            self._pages.settle()

    def read(self, page: PassingPage) -> None:
        """Show a page to be read for a while; not over a stop."""
        self._rooms().live.floor.leave()
        self._pages.show(page)

    def leave(self, _what: object = None) -> None:
        """Go back from what is read, or from a place of the navigation."""
        self._pages.leave()

    def _on_left(self) -> None:
        """Give the focus to where it came from, or to what is most likely wanted next."""
        place = self._navigator.place
        if self._gives_focus_back(place) and self._pages.give_focus_back():
            return
        match place:
            case Place.START:
                self._start.primary.setFocus()
            case Place.CLOSING:
                self._rooms().after_session.closing.done.setFocus()
            case Place.CHECK:
                self._rooms().before_session.page.settle(self._rooms().before_session.check.question)
            case Place.LIVE:
                self._rooms().live.session.bar.go.setFocus()
            case _:
                self._pages.settle()

    def _gives_focus_back(self, place: Place) -> bool:
        """Tell whether the keyboard goes back to where it was.

        Not in the check, which reads its question again, and not in a pause, where a stray key must do no harm.
        """
        snapshot = self._services.player.snapshot()
        is_paused = snapshot is not None and snapshot.phase is Phase.PAUSED
        return place is not Place.CHECK and not (place is Place.LIVE and is_paused)

    # Whether coach can be heard

    def _show_sound(self, _what: object = None) -> None:
        self._navigation.say_sound(sound_words(self._services.preferences.now, self._services.narrator))

    def _on_sound_wanted(self) -> None:
        """Let the person try whether they hear coach; afterwards they are where they were."""
        page = self._rooms().side_pages.hear()
        page.answered.connect(self.leave)
        self.read(page)
