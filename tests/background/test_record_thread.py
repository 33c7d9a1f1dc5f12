"""The thread of the record: what is sent last is kept, also where the record could not be opened before."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from functools import partial
from typing import TYPE_CHECKING

from coach.background.record_thread import RecordThread
from coach.store.record.moments import Instant
from coach.store.record.opening import NAME

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from coach.store.record.journal import Journal


def note(number: int, journal: Journal) -> None:
    journal.connection.execute("CREATE TABLE IF NOT EXISTS noted (number)")
    journal.connection.execute("INSERT INTO noted VALUES (?)", (number,))


def noted(folder: Path) -> list[int]:
    with closing(sqlite3.connect(folder / NAME)) as record:
        return [number for (number,) in record.execute("SELECT number FROM noted ORDER BY rowid")]


def test_writes_that_come_together_are_done_in_order(qtbot: QtBot, tmp_path: Path) -> None:
    thread = RecordThread(tmp_path, lambda: Instant(0, 0))
    with qtbot.waitSignal(thread.opened):
        thread.start()

    for number in range(5):
        thread.do(partial(note, number))
    thread.stop()

    assert noted(tmp_path) == [0, 1, 2, 3, 4]


def test_the_last_write_opens_a_record_that_could_not_be_opened_before(qtbot: QtBot, tmp_path: Path) -> None:
    folder = tmp_path / "data"
    folder.write_text("A file where the folder should be.", "utf-8")
    thread = RecordThread(folder, lambda: Instant(0, 0))
    with qtbot.waitSignal(thread.opened):
        thread.start()
    folder.unlink()

    thread.do(partial(note, 1))
    thread.stop()  # at once: the write and the end arrive together

    assert noted(folder) == [1]
