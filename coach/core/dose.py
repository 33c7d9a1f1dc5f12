"""How much of an exercise is done: sets, rounds, repetitions, seconds of work and of rest, on which side first.

A professional writes "3 × 30 s left, once right" or "5, 4, 3 holds of 10 s": a dose holds it as it was written, and
`turns` says what that is, one block of work after the other.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

from coach.core.dataclass import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from coach.core.pacing import Side

Order: TypeAlias = Literal["in-turn", "one-then-other"]
"""Right, left, right, left; or all of one side before the other."""
First: TypeAlias = Literal["right", "left", "alternating"]
"""Which side comes first; alternating by the day."""
EndedBy: TypeAlias = Literal["person", "estimate"]
"""What ends counted work: the person says so, or the time is over that it takes by estimate."""

REP_S = 4
"""How long one repetition takes by estimate, in s, where nothing is said (ours)."""


@dataclass(frozen=True, slots=True)
class Sided:
    """A number for each side."""

    right: int
    left: int

    def of(self, side: Side | None) -> int:
        """Return the number of a side; of the right one where there is none."""
        return self.left if side == "left" else self.right


Rounds: TypeAlias = int | tuple[int, ...] | Sided
"""So many rounds; so many in each set; or so many on each side."""
Seconds: TypeAlias = int | Sided


@dataclass(frozen=True, slots=True, kw_only=True)
class Dose:
    """How much of an exercise, as it was prescribed; times in s.

    `rest_s` is between rounds and sides, `set_rest_s` before each further set, `then_rest_s` after the exercise; None:
    as the routine has it. `reps` is 0 where nothing is counted; else one repetition takes `rep_s` by estimate.
    """

    rounds: Rounds = 1
    work_s: Seconds = 0
    sets: int = 1
    rest_s: int | None = None
    set_rest_s: int | None = None
    then_rest_s: int | None = None
    order: Order = "in-turn"
    reps: int = 0
    rep_s: int = REP_S
    count_aloud: bool = False
    ends: EndedBy = "person"

    @property
    def rounds_of_sets(self) -> tuple[int, ...]:
        """How many rounds each set has, on the side with the most."""
        if isinstance(self.rounds, tuple):
            return self.rounds
        most = max(self.rounds.right, self.rounds.left) if isinstance(self.rounds, Sided) else self.rounds
        return (most,) * self.sets

    @property
    def takes_turns(self) -> bool:
        """Whether each round is done on one side and then on the other."""
        return self.order == "in-turn" and not isinstance(self.rounds, Sided)

    def rounds_on(self, side: Side | None, of_set: int) -> int:
        """Return how many rounds a side has in a set, which is counted from 0."""
        return self.rounds.of(side) if isinstance(self.rounds, Sided) else self.rounds_of_sets[of_set]

    def seconds_on(self, side: Side | None) -> int:
        """Return how long one block of work on a side lasts, in s; counted work by its estimate."""
        if self.reps:
            return self.reps * self.rep_s
        return self.work_s.of(side) if isinstance(self.work_s, Sided) else self.work_s

    def rest_before_s(self, *, new_set: bool) -> int | None:
        """Return the rest before a further block of work of the same exercise, in s; None: as the routine has it."""
        return self.set_rest_s if new_set and self.set_rest_s is not None else self.rest_s

    def count(self, sides: Sequence[Side]) -> int:
        """Return how many blocks of work it has, without making them: a file may name far more than anybody does."""
        return sum(
            self.rounds_on(side, number) for side in sides or (None,) for number in range(len(self.rounds_of_sets))
        )


@dataclass(frozen=True, slots=True)
class Turn:
    """One block of work of a dose: its set, its round among those of its side in that set, and its side."""

    set: int
    sets: int
    round: int
    rounds: int
    side: Side | None
    work_s: int


def turns(dose: Dose, sides: Sequence[Side]) -> Iterator[Turn]:
    """Give the blocks of work of a dose in their order; `sides` are those that are done, the first one first."""
    sets = dose.rounds_of_sets
    both: Sequence[Side | None] = sides or (None,)
    seconds = {side: dose.seconds_on(side) for side in both}
    for number, most in enumerate(sets):
        counts = {side: dose.rounds_on(side, number) for side in both}
        if dose.order == "one-then-other":
            places = [(round_, side) for side in both for round_ in range(1, counts[side] + 1)]
        else:
            places = [(round_, side) for round_ in range(1, most + 1) for side in both if round_ <= counts[side]]
        for round_, side in places:
            yield Turn(number + 1, len(sets), round_, counts[side], side, seconds[side])
