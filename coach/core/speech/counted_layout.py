"""Where the lines and tones of counted work lie: each number where it is counted aloud, and what ends it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.core.speech.vocabulary import PAUSE_MS, TONE_MS, Prompt, PromptKind, Tone
from coach.core.speech.work_layout import HEAD_MS, free_place
from coach.words import counted_phrases

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from coach.core.say import SpokenLine
    from coach.core.speech.piece import Piece
    from coach.core.timeline import Block

ASKED_MS = 20_000
"""What to press is said as the work begins only where it takes so long at the least: else the end is near."""
_BEFORE_NEXT_MS = 50


def counted_prompts(
    block: Block,
    lines: Sequence[SpokenLine],
    owed: Piece | None,
    *,
    counts: bool,
    can_say: Callable[[str], bool],
    length_of: Callable[[str], int],
) -> list[Prompt]:
    """Return what is audible in counted work; with `counts` each number is said, and where there is no time it ticks.

    Where the person ends it, nothing tells how much time is left: what to press is said as the estimate ends, and as
    the first of several blocks begins.
    """
    prompts = [Prompt(PromptKind.GO, 0, TONE_MS, tone=Tone.GO)]
    if counts:
        prompts += [_number(number, block.rep_ms, can_say, length_of) for number in range(1, block.reps + 1)]
    if block.waits:
        counted_ms = max(each.at(block.duration_ms) + each.length_ms for each in prompts)
        last_ms = block.duration_ms - length_of(counted_phrases.WHEN_DONE)
        at_ms = max(counted_ms, last_ms) + PAUSE_MS if counts else max(HEAD_MS, last_ms - PAUSE_MS)
        prompts.append(_said(PromptKind.QUESTION, at_ms, counted_phrases.WHEN_DONE, length_of))
    early = [] if owed is None else [(owed.kind, HEAD_MS, owed.text)]
    if block.waits and block.round == block.set == 1 and not counts and block.duration_ms >= ASKED_MS:
        early.append((PromptKind.QUESTION, HEAD_MS, counted_phrases.WHEN_DONE))
    early += [(PromptKind.WORK, max(line.at_ms, HEAD_MS), str(line.line)) for line in lines if line.moment is None]
    for kind, from_ms, text in early:
        place = free_place(prompts, block, length_of(text), from_ms, block.duration_ms)
        if place is not None:
            prompts.append(_said(kind, place, text, length_of))
    return prompts


def _number(number: int, rep_ms: int, can_say: Callable[[str], bool], length_of: Callable[[str], int]) -> Prompt:
    at_ms, line = TONE_MS + (number - 1) * rep_ms, counted_phrases.number_line(number)
    if can_say(line) and length_of(line) + _BEFORE_NEXT_MS <= rep_ms:
        return _said(PromptKind.COUNT, at_ms, line, length_of)
    return Prompt(PromptKind.TICK, at_ms, 0, tone=Tone.LAST)


def _said(kind: PromptKind, at_ms: int, text: str, length_of: Callable[[str], int]) -> Prompt:
    return Prompt(kind, at_ms, length_of(text), text)
