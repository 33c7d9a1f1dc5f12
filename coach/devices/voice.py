"""The voice: a sentence becomes a recorded clip, or one made by espeak-ng, and the clip becomes sound."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

from PySide6.QtCore import QElapsedTimer, QObject, Signal

from coach.core.speech.vocabulary import TONE_MS, Tone, estimate_ms
from coach.devices.speech import wav_ms
from coach.words.catalogue import tr

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from coach.devices.sound import Sound
    from coach.devices.speech import Speech

STALE_MS = 400
"""A sentence that could not begin within so long is not said any more."""
AHEAD = 4
"""So many of the next sentences are decoded before they are due."""


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
        """What the settings call it."""
        ...

    @property
    def folder(self) -> Path:
        """Where its files are."""
        ...

    @property
    def clips(self) -> Mapping[str, Clip]:
        """Clips by their text."""
        ...


class _Heard(NamedTuple):
    path: Path
    ms: int


class Voice(QObject):
    """Says sentences and sounds tones. Nothing waits, nothing raises, and what cannot be heard is dropped."""

    failed = Signal(str)
    """There is no sound, and why, in words; told once until there is."""
    recovered = Signal()
    """There is sound again."""
    speechless = Signal(str)
    """Some sentences of an own routine cannot be said, and why, in words; told once."""

    def __init__(
        self, sound: Sound, speech: Speech, packs: Sequence[Pack], tones: Path, parent: QObject | None = None
    ) -> None:
        """Speak by `sound` with the clips of `packs`; `tones` is the folder with a file for each tone."""
        super().__init__(parent)
        self._sound, self._speech, self._packs, self._tones = sound, speech, tuple(packs), tones
        self._pack: Pack | None = self._packs[0] if self._packs else None
        self._tone_ms: dict[Tone, int] = {}
        self._volume = 1.0
        self._voice_on = self._tones_on = True
        self._coming: tuple[str, ...] = ()
        self._wanted = ""
        self._waits = QElapsedTimer()
        sound.lost.connect(self.failed)
        sound.found.connect(self.recovered)
        speech.made.connect(self._on_made)
        speech.missing.connect(self._on_missing)

    def use(self, voice: str, volume: int, *, voice_on: bool, tones_on: bool) -> None:
        """Take who speaks, by id, how loud in percent, and what is heard at all.

        An id that is not there means the first voice. What is switched off is silent at once.
        """
        self._pack = next((pack for pack in self._packs if pack.id == voice), self._packs[0] if self._packs else None)
        # Half the percent sounds about half as loud.
        self._volume = (min(max(volume, 0), 100) / 100) ** 2
        self._voice_on, self._tones_on = voice_on, tones_on
        if not voice_on:
            self._wanted = ""
            self._sound.stop("voice")
        if tones_on:
            self._sound.preload(self._tones / f"{tone}.wav" for tone in Tone)
        else:
            self._sound.stop("tone")

    @property
    def can_be_heard(self) -> bool:
        """Whether it is known that what is said now would sound."""
        return self._sound.is_ready

    def length_ms(self, text: str) -> int:
        """Return how long a sentence takes, in ms; for one without a clip a careful estimate."""
        heard = self._find(text)
        return estimate_ms(text) if heard is None else heard.ms

    def prepare(self, texts: Sequence[str]) -> None:
        """Make ready to say these sentences soon, in that order: those without a clip are made now."""
        self._coming = tuple(texts)
        self._look_ahead(0)
        self._speech.prepare(text for text in texts if self._recorded(text) is None)

    def keep_awake(self, *, awake: bool) -> None:
        """Keep the sound device from falling asleep between two sentences, and notice when it is lost; or let it."""
        self._sound.keep_awake(awake=awake)

    def say(self, text: str) -> None:
        """Say a sentence; it cuts an older one."""
        self._wanted = ""
        if not self._voice_on:
            return
        heard = self._find(text)
        if heard is None:
            self._sound.stop("voice")
            self._wanted = text
            self._waits.start()
            self._speech.prepare([text], at_once=True)
            return
        self._sound.play(heard.path, volume=self._volume, channel="voice", length_ms=heard.ms)
        if text in self._coming:
            self._look_ahead(self._coming.index(text) + 1)

    def tone(self, tone: Tone) -> None:
        """Sound a tone; sentences go on meanwhile."""
        if not self._tones_on:
            return
        path = self._tones / f"{tone}.wav"
        if tone not in self._tone_ms:
            self._tone_ms[tone] = wav_ms(path) or TONE_MS
        self._sound.play(path, volume=self._volume, channel="tone", length_ms=self._tone_ms[tone])

    def hush(self) -> None:
        """Be silent at once, tones too."""
        self._wanted = ""
        self._sound.stop()

    def close(self) -> None:
        """Let go of everything; takes 0.6 s at the most."""
        self._speech.close()
        self._sound.close()

    def _recorded(self, text: str) -> _Heard | None:
        if self._pack is None or (clip := self._pack.clips.get(text)) is None:
            return None
        return _Heard(self._pack.folder / clip.file, clip.ms)

    def _find(self, text: str) -> _Heard | None:
        if (recorded := self._recorded(text)) is not None:
            return recorded
        made = self._speech.find(text)
        return None if made is None else _Heard(*made)

    def _look_ahead(self, first: int) -> None:
        found = (self._find(text) for text in self._coming[first : first + AHEAD])
        self._sound.preload(heard.path for heard in found if heard is not None)

    def _on_made(self, text: str) -> None:
        if text == self._wanted and self._waits.elapsed() <= STALE_MS:
            self.say(text)

    def _on_missing(self) -> None:
        self.speechless.emit(tr("Some sentences are not recorded, so they are on the screen only."))
