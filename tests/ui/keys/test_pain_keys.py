"""Every key that stops for pain does so everywhere: with a menu open, in a dialog, behind a question."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QLineEdit, QMenu, QVBoxLayout

from coach.core.events import Phase
from tests.ui.keys.strokes import (
    GO,
    PAIN,
    PAIN_BY_FILTER,
    PAIN_TOO,
    Stroke,
    put_focus,
    strokes_at,
)
from tests.ui.stage import KEY, Stage, focus

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

pytestmark = pytest.mark.every_case

# Pain — stop


@pytest.mark.parametrize("place", PAIN_TOO)
def test_stops_for_pain_everywhere(running: Stage, place: str) -> None:
    for number, stroke in enumerate(strokes_at(PAIN, place)):
        if number:
            running.go_on_after_stop()
        put_focus(running, place)

        stroke.on(running)

        assert running.is_stopped, stroke
        assert not running.window.question.isVisible()


@pytest.mark.parametrize("stroke", PAIN, ids=str)
def test_stops_for_pain_with_a_menu_open(running: Stage, menu: QMenu, stroke: Stroke) -> None:
    stroke.on(running)

    assert running.is_stopped
    assert not menu.isVisible()


def test_a_menu_opened_with_its_letter_is_closed_by_the_stop(running: Stage, qtbot: QtBot) -> None:
    running.press(KEY.Key_V, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)

    running.press(KEY.Key_Escape)

    assert running.is_stopped
    assert QApplication.activePopupWidget() is None


def test_arrow_keys_stay_the_menus_own(running: Stage, menu: QMenu) -> None:
    running.press(KEY.Key_Down)
    running.press(KEY.Key_Right)

    assert menu.activeAction() is not None or not menu.isVisible()
    assert running.shot.index == 1


@pytest.fixture(name="dialog")
def _dialog(running: Stage) -> Iterator[QDialog]:
    """Return a dialog that somebody else made: a field and a combo box. Not open yet."""
    dialog = QDialog(running.window)
    column = QVBoxLayout(dialog)
    column.addWidget(QLineEdit())
    combo = QComboBox()
    combo.addItems(["one", "two", "three"])
    column.addWidget(combo)
    dialog.setModal(True)
    yield dialog
    dialog.close()


def _part(dialog: QDialog, kind: type[QLineEdit | QComboBox]) -> QLineEdit | QComboBox:
    found = dialog.findChild(kind)
    assert isinstance(found, QLineEdit | QComboBox)
    return found


def _open(dialog: QDialog, qtbot: QtBot) -> None:
    dialog.open()
    qtbot.waitUntil(dialog.isActiveWindow)


@pytest.mark.parametrize("stroke", PAIN_BY_FILTER, ids=str)
def test_stops_for_pain_with_a_modal_dialog_open(running: Stage, dialog: QDialog, qtbot: QtBot, stroke: Stroke) -> None:
    _open(dialog, qtbot)
    _part(dialog, QComboBox).setFocus()

    stroke.on(running)

    assert running.is_stopped


def test_escape_stops_for_pain_inside_exec_of_a_dialog(running: Stage, dialog: QDialog) -> None:
    stopped: list[bool] = []

    def press() -> None:
        running.press(KEY.Key_Escape)
        stopped.append(running.is_stopped)
        dialog.done(7)

    def look() -> None:
        if dialog.isActiveWindow():
            waiting.stop()
            press()

    waiting = QTimer(dialog)
    waiting.timeout.connect(look)
    waiting.start(1)
    result = dialog.exec()

    assert stopped == [True]
    assert result == 7, "the key closed the dialog as well"


@pytest.mark.parametrize("stroke", GO, ids=str)
def test_pauses_and_resumes_with_a_modal_dialog_open(
    running: Stage, dialog: QDialog, qtbot: QtBot, stroke: Stroke
) -> None:
    _open(dialog, qtbot)
    _part(dialog, QComboBox).setFocus()

    stroke.on(running)
    assert running.phase() is Phase.PAUSED
    stroke.on(running)

    assert running.phase() is Phase.RUNNING
    assert QApplication.activePopupWidget() is None, "the combo box opened as well"


@pytest.mark.parametrize("stroke", PAIN, ids=str)
def test_stops_for_pain_with_a_combo_box_open(running: Stage, dialog: QDialog, qtbot: QtBot, stroke: Stroke) -> None:
    _open(dialog, qtbot)
    combo = _part(dialog, QComboBox)
    assert isinstance(combo, QComboBox)
    combo.showPopup()
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)

    stroke.on(running)

    assert running.is_stopped
    assert QApplication.activePopupWidget() is None


def test_escape_stops_for_pain_while_typing_in_a_dialog(running: Stage, dialog: QDialog, qtbot: QtBot) -> None:
    _open(dialog, qtbot)
    field = _part(dialog, QLineEdit)
    field.setFocus()
    assert focus() is field

    running.press(KEY.Key_Escape)

    assert running.is_stopped


def test_escape_stops_for_pain_while_typing_in_the_window(running: Stage) -> None:
    field = QLineEdit(running.window)
    field.show()
    field.setFocus()
    assert focus() is field

    running.press(KEY.Key_Escape)

    assert running.is_stopped


@pytest.mark.parametrize("modal", [True, False], ids=["in a dialog", "in the window"])
def test_what_is_typed_in_a_field_is_text(running: Stage, dialog: QDialog, qtbot: QtBot, *, modal: bool) -> None:
    if modal:
        _open(dialog, qtbot)
        field = _part(dialog, QLineEdit)
    else:
        field = QLineEdit(running.window)
        field.show()
    assert isinstance(field, QLineEdit)
    field.setFocus()
    assert focus() is field

    QTest.keyClicks(field, "sb. +e?")
    running.press(KEY.Key_Left)

    assert field.text() == "sb. +e?"
    assert field.cursorPosition() == len("sb. +e?") - 1
    assert (running.phase(), running.shot.index, running.shot.duration_ms) == (Phase.RUNNING, 1, 10_000)
    assert running.page() is running.session_page
