"""The note of the closing page is kept whole, whatever comes after it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication

from coach.ui.kit.growing_field import GrowingField
from coach.ui.shell.flow import LATE_MS
from tests.ui.after.ended_session import CTRL, NONE, kept, settled
from tests.ui.stage import KEY, focus

if TYPE_CHECKING:
    from coach.ui.kit.note_box import NoteBox
    from tests.ui.stage import Stage


def test_a_note_that_nobody_saved_is_kept(ended: Stage) -> None:
    note = ended.closing_page.note
    written = QAccessible.queryAccessibleInterface(note.field)
    written.editableTextInterface().insertText(0, "Left hip stiff.")

    ended.click(ended.closing_page.done)

    assert ended.page() is ended.start_page
    assert kept(ended, "note") == "Left hip stiff."


def test_the_note_of_one_session_is_not_that_of_the_next(ended: Stage) -> None:
    note = ended.closing_page.note
    note.field.setPlainText("Left hip stiff.")
    ended.click(ended.closing_page.done)

    ended.start()
    ended.press(KEY.Key_E, CTRL)
    ended.click(ended.closing_page.done)

    assert kept(ended, "note") == ""


def write(stage: Stage, note: NoteBox, words: str) -> None:
    if not note.field.isVisible():
        stage.click(note.open_button)
    QApplication.clipboard().setText(words)
    note.field.selectAll()
    note.field.paste()


@pytest.mark.parametrize("page", ["closing", "stopped"])
def test_closing_the_window_keeps_a_note_that_was_just_typed(running: Stage, page: str) -> None:
    running.press(KEY.Key_Escape if page == "stopped" else KEY.Key_E, NONE if page == "stopped" else CTRL)
    note = running.stopped_page.note if page == "stopped" else running.closing_page.note
    write(running, note, "Left hip stiff.")

    running.window.close()
    running.window.close()

    assert not running.window.isVisible()
    assert kept(running, "note") == "Left hip stiff."


@pytest.mark.parametrize("page", ["closing", "stopped"])
def test_nothing_of_a_long_note_is_cut_and_its_limit_is_told_while_it_is_typed(running: Stage, page: str) -> None:
    running.press(KEY.Key_Escape if page == "stopped" else KEY.Key_E, NONE if page == "stopped" else CTRL)
    note = running.stopped_page.note if page == "stopped" else running.closing_page.note
    long = "Left hip stiff. " * 200
    write(running, note, long)
    assert not note.room.isVisible()
    write(running, note, long * 3)
    assert note.room.isVisible()
    assert note.room.text() == running.news == "Room for 400 more letters."

    QApplication.clipboard().setText(long)
    note.field.paste()

    assert note.room.text() == running.news == "A note has room for 10,000 letters. That was not taken."
    assert note.field.toPlainText() == long * 3
    if page == "stopped":
        running.click(note.save_button)
        assert note.open_button.text() == "Note saved. Change it"
    else:
        running.advance(LATE_MS)
        running.click(running.closing_page.done)
    assert kept(running, "note") == long * 3


def test_a_note_of_the_closing_page_is_there_on_the_stopped_page_and_back(ended: Stage) -> None:
    closing, stopped = ended.closing_page, ended.stopped_page
    write(ended, closing.note, "Left hip stiff.")
    ended.click(closing.because)
    assert ended.page() is stopped
    assert stopped.note.open_button.text() == "Note saved. Change it"

    ended.click(stopped.note.open_button)
    stopped.note.field.insertPlainText("Then it hurt. ")
    ended.click(stopped.mistake)
    ended.click(stopped.no)

    assert ended.page() is closing
    assert closing.note.field.toPlainText() == "Then it hurt. Left hip stiff."
    assert kept(ended, "note") == "Then it hurt. Left hip stiff."


def test_the_note_can_be_written_at_once_and_grows_to_five_lines(ended: Stage) -> None:
    page = settled(ended, 1200, 760)
    field = page.note.field
    assert isinstance(field, GrowingField)
    assert field.isVisible()
    assert not page.note.open_button.isVisible()
    assert field.lines == 1
    one = field.height()

    field.setPlainText("One\nTwo\nThree")
    settled(ended, 1200, 760)
    three = field.height()
    field.setPlainText("\n".join("12345678"))
    settled(ended, 1200, 760)
    most = field.height()

    line = field.fontMetrics().lineSpacing()
    assert (three - one, most - one) == (2 * line, 4 * line)
    field.clear()
    settled(ended, 1200, 760)
    assert field.height() == one
    field.setFocus()
    ended.press(KEY.Key_Tab)
    assert focus() is not field, "Tab leads on"
