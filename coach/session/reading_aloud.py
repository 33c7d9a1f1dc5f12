"""Reads lines of a script aloud because somebody asks to hear them: one alone, or one after the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from coach.background.timers import single_shot
from coach.core.speech.vocabulary import PAUSE_MS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coach.core.speech.transcript import TranscriptLine
    from coach.session.narrator import Narrator

NOTHING = -1


class ReadingAloud(QObject):
    """Reads with the voice of the narrator, never into a live session; whatever else is said ends it."""

    sounds = Signal(int)
    """The place of the line that sounds now, NOTHING where none does."""

    def __init__(self, narrator: Narrator, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._narrator = narrator
        self._lines: Sequence[TranscriptLine | None] = ()
        self.place = NOTHING
        """The place of the line that sounds now."""
        self._goes_on = False
        self._over = single_shot(self, self._on_over, precise=True)

    @property
    def is_silent(self) -> bool:
        """Whether no line sounds, and none is to come."""
        return self.place == NOTHING

    def set_lines(self, lines: Sequence[TranscriptLine | None]) -> None:
        """Take other lines to read from, None at a place with nothing to be heard."""
        self.stop()
        self._lines = tuple(lines)

    def read(self, place: int, *, goes_on: bool = False) -> None:
        """Read the line at this place, and with `goes_on` those after it; it cuts the one before."""
        self._goes_on = goes_on
        lines = self._lines
        if goes_on:
            place = next((at for at in range(max(0, place), len(lines)) if lines[at] is not None), NOTHING)
        line = lines[place] if 0 <= place < len(lines) else None
        length_ms = 0 if line is None else self._narrator.read_out(line.text, line.tone)
        if not length_ms:
            self.stop()
            return
        self._show(place)
        self._over.start(length_ms + (PAUSE_MS if goes_on else 0))

    def stop(self) -> None:
        """Be silent; what a session says meanwhile goes on."""
        self._goes_on = False
        self._over.stop()
        self._narrator.stop_reading()
        self._show(NOTHING)

    def _on_over(self) -> None:
        if self._goes_on and self._narrator.reads:
            self.read(self.place + 1, goes_on=True)
        else:
            self._goes_on = False
            self._show(NOTHING)

    def _show(self, place: int) -> None:
        if place != self.place:
            self.place = place
            self.sounds.emit(place)
