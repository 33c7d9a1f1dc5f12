"""Remotes that have arrows and Return alone: in a session these can pause, skip and stop; elsewhere they work coach."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QDialog, QLineEdit, QMenu, QVBoxLayout

from coach.core.clicker import ClickerKeys, Use
from coach.core.events import Phase
from tests.ui.settings.test_clicker_page import give, listening
from tests.ui.stage import CTRL, KEY, Stage, focus

if TYPE_CHECKING:
    from PySide6.QtCore import Qt
    from pytestqt.qtbot import QtBot

ARROWS = [KEY.Key_Left, KEY.Key_Right, KEY.Key_Up, KEY.Key_Down, KEY.Key_Return]
NAMES = ["Left", "Right", "Up", "Down", "Return"]
GIVEN = pytest.mark.parametrize(("key", "name"), list(zip(ARROWS, NAMES, strict=True)), ids=NAMES)


def begin(stage: Stage, **keys: str) -> None:
    """Begin a session with these keys of a clicker."""
    stage.preferences.change_clicker(ClickerKeys(**keys))
    stage.start()
    stage.advance(1_000)


@pytest.mark.every_case
@GIVEN
def test_stops_for_pain_everywhere(stage: Stage, qtbot: QtBot, key: Qt.Key, name: str) -> None:
    begin(stage, stop=name)
    dialog = QDialog(stage.window)
    field = QLineEdit(dialog)
    QVBoxLayout(dialog).addWidget(field)
    dialog.setModal(True)
    for place in ("page", "list", "settings", "menu", "dialog", "field", "question"):
        if stage.is_stopped:
            stage.go_on_after_stop()
        _be_at(stage, qtbot, field, place)

        stage.press(key)

        assert stage.is_stopped, place
        dialog.close()


def _be_at(stage: Stage, qtbot: QtBot, field: QLineEdit, place: str) -> None:
    dialog = field.window()
    assert isinstance(dialog, QDialog)
    if place == "list":
        stage.window.sidebar.exercises.setFocus()
    elif place == "settings":
        stage.actions["settings"].trigger()
    elif place == "menu":
        menu = stage.window.menuBar().actions()[0].menu()
        assert isinstance(menu, QMenu)
        menu.popup(stage.window.mapToGlobal(stage.window.rect().center()))
    elif place in {"dialog", "field"}:
        dialog.open()
        qtbot.waitUntil(dialog.isActiveWindow)
        (field if place == "field" else dialog).setFocus()
    elif place == "question":
        stage.press(KEY.Key_Q, CTRL)
        assert focus() is stage.window.question.no


@GIVEN
def test_pauses_and_goes_on(stage: Stage, key: Qt.Key, name: str) -> None:
    begin(stage, pause=name)
    for place in (stage.go, stage.window.sidebar.exercises, stage.session_page.more):
        place.setFocus()
        stage.press(key)
        assert stage.phase() is Phase.PAUSED
        stage.press(key)
        assert (stage.phase(), stage.shot.index) == (Phase.RUNNING, 1)


@GIVEN
def test_skips(stage: Stage, key: Qt.Key, name: str) -> None:
    begin(stage, skip=name)

    stage.press(key)

    assert (stage.phase(), stage.shot.index) == (Phase.RUNNING, 2)


def test_return_still_answers_a_question(stage: Stage) -> None:
    begin(stage, pause="Return")
    stage.press(KEY.Key_Q, CTRL)

    stage.press(KEY.Key_Return)

    assert not stage.window.question.is_asking
    assert stage.phase() is Phase.RUNNING


def test_return_on_pain_stop_stops_whatever_else_it_is_for(stage: Stage) -> None:
    begin(stage, skip="Return")
    stage.pain.setFocus()

    stage.press(KEY.Key_Return)

    assert stage.is_stopped


def test_outside_a_session_they_keep_their_meaning(stage: Stage) -> None:
    stage.preferences.change_clicker(ClickerKeys(pause="Return", skip="Down", stop="Right"))
    strip = stage.start_page.parts.strip
    assert strip is not None
    strip.tiles[0].setFocus()
    stage.press(KEY.Key_Right)
    assert focus() is strip.tiles[1]
    stage.actions["about"].trigger()
    stage.press(KEY.Key_Return)
    assert stage.page() is stage.start_page

    stage.start()
    stage.advance(1_000)
    stage.press(KEY.Key_E, CTRL)
    closing = stage.closing_page
    assert stage.page() is closing
    stage.press(KEY.Key_Right)

    assert stage.page() is closing, "an arrow moves about there"


def test_a_button_of_the_bar_shows_the_key_that_is_left(stage: Stage) -> None:
    begin(stage, stop="Left", pause="Right")
    bar = stage.session_page.bar

    assert bar.back.accessibleDescription() == "media previous"
    assert bar.skip.accessibleDescription() == "Page Down"
    stage.preferences.change_clicker(ClickerKeys())
    assert (bar.back.accessibleDescription(), bar.skip.accessibleDescription()) == ("←", "→")


def test_the_page_of_the_clicker_gives_them(stage: Stage, qtbot: QtBot) -> None:
    page = give(stage, Use.STOP, KEY.Key_Down)

    assert stage.preferences.now.clicker == ClickerKeys(stop="Down")
    assert page.state.text() == stage.news
    assert stage.news.startswith("Down is now for “Pain — stop”.")
    assert stage.news.endswith("elsewhere it does what it always does.")
    assert page.meaning.text() == "In a session it does now: Pain — stop."
    qtbot.waitUntil(lambda: not page.listener.listens)


def test_a_remote_that_sends_f5_and_esc_in_turn_is_told_what_esc_does(stage: Stage) -> None:
    page = listening(stage)
    stage.press(KEY.Key_F5)
    assert page.sent.text() == "Your clicker sent: F5"

    stage.press(KEY.Key_Escape)

    assert (
        page.state.text()
        == stage.news
        == "Esc was heard. In a session it always stops for pain. Not listening any more."
    )
    assert page.gives[Use.SKIP].text() == "Use F5"
