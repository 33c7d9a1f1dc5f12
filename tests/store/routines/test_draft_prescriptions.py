"""What professionals write down can be made in the editor, from an empty routine, with what the editor can do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from coach.core.draft import edits
from coach.core.draft.draft import LIST, ROUTINE
from coach.core.draft.new import draft_of, empty_exercise, new_draft
from coach.core.routine import resolve
from coach.core.routine_document import contents
from coach.core.speech.vocabulary import estimate_ms
from coach.core.timeline import plan
from coach.store.routines.draft_check import DraftCheck
from tests.core.draft.drafts import OWN_ID
from tests.prescriptions import prescriptions

if TYPE_CHECKING:
    from coach.core.draft.draft import Draft
    from coach.core.draft.json_places import Place
    from coach.core.routine import Routine
    from tests.cases import Object

FIELDS = ("base", "order", "first", "silent", "rep_s", "count_aloud", "ends", "pictures")
DOSES = ("rounds", "work_s", "reps", "sets", "set_rest_s", "rest_s")


@pytest.mark.parametrize("told", prescriptions().values(), ids=prescriptions().keys())
def test_a_prescription_is_made_from_nothing(told: Object) -> None:
    draft = made_anew(told)
    checked = DraftCheck(estimate_ms).check(draft)
    assert checked.errors == ()
    assert checked.routine is not None
    assert blocks(checked.routine) == blocks(resolve(contents(told)))
    assert checked.routine.when == resolve(contents(told)).when
    weeks = range(len(checked.routine.plan))
    assert [blocks(resolve(contents(draft.document), week=week)) for week in weeks] == [
        blocks(resolve(contents(told), week=week)) for week in weeks
    ]


@pytest.mark.parametrize("told", prescriptions().values(), ids=prescriptions().keys())
def test_a_prescription_that_comes_in_a_file_has_no_errors(told: Object) -> None:
    assert DraftCheck(estimate_ms).check(draft_of(told)).errors == ()


def made_anew(told: Any) -> Draft:
    """Return a draft of the same routine, written step by step; the ids are others."""
    draft, ids = new_draft(OWN_ID, "Mine"), {}
    for exercise in told["exercises"]:
        edit = edits.add_exercise(draft, empty_exercise(exercise["name"]))
        assert edit.row is not None
        draft = written(edit.draft, edit.row, exercise)
        ids[exercise["id"]] = draft.value((*edit.row, "exercise"))
    (routine,) = told["routines"]
    for entry in routine["exercises"]:
        if "exercises" in entry:
            draft = circuit(draft, entry)
    if "when" in routine:
        draft = edits.set_value(draft, (*ROUTINE, "when"), routine["when"]).draft
    weeks = [
        {**week, "doses": [{**dose, "exercise": ids[dose["exercise"]]} for dose in week["doses"]]}
        for week in routine.get("plan", ())
    ]
    return edits.set_value(draft, (*ROUTINE, "plan"), weeks or None).draft


def written(draft: Draft, row: Place, exercise: Any) -> Draft:
    draft = edits.set_kind(draft, row, exercise["kind"]).draft
    draft = edits.set_sides(draft, row, exercise["sides"]).draft
    draft = edits.set_steps(draft, row, ["Sit.", "Breathe."]).draft
    for key in FIELDS:
        if key in exercise:
            draft = edits.set_field(draft, row, (key,), exercise[key]).draft
    for key in DOSES:
        if key in exercise:
            draft = edits.set_dose(draft, row, key, exercise[key]).draft
    return draft


def circuit(draft: Draft, entry: Any) -> Draft:
    group = (*LIST, 0)
    draft = edits.group(draft, group, len(entry["exercises"]), entry["repeat"]).draft
    draft = edits.set_group(draft, group, "rest_s", entry["rest_s"]).draft
    for number, item in enumerate(entry["exercises"]):
        draft = edits.set_dose(draft, (*group, "exercises", number), "then_rest_s", item.get("then_rest_s")).draft
    return draft


def blocks(routine: Routine) -> list[tuple[object, ...]]:
    """Return what happens when, without the ids of the exercises."""
    return [
        tuple(getattr(each, name) for name in each.__slots__ if name != "exercise") for each in plan(routine).blocks
    ]
