"""Every key of a session, wherever the focus is and whatever is open. The keys go the way real ones go."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QLineEdit, QMenu, QVBoxLayout

from coach.core.events import Outcome, Phase
from coach.ui.help.about_page import AboutPage
from coach.ui.help.keys_page import KeysPage
from tests.ui.stage import CTRL, KEY, NONE, Stage, focus

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

SHIFT = Qt.KeyboardModifier.ShiftModifier
KEYPAD = Qt.KeyboardModifier.KeypadModifier


@dataclass(frozen=True)
class Stroke:
    """A key with its modifiers."""

    key: Qt.Key
    modifiers: Qt.KeyboardModifier = NONE

    def __str__(self) -> str:
        return f"{self.modifiers.name}+{self.key.name}" if self.modifiers != NONE else self.key.name

    def on(self, stage: Stage) -> None:
        """Press it."""
        stage.press(self.key, self.modifiers)


GO = [
    Stroke(KEY.Key_Space),
    Stroke(KEY.Key_PageUp),
    Stroke(KEY.Key_MediaPlay),
    Stroke(KEY.Key_MediaTogglePlayPause),
]
SKIP = [Stroke(KEY.Key_Right), Stroke(KEY.Key_PageDown), Stroke(KEY.Key_MediaNext)]
BACK = [Stroke(KEY.Key_Left), Stroke(KEY.Key_MediaPrevious)]
# The keypad has a plus of its own; where + needs Shift, the window system tells Qt (not offscreen).
MORE = [Stroke(KEY.Key_Plus), Stroke(KEY.Key_Plus, KEYPAD), Stroke(KEY.Key_Equal)]
PAIN = [
    Stroke(KEY.Key_Escape),
    Stroke(KEY.Key_S),
    Stroke(KEY.Key_B),
    Stroke(KEY.Key_Period),
    Stroke(KEY.Key_Period, KEYPAD),
    Stroke(KEY.Key_MediaStop),
]
# On a French keyboard the full stop is Shift and ;. Where Qt's own shortcuts do not fire, that must be known here.
PAIN_BY_FILTER = [*PAIN, Stroke(KEY.Key_Period, SHIFT)]
HELP = [Stroke(KEY.Key_F1), Stroke(KEY.Key_Question)]


# Where the focus can be


def _question(stage: Stage) -> None:
    stage.press(KEY.Key_Q, CTRL)
    assert stage.window.question.is_asking


def _yes(stage: Stage) -> QWidget:
    _question(stage)
    return stage.window.question.yes


def _no(stage: Stage) -> QWidget:
    _question(stage)
    return stage.window.question.no


def _keys_page(stage: Stage) -> QWidget:
    stage.press(KEY.Key_F1)
    page = stage.page()
    assert isinstance(page, KeysPage)
    return page.close_button


def _about_page(stage: Stage) -> QWidget:
    stage.actions["about"].trigger()
    page = stage.page()
    assert isinstance(page, AboutPage)
    return page.close_button


PLACES: dict[str, Callable[[Stage], QWidget]] = {
    "back": lambda stage: stage.session_page.bar.back,
    "pause": lambda stage: stage.go,
    "skip": lambda stage: stage.session_page.bar.skip,
    "list": lambda stage: stage.window.sidebar.exercises,
    "+15 s": lambda stage: stage.session_page.more,
    "easier version": lambda stage: stage.session_page.easier,
    "yes of a question": _yes,
    "no of a question": _no,
    "close of the keys page": _keys_page,
    "close of the about page": _about_page,
}
PAIN_TOO: dict[str, Callable[[Stage], QWidget]] = {**PLACES, "pain": lambda stage: stage.pain}
FEW = ["pause", "list", "+15 s", "close of the keys page"]


def _there(strokes: list[Stroke], place: str) -> list[Stroke]:
    """Return the keys to press at a place: all of them at a few, since they all come the same way as the first."""
    return strokes if place in FEW else strokes[:1]


def _focus(stage: Stage, place: str) -> None:
    widget = PAIN_TOO[place](stage)
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    assert focus() is widget, f"{place} does not take the focus"


# Space and its like


@pytest.mark.parametrize("place", PLACES)
def test_pauses_and_resumes_everywhere(running: Stage, place: str) -> None:
    _focus(running, place)
    page, asking, focused = running.page(), running.window.question.is_asking, focus()
    assert focused is not None

    for stroke in _there(GO, place):
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


@pytest.mark.parametrize("key", [KEY.Key_Space, KEY.Key_Return, KEY.Key_Enter], ids=lambda key: key.name)
@pytest.mark.parametrize("paused", [False, True], ids=["running", "paused"])
def test_on_pain_stop_space_and_enter_stop(running: Stage, key: Qt.Key, *, paused: bool) -> None:
    if paused:
        running.press(KEY.Key_Space)
        assert running.phase() is Phase.PAUSED
    _focus(running, "pain")

    running.press(key)

    assert running.is_stopped


def test_a_key_held_down_toggles_once(running: Stage) -> None:
    window = running.window
    for place in ("pause", "list", "+15 s"):
        _focus(running, place)
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
        _focus(stage, place)
        stage.press(KEY.Key_Space)
        assert stage.shot.index == index + 1
        while not stage.shot.waiting:
            stage.press(KEY.Key_Right)


def _wait_for_me(stage: Stage) -> None:
    stage.wait_for_me()


# The other keys


@pytest.mark.parametrize("place", FEW)
def test_skips_the_step(running: Stage, place: str) -> None:
    _focus(running, place)

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
    _focus(running, place)

    for block, stroke in zip((4, 3), BACK, strict=True):
        running.advance(3_000)
        stroke.on(running)
        assert (running.shot.index, running.shot.spent_ms) == (block, 0), f"{stroke}: back to the start of this block"
        running.advance(2_999)
        stroke.on(running)

        assert (running.shot.index, running.shot.spent_ms) == (block - 1, 0), f"{stroke}: within 3 s, one block more"


@pytest.mark.parametrize("place", FEW)
def test_skips_the_exercise(running: Stage, place: str) -> None:
    _focus(running, place)

    running.press(KEY.Key_Right, CTRL)

    assert running.shot.index == 3
    assert running.shot.outcomes[2] is Outcome.SKIPPED


@pytest.mark.parametrize("place", FEW)
def test_adds_15_seconds(running: Stage, place: str) -> None:
    _focus(running, place)

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


# Pain — stop


@pytest.mark.parametrize("place", PAIN_TOO)
def test_stops_for_pain_everywhere(running: Stage, place: str) -> None:
    for number, stroke in enumerate(_there(PAIN, place)):
        if number:
            running.go_on_after_stop()
        _focus(running, place)

        stroke.on(running)

        assert running.is_stopped, stroke
        assert not running.window.question.isVisible()


@pytest.fixture(name="menu")
def _menu(running: Stage) -> Iterator[QMenu]:
    """Return the menu Session, open."""
    menu = running.window.menuBar().actions()[0].menu()
    assert isinstance(menu, QMenu)
    menu.popup(running.window.mapToGlobal(running.window.rect().center()))
    assert QApplication.activePopupWidget() is menu
    yield menu
    menu.close()


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


# The mouse


def test_pain_stop_acts_on_the_press(running: Stage) -> None:
    button = running.pain

    QTest.mousePress(button, Qt.MouseButton.LeftButton, NONE, button.rect().center())

    assert running.is_stopped


def test_other_buttons_act_on_the_release(running: Stage) -> None:
    button = running.go

    QTest.mousePress(button, Qt.MouseButton.LeftButton, NONE, button.rect().center())
    assert running.phase() is Phase.RUNNING
    QTest.mouseRelease(button, Qt.MouseButton.LeftButton, NONE, button.rect().center())

    assert running.phase() is Phase.PAUSED


def test_pain_stop_can_be_clicked_while_a_menu_is_open(running: Stage, menu: QMenu) -> None:
    running.click_at(running.pain.mapToGlobal(running.pain.rect().center()), menu)

    assert running.is_stopped
    assert not menu.isVisible()


def test_a_click_beside_pain_stop_while_a_menu_is_open_only_closes_the_menu(running: Stage, menu: QMenu) -> None:
    place = running.pain.mapToGlobal(running.pain.rect().topRight())
    place.setY(place.y() - 40)
    assert not menu.geometry().contains(place)

    running.click_at(place, menu)

    assert running.phase() is Phase.RUNNING
    assert not menu.isVisible()


@pytest.mark.parametrize("start_of", ["+15 s", "easier version"])
def test_the_buttons_of_the_page_can_be_clicked(running: Stage, start_of: str) -> None:
    button = PLACES[start_of](running)
    running.click(button)

    if start_of == "+15 s":
        assert running.shot.duration_ms == 25_000
    else:
        assert running.session_page.easier.isChecked()


# Outside a session


def test_keys_of_the_session_do_nothing_before_it(stage: Stage) -> None:
    for stroke in (*SKIP, *BACK, *MORE, *PAIN):
        stroke.on(stage)

        assert stage.phase() is Phase.READY, stroke
        assert stage.page() is stage.start_page, stroke
        assert stage.window.isVisible(), stroke
