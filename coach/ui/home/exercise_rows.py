"""The rows of the exercise list, worked out from a snapshot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.core.events import Outcome
from coach.core.own_pictures import drawing_of
from coach.session.routine_words import dose
from coach.ui.home.exercise_row import ExerciseRow, Mark

if TYPE_CHECKING:
    from coach.core.events import Snapshot
    from coach.core.routine import Routine
    from coach.core.timeline import Timeline


def rows_of(routine: Routine, timeline: Timeline, snapshot: Snapshot) -> tuple[ExerciseRow, ...]:
    """Return one row for each exercise, with its mark at this instant."""
    outcomes: dict[int, list[Outcome]] = {}
    for block, outcome in zip(timeline.blocks, snapshot.outcomes, strict=True):
        if block.kind.is_work:
            outcomes.setdefault(block.position, []).append(outcome)
    return tuple(
        ExerciseRow(
            name=exercise.name,
            dose=dose(exercise),
            mark=_mark(outcomes[place]),
            figure=drawing_of(exercise),
            side=exercise.sides[0] if exercise.sides else None,
            current=snapshot.phase.is_live and snapshot.block.position == place,
        )
        for place, exercise in enumerate(routine.exercises)
    )


def _mark(outcomes: list[Outcome]) -> Mark:
    if all(outcome is Outcome.DONE for outcome in outcomes):
        return Mark.DONE
    if Outcome.OPEN in outcomes:
        return Mark.OPEN
    return Mark.PARTLY if Outcome.DONE in outcomes else Mark.SKIPPED
