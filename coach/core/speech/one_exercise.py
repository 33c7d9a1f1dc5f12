"""What is said of one exercise alone, from getting ready to its end: for who wants to hear it before a session."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from coach.core.pacing import Gaps
from coach.core.routine import Routine
from coach.core.speech.compiler import compile_script
from coach.core.speech.stand_ins import can_say_all
from coach.core.speech.transcript import TranscriptLine
from coach.core.speech.vocabulary import PromptKind
from coach.core.timeline import BlockKind, plan

if TYPE_CHECKING:
    from collections.abc import Callable

    from coach.core.pacing import Side
    from coach.core.routine import Exercise
    from coach.core.speech.vocabulary import Prompt
    from coach.core.timeline import Block

_LEFT_OUT = {PromptKind.NAME, PromptKind.END, PromptKind.RELEASE, PromptKind.HALF, PromptKind.LAST_FIVE}
_LEFT_OUT |= {PromptKind.COUNT, PromptKind.QUESTION}
"""What leads out of something else, and what means nothing where no time runs."""

_ROOMY = Gaps(get_ready_ms=60_000, change_ms=60_000)
"""So long that nothing is left out for want of time."""


def lines_of(
    exercise: Exercise, side: Side | None, length_of: Callable[[str], int], can_say: Callable[[str], bool] = can_say_all
) -> tuple[TranscriptLine, ...]:
    """Return the sentences of one round on one side, in their order; `length_of` says how long each takes, in ms.

    They are those of a session, in which the second side has words of its own, and with recorded ones where it has them
    in the place of what `can_say` refuses.
    """
    once = replace(exercise, dose=replace(exercise.dose, rounds=1, sets=1))
    routine = Routine(id=exercise.id, name=exercise.name, note="", gaps=_ROOMY, exercises=(once,))
    script = compile_script(routine, plan(routine), length_of, can_say=can_say)
    blocks = zip(script.timeline.blocks, script.prompts, strict=True)
    said = (prompt.text for block, prompts in blocks for prompt in prompts if _belongs(prompt, block, side))
    return tuple(TranscriptLine(text) for text in dict.fromkeys(said) if text is not None)


def _belongs(prompt: Prompt, block: Block, side: Side | None) -> bool:
    if block.kind is BlockKind.WAY or prompt.kind in _LEFT_OUT:
        return False
    return block.side == side or (block.kind is BlockKind.GET_READY and prompt.kind is PromptKind.SETUP)
