"""Drafts for the tests: of the shipped routine, and small ones."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from coach.core.draft.draft import LIST, Draft
from coach.core.draft.edits import add_exercise
from coach.core.draft.new import draft_of, new_draft
from tests.cases import ROUTINES, exercise

if TYPE_CHECKING:
    from coach.core.draft.json_places import Place

OWN_ID = "evening-0a1b2c3d"


def shipped() -> Draft:
    """Return the draft of the shipped routine."""
    return draft_of(json.loads(ROUTINES.read_text("utf-8")), "lower-back")


def small(*names: str, **told: Any) -> Draft:
    """Return the draft of a routine of small exercises with these names."""
    draft = new_draft(OWN_ID, "Evening")
    for name in names:
        draft = add_exercise(draft, exercise(name, **told)).draft
    return draft


def row(*numbers: int) -> Place:
    """Return the place of a row by its number, and by those inside groups."""
    place = LIST
    for depth, number in enumerate(numbers):
        place = (*place, number) if depth == 0 else (*place, "exercises", number)
    return place


def names(draft: Draft) -> list[str]:
    """Return the ids of the exercises as they stand in the list, groups opened."""
    return [str(each.exercise) for each in draft.exercise_rows()]
