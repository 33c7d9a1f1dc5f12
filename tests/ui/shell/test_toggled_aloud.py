"""What assistive technology toggles counts as what is pressed: one answer, told, and the last one."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QAbstractButton

from coach.core.events import Phase
from coach.core.safety import Question
from coach.words import safety_messages
from tests.ui.stage import CTRL, KEY

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.ui.stage import Stage

TOGGLE, PRESS = "Toggle", "Press"
BOTH = pytest.mark.parametrize("action", [TOGGLE, PRESS])


def act(button: QAbstractButton, action: str, *, changes: bool = True) -> None:
    """Do what a screen reader's user does with that action of a button; a press takes Qt a moment."""
    interface = QAccessible.queryAccessibleInterface(button)
    assert interface is not None
    actions = interface.actionInterface()
    assert action in actions.actionNames()
    toggled = QSignalSpy(button.toggled)
    actions.doAction(action)
    assert not changes or toggled.count() or toggled.wait(5_000)


def reach_pain(stage: Stage) -> None:
    stage.click(stage.start_page.start)
    stage.wait_for_check()
    while stage.check.question is not Question.PAIN:
        stage.answer("None of these")


def test_a_number_before_the_session_is_an_answer(stage: Stage) -> None:
    reach_pain(stage)
    scale = stage.check_page.scale
    assert scale is not None

    act(scale.numbers[7], TOGGLE)  # of a radio button that is all there is

    assert stage.phase() is Phase.READY
    assert safety_messages.M_SEVERE_TITLE in stage.texts(stage.check_page)


def test_the_last_number_after_the_session_counts(running: Stage) -> None:
    running.press(KEY.Key_E, CTRL)
    after = running.closing_page.after
    told: list[object] = []
    after.given.connect(lambda pain, _compared: told.append(pain))

    for number in (2, 7):
        act(after.scale.numbers[number], TOGGLE)

    assert told == [2, 7]
    assert after.scale.value == 7
    assert [button.text() for button in after.scale.numbers if button.isChecked()] == ["7"]
    assert safety_messages.M_SEVERE in after.advice.text()


@BOTH
def test_the_last_comparison_counts_and_cannot_be_unsaid(running: Stage, action: str) -> None:
    running.press(KEY.Key_E, CTRL)
    after = running.closing_page.after

    for kind in ("less", "more", "more"):
        act(after.compared[kind], action)

    assert [kind for kind, button in after.compared.items() if button.isChecked()] == ["more"]
    assert after.is_worse
    assert safety_messages.M_WORSE in after.advice.text()


@BOTH
def test_the_easier_ways_come_in_turn_and_go(running: Stage, qtbot: QtBot, action: str) -> None:
    running.skip_to(4)
    page = running.session_page
    usual = set(running.texts(page))

    def shows(texts: set[str]) -> bool:
        return set(running.texts(page)) >= texts

    for more in ({"Easier version", "Easier: hold behind your thigh."}, {"Easier: hold for fifteen seconds."}, set()):
        act(page.easier, action, changes=page.easier.isChecked() is not bool(more))
        qtbot.waitUntil(partial(shows, usual | more))
        assert page.easier.isChecked() is bool(more)
        running.hand.ms += 1_000  # at once it would count as the same press
    assert set(running.texts(page)) == usual


@BOTH
def test_what_to_feel_comes_and_goes(running: Stage, qtbot: QtBot, action: str) -> None:
    running.skip_to(4)
    page = running.session_page

    for shown in (True, False):
        act(page.feel, action, changes=action == TOGGLE)
        qtbot.waitUntil(partial(lambda wanted: page.feel_notes.isVisible() is wanted, shown))
        assert page.feel.isChecked() is shown
        running.hand.ms += 1_000


def test_every_button_that_can_be_toggled_is_tried_here(running: Stage) -> None:
    """A new one has to be added above: Qt toggles it without a click."""
    running.press(KEY.Key_E, CTRL)
    after = running.closing_page.after
    known = {*after.scale.numbers, *after.compared.values(), running.session_page.easier}
    known |= {running.session_page.feel, running.floor.page.feel}
    sheet = running.check_page.sheet  # `start` passes the check without its page of numbers
    for scale in (running.stopped_page.scale, None if sheet is None else sheet.scale):
        known |= set(() if scale is None else scale.numbers)

    found = {button for button in running.window.findChildren(QAbstractButton) if button.isCheckable()}

    assert {button.accessibleName() or button.text() for button in found - known} == set()
