"""Every sentence that may be spoken for a routine file: the list that the recorded voices are made from."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from coach.core.pacing import PACINGS, Preset
from coach.core.routine import resolve
from coach.core.speech.compiler import all_lines
from coach.core.timeline import plan
from coach.words import counted_phrases, spoken_phrases

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coach.core.routine import Contents, Routine


def lines_of(contents: Contents) -> tuple[str, ...]:
    """Return what may be said for these routines and by coach itself, each line once, in the order of its first use.

    With the longest gaps there are the most lines. A routine may also run without one of its exercises: after pain
    in it, it is left out of the next session.
    """
    found = dict.fromkeys(spoken_phrases.general_lines())
    found |= dict.fromkeys(counted_phrases.next_line(exercise.name) for exercise in contents.exercises)
    found |= dict.fromkeys(step for change in contents.position_changes for step in change.steps)
    for entry in contents.routines:
        for routine in _variants(resolve(contents, entry.id)):
            found |= dict.fromkeys(all_lines(routine, plan(routine, PACINGS[Preset.ROOMY])))
    return tuple(found)


def _variants(routine: Routine) -> Iterator[Routine]:
    yield routine
    for left_out in routine.exercises:
        kept = tuple(exercise for exercise in routine.exercises if exercise is not left_out)
        if kept:
            yield replace(routine, exercises=kept)
