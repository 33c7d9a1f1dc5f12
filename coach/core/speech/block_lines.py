"""Which lines belong to a block, whether there is time for them or not, and in which words this session has them."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from coach.core.dataclass import dataclass
from coach.core.instructions import wording
from coach.core.speech.amount import Amount
from coach.core.speech.situation import AS_WRITTEN, Situation
from coach.core.speech.vocabulary import PromptKind
from coach.core.timeline import BlockKind, family
from coach.words import spoken_phrases

if TYPE_CHECKING:
    from coach.core.routine import Exercise, Routine
    from coach.core.say import EasierWay, Line, RoundLines, SpokenLine
    from coach.core.timeline import Block, Timeline

_SENTENCE = re.compile(r"(?<=[.!?…])\s+")
WAY_RANK = UNGUIDED_RANK = EASIER_RANK = 1


@dataclass(frozen=True, slots=True)
class Piece:
    """A line that a gap may have; a lower rank is more needed, rank 0 is never left out."""

    kind: PromptKind
    text: str
    rank: int = 0

    @property
    def enters(self) -> bool:
        """Whether it brings the body into the stretch, so that it hangs on the end of the gap."""
        return self.kind is PromptKind.ENTER


def starts_of(line: str) -> tuple[str, ...]:
    """Return a start line as it may be said: whole, and where it has three sentences or more, its last two."""
    sentences = _SENTENCE.split(line)
    return (line, " ".join(sentences[-2:])) if len(sentences) > 2 else (line,)  # noqa: PLR2004 - two are left


class BlockLines:
    """The lines of a routine, block by block of its timeline."""

    def __init__(self, routine: Routine, timeline: Timeline, amount: Amount = Amount.ALL) -> None:
        self._routine, self._blocks, self._amount = routine, timeline.blocks, amount

    # What is known of a block

    def exercise(self, block: Block) -> Exercise:
        """Return the exercise of a block."""
        return self._routine.exercises[block.position]

    def _is_first_turn(self, block: Block) -> bool:
        return block.side in {None, *self.exercise(block).sides[:1]}

    def easier(self, block: Block, situation: Situation) -> EasierWay | None:
        """Return the easier way that is chosen for the exercise of a block, None for the usual one."""
        ways = self.exercise(block).say.easier
        return None if situation.easier is None or not ways else ways[situation.easier % len(ways)]

    def _round(self, block: Block) -> RoundLines:
        return self.exercise(block).say.of_round(block.round, block.rounds)

    def _applies(self, line: SpokenLine, block: Block, easier: EasierWay | None = None) -> bool:
        """Tell whether a line is said in a block; one that names the seconds of a hold only where they are these."""
        exercise = self.exercise(block)
        work_ms = exercise.work_s * 1000
        if easier is not None and easier.hold_ms is not None:
            work_ms = min(work_ms, easier.hold_ms)
        turn = "first" if self._is_first_turn(block) else "second"
        return (
            line.turn in {None, turn}
            and line.rounds in {None, exercise.rounds}
            and line.work_ms in {None, work_ms}
            and (line.rank == 0 or self._amount is Amount.ALL)
        )

    def _words(self, line: Line, block: Block, easier: EasierWay | None = None) -> str:
        swaps = dict(easier.swaps) if easier is not None else {}
        told = wording(swaps.get(line, line), block.side)
        return spoken_phrases.in_round(told, block.round, block.rounds)

    # Into the work and out of it

    def starts(self, block: Block, situation: Situation = AS_WRITTEN) -> tuple[str, ...]:
        """Return the line that leads into the work after a gap, as it may be said, the whole first."""
        say, easier = self.exercise(block).say, self.easier(block, situation)
        own = [line.line for line in self._round(block).start if self._applies(line, block, easier)]
        start = self._words([*own, say.start][0], block, easier)
        short = () if say.short_start is None else (self._words(say.short_start, block, easier),)
        again = self._words(say.start, block, easier)
        # The start without its breath is the shorter one.
        return (*starts_of(start), *short, *((again,) if again != start and not short else ()))

    def starts_again(self, block: Block, situation: Situation = AS_WRITTEN) -> tuple[str, ...]:
        """Return the line that leads back into the work after a pause, as it may be said, the whole first."""
        say, easier = self.exercise(block).say, self.easier(block, situation)
        short = () if say.short_start is None else (self._words(say.short_start, block, easier),)
        return (*starts_of(self._words(say.start, block, easier)), *short)

    def release(self, block: Block) -> str:
        """Return the line that leads out of the work of a block."""
        return wording(self.exercise(block).say.release, block.side)

    def stopping(self, block: Block) -> str:
        """Return what to do first when it hurts in the work of a block."""
        return wording(self.exercise(block).say.pain_stop, block.side)

    def easier_line(self, block: Block, way: int | None) -> str:
        """Return what is said as a way of doing the exercise of a block is chosen, None for the usual way."""
        return spoken_phrases.USUAL_WAY if way is None else self.easier_lines(block)[way]

    def easier_lines(self, block: Block) -> tuple[str, ...]:
        """Return the easier ways of the exercise of a block, as they are said."""
        return tuple(self._words(way.line, block) for way in self.exercise(block).say.easier)

    # Gaps

    def name(self, block: Block) -> Piece:
        """Return the line that tells which exercise comes."""
        name, count = self.exercise(block).name, len(self._routine.exercises)
        return Piece(PromptKind.NAME, spoken_phrases.place_line(name, block.position + 1, count))

    def pieces(self, index: int, situation: Situation = AS_WRITTEN) -> list[Piece]:
        """Return the lines of a gap in the order in which they are said, without the start line."""
        block = self._blocks[index]
        pieces: list[Piece] = []
        before = self._blocks[index - 1] if index > 0 else None
        if before is not None and before.kind.is_work:
            pieces.append(Piece(PromptKind.RELEASE, self.release(before)))
        if block.kind is not BlockKind.CHANGE:
            pieces += [self.name(block), *self._way(block, before), *self._base(block, situation)]
        return [*pieces, *self._leading(block, situation)]

    def _way(self, block: Block, before: Block | None) -> list[Piece]:
        if before is None or not block.new_position:
            return []
        steps = self._routine.way(family(self.exercise(before)), family(self.exercise(block)))
        return [Piece(PromptKind.WAY, step, WAY_RANK) for step in steps]

    def _base(self, block: Block, situation: Situation) -> list[Piece]:
        easier = self.easier(block, situation)
        pieces = []
        for line in self.exercise(block).say.base:
            if not situation.guided and line.unguided is not None:
                pieces.append(Piece(PromptKind.SETUP, self._words(line.unguided, block), UNGUIDED_RANK))
            elif self._applies(line, block, easier) and (block.waits or line.least_gap_ms <= block.duration_ms):
                pieces += self._piece(PromptKind.SETUP, line, block, situation)
        if easier is not None and easier.instead_of is None and not situation.easier_told:
            pieces.append(Piece(PromptKind.EASIER, self._words(easier.line, block), EASIER_RANK))
        return pieces

    def _leading(self, block: Block, situation: Situation) -> list[Piece]:
        """Return the lines that lead to this side or round, and into the stretch."""
        easier = self.easier(block, situation)
        lines = [line for line in self._round(block).gap if self._applies(line, block, easier)]
        return [piece for line in lines for piece in self._piece(self._gap_kind(line, block), line, block, situation)]

    def _gap_kind(self, line: SpokenLine, block: Block) -> PromptKind:
        if line.enters:
            return PromptKind.ENTER
        return PromptKind.ROUND if block.round > 1 and self._is_first_turn(block) else PromptKind.CHANGE

    def _piece(self, kind: PromptKind, line: SpokenLine, block: Block, situation: Situation) -> list[Piece]:
        """Return the line, or the easier way in its place; nothing where that was told before."""
        easier = self.easier(block, situation)
        if easier is None or line.line != easier.instead_of:
            return [Piece(kind, self._words(line.line, block, easier), line.rank)]
        if situation.easier_told:
            return []
        return [Piece(kind if line.enters else PromptKind.EASIER, self._words(easier.line, block), line.rank)]

    def owed(self, block: Block, situation: Situation, gap: list[Piece]) -> Piece | None:
        """Return what should have been said before the work of a block and had no room in the gap, None for nothing."""
        easier = self.easier(block, situation)
        tells_easier = easier is not None and not situation.easier_told
        if easier is not None and tells_easier and block.round == 1 and self._is_first_turn(block):
            line = self._words(easier.line, block)
            return None if any(piece.text == line for piece in gap) else Piece(PromptKind.EASIER, line)
        last = block.rounds > 1 and block.round == block.rounds and self._is_first_turn(block)
        told = self._round(block).gap
        if not last or not any(line.rank for line in told if self._applies(line, block)):
            return None
        if any(piece.rank and piece.kind in {PromptKind.ROUND, PromptKind.ENTER} for piece in gap):
            return None
        return Piece(PromptKind.ROUND, spoken_phrases.LAST_ROUND)

    # Work

    def work(self, block: Block, situation: Situation = AS_WRITTEN) -> list[SpokenLine]:
        """Return the lines in the work of a block, in order, each with its words in this session."""
        easier = self.easier(block, situation)
        return [
            replace(line, line=self._words(line.line, block, easier))
            for line in self._round(block).work
            if self._applies(line, block, easier)
        ]
