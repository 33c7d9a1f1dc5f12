"""How much there is to do, in words: of a routine and of an exercise. Needs nothing of a session."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from coach.core.dose import Sided
from coach.core.routine import places_of
from coach.words.catalogue import plural, tr

if TYPE_CHECKING:
    from coach.core.dose import Dose
    from coach.core.pacing import Side
    from coach.core.routine import Advice, Exercise, Routine
    from coach.core.timeline import Timeline


def routine_facts(routine: Routine, timeline: Timeline) -> str:
    """Return how many exercises and how long, as in “7 exercises · about 20 min”."""
    count = places_of(routine.exercises)[-1]
    if any(block.waits and not block.kind.is_work for block in timeline.blocks):  # how long counted work takes is known
        return plural("{number} exercise", "{number} exercises", count)
    minutes = -(-timeline.total_ms // 60_000)
    return plural(
        "{number} exercise · about {minutes} min", "{number} exercises · about {minutes} min", count, minutes=minutes
    )


MINUTES_FROM_S = 120
"""Whole minutes are told as such from here on, in s."""


def work_words(seconds: int) -> str:
    """Return how long work takes: “30 s”, “90 s”, “15 min”."""
    if seconds >= MINUTES_FROM_S and seconds % 60 == 0:
        return tr("{minutes} min", minutes=seconds // 60)
    return tr("{seconds} s", seconds=seconds)


def _amount(dose: Dose) -> str:
    """Return how much it is on one side: “45 s”, “3 × 30 s”, “5, 4, 3 × 10 s”, “2 sets of 5 × 5 s”."""
    each = plural("{number} time", "{number} times", dose.reps) if dose.reps else work_words(dose.seconds_on(None))
    if isinstance(dose.rounds, tuple):
        return tr("{rounds} × {each}", rounds=", ".join(map(str, dose.rounds)), each=each)
    if (rounds := dose.rounds_on(None, 0)) > 1:
        each = tr("{rounds} × {each}", rounds=rounds, each=each)
    return tr("{sets} sets of {dose}", sets=dose.sets, dose=each) if dose.sets > 1 else each


def _of_side(dose: Dose, side: Side) -> Dose:
    rounds = dose.rounds.of(side) if isinstance(dose.rounds, Sided) else dose.rounds
    return replace(dose, rounds=rounds, work_s=dose.seconds_on(side))


def dose(exercise: Exercise) -> str:
    """Return how much of an exercise: “Warm-up · 45 s”, “3 × 30 s each side”."""
    amount = _amount(exercise.dose)
    if isinstance(exercise.dose.rounds, Sided) or isinstance(exercise.dose.work_s, Sided):
        sides = {side: _amount(_of_side(exercise.dose, side)) for side in ("right", "left")}
        is_left_first = exercise.sides[:1] == ("left",)
        amount = (
            tr("left {left}, right {right}", **sides) if is_left_first else tr("right {right}, left {left}", **sides)
        )
    elif len(exercise.sides) > 1:
        amount = tr("{amount} each side", amount=amount)
    elif exercise.sides:
        right = exercise.sides[0] == "right"
        amount = tr("{amount}, right side", amount=amount) if right else tr("{amount}, left side", amount=amount)
    return tr("Warm-up · {amount}", amount=amount) if exercise.warm_up else amount


def when_words(advice: Advice) -> str:
    """Return when a routine is to be done, as it was advised; empty where nothing was."""
    parts = [advice.text] if advice.text else []
    if advice.times:
        # Note: times of day, as in “At 08:00, 12:00”
        parts.append(tr("At {times}", times=", ".join(advice.times)))
    if advice.days_a_week is not None:
        parts.append(plural("{number} day a week", "{number} days a week", advice.days_a_week))
    return " · ".join(parts)
