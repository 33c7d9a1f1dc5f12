"""Which lines stand in which block, with which numbers and for which side, and which of them are lit."""

from __future__ import annotations

import pytest

from coach.core.instructions import Instructions, Step, instructions, wording
from coach.core.routine import BySide
from coach.core.timeline import PACINGS, Preset, Side, plan
from tests.cases import exercise, routine, shipped, shipped_file


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
        (7, "Let both shoulders stay heavy on the floor."),
        (8, "Keep still and breathe for 30 seconds."),
        (0, BREATH),
    ]
    assert told.done == 1
    assert told.lit(None) == range(1, 3)


def test_own_pace_shows_all_its_working_steps_lit() -> None:
    told = at("reps", "pelvic-tilt")

    assert [number for number, _text in lines(told)] == [4, 5, 6, 7, 8, 9, 0]
    assert lines(told)[0] == (4, "Rest your arms by your sides.")
    assert told.lit(None) == range(1, 7)


def test_flow_shows_all_its_working_steps_lit() -> None:
    told = at("flow", "cat-cow", 3)

    assert [number for number, _text in lines(told)] == [3, 4, 5, 6, 7, 8, 9, 0]
    assert told.lit(None) == range(1, 8)


def test_work_without_any_way_in_has_nothing_behind() -> None:
    bare = exercise("bare")
    bare["steps"] = {"start": [], "work": ["Breathe."]}
    prescribed = routine(bare)

    told = instructions(prescribed, plan(prescribed), 1)

    assert lines(told) == [(1, "Breathe."), (0, "Breathe slowly.")]
    assert (told.done, told.lit(None)) == (0, range(2))


# Gaps


def test_get_ready_leads_into_the_warm_up() -> None:
    assert lines(at("get-ready", "pelvic-tilt")) == [
        (1, "Lie on your back."),
        (2, "Bend your knees."),
        (3, "Put both feet flat, hip-width apart."),
        (4, "Rest your arms by your sides."),
    ]


def test_a_change_of_side_leads_out_for_the_side_done_and_in_for_the_side_that_comes() -> None:
    assert lines(at("change", "single-knee-to-chest", 1, "left")) == [
        (8, "Let go slowly."),
        (9, "Lower your right foot."),
        (10, "Change to your left knee."),
        (3, "Lift your left knee towards your chest."),
        (4, "Hold just below your left knee with both hands."),
        (5, "Use your arms to draw the knee closer."),
        (6, "Stop at a gentle pull."),
    ]


def test_the_next_round_comes_from_the_left_side_to_the_right() -> None:
    assert lines(at("change", "ql-stretch", 2, "right"))[:5] == [
        (10, "Come back up tall."),
        (11, "Lower your arm."),
        (12, "Change sides."),
        (3, "Set your right palm on the floor near your hip."),
        (4, "Raise your left arm."),
    ]


def test_a_new_round_without_sides_leads_out_and_in_again() -> None:
    assert lines(at("change", "double-knee-to-chest", 3)) == [
        (8, "Ease your arms."),
        (9, "Lower one foot, then the other."),
        (10, "Rest before the next round."),
        (2, "Lift your right knee towards you first."),
        (3, "Lift your left knee to join it."),
        (4, "Hold below your knees, one hand each."),
        (5, "Draw both knees gently closer."),
        (6, "Let your head and shoulders rest on the floor."),
    ]


def test_a_move_to_a_near_position_shows_no_way_between_positions() -> None:
    assert lines(at("move", "double-knee-to-chest"))[:4] == [
        (8, "Let go slowly."),
        (9, "Lower your left foot."),
        (1, "Lie on your back with both knees bent."),
        (2, "Lift your right knee towards you first."),
    ]


def test_from_lying_to_sitting() -> None:
    assert lines(at("move", "ql-stretch", 1, "right")) == [
        (9, "Bring both knees back to the middle."),
        (0, "Roll onto your side."),
        (0, "Push up with your hands."),
        (0, "Sit with your legs crossed."),
        (1, "Sit on a mat with your legs crossed."),
        (2, "Sit up tall."),
        (3, "Set your right palm on the floor near your hip."),
        (4, "Raise your left arm."),
        (5, "Reach it up, then over to your right."),
        (6, "Lean your body to the right."),
        (7, "Press your left sit bone down."),
        (8, "Keep your chest facing forward."),
    ]


def test_from_sitting_to_the_knees() -> None:
    assert lines(at("move", "childs-pose"))[:5] == [
        (10, "Come back up tall."),
        (11, "Lower your arm."),
        (0, "Lean onto your hands."),
        (0, "Come onto your knees."),
        (1, "Kneel down."),
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


# Right and left


@pytest.mark.parametrize(("side", "expected"), [("right", "R"), ("left", "L"), (None, "R")])
def test_the_wording_of_a_side(side: Side | None, expected: str) -> None:
    assert wording(BySide(right="R", left="L"), side) == expected
    assert wording("both", side) == "both"
