"""What is shown about the sound: a loss in words for 10 s and then as a sign, a switch of the voice for 5 s."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from coach.background.timers import single_shot

TOLD_MS = 10_000
"""How long the words about a loss are shown, from when they can be seen."""
VOICE_MS = 5_000
"""How long it is shown that the voice was switched off or on."""


class SoundNotice(QObject):
    """The notice for all views together: words that one of them has shown are not shown again on the next."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.trouble = ""
        """What is wrong, in words; empty where nothing is."""
        self._is_seen = self._was_told = False
        self._voice = ""
        self.telling = single_shot(self, self._on_told, TOLD_MS, precise=True)
        self.voice_told = single_shot(self, self._on_voice_told, VOICE_MS, precise=True)

    @property
    def words(self) -> str:
        """The words to show now; empty when there are none, or no longer."""
        return self._voice or (self.trouble if self.telling.isActive() else "")

    @property
    def sign(self) -> str:
        """The words that the sign stands for; empty where there is no sign."""
        return self.trouble if self._was_told else ""

    def take(self, trouble: str) -> None:
        """Set what is wrong with the sound, empty for nothing. Words about the voice are out of date then."""
        self._voice = ""
        self.voice_told.stop()
        if trouble != self.trouble:
            self.trouble = trouble
            self.begin()
        else:
            self.changed.emit()

    def tell_voice(self, words: str) -> None:
        """Show for VOICE_MS what became of the voice, in place of everything else."""
        self._voice = words
        self.voice_told.start()
        self.changed.emit()

    def begin(self) -> None:
        """Show the words about a loss from the beginning: it is news, or another session begins."""
        self._was_told = False
        self.telling.stop()
        self._look()

    def set_seen(self, *, seen: bool) -> None:
        """Set whether the words can be seen; their 10 s begin only then."""
        self._is_seen = seen
        self._look()

    def _look(self) -> None:
        if self.trouble and self._is_seen and not self._was_told and not self.telling.isActive():
            self.telling.start()
        self.changed.emit()

    def _on_told(self) -> None:
        self.telling.stop()
        self._was_told = True
        self.changed.emit()

    def _on_voice_told(self) -> None:
        self._voice = ""
        self.changed.emit()
