"""The check before a session: nothing leads past it, and what closes stays closed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton

from coach.core.events import Phase
from coach.core.safety import Known, Question
from coach.session.gate import asks_helps, known_of
from coach.store.record.moments import Instant
from coach.store.record.values import EarlierSessions
from coach.words import safety_messages
from tests.ui.stage import KEY, focus
from tests.waiting import wait_ms

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from coach.ui.check.check_page import CheckPage
    from tests.ui.stage import Stage

pytestmark = pytest.mark.every_case

TEMPTING = (KEY.Key_Space, KEY.Key_Return, KEY.Key_PageUp, KEY.Key_MediaPlay, KEY.Key_PageDown, KEY.Key_MediaNext)


def page(stage: Stage) -> CheckPage:
    return stage.check_page


def question(stage: Stage) -> Question | None:
    return stage.check.question


def begin(stage: Stage) -> None:
    stage.click(stage.start_page.start)
    stage.wait_for_check()
    wait_ms(1)


def reach_pain(stage: Stage) -> None:
    begin(stage)
    while question(stage) is not Question.PAIN:
        stage.answer("None of these")


def assert_closed(stage: Stage, title: str) -> None:
    assert title in stage.texts(page(stage))
    assert page(stage).buttons == []
    for key in TEMPTING:
        stage.press(key)
    assert stage.phase() is Phase.READY


@pytest.mark.parametrize("number", [7, 8, 9, 10])
def test_severe_by_number_starts_nothing(stage: Stage, number: int) -> None:
    reach_pain(stage)

    stage.answer("", number)

    assert_closed(stage, safety_messages.M_SEVERE_TITLE)
    assert safety_messages.EMERGENCY_SIGNS[0] in stage.texts(page(stage))


def test_severe_by_the_button_starts_nothing(stage: Stage) -> None:
    reach_pain(stage)

    stage.click(page(stage).buttons[0])
    wait_ms(1)

    assert_closed(stage, safety_messages.M_SEVERE_TITLE)


def test_a_warning_sign_starts_nothing(stage: Stage) -> None:
    begin(stage)

    stage.answer("One or more of these")
    stage.answer("Yes, or I am not sure")

    assert_closed(stage, safety_messages.M_FLAG_TITLE)


def test_not_cleared_starts_nothing_and_cleared_starts_gently(stage: Stage) -> None:
    begin(stage)
    stage.answer("None of these")
    stage.answer("One or more of these")
    assert question(stage) is Question.CLEARED
    stage.answer("No, or not sure")
    assert_closed(stage, safety_messages.M_ASKFIRST_TITLE)

    stage.click(page(stage).back)
    stage.answer("Yes")
    stage.answer("", 1)

    assert safety_messages.M_EASIER_FIRST in stage.texts(page(stage))
    stage.answer("Start")
    assert stage.phase() is Phase.RUNNING


def test_nothing_is_chosen_beforehand_and_a_stray_key_chooses_nothing(stage: Stage) -> None:
    begin(stage)

    for asked in (Question.SIGNS, Question.ASK_FIRST, Question.PAIN):
        for key in TEMPTING:
            stage.press(key)
        assert (question(stage), stage.phase()) == (asked, Phase.READY)
        if asked is not Question.PAIN:
            stage.answer("None of these")
    scale = page(stage).scale
    assert scale is not None
    assert scale.value is None


def test_back_goes_one_question_back_and_then_to_the_start_page(stage: Stage) -> None:
    reach_pain(stage)

    stage.press(KEY.Key_Escape)
    assert question(stage) is Question.ASK_FIRST
    stage.click(page(stage).back)
    stage.click(page(stage).back)

    assert stage.page() is stage.start_page


@pytest.mark.parametrize("key", [KEY.Key_Return, KEY.Key_Enter, KEY.Key_Space])
def test_enter_and_space_answer_with_the_number_that_has_the_focus(stage: Stage, key: Qt.Key) -> None:
    reach_pain(stage)
    scale = page(stage).scale
    assert scale is not None
    scale.numbers[3].setFocus()

    stage.press(key)

    assert stage.phase() is Phase.RUNNING
    assert stage.check.answers.pain == 3


def test_a_digit_leads_to_its_number_and_tab_to_the_numbers(stage: Stage) -> None:
    reach_pain(stage)
    scale = page(stage).scale
    assert scale is not None
    assert scale.numbers[3].accessibleName() == "3, mild"
    reached = []
    for _tab in range(60):
        stage.press(KEY.Key_Tab)
        reached.append(focus())
    assert [each for each in dict.fromkeys(reached) if each in scale.numbers] == [scale.numbers[0]], "one stop"
    assert page(stage).buttons[0] in reached
    scale.numbers[0].setFocus()
    for number in range(1, 11):
        stage.press(KEY.Key_Right)
        assert focus() is scale.numbers[number]
        assert (question(stage), scale.value) == (Question.PAIN, None)

    for keys, number in (((3,), 3), ((1,), 1), ((0,), 10), ((0,), 0), ((1, 1, 0), 10), ((0, 1), 1), ((7,), 7)):
        page(stage).setFocus() if number == 3 else None
        for key in keys:
            stage.press(KEY(KEY.Key_0 + key))
        assert focus() is scale.numbers[number]
        assert (question(stage), scale.value) == (Question.PAIN, None)
    stage.press(KEY.Key_1)
    stage.press(KEY.Key_Right)
    stage.press(KEY.Key_Left)
    stage.press(KEY.Key_0)
    assert focus() is scale.numbers[0], "the arrow keys came between"

    stage.press(KEY.Key_3)
    stage.press(KEY.Key_Return)

    assert stage.phase() is Phase.RUNNING
    assert stage.check.answers.pain == 3


def test_a_usual_day_takes_two_presses(stage: Stage) -> None:
    stage.start()
    stage.press(KEY.Key_E, Qt.KeyboardModifier.ControlModifier)
    stage.press(KEY.Key_Return)

    begin(stage)
    asked = [question(stage)]
    stage.answer("None of these")
    asked.append(question(stage))
    stage.answer("", 3)

    assert asked == [Question.SINCE, Question.PAIN]
    assert stage.phase() is Phase.RUNNING


def test_moderate_is_told_to_go_gently(stage: Stage) -> None:
    reach_pain(stage)

    stage.answer("", 5)

    assert stage.phase() is Phase.READY
    assert safety_messages.M_GENTLE in stage.texts(page(stage))


def test_after_a_pain_stop_the_person_decides_and_what_hurt_is_left_out(stage: Stage) -> None:
    stage.start()
    stage.skip_to(4)
    stage.advance(2_000)
    stage.press(KEY.Key_Escape)
    stage.click(stage.stopped_page.close_button)

    begin(stage)
    assert question(stage) is Question.SIGNS
    stage.answer("None of these")
    stage.answer("", 2)
    stage.answer("Yes")

    assert question(stage) is Question.RESTART
    assert focus() is page(stage).buttons[0]
    assert page(stage).buttons[0].text() == "Not now"
    assert {safety_messages.M_AGAIN, safety_messages.M_TOMORROW} <= set(stage.texts(page(stage)))
    stage.answer("I have asked a professional")
    with_hurt = next(each for each in page(stage).findChildren(QCheckBox) if each.accessibleName().startswith("Do "))
    assert with_hurt.accessibleName() == "Do Single knee to chest today"
    assert "Single knee to chest hurt last time. It is left out." in stage.texts(page(stage))
    assert not with_hurt.isChecked()
    stage.answer("Start")
    assert stage.phase() is Phase.RUNNING
    assert "Single knee to chest" not in [row.name for row in stage.rows]


def test_not_now_starts_nothing(stage: Stage) -> None:
    stage.start()
    stage.press(KEY.Key_Escape)
    stage.click(stage.stopped_page.close_button)
    begin(stage)
    stage.answer("None of these")
    stage.answer("", 2)
    stage.answer("Yes")

    stage.press(KEY.Key_Return)

    assert stage.phase() is Phase.READY
    assert page(stage).buttons == []


def test_no_answer_of_a_list_is_kept(stage: Stage) -> None:
    begin(stage)
    stage.answer("One or more of these")
    stage.answer("Yes, or I am not sure")
    shown = [line.text() for line in page(stage).findChildren(QLabel)]
    assert safety_messages.EMERGENCY_SIGNS[0] in shown
    stage.recorder.stop()
    wait_ms(1)

    kept = b"".join(path.read_bytes() for path in stage.data.iterdir())

    assert b"closed" in kept
    for sign in (*safety_messages.EMERGENCY_SIGNS, *safety_messages.TODAY_SIGNS, *safety_messages.ASK_FIRST):
        assert sign.encode() not in kept


# Whether it helps


DAY = 86_400_000


@pytest.mark.parametrize(
    ("first", "asked", "today", "wanted"),
    [
        (None, None, 100, False),
        (10, None, 23, False),
        (10, None, 24, True),
        (10, 24, 51, False),
        (10, 24, 52, True),
        (10, 2_000, 60, True),
        (2_000, None, 60, False),
    ],
)
def test_whether_it_helps_is_asked_after_two_weeks_and_then_every_four(
    first: int | None, asked: int | None, today: int, *, wanted: bool
) -> None:
    past = EarlierSessions(
        first_at=None if first is None else Instant(first * DAY),
        helps_asked_at=None if asked is None else Instant(asked * DAY),
    )

    assert asks_helps(past, Instant(today * DAY)) is wanted


def test_unless_it_helps_the_answer_is_the_advice(stage: Stage) -> None:
    start = stage.start_page
    answers: list[str] = []
    start.helps_answered.connect(answers.append)
    start.ask_helps()
    wait_ms(1)
    (button,) = [each for each in start.findChildren(QPushButton) if each.text() == "Not really"]

    stage.click(button)
    wait_ms(1)

    assert answers == ["not really"]
    assert safety_messages.M_BOOK in stage.texts(start)
    assert safety_messages.ASK_HELPS not in stage.texts(start)


# The calendar


MIDNIGHT = Instant(20_000 * DAY)


def at(minutes: int) -> Instant:
    return Instant(MIDNIGHT.ms + minutes * 60_000)


@pytest.mark.parametrize(
    ("started", "stopped", "now", "today"),
    [
        (-600, -590, -500, True),
        (-600, -590, 500, False),
        (-10, 5, 500, True),  # across midnight: it hurt today
        (-10, -5, 5, False),
        (500, 510, 400, True),  # a clock that was set back, within the day
        (500, 510, -500, False),
        (500, 510, -3_000, False),
        (2_000_000, 2_000_010, 0, False),  # it was in the future once
    ],
)
def test_the_same_day_is_the_day_on_which_it_hurt(started: int, stopped: int, now: int, *, today: bool) -> None:
    past = EarlierSessions(last=1, last_at=at(started), hurt_in_a_row=1, hurt_at=at(stopped))

    known = known_of(past, at(now))

    assert (known.hurt_today, known.hurt_in_a_row) == (today, 1)
    assert known.days_since is not None
    assert known.days_since >= 0


@pytest.mark.parametrize(("now", "days"), [(10, 0), (-10, 0), (3 * 1_440, 3), (-3 * 1_440, 14), (-2_000_000, 14)])
def test_a_last_session_in_the_future_may_be_long_ago(now: int, days: int) -> None:
    last = at(5)

    assert known_of(EarlierSessions(last=1, last_at=last), Instant(at(now).ms, 20)).days_since == days


def test_the_same_day_is_told_by_the_wall_when_the_clocks_change() -> None:
    """The clocks go back at 3:00 in the night; at 23:30 it is the same day though 25 hours of it are over."""
    stopped = Instant(MIDNIGHT.ms - 120 * 60_000 + 10 * 60_000, 120)
    late = Instant(stopped.ms + (24 * 60 + 20) * 60_000, 60)

    assert known_of(EarlierSessions(last=1, last_at=stopped, hurt_in_a_row=1, hurt_at=stopped), late).hurt_today


@pytest.mark.parametrize(
    ("yes", "passed", "now", "days"),
    [
        (None, None, 0, None),
        (None, 3, 4, None),
        (0, None, 0, 0),
        (0, None, 27, 27),
        (0, 20, 27, 27),
        (0, 27, 28, 28),  # the full list is due
        (0, 27, 400, 400),
        (0, 28, 29, None),  # it was shown, and nothing of it applied any more
        (0, 28, 400, None),
        (5, None, 4, 28),  # told with a clock that was in the future once
        (5, 4, 4, None),
    ],
)
def test_after_a_professionals_yes_the_full_list_is_shown_once_in_28_days(
    yes: int | None, passed: int | None, now: int, days: int | None
) -> None:
    past = EarlierSessions(
        cleared_at=None if yes is None else at(yes * 1_440),
        passed_since=None if passed is None else at(passed * 1_440),
    )

    assert known_of(past, at(now * 1_440)).days_cleared == days


def test_one_question_alone_is_no_list(stage: Stage, qtbot: QtBot) -> None:
    stage.check.begin(Known(days_since=1))

    qtbot.waitUntil(lambda: safety_messages.ASK_SIGN in stage.texts(page(stage)))
    assert "•" not in stage.texts(page(stage))
