"""What the session page adds to the session: easier versions, the reason of a pause, less motion, small windows."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coach.core.events import Phase
from tests.ui.stage import CTRL, KEY

if TYPE_CHECKING:
    from tests.ui.stage import Stage


@pytest.fixture(name="holding")
def _holding(running: Stage) -> Stage:
    """Return the program in the first hold of the second exercise."""
    running.skip_to(3)
    return running


def test_easier_versions_stay_through_the_rounds_of_an_exercise_and_end_with_it(holding: Stage) -> None:
    page = holding.coaching.session
    assert "Hold behind your thigh." not in holding.texts(page.steps)

    holding.press(KEY.Key_E)
    holding.advance(1_000)
    assert "Hold behind your thigh." in holding.texts(page.steps)
    assert page.easier.text() == "Usual version"

    holding.skip_to(5)
    assert "Hold behind your thigh." in holding.texts(page.steps)

    holding.press(KEY.Key_Right, CTRL)
    assert page.title.text() == "Double knee to chest"
    assert "Hold behind your thigh." not in holding.texts(page.steps)
    assert page.easier.text() == "Easier version"


def test_a_pause_after_a_sleep_says_why_until_it_goes_on(holding: Stage) -> None:
    page = holding.coaching.session
    holding.clock.ms += 60_000
    holding.player.look()

    assert holding.phase() is Phase.PAUSED
    assert "asleep" in page.hint.text()
    assert "asleep" in holding.news

    holding.press(KEY.Key_Space)
    holding.advance(1_000)
    assert "asleep" not in page.hint.text()

    holding.press(KEY.Key_Space)
    assert page.hint.text() == ""


def test_less_motion_lets_the_ring_step_once_a_second(holding: Stage) -> None:
    page = holding.coaching.session
    holding.coaching.actions.by_id["still"].trigger()
    before = page.ring.grab().toImage()

    holding.clock.ms += 400
    assert page.ring.grab().toImage() == before
    assert not page.ring.is_animated

    holding.clock.ms += 700
    holding.player.look()
    assert page.ring.grab().toImage() != before


def test_a_very_small_window_keeps_title_side_number_and_steps(holding: Stage) -> None:
    page = holding.coaching.session
    holding.window.resize(667, 447)

    assert not page.picture.isVisible()
    for widget in (page.title, page.ring, page.place, page.steps, holding.pain):
        assert widget.isVisible()
        area = widget.rect().translated(widget.mapTo(holding.window, widget.rect().topLeft()))
        assert holding.window.rect().contains(area)

    holding.window.resize(1200, 800)
    assert page.picture.isVisible()


def test_after_moderate_pain_each_exercise_begins_with_its_easier_versions(stage: Stage) -> None:
    stage.click(stage.program.start_page.start)
    stage.pass_check(pain=5)
    page = stage.coaching.session
    stage.advance(1_000)

    first = stage.coaching.session.steps
    assert page.easier.text() == "Usual version"
    assert "Press at half effort." in stage.texts(first)
    stage.click(page.easier)
    assert page.easier.text() == "Easier version"
    stage.skip_to(2)
    assert page.easier.text() == "Usual version"


def test_on_a_usual_day_the_usual_version_comes_first_again(stage: Stage) -> None:
    stage.click(stage.program.start_page.start)
    stage.pass_check(pain=5)
    stage.press(KEY.Key_E, CTRL)
    stage.coaching.show_start()
    stage.click(stage.program.start_page.start)
    stage.pass_check(pain=2)
    stage.advance(1_000)

    assert stage.coaching.session.easier.text() == "Easier version"
