"""Does what the person wants by key, menu or button: what steers a session goes to the player, the rest is done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QPlainTextEdit

from coach.session.bounce import Bounce
from coach.ui.shell.navigator import Place
from coach.words.catalogue import tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from coach.core.events import Input
    from coach.ui.kit.text_page import TextPage
    from coach.ui.shell.rooms import Rooms
    from coach.ui.shell.services import Services


class Wants(QObject):
    """One entry an action that is no input of a session."""

    def __init__(
        self,
        app: QApplication,
        services: Services,
        rooms: Callable[[], Rooms],
        show_side_page: Callable[[TextPage], None],
    ) -> None:
        super().__init__()
        self._app, self._services, self._show_side_page = app, services, show_side_page
        self._rooms = rooms
        self._bounce = Bounce(services.hand.now_ms)

    def do(self, wanted: str) -> None:
        """Do what the action with this id stands for, where it has a meaning now; the same twice at once is one."""
        self._bounce.do(wanted, lambda: self._do(wanted))

    def send(self, wanted: Input) -> None:
        """Send the session what a button asks for, as its key would."""
        from coach.ui.keys.actions import action_of  # noqa: PLC0415 - made with the rooms

        player = self._services.player
        self._bounce.do(action_of(wanted) or wanted.value, lambda: player.send(wanted))

    def _do(self, wanted: str) -> None:
        from coach.ui.keys.actions import input_of  # noqa: PLC0415 - made with the rooms

        own = self._own()
        player = self._services.player
        if wanted in own:
            own[wanted]()
            return
        snapshot = player.snapshot()
        if snapshot is not None and snapshot.phase.is_live:
            asked = input_of(wanted, snapshot)
            if asked is not None:
                player.send(asked)
        elif wanted == "go":
            self._go()
        elif wanted == "pain":
            self._stop_afterwards()

    def _own(self) -> dict[str, Callable[[], object]]:
        rooms, narrator, window = self._rooms(), self._services.narrator, self._services.window
        pages = {
            wanted: lambda make=make: self._show_side_page(make())
            for wanted, make in rooms.side_pages.of_action.items()
        }
        return {
            "quit": window.close,
            "list": self._on_list,
            "easier": lambda: self._services.announcer.say(self._services.live.toggle_easier()),
            "still": self._services.preferences.toggle_still,
            "floor": rooms.live.floor.toggle,
            "turn": rooms.live.floor.turn,
            "figure": self._on_figure,
            "mute": self._on_mute,
            "again": narrator.again,
            **pages,
        }

    def _stop_afterwards(self) -> None:
        """Count a stop for pain on the closing page too; but a letter that is typed is a letter."""
        types = isinstance(self._app.focusWidget(), QPlainTextEdit)
        if self._services.navigator.place is Place.CLOSING and not types:
            self._rooms().after_session.stop_afterwards()

    def _on_list(self) -> None:
        self._rooms().live.floor.leave()
        self._services.window.toggle_list()

    def _on_figure(self) -> None:
        self._services.preferences.change(figure=self._services.pictures.next_variant)

    def _on_mute(self) -> None:
        """Switch the voice off, or on again, and show which; without sound nobody would know, so nothing changes."""
        from coach.words import spoken_phrases  # noqa: PLC0415 - the start page does not wait for it

        services = self._services
        if not services.narrator.has_sound:
            words = tr("There is no sound now. The voice stays as it is.")
            services.announcer.say(words)
            self._rooms().sound_news.show_voice(words)
            return
        on = not services.preferences.now.voice
        services.narrator.voice.hush()
        services.preferences.change(voice=on)
        services.narrator.voice.say(spoken_phrases.VOICE_ON)
        services.announcer.say(tr("The voice is on.") if on else tr("The voice is off."))
        self._rooms().sound_news.show_voice(tr("The voice is on.") if on else tr("The voice is off. M switches it on."))

    def _go(self) -> None:
        """Space outside a session: press the button that has the focus, else do what the page does."""
        focus, start = self._app.focusWidget(), self._services.start
        if self._app.activePopupWidget() is not None:
            return
        if isinstance(focus, QComboBox):
            focus.showPopup()
        elif isinstance(focus, QAbstractButton) and focus.isEnabled() and focus is not start.start:
            focus.click()
        elif self._services.navigator.place is Place.START:
            start.go()
