"""The record of own routines: history, report and exports have their words, also once they are deleted."""

from __future__ import annotations

import json
from functools import partial
from typing import TYPE_CHECKING, Any

import pytest
from pypdfium2 import PdfDocument
from PySide6.QtCore import QStandardPaths

from coach.ui.history.history_page import HistoryPage
from tests.ui.library.test_routine_library import answer, read
from tests.ui.stage import CTRL, KEY

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


def own_session(stage: Stage, qtbot: QtBot) -> str:
    """Keep twelve seconds of an own routine whose exercise has the id of a shipped one, and delete the routine."""
    library = read(stage, qtbot)
    document = answer(qtbot, lambda then: library.document("lower-back-short", then))
    mine = [dict(each) for each in document["exercises"] if each["id"] == "single-knee-to-chest"]
    mine[0]["name"] = "Dr. Fay’s knee lift"
    routine = {"name": "From Dr. Fay", "exercises": [{"exercise": "single-knee-to-chest"}]}
    saved = answer(qtbot, lambda then: library.save({**document, "exercises": mine, "routines": [routine]}, then))
    stage.flow.starting.put_on_today(saved.id)
    stage.start()
    stage.skip_to(2)
    stage.advance(12_000)
    stage.press(KEY.Key_Escape)
    stage.click(stage.stopped_page.close_button)
    answer(qtbot, lambda then: library.delete(saved.id, then))
    return str(saved.id)


def test_a_deleted_routine_stays_readable(open_program: Opener, documents: Path, qtbot: QtBot) -> None:
    stage = open_program()
    own_id = own_session(stage, qtbot)
    stage.window.force_close()

    again = open_program()
    assert read(again, qtbot).own == ()
    again.press(KEY.Key_H, CTRL)
    page = again.page()
    assert isinstance(page, HistoryPage)
    qtbot.waitUntil(lambda: bool(page.list.sessions))
    assert "From Dr. Fay, stopped for pain" in page.list.texts[0]
    page.list.setFocus()
    again.press(KEY.Key_Return)
    qtbot.waitUntil(lambda: bool(page.day.detail))
    assert page.day.detail == "Dr. Fay’s knee lift: right 12 s"
    assert [page.filter.itemText(row) for row in range(page.filter.count())][1:] == ["From Dr. Fay"]

    page.report_wanted.emit(None)
    qtbot.waitUntil(lambda: any(documents.glob("*.pdf")), timeout=20_000)
    words = PdfDocument(next(documents.glob("*.pdf")))[0].get_textpage().get_text_bounded()
    assert "Dr. Fay’s knee lift" in words
    assert "Stopped for pain in Dr. Fay’s knee lift, right, round 1." in words

    page.export_wanted.emit()
    qtbot.waitUntil(lambda: any(documents.glob("coach-record-*.json")), timeout=20_000)
    written: dict[str, Any] = json.loads(next(documents.glob("coach-record-????-??-??.json")).read_bytes())
    (kept,) = written["sessions"]
    assert (kept["routine"]["id"], kept["routine"]["name"]) == (own_id, "From Dr. Fay")
    block = kept["blocks"][0]
    assert (block["exercise_name"], block["side"], block["spent_ms"]) == ("Dr. Fay’s knee lift", "right", 12_000)


def test_a_session_of_an_own_routine_that_was_cut_off_is_offered_once_all_are_read(
    open_program: Opener, qtbot: QtBot
) -> None:
    stage = open_program()
    library = read(stage, qtbot)
    for name in ("A", "B", "C", "Z, which is not read before Start can be pressed"):
        copy = answer(qtbot, partial(library.duplicate, "lower-back-short", name))
    stage.flow.starting.choose(copy.id)
    stage.start()
    stage.skip_to(4)
    stage.advance(12_000)
    stage.window.force_close()

    again = open_program()
    qtbot.waitUntil(lambda: "Not finished" in again.texts(again.start_page))
    again.click(again.start_page.primary)
    again.pass_check()
    assert again.routine.id == copy.id
