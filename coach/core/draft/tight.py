"""Where the words of a routine have too little time: which words, and how much time they need."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from coach.core.dataclass import dataclass
from coach.core.speech.situation import AS_WRITTEN
from coach.core.timeline import BlockKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import TypeAlias

    from coach.core.speech.compiler import OneBlock
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
    script: OneBlock, timeline: Timeline, indexes: Sequence[int], grown: Sequence[int]
) -> tuple[Tight, ...]:
    """Return what is tight in some blocks, the worst of each kind; the gaps of the timeline have grown by so many ms.

    `script` has taken that timeline.
    """
    found: dict[tuple[str, str], Tight] = {}
    for index, more_ms in zip(indexes, grown, strict=True):
        block = timeline.blocks[index]
        here = _left_out(script, index, block) if block.kind.is_work else _gap(script, index, block, more_ms)
        for tight in here:
            known = found.get(_kind(tight))
            if known is None or known.needs_ms < tight.needs_ms:
                found[_kind(tight)] = tight
    return tuple(found.values())


def _kind(tight: Tight) -> tuple[str, str]:
    return (tight.where, tight.words if tight.where == "work" else "")


def _gap(script: OneBlock, index: int, block: Block, more_ms: int) -> Iterator[Tight]:
    if not more_ms or block.kind is BlockKind.WAY:  # how long that one is, the person chooses and not the author
        return
    # In a gap that has just grown there is room for nothing but what is needed.
    said = [prompt.text for prompt in script.prompts(index, AS_WRITTEN) if prompt.text is not None]
    where = _where(block, rests=script.lines.exercise(block).dose.set_rest_s is not None)
    yield Tight(where, " ".join(said), block.duration_ms - more_ms, block.duration_ms)


def _where(block: Block, *, rests: bool) -> Where:
    if block.kind is BlockKind.MOVE:
        return "new-position" if block.new_position else "near"
    if block.kind is BlockKind.GET_READY:
        return "get-ready"
    return "set" if rests and block.new_set else "change"


def _left_out(script: OneBlock, index: int, block: Block) -> Iterator[Tight]:
    if script.lines.exercise(block).dose.count_aloud:
        return  # the numbers are what is wanted
    said = {prompt.text for prompt in script.prompts(index, AS_WRITTEN)}
    for line in script.lines.work(block):
        if line.line not in said and (block.cues or line.moment is None) and not line.reminds:
            yield Tight("work", str(line.line))
