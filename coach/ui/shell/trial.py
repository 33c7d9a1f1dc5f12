"""Tries out the routine that is written: a session 20 times as fast, of which nothing is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from coach.core.events import Input
from coach.session.places import Place
from coach.ui.shell.navigator import Cause
from coach.words.catalogue import tr

if TYPE_CHECKING:
    from coach.core.routine import Routine
    from coach.ui.shell.browsing import Browsing
    from coach.ui.shell.rooms import Rooms
    from coach.ui.shell.services import Services
    from coach.ui.shell.starting import Starting


class Trial(QObject):
    """Begins a trial and comes back from it. Nobody exercises in it, so Esc is the way back, as on any page."""

    def __init__(self, services: Services, starting: Starting, rooms: Rooms, browsing: Browsing) -> None:
        super().__init__()
        self._services, self._starting, self._rooms, self._browsing = services, starting, rooms, browsing

    def begin(self, routine: Routine) -> None:
        """Try out a routine."""
        if self._services.player.is_live:
            return
        self._rooms.set_trial(on=True)
        self._services.announcer.say(tr("Trying it, 20 times as fast. Esc leads back."))
        self._starting.try_out(routine)

    def stop(self) -> None:
        """Come back before its end."""
        if self._rooms.after_session.is_trial and self._services.player.is_live:
            self._services.player.send(Input.END)

    def come_back(self) -> None:
        """Show the editor again, with all as it was before; does nothing while the trial is live."""
        services, navigator = self._services, self._services.navigator
        if services.player.is_live or not (navigator.go(Cause.TO_START) or navigator.go(Cause.TRIAL_OVER)):
            return
        services.narrator.hush()
        self._starting.choose_again()
        self._rooms.set_trial(on=False)
        self._browsing.visit(Place.ROUTINES)
        self._rooms.side_pages.editor.again()
