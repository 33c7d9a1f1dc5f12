"""Steps are told to a screen reader where no voice says them, and R tells what is left."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.ui.live.floor.floor_view import CHANGE, HOLD
from tests.ui.recorded_voice import listen
from tests.ui.stage import KEY

if TYPE_CHECKING:
    from tests.ui.stage import Stage


def told_while(stage: Stage, time_ms: int) -> list[str]:
    """Return what a screen reader was told while time passed, without what came again."""
    told = [stage.news]
    for _step in range(time_ms // 500):
        stage.advance(500)
        if stage.news != told[-1]:
            told.append(stage.news)
    return told


def test_each_step_of_a_gap_is_told_as_it_is_lit(running: Stage) -> None:
    running.skip_to(CHANGE)

    told = told_while(running, running.shot.duration_ms - 500)

    steps = [step.text for step in running.session_page._lines.steps]
    assert len(steps) > 2
    assert steps[0].rstrip(".") in told[0]
    assert [words.rstrip(".") for words in told[1:]] == [step.rstrip(".") for step in steps[1:]]


def test_the_steps_of_work_at_ones_own_pace_are_told_with_its_beginning(running: Stage) -> None:
    running.advance(running.shot.left_ms)

    assert running.news.startswith("Your own pace. 45 seconds. Gently tighten your lower tummy")
    assert "Tip your pelvis so your lower back meets the floor" in running.news


def test_a_hold_is_told_by_its_block_alone(running: Stage) -> None:
    running.skip_to(HOLD)

    assert running.news == "Hold. Right side, round 1 of 3. 30 seconds. Because of pain?"


def test_where_a_voice_says_them_no_step_is_told_twice(stage: Stage) -> None:
    listen(stage)
    stage.start()
    stage.skip_to(CHANGE)

    told = told_while(stage, stage.shot.duration_ms - 500)

    assert len(told) == 1
    assert told[0].startswith("Change side")


def test_with_the_voice_off_they_are_told(stage: Stage) -> None:
    listen(stage)
    stage.start()
    stage.press(KEY.Key_M)
    stage.skip_to(CHANGE)

    assert len(told_while(stage, stage.shot.duration_ms - 500)) > 2


# R


def test_r_tells_what_is_left_at_each_press(running: Stage) -> None:
    running.skip_to(HOLD)
    running.advance(12_000)

    running.press(KEY.Key_R)
    assert running.news.endswith("Hold, 18 seconds left.")
    assert "Keep still and breathe for 30 seconds" in running.news, "no voice says it"

    running.advance(2_000)
    assert running.news.endswith("Hold, 18 seconds left."), "ticking seconds are not told"
    running.press(KEY.Key_R)
    assert running.news.endswith("Hold, 16 seconds left.")

    running.press(KEY.Key_Space)
    running.press(KEY.Key_R)
    assert running.news.endswith("Paused, 16 seconds left.")


def test_r_is_said_by_the_voice_and_told_only_by_its_seconds(stage: Stage) -> None:
    voice = listen(stage)
    stage.start()
    stage.skip_to(HOLD)
    stage.advance(12_000)
    before = len(voice.heard)

    stage.press(KEY.Key_R)

    assert voice.texts(before), "it is said again"
    assert stage.news == "Hold, 18 seconds left."


@pytest.mark.usefixtures("qtbot")
def test_r_in_a_block_that_waits_says_what_to_press(stage: Stage) -> None:
    stage.wait_for_me()
    stage.start()
    stage.skip_to(3)

    stage.press(KEY.Key_R)

    assert stage.news.endswith("Press Space when you are ready.")
