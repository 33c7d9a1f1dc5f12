"""What becomes of sound and voice, told where the person is: to a screen reader, on the start page, over any page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from coach.session.places import Place
from coach.session.sound_notice import VOICE_MS
from coach.ui.kit.edge_note import PassingNote

if TYPE_CHECKING:
    from coach.ui.shell.services import Services


class SoundNews(QObject):
    """Tells it outside the pages of a session: those are shown it with all else."""

    def __init__(self, services: Services) -> None:
        super().__init__()
        self._services, self._told_on_start = services, ""
        narrator = services.narrator
        narrator.lost.connect(self._on_lost)
        narrator.found.connect(self._on_found)
        if narrator.trouble:  # it was lost before there was anybody to tell it
            self._on_lost(narrator.trouble)

    def _on_lost(self, why: str) -> None:
        """Tell once that there is no sound; it is tried again meanwhile, and all else goes on."""
        text = self._services.live.sound.trouble
        self._services.announcer.say(text)
        if not self._told_on_start:
            self._told_on_start = self._services.start.show_notice(f"{text}\n{why}")

    def _on_found(self) -> None:
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
