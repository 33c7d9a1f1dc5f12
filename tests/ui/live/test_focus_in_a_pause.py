"""Whenever a paused session shows, Space goes on with it: the focus is on Resume, whatever led there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coach.core.events import Phase
from tests.ui.stage import KEY, Stage, focus

if TYPE_CHECKING:
    from coach.ui.kit.key_button import KeyButton


def _resume(stage: Stage, *, floor: bool) -> KeyButton:
    return stage.floor_page.go if floor else stage.go


def _pain(stage: Stage, *, floor: bool) -> KeyButton:
    return stage.floor_page.pain if floor else stage.pain


@pytest.fixture(name="live", params=[False, True], ids=["session page", "floor view"])
def _live(running: Stage, request: pytest.FixtureRequest) -> tuple[Stage, bool]:
    """Return a session in a hold, on one of its two pages."""
    running.skip_to(4)
    running.advance(10_000)
    floor = bool(request.param)
    if floor:
        running.press(KEY.Key_F11)
        assert running.page() is running.floor_page
    return running, floor


@pytest.mark.parametrize("answer", ["click", "keys"])
@pytest.mark.parametrize("by", ["key", "button"])
def test_after_a_mistaken_stop_space_goes_on(live: tuple[Stage, bool], by: str, answer: str) -> None:
    stage, floor = live
    for _time in range(2):
        if by == "key":
            stage.press(KEY.Key_Escape)
        else:
            stage.click(_pain(stage, floor=floor))
        assert stage.is_stopped
        stage.click(stage.stopped_page.mistake)
        if answer == "click":
            stage.click(stage.stopped_page.no)
        else:
            stage.stopped_page.no.setFocus()
            stage.press(KEY.Key_Space)
        assert stage.phase() is Phase.PAUSED

        assert focus() is _resume(stage, floor=floor)
        stage.press(KEY.Key_Space)
        assert stage.phase() is Phase.RUNNING


@pytest.mark.parametrize("key", [KEY.Key_MediaPause, KEY.Key_MediaPlay, KEY.Key_PageUp])
def test_a_pause_moves_the_focus_away_from_the_stop(live: tuple[Stage, bool], key: KEY) -> None:
    stage, floor = live
    _pain(stage, floor=floor).setFocus()
    stage.press(key)
    assert stage.phase() is Phase.PAUSED

    assert focus() is _resume(stage, floor=floor)


def test_a_computer_that_slept_finds_the_focus_on_resume(live: tuple[Stage, bool]) -> None:
    stage, floor = live
    _pain(stage, floor=floor).setFocus()
    stage.clock.ms += 600_000
    stage.player.look()
    assert stage.phase() is Phase.PAUSED

    assert focus() is _resume(stage, floor=floor)
