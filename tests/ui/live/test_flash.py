"""The flash for those who do not hear: when it comes, how often, and that it can be turned off."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coach.core.events import Phase
from coach.ui.live.flash import LASTS_MS
from tests.ui.pictures import changed
from tests.ui.stage import CTRL, KEY

if TYPE_CHECKING:
    from coach.ui.live.flash import Flash
    from tests.ui.stage import Stage

HOLD, CHANGE = 4, 5
FRAME = 0.0225
"""The frame is no wider than this share of the shorter side."""


def flash(stage: Stage, where: str) -> Flash:
    return stage.floor_page.flash if where == "floor" else stage.session_page.flash


def quiet(stage: Stage) -> None:
    """Let what flashes be over, as after the time that it takes."""
    for where in ("floor", "session"):
        flash(stage, where).hide()
    stage.advance(1_500)


@pytest.fixture(name="where", params=["floor", "session"])
def _where(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(name="holding")
def _holding(running: Stage, where: str) -> Stage:
    """Return the program in the first hold, on the page that is tried."""
    if where == "floor":
        running.press(KEY.Key_F11)
    running.skip_to(HOLD)
    quiet(running)
    assert not flash(running, where).isVisible()
    return running


def test_each_change_flashes_on_the_page_that_shows_alone(holding: Stage, where: str) -> None:
    holding.advance(holding.shot.left_ms)
    assert holding.shot.index == CHANGE

    assert flash(holding, where).isVisible()
    assert not flash(holding, "session" if where == "floor" else "floor").isVisible()


def test_half_way_flashes(holding: Stage, where: str) -> None:
    holding.advance(holding.shot.duration_ms // 2 - holding.shot.spent_ms - 1)
    assert not flash(holding, where).isVisible()

    holding.advance(1)

    assert flash(holding, where).isVisible()


def test_nothing_else_flashes(holding: Stage, where: str) -> None:
    holding.press(KEY.Key_Space)
    holding.press(KEY.Key_Space)
    holding.press(KEY.Key_Plus)
    holding.advance(4_000)

    assert holding.phase() is Phase.RUNNING
    assert not flash(holding, where).isVisible()


def test_it_comes_and_goes_once(holding: Stage, where: str) -> None:
    shown = flash(holding, where)
    holding.press(KEY.Key_Right)
    fade = shown._fade
    fade.pause()

    strengths = []
    for at in range(0, LASTS_MS, 20):
        fade.setCurrentTime(at)
        strengths.append(shown.strength)
    peak = strengths.index(max(strengths))
    assert strengths[0] == 0
    assert max(strengths) > 0.95
    assert strengths[: peak + 1] == sorted(strengths[: peak + 1])
    assert strengths[peak:] == sorted(strengths[peak:], reverse=True)
    assert LASTS_MS == 600

    fade.resume()
    fade.setCurrentTime(LASTS_MS)
    assert not shown.isVisible()


def test_it_paints_a_frame_and_nothing_inside(holding: Stage, where: str) -> None:
    shown = flash(holding, where)
    holding.press(KEY.Key_Right)
    page = shown.parentWidget()
    assert page is not None
    shown._fade.pause()
    shown._fade.setCurrentTime(0)
    before = page.grab().toImage()
    shown._fade.setCurrentTime(210)

    after = page.grab().toImage()

    assert changed(before, after) == page.rect()
    band = round(FRAME * min(page.width(), page.height()))
    inner = page.rect().adjusted(band, band, -band, -band)
    assert changed(before.copy(inner), after.copy(inner)).isEmpty()


def test_no_more_than_one_a_second(holding: Stage, where: str) -> None:
    shown = flash(holding, where)
    holding.press(KEY.Key_Right)
    assert shown.isVisible()
    shown.hide()

    holding.advance(900)
    holding.press(KEY.Key_Right)
    assert not shown.isVisible()

    holding.advance(100)
    holding.press(KEY.Key_Right)
    assert shown.isVisible()


def test_changing_the_view_does_not_flash_again(holding: Stage, where: str) -> None:
    holding.press(KEY.Key_Right)
    holding.press(KEY.Key_F11)
    holding.press(KEY.Key_F11)

    assert not flash(holding, where).isVisible()
    assert not flash(holding, where).is_animated


def test_with_less_motion_it_stands_still_for_two_seconds(holding: Stage, where: str) -> None:
    holding.actions["still"].trigger()
    shown = flash(holding, where)

    holding.press(KEY.Key_Right)

    assert shown.isVisible()
    assert shown.strength == 1
    assert not shown.is_animated
    assert shown._stand.interval() == 2_000
    shown._stand.timeout.emit()
    assert not shown.isVisible()


def test_it_can_be_turned_off(holding: Stage, where: str) -> None:
    holding.preferences.change(flash=False)

    holding.press(KEY.Key_Right)

    assert not flash(holding, where).isVisible()


def test_a_pain_stop_or_an_end_leaves_nothing_flashing(holding: Stage, where: str) -> None:
    holding.press(KEY.Key_Right)
    holding.press(KEY.Key_E, CTRL)

    assert not flash(holding, where).isVisible()
    assert not flash(holding, where).is_animated
