"""The history page: what was done in a session, and what is written out of the record."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRect, QStandardPaths
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea

from coach.session.places import Place
from coach.ui.history.history_page import HistoryPage
from coach.ui.home.exercise_row import Mark
from coach.ui.kit.edge_fades import EdgeFades
from coach.ui.settings.settings_page import SettingsPage
from tests.ui.pages import settle, wait_until
from tests.ui.stage import CTRL, KEY
from tests.waiting import wait_ms
from tools import sample_record

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.ui.conftest import Opener
    from tests.ui.stage import Stage


@pytest.fixture(name="documents")
def _documents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "documents"
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _kind: str(folder))
    return folder


@pytest.fixture(name="hurt")
def _hurt(running: Stage) -> Stage:
    """Give each test a session with a stop for pain and a note, on the start page."""
    running.skip_to(4)
    running.advance(12_000)
    running.press(KEY.Key_Escape)
    note = running.stopped_page.note
    running.click(note.open_button)
    note.field.setPlainText("Left hip <b>stiff</b>.")
    running.click(note.save_button)
    running.click(running.stopped_page.close_button)
    return running


@pytest.fixture(name="page")
def _page(hurt: Stage, qtbot: QtBot) -> HistoryPage:
    hurt.press(KEY.Key_H, CTRL)
    page = hurt.page()
    assert isinstance(page, HistoryPage)
    qtbot.waitUntil(lambda: bool(page.list.sessions))
    return page


def test_the_list_has_a_session_in_words(page: HistoryPage) -> None:
    (told,) = page.list.texts

    assert ": Lower back stretches, stopped for pain, " in told
    assert told.endswith(", before 2, with a note")


def test_choosing_a_session_shows_what_was_done_and_the_note_as_it_is(
    hurt: Stage, page: HistoryPage, qtbot: QtBot
) -> None:
    page.list.setFocus()
    hurt.press(KEY.Key_Return)

    qtbot.waitUntil(lambda: "right 12 s" in page.day.detail)
    assert page.day.detail == "Single knee to chest: right 12 s"
    assert hurt.news == page.day.detail
    assert {"1 exercise, 12 s held. Before 2.", "Your note: Left hip <b>stiff</b>."} <= set(hurt.texts(page))


def test_list_and_days_follow_the_text_size_as_if_the_page_had_been_opened_in_it(
    hurt: Stage, page: HistoryPage, qtbot: QtBot
) -> None:
    small = looks(page)

    hurt.preferences.change(text_size=200)
    qtbot.waitUntil(lambda: looks(page)[:2] != small[:2])
    followed = looks(page)
    hurt.visit(Place.START)
    hurt.press(KEY.Key_H, CTRL)
    again = hurt.page()
    assert isinstance(again, HistoryPage)
    assert again is not page
    qtbot.waitUntil(lambda: bool(again.list.sessions))

    assert followed == looks(again)


def looks(page: HistoryPage) -> tuple[int, int, int, int, list[int], bytes]:
    """Return heights of list, row, days and day in px, where the columns of numbers begin, and what a row shows."""
    QApplication.processEvents()
    days, sessions = page.calendar, page.list
    row = sessions.visualRect(sessions.model().index(0, 0))
    columns = [each.x() for each in page.findChildren(QLabel) if each.text() in {"Before", "After"}]
    picture = sessions.viewport().grab(row.adjusted(0, 0, -row.width() // 2, 0)).toImage()
    return sessions.minimumHeight(), row.height(), days.height(), days.rowHeight(0), columns, bytes(picture.constBits())


def test_the_record_is_written_in_one_step_and_told_where(page: HistoryPage, documents: Path, qtbot: QtBot) -> None:
    page.export.click()

    qtbot.waitUntil(page.told.isVisible)
    assert sorted(path.suffix for path in documents.iterdir()) == [*4 * [".csv"], ".json", ".json"]
    assert page.told.text().startswith(f"Written: 6 files in {documents}. Their names begin with coach-record-")


def test_the_settings_write_the_record_too(hurt: Stage, documents: Path, qtbot: QtBot) -> None:
    hurt.press(KEY.Key_Comma, CTRL)
    page = hurt.page()
    assert isinstance(page, SettingsPage)

    page.export.click()

    qtbot.waitUntil(page.told.isVisible)
    assert len(list(documents.iterdir())) == 6
    assert str(documents) in page.told.text()


def test_a_folder_that_cannot_be_written_is_told(page: HistoryPage, documents: Path, qtbot: QtBot) -> None:
    documents.touch()

    page.export.click()

    qtbot.waitUntil(page.told.isVisible)
    assert page.told.text() == f"The record could not be written to {documents}."


@pytest.mark.parametrize("place", [0, 1, 2])
def test_a_report_of_a_period_is_written_and_told_where(
    hurt: Stage, page: HistoryPage, documents: Path, qtbot: QtBot, place: int
) -> None:
    page.report.setFocus()
    hurt.press(KEY.Key_Space)
    menu = page.report.menu_of_periods
    qtbot.waitUntil(menu.isVisible)
    assert [row.text() for row in menu.actions()] == ["The last 4 weeks", "The last 12 weeks", "All of it"]
    for _row in range(place):
        QTest.keyClick(menu, KEY.Key_Down)
    QTest.keyClick(menu, KEY.Key_Return)

    qtbot.waitUntil(page.told.isVisible)
    (path,) = documents.iterdir()
    assert page.told.text() == f"Written: {path}."
    assert path.name.startswith("coach-report-")
    assert path.read_bytes().startswith(b"%PDF")


def test_the_page_is_scrolled_by_the_arrow_keys(hurt: Stage, page: HistoryPage) -> None:
    hurt.window.resize(800, 600)  # in a larger one all of it shows
    wait_ms(5)
    bar = page.findChildren(QScrollArea)[0].verticalScrollBar()
    assert page.title.hasFocus()

    hurt.press(KEY.Key_Down)

    assert bar.value() > 0
    assert page.title.hasFocus()


def test_a_hold_that_an_easier_way_made_shorter_is_kept_as_long_as_it_was(running: Stage, qtbot: QtBot) -> None:
    running.skip_to(3)
    running.press(KEY.Key_E)
    running.press(KEY.Key_E)
    while running.shot.block.exercise == "single-knee-to-chest":
        running.advance(running.shot.left_ms)
    assert running.rows[1].mark is Mark.DONE
    running.press(KEY.Key_E, CTRL)
    assert "Single knee to chest, right 45 s, left 45 s, 1 min 30 s" in running.texts(running.closing_page)
    running.show_start()

    running.press(KEY.Key_H, CTRL)
    page = running.page()
    assert isinstance(page, HistoryPage)
    qtbot.waitUntil(lambda: bool(page.list.sessions))
    running.click(page.day.links[0])
    qtbot.waitUntil(lambda: page.day.detail == "Single knee to chest: right 45 s, left 45 s")


def test_the_list_fades_where_it_goes_on(open_program: Opener, tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    sample_record.write(tmp_path / "data")
    stage = open_program(wall=lambda: sample_record.NOW, size=(1200, 760))
    stage.trigger("history")
    page = stage.page()
    assert isinstance(page, HistoryPage)
    wait_until(lambda: bool(page.list.sessions))
    (fades,) = page.list.findChildren(EdgeFades)
    settle()
    assert (fades.above, fades.below) == (False, True)
    assert fades.geometry() == page.list.viewport().geometry()
    shown = fades.grab(QRect(0, fades.height() - 2, 20, 2)).toImage()
    assert shown.pixelColor(10, 1) == stage.theme.tokens.surface, "the last row is not cut: it fades"

    page.list.scrollToBottom()
    assert (fades.above, fades.below) == (True, False)
