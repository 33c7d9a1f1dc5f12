"""Media keys through the desktop: a headset, a lock screen or a phone steers the running session.

GNOME and KDE take the media keys themselves and hand them on to a player by D-Bus (MPRIS 2.2). coach is such a player
while a session lasts, and only then: at any other time the keys belong to a program that plays music. On Windows and
macOS Qt delivers them as ordinary keys, and they are among those of the commands.
"""

from __future__ import annotations

import contextlib
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from coach.background.threads import run_beside
from coach.devices.media_state import MediaState, Status
from coach.waves import later

if TYPE_CHECKING:
    from collections.abc import Callable

    from coach.devices import mpris
    from coach.devices.mpris import Presence
else:
    mpris = later("coach.devices.mpris")


class MediaControl(QObject):
    """The desktop's media control. This one is silent: where there is none, nothing happens."""

    wanted = Signal(str)
    """The id of a command: go, pause, skip, back or pain. Only while a session is live."""
    raised = Signal()
    """The desktop asks for the window."""
    failed = Signal(str)
    """The media control does not work as it should, and why, in words; sent once."""

    def show(self, _state: MediaState | None) -> None:
        """Show the state of a session; None where there is no session to show."""

    def leave(self) -> None:
        """Take coach out of the desktop's media control."""
        self.show(None)


class Mpris(MediaControl):
    """The media control of Linux desktops."""

    _asked = Signal(str, object)
    """The name of a method that was called, and the function to call once it is done."""
    _appeared = Signal(object)
    """A Presence."""
    _broke = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._state: MediaState | None = None
        self._presence: Presence | None = None
        self._appears = self._is_broken = self._is_told = False
        self._broke.connect(self._on_broke)
        self._asked.connect(self._on_asked)
        self._appeared.connect(self._on_appeared)

    def show(self, state: MediaState | None) -> None:
        """Show the state of a session; the first one makes coach appear, None makes it go."""
        self._state = state
        if state is None and self._is_broken:
            self._appears = self._is_broken = False  # the next session tries again
        if self._presence is not None:
            if state is None:
                # In the next turn of the event loop: the call that ended the session may still wait for its answer.
                QTimer.singleShot(0, self._presence.leave)
                self._presence = None
            else:
                self._presence.show(state)
        elif state is not None and not self._appears:
            self._appears = True
            run_beside(lambda: self._appear(state), self._break, "media control")

    def _appear(self, state: MediaState) -> None:
        presence = mpris.Presence(state, self._ask, self._break)
        with contextlib.suppress(RuntimeError):  # the program may be gone by now
            self._appeared.emit(presence)
        presence.work()

    def _break(self, why: str) -> None:
        with contextlib.suppress(RuntimeError):  # as above
            self._broke.emit(why)

    def _on_broke(self, why: str) -> None:
        self._is_broken = self._presence is None
        if not self._is_told:
            self._is_told = True
            self.failed.emit(why)

    def _on_appeared(self, presence: Presence) -> None:
        self._appears = False
        if self._state is None:
            presence.leave()
        else:
            self._presence = presence
            presence.show(self._state)

    def _ask(self, method: str, done: Callable[[], None]) -> None:
        with contextlib.suppress(RuntimeError):  # as above
            self._asked.emit(method, done)

    def _on_asked(self, method: str, done: Callable[[], None]) -> None:
        """Send the command that a button stands for now, if any; then answer the call."""
        if method == "Raise":
            self.raised.emit()
        elif self._state is not None and (command_id := command_of(method, self._state)) is not None:
            self.wanted.emit(command_id)
        done()


def command_of(method: str, state: MediaState) -> str | None:
    """Return the id of the command that a button of the media control stands for in this state, or None."""
    meanings = {
        "PlayPause": ("go", state.is_live),
        "Play": ("go", state.status is Status.PAUSED),
        "Pause": ("pause", state.status is Status.PLAYING),
        "Stop": ("pain", state.is_live),
        "Next": ("skip", state.can_go_next),
        "Previous": ("back", state.can_go_previous),
    }
    command_id, means_it = meanings.get(method, ("", False))
    return command_id if means_it else None


def media_control() -> MediaControl:
    """Return the media control of this platform."""
    return Mpris() if sys.platform == "linux" else MediaControl()
