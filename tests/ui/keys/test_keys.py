"""Space and its like, and the other keys of a session: they do the same wherever the focus is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox

from coach.core.events import Outcome, Phase
from coach.ui.help.keys_page import KeysPage
from tests.ui.keys.strokes import (
    BACK,
    FEW,
    GO,
    HELP,
    MORE,
    PLACES,
    SKIP,
    Stroke,
    put_focus,
    strokes_at,
)
from tests.ui.stage import CTRL, KEY, NONE, Stage, focus

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot


# Space and its like


@pytest.mark.parametrize("place", PLACES)
def test_pauses_and_resumes_everywhere(running: Stage, place: str) -> None:
    put_focus(running, place)
    page, asking, focused = running.page(), running.window.question.is_asking, focus()
    assert focused is not None

    for stroke in strokes_at(GO, place):
        focused.setFocus(Qt.FocusReason.TabFocusReason)
        stroke.on(running)
        assert running.phase() is Phase.PAUSED, stroke
        stroke.on(running)
        assert running.phase() is Phase.RUNNING, stroke

        assert running.shot.index == 1
        assert (running.page(), running.window.question.is_asking) == (page, asking), "the button was pressed as well"


def test_pauses_and_resumes_with_the_focus_nowhere(running: Stage) -> None:
    widget = focus()
    assert widget is not None
    widget.clearFocus()

    running.press(KEY.Key_Space)
    assert running.phase() is Phase.PAUSED
    running.press(KEY.Key_Space)
    assert running.phase() is Phase.RUNNING


@pytest.mark.every_case
@pytest.mark.parametrize("key", [KEY.Key_Space, KEY.Key_Return, KEY.Key_Enter], ids=lambda key: key.name)
@pytest.mark.parametrize("paused", [False, True], ids=["running", "paused"])
def test_on_pain_stop_space_and_enter_stop(running: Stage, key: Qt.Key, *, paused: bool) -> None:
    if paused:
        running.press(KEY.Key_Space)
        assert running.phase() is Phase.PAUSED
    put_focus(running, "pain")

    running.press(key)

    assert running.is_stopped


def test_a_key_held_down_toggles_once(running: Stage) -> None:
    window = running.window
    for place in ("pause", "list", "+15 s"):
        put_focus(running, place)
        widget = focus()
        assert widget is not None
        before = running.phase()
        running.lift_hand()

        _hold_down(widget, KEY.Key_Space, " ")

        assert running.phase() is not before
        assert running.phase().is_live
    assert not window.question.is_asking


def test_a_key_held_down_skips_once(running: Stage) -> None:
    _hold_down(running.go, KEY.Key_Right, "")

    assert running.shot.index == 2


def _hold_down(widget: QWidget, key: Qt.Key, text: str) -> None:
    """Send what the window system sends for a key that is held down: many presses, all but the first repeats."""
    for number in range(6):
        QTest.simulateEvent(widget, True, key.value, NONE, text, number > 0)  # noqa: FBT003
    QTest.simulateEvent(widget, False, key.value, NONE, text, False)  # noqa: FBT003


@pytest.mark.parametrize("stroke", GO, ids=str)
def test_starts_from_the_start_page(stage: Stage, stroke: Stroke) -> None:
    stroke.on(stage)
    assert stage.phase() is Phase.READY, "nothing leads past the check"
    stage.pass_check()

    assert stage.phase() is Phase.RUNNING
    assert stage.page() is stage.session_page


def test_before_a_session_space_opens_a_combo_box_as_everywhere_else(stage: Stage, qtbot: QtBot) -> None:
    stage.trigger("settings")
    pace = stage.page().findChild(QComboBox)
    assert isinstance(pace, QComboBox)
    pace.setFocus()
    assert focus() is pace

    stage.press(KEY.Key_Space)

    qtbot.waitUntil(lambda: pace.view().isVisible())
    assert stage.phase() is Phase.READY
    pace.hidePopup()


def test_says_ready_in_a_block_that_waits(stage: Stage) -> None:
    _wait_for_me(stage)
    stage.start(lies_down=False)
    assert stage.shot.waiting
    assert stage.go.text() == "I am ready"

    for place in ("pause", "list"):
        index = stage.shot.index
        put_focus(stage, place)
        stage.press(KEY.Key_Space)
        assert stage.shot.index == index + 1
        while not stage.shot.waiting:
            stage.press(KEY.Key_Right)


def _wait_for_me(stage: Stage) -> None:
    stage.wait_for_me()


# The other keys


@pytest.mark.parametrize("place", FEW)
def test_skips_the_step(running: Stage, place: str) -> None:
    put_focus(running, place)

    for gap, stroke in zip((1, 3, 5), SKIP, strict=True):
        assert running.shot.index == gap
        stroke.on(running)
        assert (running.shot.index, running.shot.spent_ms) == (gap + 1, 0), stroke
        stroke.on(running)

        assert running.shot.index == gap + 2, stroke
        assert running.shot.outcomes[gap + 1] is Outcome.SKIPPED


@pytest.mark.parametrize("place", FEW)
def test_goes_back(running: Stage, place: str) -> None:
    running.skip_to(4)
    put_focus(running, place)

    for block, stroke in zip((4, 3), BACK, strict=True):
        running.advance(3_000)
        stroke.on(running)
        assert (running.shot.index, running.shot.spent_ms) == (block, 0), f"{stroke}: back to the start of this block"
        running.advance(2_999)
        stroke.on(running)

        assert (running.shot.index, running.shot.spent_ms) == (block - 1, 0), f"{stroke}: within 3 s, one block more"


@pytest.mark.parametrize("place", FEW)
def test_skips_the_exercise(running: Stage, place: str) -> None:
    put_focus(running, place)

    running.press(KEY.Key_Right, CTRL)

    assert running.shot.index == 3
    assert running.shot.outcomes[2] is Outcome.SKIPPED


@pytest.mark.parametrize("place", FEW)
def test_adds_15_seconds(running: Stage, place: str) -> None:
    put_focus(running, place)

    for number, stroke in enumerate(MORE, 1):
        stroke.on(running)

        assert running.shot.duration_ms == 10_000 + number * 15_000, stroke


def test_shows_one_easier_way_after_the_other_and_the_usual_one(running: Stage) -> None:
    running.skip_to(2)
    usual = set(running.texts(running.session_page.steps))

    for words in ("Easier: press with half the effort.", "Easier: rest between the presses."):
        running.press(KEY.Key_E)
        running.advance(1)
        assert set(running.texts(running.session_page.steps)) - usual == {"Easier version", words}
    running.press(KEY.Key_E)
    running.advance(1)

    assert set(running.texts(running.session_page.steps)) == usual


@pytest.mark.parametrize("stroke", HELP, ids=str)
def test_shows_all_keys_and_comes_back(running: Stage, stroke: Stroke) -> None:
    stroke.on(running)
    assert isinstance(running.page(), KeysPage)
    assert running.phase() is Phase.RUNNING

    stroke.on(running)
    assert isinstance(running.page(), KeysPage)
    running.press(KEY.Key_Return)

    assert running.page() is running.session_page
    assert running.phase() is Phase.RUNNING


def test_keys_page_lists_every_key_of_the_session(running: Stage) -> None:
    running.press(KEY.Key_F1)
    shown = " ".join(running.texts(running.page()))

    for key in ("Space", "Page Up", "→", "Page Down", "←", "Ctrl+→", "+", "Esc", "S or B or full stop", "F1", "Ctrl+Q"):
        assert key in shown


def test_quit_asks_during_a_session_and_no_goes_on(running: Stage) -> None:
    running.press(KEY.Key_Q, CTRL)
    assert running.window.isVisible()
    assert running.window.question.is_asking
    assert focus() is running.window.question.no

    running.press(KEY.Key_Return)

    assert not running.window.question.is_asking
    assert running.window.isVisible()
    assert running.phase() is Phase.RUNNING


def test_quit_asks_during_a_session_and_yes_closes(running: Stage) -> None:
    running.press(KEY.Key_Q, CTRL)
    running.press(KEY.Key_Tab)
    assert focus() is running.window.question.yes

    running.press(KEY.Key_Return)

    assert not running.window.isVisible()


def test_quit_closes_at_once_without_a_session(stage: Stage) -> None:
    stage.press(KEY.Key_Q, CTRL)

    assert not stage.window.isVisible()


def test_end_for_now_closes_the_session(running: Stage) -> None:
    running.press(KEY.Key_E, CTRL)

    assert running.phase() is Phase.ENDED
    assert running.page() is running.closing_page
