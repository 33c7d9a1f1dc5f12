"""Does the commands that send no input to the session, or none at the moment: one entry each."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QPlainTextEdit

from coach.session import describe
from coach.session.places import Place
from coach.ui.kit.pressable import Pressable
from coach.words.catalogue import tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from coach.ui.shell.browsing import Browsing
    from coach.ui.shell.rooms import Rooms
    from coach.ui.shell.services import Services


PAGES = ("keys", "clicker", "listen", "signs", "works", "about")
"""The commands that show a side page."""
VISITED = {
    "today": Place.START,
    "routines": Place.ROUTINES,
    "history": Place.HISTORY,
    "settings": Place.SETTINGS,
}
"""The commands that lead to a place of the navigation."""


class CommandHandlers:
    """What each command does by itself, in the window. `Commands` decides whether it is done now."""

    def __init__(
        self,
        app: QApplication,
        services: Services,
        rooms: Callable[[], Rooms],
        browsing: Browsing,
    ) -> None:
        self._app, self._services, self._browsing = app, services, browsing
        self._rooms = rooms

    def by_id(self) -> dict[str, Callable[[], object]]:
        """Return what each command does by itself, by its id."""
        return {
            "go": self._on_go,
            "pain": self._on_pain,
            "because": self._on_pain,
            "quit": self._services.window.close,
            "list": self._on_list,
            "still": self._services.preferences.toggle_still,
            "floor": self._on_floor,
            "turn": self._on_turn,
            "feel": self._on_feel,
            "figure": self._on_figure,
            "mute": self._on_mute,
            "again": self._on_again,
            **{name: partial(self._show_page, name) for name in PAGES},
            **{name: partial(self._browsing.visit, place) for name, place in VISITED.items()},
        }

    def _show_page(self, command_id: str) -> None:
        self._browsing.read(self._rooms().side_pages.of_command[command_id]())

    def _on_pain(self) -> None:
        """Count a stop for pain on the closing page too, but not a letter that is typed into the note."""
        if not isinstance(self._app.focusWidget(), QPlainTextEdit):
            self._rooms().after_session.stop_afterwards()

    def _on_list(self) -> None:
        self._rooms().live.floor.leave()
        self._services.window.left.toggle_list()

    def _on_floor(self) -> None:
        self._rooms().live.floor.toggle()

    def _on_turn(self) -> None:
        self._rooms().live.floor.turn()

    def _on_again(self) -> None:
        """Have the voice say it again; a screen reader tells how many seconds are left, and what no voice says."""
        services, live = self._services, self._services.live.now
        services.narrator.again()
        snapshot = services.player.snapshot()
        if live is not None and snapshot is not None:
            services.announcer.say(self._rooms().live.step_news.again(live.at(snapshot)))

    def _on_feel(self) -> None:
        """Show what to feel and when to stop beside the clock, or hide it, and say which."""
        services = self._services
        services.live.toggle_feel()
        live = services.live.now
        if live is not None:
            services.announcer.say(describe.feel_words(live.exercise) if live.tells_feel else tr("Back to the steps."))

    def _on_figure(self) -> None:
        self._services.preferences.change(figure=self._services.pictures.next_variant)

    def _on_mute(self) -> None:
        """Switch the voice off or on, and show which; without sound, only say that nothing changes."""
        services = self._services
        if not services.narrator.has_sound:
            words = tr("There is no sound now. The voice stays as it is.")
            services.announcer.say(words)
            self._rooms().sound_news.show_voice(words)
            return
        on = not services.preferences.now.voice
        services.preferences.change(voice=on)
        services.narrator.tell_voice(on=on)
        services.announcer.say(tr("The voice is on.") if on else tr("The voice is off."))
        self._rooms().sound_news.show_voice(tr("The voice is on.") if on else tr("The voice is off. M switches it on."))

    def _on_go(self) -> None:
        """Do what Space does outside a session: press the button with the focus, else Start on the start page."""
        focus, start = self._app.focusWidget(), self._services.start
        if self._app.activePopupWidget() is not None:
            return
        if self._services.navigator.place is Place.CLOSING and self._rooms().after_session.rise():
            return
        if isinstance(focus, QComboBox):
            focus.showPopup()
        elif isinstance(focus, Pressable):
            focus.press()
        elif isinstance(focus, QAbstractButton) and focus.isEnabled() and focus is not start.primary:
            focus.click()
        elif self._services.navigator.place is Place.START:
            start.go()
