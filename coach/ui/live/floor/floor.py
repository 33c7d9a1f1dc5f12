"""Shows the floor view over a running session, and hides it again. The session knows nothing of it.

It listens to the player: it comes when a session begins while its setting is on, and goes when the session ends. After
a pain stop the window stays as large as it is: the stopped page is read from the floor too, and nothing should move
while it hurts. The window goes back when that page is closed, or when the person leaves full screen.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication

from coach.core.events import Ended, Finished, MistakeTaken, Started
from coach.ui.kit.question_bar import Asking
from coach.ui.kit.rotation import Rotation
from coach.words.catalogue import tr

if TYPE_CHECKING:
    from PySide6.QtGui import QScreen

    from coach.core.events import Event
    from coach.session.services import SessionServices
    from coach.store.settings import Settings
    from coach.ui.kit.announcer import Announcer
    from coach.ui.kit.way import Way
    from coach.ui.live.floor.floor_page import FloorPage
    from coach.ui.live.session_page import SessionPage


class FloorWindow(Asking, Protocol):
    """The part of the window that the floor view uses."""

    def fill_screen(self, screen: QScreen | None = None) -> None:
        """Fill a screen, by default the one that the window is on."""
        ...

    def leave_full_screen(self) -> None:
        """Go back to how the window was before."""
        ...


class Floor(QObject):
    """Switches the floor view on and off, chooses its screen, and turns it."""

    def __init__(
        self,
        services: SessionServices,
        session: SessionPage,
        page: FloorPage,
        ways: tuple[Way, Way],
        *,
        window: FloorWindow,
        announcer: Announcer,
    ) -> None:
        """`ways` lead to the floor view and back to the session page."""
        super().__init__()
        self._there, self._back = ways
        self._session, self.page, self._window, self._announcer = session, page, window, announcer
        self._preferences = services.preferences
        page.set_turn(Rotation(self._preferences.now.floor_turned))
        self._preferences.changed.connect(self._on_choices)
        services.player.happened.connect(self._on_event)

    @property
    def is_on(self) -> bool:
        """Whether the floor view shows."""
        return self._there.is_there

    # What the person wants

    def toggle(self) -> None:
        """Show the floor view, or the session page again; the next session begins the same way."""
        on = not self.is_on
        if on:
            self.enter()
        else:
            self.leave()
        self._preferences.change(floor=on)
        words = tr("Floor view. F11 leaves it.") if on else tr("Back in the window.")
        self._announcer.say(words)

    def turn(self) -> None:
        """Turn the floor view to the next of its three positions."""
        turn = self.page.turn.following
        self._preferences.change(floor_turned=turn.value)
        words = {
            Rotation.NO: tr("The floor view stands upright."),
            Rotation.LEFT: tr("The floor view is turned to the left."),
            Rotation.RIGHT: tr("The floor view is turned to the right."),
        }
        self._announcer.say(words[turn])

    def enter(self) -> None:
        """Show the floor view on its screen, while a session is live."""
        if not self._there.is_open:
            return
        self._window.question.drop()
        self._window.fill_screen(self._screen())
        self._there.take()
        # A mouse reason shows no focus ring until a key moves the focus: the page is read from afar.
        self.page.go.clearFocus()
        self.page.go.setFocus(Qt.FocusReason.MouseFocusReason)

    def leave(self) -> None:
        """Show the session page again, in the window as it was."""
        if not self.is_on:
            return
        self._window.leave_full_screen()
        self._back.take()
        self._session.bar.go.setFocus()

    def _screen(self) -> QScreen | None:
        """Return the chosen screen, or None where that is not there."""
        chosen = self._preferences.now.floor_screen
        return next((screen for screen in QGuiApplication.screens() if chosen and screen.name() == chosen), None)

    def _on_choices(self, now: Settings) -> None:
        turn = Rotation(now.floor_turned)
        if turn is not self.page.turn:
            self.page.set_turn(turn)

    # What the session tells

    def _on_event(self, event: Event) -> None:
        match event:
            case Started() | MistakeTaken():
                if self._preferences.now.floor:
                    self.enter()
            case Finished() | Ended():
                self._window.leave_full_screen()
            case _:
                pass
