"""The way down to the floor: what is said while somebody goes from the computer to the mat, and when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.core.speech.piece import Piece
from coach.core.speech.vocabulary import PAUSE_MS, TONE_MS, Prompt, PromptKind
from coach.core.timeline import change_to
from coach.words import spoken_phrases

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from coach.core.routine import PositionChange, Routine
    from coach.core.timeline import Block

OPENING_PAUSE_MS = 500
"""Silence after each of the first sentences, which are the same however long the way takes."""
WAITING_PAUSE_MS = 2_000
"""Silence between two sentences where the way has no clock."""
TAKES_MS = 4_000
"""How long the body needs for a step of which the file does not say it (ours)."""
WALK_SHARE = 0.25
"""Of the time that is more than the steps need, the walk to the mat gets so much (ours)."""
QUIET_END_MS = 300
"""The rule about pain, which comes last, ends so long before the way does."""


def way_down_pieces(routine: Routine, block: Block) -> list[Piece]:
    """Return the lines of the way down, in order: how it is ended and stopped, the steps, and the rule about pain."""
    opening = (spoken_phrases.WAY_DOWN, spoken_phrases.ALREADY_DOWN, spoken_phrases.ESCAPE_STOPS)
    steps = () if (change := _change(routine, block)) is None else change.steps
    lines = [Piece(PromptKind.WAY, line) for line in (*opening, *steps)]
    return [*lines, Piece(PromptKind.RULE, spoken_phrases.RULE)]


def _change(routine: Routine, block: Block) -> PositionChange | None:
    return change_to(routine, "standing", routine.exercises[block.position])


def way_down_prompts(routine: Routine, block: Block, length_of: Callable[[str], int]) -> tuple[list[Prompt], int]:
    """Return what is said on the way down, each line at its place, and the least time that it needs, in ms.

    The last step and the rule hang on the end of the block; the other steps share its time as the body needs it.
    """
    pieces = way_down_pieces(routine, block)
    if block.waits:
        return _waiting(pieces, length_of), 0
    needs_ms = TONE_MS + sum(length_of(piece.text) + OPENING_PAUSE_MS for piece in pieces) + QUIET_END_MS
    change = _change(routine, block)
    steps = 0 if change is None else len(change.steps)
    takes_ms = change.takes_ms if change is not None and change.takes_ms else (TAKES_MS,) * steps
    opening, middle, ending = pieces[: -1 - steps], pieces[-1 - steps : -2], pieces[-min(2, 1 + steps) :]
    prompts, free_ms = _in_a_row(opening, TONE_MS, OPENING_PAUSE_MS, length_of)
    end_prompts = _before_the_end(ending, block.duration_ms, length_of)
    walk_ms, times_ms = _shared(end_prompts[0].offset_ms - free_ms, middle, takes_ms, length_of)
    free_ms += walk_ms
    for piece, time_ms in zip(middle, times_ms, strict=True):
        prompts.append(Prompt(piece.kind, free_ms, length_of(piece.text), piece.text))
        free_ms += time_ms
    return [*prompts, *_no_earlier(end_prompts, free_ms)], needs_ms


def _shared(
    room_ms: int, steps: Sequence[Piece], takes_ms: Sequence[int], length_of: Callable[[str], int]
) -> tuple[int, list[int]]:
    """Share the time between the opening and the last step: first what the walk to the mat gets, then each step.

    Each step has the time that its words need and what the body needs, as far as there is so much; what is more than
    that goes to the walk and to all steps.
    """
    words_ms = [length_of(step.text) + PAUSE_MS for step in steps]
    wanted_ms = [max(words, takes) for words, takes in zip(words_ms, takes_ms, strict=False)]
    if not steps:
        return 0, []
    more_ms = room_ms - sum(wanted_ms)
    if more_ms >= 0:
        walk_ms = int(more_ms * WALK_SHARE)
        share = (more_ms - walk_ms) / sum(wanted_ms)
        return walk_ms, [wanted + int(wanted * share) for wanted in wanted_ms]
    slack_ms = max(0, room_ms - sum(words_ms))
    share = slack_ms / max(1, sum(wanted_ms) - sum(words_ms))
    return 0, [words + int((wanted - words) * share) for words, wanted in zip(words_ms, wanted_ms, strict=True)]


def _waiting(pieces: Sequence[Piece], length_of: Callable[[str], int]) -> list[Prompt]:
    told = [piece for piece in pieces if piece.text != spoken_phrases.ALREADY_DOWN]
    prompts, at_ms = _in_a_row(told, TONE_MS, WAITING_PAUSE_MS, length_of)
    question = spoken_phrases.WAITING
    return [*prompts, Prompt(PromptKind.QUESTION, at_ms, length_of(question), question)]


def _in_a_row(
    pieces: Sequence[Piece], at_ms: int, pause_ms: int, length_of: Callable[[str], int]
) -> tuple[list[Prompt], int]:
    prompts = []
    for piece in pieces:
        prompts.append(Prompt(piece.kind, at_ms, length_of(piece.text), piece.text))
        at_ms += prompts[-1].length_ms + pause_ms
    return prompts, at_ms


def _before_the_end(pieces: Sequence[Piece], duration_ms: int, length_of: Callable[[str], int]) -> list[Prompt]:
    at_ms, prompts = duration_ms - QUIET_END_MS, []
    for piece in reversed(pieces):
        at_ms -= length_of(piece.text)
        prompts.append(Prompt(piece.kind, at_ms, length_of(piece.text), piece.text))
        at_ms -= OPENING_PAUSE_MS
    return prompts[::-1]


def _no_earlier(prompts: Sequence[Prompt], free_ms: int) -> list[Prompt]:
    """Return prompts that wait for what was said before them, where the way is short."""
    moved = []
    for prompt in prompts:
        at_ms = max(free_ms, prompt.offset_ms)
        moved.append(Prompt(prompt.kind, at_ms, prompt.length_ms, prompt.text))
        free_ms = at_ms + prompt.length_ms + PAUSE_MS
    return moved
