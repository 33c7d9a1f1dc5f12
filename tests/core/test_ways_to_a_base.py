"""The way down leads to how the first exercise is done: who begins on the front is not rolled onto the back before."""

from __future__ import annotations

import json

import pytest

from coach.core.instructions import instructions
from coach.core.routine import resolve
from coach.core.speech.compiler import compile_script
from coach.core.speech.vocabulary import estimate_ms
from coach.core.timeline import plan
from tests.cases import ROUTINES, document, exercise, judged


def said_on_the_way(base: str) -> list[str]:
    """Return what is said on the way down to an exercise on that base, with the ways that come with coach."""
    told = document(exercise("a", base=base))
    told["position_changes"] = json.loads(ROUTINES.read_text("utf-8"))["position_changes"]
    routine = resolve(judged(json.dumps(told)))
    script = compile_script(routine, plan(routine), estimate_ms)
    shown = [step.text for step in instructions(routine, script.timeline, 0).steps]
    said = [prompt.text for prompt in script.prompts[0] if prompt.text is not None]
    assert [line for line in said if line in shown] == shown
    return shown


@pytest.mark.parametrize(
    ("base", "last"),
    [
        ("supine", "Bend both knees, feet flat."),
        ("prone", "Lie on your front."),
        ("side-lying", "Lie on your side."),
        ("seated", "Sit with your legs crossed."),
        ("kneeling", "Both hands on the floor."),
    ],
)
def test_the_way_down_ends_as_the_exercise_begins(base: str, last: str) -> None:
    assert said_on_the_way(base)[-1] == last


def test_nobody_is_rolled_onto_the_back_who_lies_otherwise() -> None:
    assert not any("back" in line for base in ("prone", "side-lying") for line in said_on_the_way(base))


def test_a_file_without_a_way_to_the_base_leads_to_the_family() -> None:
    told = document(exercise("a", base="prone"))
    told["position_changes"] = [{"before": "standing", "after": "lying", "steps": ["Lie down."]}]
    routine = resolve(judged(json.dumps(told)))

    assert [step.text for step in instructions(routine, plan(routine), 0).steps] == ["Lie down."]
