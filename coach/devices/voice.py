"""The voice: plays the recorded clip of a sentence, or one made by espeak-ng, and tones."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

from PySide6.QtCore import QElapsedTimer, QObject, Signal

from coach.core.speech.vocabulary import TONE_MS, Tone, estimate_ms
from coach.devices.speech import wav_ms

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from coach.devices.sound import Sound
    from coach.devices.speech import Speech

STALE_MS = 400
"""Time after which a sentence that could not begin is dropped."""
AHEAD = 4
"""Number of the next sentences that are decoded before they are due."""


class Clip(Protocol):
    """A recorded sentence."""

    @property
    def file(self) -> str:
        """The name of the file."""
        ...

    @property
    def ms(self) -> int:
        """Its length, in ms."""
        ...


class Pack(Protocol):
    """All sentences that one person has recorded."""

    @property
    def id(self) -> str:
        """Its id in the settings."""
        ...

    @property
    def folder(self) -> Path:
        """Where its files are."""
        ...

    @property
    def clips(self) -> Mapping[str, Clip]:
        """Clips by their text."""
        ...


class _SoundFile(NamedTuple):
    path: Path
    ms: int


class Voice(QObject):
    """Says sentences and plays tones. It never waits and raises nothing; what cannot be heard is dropped."""

    failed = Signal(str)
    """There is no sound, and why, in words; sent once until there is."""
    recovered = Signal()
    """There is sound again."""
    ready_changed = Signal(bool)
    """Whether what is said now would be heard: told at once, however short a loss is."""
    speechless = Signal()
    """A sentence that is not recorded could not be spoken; sent once."""

    def __init__(
        self, sound: Sound, speech: Speech, packs: Sequence[Pack], tones: Path, parent: QObject | None = None
    ) -> None:
        """Speak through `sound` with the clips of `packs`; `tones` is the folder with a file for each tone."""
        super().__init__(parent)
        self._sound, self._speech, self._packs, self._tones = sound, speech, tuple(packs), tones
        self._pack: Pack | None = self._packs[0] if self._packs else None
        self._tone_ms: dict[Tone, int] = {}
        self._volume = 1.0
        self._voice_on = self._tones_on = True
        self._coming: tuple[str, ...] = ()
        self._wanted = ""
        self._is_always = False
        """Whether what was said last is said while the voice is off, as after a stop."""
        self._waits = QElapsedTimer()
        sound.ready_changed.connect(self.ready_changed)
        sound.lost.connect(self.failed)
        sound.found.connect(self.recovered)
        speech.made.connect(self._on_made)
        speech.missing.connect(self._on_missing)

    def use(self, voice: str, volume: int, *, voice_on: bool, tones_on: bool) -> None:
        """Set the recorded voice by id, the volume in percent, and whether voice and tones are heard.

        An unknown id means the first voice. What is switched off is silent at once, but for what is said
        always.
        """
        self._pack = next((pack for pack in self._packs if pack.id == voice), self._packs[0] if self._packs else None)
        # Squared: half the percent then sounds about half as loud.
        self._volume = (min(max(volume, 0), 100) / 100) ** 2
        self._voice_on, self._tones_on = voice_on, tones_on
        if not voice_on and not self._is_always:
            self._wanted = ""
            self._sound.stop("voice")
        if tones_on:
            self._sound.preload(self._tones / f"{tone}.wav" for tone in Tone)
        else:
            self._sound.stop("tone")

    @property
    def can_be_heard(self) -> bool:
        """Whether a sentence that is said now would be heard."""
        return self._sound.is_ready

    def length_ms(self, text: str) -> int:
        """Return the length of a sentence, in ms; for one without a clip a cautious estimate."""
        sound_file = self._find(text)
        return estimate_ms(text) if sound_file is None else sound_file.ms

    def can_say(self, text: str) -> bool:
        """Tell whether a sentence is recorded, or can be spoken without that."""
        return self._find(text) is not None or self._speech.works

    def prepare(self, texts: Iterable[str]) -> None:
        """Prepare to say these sentences soon, in that order: files are made for those without a clip."""
        self._coming = tuple(dict.fromkeys(texts))
        self._look_ahead(0)
        self._speech.prepare(text for text in self._coming if self._recorded(text) is None)

    def keep_awake(self, *, awake: bool) -> None:
        """Set whether the sound device is kept awake between sentences and watched, as in a session."""
        self._sound.keep_awake(awake=awake)

    def say(self, text: str, *, always: bool = False) -> None:
        """Say a sentence; it cuts an older one. `always`: also while the voice is switched off."""
        self._wanted = ""
        if not self._voice_on and not always:
            return
        self._is_always = always
        sound_file = self._find(text)
        if sound_file is None:
            self._sound.stop("voice")
            self._wanted = text
            self._waits.start()
            self._speech.prepare([text], at_once=True)
            return
        self._sound.play(sound_file.path, volume=self._volume, channel="voice", length_ms=sound_file.ms)
        if text in self._coming:
            coming = self._look_ahead(self._coming.index(text) + 1)
            # Of a long routine not all could be made before.
            self._speech.prepare((each for each in coming if self._recorded(each) is None), at_once=True)

    def tone(self, tone: Tone, *, always: bool = False) -> None:
        """Sound a tone; sentences go on meanwhile. `always`: also while tones are switched off."""
        if not self._tones_on and not always:
            return
        path = self._tones / f"{tone}.wav"
        if tone not in self._tone_ms:
            self._tone_ms[tone] = wav_ms(path) or TONE_MS
        self._sound.play(path, volume=self._volume, channel="tone", length_ms=self._tone_ms[tone])

    def hush(self) -> None:
        """Silence voice and tones at once."""
        self._wanted = ""
        self._is_always = False
        self._sound.stop()

    def close(self) -> None:
        """End sound and speech; takes 0.6 s at most."""
        self._speech.close()
        self._sound.close()

    def _recorded(self, text: str) -> _SoundFile | None:
        if self._pack is None or (clip := self._pack.clips.get(text)) is None:
            return None
        return _SoundFile(self._pack.folder / clip.file, clip.ms)

    def _find(self, text: str) -> _SoundFile | None:
        if (recorded := self._recorded(text)) is not None:
            return recorded
        spoken = self._speech.find(text)
        return None if spoken is None else _SoundFile(*spoken)

    def _look_ahead(self, first: int) -> Sequence[str]:
        coming = self._coming[first : first + AHEAD]
        files = (self._find(text) for text in coming)
        self._sound.preload(file.path for file in files if file is not None)
        return coming

    def _on_made(self, text: str) -> None:
        if text == self._wanted and self._waits.elapsed() <= STALE_MS:
            self.say(text, always=self._is_always)

    def _on_missing(self) -> None:
        self.speechless.emit()
