"""Steps as they are typed, and the steps of the file that they are."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.core.draft.step_lines import line_of, names_side, typed, typed_steps, with_typed_steps
from tests.cases import ROUTINES

TYPED = {
    "Let both knees roll to your {side}.": ("roll to your right.", "roll to your left."),
    "{Side} arm up, and over to the {other}.": (
        "Right arm up, and over to the left.",
        "Left arm up, and over to the right.",
    ),
    "Lift {one knee|the other}.": ("Lift one knee.", "Lift the other."),
}


@pytest.mark.parametrize("text", TYPED)
def test_a_typed_line_becomes_one_for_each_side_and_is_typed_again_as_it_was(text: str) -> None:
    line = line_of(text, has_sides=True)
    assert isinstance(line, dict)
    right, left = TYPED[text]
    assert line["right"].endswith(right)
    assert line["left"].endswith(left)
    assert typed(line) == text
    assert line_of(text, has_sides=False) == text


def test_all_shipped_lines_are_typed_as_they_were() -> None:
    exercises = json.loads(ROUTINES.read_text("utf-8"))["exercises"]
    lines = [line for each in exercises for stage in each["steps"].values() for line in stage]
    assert sum(isinstance(line, dict) for line in lines) > 10
    assert all(line_of(typed(line), has_sides=True) == line for line in lines)
    assert not any("|" in typed(line) for line in lines if isinstance(line, dict) and "shin" not in line["right"])


PLAIN = st.text(st.characters(exclude_characters="{}|", exclude_categories=["Cs"]), min_size=1)


@given(PLAIN, PLAIN)
def test_any_two_wordings_come_back(right: str, left: str) -> None:
    text = typed({"right": right, "left": left})
    assert line_of(text, has_sides=True) == ({"right": right, "left": left} if right != left else right)
    assert names_side(text) == (right != left)


def test_new_lines_belong_to_the_stage_of_the_line_before() -> None:
    steps = {"start": ["A.", "B."], "enter": ["C."], "work": ["D."], "leave": ["Z."]}
    assert typed_steps(steps) == ("A.", "B.", "C.", "D.")
    after = with_typed_steps(steps, ["A.", "B2.", "B3.", "C.", "C2.", "D."], has_sides=False)
    assert after == {"start": ["A.", "B2.", "B3."], "enter": ["C.", "C2."], "work": ["D."], "leave": ["Z."]}
    assert with_typed_steps(steps, ["A.", "B."], has_sides=False)["work"] == ["B."]
    assert with_typed_steps(steps, [], has_sides=False) == {"start": [], "work": [], "leave": ["Z."]}
    first = with_typed_steps(steps, ["New.", "A.", "B.", "C.", "D."], has_sides=False)
    assert first["start"] == ["New.", "A.", "B."]


def test_steps_typed_from_nothing_are_put_into_stages() -> None:
    steps: dict[str, object] = {"start": [], "work": []}
    texts = ["Lie down.", "Bend both knees.", "Roll to your {side}.", "Stay there."]
    for count in range(1, len(texts) + 1):
        steps = with_typed_steps(steps, texts[:count], has_sides=True)
    rolled = {"right": "Roll to your right.", "left": "Roll to your left."}
    assert steps == {"start": ["Lie down.", "Bend both knees."], "enter": [rolled], "work": ["Stay there."]}


def test_a_line_that_nobody_changes_stays_as_the_file_has_it() -> None:
    odd = {"right": "Hold {this}.", "left": "Hold | that."}
    steps = {"start": [odd], "work": ["Breathe."]}
    after = with_typed_steps(steps, [typed(odd), "Breathe slowly."], has_sides=True)
    assert after == {"start": [odd], "work": ["Breathe slowly."]}
