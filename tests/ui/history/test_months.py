"""The history by day, by month and by year: keys, mouse, what shows, and what a screen reader is told."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QLocale, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea, QWidget

from coach.core.months import Month
from coach.core.timeline import plan
from coach.store.record.history import NUMBERS, SESSIONS
from coach.store.record.journal import Journal
from coach.store.record.moments import DAY_MS, Instant
from coach.store.record.opening import NAME
from coach.store.record.session_start import SessionStart
from coach.ui.history.history_page import MONTH, YEAR, HistoryPage
from tests.cases import shipped
from tests.journeys import rules, sight
from tests.ui.stage import CTRL, KEY, focus
from tests.waiting import wait_ms

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from coach.store.record.values import Ending
    from tests.ui.conftest import Opener
    from tests.ui.stage import Stage

MINUTE_MS = 60_000
NOW = Instant(1_796_060_000_000, 60)
"""Monday, 30 November 2026, 18:33 on the wall."""
TODAY = NOW.day
NOVEMBER = Month(2026, 11)
BLOCKS = plan(shipped()).blocks
SEEN: list[tuple[int, Ending, int | None, int | None, str, str]] = [
    (-160, "finished", 5, 4, "Lower back stretches", ""),
    (-62, "finished", 5, 4, "Short version", ""),
    (-33, "ended", 4, 4, "Lower back stretches", ""),
    (-18, "stopped for pain", 3, 6, "Lower back stretches", ""),
    (-3, "finished", 4, 3, "Lower back stretches", ""),
    (-2, "ended", 2, 2, "Short version", ""),
    (-2, "finished", 3, 2, "Lower back stretches", "Left hip felt odd."),
]
"""Days from today, ending, numbers before and after, routine, note."""


def keep(journal: Journal) -> None:
    with journal.together():
        for days, ending, before, after, routine, note in SEEN:
            at = Instant(NOW.ms + days * DAY_MS, NOW.offset_min)
            session = journal.begin(SessionStart(at, routine, routine, "v", "default", before, planned_ms=45_000))
            journal.left(session, 1, 1, BLOCKS[2], 45_000 if ending == "finished" else 9_000, "done")
            journal.event(session, 1, 20 * MINUTE_MS, "finished", None, None)
            journal.end(session, ending, at)
            journal.set_after(session, after, None)
            journal.set_note(session, note)


@pytest.fixture(name="stage")
def _stage(open_program: Opener, tmp_path: Path) -> Stage:
    (tmp_path / "data").mkdir()
    with closing(Journal(tmp_path / "data" / NAME)) as journal:
        keep(journal)
    stage = open_program(wall=lambda: NOW, size=(1366, 768))
    stage.press(KEY.Key_H, CTRL)
    return stage


def page_of(stage: Stage) -> HistoryPage:
    page = stage.page()
    assert isinstance(page, HistoryPage)
    return page


@pytest.fixture(name="page")
def _page(stage: Stage, qtbot: QtBot) -> HistoryPage:
    page = page_of(stage)
    qtbot.waitUntil(page.columns.isVisible)
    return page


def title(page: HistoryPage) -> str:
    return page.month.title.text()


def spoken(page: HistoryPage, day: int) -> str:
    """Return what a screen reader is told of a day, asked as it asks."""
    row, column = place(day)
    cell = QAccessible.queryAccessibleInterface(page.calendar).child((row + 1) * 8 + column + 1)
    assert cell is not None
    return str(cell.text(QAccessible.Text.Name))


def place(day: int) -> tuple[int, int]:
    return Month.of(day).cells(0, day)


def press(stage: Stage, qtbot: QtBot, page: HistoryPage, key: Qt.Key, month: str) -> None:
    stage.press(key)
    qtbot.waitUntil(lambda: title(page) == month)


def test_it_opens_with_the_month_and_the_last_day_with_a_session_in_words(stage: Stage, page: HistoryPage) -> None:
    texts = stage.texts(page)

    assert title(page) == "November 2026"
    assert {"Saturday, 28 November", "18:33", "1 exercise, 45 s held. Before 3, after 2."} <= set(texts)
    assert "Your note: Left hip felt odd." in texts
    assert texts.count("Short version · ended early · 20 min") == 1
    assert not page.month.later.isEnabled()
    assert page.month.earlier.isEnabled()
    assert not page.close_button.isVisible(), "the navigation leads away"


def test_a_screen_reader_walks_the_days_as_cells_under_their_weekdays(page: HistoryPage) -> None:
    table = QAccessible.queryAccessibleInterface(page.calendar)

    assert table.role() == QAccessible.Role.Table
    assert table.text(QAccessible.Text.Name) == "November 2026"
    monday, week = table.child(1), table.child(16)
    assert monday is not None
    assert week is not None
    assert monday.text(QAccessible.Text.Name) == "Monday"
    assert week.text(QAccessible.Text.Name) == "Week of 2 Nov"
    assert spoken(page, TODAY - 3) == "Friday, 27 November: finished, 20 min, before 4, after 3"
    assert spoken(page, TODAY - 2) == (
        "Saturday, 28 November: ended early, 20 min, before 2, after 2; then finished, 20 min, before 3, after 2,"
        " with a note"
    )
    assert spoken(page, TODAY - 18) == "Thursday, 12 November: stopped for pain, 20 min, before 3, after 6"
    assert spoken(page, TODAY - 1) == "Sunday, 29 November: no session"
    assert spoken(page, TODAY) == "Monday, 30 November, today: no session"


def test_tab_goes_from_the_days_to_the_chosen_one_and_on_to_numbers_and_list(stage: Stage, page: HistoryPage) -> None:
    page.calendar.setFocus()
    assert len(page.day.links) == 2

    for there in (*page.day.links, page.numbers.plot, page.list):
        stage.press(KEY.Key_Tab)
        assert focus() is there


def test_the_routine_has_its_name_and_the_arrows_say_where_they_lead(page: HistoryPage) -> None:
    box = QAccessible.queryAccessibleInterface(page.filter)
    names = [told.text(QAccessible.Text.Name) for told, _kind in box.relations(QAccessible.RelationFlag.Label)]

    assert names == ["Routine"]
    earlier = QAccessible.queryAccessibleInterface(page.month.earlier)
    assert earlier.text(QAccessible.Text.Name) == "Earlier month"
    assert earlier.text(QAccessible.Text.Description) == "October 2026"


def test_arrow_keys_go_by_day_and_page_keys_by_month(stage: Stage, page: HistoryPage, qtbot: QtBot) -> None:
    page.calendar.setFocus()
    stage.press(KEY.Key_Left)
    assert page.day.title.text() == "Friday, 27 November"
    stage.press(KEY.Key_Up)
    assert page.day.title.text() == "Friday, 20 November"
    assert "No session on this day." in stage.texts(page)
    stage.press(KEY.Key_End)
    assert page.day.title.text() == "Monday, 30 November"
    stage.press(KEY.Key_Right)
    stage.press(KEY.Key_Down)
    assert page.day.title.text() == "Monday, 30 November", "no day is chosen that has not come"
    stage.press(KEY.Key_Home)
    press(stage, qtbot, page, KEY.Key_Left, "October 2026")
    assert page.day.title.text() == "Saturday, 31 October"
    press(stage, qtbot, page, KEY.Key_PageUp, "September 2026")
    assert page.day.title.text() == "Wednesday, 30 September"
    press(stage, qtbot, page, KEY.Key_PageDown, "October 2026")
    assert page.day.title.text() == "Friday, 30 October"
    assert focus() is page.calendar
    assert stage.page() is page


def test_no_key_leads_before_the_month_of_the_first_session(stage: Stage, page: HistoryPage, qtbot: QtBot) -> None:
    page.calendar.setFocus()
    for month in ("October", "September", "August", "July", "June"):
        press(stage, qtbot, page, KEY.Key_PageUp, f"{month} 2026")

    stage.press(KEY.Key_PageUp)
    stage.press(KEY.Key_Home)
    stage.press(KEY.Key_Left)
    wait_ms(20)

    assert title(page) == "June 2026"
    assert not page.month.earlier.isEnabled()
    assert page.day.title.text() == "Monday, 1 June"


def test_list_and_numbers_reach_until_the_end_of_the_month_that_is_paged_to(
    stage: Stage, page: HistoryPage, qtbot: QtBot
) -> None:
    assert len(page.list.sessions) == len(SEEN)
    stage.click(page.month.earlier)
    qtbot.waitUntil(lambda: title(page) == "October 2026")

    assert len(page.list.sessions) == 3
    assert page.list.texts[0].startswith("28 Oct 2026, 18:33: Lower back stretches, ended early, ")
    assert stage.news == "October 2026"


def test_a_session_of_the_list_chooses_its_day_and_the_list_stays(
    stage: Stage, page: HistoryPage, qtbot: QtBot
) -> None:
    page.list.setFocus()
    assert page.list.currentIndex().row() == 0
    for _row in range(4):
        stage.press(KEY.Key_Down)

    qtbot.waitUntil(lambda: title(page) == "October 2026")
    assert page.day.title.text() == "Wednesday, 28 October"
    assert len(page.list.sessions) == len(SEEN)
    assert page.list.currentIndex().row() == 4
    assert page.calendar.currentIndex().data() == "28"


def test_a_day_marks_its_session_in_the_list(stage: Stage, page: HistoryPage) -> None:
    row, column = place(TODAY - 18)
    cell = page.calendar.visualRect(page.calendar.model().index(row, column))
    QTest.mouseClick(page.calendar.viewport(), Qt.MouseButton.LeftButton, pos=cell.center())

    assert page.day.title.text() == "Thursday, 12 November"
    assert page.list.sessions[page.list.currentIndex().row()].ending == "stopped for pain"
    stage.press(KEY.Key_Right)
    assert not page.list.currentIndex().isValid()


def test_the_routine_is_asked_for_in_days_list_and_numbers(stage: Stage, page: HistoryPage, qtbot: QtBot) -> None:
    page.filter.setFocus()
    stage.press(KEY.Key_End)
    qtbot.waitUntil(lambda: len(page.list.sessions) == 2)

    assert page.filter.currentText() == "Short version"
    assert spoken(page, TODAY - 2) == "Saturday, 28 November: ended early, 20 min, before 2, after 2"
    assert spoken(page, TODAY - 3) == "Friday, 27 November: no session"


def test_the_chart_tells_in_words_what_it_shows_and_nothing_of_what_that_means(page: HistoryPage) -> None:
    told = QAccessible.queryAccessibleInterface(page.numbers.plot)

    assert told.role() in {QAccessible.Role.Chart, QAccessible.Role.Client}  # the latter where coach's factory is not
    assert told.text(QAccessible.Text.Name) == "Your numbers, before and after"
    assert told.text(QAccessible.Text.Description) == (
        "7 sessions with a number, 23 Jun to 28 Nov. Before, between 2 and 5."
        " After: lower 4, the same 2, higher 1. The last: before 3, after 2."
    )


def test_a_view_that_is_pressed_from_outside_keeps_the_focus_at_hand(page: HistoryPage, qtbot: QtBot) -> None:
    page.calendar.setFocus()
    action = QAccessible.queryAccessibleInterface(page.view.parts[YEAR]).actionInterface()
    action.doAction("Toggle" if "Toggle" in action.actionNames() else action.actionNames()[0])
    qtbot.waitUntil(page.year.isVisible)

    assert focus() is page.view.parts[YEAR]


@pytest.mark.parametrize("key", [KEY.Key_Space, KEY.Key_Return], ids=lambda key: key.name)
def test_the_year_counts_days_and_leads_to_a_month(stage: Stage, page: HistoryPage, qtbot: QtBot, key: Qt.Key) -> None:
    stage.click(page.view.parts[YEAR])
    qtbot.waitUntil(page.year.isVisible)
    months = page.year.year.months

    assert page.year.title.text() == "2026"
    assert not page.columns.isVisible()
    assert months[10].accessibleName() == ("November 2026: 3 days, 2 finished, 0 ended early, 1 stopped for pain")
    assert months[6].accessibleName() == "July 2026: no session"
    assert [month.isEnabled() for month in months] == [5 <= place <= 10 for place in range(12)]
    months[5].setFocus()
    stage.press(key)
    qtbot.waitUntil(lambda: title(page) == "June 2026" and page.columns.isVisible())
    assert page.view.place == MONTH
    assert focus() is page.calendar


@pytest.mark.parametrize(("where", "first"), [("en_US", "Sunday"), ("de_DE", "Monday"), ("ar_EG", "Saturday")])
def test_weeks_begin_as_they_do_where_the_person_is(
    open_program: Opener, tmp_path: Path, qtbot: QtBot, where: str, first: str
) -> None:
    before = QLocale()
    QLocale.setDefault(QLocale(where))
    try:
        (tmp_path / "data").mkdir()
        with closing(Journal(tmp_path / "data" / NAME)) as journal:
            keep(journal)
        stage = open_program(wall=lambda: NOW)
        stage.press(KEY.Key_H, CTRL)
        page = page_of(stage)
        qtbot.waitUntil(page.columns.isVisible)
        model = page.calendar.days

        header = model.headerData(0, Qt.Orientation.Horizontal, Qt.ItemDataRole.AccessibleTextRole)
        assert header == first
        told = str(model.index_of(TODAY).data(Qt.ItemDataRole.AccessibleTextRole))
        assert told == "Monday, 30 November, today: no session"
        column = model.index_of(TODAY).column()
        assert model.headerData(column, Qt.Orientation.Horizontal, Qt.ItemDataRole.AccessibleTextRole) == "Monday"
    finally:
        QLocale.setDefault(before)


def test_from_right_to_left_the_right_key_goes_to_the_day_at_the_right(stage: Stage, page: HistoryPage) -> None:
    QApplication.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        page.calendar.setFocus()
        before = page.calendar.visualRect(page.calendar.currentIndex())
        stage.press(KEY.Key_Right)

        assert page.day.title.text() == "Friday, 27 November"
        assert page.calendar.visualRect(page.calendar.currentIndex()).left() > before.left()
    finally:
        QApplication.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


@pytest.mark.parametrize("size", [(1366, 768), (1000, 640), (800, 600)])
def test_days_are_large_enough_to_be_hit_and_nothing_leaves_the_page(
    stage: Stage, page: HistoryPage, size: tuple[int, int]
) -> None:
    stage.window.resize(*size)
    wait_ms(5)
    cell = page.calendar.visualRect(page.calendar.days.index_of(TODAY))
    area = page.findChild(QScrollArea)
    assert area is not None

    assert min(cell.width(), cell.height()) >= 44
    for part in (page.month, page.day, page.numbers, page.list, page.export, page.report):
        inside = QRect(part.mapTo(page, QPoint(0, 0)), part.size())
        assert 0 <= inside.left() < inside.right() < area.viewport().width(), part
    assert area.horizontalScrollBar().maximum() == 0


@pytest.mark.parametrize("size", [(1000, 640), (640, 400)])
def test_all_of_it_can_be_reached_and_nothing_lies_on_something_else(
    stage: Stage, page: HistoryPage, qtbot: QtBot, size: tuple[int, int]
) -> None:
    def wrong() -> list[str]:
        shown = [each for each in sight.controls(stage.window) if page.isAncestorOf(each.widget)]
        now = stage.preferences.now
        seen = rules.Sight(
            stage.window, page, shown, is_live=False, is_start=False, focus=focus(), was_moved_away=False, is_new=False,
            before=now, now=now, may_change=frozenset(),
        )  # fmt: skip
        return [words for rule in (rules.reach, rules.apart) for words in rule(seen)]

    stage.window.resize(*size)
    stage.click(page.day.links[0])
    qtbot.waitUntil(lambda: bool(page.day.detail))
    qtbot.waitUntil(lambda: wrong() == [])
    page.view.parts[YEAR].click()
    qtbot.waitUntil(page.year.isVisible)
    qtbot.waitUntil(lambda: wrong() == [])


def test_what_the_signs_mean_stands_in_one_line(stage: Stage, page: HistoryPage) -> None:
    words = {"finished", "ended early", "stopped for pain"}
    shown = [each for each in page.month.findChildren(QLabel) if each.text() in words]

    assert len(shown) == 3
    assert len({each.mapTo(page, QPoint(0, 0)).y() for each in shown}) == 1
    assert stage.window.isVisible()


def test_the_head_ends_where_cards_end(stage: Stage, page: HistoryPage) -> None:
    def right(widget: QWidget, inset: int = 0) -> int:
        return widget.mapTo(page, widget.rect().topRight()).x() - inset

    assert right(page.report, page.report.inset) == right(page.numbers)
    assert page.export.mapTo(page, QPoint(0, 0)).y() == page.report.mapTo(page, QPoint(0, 0)).y()
    assert stage.window.isVisible()


def test_before_the_first_session_there_is_one_way_on(open_program: Opener, qtbot: QtBot) -> None:
    stage = open_program(wall=lambda: NOW)
    stage.press(KEY.Key_H, CTRL)
    page = page_of(stage)
    qtbot.waitUntil(page.nothing.isVisible)

    assert "Nothing here yet" in stage.texts(page)
    assert not page.export.isEnabled()
    assert not page.report.isEnabled()
    assert not page.columns.isVisible()
    stage.click(page.nothing.button)
    assert stage.page() is stage.start_page


def test_a_clock_that_was_once_ahead_leaves_this_month_to_be_walked(
    open_program: Opener, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "data").mkdir()
    with closing(Journal(tmp_path / "data" / NAME)) as journal:
        at = Instant(NOW.ms + 70 * DAY_MS, NOW.offset_min)
        journal.end(journal.begin(SessionStart(at, "r", "R", "v", "default", 3)), "finished", at)
    stage = open_program(wall=lambda: NOW)
    stage.press(KEY.Key_H, CTRL)
    page = page_of(stage)
    qtbot.waitUntil(page.columns.isVisible)

    stage.click(page.view.parts[YEAR])
    qtbot.waitUntil(page.year.isVisible)
    stage.click(page.year.year.months[10])
    qtbot.waitUntil(page.columns.isVisible)
    assert title(page) == "November 2026"
    page.calendar.setFocus()
    for key in (KEY.Key_PageUp, KEY.Key_PageDown):
        stage.press(key)
        wait_ms(20)  # the record answers
        assert title(page) == "November 2026"
    stage.press(KEY.Key_Left)
    assert page.day.title.text() == "Sunday, 29 November"


def test_of_a_long_record_no_more_is_read_than_is_shown(open_program: Opener, tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "data").mkdir()
    with closing(Journal(tmp_path / "data" / NAME)) as journal, journal.together():
        for number in range(1_000, 0, -1):
            at = Instant(NOW.ms - number * DAY_MS // 2, NOW.offset_min)
            journal.end(journal.begin(SessionStart(at, "r", "R", "v", "default", 3)), "finished", at)
    stage = open_program(wall=lambda: NOW)
    stage.press(KEY.Key_H, CTRL)
    page = page_of(stage)
    qtbot.waitUntil(page.columns.isVisible)

    assert len(page.list.sessions) == SESSIONS
    assert page.numbers.plot.accessibleDescription().startswith(f"{NUMBERS} sessions with a number, ")


@pytest.fixture(autouse=True)
def _left_to_right() -> Iterator[None]:
    yield
    QApplication.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
