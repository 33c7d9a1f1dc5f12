"""The page of the clicker, with real keys: what it shows, what it changes, and what it must never swallow."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QScrollArea

from coach.core.clicker import USUAL, ClickerKeys, Use
from coach.core.events import Phase
from coach.store import settings
from coach.ui.help.keys_page import KeysPage
from coach.ui.settings.clicker_page import ClickerPage
from coach.ui.settings.settings_page import SettingsPage
from tests.ui.stage import CTRL, KEY, NONE, Stage, focus

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from tests.ui.conftest import Opener

SHIFT = Qt.KeyboardModifier.ShiftModifier


def opened(stage: Stage) -> ClickerPage:
    """Open the page from the menu."""
    stage.actions["clicker"].trigger()
    page = stage.page()
    assert isinstance(page, ClickerPage)
    return page


def by_key(stage: Stage, button: QWidget) -> None:
    """Press a button as somebody does who has only the keyboard."""
    for _ in range(40):
        if focus() is button:
            break
        stage.press(KEY.Key_Tab)
    assert focus() is button
    stage.press(KEY.Key_Return)


def listening(stage: Stage) -> ClickerPage:
    page = opened(stage)
    by_key(stage, page.listen)
    assert page.listener.listens
    return page


def give(stage: Stage, use: Use, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> ClickerPage:
    page = stage.page()
    if not isinstance(page, ClickerPage):
        page = opened(stage)
    by_key(stage, page.uses[use])
    stage.press(key, modifiers)
    return page


# What a button sends


def test_opens_from_the_settings_and_from_the_help_menu(stage: Stage) -> None:
    stage.press(KEY.Key_Comma, CTRL)
    page = stage.page()
    assert isinstance(page, SettingsPage)
    page.show_pane(page.keys)
    by_key(stage, page.keys.clicker)
    assert isinstance(stage.page(), ClickerPage)

    menu = stage.window.menuBar().actions()[2].menu()
    assert isinstance(menu, QMenu)
    assert "Clicker and pedal" in [action.text() for action in menu.actions()]


@pytest.mark.parametrize(
    ("key", "modifiers", "sent", "meaning"),
    [
        (KEY.Key_PageDown, NONE, "Page Down", "Now it does: Skip this step."),
        (KEY.Key_PageUp, NONE, "Page Up", "Now it does: Start, pause, resume, I am ready."),
        (KEY.Key_B, NONE, "B", "Now it does: Pain — stop."),
        (KEY.Key_Period, NONE, "full stop", "Now it does: Pain — stop."),
        (KEY.Key_F6, NONE, "F6", "It does nothing in coach now."),
        (KEY.Key_F6, SHIFT, "Shift+F6", "It does nothing in coach now."),
        (KEY.Key_F1, NONE, "F1", "Now it does: All keys."),
        (KEY.Key_VolumeUp, NONE, "Volume Up", "It does nothing in coach now."),
        (KEY.Key_Enter, NONE, "Enter", "coach needs Enter to move about, to answer and to press buttons."),
        (KEY.Key_Return, NONE, "Return", "It does nothing in a session now."),
        (KEY.Key_Right, NONE, "→", "In a session it does now: Skip this step."),
        (KEY.Key_Space, NONE, "Space", "Space always starts, pauses and goes on. That stays as it is."),
        (KEY.Key_S, NONE, "S", "S always stops for pain. That stays as it is."),
        (KEY.Key_Q, CTRL, "Ctrl+Q", "Keys with Ctrl, Alt or Meta belong to the menus and to the desktop."),
        (KEY.Key_E, NONE, "E", "E is the only key for “Easier version”. That stays as it is."),
    ],
    ids=lambda value: str(value) if isinstance(value, str) and " " not in value else "",
)
def test_shows_what_a_button_sends_and_does_nothing_else(
    stage: Stage, key: Qt.Key, modifiers: Qt.KeyboardModifier, sent: str, meaning: str
) -> None:
    page = listening(stage)

    stage.press(key, modifiers)

    assert (page.sent.text(), page.meaning.text()) == (f"Your clicker sent: {sent}", meaning)
    assert page.sent.isVisible()
    assert stage.news == f"Your clicker sent: {sent}. {meaning}"
    assert stage.page() is page, "the key did its usual thing as well"
    assert stage.window.isVisible()
    assert page.listener.listens
    assert focus() is page.listen
    assert stage.preferences.now.clicker == USUAL


def test_a_key_held_down_is_heard_once_and_one_that_is_only_held_not_at_all(stage: Stage) -> None:
    page = listening(stage)
    heard: list[str] = []
    page.listener.heard.connect(lambda key, _place: heard.append(key))

    for number in range(5):
        QTest.simulateEvent(page.listen, True, KEY.Key_PageDown.value, NONE, "", number > 0)  # noqa: FBT003
    stage.press(KEY.Key_Shift)
    stage.press(KEY.Key_Control)

    assert heard == ["PgDown"]


def test_escape_leaves_listening_first_and_then_the_page(stage: Stage) -> None:
    page = listening(stage)

    stage.press(KEY.Key_Escape)
    assert not page.listener.listens
    assert stage.page() is page
    assert stage.news == "Esc was heard. In a session it always stops for pain. Not listening any more."
    stage.press(KEY.Key_Escape)

    assert stage.page() is stage.start_page


@pytest.mark.parametrize("key", [KEY.Key_Tab, KEY.Key_Backtab], ids=lambda key: key.name)
def test_tab_moves_on_and_is_told_not_heard(stage: Stage, key: Qt.Key) -> None:
    page = listening(stage)
    before = focus()

    stage.press(key, SHIFT if key == KEY.Key_Backtab else NONE)

    assert focus() is not before
    assert not page.listener.listens
    assert stage.news == "Tab moves on. Not listening any more."
    assert not page.sent.isVisible()


def test_the_button_says_what_it_will_do_next(stage: Stage) -> None:
    page = opened(stage)
    assert page.listen.text() == "Listen"

    stage.click(page.listen)
    assert page.listen.text() == "Stop listening"
    stage.click(page.listen)

    assert page.listen.text() == "Listen"
    assert not page.listener.listens


def test_keys_go_to_a_menu_that_is_opened_with_the_mouse(stage: Stage) -> None:
    page = listening(stage)
    menu = stage.window.menuBar().actions()[0].menu()
    assert isinstance(menu, QMenu)
    menu.popup(stage.window.mapToGlobal(stage.window.rect().center()))

    stage.press(KEY.Key_Down)
    stage.press(KEY.Key_Escape)

    assert not menu.isVisible()
    assert page.listener.listens
    assert not page.sent.isVisible()


# What it is for


def test_press_pause_and_then_the_button(stage: Stage, qtbot: QtBot) -> None:
    page = give(stage, Use.PAUSE, KEY.Key_F6)

    assert stage.preferences.now.clicker == ClickerKeys(pause="F6")
    assert stage.news == "F6 is now for “Pause, go on”."
    assert page.state.text() == stage.news
    assert page.uses[Use.PAUSE].accessibleDescription() == "F6"
    assert page.meaning.text() == "Now it does: Start, pause, resume, I am ready."
    assert not page.listener.listens
    assert focus() is page.uses[Use.PAUSE]
    qtbot.waitUntil(lambda: settings.load(stage.data).settings.clicker_pause == "F6")


def test_or_hear_it_first_and_then_choose(stage: Stage) -> None:
    page = listening(stage)
    assert not page.gives[Use.STOP].isVisible()
    stage.press(KEY.Key_F6, SHIFT)
    assert page.gives[Use.STOP].text() == "Use Shift+F6"
    assert page.gives[Use.STOP].accessibleName() == "Use Shift+F6 for “Pain — stop”"

    stage.press(KEY.Key_Escape)
    by_key(stage, page.gives[Use.STOP])

    assert stage.preferences.now.clicker == ClickerKeys(stop="Shift+F6")
    assert page.meaning.text() == "Now it does: Pain — stop."


def test_a_key_of_another_use_is_exchanged_and_both_are_told(stage: Stage) -> None:
    page = give(stage, Use.PAUSE, KEY.Key_PageDown)

    assert stage.preferences.now.clicker == ClickerKeys("PgDown", "PgUp", "B")
    assert stage.news == "Page Down is now for “Pause, go on”. Page Up is now for “Skip this step”."
    assert page.uses[Use.SKIP].accessibleDescription() == "Page Up"


def test_a_key_that_does_it_already_changes_nothing(stage: Stage) -> None:
    give(stage, Use.STOP, KEY.Key_Period)

    assert stage.preferences.now.clicker == USUAL
    assert stage.news == "It does that already: Pain — stop."


def test_a_key_that_cannot_be_had_is_refused_and_it_goes_on_listening(stage: Stage) -> None:
    page = give(stage, Use.SKIP, KEY.Key_Enter)

    assert stage.preferences.now.clicker == USUAL
    assert stage.news.endswith("coach needs Enter to move about, to answer and to press buttons.")
    assert not page.gives[Use.SKIP].isVisible()
    stage.press(KEY.Key_F6)

    assert stage.preferences.now.clicker == ClickerKeys(skip="F6")


def test_all_back_to_the_usual(stage: Stage) -> None:
    give(stage, Use.PAUSE, KEY.Key_F6)
    page = give(stage, Use.STOP, KEY.Key_F7)

    by_key(stage, page.usual)

    assert stage.preferences.now.clicker == USUAL
    assert stage.news == "The usual keys are back."
    assert [page.uses[use].accessibleDescription() for use in Use] == ["Page Up", "Page Down", "B"]


def test_what_is_told_is_in_sight_when_a_button_far_below_was_pressed(open_program: Opener) -> None:
    stage = open_program(text_scale=1.5)
    stage.window.resize(700, 480)
    page = opened(stage)

    by_key(stage, page.uses[Use.STOP])

    area = page.findChild(QScrollArea)
    assert area is not None
    port = area.viewport()
    assert port.rect().contains(port.mapFromGlobal(page.state.mapToGlobal(page.state.rect().center())))


# In a session


def _settle(stage: Stage, key: Qt.Key, use: Use) -> None:
    give(stage, use, key)
    stage.press(KEY.Key_Escape)
    stage.start()
    stage.advance(1_000)


def test_a_button_of_ones_own_pauses_goes_on_and_the_usual_one_does_not(stage: Stage) -> None:
    _settle(stage, KEY.Key_F6, Use.PAUSE)

    stage.press(KEY.Key_F6)
    assert stage.phase() is Phase.PAUSED
    stage.press(KEY.Key_PageUp)
    assert stage.phase() is Phase.PAUSED
    stage.press(KEY.Key_F6)

    assert stage.phase() is Phase.RUNNING


def test_a_button_of_ones_own_skips(stage: Stage) -> None:
    _settle(stage, KEY.Key_VolumeUp, Use.SKIP)

    stage.press(KEY.Key_PageDown)
    assert stage.shot.index == 1
    stage.press(KEY.Key_VolumeUp)

    assert stage.shot.index == 2


@pytest.mark.every_case
@pytest.mark.parametrize("key", [KEY.Key_F6, KEY.Key_Escape, KEY.Key_S], ids=lambda key: key.name)
@pytest.mark.parametrize("place", ["page", "menu", "dialog", "settings", "keys"])
def test_a_button_of_ones_own_stops_for_pain_everywhere_and_so_do_the_fixed_keys(
    stage: Stage, qtbot: QtBot, key: Qt.Key, place: str
) -> None:
    _settle(stage, KEY.Key_F6, Use.STOP)
    dialog = QDialog(stage.window)
    dialog.setModal(True)
    if place == "menu":
        menu = stage.window.menuBar().actions()[0].menu()
        assert isinstance(menu, QMenu)
        menu.popup(stage.window.mapToGlobal(stage.window.rect().center()))
    elif place == "dialog":
        dialog.open()
        qtbot.waitUntil(dialog.isActiveWindow)
    elif place != "page":
        stage.actions[place].trigger()

    stage.press(KEY.Key_B)
    assert stage.phase() is Phase.RUNNING
    stage.press(key)

    assert stage.is_stopped
    assert QApplication.activePopupWidget() is None
    dialog.close()


def test_the_page_of_all_keys_follows(stage: Stage) -> None:
    _settle(stage, KEY.Key_F6, Use.STOP)

    stage.press(KEY.Key_F1)

    assert isinstance(stage.page(), KeysPage)
    assert "Pain — stop: Esc or S or F6 or media stop" in stage.texts(stage.page())


def test_the_keys_are_there_after_a_restart(open_program: Opener, qtbot: QtBot) -> None:
    first = open_program()
    give(first, Use.STOP, KEY.Key_F6)
    wanted = first.preferences.now
    qtbot.waitUntil(lambda: settings.load(first.data).settings == wanted)
    first.window.force_close()
    first.recorder.stop()

    second = open_program()
    second.start()
    second.press(KEY.Key_F6)

    assert second.is_stopped


def test_the_page_is_not_there_in_a_session(running: Stage) -> None:
    action = running.actions["clicker"]
    assert not action.isEnabled()
    action.trigger()
    assert running.page() is running.session_page

    running.press(KEY.Key_Comma, CTRL)
    page = running.page()
    assert isinstance(page, SettingsPage)
    assert not page.keys.clicker.isEnabled()
    assert page.keys.clicker.text() == "Clicker and pedal: after the session"
    running.press(KEY.Key_B)

    assert running.is_stopped


def test_starting_while_the_page_listens_ends_the_listening(stage: Stage) -> None:
    page = listening(stage)
    stage.press(KEY.Key_PageDown)

    stage.click(stage.start_page.start)
    stage.pass_check()
    assert stage.phase() is Phase.RUNNING
    assert not page.listener.listens
    stage.press(KEY.Key_B)

    assert stage.is_stopped


def test_a_page_that_gives_way_to_another_listens_no_more(stage: Stage) -> None:
    page = listening(stage)

    stage.actions["about"].trigger()
    assert not page.listener.listens
    stage.press(KEY.Key_F1)

    assert isinstance(stage.page(), KeysPage)


def test_the_picture_lights_the_button_that_is_listened_for(stage: Stage) -> None:
    page = opened(stage)
    assert page.picture.lit is None

    for use in Use:
        stage.click(page.uses[use])
        assert page.picture.lit is use
    stage.press(KEY.Key_Escape)
    assert page.picture.lit is None


def test_each_button_of_the_picture_stands_beside_its_row(stage: Stage) -> None:
    page = opened(stage)
    QApplication.processEvents()
    for use, middle in zip(Use, page.choices.heights(), strict=True):
        change = page.uses[use]
        at = page.picture.mapTo(page, QPoint(0, middle)).y()
        assert abs(at - change.mapTo(page, change.rect().center()).y()) <= 2
        assert page.caps[use].text()


def test_the_caps_show_the_keys_that_are_given(stage: Stage) -> None:
    page = opened(stage)
    assert [page.caps[use].text() for use in Use] == ["Page Up", "Page Down", "B"]

    give(stage, Use.SKIP, KEY.Key_F6)

    assert page.caps[Use.SKIP].text() == "F6"
