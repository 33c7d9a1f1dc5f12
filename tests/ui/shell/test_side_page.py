"""A page to be read for a while: it goes when something else shows, and back leads to what is there then."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coach.core.events import Phase
from coach.ui.kit.text_page import TextPage
from coach.ui.settings.settings_page import SettingsPage
from tests.ui.stage import KEY, focus

if TYPE_CHECKING:
    from tests.ui.stage import Stage


def side_pages(stage: Stage) -> list[TextPage]:
    return [page for page in stage.window.findChildren(TextPage) if page.isVisible()]


def test_what_is_read_while_the_record_answers_goes_when_the_check_asks(stage: Stage) -> None:
    stage.show_start()  # what the record knows comes from the disk again
    stage.start_page.start.click()
    stage.trigger("keys")  # before the next turn: the record has not answered yet
    assert side_pages(stage)
    stage.wait_for_check()
    assert stage.page() is stage.check_page
    assert not side_pages(stage)

    stage.press(KEY.Key_F1)
    assert side_pages(stage)
    stage.press(KEY.Key_Escape)
    assert stage.page() is stage.check_page
    here = focus()
    assert here is not None
    assert stage.check_page.isAncestorOf(here)


def test_one_page_takes_the_place_of_another_and_back_leads_to_what_was_before_both(stage: Stage) -> None:
    stage.trigger("settings")
    stage.trigger("keys")
    assert len(side_pages(stage)) == 1
    stage.press(KEY.Key_Escape)

    assert isinstance(stage.page(), SettingsPage)
    stage.trigger("keys")
    stage.trigger("signs")
    assert len([page for page in side_pages(stage) if page.close_button.isVisible()]) == 1
    stage.press(KEY.Key_Escape)
    assert isinstance(stage.page(), SettingsPage)
    stage.press(KEY.Key_Escape)
    assert stage.page() is stage.start_page
    assert focus() is stage.start_page.start


@pytest.mark.parametrize("action", ["keys", "settings", "history", "listen", "signs", "about"])
def test_a_stop_and_an_end_take_what_is_read_away(running: Stage, action: str) -> None:
    running.trigger(action)
    running.press(KEY.Key_Escape)
    assert running.is_stopped
    assert not side_pages(running)
    running.click(running.stopped_page.mistake)
    running.click(running.stopped_page.no)
    assert running.page() is running.session_page

    running.trigger(action)
    running.trigger("end")
    assert running.phase() is Phase.ENDED
    assert running.page() is running.closing_page
    assert not side_pages(running)


def test_the_floor_view_takes_what_is_read_away_and_is_left_for_it(running: Stage) -> None:
    running.trigger("keys")
    running.press(KEY.Key_F11)
    assert running.page() is running.floor_page
    assert not side_pages(running)

    running.trigger("keys")
    assert side_pages(running)
    assert not running.window.isFullScreen()
    running.trigger("pause")
    assert side_pages(running)
    side_pages(running)[0].close_button.click()
    assert running.page() is running.session_page
    assert focus() is running.go


def test_nothing_is_read_over_a_stop(running: Stage) -> None:
    running.press(KEY.Key_Escape)
    for action in ("keys", "settings", "history", "listen", "signs", "about"):
        running.trigger(action)
        assert running.is_stopped
        assert not side_pages(running)
