"""Going gently with its switches, which do what they say, and the pages that are closed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel

from coach.core.events import Phase
from coach.core.safety import Known, Question
from coach.ui.check.gently_sheet import Today, _Hero, _SwitchCard
from coach.ui.kit.switch import Switch
from coach.words import safety_messages
from tests.ui.pages import settle
from tests.ui.stage import KEY, focus

if TYPE_CHECKING:
    from tests.ui.stage import Stage

pytestmark = pytest.mark.every_case

NONE, MORE = "None of these", "One or more of these"


def reach_pain(stage: Stage) -> None:
    stage.click(stage.start_page.start)
    stage.wait_for_check()
    while stage.check.question is not Question.PAIN:
        stage.answer(NONE)


def go_gently(stage: Stage) -> None:
    reach_pain(stage)
    stage.answer("", 5)


def show_gently(stage: Stage, today: Today) -> None:
    """Show the page of a gentle start with all that can be chosen."""
    stage.click(stage.start_page.start)
    stage.wait_for_check()
    stage.check.begin(Known(), today)
    while stage.check.question is not Question.PAIN:
        stage.answer(NONE)
    stage.answer("", 5)
    settle()


def switch(stage: Stage, words: str) -> Switch:
    return next(each for each in stage.check_page.findChildren(Switch) if words in each.accessibleName())


def easier_shows(stage: Stage) -> bool:
    stage.lie_down()
    stage.skip_to(4)
    return stage.session_page.easier.isChecked()


@pytest.mark.parametrize("easier", [True, False])
def test_the_easier_versions_are_shown_first_or_not(stage: Stage, *, easier: bool) -> None:
    go_gently(stage)
    shown = switch(stage, "Easier versions are shown first")
    assert shown.isChecked()
    if not easier:
        stage.click(shown)

    stage.answer("Start")

    assert stage.phase() is Phase.RUNNING
    assert easier_shows(stage) is easier


@pytest.mark.parametrize("short", [True, False])
def test_the_short_version_is_done_today_or_not(stage: Stage, *, short: bool) -> None:
    go_gently(stage)
    shown = switch(stage, "Short version today")
    assert not shown.isChecked()
    assert shown.accessibleDescription() == "One round of each. 9 min."
    if short:  # all of its card can be pressed
        card = shown.parentWidget()
        assert card is not None
        QTest.mouseClick(card, Qt.MouseButton.LeftButton, pos=card.rect().topLeft() + card.rect().center() / 2)
        assert shown.isChecked()

    stage.answer("Start")

    assert stage.routine.name == ("Short version" if short else "Lower back stretches")
    assert easier_shows(stage) is True
    stage.press(KEY.Key_Escape)
    stage.click(stage.stopped_page.close_button)
    assert stage.routine.name == "Lower back stretches", "it was for today alone"


def test_the_easier_ways_of_the_short_version_come_without_what_hurt(stage: Stage) -> None:
    stage.start()
    stage.skip_to(4)
    stage.advance(2_000)
    stage.press(KEY.Key_Escape)
    stage.click(stage.stopped_page.close_button)
    reach_pain(stage)
    stage.answer("", 2)
    stage.answer("Yes")
    stage.answer("I have asked a professional")
    hurt = switch(stage, "Do Single knee to chest today")
    assert not hurt.isChecked()
    stage.click(switch(stage, "Short version today"))

    stage.answer("Start")

    names = [row.name for row in stage.rows]
    assert stage.routine.id != "lower-back"
    assert "Single knee to chest" not in names
    assert "Double knee to chest" in names


def test_enter_starts_but_not_the_press_that_gave_the_number(stage: Stage) -> None:
    reach_pain(stage)
    scale = stage.check_page.scale
    assert scale is not None
    scale.numbers[5].setFocus()
    stage.press(KEY.Key_Return)
    stage.press_at_once(KEY.Key_Return)
    assert stage.phase() is Phase.READY
    assert safety_messages.M_GENTLE in stage.texts(stage.check_page)

    stage.press(KEY.Key_Return)

    assert stage.phase() is Phase.RUNNING


def test_not_now_leaves_the_check(stage: Stage) -> None:
    go_gently(stage)
    words = [each for each in stage.check_page.bar.findChildren(QAbstractButton) if each.text() == "Not now"]

    stage.click(words[0])

    assert stage.page() is stage.start_page
    assert stage.phase() is Phase.READY


# Closed


def closed(stage: Stage, why: str) -> None:
    stage.click(stage.start_page.start)
    stage.wait_for_check()
    if why == "sign":
        stage.answer(MORE)
        stage.answer("Yes, or I am not sure")
    elif why == "today":
        stage.answer(MORE)
        stage.answer("No, only in the second list")
    elif why == "ask first":
        stage.answer(NONE)
        stage.answer(MORE)
        stage.answer("No, or not sure")
    else:
        stage.answer(NONE)
        stage.answer(NONE)
        stage.answer("", 9)


@pytest.mark.parametrize("why", ["sign", "today", "ask first", "severe"])
def test_esc_closes_what_is_closed_and_answer_again_leads_back(stage: Stage, why: str) -> None:
    asked = {"ask first": Question.CLEARED, "severe": Question.PAIN}
    closed(stage, why)
    shown = {each.text() for each in stage.check_page.bar.findChildren(QAbstractButton) if each.isVisible()}
    assert shown == {"Answer again", "Close"}

    stage.click(stage.check_page.back)
    assert stage.check.question is asked.get(why, Question.URGENT)
    stage.answer(
        {"sign": "Yes, or I am not sure", "today": "No, only in the second list"}.get(why, "No, or not sure"), 9
    )
    stage.press(KEY.Key_Escape)

    assert stage.page() is stage.start_page


@pytest.mark.parametrize("why", ["sign", "today", "ask first", "severe"])
def test_whom_to_ask_stands_there_and_the_number_only_with_the_emergencies(stage: Stage, why: str) -> None:
    stage.preferences.change(contact_name="Riverside", contact_phone="555 0134", emergency_number="555 0100")
    closed(stage, why)

    texts = set(stage.texts(stage.check_page))
    assert {"Contact", "Riverside · 555 0134"} <= texts
    assert ({"Your emergency number", "555 0100"} <= texts) is (why in {"sign", "severe"})
    contact = stage.check_page.contact
    assert contact is not None
    told = QAccessible.queryAccessibleInterface(contact)
    assert told.text(QAccessible.Text.Name) == "Open the contact: Riverside · 555 0134"


def test_the_second_list_is_a_press_away_from_severe_pain(stage: Stage) -> None:
    closed(stage, "severe")
    assert set(safety_messages.EMERGENCY_SIGNS) <= set(stage.texts(stage.check_page))
    assert safety_messages.TODAY_SIGNS[0] not in stage.texts(stage.check_page)
    words = "Signs to speak to a doctor or advice line about today"
    link = next(each for each in stage.check_page.findChildren(QAbstractButton) if each.text() == words)

    stage.click(link)
    QApplication.processEvents()

    assert set(safety_messages.TODAY_SIGNS) <= set(stage.texts(stage.check_page))


def test_after_pain_not_now_is_first_and_has_the_focus_and_the_contact_stands_there(stage: Stage) -> None:
    stage.preferences.change(contact_name="Riverside", contact_phone="555 0134")
    stage.start()
    stage.press(KEY.Key_Escape)
    stage.click(stage.stopped_page.close_button)
    reach_pain(stage)
    stage.answer("", 2)
    stage.answer("Yes")

    assert focus() is stage.check_page.buttons[0]
    assert stage.check_page.buttons[0].text() == "Not now"
    assert {safety_messages.M_AGAIN, safety_messages.M_TOMORROW, "Riverside · 555 0134"} <= set(
        stage.texts(stage.check_page)
    )
    tops = [each.mapTo(stage.window, each.rect().topLeft()) for each in stage.check_page.buttons]
    assert len({top.x() for top in tops}) == 1
    assert [top.y() for top in tops] == sorted({top.y() for top in tops})


@pytest.mark.parametrize(("width", "beside"), [(1200, True), (800, False)])
def test_three_switches_stand_in_one_row_or_in_one_column(stage: Stage, width: int, *, beside: bool) -> None:
    stage.window.resize(width, 760)
    show_gently(stage, Today("Trunk rotation", "One round of each. 8 min."))
    page = stage.check_page
    cards = [each for each in page.findChildren(_SwitchCard) if each.isVisible()]
    places = [QRect(each.mapTo(page, QPoint(0, 0)), each.size()) for each in cards]
    assert len(places) == 3
    assert len({place.top() for place in places}) == (1 if beside else 3)
    assert len({place.left() for place in places}) == (3 if beside else 1)
    assert len({place.width() for place in places}) == 1


def test_no_line_of_words_lies_across_the_edge_of_the_floor(stage: Stage) -> None:
    stage.window.resize(1200, 760)
    show_gently(stage, Today("Trunk rotation", "One round of each. 8 min."))
    (hero,) = (each for each in stage.check_page.findChildren(_Hero) if each.isVisible())
    assert hero.shows_room
    picture = hero.grab().toImage()
    wall = picture.pixelColor(10, picture.height() // 2 // 2)
    ratio = picture.devicePixelRatio()
    floor = next(y for y in range(picture.height()) if picture.pixelColor(10, y) != wall and y > 30) / ratio
    words = [each for each in hero.findChildren(QLabel) if each.isVisible()]
    assert len(words) >= 3
    assert all(each.mapTo(hero, QPoint(0, each.height())).y() <= floor for each in words)
