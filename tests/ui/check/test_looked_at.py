"""A warning sign: is it in the first list, and if not, has a professional looked at it? One way on, and no other."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QAccessible, QMouseEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from coach.core.events import Phase
from coach.core.safety import Question
from coach.session.clock import wall_now
from coach.store.record.journal import Journal
from coach.store.record.moments import DAY_MS, Instant
from coach.store.record.session_start import SessionStart
from coach.ui.kit.marks import GROUP
from coach.words import safety_messages
from tests.ui.stage import CTRL, KEY, focus
from tests.waiting import wait_ms

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from coach.ui.check.check_page import CheckPage
    from tests.ui.conftest import Opener
    from tests.ui.stage import Stage

pytestmark = pytest.mark.every_case

MORE, NONE = "One or more of these", "None of these"
URGENT, TODAY = "Yes, or I am not sure", "No, only in the second list"
YES, NO = "Yes", "No, or not yet"
STRAY = (KEY.Key_Space, KEY.Key_Return, KEY.Key_PageDown, KEY.Key_MediaPlay, KEY.Key_MediaNext, KEY.Key_Right)


def page(stage: Stage) -> CheckPage:
    return stage.check_page


def begin(stage: Stage) -> None:
    stage.click(stage.start_page.start)
    stage.wait_for_check()
    wait_ms(1)


def answers(stage: Stage) -> list[QAbstractButton]:
    """Return what can be answered on this page."""
    scale = page(stage).scale
    return [*page(stage).buttons, *(scale.numbers if scale is not None else [])]


def names(stage: Stage) -> list[str]:
    return [button.accessibleName() or button.text() for button in answers(stage)]


def assert_closed(stage: Stage, text: str) -> None:
    shown = page(stage)
    assert {safety_messages.M_FLAG_TITLE, text} <= set(stage.texts(shown))
    assert not [each for each in shown.findChildren(QAbstractButton) if each.isVisible() and "tart" in each.text()]
    for key in STRAY:
        stage.press(key)
    assert stage.page() is shown
    assert stage.phase() is Phase.READY


def tab_to(stage: Stage, words: str) -> None:
    for _tab in range(60):
        stage.press(KEY.Key_Tab)
        found = focus()
        if isinstance(found, QAbstractButton) and found.text() == words:
            return
    pytest.fail(f"Tab does not reach {words}")


def routes(stage: Stage, so_far: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Press everything that answers, on each page that follows; yield the ways to a page with Start."""
    for number, name in enumerate(names(stage)):
        if name == "Start":
            yield so_far
            continue
        stage.click(answers(stage)[number])
        wait_ms(1)
        assert stage.phase() is Phase.READY, (so_far, name)
        yield from routes(stage, (*so_far, name))
        stage.click(page(stage).back)
        wait_ms(1)


def test_no_press_after_a_sign_leads_to_a_start_but_a_professionals_yes(stage: Stage) -> None:
    begin(stage)
    stage.answer(MORE)

    found = set(routes(stage, ()))

    low = {"0, none", "1, mild", "2, mild", "3, mild", "4, moderate", "5, moderate", "6, moderate"}
    assert found == {(TODAY, YES, *first, pain) for first in ((NONE,), (MORE, YES)) for pain in low}


@pytest.mark.parametrize("later", [False, True])
def test_a_sign_of_the_first_list_or_not_sure_stays_closed(stage: Stage, *, later: bool) -> None:
    if later:
        stage.start()
        stage.press(KEY.Key_E, CTRL)
        stage.press(KEY.Key_Return)
    begin(stage)
    stage.answer("One or more warning signs" if later else MORE)
    assert names(stage) == [URGENT, TODAY]
    assert set(safety_messages.EMERGENCY_SIGNS) <= set(stage.texts(page(stage)))

    stage.answer(URGENT)

    assert_closed(stage, safety_messages.M_FLAG)
    assert page(stage).buttons == []
    assert safety_messages.ASK_LOOKED_AT not in stage.texts(page(stage))


def test_by_keys_alone_a_professionals_yes_leads_to_a_gentle_start(stage: Stage) -> None:
    begin(stage)
    for words in (MORE, TODAY):
        tab_to(stage, words)
        stage.press(KEY.Key_Space)
    assert_closed(stage, safety_messages.M_FLAG_TODAY)
    assert safety_messages.ASK_LOOKED_AT in stage.texts(page(stage))

    for words in (YES, NONE):
        tab_to(stage, words)
        stage.press(KEY.Key_Return)
    stage.press(KEY.Key_2)
    stage.press(KEY.Key_Space)
    assert {safety_messages.M_CLEARED, safety_messages.M_RULE} <= set(stage.texts(page(stage)))
    assert stage.phase() is Phase.READY
    tab_to(stage, "Start")
    stage.press(KEY.Key_Return)

    assert stage.phase() is Phase.RUNNING


def test_no_or_not_yet_stays_closed_and_asks_no_more(stage: Stage) -> None:
    begin(stage)
    stage.answer(MORE)
    stage.answer(TODAY)

    stage.answer(NO)

    assert_closed(stage, safety_messages.M_FLAG_TODAY)
    assert page(stage).buttons == []
    assert safety_messages.ASK_LOOKED_AT not in stage.texts(page(stage))
    assert set(safety_messages.TODAY_SIGNS) <= set(stage.texts(page(stage)))


def test_moderate_pain_and_a_sign_are_both_told_before_the_start(stage: Stage) -> None:
    begin(stage)
    for words in (MORE, TODAY, YES, NONE):
        stage.answer(words)
    stage.answer("", 5)

    shown = stage.texts(page(stage))
    assert {safety_messages.M_CLEARED, safety_messages.M_GENTLE, safety_messages.M_RULE} <= set(shown)


def test_on_a_later_day_how_it_was_after_last_time_is_asked_still(stage: Stage) -> None:
    stage.start()
    stage.press(KEY.Key_E, CTRL)
    stage.press(KEY.Key_Return)
    begin(stage)
    for words in ("One or more warning signs", TODAY, YES):
        stage.answer(words)
    assert stage.check.question is Question.SINCE
    assert safety_messages.ASK_SIGN not in stage.texts(page(stage)), "that was answered"

    stage.answer(NONE)
    stage.answer("", 1)
    stage.answer("Start")

    assert stage.check.answers.signs is True
    assert stage.phase() is Phase.RUNNING


def test_after_pain_a_sign_leaves_only_the_professional(stage: Stage) -> None:
    stage.start()
    stage.skip_to(3)
    stage.press(KEY.Key_Escape)
    stage.click(stage.stopped_page.close_button)
    begin(stage)
    for words in (MORE, TODAY, YES):
        stage.answer(words)
    stage.answer("", 2)
    stage.answer("Yes")

    assert stage.check.question is Question.RESTART
    assert names(stage) == ["Not now", "I have asked a professional"]
    stage.answer("I have asked a professional")
    assert safety_messages.M_CLEARED in stage.texts(page(stage))


def test_the_second_press_of_a_double_click_answers_nothing(stage: Stage) -> None:
    """Where the answer to one question stood, that to the next may stand."""
    begin(stage)
    stage.answer(MORE)
    stage.answer(TODAY)
    yes = page(stage).buttons[0]

    for kind, buttons in (
        (QEvent.Type.MouseButtonDblClick, Qt.MouseButton.LeftButton),
        (QEvent.Type.MouseButtonRelease, Qt.MouseButton.NoButton),
    ):
        middle = QPointF(yes.rect().center())
        there = QPointF(yes.mapToGlobal(middle))
        event = QMouseEvent(kind, middle, there, Qt.MouseButton.LeftButton, buttons, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(yes, event)

    assert stage.check.answers.looked_at is None
    stage.click(yes)
    assert stage.check.answers.looked_at is True


def test_a_screen_reader_finds_the_question_as_the_name_of_its_answers(stage: Stage) -> None:
    begin(stage)
    stage.answer(MORE)
    stage.answer(TODAY)

    groups = [each for each in page(stage).findChildren(QWidget, GROUP) if each.isAncestorOf(page(stage).buttons[0])]
    (there,) = [QAccessible.queryAccessibleInterface(group) for group in groups]

    assert (there.role(), there.text(QAccessible.Text.Name)) == (
        QAccessible.Role.Grouping,
        safety_messages.ASK_LOOKED_AT,
    )
    here = focus()
    assert here is not None
    assert QAccessible.queryAccessibleInterface(here).text(QAccessible.Text.Name) == safety_messages.M_FLAG_TITLE


# What is kept


def kept(stage: Stage) -> list[tuple[str, str]]:
    """Return the answers in the record, which is closed for it."""
    stage.recorder.stop()
    wait_ms(1)
    with closing(Journal(stage.data / "record.db")) as journal:
        return [tuple(row) for row in journal.connection.execute("SELECT question, answer FROM answer ORDER BY rowid")]


def test_the_day_of_a_professionals_yes_is_kept_and_never_the_sign(stage: Stage) -> None:
    begin(stage)
    for words in (MORE, TODAY, YES, NONE):
        stage.answer(words)
    stage.answer("", 2)
    stage.answer("Start")
    stage.press(KEY.Key_E, CTRL)

    assert kept(stage) == [("check", "closed"), ("check", "passed"), ("professional", "said yes")]
    held = b"".join(path.read_bytes() for path in stage.data.rglob("*") if path.is_file())
    lists = (*safety_messages.EMERGENCY_SIGNS, *safety_messages.TODAY_SIGNS)
    for text in (*lists, "urgent", "looked_at", "looked at", "signs", "second list"):
        assert text.encode() not in held


@pytest.mark.parametrize("way", [(URGENT,), (TODAY,), (TODAY, NO), (TODAY, YES, NONE, 8)])
def test_what_closes_keeps_no_yes(stage: Stage, way: tuple[str | int, ...]) -> None:
    begin(stage)
    stage.answer(MORE)
    for each in way:
        stage.answer(each) if isinstance(each, str) else stage.answer("", each)

    told = kept(stage)

    assert set(told) == {("check", "closed")}
    assert len(told) == (2 if 8 in way else 1)


@pytest.mark.parametrize(("days", "asked"), [(0, Question.SINCE), (27, Question.SINCE), (28, Question.SIGNS)])
def test_for_28_days_the_short_question_is_enough(
    open_program: Opener, tmp_path: Path, days: int, asked: Question
) -> None:
    now = wall_now()
    yes, last = (Instant(now.ms - ago * DAY_MS, now.offset_min) for ago in (days, min(days, 1)))
    folder = tmp_path / "data"
    folder.mkdir()
    with closing(Journal(folder / "record.db")) as journal:
        journal.answer(yes, "check", "passed")
        journal.answer(yes, "professional", "said yes")
        session = journal.begin(SessionStart(last, "lower-back", "Lower back", "v", "default", 3))
        journal.end(session, "finished", last)
        journal.set_next_day(session, worse=False)
    stage = open_program()

    begin(stage)

    assert stage.check.question is asked
    answers_ = [name for name in names(stage) if not name[0].isdigit()]
    assert answers_[1:] == (["One or more warning signs", "It is severe"] if asked is Question.SINCE else [MORE])
