"""Every new page, question and answer begins at its top, with its heading in sight, in small windows too."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRect
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from coach.core.safety import Known, Question
from coach.ui.check.hearing_page import HearPage
from coach.ui.kit.key_button import KeyButton
from coach.ui.kit.line_list import Line
from coach.ui.kit.scroll_page import column_of
from coach.words import safety_messages
from tests.ui.stage import CTRL, KEY, focus
from tests.waiting import wait_ms

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from coach.app import Program
    from coach.ui.check.check_page import CheckPage
    from tests.ui.conftest import Opener
    from tests.ui.stage import Stage

SIZES = [(640, 400), (800, 600), (683, 420)]


@pytest.fixture(name="small", params=SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def _small(stage: Stage, request: pytest.FixtureRequest) -> Stage:
    """Return the program in one small window after the other."""
    stage.window.setMinimumSize(1, 1)
    stage.window.resize(*request.param)
    return stage


def page(stage: Stage) -> CheckPage:
    return stage.check_page


def rest(turns: int = 4) -> None:
    """Let new things get their places."""
    for _turn in range(turns):
        wait_ms(1)


def in_sight(page: QWidget, widget: QWidget, *, start_only: bool = False) -> bool:
    """Tell whether a widget is wholly in what shows of its page, or at least its first line."""
    view = column_of(page).viewport()
    place = QRect(widget.mapTo(view, QPoint(0, 0)), widget.size())
    if start_only:
        place.setHeight(min(place.height(), 40))
    return widget.isVisible() and view.rect().top() <= place.top() and place.bottom() <= view.rect().bottom()


def words(page: QWidget, text: str) -> QLabel:
    return next(found for found in page.findChildren(QLabel) if found.text() == text and found.isVisible())


def assert_top(page: QWidget, title: str) -> None:
    rest()
    assert column_of(page).verticalScrollBar().value() == 0
    assert in_sight(page, words(page, title)), f"“{title}” is out of sight"


def assert_focus_in_sight(page: QWidget) -> None:
    here = focus()
    assert here is not None
    assert page.isAncestorOf(here)
    assert not here.visibleRegion().isEmpty(), f"{here} has the focus and cannot be seen"


def begin(stage: Stage) -> None:
    stage.click(stage.start_page.start)
    stage.wait_for_check()
    rest()


def answer_by_keys(stage: Stage, text: str) -> None:
    """Press a button with the keyboard, scrolled to the end as somebody has who has read everything."""
    bar = column_of(page(stage)).verticalScrollBar()
    bar.setValue(bar.maximum())
    rest()  # at the end “Read on” becomes the answer
    next(button for button in page(stage).buttons if button.text() == text).setFocus()
    stage.press(KEY.Key_Return)


def test_each_question_and_what_comes_of_it_begin_at_the_top(small: Stage) -> None:
    begin(small)
    assert_top(page(small), "Warning signs")
    answer_by_keys(small, "None of these")
    assert_top(page(small), "Ask a professional first")
    answer_by_keys(small, "One or more of these")
    assert_top(page(small), safety_messages.ASK_CLEARED)
    answer_by_keys(small, "Yes")
    assert_top(page(small), safety_messages.ASK_PAIN)
    answer_by_keys(small, "It is severe")
    assert_top(page(small), safety_messages.M_SEVERE_TITLE)
    small.click(page(small).back)
    assert_top(page(small), safety_messages.ASK_PAIN)


def test_after_one_or_more_of_these_the_emergency_advice_is_in_sight(small: Stage) -> None:
    """First the list of the emergencies, whose heading says what to do; then the advice in full."""
    begin(small)
    for by_click in (True, False):
        if by_click:
            bar = column_of(page(small)).verticalScrollBar()
            bar.setValue(bar.maximum())
            rest()
            small.answer("One or more of these")
        else:
            answer_by_keys(small, "One or more of these")
        assert_top(page(small), safety_messages.ASK_URGENT)
        assert in_sight(page(small), words(page(small), safety_messages.EMERGENCY_TITLE))
        answer_by_keys(small, "Yes, or I am not sure")
        assert_top(page(small), safety_messages.M_FLAG_TITLE)
        assert in_sight(page(small), words(page(small), safety_messages.M_FLAG))
        small.click(page(small).back)
        small.press(KEY.Key_Escape)
        assert_top(page(small), "Warning signs")


def test_after_pain_each_question_begins_at_the_top(small: Stage) -> None:
    check = small.check
    known = Known(hurt_in_a_row=1, hurt_today=True, days_since=0)
    check.begin(known)
    rest()
    answer_by_keys(small, "None of these")
    small.press(KEY.Key_2)
    small.press(KEY.Key_Space)
    assert_top(page(small), safety_messages.ASK_SETTLED)
    answer_by_keys(small, "No")
    assert check.question is Question.RESTART
    assert_top(page(small), safety_messages.ASK_RESTART)
    assert focus() is page(small).buttons[0]
    small.press(KEY.Key_Return)
    assert_top(page(small), "Not now")


def test_the_signs_of_a_usual_day_are_shown_from_their_top(small: Stage) -> None:
    small.check.begin(Known(days_since=1))
    assert_top(page(small), "Before you start")
    (link,) = [each for each in page(small).findChildren(KeyButton) if each.text() == "See the warning signs"]

    small.click(link)
    rest()

    first = words(page(small), safety_messages.EMERGENCY_TITLE)
    assert focus() is first
    assert in_sight(page(small), first)
    assert in_sight(page(small), words(page(small), safety_messages.EMERGENCY_SIGNS[0]))


def test_each_page_of_text_begins_at_the_top_with_its_title_read(small: Stage) -> None:
    for name in ("keys", "about", "works", "listen", "signs", "settings", "history", "routines", "clicker"):
        small.trigger(name)
        there = small.page()
        here = focus()

        assert isinstance(here, QLabel), name
        assert_top(there, here.text())
        small.press(KEY.Key_Return)
        assert small.page() is small.start_page, name


def test_an_exercise_begins_at_the_top(small: Stage) -> None:
    small.read_exercise(1)
    there = small.page()
    assert_top(there, "Single knee to chest")
    small.press(KEY.Key_End)
    small.read_exercise(2)

    assert small.page() is not there
    assert_top(small.page(), "Double knee to chest")


def test_the_stopped_page_begins_at_the_top_each_time(small: Stage) -> None:
    small.start()
    stopped = small.stopped_page
    for _time in range(2):
        small.press(KEY.Key_Escape)
        assert_top(stopped, safety_messages.M_STOP_TITLE)
        assert focus() is stopped.title
        assert in_sight(stopped, stopped.first, start_only=True)
        small.press(KEY.Key_End)
        bar = column_of(stopped).verticalScrollBar()
        assert bar.value() == bar.maximum(), "all of it can be read"
        small.click(stopped.mistake)
        rest()
        assert in_sight(stopped, words(stopped, safety_messages.M_MISTAKE))
        assert in_sight(stopped, stopped.no)
        small.click(stopped.no)


def test_all_the_signs_of_the_stopped_page_begin_at_their_top(small: Stage) -> None:
    small.start()
    small.press(KEY.Key_Escape)
    card = small.stopped_page.signs
    for _turn in range(2):
        small.press(KEY.Key_End)
        card.more.setFocus()
        small.press(KEY.Key_Return)
        rest()
        assert in_sight(small.stopped_page, card.title)


def test_the_number_asked_after_a_rest_comes_into_sight_unless_something_is_being_read(small: Stage) -> None:
    small.start()
    small.press(KEY.Key_Escape)
    stopped = small.stopped_page
    small.after_session.rest_is_over()
    rest()
    assert in_sight(stopped, words(stopped, safety_messages.ASK_PAIN_AFTER))

    small.click(stopped.close_button)
    small.start()
    small.press(KEY.Key_Escape)
    small.press(KEY.Key_Tab)
    before = column_of(stopped).verticalScrollBar().value()
    small.after_session.rest_is_over()
    rest()

    assert column_of(stopped).verticalScrollBar().value() == before


def test_the_closing_page_begins_at_the_top_and_brings_its_advice_into_sight(small: Stage) -> None:
    closing = small.closing_page
    for _time in range(2):
        small.start()
        small.press(KEY.Key_E, CTRL)
        assert_top(closing, "Ended for now.")
        closing.after.scale.numbers[0].setFocus()
        small.press(KEY.Key_9)
        assert closing.after.scale.value is None
        small.press(KEY.Key_Space)
        rest()
        assert in_sight(closing, closing.after.advice, start_only=True)
        assert in_sight(closing, words(closing, safety_messages.EMERGENCY_TITLE), start_only=True) or (
            small.window.height() < 600  # the advice itself comes first
        )
        assert_focus_in_sight(closing)
        small.click(closing.done)
        small.clock.ms += 60_000
        small.show_start()


def test_the_hearing_page_begins_at_the_top_and_brings_its_help_into_sight(small: Stage, qtbot: QtBot) -> None:
    there = small.side_pages.hear()
    small.show_side_page(there)
    assert isinstance(there, HearPage)
    assert_top(there, "Can you hear this?")
    there.nothing.setFocus()
    small.press(KEY.Key_Return)

    qtbot.waitUntil(lambda: in_sight(there, there.help) and there.go_on.isVisible())
    assert there.rect().contains(QRect(there.go_on.mapTo(there, QPoint(0, 0)), there.go_on.size()))
    assert_focus_in_sight(there)


def test_a_note_that_is_opened_can_be_seen(small: Stage) -> None:
    small.start()
    small.press(KEY.Key_Escape)
    stopped = small.stopped_page
    rest()
    column_of(stopped).to_top()
    stopped.note.open_button.click()
    rest()

    assert focus() is stopped.note.field
    assert_focus_in_sight(stopped)


def test_the_start_page_begins_at_its_top_again_also_with_news(small: Stage) -> None:
    start = small.start_page
    small.start()
    start.show_notice("There is no sound now. Everything is on the screen.")
    small.press(KEY.Key_E, CTRL)
    small.clock.ms += 60_000
    small.show_start()

    assert_top(start, "There is no sound now. Everything is on the screen.")


def test_the_start_page_begins_at_its_top_in_a_small_window(open_program: Opener) -> None:
    """Until the routine was read Start cannot have the focus; who went on to the last lines by then is brought back."""

    def go_down(program: Program) -> None:
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
        last = program.start_page.findChildren(Line)[-1]
        last.setFocus()
        column_of(program.start_page).ensureWidgetVisible(last)
        assert column_of(program.start_page).verticalScrollBar().value() > 0

    stage = open_program(size=(640, 360), at_first_paint=go_down)
    rest()

    assert focus() is stage.start_page.start
    assert_top(stage.start_page, "Lower back stretches")


def test_back_from_a_page_of_text_the_check_has_the_keyboard_again(stage: Stage) -> None:
    begin(stage)
    stage.press(KEY.Key_F1)
    stage.press(KEY.Key_Escape)
    assert stage.page() is page(stage)

    here = focus()
    assert here is not None
    assert page(stage).isAncestorOf(here)
    stage.press(KEY.Key_Escape)
    assert stage.page() is stage.start_page


def test_the_focus_never_wanders_through_an_answered_question(stage: Stage) -> None:
    begin(stage)
    seen: list[QWidget | None] = []
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    app.focusChanged.connect(lambda _before, now: seen.append(now))

    answer_by_keys(stage, "None of these")

    assert [each for each in seen if isinstance(each, QLabel)] == [focus()]
    assert seen[-1] is focus()
    assert len(seen) == 2, "the answer, and the new heading"
