"""How much is done, in words: which set, hold or side comes, how many repetitions, which time through a circuit.

A routine that says no more than rounds and seconds has the words of its exercises for that. What a professional writes
down beyond it is told by the program: numbers that are the same for every exercise.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.core.routine import places_of
from coach.core.speech.piece import DOSE_RANK, IN_SET_RANK, Piece
from coach.core.speech.stand_ins import manner_of
from coach.core.speech.vocabulary import PromptKind
from coach.core.timeline import BlockKind
from coach.words import counted_phrases

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coach.core.routine import Exercise, Routine
    from coach.core.speech.stand_ins import StandIns
    from coach.core.timeline import Block

MOST_PLAIN_ROUNDS = 20
"""More rounds than these have their number alone."""
RESTS_MS = 10_000
"""In a gap so long it is said that it is a rest."""
_REST_RANK = 4


def is_dosed(exercise: Exercise) -> bool:
    """Tell whether more is prescribed of an exercise than rounds and seconds, or which lines it does without."""
    dose = exercise.dose
    plain = isinstance(dose.rounds, int) and dose.rounds <= MOST_PLAIN_ROUNDS and dose.sets == 1
    rests = dose.rest_s is not None or dose.set_rest_s is not None
    return not plain or rests or dose.order != "in-turn" or bool(exercise.silent)


class DoseLines:
    """The lines about how much, block by block of a timeline."""

    def __init__(self, routine: Routine, blocks: Sequence[Block], instead: StandIns) -> None:
        self._routine, self._blocks, self._instead = routine, blocks, instead
        self._places: list[int] = []

    def place(self, block: Block) -> tuple[int, int]:
        """Return which exercise it is, counted from 1, of how many: one that comes again in a circuit counts once."""
        if not self._places:
            self._places = places_of(self._routine.exercises)
        return self._places[block.position], max(self._places)

    def lap(self, block: Block) -> list[Piece]:
        """Return that a further time through a group of exercises begins; nothing elsewhere."""
        lap = self._routine.exercises[block.position].lap
        if lap is None or not lap.begins or lap.number == 1:
            return []
        line = Piece(PromptKind.PLACE, counted_phrases.lap_line(lap.number, lap.count), DOSE_RANK)
        return [*self._rest(block, counted_phrases.REST_BEFORE_TIME), line]

    def is_known(self, block: Block) -> bool:
        """Tell whether an exercise comes again in a circuit, in the same position: how to get ready is known."""
        exercise = self._routine.exercises[block.position]
        before = self._routine.exercises[: block.position]
        comes_again = exercise.lap is not None and any(each.id == exercise.id for each in before)
        return comes_again and not block.new_position

    def repetitions(self, block: Block) -> list[Piece]:
        """Return how many repetitions come, at whose pace; nothing where nothing is counted."""
        dose = self._routine.exercises[block.position].dose
        if not dose.reps:
            return []
        number = self._instead.first_of(counted_phrases.number_line(dose.reps), counted_phrases.AS_MANY)
        # Where nobody counts aloud it has to be known before.
        rank = DOSE_RANK if dose.count_aloud else 0
        return [Piece(PromptKind.DOSE, number, rank), Piece(PromptKind.DOSE, counted_phrases.OWN_PACE, DOSE_RANK)]

    def leading(self, index: int, change: Sequence[Piece]) -> list[Piece]:
        """Return what leads to a set, a hold or a side; `change` are the exercise's own lines for another side."""
        block, before = self._blocks[index], self._blocks[index - 1]
        exercise = self._routine.exercises[block.position]
        pieces = []
        if block.new_set:
            pieces += self._rest(block, counted_phrases.REST_BEFORE_SET)
            pieces.append(Piece(PromptKind.ENTER, counted_phrases.set_line(block.set, block.sets)))
        elif self._is_next_round(block, before):
            if block.set > 1:
                pieces.append(Piece(PromptKind.ENTER, counted_phrases.in_set_line(block.set), IN_SET_RANK))
            pieces.append(Piece(PromptKind.ENTER, counted_phrases.hold_line(block.round, manner_of(exercise))))
        if block.new_side and "change" not in exercise.silent and self.side_in_work(index + 1) is None:
            pieces += self._side(block, exercise, change)
        return pieces

    def _is_next_round(self, block: Block, before: Block) -> bool:
        silent = self._routine.exercises[block.position].silent
        return block.round > 1 and block.round != before.round and "round" not in silent

    def _side(self, block: Block, exercise: Exercise, change: Sequence[Piece]) -> list[Piece]:
        if block.side is None:
            return []
        if exercise.dose.order == "one-then-other" and exercise.dose.rounds_on(block.side, block.set - 1) > 1:
            return [Piece(PromptKind.ENTER, counted_phrases.all_on_line(block.side), DOSE_RANK)]
        start = exercise.say.start
        if change or not isinstance(start, str) or not self._instead.can_say(start):
            return list(change)  # what stands in for a start names its side
        return [Piece(PromptKind.ENTER, counted_phrases.change_line(block.side))]

    def _rest(self, block: Block, line: str) -> list[Piece]:
        is_long = block.waits or block.duration_ms >= RESTS_MS
        return [Piece(PromptKind.PLACE, line, _REST_RANK)] if is_long else []

    def shortest(self, index: int) -> tuple[str, ...]:
        """Return the words that a short gap may have room for, the most needed one last: set or number, then the side.

        () where its own lines are all there is.
        """
        block, before = self._blocks[index], self._blocks[index - 1]
        exercise = self._routine.exercises[block.position]
        if block.kind is not BlockKind.CHANGE or not is_dosed(exercise):
            return ()
        words = []
        if block.new_set:
            words.append(counted_phrases.in_set_line(block.set))
        elif self._is_next_round(block, before):
            words.append(counted_phrases.number_line(block.round))
        if block.side is not None and block.new_side and "change" not in exercise.silent:
            words.append(counted_phrases.side_line(block.side))
        return tuple(words)

    def side_in_work(self, index: int) -> Piece | None:
        """Return the side, to be said as the work begins, where the gap has no line that names it."""
        gap, work = self._blocks[index - 1], self._blocks[index]
        exercise = self._routine.exercises[work.position]
        if work.side is None or not gap.new_side or "start" not in exercise.silent or "change" in exercise.silent:
            return None
        # As it is written: a gap may have grown for its other lines.
        if exercise.dose.rest_before_s(new_set=gap.new_set) != 0:
            return None
        return Piece(PromptKind.CHANGE, counted_phrases.side_line(work.side))

    def where(self, block: Block) -> tuple[str, ...]:
        """Return which set and which hold it is, for who asks in it."""
        exercise = self._routine.exercises[block.position]
        if not is_dosed(exercise):
            return ()
        in_set = (counted_phrases.in_set_line(block.set),) if block.sets > 1 else ()
        return (*in_set, *((counted_phrases.hold_line(block.round, manner_of(exercise)),) if block.rounds > 1 else ()))
