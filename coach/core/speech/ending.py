"""What is heard when a session is over: a rest, then the way up, once, by where the person is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.core.speech.vocabulary import TONE_MS, Prompt, PromptKind, Tone, in_a_row
from coach.words import spoken_phrases

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from coach.core.routine import Position, Routine

    LengthOf = Callable[[str], int]

_LOW = ("lying", "sitting")

REST_MS = 20_000
"""So long it is quiet before the way up; a key ends it sooner."""
LATER_MS = 8_000
"""After an end for now it is quiet for so long before what to do if it hurts later."""
WAKE_MS = 1_500
"""From “Get up when you are ready.” to the first step."""
STEP_MS = 2_500
"""For each sentence of a step on the way up the body has so much time after it."""


def way_up(routine: Routine, position: Position) -> tuple[str, ...]:
    """Return how to get up from a position; none where the person stands, or where the routine does not say it.

    Where it tells only how to stand up from the knees, whoever lies or sits rolls to one side first.
    """
    steps = routine.way(position, "standing")
    if steps or position not in _LOW:
        return steps
    if lying := routine.way("lying", "standing"):
        return lying
    kneeling = routine.way("knees", "standing")
    return (spoken_phrases.ROLL_OVER, *kneeling) if kneeling else ()


def way_up_at_an_end(routine: Routine, position: Position) -> tuple[str, ...]:
    """Return what is said on the way up after an end for now: from lying or sitting it begins with the first step."""
    steps = way_up(routine, position)
    return (spoken_phrases.GET_UP, *steps) if steps and position not in _LOW else steps


def all_done(release: Sequence[str], up: Sequence[str], length_of: LengthOf) -> tuple[Prompt, ...]:
    """Return what is heard when all was done, counted from then; without a way up nobody is told to lie down."""
    if not up:
        return ended(release, up, length_of, tone=Tone.ALL_DONE)
    first = in_a_row((*release, spoken_phrases.THAT_WAS_ALL), length_of, tone=Tone.ALL_DONE)
    return *first, *rising((spoken_phrases.GET_UP, *up), length_of, _end_ms(first) + REST_MS)


def ended(
    release: Sequence[str], up: Sequence[str], length_of: LengthOf, *, tone: Tone = Tone.END_EXERCISE
) -> tuple[Prompt, ...]:
    """Return what is heard after an end for now, counted from then."""
    first = in_a_row((*release, spoken_phrases.ENDED), length_of, tone=tone)
    later_ms = _end_ms(first) + LATER_MS
    later = Prompt(PromptKind.STEP, later_ms, length_of(spoken_phrases.LATER), spoken_phrases.LATER)
    return *first, later, *rising(up, length_of, _end_ms(first) + REST_MS, later=False)


def rising(lines: Sequence[str], length_of: LengthOf, at_ms: int = 0, *, later: bool = True) -> tuple[Prompt, ...]:
    """Return the steps of the way up from that offset on, in ms, each with the time that the body needs for it.

    What to do if it hurts later ends it, unless that is said elsewhere.
    """
    made: list[Prompt] = []
    for line in (*lines, *((spoken_phrases.LATER,) if later else ())):
        made.append(Prompt(PromptKind.WAY, at_ms, length_of(line), line))
        pause_ms = WAKE_MS if line == spoken_phrases.GET_UP else STEP_MS * max(1, line.count("."))
        at_ms += made[-1].length_ms + pause_ms
    return tuple(made)


def _end_ms(prompts: Sequence[Prompt]) -> int:
    last = prompts[-1]
    return last.offset_ms + max(last.length_ms, TONE_MS)
