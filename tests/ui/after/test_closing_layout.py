"""Where things stand on the closing page, and what they look like."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRect, Qt, QTimer
from PySide6.QtWidgets import QLabel

from coach.ui.kit.bullet_list import ListCard
from coach.ui.kit.painting import RIM
from coach.words import safety_messages
from tests.ui.after.ended_session import CTRL, place, settled
from tests.ui.stage import KEY, focus

if TYPE_CHECKING:
    from PySide6.QtGui import QImage
    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from tests.ui.stage import Stage


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
