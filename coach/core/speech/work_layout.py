"""Where the lines and tones of a block of work lie: the go, a few words, half-way, the last five seconds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.core.speech.vocabulary import PAUSE_MS, TONE_MS, Prompt, PromptKind, Tone
from coach.core.timeline import CueKind

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from coach.core.say import SpokenLine
    from coach.core.speech.piece import Piece
    from coach.core.timeline import Block

HEAD_MS = 900
"""In the work, words begin so long after the go."""
QUIET_MS = 900
"""Before the half-way tone nothing is said for so long."""
TICKS_MS = (3_000, 2_000, 1_000)
"""The last seconds that are ticked, before the end: always the same, since whoever counts them comes out by them."""
SLIP_MS = 2_000
"""A line that has no room at its moment may be said so much later, else not at all (ours)."""
FIVE_MS = 5_000


def half_of(block: Block) -> int:
    """Return the offset of the first cue of a work block, in ms; where it has none, of its last five seconds."""
    return min((cue.at(block.duration_ms) for cue in block.cues), default=block.duration_ms - FIVE_MS)


def work_prompts(
    block: Block, lines: Sequence[SpokenLine], owed: Piece | None, length_of: Callable[[str], int]
) -> list[Prompt]:
    """Return what is audible in a block of work; `owed` is said first, in the place of what would be there."""
    timed = [(line.at_ms, _kind(line), str(line.line)) for line in lines if line.moment is None]
    if owed is not None:
        timed = [(HEAD_MS, owed.kind, owed.text), *(each for each in timed if each[0] >= 2 * HEAD_MS)]
    moments = {line.moment: str(line.line) for line in lines if line.moment is not None}
    prompts = [Prompt(PromptKind.GO, 0, TONE_MS, tone=Tone.GO), *_half(block, moments.get("half-way"), length_of)]
    prompts += _end(block, moments.get("last-five"), length_of)
    for at_ms, kind, text in timed:
        place = free_place(prompts, block, length_of(text), max(at_ms, HEAD_MS), max(at_ms, HEAD_MS) + SLIP_MS)
        if place is not None:
            prompts.append(Prompt(kind, place, length_of(text), text))
    return prompts


def _kind(line: SpokenLine) -> PromptKind:
    return PromptKind.REMINDER if line.reminds else PromptKind.WORK


def free_place(prompts: Sequence[Prompt], block: Block, length_ms: int, from_ms: int, latest_ms: int) -> int | None:
    """Return the first offset from there on at which a line of that length has room among these prompts, in ms.

    Between two lines there is a pause, and it is quiet before the half-way tone. None where there is none
    until `latest_ms`.
    """
    at_ms = from_ms
    for begin_ms, end_ms in sorted(_taken(prompts, block)):
        if at_ms + length_ms + PAUSE_MS <= begin_ms:
            break
        at_ms = max(at_ms, end_ms + PAUSE_MS)
    ends_ms = block.duration_ms - (FIVE_MS if block.cues else TONE_MS)
    return at_ms if at_ms + length_ms <= ends_ms and at_ms <= latest_ms else None


def _taken(prompts: Sequence[Prompt], block: Block) -> list[tuple[int, int]]:
    """Return from when to when nothing else may be said, in ms, for each prompt that keeps others away."""
    taken = []
    for prompt in prompts:
        at_ms = prompt.at(block.duration_ms)
        quiet_ms = QUIET_MS - PAUSE_MS if prompt.tone is Tone.HALF else 0
        if prompt.text is not None or prompt.tone is Tone.HALF:
            taken.append((at_ms - quiet_ms, at_ms + prompt.length_ms))
    return taken


def _half(block: Block, line: str | None, length_of: Callable[[str], int]) -> list[Prompt]:
    at_ms = next((cue.offset_ms for cue in block.cues if cue.kind is CueKind.HALF_WAY), None)
    if at_ms is None or at_ms > block.duration_ms - FIVE_MS:
        return []
    tone = Prompt(PromptKind.HALF, at_ms, TONE_MS, tone=Tone.HALF)
    if line is None or at_ms + TONE_MS + length_of(line) + PAUSE_MS > block.duration_ms - FIVE_MS:
        return [tone]
    return [tone, Prompt(PromptKind.HALF, at_ms + TONE_MS, length_of(line), line)]


def _end(block: Block, line: str | None, length_of: Callable[[str], int]) -> list[Prompt]:
    """Return the last five seconds: ticks, and where something is said fewer of them and none into the words."""
    prompts: list[Prompt] = []
    ticks: tuple[int, ...] = TICKS_MS
    if line is not None and block.cues and length_of(line) + PAUSE_MS <= FIVE_MS:
        ticks = tuple(each for each in TICKS_MS if each < FIVE_MS - length_of(line))
        prompts.append(Prompt(PromptKind.LAST_FIVE, FIVE_MS, length_of(line), line, from_end=True))
    ticks = tuple(each for each in ticks if each < block.duration_ms - TONE_MS)
    return [*prompts, *(Prompt(PromptKind.TICK, each, 0, tone=Tone.LAST, from_end=True) for each in ticks)]
