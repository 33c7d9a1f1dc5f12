"""The questions before a session is left, by closing the window or for another exercise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from coach.core.events import Input
from coach.words.catalogue import tr

if TYPE_CHECKING:
    from coach.session.player import Player
    from coach.ui.shell.window import Window


class Questions(QObject):
    """Asks in the question bar, and does what the answer says."""

    def __init__(self, window: Window, player: Player) -> None:
        super().__init__()
        self._window, self._player = window, player

    def ask_to_quit(self) -> None:
        """Ask before the window closes on a session."""
        self._window.question.ask(
            tr("End the session and quit?"), tr("End and quit"), tr("Stay here"), self._end_and_quit
        )

    def _end_and_quit(self) -> None:
        """End the session, so that it is not offered again at the next start, and close the window."""
        self._player.send(Input.END)
        self._window.force_close()

    def ask_to_jump(self, name: str, position: int) -> None:
        """Ask before a session goes to another exercise: the one with this name, at this position of the routine."""
        self._window.question.ask(
            tr("Go to {exercise} now?", exercise=name),
            tr("Go there"),
            tr("Stay here"),
            lambda: self._player.send(Input.JUMP, position),
        )
