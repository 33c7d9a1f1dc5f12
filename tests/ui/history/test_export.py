"""The record written out from the window: how far it is, Cancel, and that nothing else waits for it."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QStandardPaths

from coach.core.events import Phase
from coach.core.timeline import plan
from coach.session import exporter
from coach.store.record.journal import Journal
from coach.store.record.moments import DAY_MS, Instant
from coach.store.record.opening import NAME
from coach.store.record.session_start import SessionStart
from coach.ui.history.history_page import HistoryPage
from coach.ui.settings.settings_page import SettingsPage
from tests.cases import shipped
from tests.ui.stage import CTRL, KEY, focus
from tests.waiting import wait_ms

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.ui.conftest import Opener
    from tests.ui.stage import Stage

SESSIONS = 150
RUNNING = "Writing your record: "


@pytest.fixture(name="documents")
def _documents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder of documents, with an export of before."""
    folder = tmp_path / "documents"
    folder.mkdir()
    (folder / "coach-record-2020-01-01-blocks.csv").write_text("before")
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _kind: str(folder))
    return folder


@pytest.fixture(name="slow")
def _slow(open_program: Opener, tmp_path: Path, documents: Path, monkeypatch: pytest.MonkeyPatch) -> Stage:
    """Open the program with a record that takes its time: a rest of 10 ms after each session."""
    assert documents.is_dir()
    monkeypatch.setattr(exporter, "TELL_S", 0.0)
    monkeypatch.setattr(exporter, "REST_S", 0.01)
    monkeypatch.setattr(exporter, "RUN", 1)
    (tmp_path / "data").mkdir()
    journal = Journal(tmp_path / "data" / NAME)
    block = plan(shipped()).blocks[1]
    with journal.together():
        for number in range(SESSIONS, 0, -1):
            at = Instant(1_790_000_000_000 - number * DAY_MS, 0)
            session = journal.begin(SessionStart(at, "r", "Routine", "v", "default", 3))
            journal.left(session, 1, 1, block, 45_000, "done")
            journal.end(session, "finished", at)
    journal.close()
    return open_program()


@pytest.fixture(name="page")
def _page(slow: Stage, qtbot: QtBot) -> HistoryPage:
    slow.press(KEY.Key_H, CTRL)
    page = slow.page()
    assert isinstance(page, HistoryPage)
    qtbot.waitUntil(lambda: bool(page.list.sessions))
    return page


def export(stage: Stage, page: HistoryPage | SettingsPage, qtbot: QtBot) -> None:
    """Press Export and wait until it says how far it is."""
    page.export.setFocus()
    stage.press(KEY.Key_Return)
    qtbot.waitUntil(page.writing.isVisible)
    assert page.writing.words.text().startswith(RUNNING)


def test_it_says_how_far_it_is_and_then_where_the_files_are(
    slow: Stage, page: HistoryPage, documents: Path, qtbot: QtBot
) -> None:
    export(slow, page, qtbot)
    assert slow.news == "Writing your record. Cancel stops it."
    first = page.writing.words.text()
    qtbot.waitUntil(lambda: page.writing.words.text() != first)
    assert page.export.hasFocus()

    qtbot.waitUntil(page.told.isVisible, timeout=20_000)

    (written,) = documents.glob("*.fhir.json")
    name = written.name.removesuffix(".fhir.json")
    assert page.told.text() == f"Written: 6 files in {documents}. Their names begin with {name}."
    assert slow.news == page.told.text()
    assert page.writing.isHidden()
    assert len(list(documents.iterdir())) == 7


def test_cancel_leaves_what_was_there_and_it_can_be_done_again(
    slow: Stage, page: HistoryPage, documents: Path, qtbot: QtBot
) -> None:
    export(slow, page, qtbot)
    page.writing.cancel.setFocus()
    slow.press(KEY.Key_Return)

    qtbot.waitUntil(page.told.isVisible)

    assert page.told.text() == "Cancelled. No new files were written."
    assert page.writing.isHidden()
    assert focus() is page.export
    assert [path.name for path in documents.iterdir()] == ["coach-record-2020-01-01-blocks.csv"]
    export(slow, page, qtbot)
    qtbot.waitUntil(lambda: page.told.text().startswith("Written: "), timeout=20_000)


def test_a_second_press_while_it_goes_on_changes_nothing(
    slow: Stage, page: HistoryPage, documents: Path, qtbot: QtBot
) -> None:
    export(slow, page, qtbot)
    slow.click(page.export)
    slow.click(page.export)

    qtbot.waitUntil(page.told.isVisible, timeout=20_000)

    assert page.told.text().startswith("Written: ")
    assert len(list(documents.iterdir())) == 7


def test_who_left_the_page_finds_it_on_the_next_one_or_on_the_start_page(
    slow: Stage, page: HistoryPage, qtbot: QtBot
) -> None:
    export(slow, page, qtbot)
    slow.press(KEY.Key_Comma, CTRL)
    settings = slow.page()
    assert isinstance(settings, SettingsPage)
    qtbot.waitUntil(settings.writing.isVisible)
    slow.press(KEY.Key_Escape)

    qtbot.waitUntil(lambda: slow.news.startswith("Written: "), timeout=20_000)

    assert any(text.startswith("Written: ") for text in slow.texts(slow.start_page))


def test_a_session_is_kept_and_stops_for_pain_meanwhile(slow: Stage, page: HistoryPage, qtbot: QtBot) -> None:
    export(slow, page, qtbot)
    page.close_button.click()
    slow.start()
    slow.advance(12_000)
    answered: list[object] = []

    slow.press(KEY.Key_Escape)
    slow.recorder.do(lambda journal: journal.last_event(SESSIONS + 1), answered.append)

    assert slow.is_stopped
    qtbot.waitUntil(lambda: bool(answered))
    assert isinstance(answered[0], int)
    assert answered[0] > 1
    assert not slow.news.startswith("Written: ")  # it still goes on
    assert slow.phase() is Phase.STOPPED_FOR_PAIN


def test_everything_can_be_deleted_while_it_goes_on(
    slow: Stage, page: HistoryPage, documents: Path, qtbot: QtBot
) -> None:
    export(slow, page, qtbot)
    slow.press(KEY.Key_Comma, CTRL)
    settings = slow.page()
    assert isinstance(settings, SettingsPage)
    settings.show_pane(settings.record)
    slow.click(settings.record.delete)
    slow.click(settings.record.question.delete)

    qtbot.waitUntil(lambda: slow.news == "Everything was deleted.")

    assert [path.name for path in documents.iterdir()] == ["coach-record-2020-01-01-blocks.csv"]


def test_a_closed_window_leaves_nothing_half_written(
    slow: Stage, page: HistoryPage, documents: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr(os, "O_TMPFILE", raising=False)  # as on other systems, where a half file has a name
    export(slow, page, qtbot)
    assert len(list(documents.iterdir())) == 7

    slow.window.force_close()
    wait_ms(1)

    assert [path.name for path in documents.iterdir()] == ["coach-record-2020-01-01-blocks.csv"]
