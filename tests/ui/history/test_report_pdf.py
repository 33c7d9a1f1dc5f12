"""The report as a PDF: one A4 page whatever is in the record, the person's own words as they are, and no verdict."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QFontDatabase
from PySide6.QtPdf import QPdfDocument

from coach.store.paths import shipped
from coach.store.record.moments import DAY_MS, Instant
from coach.store.record.report import MOST_LISTED, Held, Note, Pair, Report, Stop
from coach.ui.history.report_pdf import pdf, shortened
from coach.words import safety_messages
from tests.core.test_words import WHOLE

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

pytestmark = pytest.mark.usefixtures("inter")
NOW = Instant(1_790_000_000_000, 120)
NAMES = {"knee": "Single knee to chest", "tilt": "Pelvic tilt"}


@pytest.fixture(name="inter")
def _inter(qapp: QApplication) -> None:
    """Load the typeface of the program, as the program does."""
    assert qapp is not None
    for name in ("Regular", "SemiBold"):
        assert QFontDatabase.addApplicationFont(str(shipped("assets") / "fonts" / f"Inter-{name}.otf")) >= 0


def days_ago(days: int) -> Instant:
    return Instant(NOW.ms - days * DAY_MS, NOW.offset_min)


def report(**values: object) -> Report:
    empty = Report(None, NOW, None, None, 0, {}, [], [], [], [])
    return empty._replace(**values)  # type: ignore[arg-type]  # fields by name


def text_of(data: bytes) -> tuple[int, str]:
    """Return how many pages there are and what can be read on the first."""
    held = QBuffer()
    held.setData(QByteArray(data))
    held.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(held)
    assert document.pagePointSize(0).toSize().toTuple() == (595, 842)
    return document.pageCount(), " ".join(document.getAllText(0).text().split())


def test_it_tells_what_was_done_how_often_and_on_which_side() -> None:
    held = [
        Held("tilt", None, 3, 3, 135_000),
        Held("knee", "right", 3, 9, 270_000),
        Held("knee", "left", 3, 8, 232_000),
    ]
    pairs = [Pair(days_ago(1), 4, 3), Pair(days_ago(2), 2, None)]

    pages, text = text_of(
        pdf(
            report(
                first=days_ago(2), last=NOW, days=2, endings={"finished": 2, "ended": 1}, held=held, pairs=pairs,
            ),
            NAMES,
        )
    )  # fmt: skip

    assert pages == 1
    assert "3 sessions. Days with a session: 2. 2 finished. 1 ended early." in text
    assert "Pelvic tilt 3 2 min 15 s (3)" in text
    assert "Single knee to chest 3 4 min 30 s (9) 3 min 52 s (8) 8 min 22 s (17)" in text
    assert "19 Sep 2026 to 21 Sep 2026" in text
    assert "20 Sep 2026 4 3 19 Sep 2026 2 –" in text
    assert safety_messages.M_NOTDEVICE in text


def test_stops_are_told_with_the_place_and_the_number() -> None:
    stops = [
        Stop(days_ago(1), "stopped for pain", "knee", "left", 2, 6, None, next_day=False),
        Stop(days_ago(2), "stopped for pain", None, None, 0, None, None, next_day=True),
        Stop(days_ago(3), "finished", "tilt", None, 1, 4, "more", next_day=False),
    ]

    _pages, text = text_of(pdf(report(endings={"finished": 1, "stopped for pain": 2}, stops=stops), NAMES))

    assert "20 Sep 2026 Stopped for pain in Single knee to chest, left, round 2. 6" in text
    assert "19 Sep 2026 Stopped for pain. More pain later that day or the day after. –" in text
    assert "18 Sep 2026 More pain right after. 4" in text


def test_a_note_is_plain_text_and_an_unknown_exercise_stands_for_itself() -> None:
    notes = [Note(NOW, "<b>Left</b>\nhip &amp; back <img src=file:///etc/passwd>")]

    _pages, text = text_of(pdf(report(notes=notes, held=[Held("gone", None, 1, 1, 1_000)]), NAMES))

    assert "<b>Left</b> hip &amp; back <img src=file:///etc/passwd>" in text
    assert "gone 1 1 s (1)" in text


def test_the_fullest_record_has_one_page_and_says_that_there_is_more() -> None:
    listed = range(MOST_LISTED)
    full = report(
        since=days_ago(400),
        days=999,
        endings={"finished": 999, "ended": 999, "stopped for pain": 999, "cut off": 999},
        held=[Held("an-exercise-of-a-stranger-" * 3 + str(n), "right", 999, 9_999, 99_999_999) for n in range(60)],
        pairs=[Pair(days_ago(n), 10, 10) for n in listed],
        stops=[Stop(days_ago(n), "stopped for pain", "knee" * 40, "left", 3, 10, None, next_day=True) for n in listed],
        notes=[Note(days_ago(n), "W" * 2_000) for n in listed],
    )

    pages, text = text_of(pdf(full, NAMES))

    assert pages == 1
    assert text.count("… and more in the exported record.") == 4
    assert safety_messages.M_NOTDEVICE in text, "the last line is on the page too"


def test_it_says_none_of_the_words_that_are_never_said() -> None:
    full = report(
        endings={"finished": 1},
        stops=[Stop(NOW, "finished", None, None, 0, 4, "more", next_day=True)],
        pairs=[Pair(NOW, 1, 2)],
        held=[Held("tilt", None, 1, 1, 1_000)],
        notes=[Note(NOW, "stiff")],
    )

    _pages, text = text_of(pdf(full, NAMES))

    assert not WHOLE.search(text.replace(safety_messages.M_NOTDEVICE, ""))


def test_it_can_be_drawn_beside_the_window(qtbot: QtBot) -> None:
    made: list[bytes] = []
    worker = threading.Thread(target=lambda: made.append(pdf(report(notes=[Note(NOW, "stiff")]), {})))
    worker.start()
    qtbot.waitUntil(lambda: bool(made))
    worker.join()

    assert "stiff" in text_of(made[0])[1]


@pytest.mark.parametrize(
    ("text", "letters", "wanted"),
    [("short", 10, "short"), ("two\n words", 10, "two words"), ("x" * 30, 10, "xxxxxxxxx…"), ("abcd efgh", 6, "abcd…")],
)
def test_a_long_note_is_cut(text: str, letters: int, wanted: str) -> None:
    assert shortened(text, letters) == wanted
