"""A worn button, a double click, one key by two ways: the same action within a moment counts once. Stopping always."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from coach.core.events import Phase
from coach.devices.awake import Awake
from coach.devices.media_keys import MediaControl
from coach.session.bounce import BOUNCE_MS, Bounce
from tests.ui.stage import KEY, NONE, Stage, focus

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.ui.conftest import Opener

GAPS = [0, 30, 120, BOUNCE_MS - 1]


def _click(stage: Stage) -> None:
    button = stage.go
    QTest.mouseClick(button, Qt.MouseButton.LeftButton, NONE, button.rect().center())


PAUSES: dict[str, Callable[[Stage], None]] = {
    "remote": lambda stage: stage.press_at_once(KEY.Key_PageUp),
    "space": lambda stage: stage.press_at_once(KEY.Key_Space),
    "media": lambda stage: stage.press_at_once(KEY.Key_MediaTogglePlayPause),
    "click": _click,
    "menu": lambda stage: stage.actions["go"].trigger(),
}


@pytest.mark.parametrize("how", PAUSES.values(), ids=PAUSES)
def test_a_button_that_bounces_pauses_once(running: Stage, how: Callable[[Stage], None]) -> None:
    for gap_ms in GAPS:
        how(running)
        running.hand.ms += gap_ms
        how(running)
        assert running.phase() is Phase.PAUSED, gap_ms

        running.hand.ms += BOUNCE_MS
        how(running)
        assert running.phase() is Phase.RUNNING, gap_ms
        running.hand.ms += BOUNCE_MS


def test_two_ways_of_one_wish_count_once(running: Stage) -> None:
    for how in PAUSES.values():
        how(running)
        running.hand.ms += 100

    assert running.phase() is Phase.PAUSED, "each came shortly after the one before"


@pytest.mark.parametrize("how", PAUSES.values(), ids=PAUSES)
def test_what_is_meant_goes_on(running: Stage, how: Callable[[Stage], None]) -> None:
    how(running)
    running.hand.ms += BOUNCE_MS
    how(running)

    assert running.phase() is Phase.RUNNING


def test_a_button_that_bounces_skips_once_and_skips_that_are_meant_all_count(running: Stage) -> None:
    for _press in range(3):
        running.press_at_once(KEY.Key_PageDown)
        running.hand.ms += 40
        running.press_at_once(KEY.Key_PageDown)
        running.hand.ms += BOUNCE_MS

    assert running.shot.index == 4


def test_different_wishes_do_not_wait_for_each_other(running: Stage) -> None:
    running.press_at_once(KEY.Key_Right)
    running.press_at_once(KEY.Key_Space)
    running.press_at_once(KEY.Key_Plus)

    assert (running.shot.index, running.phase()) == (2, Phase.PAUSED)
    assert running.shot.duration_ms > running.shot.block.duration_ms


@pytest.mark.every_case
@pytest.mark.parametrize("key", [KEY.Key_Escape, KEY.Key_S, KEY.Key_B, KEY.Key_Period, KEY.Key_MediaStop])
def test_stopping_is_never_held_back(running: Stage, key: Qt.Key) -> None:
    running.press_at_once(key)
    assert running.is_stopped
    running.click(running.stopped_page.mistake)
    running.click(running.stopped_page.no)
    assert running.phase() is Phase.PAUSED

    running.press_at_once(key)

    assert running.is_stopped


def test_a_bounce_at_the_start_answers_no_question_of_the_check(stage: Stage) -> None:
    stage.press_at_once(KEY.Key_PageUp)
    stage.wait_for_check()
    check = stage.check
    first = check.question
    stage.check_page.buttons[0].setFocus()
    assert focus() is stage.check_page.buttons[0]

    stage.press_at_once(KEY.Key_PageUp)

    assert check.question is first


def test_a_hand_is_measured_by_real_time_however_fast_the_session_runs(open_program: Opener) -> None:
    stage = open_program(speed=20)
    stage.start()
    stage.press_at_once(KEY.Key_Space)
    stage.hand.ms += 100
    stage.press_at_once(KEY.Key_Space)

    assert stage.phase() is Phase.PAUSED


def test_what_was_pressed_while_something_took_long_is_no_new_wish() -> None:
    now, done = [0], []

    def slowly() -> None:
        done.append(now[0])
        now[0] += 2 * BOUNCE_MS

    bounce = Bounce(lambda: now[0])
    bounce.do("go", slowly)
    now[0] += 10
    bounce.do("go", slowly)

    assert done == [0]


# A key that says which way


def test_media_pause_only_pauses(running: Stage) -> None:
    for _press in range(3):
        running.press(KEY.Key_MediaPause)
        assert running.phase() is Phase.PAUSED


def test_media_pause_begins_nothing(stage: Stage) -> None:
    stage.press(KEY.Key_MediaPause)

    assert stage.page() is stage.start_page
    assert stage.phase() is Phase.READY


def test_media_pause_is_no_answer_to_are_you_ready(stage: Stage) -> None:
    stage.preferences.change(pacing="wait-for-me")
    stage.start(lies_down=False)
    assert stage.shot.waiting

    stage.press(KEY.Key_MediaPause)

    assert (stage.shot.index, stage.phase()) == (0, Phase.PAUSED)


def test_a_pause_is_never_held_back_and_what_follows_it_at_once_does_not_go_on(running: Stage) -> None:
    running.press_at_once(KEY.Key_Space)
    running.hand.ms += BOUNCE_MS
    running.press_at_once(KEY.Key_Space)
    assert running.phase() is Phase.RUNNING

    running.press_at_once(KEY.Key_MediaPause)
    assert running.phase() is Phase.PAUSED
    running.hand.ms += 100
    running.press_at_once(KEY.Key_MediaTogglePlayPause)

    assert running.phase() is Phase.PAUSED


def test_media_play_and_play_pause_go_both_ways(running: Stage) -> None:
    for key in (KEY.Key_MediaPlay, KEY.Key_MediaTogglePlayPause):
        running.press(key)
        assert running.phase() is Phase.PAUSED
        running.press(key)
        assert running.phase() is Phase.RUNNING
        running.hand.ms += BOUNCE_MS


def test_the_media_control_of_the_desktop_is_held_to_the_same(running: Stage) -> None:
    control = MediaControl()
    running.add_desktop(control, Awake())
    control.wanted.emit("pause")
    assert running.phase() is Phase.PAUSED
    control.wanted.emit("go")
    assert running.phase() is Phase.PAUSED, "shortly after a pause"
    running.hand.ms += BOUNCE_MS
    control.wanted.emit("pause")
    assert running.phase() is Phase.PAUSED
    control.wanted.emit("go")
    running.hand.ms += 50
    running.press_at_once(KEY.Key_MediaTogglePlayPause)

    assert running.phase() is Phase.RUNNING, "the desktop and the key are two ways of one press"


def test_a_double_click_on_the_easier_version_chooses_one_way(running: Stage) -> None:
    running.skip_to(4)
    button = running.session_page.easier
    for _click in range(2):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton, NONE, button.rect().center())
    assert running.live_now.easier == "Easier: hold behind your thigh."

    running.hand.ms += BOUNCE_MS
    QTest.mouseClick(button, Qt.MouseButton.LeftButton, NONE, button.rect().center())
    assert running.live_now.easier == "Easier: hold for fifteen seconds."
