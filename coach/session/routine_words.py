"""How much there is to do, in words: of a routine and of an exercise. Needs nothing of a session."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from coach.core.dose import Sided
from coach.words.catalogue import plural, tr

if TYPE_CHECKING:
    from coach.core.dose import Dose
    from coach.core.pacing import Side
    from coach.core.routine import Advice, Exercise, Routine
    from coach.core.timeline import Timeline


def routine_facts(routine: Routine, timeline: Timeline) -> str:
    """Return how many exercises and how long, as in “7 exercises · about 20 min”."""
    count = len(routine.exercises)
    if any(block.waits for block in timeline.blocks):
        return plural("{number} exercise", "{number} exercises", count)
    minutes = -(-timeline.total_ms // 60_000)
    return plural(
        "{number} exercise · about {minutes} min", "{number} exercises · about {minutes} min", count, minutes=minutes
    )


def _amount(dose: Dose) -> str:
    """Return how much it is on one side: “45 s”, “3 × 30 s”, “5, 4, 3 × 10 s”, “2 × 12 times”."""
    if dose.reps:
        each = plural("{number} time", "{number} times", dose.reps)
    else:
        each = tr("{seconds} s", seconds=dose.seconds_on(None))
    if isinstance(dose.rounds, tuple):
        return tr("{rounds} × {each}", rounds=", ".join(map(str, dose.rounds)), each=each)
    counts = [count for count in (dose.sets, dose.rounds_on(None, 0)) if count > 1]
    for count in reversed(counts):
        each = tr("{rounds} × {each}", rounds=count, each=each)
    return each


def _of_side(dose: Dose, side: Side) -> Dose:
    rounds = dose.rounds.of(side) if isinstance(dose.rounds, Sided) else dose.rounds
    return replace(dose, rounds=rounds, work_s=dose.seconds_on(side))


def dose(exercise: Exercise) -> str:
    """Return how much of an exercise: “Warm-up · 45 s”, “3 × 30 s each side”."""
    amount = _amount(exercise.dose)
    if isinstance(exercise.dose.rounds, Sided) or isinstance(exercise.dose.work_s, Sided):
        sides = {side: _amount(_of_side(exercise.dose, side)) for side in ("right", "left")}
        amount = tr("right {right}, left {left}", **sides)
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
