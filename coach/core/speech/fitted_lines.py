"""The lines of a block as they fit to what was before it: none runs into another, and a rule that is owed is said."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from coach.core.speech.compiler import with_rule
from coach.core.speech.vocabulary import PAUSE_MS, Prompt, PromptKind, Tone
from coach.words import spoken_phrases

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from coach.core.events import Snapshot

AGAIN_MS = 60_000
"""So long after a question, or after a pause began, what to press is said once more."""
_ENDLESS_MS = 1 << 40


def fitted_lines(
    prompts: Iterable[Prompt],
    snapshot: Snapshot,
    length_of: Callable[[str], int],
    begins_ms: int,
    *,
    is_ruled: bool,
    was_done: bool,
) -> list[Prompt]:
    """Return the lines of the block of this instant, of those of the script.

    Where an input was answered they begin at `begins_ms` of it, and the answer takes the place of its tone and of its
    release; else that is 0. `is_ruled` tells that the rule about pain was said, `was_done` that the block before was
    work that was done to its end.
    """
    found: list[Prompt] = []
    for prompt in prompts:
        if prompt.kind is PromptKind.RULE and is_ruled:
            continue
        if prompt.kind in {PromptKind.END, PromptKind.RELEASE} and begins_ms:
            continue
        if prompt.kind is not PromptKind.END or prompt.tone is Tone.READY or was_done:
            found.append(prompt)
    if snapshot.block.kind.is_work:
        return found if is_ruled else with_owed_rule(snapshot, found, length_of)
    if begins_ms:
        found = pulled_forward(found, begins_ms)
    ends = [each.at(snapshot.duration_ms) for each in found if each.from_end and each.text is not None]
    end_ms = _ENDLESS_MS if snapshot.waiting else min(ends, default=snapshot.duration_ms)
    fitted = in_turn(found, end_ms, begins_ms)
    return [*fitted, *_asked_again(fitted)] if snapshot.waiting else fitted


def _asked_again(lines: list[Prompt]) -> list[Prompt]:
    """Return the question once more, where a block waits and nothing is heard of the person; the last line asks it."""
    asked = [prompt for prompt in lines if prompt.text is not None][-1:]
    return [
        replace(prompt, kind=PromptKind.REMINDER, offset_ms=prompt.offset_ms + prompt.length_ms + AGAIN_MS)
        for prompt in asked
    ]


def pulled_forward(lines: Iterable[Prompt], free_ms: int) -> list[Prompt]:
    """Let the lines that hang on the start of a gap begin at that offset, in ms, where nothing is said before them."""
    found = list(lines)
    first_ms = min((each.offset_ms for each in found if _is_front(each)), default=free_ms)
    sooner_ms = max(0, first_ms - free_ms)
    return [replace(each, offset_ms=each.offset_ms - sooner_ms) if _is_front(each) else each for each in found]


def in_turn(lines: Iterable[Prompt], end_ms: int, free_ms: int = 0) -> list[Prompt]:
    """Let lines wait for what is said before them; what has no room then is left out.

    That is what answers an input, until `free_ms`, and a release: after a jump it is of what was really left. The
    lines that end at the go keep their places; the others end before `end_ms`.
    """
    is_answered = free_ms > 0
    kept: list[Prompt] = []
    for each in lines:
        if not _is_front(each) or (each.kind is PromptKind.RULE and not is_answered):
            kept.append(each)
            continue
        begins_ms = max(each.offset_ms, free_ms)
        if begins_ms > each.offset_ms and begins_ms + each.length_ms > end_ms:
            continue
        free_ms = max(free_ms, begins_ms + each.length_ms) if each.kind is PromptKind.RELEASE else free_ms
        if begins_ms > each.offset_ms:
            free_ms = begins_ms + each.length_ms + PAUSE_MS
        kept.append(replace(each, offset_ms=begins_ms))
    return kept


def with_owed_rule(snapshot: Snapshot, lines: list[Prompt], length_of: Callable[[str], int]) -> list[Prompt]:
    """Add the rule to the lines of a block of work: it should have been said before, and was skipped or cut."""
    if not snapshot.block.kind.is_work or any(each.kind is PromptKind.RULE for each in lines):
        return lines
    return with_rule(lines, snapshot.block, length_of(spoken_phrases.RULE))


def _is_front(prompt: Prompt) -> bool:
    return prompt.text is not None and not prompt.from_end
