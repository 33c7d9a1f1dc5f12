"""What an author of a routine should know of how it sounds: where words have too little time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.core.dataclass import dataclass
from coach.core.speech.block_lines import BlockLines
from coach.core.speech.compiler import compile_script
from coach.core.timeline import BlockKind, plan

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from coach.core.routine import Routine
    from coach.core.speech.vocabulary import Script
    from coach.core.timeline import Block


@dataclass(frozen=True, slots=True)
class Tight:
    """A place where something that is to be said has too little time.

    `what` tells in words what is affected, `more_ms` by how much the time is short; 0 where that has no one answer.
    `right` tells what the author can do.
    """

    exercise: str
    what: str
    more_ms: int = 0
    right: str = "say it in fewer words, or write a longer work_s"


_WORK = {
    "half-way": "the half-way line",
    "last-five": "the line for the last five seconds",
    None: "a line in the work",
}
_GAPS = {
    BlockKind.WAY: "the way down to the floor",
    BlockKind.GET_READY: "the time to get ready",
    BlockKind.CHANGE: "the time to change side or round",
    BlockKind.MOVE: "the time to get to this exercise",
}


def tight_places(routine: Routine, length_of: Callable[[str], int]) -> tuple[Tight, ...]:
    """Return each place where the lines of this routine do not fit, once for each exercise and kind of place."""
    script = compile_script(routine, plan(routine), length_of)
    lines = BlockLines(routine, script.timeline)
    found: dict[tuple[str, str], Tight] = {}
    for index, block in enumerate(script.timeline.blocks):
        for tight in _of(script, lines, index, block):
            known = found.get((tight.exercise, tight.what))
            if known is None or known.more_ms < tight.more_ms:
                found[tight.exercise, tight.what] = tight
    return tuple(found.values())


def _of(script: Script, lines: BlockLines, index: int, block: Block) -> Iterator[Tight]:
    if script.grown[index]:
        dose = lines.exercise(block).dose
        rests = dose.rest_s is not None or dose.set_rest_s is not None
        right = _longer(block, rests=rests and block.kind is BlockKind.CHANGE)
        yield Tight(block.exercise, _GAPS[block.kind], script.grown[index], right)
    if not block.kind.is_work:
        return
    said = {prompt.text for prompt in script.prompts[index]}
    for line in lines.work(block):
        if line.line not in said and (block.cues or line.moment is None):
            yield Tight(block.exercise, _WORK[line.moment])


def _longer(block: Block, *, rests: bool) -> str:
    """Return what an author can do about a gap that has grown to the length it needs; `rests`: one of an exercise."""
    if block.kind is BlockKind.WAY:
        return "tell the way from standing in fewer words; a person can also choose more time for it"
    seconds = -(-block.duration_ms // 1000)
    if rests:
        key = "set_rest_s" if block.new_set else "rest_s"
        return (
            f"write {seconds} as {key} of the exercise, say it in fewer words, or name in silent what it does without"
        )
    keys = {
        BlockKind.GET_READY: "get_ready in gaps",
        BlockKind.CHANGE: "change in gaps, or as least_change_s of the exercise",
        BlockKind.MOVE: "new_position in gaps" if block.new_position else "near in gaps",
    }
    return f"write {seconds} as {keys[block.kind]}, or say it in fewer words"
