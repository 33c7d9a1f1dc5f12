"""Which lines belong to a block, whether there is time for them or not, and in which words this session has them."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from coach.core.instructions import wording
from coach.core.say import OPTIONAL
from coach.core.speech.amount import Amount
from coach.core.speech.dose_lines import DoseLines, is_dosed
from coach.core.speech.piece import EASIER_RANK, PLACE_RANK, UNGUIDED_RANK, WAY_RANK, Piece
from coach.core.speech.situation import AS_WRITTEN, Situation
from coach.core.speech.stand_ins import StandIns, can_say_all
from coach.core.speech.vocabulary import PromptKind
from coach.core.timeline import BlockKind, family, steps_to
from coach.words import counted_phrases, spoken_phrases

if TYPE_CHECKING:
    from collections.abc import Callable

    from coach.core.routine import Exercise, Routine, Silent
    from coach.core.say import EasierWay, Line, Moment, RoundLines, SpokenLine
    from coach.core.timeline import Block, Timeline

_MIDDLE, _LAST = 2, 3
_MOMENTS: dict[Moment | None, Silent] = {"half-way": "half", "last-five": "last5"}
"""The name of the line of each moment among those that an exercise can do without."""
_SENTENCE = re.compile(r"(?<=[.!?…])\s+")


def starts_of(line: str) -> tuple[str, ...]:
    """Return a start line as it may be said: whole, and where it has three sentences or more, its last two."""
    sentences = _SENTENCE.split(line)
    return (line, " ".join(sentences[-2:])) if len(sentences) > 2 else (line,)  # noqa: PLR2004 - two are left


class BlockLines:
    """The lines of a routine, block by block of its timeline; of those that cannot be said what stands in for them."""

    def __init__(
        self,
        routine: Routine,
        timeline: Timeline,
        amount: Amount = Amount.ALL,
        can_say: Callable[[str], bool] = can_say_all,
    ) -> None:
        self._routine, self._blocks, self._amount = routine, timeline.blocks, amount
        self._can_say, self._instead = can_say, StandIns(can_say)
        self.dose = DoseLines(routine, timeline.blocks, self._instead)

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
        exercise = self.exercise(block)
        if not is_dosed(exercise):
            return exercise.say.of_round(block.round, block.rounds)
        # The last round is that of the last set; of all others there is one before and one after.
        is_last = (block.set, block.round) == (block.sets, block.rounds)
        number = 1 if block.set == block.round == 1 else _LAST if is_last else _MIDDLE
        return exercise.say.of_round(number, _LAST)

    def _applies(self, line: SpokenLine, block: Block, easier: EasierWay | None = None) -> bool:
        """Tell whether a line is said in a block; one that names the seconds of a hold only where they are these."""
        exercise = self.exercise(block)
        work_ms = exercise.dose.seconds_on(block.side) * 1000
        # A line that names the rounds names no sets, and no other order.
        rounds = None if is_dosed(exercise) else exercise.rounds
        if easier is not None and easier.hold_ms is not None:
            work_ms = min(work_ms, easier.hold_ms)
        turn = "first" if self._is_first_turn(block) else "second"
        return (
            line.turn in {None, turn}
            and line.rounds in {None, rounds}
            and line.work_ms in {None, work_ms}
            and (line.rank == 0 or self._amount is Amount.ALL)
        )

    def _words(self, line: Line, block: Block, easier: EasierWay | None = None) -> str:
        swaps = dict(easier.swaps) if easier is not None else {}
        told = wording(swaps.get(line, line), block.side)
        return spoken_phrases.in_round(told, block.round, block.rounds)

    # Into the work and out of it

    def starts(self, block: Block, situation: Situation = AS_WRITTEN) -> tuple[str, ...]:
        """Return the line that leads into the work after a gap, as it may be said, the whole first; () for none."""
        if "start" in self.exercise(block).silent:
            return ()
        say, easier = self.exercise(block).say, self.easier(block, situation)
        own = [line.line for line in self._round(block).start if self._applies(line, block, easier)]
        start = self._words([*own, say.start][0], block, easier)
        short = () if say.short_start is None else (self._words(say.short_start, block, easier),)
        again = self._words(say.start, block, easier)
        # The start without its breath is the shorter one.
        lines = (*starts_of(start), *short, *((again,) if again != start and not short else ()))
        return self._instead.starts(lines, self.exercise(block), block)

    def starts_again(self, block: Block, situation: Situation = AS_WRITTEN) -> tuple[str, ...]:
        """Return the line that leads back into the work after a pause, as it may be said, the whole first."""
        say, easier = self.exercise(block).say, self.easier(block, situation)
        short = () if say.short_start is None else (self._words(say.short_start, block, easier),)
        lines = (*starts_of(self._words(say.start, block, easier)), *short)
        return self._instead.starts(lines, self.exercise(block), block)

    def release(self, block: Block) -> str:
        """Return the line that leads out of the work of a block."""
        exercise = self.exercise(block)
        return self._instead.release(wording(exercise.say.release, block.side), exercise)

    def stopping(self, block: Block) -> str:
        """Return what to do first when it hurts in the work of a block."""
        return self._instead.stopping(wording(self.exercise(block).say.pain_stop, block.side))

    def easier_line(self, block: Block, way: int | None) -> str:
        """Return what is said as a way of doing the exercise of a block is chosen, None for the usual way."""
        return spoken_phrases.USUAL_WAY if way is None else self.easier_lines(block)[way]

    def easier_lines(self, block: Block) -> tuple[str, ...]:
        """Return the easier ways of the exercise of a block, as they are said."""
        return tuple(self._easier_words(way, block) for way in self.exercise(block).say.easier)

    def _easier_words(self, way: EasierWay, block: Block) -> str:
        return self._instead.easier(self._words(way.line, block))

    # Gaps

    def name(self, block: Block) -> list[Piece]:
        """Return what tells which exercise comes; the last of it is never left out."""
        *place, name = self._instead.names(self.exercise(block), block, *self.dose.place(block))
        return [*(Piece(PromptKind.NAME, line, PLACE_RANK) for line in place), Piece(PromptKind.NAME, name)]

    def pieces(self, index: int, situation: Situation = AS_WRITTEN) -> list[Piece]:
        """Return the lines of a gap in the order in which they are said, without the start line."""
        block = self._blocks[index]
        pieces: list[Piece] = []
        before = self._blocks[index - 1] if index > 0 else None
        if before is not None and before.kind.is_work and "release" not in self.exercise(before).silent:
            pieces.append(Piece(PromptKind.RELEASE, self.release(before)))
        if block.kind is not BlockKind.CHANGE:
            pieces += [*self.dose.lap(block), *self.name(block), *self._way(block, before)]
            pieces += [*self._base(block, situation), *self.dose.repetitions(block)]
        elif is_dosed(self.exercise(block)):
            return [*pieces, *self.dose.leading(index, self._side_change(block, situation))]
        return [*pieces, *self._leading(block, situation)]

    def _side_change(self, block: Block, situation: Situation) -> list[Piece]:
        """Return the exercise's own lines for another side, whichever that is."""
        easier, told = self.easier(block, situation), self.exercise(block).say.rounds[0].gap
        lines = (replace(line, turn=None) for line in told if line.turn == "second")
        found = (
            self._piece(PromptKind.ENTER, line, block, situation)
            for line in lines
            if self._applies(line, block, easier)
        )
        sayable = (self._sayable(piece, block) for pieces in found for piece in pieces)
        return list(dict.fromkeys(piece for piece in sayable if piece is not None))

    def _way(self, block: Block, before: Block | None) -> list[Piece]:
        if before is None or not block.new_position:
            return []
        steps = steps_to(self._routine, family(self.exercise(before)), self.exercise(block))
        return [Piece(PromptKind.WAY, step, WAY_RANK) for step in steps]

    def _base(self, block: Block, situation: Situation) -> list[Piece]:
        easier = self.easier(block, situation)
        pieces: list[Piece] = []
        does_without = "setup" in self.exercise(block).silent or self.dose.is_known(block)
        for line in () if does_without else self.exercise(block).say.base:
            if not situation.guided and line.unguided is not None:
                pieces.append(Piece(PromptKind.SETUP, self._words(line.unguided, block), UNGUIDED_RANK))
            elif self._applies(line, block, easier) and (block.waits or line.least_gap_ms <= block.duration_ms):
                pieces += self._piece(PromptKind.SETUP, line, block, situation)
        if easier is not None and easier.instead_of is None and not situation.easier_told:
            pieces.append(Piece(PromptKind.EASIER, self._easier_words(easier, block), EASIER_RANK))
        return self._sayable_base(pieces, block)

    def _sayable_base(self, pieces: list[Piece], block: Block) -> list[Piece]:
        """Return lines that lead into the base position, its name alone where they cannot be said."""
        kept = [piece for piece in pieces if self._can_say(piece.text)]
        if len(kept) == len(pieces):
            return pieces
        base, where = self._instead.base(self.exercise(block))
        told = [piece for piece in kept if piece.kind is PromptKind.SETUP]
        easier = [piece for piece in kept if piece.kind is not PromptKind.SETUP]
        instead = [] if told else [Piece(PromptKind.SETUP, base, UNGUIDED_RANK)]
        return [*instead, *told, Piece(PromptKind.SETUP, where, OPTIONAL), *easier]

    def _leading(self, block: Block, situation: Situation) -> list[Piece]:
        """Return the lines that lead to this side or round, and into the stretch."""
        easier = self.easier(block, situation)
        lines = [line for line in self._round(block).gap if self._applies(line, block, easier)]
        pieces = [piece for line in lines for piece in self._piece(self._gap_kind(line, block), line, block, situation)]
        return list(dict.fromkeys(said for piece in pieces if (said := self._sayable(piece, block)) is not None))

    def _sayable(self, piece: Piece, block: Block) -> Piece | None:
        """Return a line that leads to a side or round; one that cannot be said as the side or the round alone."""
        if self._can_say(piece.text):
            return piece
        is_first = self._is_first_turn(block)
        if block.round > 1 and is_first and not piece.enters:
            return replace(piece, text=self._instead.round(self.exercise(block), block))
        exercise = self.exercise(block)
        if block.side is None or (block.round == 1 and is_first and not block.new_side):
            return None
        if not self._can_say(wording(exercise.say.start, block.side)):
            return None  # the start line that stands in names the side
        return replace(piece, text=counted_phrases.change_line(block.side))

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
        return [Piece(kind if line.enters else PromptKind.EASIER, self._easier_words(easier, block), line.rank)]

    def owed(self, block: Block, situation: Situation, gap: list[Piece]) -> Piece | None:
        """Return what should have been said before the work of a block and had no room in the gap, None for nothing."""
        easier = self.easier(block, situation)
        tells_easier = easier is not None and not situation.easier_told
        if easier is not None and tells_easier and block.round == 1 and self._is_first_turn(block):
            line = self._easier_words(easier, block)
            return None if any(piece.text == line for piece in gap) else Piece(PromptKind.EASIER, line)
        if is_dosed(self.exercise(block)):
            return None
        last = block.rounds > 1 and block.round == block.rounds and self._is_first_turn(block)
        told = self._round(block).gap
        if not last or not any(line.rank for line in told if self._applies(line, block)):
            return None
        if any(piece.rank and piece.kind in {PromptKind.ROUND, PromptKind.ENTER} for piece in gap):
            return None
        return Piece(PromptKind.ROUND, spoken_phrases.LAST_ROUND)

    def of_dose(self, index: int, block: Block) -> tuple[str, ...]:
        """Return every line about how much that may be said in work, or in its gap where that is short."""
        counts = self.exercise(block).dose.count_aloud
        numbers = tuple(map(counted_phrases.number_line, range(1, block.reps + 1))) if counts else ()
        told = [*self.dose.shortest(index - 1), *numbers, *self.dose.where(block)]
        side = self.dose.side_in_work(index)
        told += [counted_phrases.WHEN_DONE] if block.waits else []
        told += [] if side is None else [side.text]
        return tuple(line for line in told if self._can_say(line))

    # Work

    def work(self, block: Block, situation: Situation = AS_WRITTEN) -> list[SpokenLine]:
        """Return the lines in the work of a block, in order, each with its words in this session."""
        easier = self.easier(block, situation)
        told = (
            (line, self._words(line.line, block, easier))
            for line in self._round(block).work
            if self._applies(line, block, easier) and _MOMENTS.get(line.moment) not in self.exercise(block).silent
        )
        sayable = ((line, self._instead.moment(words, line.moment)) for line, words in told)
        return [replace(line, line=words) for line, words in sayable if words is not None]
