"""The cue script: what is said and which tone sounds in each block of a timeline, and when.

A person on the floor has nothing but this. So the script is compiled before the session begins: each line has its
place and its length, and is known to end before the next one begins. A gap says in this order: how to come out of
what was held, what comes and which side, how to get there, and the line that ends as the work begins. What is
optional is said where there is time for it; where even the needed lines do not fit, the gap grows.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from coach.core.timeline import Timeline


class Tone(StrEnum):
    """The tones; each is a sound of its own."""

    READY = "ready"
    GO = "go"
    HALF = "half"
    LAST = "last"
    END_SIDE = "end-side"
    END_EXERCISE = "end-exercise"
    ALL_DONE = "all-done"
    PAUSE = "pause"
    STOP = "stop"


class Amount(StrEnum):
    """How much is said."""

    ALL = "all"
    SHORT = "short"
    TONES = "tones"


class Kind(StrEnum):
    """What a prompt is for. The narration treats a release and the rule in its own way."""

    END = "end"
    RELEASE = "release"
    NAME = "name"
    WAY = "way"
    SETUP = "setup"
    CHANGE = "change"
    ROUND = "round"
    STEP = "step"
    START = "start"
    GO = "go"
    THEN = "then"
    RULE = "rule"
    REMINDER = "reminder"
    HALF = "half"
    LAST_FIVE = "last-five"
    TICK = "tick"


TONE_MS = 350
"""A word that follows a tone begins so long after it."""
PAUSE_MS = 250
"""Silence between two sentences at the least."""
MOST_PAUSE_MS = 1_500
"""Silence between two sentences at the most, where there is time."""
BEFORE_GO_MS = 50
"""The line before the work ends so long before it begins."""

_MS_A_WORD = 500
_MS_A_LINE = 400


def estimate_ms(text: str) -> int:
    """Return how long a text without a recording takes to say, in ms; rather too long than too short.

    Two words a second (ours); the slowest live voice in use says 150 words a minute, which is 2.5 a second.
    """
    return _MS_A_LINE + _MS_A_WORD * len(text.split())


Lengths = "Callable[[str], int]"
"""Tells how long a sentence takes, in ms."""


@dataclass(frozen=True, slots=True)
class Prompt:
    """A word or a tone at a place in a block.

    `offset_ms` counts from the block's start, or back from its end where `from_end` is set: such a prompt moves
    with the end when the person adds time.
    """

    kind: Kind
    offset_ms: int
    length_ms: int
    text: str | None = None
    tone: Tone | None = None
    from_end: bool = False

    def at(self, duration_ms: int) -> int:
        """Return the offset from the start of a block of that length, in ms."""
        return duration_ms - self.offset_ms if self.from_end else self.offset_ms


@dataclass(frozen=True, slots=True)
class Script:
    """All that is audible in a timeline. `timeline` is the one it was made for, with gaps grown where needed.

    There is one entry a block: `prompts` in the order in which they sound, `starts` the line that leads into work,
    as long and as short as it may be, `releases` the line that leads out of it, `wheres` where the person is.
    `grown` tells by how many ms a gap grew. `way_up` is said when all is done.
    """

    timeline: Timeline
    prompts: tuple[tuple[Prompt, ...], ...]
    starts: tuple[tuple[str, ...], ...]
    releases: tuple[str, ...]
    pain_stops: tuple[str, ...]
    wheres: tuple[tuple[str, ...], ...]
    grown: tuple[int, ...]
    way_up: tuple[str, ...]
    length_of: Callable[[str], int]

    def cues(self) -> list[tuple[int, Prompt]]:
        """Return every prompt with its instant in the timeline, in ms, in the order in which they sound.

        The rule about pain stands in the first work of each exercise, to be said in the first that is reached.
        """
        told: list[tuple[int, Prompt]] = []
        ruled = False
        for block, prompts in zip(self.timeline.blocks, self.prompts, strict=True):
            for prompt in prompts:
                if prompt.kind is Kind.RULE and ruled:
                    continue
                ruled = ruled or prompt.kind is Kind.RULE
                told.append((block.start_ms + prompt.at(block.duration_ms), prompt))
        return sorted(told, key=lambda pair: pair[0])


def moved(timeline: Timeline, grown: tuple[int, ...]) -> Timeline:
    """Return the timeline with its gaps longer by so many ms, and all that follows later."""
    if not any(grown):
        return timeline
    blocks = []
    later_ms = 0
    for block, more_ms in zip(timeline.blocks, grown, strict=True):
        blocks.append(replace(block, start_ms=block.start_ms + later_ms, duration_ms=block.duration_ms + more_ms))
        later_ms += more_ms
    return replace(timeline, blocks=tuple(blocks))
