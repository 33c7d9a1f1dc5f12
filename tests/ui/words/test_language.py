"""The program in another language: its own words from its catalogue, Qt's few from Qt's."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication

from coach.qt_application import use_words_of_qt
from coach.ui.history.history_page import HistoryPage
from coach.words import catalogue, language_files
from tests.ui.recorded_voice import listen
from tests.ui.stage import CTRL, KEY
from tests.waiting import wait_ms
from tests.words.languages import entries, write

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from tests.ui.conftest import Opener

COACH = {"Start": "Anfangen", "Have ready": "Bereitlegen", "&Session": "&Einheit", "Hold": "Halten"}
NAME = 'msgctxt "routine lower-back: name"\nmsgid "Lower back stretches"\nmsgstr "Dehnübungen"\n'
TILT = 'msgctxt "pelvic-tilt: name"\nmsgid "Pelvic tilt"\nmsgstr "Beckenkippen"\n'


@pytest.fixture(autouse=True)
def _german(tmp_path: Path) -> Iterator[None]:
    write(tmp_path / "locale", "de", entries(COACH))
    write(tmp_path / "locale", "de", TILT, "routines")
    language_files.use(["de_AT"], tmp_path / "locale")
    yield
    catalogue.use_english()


def test_pages_menus_and_routines_speak_it(open_program: Opener, qtbot: QtBot) -> None:
    stage = open_program()
    qtbot.waitUntil(lambda: bool(stage.window.menuBar().actions()))

    assert stage.start_page.start.text() == "Anfangen"
    qtbot.waitUntil(lambda: "Bereitlegen" in stage.texts())
    assert stage.window.menuBar().actions()[0].text() == "&Einheit"
    assert stage.rows[0].name == "Beckenkippen"
    assert stage.rows[1].name == "Single knee to chest"


def test_what_is_spoken_is_as_it_was_written(open_program: Opener) -> None:
    stage = open_program()
    voice = listen(stage)
    stage.start()
    voice.flow(8_000)

    assert stage.live_now.exercise.name == "Beckenkippen"
    assert "One of seven: Pelvic tilt." in voice.texts()


def test_what_is_kept_is_as_it_was_written_and_shown_in_the_language(open_program: Opener, tmp_path: Path) -> None:
    write(tmp_path / "locale", "de", TILT + NAME, "routines")
    language_files.use(["de"], tmp_path / "locale")
    stage = open_program()
    stage.start()
    stage.skip_to(4)
    stage.press(KEY.Key_E, CTRL)
    stage.window.force_close()
    with closing(sqlite3.connect(tmp_path / "data" / "record.db")) as db:
        assert db.execute("SELECT routine_name FROM session").fetchall() == [("Lower back stretches",)]

    again = open_program()
    again.press(KEY.Key_H, CTRL)
    page = again.page()
    assert isinstance(page, HistoryPage)
    for _try in range(500):
        if page.list.sessions:
            break
        wait_ms(10)
    assert "Dehnübungen, " in page.list.texts[0]


def test_words_of_qt_are_of_the_same_language(qapp: QApplication) -> None:
    words = use_words_of_qt(qapp)
    assert words is not None
    try:
        assert QCoreApplication.translate("QWidgetTextControl", "&Copy") == "&Kopieren"
    finally:
        qapp.removeTranslator(words)


def test_in_english_qt_is_left_as_it_is(qapp: QApplication) -> None:
    catalogue.use_english()

    assert use_words_of_qt(qapp) is None


def test_words_that_cannot_be_read_are_told_on_the_start_page(open_program: Opener, tmp_path: Path) -> None:
    (tmp_path / "locale" / "de" / "LC_MESSAGES" / "coach.mo").write_bytes(b"broken")
    language_files.use(["de"], tmp_path / "locale")
    stage = open_program()
    stage.missing_parts.tell_language(catalogue.take_trouble())

    assert stage.start_page.start.text() == "Start"
    assert any(text.startswith("The words of your language cannot be read.") for text in stage.texts())
