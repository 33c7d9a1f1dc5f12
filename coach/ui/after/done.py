"""What was really done of one exercise, in words and in rounds, without a verdict."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from coach.words import basics
from coach.words.catalogue import plural, tr

if TYPE_CHECKING:
    from coach.core.ledger import Round, Row
    from coach.core.pacing import Side
    from coach.core.routine import Exercise


class Done(NamedTuple):
    """What was done of one exercise; `reached` tells whether the session came as far."""

    exercise: Exercise
    row: Row
    rounds: tuple[Round, ...]
    reached: bool

    @property
    def sides(self) -> list[Side | None]:
        """Its sides, in the order in which they are done."""
        return list(dict.fromkeys(each.side for each in self.rounds))

    @property
    def counted(self) -> str:
        """How many repetitions were done, where all that were prescribed are counted and done; else empty."""
        if not self.rounds or not all(each.reps and each.is_done for each in self.rounds):
            return ""
        reps = sum(each.reps for each in self.rounds)
        return plural("{number} time", "{number} times", reps)

    @property
    def how_much(self) -> str:
        """What stands at the end of its row."""
        if self.counted:
            return self.counted  # the time of it says nothing: it is as long as the person takes
        if self.row.total_ms or self.row.blocks_done:
            return basics.clock(self.row.total_ms)
        # Note: an exercise that was left out
        return tr("skipped") if self.reached else tr("not done")

    @property
    def in_words(self) -> str:
        """All of its row, for a screen reader."""
        row = self.row
        if not row.total_ms and not row.blocks_done:
            return basics.listed((self.exercise.name, self.how_much))
        parts = [basics.time_on_side(side, spent_ms) for side, spent_ms in row.by_side_ms if side is not None]
        if row.blocks_done < row.blocks_planned:
            parts.append(tr("{done} of {planned}", done=row.blocks_done, planned=row.blocks_planned))
        return basics.listed((self.exercise.name, *parts, self.counted or basics.duration(row.total_ms)))


class Part(NamedTuple):
    """One side of an exercise: its name if it has one, its rounds as shares of 0 to 1, and its seconds."""

    name: str
    shares: list[float]
    seconds: str


def parts_of(done: Done) -> list[Part]:
    """Return what stands below the name of an exercise."""
    parts = []
    for side in done.sides:
        rounds = [each for each in done.rounds if each.side == side]
        shares = [_share(each) for each in rounds]
        spent = tr("{seconds} s", seconds=sum(each.spent_ms for each in rounds) // 1000)
        parts.append(Part("", shares, "") if side is None else Part(basics.side_word(side), shares, spent))
    return parts


def _share(done: Round) -> float:
    """Return how much of a round was done, from 0 to 1: repetitions are planned by estimate, and may take less."""
    if done.reps and done.is_done:
        return 1.0
    return min(1.0, done.spent_ms / max(1, done.planned_ms))
