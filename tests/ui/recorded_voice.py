"""A voice that keeps what it was asked to say, with the instant of the clock at which it was asked."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tests.cases import count_words

if TYPE_CHECKING:
    from collections.abc import Container, Iterable

    from coach.core.speech.vocabulary import Tone
    from tests.ui.stage import Stage

STEP_MS = 50


@dataclass
class RecordedVoice:
    """Keeps (instant, what) for each sentence, tone and silence, in order."""

    stage: Stage
    heard: list[tuple[int, str]] = field(default_factory=list)
    prepared: list[str] = field(default_factory=list)
    used: list[tuple[str, int, bool, bool]] = field(default_factory=list)
    awake: list[bool] = field(default_factory=list)
    on: bool = True
    can_be_heard: bool = True
    recorded: Container[str] | None = None
    """All that can be said; None: whatever is asked for."""

    def say(self, text: str, *, always: bool = False) -> None:
        if self.on or always:
            self.heard.append((self.stage.clock.ms, text))

    def tone(self, tone: Tone, *, always: bool = False) -> None:  # noqa: ARG002 - all are heard
        self.heard.append((self.stage.clock.ms, f"[{tone.value}]"))

    def hush(self) -> None:
        self.heard.append((self.stage.clock.ms, "[hush]"))

    def length_ms(self, text: str) -> int:
        return 300 + 330 * count_words(text)

    def can_say(self, text: str) -> bool:
        return self.recorded is None or text in self.recorded

    def prepare(self, texts: Iterable[str]) -> None:
        self.prepared += texts

    def keep_awake(self, *, awake: bool) -> None:
        self.awake.append(awake)

    def use(self, voice: str, volume: int, *, voice_on: bool, tones_on: bool) -> None:
        self.on = voice_on
        self.used.append((voice, volume, voice_on, tones_on))

    def set_sound(self, *, is_there: bool) -> None:
        """Let the sound go, or come back."""
        self.can_be_heard = is_there
        self.stage.narrator.note_sound(is_there)

    def texts(self, since: int = 0) -> list[str]:
        """Return what was heard since that many entries, tones and silences left out."""
        return [what for _ms, what in self.heard[since:] if not what.startswith("[")]

    def flow(self, time_ms: int) -> None:
        """Let time pass in small steps, so that everything is said when it is due."""
        for _step in range(time_ms // STEP_MS):
            self.stage.clock.ms += STEP_MS
            self.stage.player.look()


def listen(stage: Stage) -> RecordedVoice:
    """Give the program a voice that keeps what it says."""
    voice = RecordedVoice(stage)
    stage.narrator.use(voice)
    return voice
