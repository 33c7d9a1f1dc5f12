"""What answers an input at once: its tone, and in words what the body has to do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from coach.core.speech.vocabulary import BEFORE_GO_MS, PAUSE_MS, TIGHT_MS, TONE_MS, Prompt, PromptKind, Tone
from coach.words import spoken_phrases

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

VOICE = {True: (Tone.VOICE_ON, spoken_phrases.VOICE_ON), False: (Tone.VOICE_OFF, spoken_phrases.VOICE_OFF)}
"""What tells that the voice is on now, or off."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A tone at once, how to come out of what was left, and what happens now."""

    tone: Tone
    release: tuple[str, ...] = ()
    told: tuple[str, ...] = ()

    def prompts(self, length_of: Callable[[str], int], more: Sequence[str] = ()) -> tuple[Prompt, ...]:
        """Return it from offset 0 on, with more lines after it."""
        return _in_a_row(self.tone, (*self.release, *self.told, *more), length_of, TONE_MS)

    def prompts_before(
        self, starts: Sequence[str], room_ms: int, length_of: Callable[[str], int]
    ) -> tuple[Prompt, ...]:
        """Return it so that one of these start lines still fits before the go, which is so many ms away.

        Where there is no room for all of it, the tone alone tells what happens; and where there is none for the way
        out of the stretch, the way into the same one is what counts.
        """
        for lines in ((*self.release, *self.told), self.release):
            for lead_ms in (TONE_MS, TIGHT_MS):
                said_ms = lead_ms + sum(length_of(line) + PAUSE_MS for line in lines)
                if any(said_ms + length_of(start) + BEFORE_GO_MS <= room_ms for start in starts):
                    return _in_a_row(self.tone, lines, length_of, lead_ms)
        return _in_a_row(self.tone, (), length_of, TIGHT_MS)


def _in_a_row(tone: Tone, lines: Sequence[str], length_of: Callable[[str], int], at_ms: int) -> tuple[Prompt, ...]:
    made = [Prompt(PromptKind.END, 0, TONE_MS, tone=tone)]
    for line in lines:
        made.append(Prompt(PromptKind.STEP, at_ms, length_of(line), line))
        at_ms += made[-1].length_ms + PAUSE_MS
    return tuple(made)


def start_before(starts: Sequence[str], room_ms: int, length_of: Callable[[str], int]) -> Prompt | None:
    """Return the first start line that has room before the go, its offset counted back from there; None for none."""
    for line in starts:
        length_ms = length_of(line)
        if length_ms + BEFORE_GO_MS <= room_ms:
            return Prompt(PromptKind.START, length_ms + BEFORE_GO_MS, length_ms, line, from_end=True)
    return None
