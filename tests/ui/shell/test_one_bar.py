"""One bar at a time, and one session at a time: nothing takes the place of what is live but its own end."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from coach.core.events import Phase
from coach.core.timeline import plan
from coach.session.player import SessionIsLiveError
from coach.ui.check.hearing_page import HearPage
from tests.cases import shipped
from tests.ui.recorded_voice import RecordedVoice
from tests.ui.stage import CTRL, KEY, focus

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.ui.stage import Stage

WALKED = 60
"""Presses of Tab that go through every control of a page more than once."""


@pytest.fixture(name="heard")
def _heard(stage: Stage) -> Stage:
    """Return a program with sound, after the person said that both tone and voice were heard."""
    stage.narrator.use(RecordedVoice(stage), {"am_michael": "Michael"})
    stage.press(KEY.Key_Space)
    page = stage.page()
    assert isinstance(page, HearPage)
    page.both.setFocus()
    stage.press(KEY.Key_Return)
    stage.wait_for_check()
    QApplication.processEvents()
    return stage


def shown(stage: Stage, words: str) -> list[str]:
    """Return the buttons that show anywhere in the window and begin with these words."""
    buttons = stage.window.findChildren(QAbstractButton)
    return [each.text() for each in buttons if each.isVisible() and each.text().startswith(words)]


def bars(stage: Stage) -> list[QWidget]:
    every = (stage.check_page.bar, stage.session_page.bar, stage.closing_page.bar)
    return [bar for bar in every if bar.isVisible()]


def test_whoever_said_that_they_hear_coach_finds_one_bar_in_check_and_session(heard: Stage) -> None:
    assert bars(heard) == [heard.check_page.bar]
    assert not shown(heard, "Short version")

    heard.pass_check()

    assert heard.phase() is Phase.RUNNING
    assert bars(heard) == [heard.session_page.bar]
    assert not shown(heard, "Start")


def test_tab_reaches_nothing_of_the_start_page_in_a_session(heard: Stage) -> None:
    heard.pass_check()
    reached: set[QWidget | None] = set()
    for _press in range(WALKED):
        heard.press(KEY.Key_Tab)
        reached.add(focus())

    start = heard.start_page
    assert heard.pain in reached
    assert not reached & {start.start, start.other}


def test_pain_stop_can_be_clicked_where_it_shows(heard: Stage) -> None:
    heard.pass_check()
    heard.advance(1_000)
    middle = heard.pain.mapTo(heard.window, heard.pain.rect().center())

    assert heard.window.childAt(QPoint(middle)) is heard.pain
    heard.click(heard.pain)
    assert heard.is_stopped


@pytest.mark.parametrize("page", ["settings", "history", "keys", "listen", "signs", "about"])
def test_a_page_in_between_has_the_bar_of_the_session_or_none(stage: Stage, page: str) -> None:
    stage.actions[page].trigger()
    assert bars(stage) == []
    stage.press(KEY.Key_Escape)
    assert bars(stage) == []

    stage.start()
    stage.actions[page].trigger()
    assert bars(stage) == [stage.session_page.bar]
    stage.press(KEY.Key_Escape)
    assert stage.is_stopped


def test_the_closing_page_has_its_own_bar_again_and_the_start_page_none(running: Stage) -> None:
    running.press(KEY.Key_E, CTRL)
    assert bars(running) == [running.closing_page.bar]
    running.click(running.closing_page.done)
    assert bars(running) == []


@pytest.mark.parametrize("asks", ["start", "routine_start", "start_page", "choose", "left"])
def test_whoever_asks_a_live_session_stays(running: Stage, asks: str) -> None:
    start = running.start_page
    running.advance(30_000)
    before = running.shot
    doors: dict[str, Callable[[], object]] = {
        "start": start.start_wanted.emit,
        "routine_start": lambda: start.routine_start_wanted.emit(running.routines[1].id),
        "start_page": running.show_start,
        "choose": lambda: running.choose(1),
        "left": running.before_session.left.emit,
    }
    doors[asks]()

    assert running.page() is running.session_page
    assert (running.phase(), running.shot.index, running.shot.spent_ms) == (
        Phase.RUNNING,
        before.index,
        before.spent_ms,
    )
    running.press(KEY.Key_Escape)
    assert running.is_stopped


def test_a_player_refuses_a_new_session_while_one_is_live(running: Stage) -> None:
    with pytest.raises(SessionIsLiveError):
        running.player.load(plan(shipped()))

    assert running.phase() is Phase.RUNNING
