"""How many exercises and how long, on the start page and above the list."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from coach.core.routine import resolve
from coach.core.timeline import plan
from coach.session.routine_words import routine_facts
from tests import cases

if TYPE_CHECKING:
    from tests.ui.stage import Stage


@pytest.mark.parametrize(("count", "words"), [(1, "1 exercise · "), (2, "2 exercises · ")])
def test_one_exercise_is_one(count: int, words: str) -> None:
    routine = cases.routine(*(cases.exercise(f"x-{number}") for number in range(count)))

    assert routine_facts(routine, plan(routine)).startswith(words)


def test_a_circuit_counts_its_exercises_once_and_counted_work_by_its_estimate() -> None:
    circuit = cases.exercise("lap", kind="counted") | {"reps": 10}
    del circuit["work_s"]
    told = cases.document(circuit, cases.exercise("b"))
    told["routines"][0]["exercises"] = [{"repeat": 3, "exercises": [{"exercise": "lap"}, {"exercise": "b"}]}]  # type: ignore[call-overload,index]
    routine = resolve(cases.judged(json.dumps(told)))

    assert len(routine.exercises) == 6
    assert routine_facts(routine, plan(routine)) == "2 exercises · about 5 min"


def test_the_start_page_tells_how_many_and_how_long_once(stage: Stage) -> None:
    assert stage.texts(stage.start_page).count("7 exercises · about 20 min") == 1
