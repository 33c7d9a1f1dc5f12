"""The cue script: what is said and which tone sounds in each block of a timeline, and when.

A person on the floor has nothing but this. So the script is compiled before the session begins: each line has its
place and its length, and is known to end before the next one begins. A gap says in this order: how to come out of
what was held, what comes and which side, how to get there, and the line that ends as the work begins. What is
optional is said where there is time for it; where even the needed lines do not fit, the gap grows.
"""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum
from typing import TYPE_CHECKING

from coach.core.dataclass import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from coach.core.speech.situation import Situation
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
    GO_ON = "go-on"
    SKIP = "skip"
    BACK = "back"
    VOICE_OFF = "voice-off"
    VOICE_ON = "voice-on"
    STOP = "stop"


class PromptKind(StrEnum):
    """What a prompt is for. The narration treats a release and the rule in its own way."""

    END = "end"
    RELEASE = "release"
    NAME = "name"
    PLACE = "place"
    DOSE = "dose"
    WAY = "way"
    SETUP = "setup"
    CHANGE = "change"
    ROUND = "round"
    ENTER = "enter"
    STEP = "step"
    START = "start"
    GO = "go"
    WORK = "work"
    COUNT = "count"
    EASIER = "easier"
    QUESTION = "question"
    RULE = "rule"
    REMINDER = "reminder"
    HALF = "half"
    LAST_FIVE = "last-five"
    TICK = "tick"


TONE_MS = 350
"""A word that follows a tone begins so long after it."""
TIGHT_MS = 80
"""Where time is short, a word begins so long after the tone, and the tone sounds below it."""
PAUSE_MS = 250
"""Silence between two sentences at the least."""
BEFORE_GO_MS = 50
"""The line before the work ends so long before it begins."""

LIVE_SPEECH = "espeak-ng"
"""The program that speaks what is not recorded, where it is installed."""

_MS_A_WORD = 500
_MS_A_LINE = 400


def estimate_ms(text: str) -> int:
    """Return how long a text without a recording takes to say, in ms; rather too long than too short.

    Two words a second (ours); the slowest live voice in use says 150 words a minute, which is 2.5 a second.
    """
    return _MS_A_LINE + _MS_A_WORD * len(text.split())


@dataclass(frozen=True, slots=True)
class Prompt:
    """A word or a tone at a place in a block.

    `offset_ms` counts from the block's start, or back from its end where `from_end` is set: such a prompt moves
    with the end when the person adds time.
    """

    kind: PromptKind
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

    There is one entry a block: `prompts` in the order in which they sound, as the routine is written, `releases`
    the line that leads out of it, `wheres` where the person is. `in_situation` gives the prompts of a block, by its
    index, as they are in a session that differs from what is written; `lead_ins` those that are said after the
    person said go in a gap that waits, each so long before the go of the work; `starts` the line that leads back
    into work, as long and as short as it may be; `again` what tells in work where the person is; `easier` what is said
    as a way of doing an exercise is chosen.
    `bases` is the position from which the exercise of a block begins, `ways_up` how to get up from there, `stops` what
    to do first when it hurts in a block. `grown` tells by how many ms a gap grew. `after` is heard when all is done,
    counted from then; `way_up` is its part about getting up, from lying. `speaks` is false where tones alone are
    wanted. `stands_in` tells that there are lines that cannot be said, with recorded ones in their place.
    """

    timeline: Timeline
    prompts: tuple[tuple[Prompt, ...], ...]
    in_situation: Callable[[int, Situation], tuple[Prompt, ...]]
    lead_ins: Callable[[int, Situation], tuple[Prompt, ...]]
    starts: Callable[[int, Situation], tuple[str, ...]]
    easier: Callable[[int, int | None], str]
    stands_in: bool
    releases: tuple[str, ...]
    stops: tuple[str, ...]
    wheres: tuple[tuple[str, ...], ...]
    again: Callable[[int, Situation], tuple[str, ...]]
    bases: tuple[str, ...]
    ways_up: tuple[tuple[str, ...], ...]
    grown: tuple[int, ...]
    way_up: tuple[str, ...]
    after: tuple[Prompt, ...]
    speaks: bool
    length_of: Callable[[str], int]

    def cues(self) -> list[tuple[int, Prompt]]:
        """Return every prompt with its instant in the timeline, in ms, in the order in which they sound."""
        told = [
            (block.start_ms + prompt.at(block.duration_ms), prompt)
            for block, prompts in zip(self.timeline.blocks, self.prompts, strict=True)
            for prompt in prompts
        ]
        told += [(self.timeline.total_ms + prompt.offset_ms, prompt) for prompt in self.after]
        return sorted(told, key=lambda pair: pair[0])


def in_a_row(
    lines: Iterable[str], length_of: Callable[[str], int], *, tone: Tone | None = None, at_ms: int = 0
) -> tuple[Prompt, ...]:
    """Return lines that are said one after the other from that offset on, in ms, with a tone before them."""
    made: list[Prompt] = []
    if tone is not None:
        made.append(Prompt(PromptKind.END, at_ms, TONE_MS, tone=tone))
        # The tone of a stop is low and sounds below the words: nothing may hold them up.
        at_ms += 0 if tone is Tone.STOP else TONE_MS
    for line in lines:
        made.append(Prompt(PromptKind.STEP, at_ms, length_of(line), line))
        at_ms += made[-1].length_ms + PAUSE_MS
    return tuple(made)


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
