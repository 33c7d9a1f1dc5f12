"""After a session: numbers without a verdict, the advice when the pain went up, and what is kept of it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLabel

from coach.core.events import Phase
from coach.session.clock import wall_now
from coach.ui.history.history_page import HistoryPage
from coach.ui.kit.bullet_list import ListCard
from coach.ui.kit.growing_field import GrowingField
from coach.ui.kit.line_list import Line
from coach.ui.kit.painting import RIM
from coach.ui.shell.flow import LATE_MS
from coach.words import safety_messages
from tests.ui.stage import KEY, focus

if TYPE_CHECKING:
    from PySide6.QtGui import QImage
    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from coach.ui.after.closing_page import ClosingPage
    from coach.ui.kit.note_box import NoteBox
    from tests.ui.stage import Stage

CTRL = Qt.KeyboardModifier.ControlModifier
NONE = Qt.KeyboardModifier.NoModifier


def kept(stage: Stage, column: str) -> object:
    """Return a column of the last session, once all is written."""
    stage.recorder.stop()
    with closing(sqlite3.connect(stage.data / "record.db")) as db:
        return db.execute(f"SELECT {column} FROM session ORDER BY id DESC").fetchone()[0]  # noqa: S608


def within(shown_ms: int, told_ms: object) -> bool:
    """Tell whether that moment lies between another and now."""
    return isinstance(told_ms, int) and shown_ms <= told_ms <= wall_now().ms


@pytest.fixture(name="ended")
def _ended(running: Stage) -> Stage:
    """Give each test a session that was ended early, with a 2 before it."""
    running.advance(20_000)
    running.press(KEY.Key_E, CTRL)
    return running


def texts(stage: Stage) -> str:
    return "\n".join(stage.texts(stage.closing_page))


@pytest.mark.parametrize("after", [2, 1, 0])
def test_the_same_or_less_shows_two_numbers_and_nothing_else(ended: Stage, after: int) -> None:
    card = ended.closing_page.after
    assert card.scale.value is None
    shown_ms = wall_now().ms

    ended.click(card.scale.numbers[after])

    assert {f"Before 2, after {after}.", safety_messages.M_DONE} <= set(ended.texts(ended.closing_page))
    assert safety_messages.M_WORSE not in texts(ended)
    assert kept(ended, "pain_after") == after
    assert within(shown_ms, kept(ended, "pain_after_ms"))


@pytest.mark.parametrize("worse", ["number", "word"])
def test_any_increase_gets_the_advice_and_is_announced(ended: Stage, worse: str) -> None:
    card = ended.closing_page.after

    ended.click(card.scale.numbers[3] if worse == "number" else card.compared["more"])

    assert safety_messages.M_WORSE in texts(ended)
    assert safety_messages.M_WORSE in ended.news
    assert (kept(ended, "pain_after"), kept(ended, "compared")) == ((3, None) if worse == "number" else (None, "more"))


def test_severe_shows_the_lists(ended: Stage) -> None:
    assert safety_messages.EMERGENCY_SIGNS[0] not in texts(ended)

    ended.click(ended.closing_page.after.scale.numbers[7])

    assert safety_messages.M_SEVERE in texts(ended)
    assert {safety_messages.EMERGENCY_SIGNS[0], safety_messages.TODAY_SIGNS[0]} <= set(ended.texts(ended.closing_page))


def test_tab_asks_how_the_back_feels_before_it_lists_what_was_done(ended: Stage) -> None:
    page = ended.closing_page
    reached = []
    for _press in range(12):
        ended.press(KEY.Key_Tab)
        reached.append(focus())
    first_line, field = page.what.findChildren(Line)[0], page.note.field
    stops = [page.after.scale.numbers[0], field, first_line, page.signs, page.done]

    assert [each for each in reached if each in stops][: len(stops)] == stops


def test_a_note_is_kept_as_it_is(ended: Stage) -> None:
    note = ended.closing_page.note
    ended.click(note.field.viewport())
    assert focus() is note.field
    note.field.setPlainText("Left hip <b>stiff</b>.")

    ended.click(ended.closing_page.done)

    assert kept(ended, "note") == "Left hip <b>stiff</b>."


def test_because_of_pain_after_an_end_counts_as_a_pain_stop(ended: Stage) -> None:
    ended.click(ended.closing_page.because)

    assert ended.page() is ended.stopped_page
    assert ended.stopped_page.mistake.isVisible()
    assert kept(ended, "ending") == "stopped for pain"


def test_because_of_pain_after_a_skip_waits_without_the_focus_and_stops(running: Stage) -> None:
    before = focus()
    running.press(KEY.Key_Right)
    button = running.session_page.because

    assert button.isVisible()
    assert focus() is before
    running.click(button)

    assert running.is_stopped


@pytest.mark.parametrize("paused", [False, True])
def test_because_of_pain_goes_away_by_itself(running: Stage, *, paused: bool) -> None:
    if paused:
        running.press(KEY.Key_Space)
    running.press(KEY.Key_Right)
    button, before, phase = running.session_page.because, focus(), running.phase()

    running.advance(11_999)
    assert button.isVisible()
    running.advance(1)

    assert not button.isVisible()
    assert focus() is before
    assert running.phase() is phase


def test_because_of_pain_counts_though_its_time_is_over_when_the_press_is_heard(running: Stage) -> None:
    running.skip_to(4)
    running.press(KEY.Key_Right)
    running.clock.ms += 13_000  # a machine that was busy: nobody has looked since

    running.click(running.session_page.because)

    assert running.is_stopped
    assert kept(running, "ending") == "stopped for pain"


def test_the_record_tells_which_skip_hurt(running: Stage) -> None:
    running.skip_to(4)
    running.press(KEY.Key_Right)
    running.click(running.session_page.because)

    running.recorder.stop()
    with closing(sqlite3.connect(running.data / "record.db")) as db:
        told = db.execute("SELECT kind, block FROM event ORDER BY number DESC LIMIT 3").fetchall()
    assert told[::-1] == [("block-ended", 5), ("because-of-pain", 4), ("pain-stopped", 4)]


def test_a_question_that_went_with_a_session_is_not_told_in_the_next(running: Stage) -> None:
    running.skip_to(len(running.shot.outcomes) - 1)
    running.press(KEY.Key_Right)
    running.advance(LATE_MS)
    running.click(running.closing_page.done)

    running.start()

    assert safety_messages.ASK_BECAUSE not in running.news


def test_the_stopped_page_asks_a_number_after_the_rest_only(running: Stage) -> None:
    running.press(KEY.Key_Escape)
    stopped = running.stopped_page
    assert not stopped.scale.isVisible()

    running.after_session.rest_is_over()
    shown_ms = wall_now().ms
    stopped.scale.numbers[4].click()

    assert stopped.scale.isVisible()
    assert (kept(running, "stop_pain"), kept(running, "ending")) == (4, "stopped for pain")
    assert within(shown_ms, kept(running, "stop_pain_ms"))


def test_the_contact_shows_only_where_one_is_kept(running: Stage) -> None:
    running.press(KEY.Key_Escape)
    assert not running.stopped_page.contact.isVisible()
    running.click(running.stopped_page.close_button)

    running.preferences.change(contact_name="Riverside Physio", contact_phone="555 0134")
    running.start()
    running.press(KEY.Key_Escape)

    assert running.stopped_page.contact.text() == "Contact: Riverside Physio · 555 0134"


def test_by_mistake_takes_the_ending_back(running: Stage) -> None:
    running.press(KEY.Key_Escape)
    running.click(running.stopped_page.mistake)
    running.click(running.stopped_page.no)

    assert running.phase() is Phase.PAUSED
    assert kept(running, "ending") is None


def test_because_of_pain_blames_what_was_skipped(running: Stage) -> None:
    running.skip_to(4)
    running.advance(3_000)
    running.press(KEY.Key_Right)

    running.click(running.session_page.because)

    assert running.is_stopped
    assert any("foot" in text for text in running.texts(running.stopped_page)), "the release line of the movement"
    running.recorder.stop()
    with closing(sqlite3.connect(running.data / "record.db")) as db:
        assert db.execute("SELECT exercise, is_work FROM place").fetchone() == ("single-knee-to-chest", 1)


def test_a_skip_of_the_last_block_is_asked_on_the_closing_page(running: Stage) -> None:
    running.skip_to(len(running.shot.outcomes) - 1)
    running.press(KEY.Key_Right)

    assert running.page() is running.closing_page
    assert running.closing_page.because.isVisible()


@pytest.fixture(name="finished")
def _finished(running: Stage) -> Stage:
    """Give each test a session that ran out by itself."""
    running.skip_to(len(running.shot.outcomes) - 1)
    running.advance(running.shot.countdown_ms + 500)
    assert running.page() is running.closing_page
    return running


@pytest.mark.parametrize("key", [KEY.Key_Escape, KEY.Key_S, KEY.Key_B, KEY.Key_Period, KEY.Key_MediaStop])
def test_a_stop_that_comes_after_the_last_second_counts(finished: Stage, key: Qt.Key) -> None:
    finished.press(key)

    assert finished.page() is finished.stopped_page
    assert safety_messages.M_STOP_TITLE in finished.news
    assert kept(finished, "ending") == "stopped for pain"


def test_a_stop_afterwards_by_mistake_leads_back_to_the_closing_page(finished: Stage) -> None:
    finished.press(KEY.Key_Escape)
    finished.click(finished.stopped_page.mistake)
    finished.click(finished.stopped_page.no)

    assert finished.page() is finished.closing_page
    assert finished.phase() is Phase.FINISHED
    assert kept(finished, "ending") == "finished"


def test_a_press_meant_for_the_last_second_does_not_leave_the_closing_page(finished: Stage) -> None:
    done = finished.closing_page.done
    finished.press(KEY.Key_Space)
    finished.click(done)
    assert finished.page() is finished.closing_page

    finished.clock.ms += 2_000
    finished.click(done)

    assert finished.page() is finished.start_page


def test_esc_writes_a_note_and_leaves_the_signs_without_counting_as_a_stop(finished: Stage) -> None:
    closing = finished.closing_page
    finished.click(closing.note.field.viewport())
    finished.press(KEY.Key_S)
    finished.press(KEY.Key_Escape)
    assert closing.note.field.toPlainText() == "s"

    finished.click(closing.signs)
    finished.press(KEY.Key_Escape)
    assert finished.page() is closing

    finished.clock.ms += 2_000
    finished.click(closing.done)
    finished.press(KEY.Key_Escape)
    assert finished.page() is finished.start_page
    assert kept(finished, "ending") == "finished"


def skip_through(stage: Stage) -> None:
    while stage.phase() is Phase.RUNNING:
        stage.press(KEY.Key_Right)
    assert stage.phase() is Phase.FINISHED


def test_a_session_in_which_all_was_skipped_is_not_called_done(running: Stage, qtbot: QtBot) -> None:
    skip_through(running)

    assert "Ended for now." in texts(running)
    assert "All done" not in texts(running)
    assert running.news == f"Ended for now. {safety_messages.M_DONE}"
    assert running.closing_page.because.isVisible()
    running.advance(LATE_MS)
    running.click(running.closing_page.done)
    running.press(KEY.Key_H, CTRL)
    page = running.page()
    assert isinstance(page, HistoryPage)
    qtbot.waitUntil(lambda: bool(page.list.sessions))
    assert ", ended early, " in page.list.texts[0]
    assert "Nothing was held." in " ".join(running.texts(page.day))


def test_an_end_after_more_than_half_is_done_for_now(stage: Stage) -> None:
    stage.start()
    stage.advance(14 * 60_000)
    stage.press(KEY.Key_E, CTRL)

    assert "Done for now" in texts(stage)
    assert stage.closing_page.because.isVisible()


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


def settled(stage: Stage, width: int, height: int) -> ClosingPage:
    """Return the closing page in a window of that size, laid out."""
    stage.window.resize(width, height)
    for _ in range(3):
        QApplication.processEvents()
    return stage.closing_page


def place(widget: QWidget, page: QWidget) -> QRect:
    return QRect(widget.mapTo(page, QPoint(0, 0)), widget.size())


def test_what_was_done_stands_beside_the_questions_or_below_them(ended: Stage) -> None:
    page = settled(ended, 1600, 760)
    asked, done = place(page.after, page), place(page.what, page)
    assert done.left() > asked.right()
    assert abs(asked.width() - 606) <= 1
    assert place(page.note.field, page).left() + RIM == asked.left(), "the field begins where the card begins"

    page = settled(ended, 1000, 640)
    asked, done = place(page.after, page), place(page.what, page)
    assert done.left() == asked.left()
    assert done.top() > place(page.note.field, page).bottom()


def test_every_number_can_be_hit(ended: Stage) -> None:
    page = settled(ended, 1200, 760)

    assert all(number.width() >= 44 and number.height() >= 56 for number in page.after.scale.numbers)


def test_the_rows_are_read_one_by_one_and_drawn_with_the_picture_of_the_list(ended: Stage, qtbot: QtBot) -> None:
    done = ended.closing_page.what.done
    rows = done.lines
    assert rows[0].text() == "Pelvic tilt, 0 of 1, 11 s"
    assert rows[1].text() == "Single knee to chest, not done"

    rows[0].setFocus(Qt.FocusReason.TabFocusReason)
    ended.press(KEY.Key_Down)
    assert focus() is rows[1]
    ended.press(KEY.Key_End)
    assert focus() is rows[-1]

    qtbot.waitUntil(lambda: len(colours(rows[0], QRect(8, 10, 50, 38))) > 50)  # a picture, not a number on one ground

    qtbot.waitUntil(lambda: not any(timer.isActive() for timer in done.findChildren(QTimer)))  # all are drawn
    before = on_screen(rows[0], QRect(8, 10, 50, 38))
    ended.trigger("figure")  # another figure, as a theme that changes at dusk: all pictures are drawn anew
    qtbot.waitUntil(lambda: len(before - on_screen(rows[0], QRect(8, 10, 50, 38))) > 50)
    assert len(on_screen(rows[0], QRect(8, 10, 50, 38))) > 50, "there is a picture again"


def on_screen(widget: QWidget, area: QRect) -> set[int]:
    """Return the colours that were painted last: to grab a widget would have it painted."""
    window = widget.window()
    corner = widget.mapTo(window, area.topLeft())
    shown = window.screen().grabWindow(window.winId(), corner.x(), corner.y(), area.width(), area.height())
    return colours_of(shown.toImage())


def colours(widget: QWidget, area: QRect) -> set[int]:
    return colours_of(widget.grab(area).toImage())


def colours_of(picture: QImage) -> set[int]:
    return {picture.pixel(x, y) for x in range(picture.width()) for y in range(picture.height())}


def test_what_was_skipped_is_told_from_what_was_not_reached(running: Stage) -> None:
    running.advance(20_000)
    running.press(KEY.Key_Right, CTRL)
    running.press(KEY.Key_Right, CTRL)
    running.press(KEY.Key_E, CTRL)

    told = [row.text() for row in running.closing_page.what.done.lines]
    assert told[1:3] == ["Single knee to chest, skipped", "Double knee to chest, not done"]


def test_the_sums_are_those_of_what_was_done(running: Stage) -> None:
    running.advance(10 * 60_000)
    running.press(KEY.Key_E, CTRL)

    assert running.closing_page.what.sums.text() == "10 min, 8 of them held"


def test_more_pain_shows_the_advice_with_the_contact_and_says_less_above_it(running: Stage) -> None:
    running.preferences.change(contact_name="Riverside Physio", contact_phone="555 0134", emergency_number="0118 999")
    running.press(KEY.Key_E, CTRL)
    page = running.closing_page
    assert safety_messages.M_DONE in running.texts(page)

    running.click(page.after.scale.numbers[5])

    shown = running.texts(page)
    assert {safety_messages.M_WORSE_TITLE, safety_messages.M_WORSE, "Before 2, after 5."} <= set(shown)
    assert safety_messages.M_DONE_SHORT in shown
    assert safety_messages.M_DONE not in shown
    assert page.after.advice.contact.isVisible()
    assert page.after.advice.contact.text() == "Contact: Riverside Physio · 555 0134"
    assert not any("emergency number" in text for text in shown)
    running.click(page.after.scale.numbers[7])
    assert "Your emergency number: 0118 999" in running.texts(page)

    running.click(page.after.scale.numbers[2])

    assert safety_messages.M_DONE in running.texts(page)
    assert not page.after.advice.isVisible()
    assert "Before 2, after 2." in running.texts(page)


@pytest.mark.parametrize("width", [1200, 800])
def test_after_severe_pain_the_number_the_contact_and_the_signs_follow_the_message_at_once(
    running: Stage, width: int
) -> None:
    running.preferences.change(contact_name="Riverside Physio", contact_phone="555 0134", emergency_number="0118 999")
    running.press(KEY.Key_E, CTRL)
    page = settled(running, width, 760)
    running.click(page.after.scale.numbers[8])
    settled(running, width, 760)

    def top(words: str) -> int:
        return next(place(each, page).top() for each in page.findChildren(QLabel) if each.text() == words)

    numbers, message = top("Before 2, after 8."), top(safety_messages.M_SEVERE)
    number, contact = top("Your emergency number: 0118 999"), place(page.after.advice.contact, page).top()
    urgent, today = (place(card, page) for card in page.findChildren(ListCard))
    assert top(safety_messages.ASK_PAIN_AFTER) < numbers < message < number < urgent.top()
    assert message < contact < urgent.top()
    assert urgent.top() - place(page.after, page).bottom() < 60, "nothing lies between the advice and the signs"
    assert place(page.note.field, page).top() > max(urgent.bottom(), today.bottom())
    if width == 1200:
        assert urgent.top() == today.top()
        assert today.right() == place(page.what, page).right(), "they take the whole width"
    else:
        assert today.top() > urgent.bottom()
        assert place(page.what, page).top() > place(page.note.field, page).bottom()
    assert "Your emergency number: 0118 999" in running.news

    running.click(page.after.scale.numbers[2])
    settled(running, width, 760)
    assert place(page.note.field, page).top() - place(page.after, page).bottom() < 90
    assert not any(card.isVisible() for card in page.findChildren(ListCard))


def test_without_a_contact_the_advice_has_no_button(ended: Stage) -> None:
    ended.click(ended.closing_page.after.compared["more"])

    assert ended.closing_page.after.advice.isVisible()
    assert not ended.closing_page.after.advice.contact.isVisible()


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
