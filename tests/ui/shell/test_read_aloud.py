"""With a screen reader every line of the signs and lists can be reached and is read, and questions are said whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible

from coach.core.safety import Known, Question
from coach.ui.kit.chip import IconTile
from coach.ui.kit.key_button import KeyButton
from coach.ui.kit.label import Heading
from coach.ui.kit.line_list import SIDE, Line, Lines
from coach.ui.kit.sign import Sign
from coach.words import safety_messages
from coach.words.sentences import sentence
from tests.ui.pictures import changed
from tests.ui.stage import CTRL, KEY, focus
from tests.waiting import wait_ms

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtGui import QAccessibleInterface
    from PySide6.QtWidgets import QWidget

    from coach.ui.check.check_page import CheckPage
    from tests.ui.stage import Stage


@pytest.fixture(autouse=True)
def _screen_reader() -> Iterator[None]:
    """Let Qt believe that a screen reader runs."""
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


COLUMNS = 2
SIGNS = (*safety_messages.EMERGENCY_SIGNS, *safety_messages.TODAY_SIGNS)


def page(stage: Stage) -> CheckPage:
    return stage.check_page


def begin(stage: Stage) -> None:
    stage.click(stage.start_page.start)
    stage.wait_for_check()
    wait_ms(1)


def reach(stage: Stage, wanted: Question) -> None:
    begin(stage)
    while stage.check.question is not wanted:
        stage.answer("None of these")


# The pages with lists, and the lines they must have


def _start(_stage: Stage) -> tuple[str, ...]:
    return (safety_messages.M_FOR, safety_messages.M_RULE, safety_messages.M_NOTDEVICE, *safety_messages.M_READY)


def _check(stage: Stage) -> tuple[str, ...]:
    begin(stage)
    return SIGNS


def _ask_first(stage: Stage) -> tuple[str, ...]:
    reach(stage, Question.ASK_FIRST)
    return safety_messages.ASK_FIRST


def _flag(stage: Stage) -> tuple[str, ...]:
    begin(stage)
    stage.answer("One or more of these")
    stage.answer("Yes, or I am not sure")
    return (*SIGNS, safety_messages.M_FLAG)


def _urgent(stage: Stage) -> tuple[str, ...]:
    begin(stage)
    stage.answer("One or more of these")
    return safety_messages.EMERGENCY_SIGNS


def _today(stage: Stage) -> tuple[str, ...]:
    _urgent(stage)
    stage.answer("No, only in the second list")
    return (safety_messages.M_FLAG_TODAY, safety_messages.ASK_LOOKED_AT, *safety_messages.TODAY_SIGNS)


def _severe(stage: Stage) -> tuple[str, ...]:
    reach(stage, Question.PAIN)
    stage.answer("", pain=8)
    more = "Signs to speak to a doctor or advice line about today"
    next(each for each in page(stage).findChildren(KeyButton) if each.text() == more).click()
    wait_ms(1)
    return (*SIGNS, safety_messages.M_SEVERE)


def _since(stage: Stage) -> tuple[str, ...]:
    stage.check.begin(Known(days_since=1, asks_after_last=True))
    wait_ms(1)
    next(each for each in page(stage).findChildren(KeyButton) if each.text() == "See the warning signs").click()
    wait_ms(1)
    return (safety_messages.ASK_AFTER_LAST, safety_messages.ASK_SIGN, *SIGNS)


def _signs_page(stage: Stage) -> tuple[str, ...]:
    stage.actions["signs"].trigger()
    return (*SIGNS, *safety_messages.BOOK_SIGNS)


def _closing(stage: Stage) -> tuple[str, ...]:
    stage.start()
    stage.press(KEY.Key_E, CTRL)
    stage.click(stage.closing_page.after.scale.numbers[9])
    wait_ms(1)
    return SIGNS


def _stopped(stage: Stage) -> tuple[str, ...]:
    stage.start()
    stage.press(KEY.Key_Escape)
    return (*safety_messages.EMERGENCY_SHORT, safety_messages.M_STOP_THEN)


def _all_signs(stage: Stage) -> tuple[str, ...]:
    _stopped(stage)
    stage.click(stage.stopped_page.signs.more)
    return (*SIGNS, safety_messages.M_STOP_THEN)


def _exercise(stage: Stage) -> tuple[str, ...]:
    stage.read_exercise(1)
    routine = stage.routine
    return (*map(sentence, routine.exercises[1].stop_also), *routine.exercises[1].ask_first)


PAGES = [
    _start,
    _check,
    _ask_first,
    _urgent,
    _today,
    _flag,
    _severe,
    _since,
    _signs_page,
    _closing,
    _stopped,
    _all_signs,
    _exercise,
]
every_list = pytest.mark.parametrize("go_there", PAGES, ids=lambda each: each.__name__.strip("_"))


def _tree(found: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    yield found
    for place in range(found.childCount()):
        child = found.child(place)
        if child is not None and not child.state().invisible:
            yield from _tree(child)


@every_list
def test_every_line_is_an_item_of_a_named_list(stage: Stage, go_there: Callable[[Stage], tuple[str, ...]]) -> None:
    wanted = go_there(stage)
    root = QAccessible.queryAccessibleInterface(stage.page())
    assert root is not None
    lists = [each for each in _tree(root) if each.role() == QAccessible.Role.List]

    assert all(each.text(QAccessible.Text.Name) for each in lists)
    items = [each.child(place) for each in lists for place in range(each.childCount())]
    assert all(item.role() == QAccessible.Role.ListItem for item in items)
    assert all(item.state().focusable for item in items)
    names = [item.text(QAccessible.Text.Name) for item in items]
    assert [line for line in wanted if line not in names] == []


@every_list
def test_tab_and_the_arrow_keys_reach_every_line_and_it_is_in_sight(
    stage: Stage, go_there: Callable[[Stage], tuple[str, ...]]
) -> None:
    stage.window.setMinimumSize(1, 1)
    stage.window.resize(800, 480)
    wanted = set(go_there(stage))
    wait_ms(5)

    read: list[str] = []
    stops = 0
    for _tab in range(60):
        here = focus()
        while isinstance(here, Line):
            read.append(here.text())
            assert not here.visibleRegion().isEmpty(), f"“{here.text()}” has the focus out of sight"
            before = here
            stage.press(KEY.Key_Down)
            here = focus()
            if here is before:
                stops += 1
                break
        stage.press(KEY.Key_Tab)
        if wanted <= set(read):
            break

    assert wanted - set(read) == set()
    assert stops <= 12, "a list is one stop"


def test_the_lists_come_before_the_answers(stage: Stage) -> None:
    begin(stage)
    reached: list[QWidget | None] = []
    while focus() is not page(stage).buttons[0]:
        stage.press(KEY.Key_Tab)
        reached.append(focus())
        assert len(reached) < 20

    lists = [each.parentWidget() for each in reached if isinstance(each, Line)]
    assert lists == page(stage).findChildren(Lines)


def test_the_arrow_keys_lead_through_a_list_and_past_its_ends_the_page_scrolls(stage: Stage) -> None:
    begin(stage)
    stage.press(KEY.Key_Tab)
    first = focus()
    assert isinstance(first, Line)
    assert first.text() == safety_messages.EMERGENCY_SIGNS[0]
    for key, place in ((KEY.Key_Down, 1), (KEY.Key_End, 9), (KEY.Key_Up, 8), (KEY.Key_Home, 0), (KEY.Key_Up, 0)):
        stage.press(key)
        here = focus()
        assert isinstance(here, Line)
        assert here.text() == safety_messages.EMERGENCY_SIGNS[place]
    stage.press(KEY.Key_Down)
    stage.press(KEY.Key_Tab)
    stage.press(KEY.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    back = focus()
    assert isinstance(back, Line)
    assert back.text() == safety_messages.EMERGENCY_SIGNS[1], "a list remembers where its reader was"


def test_a_line_shows_that_it_has_the_focus_but_not_after_a_click(stage: Stage) -> None:
    begin(stage)
    line = page(stage).findChildren(Line)[2]
    bare = line.grab().toImage()
    stage.click(line)
    assert focus() is line
    assert changed(line.grab().toImage(), bare).isEmpty()

    stage.press(KEY.Key_Down)
    stage.press(KEY.Key_Up)

    assert focus() is line
    assert not changed(line.grab().toImage(), bare).isEmpty()


# What is said


def assert_said(stage: Stage, *parts: str) -> None:
    """Hold that these parts are in the news, in this order, and that it is one piece of whole sentences."""
    said, place = stage.news, 0
    for part in parts:
        assert sentence(part) in said[place:], f"“{part}” is not said in “{said}”"
        place = said.index(sentence(part), place) + len(sentence(part))
    assert said.endswith((".", "?", "!"))
    assert ":." not in said
    assert "…" not in said


def test_each_question_is_said_whole(stage: Stage) -> None:
    begin(stage)
    where = "Tab leads to the signs. The arrow keys lead from one to the next."
    assert_said(
        stage,
        "Warning signs",
        safety_messages.M_LIST,
        safety_messages.EMERGENCY_TITLE,
        safety_messages.TODAY_TITLE,
        where,
    )
    stage.answer("None of these")
    assert_said(stage, "Ask a professional first", safety_messages.ASK_FIRST_TITLE, "Tab leads to the lines.")
    stage.answer("One or more of these")
    assert_said(stage, safety_messages.ASK_CLEARED)
    stage.answer("Yes")
    assert_said(stage, safety_messages.ASK_PAIN, safety_messages.ASK_PAIN_HELP)


def test_a_usual_days_questions_are_said_and_not_their_title_alone(stage: Stage) -> None:
    stage.check.begin(Known(days_since=1, asks_after_last=True))

    assert_said(
        stage,
        "Before you start",
        "Since last time",
        safety_messages.ASK_AFTER_LAST,
        safety_messages.ASK_SIGN,
        safety_messages.ASK_PAIN,
        safety_messages.ASK_PAIN_HELP,
        safety_messages.M_RULE,
    )


def test_severe_and_a_sign_and_ask_first_are_said_with_heading_and_advice(stage: Stage) -> None:
    stage.preferences.change(emergency_number="0118 999")
    begin(stage)
    stage.answer("One or more of these")
    assert_said(stage, safety_messages.ASK_URGENT, safety_messages.EMERGENCY_TITLE, "Tab leads to the signs.")
    stage.answer("No, only in the second list")
    assert_said(
        stage,
        safety_messages.M_FLAG_TITLE,
        safety_messages.M_FLAG_TODAY,
        safety_messages.ASK_LOOKED_AT,
        safety_messages.TODAY_TITLE,
        "Tab leads to the signs.",
    )
    stage.click(page(stage).back)
    stage.answer("Yes, or I am not sure")
    number = "Your emergency number: 0118 999"
    assert_said(
        stage,
        safety_messages.M_FLAG_TITLE,
        safety_messages.M_FLAG,
        number,
        safety_messages.EMERGENCY_TITLE,
        safety_messages.TODAY_TITLE,
    )
    stage.click(page(stage).back)
    stage.press(KEY.Key_Escape)
    stage.answer("None of these")
    stage.answer("One or more of these")
    stage.answer("No, or not sure")
    assert_said(stage, safety_messages.M_ASKFIRST_TITLE, safety_messages.M_ASKFIRST)
    stage.click(page(stage).back)
    stage.answer("Yes")
    stage.answer("", pain=10)
    assert_said(
        stage, safety_messages.M_SEVERE_TITLE, safety_messages.M_SEVERE, number, safety_messages.EMERGENCY_TITLE
    )


def test_the_restart_question_is_said_with_its_advice(stage: Stage) -> None:
    check = stage.check
    check.begin(Known(hurt_in_a_row=1, hurt_today=True, days_since=0))
    wait_ms(1)
    stage.answer("None of these")
    stage.answer("", pain=2)
    stage.answer("Yes")

    assert_said(stage, safety_messages.ASK_RESTART, safety_messages.M_AGAIN, safety_messages.M_TOMORROW)


def test_going_gently_is_said_whole(stage: Stage) -> None:
    reach(stage, Question.PAIN)
    stage.answer("", pain=5)

    assert_said(stage, "Go gently", safety_messages.M_GENTLE, safety_messages.M_RULE)


def test_stopped_says_all_of_its_advice(stage: Stage) -> None:
    stage.preferences.change(emergency_number="0118 999")
    stage.start()
    stage.press(KEY.Key_Escape)

    assert_said(
        stage,
        "Stopping. Stay where you feel best.",
        safety_messages.M_STOP_TITLE,
        safety_messages.M_STOP_FIRST,
        safety_messages.M_STOP_THEN,
        safety_messages.M_STOP_SIGNS,
        "Your emergency number: 0118 999",
        "Tab leads to the signs.",
    )


def test_the_question_about_a_mistake_is_read_with_the_button_that_has_the_focus(stage: Stage) -> None:
    stage.start()
    stage.press(KEY.Key_Escape)
    stage.click(stage.stopped_page.mistake)

    here = focus()
    assert here is stage.stopped_page.yes
    told = QAccessible.queryAccessibleInterface(here)
    assert told is not None
    assert told.text(QAccessible.Text.Description) == safety_messages.M_MISTAKE


def test_severe_pain_afterwards_is_said_whole(stage: Stage) -> None:
    stage.start()
    stage.press(KEY.Key_E, CTRL)
    stage.click(stage.closing_page.after.scale.numbers[9])

    assert_said(stage, safety_messages.M_SEVERE_TITLE, safety_messages.M_SEVERE, "Tab leads to the signs.")


def test_the_hearing_check_says_its_explanation(stage: Stage) -> None:
    there = stage.side_pages.hear()
    stage.show_side_page(there)

    assert_said(
        stage,
        "Can you hear this?",
        "On the mat you can hardly see the screen. So coach tells you everything aloud.",
        "You hear a tone, then a sentence.",
        "What did you hear?",
    )
    assert focus() is there.title


def test_headings_are_headings(stage: Stage) -> None:
    begin(stage)
    root = QAccessible.queryAccessibleInterface(page(stage))
    assert root is not None
    found = [each.text(QAccessible.Text.Name) for each in _tree(root) if each.role() == QAccessible.Role.Heading]

    assert found == ["Warning signs", safety_messages.EMERGENCY_TITLE, safety_messages.TODAY_TITLE]


@every_list
def test_lines_stand_where_their_heading_stands_and_their_rings_are_not_cut(
    stage: Stage, go_there: Callable[[Stage], tuple[str, ...]]
) -> None:
    go_there(stage)
    wait_ms(5)
    titles = stage.page().findChildren(Heading)
    # At the head of a card its icon stands before its heading.
    heads = [*titles, *stage.page().findChildren(IconTile), *stage.page().findChildren(Sign)]
    headings = {each.mapTo(stage.page(), QPoint(0, 0)).x() for each in heads}
    named = {each.text() for each in titles}

    for line in stage.page().findChildren(Line):
        if line.isVisible():
            group = line.parentWidget()
            lines = group.findChildren(Line) if group is not None else []
            stands_under_one = group is not None and group.accessibleName() in named
            if stands_under_one or len(lines) > 1:
                first_of_column = {each.x() for each in lines if each.y() == 0}
                assert line.mapTo(stage.page(), QPoint(SIDE, 0)).x() in headings or (
                    line.x() in first_of_column and len(first_of_column) == COLUMNS
                ), line.text()
            above = line.parentWidget()
            while above is not None and above is not stage.page():
                left = line.mapTo(above, QPoint(0, 0)).x()
                assert left >= 0, f"{above} cuts “{line.text()}”"
                assert left + line.width() <= above.width()
                above = above.parentWidget()


def test_a_skip_is_told_with_its_question(running: Stage) -> None:
    running.press(KEY.Key_Right)

    assert running.news.endswith(safety_messages.ASK_BECAUSE)
    assert len(running.news) > len(safety_messages.ASK_BECAUSE), "what comes is told as well"


def test_the_list_of_exercises_begins_at_a_row(running: Stage) -> None:
    exercises = running.window.sidebar.exercises
    assert not exercises.currentIndex().isValid()

    for _press in range(20):
        running.press(KEY.Key_Tab)
        if exercises.hasFocus():
            break

    assert exercises.hasFocus()
    assert exercises.currentIndex().row() == 0
