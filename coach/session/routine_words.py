"""How much there is to do, in words: of a routine and of an exercise. Needs nothing of a session."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.words.catalogue import plural, tr

if TYPE_CHECKING:
    from coach.core.routine import Exercise, Routine
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


def dose(exercise: Exercise) -> str:
    """Return how much of an exercise: “Warm-up · 45 s”, “3 × 30 s each side”."""
    amount = tr("{seconds} s", seconds=exercise.work_s)
    if exercise.rounds > 1:
        amount = tr("{rounds} × {seconds} s", rounds=exercise.rounds, seconds=exercise.work_s)
    if len(exercise.sides) > 1:
        amount = tr("{amount} each side", amount=amount)
    elif exercise.sides:
        right = exercise.sides[0] == "right"
        amount = tr("{amount}, right side", amount=amount) if right else tr("{amount}, left side", amount=amount)
    return tr("Warm-up · {amount}", amount=amount) if exercise.warm_up else amount
