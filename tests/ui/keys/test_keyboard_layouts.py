"""Keyboards with other letters: where no action has the character, the place of the key counts, as on a US keyboard."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QMenu, QVBoxLayout

from coach.core.clicker import Use
from tests.ui.settings.test_clicker_page import give, listening
from tests.ui.stage import KEY, NONE, Stage, focus

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

FIRST = 0 if sys.platform == "win32" else 8
PLACES = {
    "S": 31, "B": 48, ".": 52, "M": 50, "E": 18, "R": 19, "T": 20, "=": 13, "/": 53, "Q": 16, "D": 32,
}  # fmt: skip
STOPS = {
    "French": (".", ":"),
    "Russian": ("S", "Ы"),
    "Russian remote": ("B", "И"),
    "Russian full stop": (".", "Ю"),
    "Greek": ("S", "Σ"),
    "Hebrew": ("B", "נ"),
    "Arabic": ("S", "س"),
    "Arabic remote": ("B", "ﻻ"),
    "Turkish": (".", "Ç"),
    "Dvorak": ("S", "O"),
    "Dvorak remote": ("B", "X"),
}


def press_place(stage: Stage, place: str, sign: str, modifiers: Qt.KeyboardModifier = NONE) -> None:
    """Press the key that lies where `place` is on a US keyboard, on a layout that has `sign` there."""
    stage.lift_hand()
    receiver = QApplication.activePopupWidget() or QApplication.focusWidget() or QApplication.activeWindow()
    assert receiver is not None
    text = sign.lower() if modifiers == NONE else sign
    code = PLACES[place] + FIRST
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(receiver, QKeyEvent(kind, ord(sign), modifiers, code, 0, 0, text))


@pytest.fixture(name="field")
def _field(running: Stage) -> Iterator[QLineEdit]:
    dialog = QDialog(running.window)
    field = QLineEdit()
    QVBoxLayout(dialog).addWidget(field)
    dialog.setModal(True)
    yield field
    dialog.close()


def _page(stage: Stage, _field: QLineEdit, _qtbot: QtBot) -> None:
    assert focus() is stage.go


def _menu(stage: Stage, _field: QLineEdit, _qtbot: QtBot) -> None:
    menu = stage.window.menuBar().actions()[0].menu()
    assert isinstance(menu, QMenu)
    menu.popup(stage.window.mapToGlobal(stage.window.rect().center()))


def _dialog(_stage: Stage, field: QLineEdit, qtbot: QtBot) -> None:
    dialog = field.window()
    assert isinstance(dialog, QDialog)
    dialog.open()
    qtbot.waitUntil(dialog.isActiveWindow)
    dialog.setFocus()


def _settings(stage: Stage, _field: QLineEdit, _qtbot: QtBot) -> None:
    stage.actions["settings"].trigger()


@pytest.mark.every_case
@pytest.mark.parametrize("where", [_page, _menu, _dialog, _settings])
def test_stops_for_pain(
    running: Stage, field: QLineEdit, qtbot: QtBot, where: Callable[[Stage, QLineEdit, QtBot], None]
) -> None:
    for keyboard, key in STOPS.items():
        if running.is_stopped:
            running.go_on_after_stop()
        where(running, field, qtbot)

        press_place(running, *key)

        assert running.is_stopped, keyboard
        field.window().close()


def test_with_shift_or_caps_lock_too(running: Stage) -> None:
    press_place(running, "B", "И", Qt.KeyboardModifier.ShiftModifier)

    assert running.is_stopped


@pytest.mark.parametrize("held", ["ControlModifier", "AltModifier", "MetaModifier"])
def test_keys_with_modifiers_are_as_before(running: Stage, held: str) -> None:
    press_place(running, "S", "Ы", Qt.KeyboardModifier[held])

    assert running.phase().is_live
    assert not running.is_stopped


def test_the_other_letters_do_what_they_do_on_a_us_keyboard(running: Stage) -> None:
    running.skip_to(2)
    easier = running.session_page.easier
    before = easier.text()
    press_place(running, "E", "У")
    assert easier.text() != before or easier.isChecked()

    press_place(running, "=", "Ъ")
    assert running.shot.duration_ms == running.shot.block.duration_ms + 15_000


def test_a_character_that_is_an_actions_own_wins(running: Stage) -> None:
    """On a Dvorak keyboard the full stop lies where a US one has E."""
    running.skip_to(2)
    press_place(running, "E", ".")

    assert running.is_stopped


def test_what_is_typed_in_a_field_is_text(running: Stage, field: QLineEdit, qtbot: QtBot) -> None:
    _dialog(running, field, qtbot)
    field.setFocus()

    for place, sign in (("S", "Ы"), ("B", "И"), (".", "Ю")):
        press_place(running, place, sign)

    assert field.text() == "ыию"
    assert running.phase().is_live


def test_media_stop_stops_while_somebody_types(running: Stage, field: QLineEdit, qtbot: QtBot) -> None:
    _dialog(running, field, qtbot)
    field.setFocus()

    running.press(KEY.Key_MediaStop)

    assert running.is_stopped


def test_on_the_closing_page_it_counts_too(running: Stage) -> None:
    running.press(KEY.Key_E, Qt.KeyboardModifier.ControlModifier)
    assert running.page() is running.closing_page

    press_place(running, "B", "И")

    assert running.page() is running.stopped_page


def test_before_a_session_a_stop_does_nothing_and_the_list_of_keys_comes(stage: Stage) -> None:
    start = stage.page()
    press_place(stage, "B", "И")
    assert stage.page() is start

    press_place(stage, "/", ",", Qt.KeyboardModifier.ShiftModifier)

    assert stage.page() is not start


def test_a_live_session_asks_no_input_method(running: Stage) -> None:
    """An input method, or half a Compose sequence, would keep keys to itself."""
    widgets: list[QWidget] = [running.session_page, running.window, running.session_page.bar]
    widgets += [*running.session_page.bar.findChildren(type(running.go)), running.window.sidebar.exercises]

    assert not any(each.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled) for each in widgets)


# The clicker


def test_the_page_of_the_clicker_tells_what_a_remote_does_on_another_keyboard(stage: Stage) -> None:
    page = listening(stage)

    press_place(stage, "B", "И")

    assert page.sent.text() == "Your clicker sent: И"
    assert page.meaning.text() == "Now it does: Pain — stop."


def test_a_key_of_ones_own_wins_over_its_place(stage: Stage) -> None:
    page = give(stage, Use.STOP, KEY.Key_N)
    assert page.uses[Use.STOP].accessibleDescription() == "N"
    stage.press(KEY.Key_Escape)
    stage.start()
    stage.advance(1_000)
    press_place(stage, "B", "И")
    assert not stage.is_stopped, "B is no stop any more"

    press_place(stage, "S", "Ы")

    assert stage.is_stopped
