"""Which lines lead from one block of work to the next, whether there is time for them or not."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from coach.core.dataclass import dataclass
from coach.core.instructions import wording
from coach.core.routine import BySide
from coach.core.speech.vocabulary import PromptKind
from coach.core.timeline import BlockKind, family
from coach.words import spoken_phrases

if TYPE_CHECKING:
    from coach.core.routine import Exercise, Routine
    from coach.core.timeline import Block, Timeline

_SENTENCE = re.compile(r"(?<=[.!?…])\s+")


@dataclass(frozen=True, slots=True)
class Piece:
    """A line that a gap may have; a lower rank is more needed, rank 0 is never left out."""

    kind: PromptKind
    text: str
    rank: int


NEEDED, RANK_WAY, RANK_SETUP, RANK_CHANGE, RANK_ROUND, RANK_STEP = range(6)


def starts_of(line: str) -> tuple[str, ...]:
    """Return a start line as it may be said: whole, and where it has three sentences or more, its last two."""
    sentences = _SENTENCE.split(line)
    return (line, " ".join(sentences[-2:])) if len(sentences) > 2 else (line,)  # noqa: PLR2004 - two are left


class GapLines:
    """The lines of a routine, block by block of its timeline."""

    def __init__(self, routine: Routine, timeline: Timeline, *, in_full: bool) -> None:
        self._routine, self._blocks, self._in_full = routine, timeline.blocks, in_full

    def exercise(self, block: Block) -> Exercise:
        """Return the exercise of a block."""
        return self._routine.exercises[block.position]

    def start_line(self, block: Block) -> str:
        """Return the line that leads into the work of a block."""
        return wording(self.exercise(block).say.start, block.side)

    def starts(self, block: Block) -> tuple[str, ...]:
        """Return the line that leads into the work after a gap, as it may be said, the whole first."""
        lines = starts_of(self.start_line(block))
        again = block.kind is BlockKind.CHANGE and not self.exercise(block).sides
        return (*lines, spoken_phrases.SAME_AGAIN) if again else lines

    def release_line(self, block: Block) -> str:
        """Return the line that leads out of the work of a block."""
        return wording(self.exercise(block).say.release, block.side)

    def where(self, block: Block) -> list[Piece]:
        """Return what tells a person where they are: the exercise, the side, the round."""
        exercise = self.exercise(block)
        name = spoken_phrases.place_line(exercise.name, block.position + 1, len(self._routine.exercises))
        pieces = [Piece(PromptKind.NAME, name, NEEDED)]
        if block.kind.is_work:
            return [Piece(PromptKind.START, starts_of(self.start_line(block))[0], NEEDED)]
        if block.kind is BlockKind.CHANGE:
            return self._changing(block, exercise)
        return [*pieces, Piece(PromptKind.SETUP, wording(exercise.say.setup, block.side), RANK_SETUP)]

    def _changing(self, block: Block, exercise: Exercise) -> list[Piece]:
        """Return the lines that lead to the next side or round of the same exercise."""
        say, pieces = exercise.say, []
        if say.change is not None and block.new_side:
            # A start line that names its side says it again; one that does not makes this line needed.
            rank = RANK_CHANGE if isinstance(say.start, BySide) else NEEDED
            pieces.append(Piece(PromptKind.CHANGE, wording(say.change, block.side), rank))
        if self._new_round(block):
            if say.next_round and not block.new_side:
                line = say.next_round[min(block.round - 2, len(say.next_round) - 1)]
            else:
                line = spoken_phrases.round_line(block.round, block.rounds)
            pieces.append(Piece(PromptKind.ROUND, line, RANK_ROUND))
        return pieces

    def _new_round(self, block: Block) -> bool:
        sides = self.exercise(block).sides
        return block.round > 1 and (len(sides) < 2 or block.side == sides[0])  # noqa: PLR2004 - a pair

    def pieces(self, index: int) -> list[Piece]:
        """Return the lines of a gap in the order in which they are said, without the start line."""
        block = self._blocks[index]
        exercise = self.exercise(block)
        pieces: list[Piece] = []
        if block.kind is BlockKind.WAY:
            return pieces
        if block.kind is not BlockKind.GET_READY:
            before = self._blocks[index - 1]
            pieces.append(Piece(PromptKind.RELEASE, self.release_line(before), NEEDED))
        if block.kind is BlockKind.CHANGE:
            return [*pieces, *self._changing(block, exercise)]
        name, setup = self.where(block)
        pieces.append(name)
        if block.new_position:
            left = family(self.exercise(self._blocks[index - 1]))
            pieces += [Piece(PromptKind.WAY, step, RANK_WAY) for step in self._routine.way(left, family(exercise))]
        pieces.append(setup)
        if self._in_full:
            pieces += [Piece(PromptKind.STEP, wording(step, block.side), RANK_STEP) for step in exercise.steps.enter]
        return pieces
