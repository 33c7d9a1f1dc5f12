"""What is told of the sound at this instant: a loss for a while in words and then by a sign, the voice for a moment."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

TOLD_MS = 10_000
"""How long a loss is told in words, from when somebody can see them."""
VOICE_MS = 5_000
"""How long it is told that the voice was switched off, or on."""


class SoundNotice(QObject):
    """One for all views: what one of them has told, the next one does not tell again."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.trouble = ""
        """What is wrong, in words; empty where nothing is."""
        self._is_seen = self._was_told = False
        self._voice = ""
        self.telling = QTimer(self, singleShot=True, interval=TOLD_MS)
        self.telling.timeout.connect(self._on_told)
        self.voice_told = QTimer(self, singleShot=True, interval=VOICE_MS)
        self.voice_told.timeout.connect(self._on_voice_told)

    @property
    def words(self) -> str:
        """What is told in words; empty when nothing is, or no longer."""
        return self._voice or (self.trouble if self.telling.isActive() else "")

    @property
    def sign(self) -> str:
        """What the sign stands for; empty where there is none."""
        return self.trouble if self._was_told else ""

    def take(self, trouble: str) -> None:
        """Take what is wrong; an empty text means that nothing is any more. What was told of the voice is old then."""
        self._voice = ""
        self.voice_told.stop()
        if trouble != self.trouble:
            self.trouble = trouble
            self.begin()
        else:
            self.changed.emit()

    def tell_voice(self, words: str) -> None:
        """Tell for a moment what became of the voice, in place of everything else."""
        self._voice = words
        self.voice_told.start()
        self.changed.emit()

    def begin(self) -> None:
        """Tell a loss anew: it is news again, or another session begins."""
        self._was_told = False
        self.telling.stop()
        self._look()

    def set_seen(self, *, seen: bool) -> None:
        """Take whether somebody can see what is told; nothing is told to an empty room."""
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
