"""Where the body is: by it a stop, a pause and a skip say how to come out."""

from __future__ import annotations

import pytest

from coach.core.body import Posture
from coach.core.events import BlockEnded, BlockStarted, Input
from coach.core.instructions import stopping_line
from coach.core.pacing import Preset
from coach.core.speech.posture import body_in
from coach.core.timeline import BlockKind
from coach.words import safety_messages
from tests.cases import shipped
from tests.core.hearing import Ear, natural_ms

REST, WAY = safety_messages.STOPPING_IN_A_GAP, safety_messages.STOPPING_ON_A_WAY
TILT, KNEE = "Stopping. Let your back rest.", "Stopping. Let go. Put your foot down."
TWIST, SIDE = "Stopping. Knees slowly back to the middle.", "Stopping. Come up to the middle. Lower your arm."
CHILD, CAT = "Stopping. Use your hands. Sit up slowly.", "Stopping. Flat back. Lie down when ready."

SCRIPT = Ear().script
"""With sentences about as long as those of the recorded voices."""


def gap_to(exercise: str, turn: int = 0) -> int:
    """Return the index of a gap that leads to this exercise, to its first block of work or to a later one."""
    found = [
        index
        for index, block in enumerate(SCRIPT.timeline.blocks)
        if block.exercise == exercise and block.kind in {BlockKind.MOVE, BlockKind.CHANGE, BlockKind.GET_READY}
    ]
    return found[turn]


def line_at(index: int, spent_ms: int) -> str:
    """Return what is said first when it hurts there, after the work before was done to its end."""
    block, blocks = SCRIPT.timeline.blocks[index], SCRIPT.timeline.blocks
    left = index - 1 if index > 0 and blocks[index - 1].kind.is_work else None
    return stopping_line(shipped(), body_in(SCRIPT, index, spent_ms, block.duration_ms, left))


@pytest.mark.parametrize(
    ("exercise", "turn", "line"),
    [
        ("pelvic-tilt", 0, TILT),
        ("single-knee-to-chest", 0, KNEE),
        ("single-knee-to-chest", 3, KNEE),
        ("trunk-rotation", 0, TWIST),
        ("ql-stretch", 0, SIDE),
        ("childs-pose", 2, CHILD),
        ("cat-cow", 0, CAT),
    ],
)
def test_from_the_first_line_that_leads_in_it_is_the_exercise_that_comes(exercise: str, turn: int, line: str) -> None:
    index = gap_to(exercise, turn)
    duration_ms = SCRIPT.timeline.blocks[index].duration_ms

    assert line_at(index, duration_ms - 50) == line
    assert line_at(index + 1, 0) == line
    assert line_at(index + 1, 15_000) == line


@pytest.mark.parametrize(
    ("exercise", "turn", "line"),
    [
        ("single-knee-to-chest", 0, TILT),
        ("single-knee-to-chest", 1, KNEE),
        ("double-knee-to-chest", 0, KNEE),
        ("ql-stretch", 0, TWIST),
        ("childs-pose", 0, SIDE),
    ],
)
def test_until_three_seconds_after_the_release_it_is_the_exercise_that_was_left(
    exercise: str, turn: int, line: str
) -> None:
    index = gap_to(exercise, turn)
    out_ms = 350 + natural_ms(SCRIPT.releases[index - 1]) + 3_000

    assert line_at(index, 0) == line
    assert line_at(index, out_ms - 1) == line
    assert line_at(index, out_ms) != line or exercise == "single-knee-to-chest"


def test_a_line_that_leads_in_before_those_three_seconds_are_over_ends_them() -> None:
    index = gap_to("cat-cow")
    base_ms = next(p.offset_ms for p in SCRIPT.prompts[index] if p.text == "Come onto your hands and knees.")

    assert base_ms < 350 + natural_ms(SCRIPT.releases[index - 1]) + 3_000
    assert line_at(index, 0) == line_at(index, base_ms - 1) == CHILD
    assert line_at(index, base_ms) == CAT


def test_between_the_two_it_is_the_base_position() -> None:
    assert line_at(gap_to("single-knee-to-chest"), 8_000) == REST
    assert line_at(gap_to("trunk-rotation"), 8_000) == REST
    assert line_at(gap_to("pelvic-tilt"), 1_000) == REST


@pytest.mark.parametrize(("exercise", "spent_ms"), [("ql-stretch", 9_000), ("childs-pose", 9_000)])
def test_on_a_way_between_positions_one_sits_or_lies_down(exercise: str, spent_ms: int) -> None:
    assert line_at(gap_to(exercise), spent_ms) == WAY


def test_on_the_way_down_one_sits_or_lies_down() -> None:
    assert SCRIPT.timeline.blocks[0].kind is BlockKind.WAY
    for spent_ms in (0, 10_000, 29_999):
        assert line_at(0, spent_ms) == WAY


def test_hands_and_knees_are_the_base_of_cat_cow_so_its_base_lines_lead_in() -> None:
    index = gap_to("cat-cow")
    base_ms = min(
        p.offset_ms for p in SCRIPT.prompts[index] if p.text and "hands" in p.text.lower() and p.offset_ms > 3_000
    )

    assert line_at(index, base_ms) == CAT
    assert {line_at(gap_to("cat-cow", 1), spent_ms) for spent_ms in range(0, 8_000, 500)} == {CAT}


def test_a_gap_that_waits_for_the_key_is_the_base_position() -> None:
    listener = Ear(preset=Preset.WAIT_FOR_ME).start()
    listener.wait(57_000)
    assert listener.run.shot.waiting
    assert listener.narration.body.now(listener.run.now_ms).posture is Posture.LEAVING
    listener.wait(100_000)

    assert listener.narration.body.now(listener.run.now_ms).posture is Posture.BASE


def test_a_wait_for_the_key_after_a_way_is_the_base_position_too() -> None:
    listener = Ear(preset=Preset.WAIT_FOR_ME).start()
    listener.press(Input.JUMP, 4)
    listener.wait(5_000)
    assert listener.narration.body.now(listener.run.now_ms).posture is Posture.WAY
    listener.wait(60_000)

    assert listener.narration.body.now(listener.run.now_ms).posture is Posture.BASE


def test_what_was_skipped_hurt_until_the_next_stretch_begins() -> None:
    listener = Ear().start()
    listener.wait(80_000)
    listener.press(Input.SKIP_EXERCISE)
    listener.wait(6_500)
    assert listener.narration.body.now(listener.run.now_ms).posture is Posture.BASE
    listener.press(Input.BECAUSE_OF_PAIN)

    assert stopping_line(shipped(), listener.narration.body.before) == KNEE

    other = Ear().start()
    other.wait(85_000 + 545_000)
    assert other.run.shot.block.exercise == "trunk-rotation"
    other.press(Input.SKIP_EXERCISE)
    other.press(Input.SKIP)
    other.wait(1_000)
    other.press(Input.BECAUSE_OF_PAIN)
    assert stopping_line(shipped(), other.narration.body.before) == SIDE


def test_the_events_lead_to_what_the_script_says() -> None:
    listener = Ear().start()
    listener.wait(1_183_000 * 2)
    started = [event for event in listener.run.happened if isinstance(event, BlockStarted)]
    ended = [event for event in listener.run.happened if isinstance(event, BlockEnded)]

    assert len(started) == len(ended) == len(listener.script.timeline.blocks)
    assert listener.narration.body.now(listener.run.now_ms).posture is Posture.WAY
    assert stopping_line(shipped(), listener.narration.body.now(listener.run.now_ms)) == WAY
