"""Esc answers every question of the program with what is safe: nothing begins, nothing is lost, a stop stays a stop.

In a session Esc stops for pain whatever is asked.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication

import coach
from coach.core.events import Phase
from coach.core.safety import Known, Question
from coach.session.cut_off import CutOff
from coach.session.places import Place
from coach.ui.check.hearing_page import HearPage
from coach.ui.kit.key_button import KeyButton
from coach.ui.settings.settings_page import SettingsPage
from tests.ui.live.floor.floor_view import HOLD
from tests.ui.stage import CTRL, KEY, focus
from tests.waiting import wait_ms

if TYPE_CHECKING:
    from tests.ui.stage import Stage

CUT_OFF = CutOff("Trunk rotation", 3, "left", "Interrupted yesterday.", (75_000, 300_000), 300_000, "lower-back")
ASKED_IN_THE_BAR = {"ui/shell/questions.py": 2, "ui/check/before_session.py": 1}
"""Where questions are asked in the bar of the window, and how many: quitting, another exercise, and the copy."""


def test_each_question_in_the_bar_of_the_window_is_tried_here() -> None:
    """A new one has to be added here, and to the tests below."""
    root = Path(coach.__file__).parent
    found = {path.relative_to(root).as_posix(): path.read_text("utf-8") for path in root.rglob("*.py")}
    counts = {name: text.count(".question.ask(") for name, text in found.items() if ".question.ask(" in text}

    assert counts == ASKED_IN_THE_BAR


def _quit(stage: Stage) -> None:
    stage.press(KEY.Key_Q, CTRL)
    assert stage.window.question.is_asking


def _jump(stage: Stage) -> None:
    stage.flow.show_exercise(4)
    assert stage.window.question.is_asking


def _because(stage: Stage) -> None:
    stage.press(KEY.Key_Right)
    stage.session_page.because.setFocus()


@pytest.mark.parametrize("ask", [_quit, _jump, _because])
def test_in_a_session_esc_stops_whatever_is_asked(running: Stage, ask: object) -> None:
    running.skip_to(HOLD)
    assert callable(ask)
    ask(running)

    running.press(KEY.Key_Escape)

    assert running.is_stopped
    assert running.window.isVisible()
    assert not running.window.question.is_asking


def test_a_stop_stays_a_stop_where_it_is_asked_whether_it_was_a_mistake(running: Stage) -> None:
    running.press(KEY.Key_Escape)
    stopped = running.stopped_page
    running.click(stopped.mistake)
    assert stopped.question.isVisible()

    running.press(KEY.Key_Escape)

    assert running.is_stopped
    assert stopped.question.isHidden()
    assert focus() is stopped.title
    running.press(KEY.Key_Escape)
    assert running.is_stopped


def test_because_of_pain_after_a_session_is_a_stop(running: Stage) -> None:
    running.press(KEY.Key_E, CTRL)
    assert running.closing_page.because.isVisible()
    running.closing_page.because.setFocus()

    running.press(KEY.Key_Escape)

    assert running.page() is running.stopped_page


@pytest.mark.parametrize("is_beside", [False, True])
def test_the_copy_of_the_record_is_not_taken(stage: Stage, is_beside: bool) -> None:  # noqa: FBT001 - a parameter
    taken: list[str] = []
    stage.window.question.ask("There is a copy. Use it?", "Use the copy", "Begin anew", lambda: taken.append("copy"))
    if is_beside:
        stage.start_page.start.setFocus()

    stage.press(KEY.Key_Escape)

    assert not stage.window.question.is_asking
    assert stage.window.question.isHidden()
    assert taken == []
    assert focus() is stage.start_page.start


def test_whether_it_helps_is_put_off_without_an_answer(stage: Stage) -> None:
    answers: list[str] = []
    page = stage.start_page
    page.helps_answered.connect(answers.append)
    page.ask_helps()
    wait_ms(1)
    for _press in range(20):
        stage.press(KEY.Key_Tab)
        here = focus()
        if here is not None and page.parts.helps is not None and page.parts.helps.isAncestorOf(here):
            break

    stage.press(KEY.Key_Escape)

    assert page.parts.helps is not None
    assert page.parts.helps.isHidden()
    assert answers == []
    assert focus() is page.start


def test_a_session_that_was_cut_off_neither_goes_on_nor_goes_away(stage: Stage) -> None:
    gone: list[str] = []
    page = stage.start_page
    for signal in (page.go_on_wanted, page.again_wanted, page.leave_wanted):
        signal.connect(lambda: gone.append("something"))
    page.show_unfinished(CUT_OFF)
    page.primary.setFocus()

    stage.press(KEY.Key_Escape)

    assert gone == []
    assert page.primary.text() == "Continue where you were"
    assert stage.page() is page


def test_nothing_is_deleted(stage: Stage) -> None:
    stage.visit(Place.SETTINGS)
    page = stage.page()
    assert isinstance(page, SettingsPage)
    pane, deleted = page.record, []
    pane.delete_wanted.connect(lambda: deleted.append("all"))
    page.show_pane(pane)
    pane.delete.click()
    assert pane.question.isVisible()

    stage.press(KEY.Key_Escape)

    assert pane.question.isHidden()
    assert deleted == []
    assert focus() is pane.delete
    assert stage.page() is page


@pytest.mark.parametrize(
    "known",
    [
        Known(),
        Known(days_since=1, asks_after_last=True),
        Known(hurt_in_a_row=1, hurt_today=True, days_since=0),
        Known(hurt_in_a_row=2, days_since=3),
    ],
)
def test_each_question_of_the_check_leads_back_and_out(stage: Stage, known: Known) -> None:
    stage.check.begin(known)
    asked = 0
    while (question := stage.check.question) is not None and asked < 5:
        words = {Question.SETTLED: "Yes", Question.RESTART: "Not now"}.get(question, "None of these")
        if question is Question.PAIN and stage.check_page.sheet is not None and asked == 0:
            break
        stage.answer(words, 5)
        asked += 1
    while stage.page() is stage.check_page and asked >= 0:
        asked -= 1
        stage.press(KEY.Key_Escape)
        QApplication.processEvents()

    assert stage.page() is stage.start_page
    assert stage.phase() is Phase.READY


def test_who_leaves_the_check_has_the_keyboard_where_it_was(stage: Stage) -> None:
    short = next(each for each in stage.start_page.findChildren(KeyButton) if each.text().startswith("Short version"))
    short.setFocus()
    stage.press(KEY.Key_Space)
    stage.wait_for_check()

    stage.press(KEY.Key_Escape)

    assert stage.page() is stage.start_page
    assert focus() is short


def test_the_hearing_check_leads_back_without_an_answer(stage: Stage) -> None:
    heard = stage.preferences.now.heard
    stage.click(stage.window.left.navigation.sound)
    page = stage.page()
    assert isinstance(page, HearPage)
    page.nothing.click()

    stage.press(KEY.Key_Escape)

    assert stage.page() is stage.start_page
    assert stage.preferences.now.heard == heard


def test_after_what_was_read_in_a_session_the_keyboard_is_where_it_was(running: Stage) -> None:
    running.skip_to(HOLD)
    for before in (running.session_page.more, running.session_page.easier, running.window.sidebar.exercises):
        before.setFocus()
        running.press(KEY.Key_F1)
        assert running.page() is not running.session_page
        running.press(KEY.Key_Return)

        assert focus() is before


def test_after_what_was_read_in_a_pause_the_keyboard_is_where_a_stray_key_does_no_harm(running: Stage) -> None:
    running.pain.setFocus()
    running.press(KEY.Key_F1)
    running.trigger("pause")
    running.press(KEY.Key_Return)

    assert running.phase() is Phase.PAUSED
    assert focus() is running.go
