"""Which lines stand in which block, with which numbers and for which side, and which of them are lit."""

from __future__ import annotations

import json

import pytest

from coach.core.instructions import Instructions, Step, instructions, shown_on_way, wording
from coach.core.pacing import PACINGS, Preset, Side
from coach.core.routine import resolve
from coach.core.say import BySide
from coach.core.timeline import BlockKind, plan
from tests.cases import document, exercise, judged, routine, shipped, shipped_file


def at(kind: str, name: str, round_number: int = 1, side: Side | None = None) -> Instructions:
    """Return the instructions of that block of the full shipped routine."""
    prescribed = shipped()
    timeline = plan(prescribed)
    wanted = (kind, name, round_number, side)
    places = [(block.kind.value, block.exercise, block.round, block.side) for block in timeline.blocks]
    return instructions(prescribed, timeline, places.index(wanted))


def lines(told: Instructions) -> list[tuple[int, str]]:
    return [(step.number, step.text) for step in told.steps]


# Work

BREATH = "Breathe out as the knees go over. Breathe slowly and easily in the hold. Breathe out again on the way back."


def test_a_hold_keeps_the_last_way_in_behind_the_working_steps() -> None:
    told = at("hold", "trunk-rotation", 1, "left")

    assert lines(told) == [
        (1, "Let both shoulders stay heavy on the floor."),
        (2, "Keep still and breathe for 30 seconds."),
        (0, BREATH),
    ]
    assert told.done == 1
    assert told.lit(None) == range(1, 3)


def test_own_pace_shows_all_its_working_steps_lit() -> None:
    told = at("reps", "pelvic-tilt")

    assert [number for number, _text in lines(told)] == [1, 2, 3, 4, 5, 6, 0]
    assert lines(told)[0] == (1, "Rest your arms by your sides.")
    assert told.lit(None) == range(1, 7)


def test_flow_shows_all_its_working_steps_lit() -> None:
    told = at("flow", "cat-cow", 3)

    assert [number for number, _text in lines(told)] == [1, 2, 3, 4, 5, 6, 7, 0]
    assert told.lit(None) == range(1, 8)


def test_work_without_any_way_in_has_nothing_behind() -> None:
    bare = exercise("bare")
    bare["steps"] = {"start": [], "work": ["Breathe."]}
    prescribed = routine(bare)

    told = instructions(prescribed, plan(prescribed), 1)

    assert lines(told) == [(1, "Breathe."), (0, "Breathe slowly.")]
    assert (told.done, told.lit(None)) == (0, range(2))


# Gaps


def test_between_two_rounds_of_one_side_nobody_is_told_to_change_sides() -> None:
    lean = exercise("lean", sides=("right", "left"))
    lean |= {"rounds": {"left": 2, "right": 1}, "order": "one-then-other", "first": "left"}
    lean["steps"] = {
        "start": [],
        "enter": ["Lean."],
        "work": ["Breathe."],
        "leave": ["Up."],
        "change": ["Change sides."],
    }
    prescribed = routine(lean)
    timeline = plan(prescribed)
    gaps = [number for number, block in enumerate(timeline.blocks) if block.kind is BlockKind.CHANGE]

    told = [[text for _number, text in lines(instructions(prescribed, timeline, number))] for number in gaps]

    assert told == [["Up.", "Lean."], ["Up.", "Change sides.", "Lean."]]


def test_get_ready_leads_into_the_warm_up() -> None:
    assert lines(at("get-ready", "pelvic-tilt")) == [
        (1, "Lie on your back."),
        (2, "Bend your knees."),
        (3, "Put both feet flat, hip-width apart."),
        (4, "Rest your arms by your sides."),
    ]


def test_a_change_of_side_leads_out_for_the_side_done_and_in_for_the_side_that_comes() -> None:
    assert lines(at("change", "single-knee-to-chest", 1, "left")) == [
        (1, "Let go slowly."),
        (2, "Lower your right foot."),
        (3, "Change to your left knee."),
        (4, "Lift your left knee towards your chest."),
        (5, "Hold just below your left knee with both hands."),
        (6, "Use your arms to draw the knee closer."),
        (7, "Stop at a gentle pull."),
    ]


def test_the_next_round_comes_from_the_left_side_to_the_right() -> None:
    assert lines(at("change", "ql-stretch", 2, "right"))[:5] == [
        (1, "Come back up tall."),
        (2, "Lower your arm."),
        (3, "Change sides."),
        (4, "Set your right palm on the floor near your hip."),
        (5, "Raise your left arm."),
    ]


def test_a_new_round_without_sides_leads_out_and_in_again() -> None:
    assert lines(at("change", "double-knee-to-chest", 3)) == [
        (1, "Ease your arms."),
        (2, "Lower one foot, then the other."),
        (3, "Rest before the next round."),
        (4, "Lift your right knee towards you first."),
        (5, "Lift your left knee to join it."),
        (6, "Hold below your knees, one hand each."),
        (7, "Draw both knees gently closer."),
        (8, "Let your head and shoulders rest on the floor."),
    ]


def test_a_move_to_a_near_position_shows_no_way_between_positions() -> None:
    assert lines(at("move", "double-knee-to-chest"))[:4] == [
        (1, "Let go slowly."),
        (2, "Lower your left foot."),
        (3, "Lie on your back with both knees bent."),
        (4, "Lift your right knee towards you first."),
    ]


def test_from_lying_to_sitting() -> None:
    assert lines(at("move", "ql-stretch", 1, "right")) == [
        (1, "Bring both knees back to the middle."),
        (2, "Roll onto your side."),
        (3, "Push up with your hands."),
        (4, "Sit with your legs crossed."),
        (5, "Sit on a mat with your legs crossed."),
        (6, "Sit up tall."),
        (7, "Set your right palm on the floor near your hip."),
        (8, "Raise your left arm."),
        (9, "Reach it up, then over to your right."),
        (10, "Lean your body to the right."),
        (11, "Press your pelvis to the left."),
        (12, "Press your left sit bone down."),
        (13, "Keep your chest facing forward."),
    ]


def test_from_sitting_to_the_knees() -> None:
    assert lines(at("move", "childs-pose"))[:5] == [
        (1, "Come back up tall."),
        (2, "Lower your arm."),
        (3, "Uncross, and lean onto your hands."),
        (4, "Come onto your knees."),
        (5, "Kneel down."),
    ]


def test_a_way_that_the_file_does_not_have_is_left_out() -> None:
    prescribed = routine(exercise("a", base="standing"), exercise("b", base="supine"))

    assert lines(instructions(prescribed, plan(prescribed), 2)) == [(1, "Sit.")]


# What is lit


@pytest.mark.parametrize(
    ("share", "lit"), [(0.0, 0), (0.24, 0), (0.25, 1), (0.49, 1), (0.5, 2), (0.75, 3), (0.999, 3), (1.0, 3), (1.5, 3)]
)
def test_the_steps_of_a_gap_are_lit_in_equal_shares(share: float, lit: int) -> None:
    four = Instructions(tuple(Step(number, "Sit.") for number in range(1, 5)))

    assert four.lit(share) == range(lit, lit + 1)


@pytest.mark.parametrize("share", [0.0, 0.5, 1.0])
def test_a_gap_without_any_step_lights_nothing(share: float) -> None:
    prescribed = routine(exercise("a", rounds=2))
    told = instructions(prescribed, plan(prescribed), 2)

    assert told.steps == ()
    assert list(told.lit(share)) == []


@pytest.mark.parametrize("preset", Preset)
@pytest.mark.parametrize("routine_id", [entry.id for entry in shipped_file().routines])
def test_every_block_of_the_shipped_routines_has_lines_and_lights_one_or_more(routine_id: str, preset: Preset) -> None:
    prescribed = shipped(routine_id)
    timeline = plan(prescribed, PACINGS[preset])
    for index, block in enumerate(timeline.blocks):
        told = instructions(prescribed, timeline, index)
        for share in (None,) if block.kind.is_work else (0.0, 0.5, 1.0):
            lit = told.lit(share)
            assert len(lit) >= 1
            assert set(lit) <= set(range(len(told.steps)))


@pytest.mark.parametrize("preset", Preset)
@pytest.mark.parametrize("routine_id", [entry.id for entry in shipped_file().routines])
def test_the_steps_of_every_block_are_numbered_from_one_in_the_order_in_which_they_are_done(
    routine_id: str, preset: Preset
) -> None:
    prescribed = shipped(routine_id)
    timeline = plan(prescribed, PACINGS[preset])
    for index, block in enumerate(timeline.blocks):
        numbers = [step.number for step in instructions(prescribed, timeline, index).steps]
        breathing = [0] if block.kind.is_work else []
        assert numbers == [*range(1, len(numbers) - len(breathing) + 1), *breathing]


# Right and left


@pytest.mark.parametrize(("side", "expected"), [("right", "R"), ("left", "L"), (None, "R")])
def test_the_wording_of_a_side(side: Side | None, expected: str) -> None:
    assert wording(BySide(right="R", left="L"), side) == expected
    assert wording("both", side) == "both"


# The figure on the way down


def test_what_the_figure_shows_goes_with_the_step_that_is_lit() -> None:
    prescribed = shipped()
    way = plan(prescribed).blocks[0]

    assert [shown_on_way(prescribed, way, range(place, place + 1)) for place in range(5)] == [
        "kneeling",
        "hands-and-knees",
        "sitting",
        "lying",
        "lying",
    ]
    assert shown_on_way(prescribed, way, range(5)) == "lying", "in one's own time, it is what one comes to"
    assert shown_on_way(prescribed, plan(prescribed).blocks[1], range(1)) is None


def test_a_way_of_which_nothing_is_stated_shows_nothing() -> None:
    lying = exercise("a", base="supine")
    told = document(lying)
    told["position_changes"] = [{"before": "standing", "after": "lying", "steps": ["Lie down."]}]
    prescribed = resolve(judged(json.dumps(told)))
    way = plan(prescribed).blocks[0]

    assert shown_on_way(prescribed, way, range(1)) is None
    assert shown_on_way(routine(lying), plan(routine(lying)).blocks[0], range(0)) is None
