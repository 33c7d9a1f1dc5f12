"""The check before a session by keyboard, on the second day and after pain: every route, and none around it."""

from __future__ import annotations

import threading
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QAccessible, QDesktopServices
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QLabel, QRadioButton, QScrollArea

from coach.core.events import Phase
from coach.core.safety import Question
from coach.session.clock import wall_now
from coach.store.record.journal import Journal
from coach.store.record.moments import DAY_MS, Instant
from coach.store.record.session_start import SessionStart
from coach.ui.kit.label import Heading
from coach.words import safety_messages
from tests.ui.stage import CTRL, KEY, focus
from tests.waiting import wait_ms

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtCore import QUrl
    from pytestqt.qtbot import QtBot

    from coach.ui.check.check_page import CheckPage
    from tests.ui.conftest import Opener
    from tests.ui.stage import Stage

pytestmark = pytest.mark.every_case

STRAY = (
    KEY.Key_Space,
    KEY.Key_Return,
    KEY.Key_Enter,
    KEY.Key_PageUp,
    KEY.Key_PageDown,
    KEY.Key_Right,
    KEY.Key_MediaPlay,
    KEY.Key_MediaTogglePlayPause,
    KEY.Key_MediaNext,
    KEY.Key_MediaPrevious,
)
CHOOSERS = (KEY.Key_Space, KEY.Key_Return)


def page(stage: Stage) -> CheckPage:
    return stage.check_page


def question(stage: Stage) -> Question | None:
    return stage.check.question


def begin(stage: Stage) -> None:
    stage.click(stage.start_page.start)
    stage.wait_for_check()


def reach(stage: Stage, wanted: Question) -> None:
    begin(stage)
    usual = {Question.SETTLED: "Yes"}
    while (asked := question(stage)) is not wanted:
        assert asked is not None
        stage.answer(usual.get(asked, "None of these"))


def hurt_once(stage: Stage) -> None:
    stage.start()
    stage.skip_to(4)
    stage.advance(2_000)
    stage.press(KEY.Key_Escape)
    stage.click(stage.stopped_page.close_button)


def end_well(stage: Stage) -> None:
    stage.start()
    stage.press(KEY.Key_E, CTRL)
    stage.press(KEY.Key_Return)


def tab_to(stage: Stage, words: str) -> None:
    for _tab in range(60):
        stage.press(KEY.Key_Tab)
        found = focus()
        if isinstance(found, QAbstractButton) and words in {found.text(), found.accessibleName()}:
            return
        if isinstance(found, QRadioButton) and words[0].isdigit():  # one stop for all numbers
            for _arrow in range(int(words.split(",", maxsplit=1)[0])):
                stage.press(KEY.Key_Right)
            return
    pytest.fail(f"Tab does not reach {words}")


def assert_closed(stage: Stage, title: str) -> None:
    shown = page(stage)
    assert stage.page() is shown
    assert title in stage.texts(shown)
    # The links to the warning signs and Back are all that may be left.
    assert not [each for each in shown.findChildren(QAbstractButton) if each.isVisible() and "tart" in each.text()]
    assert shown.buttons == []
    for key in STRAY:
        stage.press(key)
    assert stage.phase() is Phase.READY


@pytest.mark.parametrize("days_ahead", [0, 1_500])
def test_after_pain_with_a_clock_that_was_in_the_future_it_is_not_the_same_day_for_years(
    open_program: Opener, tmp_path: Path, days_ahead: int
) -> None:
    now = wall_now()
    then = Instant(now.ms + days_ahead * DAY_MS, now.offset_min)
    folder = tmp_path / "data"
    folder.mkdir()
    with closing(Journal(folder / "record.db")) as journal:
        journal.end(
            journal.begin(SessionStart(then, "lower-back", "Lower back", "v", "default", 3)), "stopped for pain", then
        )
    stage = open_program()

    reach(stage, Question.RESTART)

    shown = "\n".join(stage.texts(page(stage)))
    assert safety_messages.M_AGAIN in shown
    assert (safety_messages.M_TOMORROW in shown) is (days_ahead == 0)


@pytest.mark.parametrize("number", [7, 8, 9])
def test_a_severe_digit_starts_nothing(stage: Stage, number: int) -> None:
    reach(stage, Question.PAIN)

    stage.press(KEY(KEY.Key_0 + number))
    assert question(stage) is Question.PAIN
    stage.press(KEY.Key_Space)

    assert_closed(stage, safety_messages.M_SEVERE_TITLE)


@pytest.mark.parametrize("key", CHOOSERS)
@pytest.mark.parametrize("words", ["7, severe", "10, severe", "It is severe"])
def test_severe_by_keyboard_starts_nothing(stage: Stage, words: str, key: KEY) -> None:
    reach(stage, Question.PAIN)
    tab_to(stage, words)

    stage.press(key)
    if question(stage) is Question.PAIN:  # Enter chooses no number: that is no route either
        assert stage.phase() is Phase.READY
        stage.press(KEY.Key_Space)

    assert_closed(stage, safety_messages.M_SEVERE_TITLE)


@pytest.mark.parametrize("key", CHOOSERS)
def test_a_warning_sign_by_keyboard_starts_nothing(stage: Stage, key: KEY) -> None:
    begin(stage)
    tab_to(stage, "One or more of these")
    stage.press(key)
    tab_to(stage, "Yes, or I am not sure")

    stage.press(key)

    assert_closed(stage, safety_messages.M_FLAG_TITLE)
    assert {safety_messages.EMERGENCY_SIGNS[0], safety_messages.TODAY_SIGNS[0]} <= set(stage.texts(page(stage)))


def test_not_cleared_by_keyboard_starts_nothing(stage: Stage) -> None:
    reach(stage, Question.ASK_FIRST)
    for words in ("One or more of these", "No, or not sure"):
        tab_to(stage, words)
        stage.press(KEY.Key_Space)

    assert_closed(stage, safety_messages.M_ASKFIRST_TITLE)


def test_a_warning_sign_on_a_later_day_starts_nothing(stage: Stage) -> None:
    end_well(stage)
    begin(stage)
    assert question(stage) is Question.SINCE

    stage.answer("One or more warning signs")
    stage.answer("Yes, or I am not sure")

    assert_closed(stage, safety_messages.M_FLAG_TITLE)


def test_the_list_of_signs_is_one_press_away_on_a_later_day(stage: Stage) -> None:
    end_well(stage)
    begin(stage)
    signs = {*safety_messages.EMERGENCY_SIGNS, *safety_messages.TODAY_SIGNS}
    there = {each.text() for each in page(stage).findChildren(QLabel)}
    assert not signs & there, "nobody waits for what is hardly ever wanted"

    tab_to(stage, "See the warning signs")
    stage.press(KEY.Key_Space)

    assert signs <= set(stage.texts(page(stage)))
    assert question(stage) is Question.SINCE
    first = focus()
    assert isinstance(first, Heading)
    assert first.text() == safety_messages.EMERGENCY_TITLE
    for lines in (safety_messages.EMERGENCY_SIGNS, safety_messages.TODAY_SIGNS):
        stage.press(KEY.Key_Tab)
        line = focus()
        assert isinstance(line, QLabel)
        assert line.text() == lines[0]


def test_changed_health_brings_the_ask_first_list_back(stage: Stage) -> None:
    end_well(stage)
    begin(stage)

    tab_to(stage, "Something about my health has changed")
    stage.press(KEY.Key_Space)
    wait_ms(1)  # what is new in a layout is shown in the next turn
    words = next(each for each in page(stage).findChildren(QLabel) if each.text() == "What has changed comes next.")
    card = words.parentWidget()
    assert card is not None
    assert card.height() - words.geometry().bottom() > 10, "the words lie on the edge of their card"
    stage.answer("None of these")

    assert question(stage) is Question.ASK_FIRST


def test_the_whole_check_can_be_run_again_after_it_closed(stage: Stage) -> None:
    begin(stage)
    stage.answer("One or more of these")
    stage.answer("Yes, or I am not sure")
    assert_closed(stage, safety_messages.M_FLAG_TITLE)

    for _question in range(3):
        stage.click(page(stage).back)
    assert stage.page() is stage.start_page

    stage.start()
    assert stage.phase() is Phase.RUNNING


def test_going_back_forgets_the_number(stage: Stage) -> None:
    reach(stage, Question.PAIN)
    stage.answer("", 5)

    stage.press(KEY.Key_Escape)

    scale = page(stage).scale
    assert question(stage) is Question.PAIN
    assert scale is not None
    assert scale.value is None


def test_stray_keys_answer_nothing_before_the_check_of_a_later_day(stage: Stage) -> None:
    end_well(stage)
    begin(stage)

    for asked in (Question.SINCE, Question.PAIN):
        if asked is Question.PAIN:
            stage.answer("None of these")
            page(stage).setFocus()  # pressed once more, that answer would be given once more
        for key in STRAY * 3:
            stage.press(key)
        assert (question(stage), stage.phase()) == (asked, Phase.READY)


def test_stray_keys_after_pain_lead_to_not_now_at_most(stage: Stage) -> None:
    hurt_once(stage)
    reach(stage, Question.RESTART)

    for key in STRAY * 3:
        stage.press(key)

    assert stage.phase() is Phase.READY
    assert page(stage).buttons == []


def test_pain_after_last_time_leads_to_the_restart_check(stage: Stage) -> None:
    end_well(stage)
    begin(stage)

    stage.answer("It hurt more after last time")

    asked = []
    usual = {Question.SETTLED: "Not sure"}
    while (now := question(stage)) is not Question.RESTART:
        assert now is not None
        asked.append(now)
        stage.answer(usual.get(now, "None of these"))
    assert asked == [Question.SIGNS, Question.PAIN, Question.SETTLED]
    assert safety_messages.M_WORSE in stage.texts(page(stage))
    assert [button.text() for button in page(stage).buttons] == ["Not now", "I have asked a professional"]


def test_two_pain_stops_in_a_row_leave_only_the_professional(stage: Stage) -> None:
    hurt_once(stage)
    hurt_once(stage)

    reach(stage, Question.RESTART)

    assert safety_messages.M_TWICE in stage.texts(page(stage))
    assert [button.text() for button in page(stage).buttons] == ["Not now", "I have asked a professional"]


def test_what_hurt_is_done_where_the_person_ticks_it(stage: Stage) -> None:
    hurt_once(stage)
    reach(stage, Question.RESTART)
    stage.answer("I decide to start again, gently")
    with_hurt = next(each for each in page(stage).findChildren(QCheckBox) if each.accessibleName().startswith("Do "))
    assert not with_hurt.isChecked()
    name = with_hurt.accessibleName().removeprefix("Do ").removesuffix(" today")
    assert {f"{name} hurt last time. It is left out.", "Switch it on to do it today."} <= set(stage.texts(page(stage)))
    spoken = (with_hurt.accessibleName(), with_hurt.accessibleDescription())

    with_hurt.click()
    # “Left out … checked” would be heard else, or what was so before the press.
    assert (with_hurt.accessibleName(), with_hurt.accessibleDescription()) == spoken
    assert spoken[1] == f"{name} hurt last time. It is left out unless this is on."
    shown = set(stage.texts(page(stage)))
    assert {f"{name} hurt last time. It is done today.", "Switch it off to leave it out."} <= shown
    stage.answer("Start")

    assert stage.phase() is Phase.RUNNING
    assert name in [row.name for row in stage.rows]


def test_a_program_opened_anew_after_pain_asks_for_the_restart(open_program: Opener) -> None:
    first = open_program()
    hurt_once(first)
    first.window.force_close()
    first.recorder.stop()

    second = open_program()
    begin(second)
    asked = []
    usual = {Question.SETTLED: "Yes"}
    while (now := question(second)) is not Question.RESTART:
        assert now is not None
        asked.append(now)
        second.answer(usual.get(now, "None of these"))

    assert asked == [Question.SIGNS, Question.PAIN, Question.SETTLED]


def test_a_slow_record_lets_nobody_past_the_restart_check(stage: Stage) -> None:
    end_well(stage)  # what is known now: nothing hurt
    stage.start()
    stage.skip_to(4)
    gate = threading.Event()
    stage.recorder.do(lambda _journal: gate.wait(5))
    stage.press(KEY.Key_Escape)
    stage.click(stage.stopped_page.close_button)

    stage.click(stage.start_page.start)
    asked_early = stage.page() is page(stage) and question(stage) is Question.SINCE
    gate.set()

    assert not asked_early
    stage.wait_for_check()
    assert question(stage) is Question.SIGNS  # the full list, as after every pain stop


def test_the_data_folder_holds_no_text_of_a_list(stage: Stage) -> None:
    begin(stage)
    stage.answer("None of these")
    stage.answer("One or more of these")
    stage.answer("No, or not sure")
    stage.click(page(stage).back)
    stage.answer("Yes")
    stage.answer("", 2)
    stage.answer("Start")
    stage.press(KEY.Key_Escape)
    stage.recorder.stop()
    wait_ms(1)

    kept = b"".join(path.read_bytes() for path in stage.data.rglob("*") if path.is_file())

    assert kept
    lists = (
        *safety_messages.EMERGENCY_SIGNS,
        *safety_messages.EMERGENCY_SHORT,
        *safety_messages.TODAY_SIGNS,
        *safety_messages.ASK_FIRST,
    )
    for text in (*lists, "ask_first", "cleared", "signs"):
        assert text.encode() not in kept


def test_a_closed_check_shows_the_contact_and_opens_it_after_a_press_only(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []

    def open_url(url: QUrl) -> bool:
        opened.append(url.toString())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    stage.preferences.change(contact_name="Riverside", contact_phone="555 0134", emergency_number="999")
    begin(stage)
    stage.answer("One or more of these")
    stage.answer("Yes, or I am not sure")
    wait_ms(1)

    contact = page(stage).contact
    assert contact is not None
    assert (contact.accessibleName(), opened) == ("Open the contact: Riverside · 555 0134", [])
    assert {"Riverside · 555 0134", "Your emergency number", "999"} <= set(stage.texts(page(stage)))
    stage.click(contact)

    assert opened == ["tel:5550134"]


def test_without_a_contact_a_closed_check_has_nothing_to_press(stage: Stage) -> None:
    begin(stage)
    stage.answer("One or more of these")
    stage.answer("Yes, or I am not sure")

    assert page(stage).contact is None


def test_a_long_list_is_scrolled_by_the_arrow_keys(stage: Stage, qtbot: QtBot) -> None:
    stage.window.resize(800, 600)
    begin(stage)
    bar = page(stage).findChildren(QScrollArea)[0].verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)

    stage.press(KEY.Key_Down)
    assert bar.value() > 0
    stage.press(KEY.Key_Up)
    assert bar.value() == 0
    page(stage).buttons[0].setFocus()
    bar.setValue(bar.maximum())
    low = bar.value()
    stage.press(KEY.Key_Up)

    assert bar.value() < low
    assert question(stage) is Question.SIGNS


def test_tab_from_outside_scrolls_to_what_gets_the_focus(stage: Stage, qtbot: QtBot) -> None:
    stage.window.resize(800, 600)
    begin(stage)
    bar = page(stage).findChildren(QScrollArea)[0].verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)

    button = page(stage).buttons[0]
    for _tab in range(20):
        if focus() is button:
            break
        stage.press(KEY.Key_Tab)

    assert focus() is button
    assert not button.visibleRegion().isEmpty()


def test_a_screen_reader_hears_what_is_asked_where_the_focus_is(stage: Stage) -> None:
    begin(stage)

    here = focus()
    assert here is not None
    there = QAccessible.queryAccessibleInterface(here)

    assert page(stage).isAncestorOf(here)
    assert there.role() == QAccessible.Role.Heading
    assert there.text(QAccessible.Text.Name) == "Warning signs"
    form = QAccessible.queryAccessibleInterface(page(stage))
    assert (form.role(), form.text(QAccessible.Text.Name)) == (QAccessible.Role.Form, "Warning signs")
