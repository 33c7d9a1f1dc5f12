"""The weeks of a plan show the doses of the week that is chosen, by the names that the exercises have now."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QLabel

from coach.core.draft import edits
from coach.core.draft.new import draft_of
from coach.ui.editor.plan_form import PLAN, PlanForm
from tools import sample_routine

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from coach.core.draft.draft import Draft
    from tests.ui.stage import Stage


@pytest.fixture(name="draft")
def _draft() -> Draft:
    draft = draft_of(sample_routine.document(), sample_routine.ID)
    first = draft.exercises[0]["id"]
    plan = [
        {"name": "First", "doses": [{"exercise": first, "rounds": 7, "work_s": 25}]},
        {"name": "Second", "doses": [{"exercise": first, "rounds": [5, 4, 3], "work_s": {"right": 20, "left": 30}}]},
    ]
    return edits.set_value(draft, PLAN, plan, says="Set").draft


@pytest.fixture(name="form")
def _form(stage: Stage, qtbot: QtBot, draft: Draft) -> PlanForm:
    form = PlanForm(stage.theme)
    qtbot.addWidget(form)
    form.show_row(draft, ())
    return form


def test_a_dose_that_is_no_number_shows_none_of_another_week(form: PlanForm) -> None:
    dose = form._doses[0]
    rounds, seconds = dose.rounds, dose.work
    assert (rounds.field.value(), seconds.field.value()) == (7, 25)
    assert not rounds.isHidden()

    form.weeks.setCurrentIndex(1)
    assert rounds.isHidden()
    assert seconds.isHidden()
    assert dose.whole.text() == "5–4–3 × 20 s right, 30 s left, warm-up"

    form.weeks.setCurrentIndex(0)
    assert not rounds.isHidden()
    assert rounds.field.value() == 7
    assert dose.whole.isHidden()


def test_an_exercise_has_its_new_name(form: PlanForm, draft: Draft) -> None:
    row = draft.exercise_rows()[0].place
    form.show_row(edits.set_field(draft, row, ("name",), "Tilting", says="Rename").draft, ())

    holder = form._doses[0].holder
    assert holder.accessibleName() == "Tilting"
    assert next(each.text() for each in holder.findChildren(QLabel)) == "Tilting"


def test_a_counted_exercise_is_asked_for_its_repetitions_in_a_week(form: PlanForm, draft: Draft) -> None:
    counted = edits.set_kind(draft, draft.rows()[0].place, "counted").draft
    written: list[Draft] = []
    form.edited.connect(lambda edit: written.append(edit.draft))
    form.show_row(counted, ())
    work = form._doses[0].work
    work.field.setValue(25)

    assert work.name == "Repetitions"
    assert written[-1].value((*PLAN, 0, "doses", 0))["reps"] == 25
