"""Where the words of a routine have too little time: which words, and how much time they need."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from coach.core.dataclass import dataclass
from coach.core.speech.block_lines import BlockLines
from coach.core.speech.compiler import OneBlock
from coach.core.speech.situation import AS_WRITTEN
from coach.core.timeline import BlockKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from typing import TypeAlias

    from coach.core.routine import Routine
    from coach.core.timeline import Block, Timeline

    Where: TypeAlias = Literal["get-ready", "change", "set", "near", "new-position", "work"]


@dataclass(frozen=True, slots=True)
class Tight:
    """Words with too little time. `where` is the gap that grows by that, or the work, in which they are left out.

    `has_ms` is the time that is written, `needs_ms` what they need; both are 0 in the work.
    """

    where: Where
    words: str
    has_ms: int = 0
    needs_ms: int = 0


def tight_blocks(
    routine: Routine, timeline: Timeline, length_of: Callable[[str], int], indexes: Sequence[int], grown: Sequence[int]
) -> tuple[Tight, ...]:
    """Return what is tight in some blocks of a timeline, the worst of each kind; its gaps have grown by so many ms."""
    script, lines = OneBlock(routine, timeline, length_of), BlockLines(routine, timeline)
    found: dict[tuple[str, str], Tight] = {}
    for index, more_ms in zip(indexes, grown, strict=True):
        block = timeline.blocks[index]
        is_work = block.kind.is_work
        here = _left_out(script, lines, index, block) if is_work else _gap(lines, timeline, index, more_ms)
        for tight in here:
            known = found.get(_kind(tight))
            if known is None or known.needs_ms < tight.needs_ms:
                found[_kind(tight)] = tight
    return tuple(found.values())


def _kind(tight: Tight) -> tuple[str, str]:
    return (tight.where, tight.words if tight.where == "work" else "")


def _gap(lines: BlockLines, timeline: Timeline, index: int, more_ms: int) -> Iterator[Tight]:
    block = timeline.blocks[index]
    if not more_ms or block.kind is BlockKind.WAY:  # how long that one is, the person chooses and not the author
        return
    needed = [piece.text for piece in lines.pieces(index) if piece.rank == 0]
    said = [*needed, *sorted(lines.starts(timeline.blocks[index + 1]), key=len)[:1]]
    yield Tight(
        _where(block, rests=lines.exercise(block).dose.set_rest_s is not None),
        " ".join(said),
        block.duration_ms - more_ms,
        block.duration_ms,
    )


def _where(block: Block, *, rests: bool) -> Where:
    if block.kind is BlockKind.MOVE:
        return "new-position" if block.new_position else "near"
    if block.kind is BlockKind.GET_READY:
        return "get-ready"
    return "set" if rests and block.is_new_set else "change"


def _left_out(script: OneBlock, lines: BlockLines, index: int, block: Block) -> Iterator[Tight]:
    said = {prompt.text for prompt in script.prompts(index, AS_WRITTEN)}
    for line in lines.work(block):
        if line.line not in said and (block.cues or line.moment is None) and not line.reminds:
            yield Tight("work", str(line.line))
