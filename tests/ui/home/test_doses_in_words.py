"""How much of an exercise there is, in words, as a professional would write it down; and where one is in it."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from coach.core.dose import Sided
from coach.core.routine import resolve
from coach.core.timeline import plan
from coach.session import describe
from coach.session.routine_words import dose
from tests.cases import judged
from tests.prescriptions import prescriptions

ALL = {name: resolve(judged(json.dumps(told))) for name, told in prescriptions().items()}


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("2 sets of 5", ["2 sets of 5 × 5 s"]),
        ("10 holds", ["10 × 5 s"]),
        ("12 at the own pace", ["12 times", "25 times"]),
        ("left 3", ["right 30 s, left 3 × 30 s"]),
        ("first all left", ["2 × 20 s each side"]),
        ("5-4-3", ["5, 4, 3 × 10 s each side"]),
        ("lying face down", ["15 min"]),
        ("head", ["4 × 3 s each side"]),
    ],
)
def test_a_dose_is_told_as_it_is_written_down(name: str, words: list[str]) -> None:
    routine = next(routine for known, routine in ALL.items() if name in known)

    assert [dose(exercise) for exercise in routine.exercises] == words


def test_the_side_that_comes_first_is_told_first() -> None:
    exercise = next(routine for known, routine in ALL.items() if "left 3" in known).exercises[0]

    assert dose(replace(exercise, sides=("left", "right"))) == "left 3 × 30 s, right 30 s"


def test_sets_of_their_own_rounds_are_told_for_each_side_where_the_sides_differ_in_time() -> None:
    exercise = next(routine for known, routine in ALL.items() if "5-4-3" in known).exercises[0]
    uneven = replace(exercise, dose=replace(exercise.dose, work_s=Sided(right=10, left=5)))

    assert dose(uneven) == "right 5, 4, 3 × 10 s, left 5, 4, 3 × 5 s"


@pytest.mark.parametrize(
    ("name", "block", "words"),
    [
        ("2 sets of 5", 2, "Set 1 of 2 · Round 1 of 5"),
        ("2 sets of 5", -1, "Set 2 of 2 · Round 5 of 5"),
        ("left 3", 2, "Right side"),
        ("left 3", -1, "Left side, round 3 of 3"),
        ("5-4-3", -1, "Set 3 of 3 · Left side, round 3 of 3"),
        ("12 at the own pace", 2, ""),
    ],
)
def test_the_place_in_a_dose_is_told_with_its_set(name: str, block: int, words: str) -> None:
    routine = next(routine for known, routine in ALL.items() if name in known)

    assert describe.place_words(plan(routine).blocks[block]) == words


def test_in_the_ring_a_set_of_one_round_is_told_without_the_round() -> None:
    routine = next(routine for known, routine in ALL.items() if "2 sets of 5" in known)
    block = plan(routine).blocks[-1]

    assert describe.with_round("Hold", block) == "Hold · set 2 of 2, round 5 of 5"
    assert describe.with_round("Hold", replace(block, round=1, rounds=1)) == "Hold · set 2 of 2"
    assert describe.with_round("Hold", replace(block, set=1, sets=1)) == "Hold · round 5 of 5"
    assert describe.with_round("Hold", replace(block, set=1, sets=1, round=1, rounds=1)) == "Hold"


def test_a_circuit_is_told_with_the_time_through_it() -> None:
    routine = next(routine for known, routine in ALL.items() if "five exercises" in known)
    told = [describe.lap_words(block) for block in plan(routine).blocks if block.kind.is_work]

    assert told == ["Circuit 1 of 2"] * 5 + ["Circuit 2 of 2"] * 5
