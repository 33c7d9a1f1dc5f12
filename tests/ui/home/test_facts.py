"""How many exercises and how long, on the start page and above the list."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coach.core.timeline import plan
from coach.session.routine_words import routine_facts
from tests import cases

if TYPE_CHECKING:
    from tests.ui.stage import Stage


@pytest.mark.parametrize(("count", "words"), [(1, "1 exercise · "), (2, "2 exercises · ")])
def test_one_exercise_is_one(count: int, words: str) -> None:
    routine = cases.routine(*(cases.exercise(f"x-{number}") for number in range(count)))

    assert routine_facts(routine, plan(routine)).startswith(words)


def test_the_start_page_tells_how_many_and_how_long_once(stage: Stage) -> None:
    assert stage.texts(stage.start_page).count("7 exercises · about 20 min") == 1
