"""Where the keyboard is while a session runs: the window fetches it at the start, and tells when it is gone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMenu

from coach.core.events import Phase
from coach.ui.shell.focus_watch import GRACE_MS
from tests.ui.stage import CTRL, KEY, Stage
from tests.waiting import wait_ms

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QRect
    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from tests.ui.conftest import Opener

WORDS = "Another window has the keyboard. Click here, or use the media keys."


class Ears:
    """Hears what the watch tells, in order."""

    def __init__(self, stage: Stage) -> None:
        self.heard: list[str] = []
        watch = stage.focus_watch
        watch.focus_lost.connect(lambda: self.heard.append("lost"))
        watch.focus_back.connect(lambda: self.heard.append("back"))


def go_elsewhere(stage: Stage, qtbot: QtBot) -> None:
    """Take the focus from the program: without a desktop, nobody gets it when the window that has it goes.

    Nobody tells either, so that it is seen at the next second.
    """
    other = QDialog()
    other.show()
    other.activateWindow()
    qtbot.waitUntil(other.isActiveWindow)
    other.close()
    assert QApplication.focusWindow() is None
    assert not stage.window.isActiveWindow()


def come_back(stage: Stage, qtbot: QtBot) -> None:
    stage.window.come_forward()
    qtbot.waitUntil(stage.window.isActiveWindow)


def note_shows(stage: Stage) -> bool:
    return stage.session_page.notes.focus.isVisibleTo(stage.window)


def test_tells_once_that_the_keyboard_is_gone_and_once_that_it_is_back(running: Stage, qtbot: QtBot) -> None:
    ears = Ears(running)
    assert not note_shows(running)

    go_elsewhere(running, qtbot)
    running.advance(1_000)
    qtbot.waitUntil(lambda: bool(ears.heard))
    assert note_shows(running)
    assert running.session_page.notes.focus.words.text() == WORDS
    assert running.news == WORDS
    running.advance(2_000)
    assert running.phase() is Phase.RUNNING
    come_back(running, qtbot)

    assert ears.heard == ["lost", "back"]
    assert not note_shows(running)


def test_a_window_that_comes_and_goes_is_not_told(running: Stage, qtbot: QtBot) -> None:
    ears = Ears(running)

    go_elsewhere(running, qtbot)
    running.advance(1_000)
    come_back(running, qtbot)
    wait_ms(GRACE_MS + 50)

    assert ears.heard == []


@pytest.mark.parametrize("own", ["menu", "dialog", "question", "page"])
def test_what_is_our_own_is_no_loss(running: Stage, qtbot: QtBot, own: str) -> None:
    ears = Ears(running)
    dialog = QDialog(running.window)
    menu = running.window.menuBar().actions()[0].menu()
    assert isinstance(menu, QMenu)
    if own == "menu":
        menu.popup(running.window.mapToGlobal(running.window.rect().center()))
    elif own == "dialog":
        dialog.open()
        qtbot.waitUntil(dialog.isActiveWindow)
    elif own == "question":
        running.press(KEY.Key_Q, CTRL)
    else:
        running.press(KEY.Key_F1)
    running.advance(1_000)
    wait_ms(GRACE_MS + 50)

    assert ears.heard == []
    menu.close()
    dialog.close()


def test_nothing_is_told_before_a_session_or_in_a_pause(stage: Stage, qtbot: QtBot) -> None:
    ears = Ears(stage)
    go_elsewhere(stage, qtbot)
    wait_ms(GRACE_MS + 50)
    come_back(stage, qtbot)
    stage.start()
    stage.press(KEY.Key_Space)
    go_elsewhere(stage, qtbot)
    wait_ms(GRACE_MS + 50)

    assert ears.heard == []


def test_a_session_that_goes_on_by_a_media_key_elsewhere_is_told(running: Stage, qtbot: QtBot) -> None:
    ears = Ears(running)
    running.press(KEY.Key_Space)
    go_elsewhere(running, qtbot)

    running.trigger("go")
    assert running.phase() is Phase.RUNNING
    qtbot.waitUntil(lambda: ears.heard == ["lost"])
    running.trigger("go")
    running.trigger("go")
    wait_ms(GRACE_MS + 50)

    assert ears.heard == ["lost"], "told again after a pause"


def test_the_note_goes_with_the_session(running: Stage, qtbot: QtBot) -> None:
    ears = Ears(running)
    go_elsewhere(running, qtbot)
    running.advance(1_000)
    qtbot.waitUntil(lambda: ears.heard == ["lost"])

    running.actions["pain"].trigger()

    assert ears.heard == ["lost", "back"]
    assert not note_shows(running)


def test_a_click_on_the_note_asks_for_the_keyboard(running: Stage, qtbot: QtBot) -> None:
    note = running.session_page.notes.focus
    running.live.set_elsewhere(elsewhere=True)
    other = QDialog()
    other.show()
    other.activateWindow()
    qtbot.waitUntil(other.isActiveWindow)

    QTest.mouseClick(note, Qt.MouseButton.LeftButton)

    qtbot.waitUntil(running.window.isActiveWindow)
    other.close()


def settled(widgets: Sequence[QWidget]) -> list[QRect]:
    """Return where widgets are once a new size has gone through the layouts, which takes some turns."""
    places: list[QRect] = []
    same = 0
    for _turn in range(100):
        wait_ms(5)
        now = [widget.geometry() for widget in widgets]
        same = same + 1 if now == places else 0
        if same == 5:
            return now
        places = now
    pytest.fail("the page does not come to rest")


def test_the_note_moves_nothing_and_stays_inside(open_program: Opener) -> None:
    stage = open_program()
    stage.start()
    stage.advance(1_000)
    session = stage.session_page
    for size in ((1000, 700), (800, 600), (667, 447)):
        stage.window.resize(*size)
        widgets = (session.title, session.ring, session.picture, session.more, session.bar.pain)
        before = settled(widgets)

        stage.live.set_elsewhere(elsewhere=True)
        wait_ms(1)

        assert [widget.geometry() for widget in widgets] == before
        note = session.notes.focus
        assert session.rect().contains(note.geometry())
        assert note.words.height() >= note.words.heightForWidth(note.words.width()), "words are cut"
        assert not note.geometry().intersects(session.ring.geometry())
        assert not note.geometry().intersects(session.steps.geometry()), "the steps make room"
        stage.live.set_elsewhere(elsewhere=False)


def test_the_window_comes_to_the_front_when_a_session_starts(stage: Stage, qtbot: QtBot) -> None:
    stage.click(stage.start_page.start)
    stage.wait_for_check()
    go_elsewhere(stage, qtbot)

    stage.pass_check()

    assert stage.phase() is Phase.RUNNING
    qtbot.waitUntil(stage.window.isActiveWindow)
