"""The big button of a session: pause, resume, “I am ready” or “All done”, as the session stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.core.primary_action import primary_action
from coach.ui.kit.icons import Icon
from coach.ui.kit.key_button import KeyButton, Look
from coach.words.catalogue import tr

if TYPE_CHECKING:
    from coach.core.events import Snapshot
    from coach.ui.kit.theme import Theme


class GoButton(KeyButton):
    """A button for what Space does; disabled where that is nothing."""

    def __init__(self, theme: Theme, look: Look, size: float = 16) -> None:
        super().__init__(theme, "", key=tr("Space"), icon=Icon.PAUSE, look=look, size=size)
        self._faces = {
            "pause": (tr("Pause"), Icon.PAUSE),
            "resume": (tr("Resume"), Icon.PLAY),
            "ready": (tr("I am ready"), Icon.PLAY),
            # Note: on the big button: all repetitions are done
            "done": (tr("All done"), Icon.CHOSEN),
        }
        self.set_face(*self._faces["pause"], look)

    @property
    def faces(self) -> tuple[str, ...]:
        """All its texts: it keeps room for the longest."""
        return tuple(words for words, _icon in self._faces.values())

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show what it does at this instant."""
        action = primary_action(snapshot)
        if action is not None:
            self.set_face(*self._faces[action.words], self._look)
        self.setEnabled(action is not None)
