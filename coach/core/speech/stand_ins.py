"""What is said in the place of words that cannot be: recorded lines with the side, the round and the number.

Somebody's own sentences have no recording. Where nothing on the computer can speak them, they are on the screen alone;
what a person with closed eyes cannot do without is said all the same: what comes and on which side, when it begins and
ends, how to come out, and what to do first when it hurts.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from coach.core.dataclass import dataclass
from coach.core.instructions import wording
from coach.words import counted_phrases, safety_messages, spoken_phrases

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from coach.core.pacing import Side
    from coach.core.routine import Exercise, PositionChange, Routine
    from coach.core.say import Line, Moment
    from coach.core.timeline import Block
    from coach.words.counted_phrases import Manner


def can_say_all(_text: str) -> bool:
    """Tell that a sentence can be said: where it is not known who speaks."""
    return True


@dataclass(frozen=True, slots=True)
class StandIns:
    """Recorded lines for one exercise; `can_say` tells whether a sentence can be said as it is."""

    can_say: Callable[[str], bool] = can_say_all

    def first_of(self, *lines: str) -> str:
        """Return the first of these lines that can be said; the last one where none can."""
        return next((line for line in lines if self.can_say(line)), lines[-1])

    def starts(self, lines: Iterable[str], exercise: Exercise, block: Block) -> tuple[str, ...]:
        """Return those start lines that can be said, the whole one first; where none can, one with the side."""
        said = tuple(line for line in lines if self.can_say(line))
        return said or (counted_phrases.start_line(block.side, manner_of(exercise)),)

    def release(self, line: str, exercise: Exercise) -> str:
        """Return how to come out of an exercise."""
        return self.first_of(line, counted_phrases.RELEASE[manner_of(exercise)])

    def stopping(self, line: str) -> str:
        """Return what to do first when it hurts."""
        return self.first_of(line, str(safety_messages.STOPPING_OWN))

    def easier(self, line: str) -> str:
        """Return how an easier way is told."""
        return self.first_of(line, counted_phrases.EASIER_ON_SCREEN)

    def round(self, exercise: Exercise, block: Block) -> str:
        """Return which round begins."""
        line = spoken_phrases.round_line(block.round, block.rounds)
        return self.first_of(line, counted_phrases.hold_line(block.round, manner_of(exercise)))

    def moment(self, line: str, moment: Moment | None) -> str | None:
        """Return a line in the work; of those that cannot be said only what tells the time is left."""
        if self.can_say(line):
            return line
        if moment is None:
            return None
        return counted_phrases.HALF_WAY if moment == "half-way" else counted_phrases.LAST_FIVE

    def base(self, exercise: Exercise) -> tuple[str, str]:
        """Return the position in which an exercise begins, and where its own words are."""
        return counted_phrases.BASES[exercise.base], counted_phrases.ON_SCREEN

    def names(self, exercise: Exercise, block: Block, number: int, count: int) -> tuple[str, ...]:
        """Return the lines that tell which exercise comes, the most needed one last; numbers count from 1."""
        whole = spoken_phrases.place_line(exercise.name, number, count)
        if self.can_say(whole):
            return (whole,)
        name = self.first_of(counted_phrases.next_line(exercise.name), counted_phrases.next_own_line(block.side))
        place = counted_phrases.exercise_line(number) if count > 1 else None
        return (name,) if place is None else (place, name)


def manner_of(exercise: Exercise) -> Manner:
    """Return whether an exercise is held or moves."""
    return "hold" if exercise.kind == "hold" else "move"


@dataclass(frozen=True, slots=True)
class Unsaid:
    """Of an exercise what cannot be said: the keys of lines with recorded ones in their place, and lines without."""

    general: tuple[str, ...]
    silent: tuple[str, ...]


def unsaid(exercise: Exercise, can_say: Callable[[str], bool]) -> Unsaid:
    """Return what of an exercise cannot be said, each once."""
    say, first = exercise.say, exercise.say.rounds[0]
    keyed: dict[str, list[Line]] = {"start": [say.start], "release": [say.release], "pain_stop": [say.pain_stop]}
    keyed["half"] = [line.line for line in first.work if line.moment == "half-way"]
    keyed["last5"] = [line.line for line in first.work if line.moment == "last-five"]
    other = [*say.base, *first.gap, *(line for line in first.work if line.moment is None)]
    names = () if can_say(counted_phrases.next_line(exercise.name)) else ("name",)
    general = (key for key, lines in keyed.items() if not all(_is_sayable(line, can_say) for line in lines))
    silent = (wording(line.line, "right") for line in other if not _is_sayable(line.line, can_say))
    return Unsaid((*names, *general), tuple(dict.fromkeys(silent)))


def _is_sayable(line: Line, can_say: Callable[[str], bool]) -> bool:
    """Tell whether a line can be said on one side: it may be for that one alone."""
    sides: tuple[Side, Side] = ("right", "left")
    return any(can_say(wording(line, side)) for side in sides)


def is_wordless(routine: Routine, can_say: Callable[[str], bool]) -> bool:
    """Tell whether the own words of an exercise cannot be said: how it begins, or how to come out of it."""
    lines = (line for each in routine.exercises for line in (each.say.start, each.say.release, each.say.pain_stop))
    sides: tuple[Side, Side] = ("right", "left")
    return any(not can_say(wording(line, side)) for line in lines for side in sides)


def with_sayable_ways(routine: Routine, can_say: Callable[[str], bool]) -> Routine:
    """Return a routine whose ways between positions have only steps that can be said, one at the least."""
    ways = tuple(_sayable(change, can_say) for change in routine.position_changes)
    return routine if ways == routine.position_changes else replace(routine, position_changes=ways)


def _sayable(change: PositionChange, can_say: Callable[[str], bool]) -> PositionChange:
    kept = [place for place, step in enumerate(change.steps) if can_say(step)]
    if len(kept) == len(change.steps):
        return change
    if not kept:
        return replace(change, steps=(counted_phrases.WAYS[change.after],), takes_ms=(), shows=())
    return replace(
        change,
        steps=tuple(change.steps[place] for place in kept),
        takes_ms=tuple(change.takes_ms[place] for place in kept) if change.takes_ms else (),
        shows=tuple(change.shows[place] for place in kept) if change.shows else (),
    )
