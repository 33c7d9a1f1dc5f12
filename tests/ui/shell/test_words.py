"""Words, numbers and dates in one language: plural forms, lengths of time, and nothing of the system's locale."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QComboBox, QLabel

from coach.core.session import Session
from coach.core.timeline import Timeline, plan
from coach.session import describe
from coach.store.record import report
from coach.store.record.journal import Journal
from coach.store.record.moments import Instant
from coach.store.record.session_start import SessionStart
from coach.ui.history.history_page import HistoryPage
from coach.ui.history.report_pdf import pdf
from coach.words import basics
from tests.cases import shipped
from tests.ui.history.test_report_pdf import text_of
from tests.ui.stage import CTRL, KEY

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.ui.conftest import Opener
    from tests.ui.stage import Stage

AT = Instant(1_772_697_840_000, 60)
"""Thursday, 5 March 2026, 9:04 on the wall."""
BLOCKS = plan(shipped()).blocks


@pytest.fixture(name="foreign", params=["C", "de_DE", "ar_EG", "fa_IR"])
def _foreign(request: pytest.FixtureRequest) -> Iterator[str]:
    """Let the system have another language than the texts."""
    before = QLocale()
    QLocale.setDefault(QLocale(request.param))
    yield request.param
    QLocale.setDefault(before)


def keep(journal: Journal) -> None:
    session = journal.begin(
        SessionStart(AT, "lower-back", "Lower back stretches", "v", "default", 3, planned_ms=855_000)
    )
    journal.left(session, 1, 1, BLOCKS[1], 854_000, "done")
    journal.left(session, 2, 3, BLOCKS[3], 1_000, "skipped")
    journal.set_note(session, "Stiff.")
    journal.end(session, "ended", AT)


def assert_plain(texts: list[str]) -> None:
    """Fail for digits of another script, and for a German month."""
    joined = "\n".join(texts)
    assert [letter for letter in joined if letter.isdigit() and not letter.isascii()] == []
    assert "März" not in joined


@pytest.mark.usefixtures("foreign")
def test_the_history_speaks_one_language(open_program: Opener, tmp_path: Path, qtbot: QtBot) -> None:
    folder = tmp_path / "data"
    folder.mkdir()
    with closing(Journal(folder / "record.db")) as journal:
        keep(journal)
    stage = open_program()
    stage.press(KEY.Key_H, CTRL)
    page = stage.page()
    assert isinstance(page, HistoryPage)
    qtbot.waitUntil(lambda: bool(page.list.sessions))
    page.list.setFocus()
    stage.press(KEY.Key_Return)
    qtbot.waitUntil(lambda: "Pelvic tilt" in page.day.detail)

    shown = [*stage.texts(page), *page.list.texts]
    assert "5 Mar 2026, 09:04: Lower back stretches, ended early, 14 min, before 3, with a note" in shown
    assert {"Thursday, 5 March", "March 2026", "Your note: Stiff."} <= set(shown)
    assert page.day.detail.splitlines() == ["Pelvic tilt: 14 min 14 s", "Single knee to chest: right 1 s"]
    assert_plain(shown)


@pytest.mark.usefixtures("foreign", "qapp")
def test_the_report_speaks_one_language(tmp_path: Path) -> None:
    with closing(Journal(tmp_path / "record.db")) as journal:
        keep(journal)
        found = report.read(journal.connection, AT, 4)

    pages, text = text_of(pdf(found, {"pelvic-tilt": "Pelvic tilt"}))

    assert pages == 1
    for words in (
        "6 Feb 2026 to 5 Mar 2026",
        "1 session in 28 days 0 finished 1 ended early",
        "5 Mar 2026: Stiff.",
        "14 min 14 s (1)",
    ):
        assert words in text
    assert_plain([text])


@pytest.mark.usefixtures("foreign")
def test_every_page_of_a_session_speaks_one_language(stage: Stage) -> None:
    boxes = stage.window.findChildren(QComboBox)
    texts = stage.texts() + [box.itemText(place) for box in boxes for place in range(box.count())]
    stage.start()
    stage.advance(12_000)
    texts += stage.texts()
    stage.press(KEY.Key_E, CTRL)
    texts += stage.texts()
    stage.press(KEY.Key_Comma, CTRL)
    texts += [label.text() for label in stage.window.findChildren(QLabel)]

    assert_plain(texts)
    assert "As the routine has it" not in texts


def test_the_ring_counts_to_one_second(running: Stage) -> None:
    running.advance(8_000)

    assert running.session_page.ring.spoken() == "Get ready, 1 second left"


@pytest.mark.parametrize(
    ("time_ms", "words"),
    [
        (-1, "0 s"),
        (999, "0 s"),
        (1_000, "1 s"),
        (59_999, "59 s"),
        (60_000, "1 min"),
        (855_000, "14 min 15 s"),
        (3_600_000, "1 h 0 min"),
        (3_999_000, "1 h 6 min"),
    ],
)
def test_a_length_of_time_looks_like_one(time_ms: int, words: str) -> None:
    assert basics.duration(time_ms) == words


@pytest.mark.parametrize(("seconds", "words"), [(0, "0 seconds"), (1, "1 second"), (2, "2 seconds")])
def test_a_length_of_time_that_is_said_has_its_plural(seconds: int, words: str) -> None:
    assert basics.seconds_in_words(seconds) == words


def test_what_was_done_is_told_as_lengths_of_time(stage: Stage) -> None:
    stage.start()
    stage.advance(11_000)
    stage.press(KEY.Key_Right)
    stage.press(KEY.Key_E, CTRL)

    shown = stage.texts(stage.closing_page)
    assert any(", 1 s" in text for text in shown)
    assert "0:01" not in shown


def test_a_block_of_a_second_is_announced_as_one() -> None:
    shot = Session(Timeline("one", (replace(BLOCKS[2], duration_ms=1_000),))).snapshot(0)

    assert describe.block_announcement(shot, shipped()).endswith(". 1 second.")
