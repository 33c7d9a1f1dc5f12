"""What the narrator needs of a voice, and a voice that says nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from coach.waves import later

if TYPE_CHECKING:
    from collections.abc import Iterable

    from coach.core.speech import vocabulary
    from coach.core.speech.vocabulary import Tone
else:
    vocabulary = later("coach.core.speech.vocabulary")


class Speaker(Protocol):
    """What the narrator needs of a voice. Nothing here waits, and nothing raises."""

    @property
    def can_be_heard(self) -> bool:
        """Whether it is known that what is said now would sound."""
        ...

    def say(self, text: str, *, always: bool = False) -> None:
        """Say a sentence; it cuts an older one. `always`: also while the voice is switched off."""
        ...

    def tone(self, tone: Tone, *, always: bool = False) -> None:
        """Sound a tone. `always`: also while tones are switched off."""
        ...

    def hush(self) -> None:
        """Be silent at once."""
        ...

    def length_ms(self, text: str) -> int:
        """Return how long a sentence takes, in ms."""
        ...

    def can_say(self, text: str) -> bool:
        """Tell whether a sentence is recorded, or can be spoken without that."""
        ...

    def prepare(self, texts: Iterable[str]) -> None:
        """Make ready to say these sentences soon, of which some may come more than once."""
        ...

    def keep_awake(self, *, awake: bool) -> None:
        """Keep the sound device from falling asleep between two sentences, or let it."""
        ...

    def use(self, voice: str, volume: int, *, voice_on: bool, tones_on: bool) -> None:
        """Take who speaks, by id, how loud in percent, and what is heard at all."""
        ...


class Mute:
    """A voice that says nothing: where there is no sound, and until it is there."""

    can_be_heard = False

    def say(self, text: str, *, always: bool = False) -> None:
        """Say nothing."""

    def tone(self, tone: Tone, *, always: bool = False) -> None:
        """Sound nothing."""

    def hush(self) -> None:
        """Be as silent as before."""

    def length_ms(self, text: str) -> int:
        """Return how long it would rather take, in ms."""
        return vocabulary.estimate_ms(text)

    def can_say(self, text: str) -> bool:  # noqa: ARG002 - all words are as good where none is heard
        """Take every sentence as it is."""
        return True

    def prepare(self, texts: Iterable[str]) -> None:
        """Need no preparation."""

    def keep_awake(self, *, awake: bool) -> None:
        """Have nothing to keep awake."""

    def use(self, voice: str, volume: int, *, voice_on: bool, tones_on: bool) -> None:
        """Stay silent."""
