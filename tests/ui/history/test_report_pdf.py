"""The report as a PDF: one A4 page whatever is in the record, the person's own words as they are, and no verdict."""

from __future__ import annotations

import re
import threading
from typing import TYPE_CHECKING

import pytest
from pypdfium2 import PdfDocument
from PySide6.QtGui import QFontDatabase

from coach.store.paths import shipped
from coach.store.record.history import SessionSummary
from coach.store.record.moments import DAY_MS, Instant
from coach.store.record.report import MOST_LISTED, Held, Note, Pair, Report, Stop
from coach.ui.history.report_pdf import pdf
from coach.ui.history.report_text import shortened
from coach.ui.kit.readable_pdf import with_language
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
    empty = Report(None, NOW, None, {}, [], [], [], [])
    return empty._replace(**values)  # type: ignore[arg-type]  # fields by name


def text_of(data: bytes) -> tuple[int, str]:
    """Return how many pages there are and what can be read on the first."""
    with PdfDocument(data) as document:
        page = document[0]
        assert tuple(map(round, page.get_size())) == (595, 842)
        return len(document), " ".join(page.get_textpage().get_text_bounded().split())


def test_it_tells_what_was_done_how_often_and_on_which_side() -> None:
    held = [
        Held("tilt", None, 3, 3, 135_000),
        Held("knee", "right", 3, 9, 270_000),
        Held("knee", "left", 3, 8, 232_000),
    ]
    pairs = [Pair(days_ago(1), 4, 3), Pair(days_ago(2), 2, None)]
    latest = [SessionSummary(3, days_ago(1), "lower", "stopped for pain", 60_000, 45_000, 1, 4, None, "")]

    pages, text = text_of(
        pdf(
            report(
                first=days_ago(2), endings={"finished": 2, "ended": 1}, held=held, pairs=pairs,
                kinds={days_ago(1).day: "finished"}, latest=latest, made=NOW,
            ),
            NAMES,
            {"lower": "Lower back"},
        )
    )  # fmt: skip

    assert pages == 1
    assert "3 sessions in 3 days 2 finished 1 ended early 0 stopped for pain" in text
    assert "September 19 20 21 Filled: finished." in text, "days outside the time are not told"
    assert "20 Sep Lower back stopped for pain, 45 s held 4 –" in text
    assert "Made on this computer on 21 Sep 2026. Page 1 of 1." in text
    assert "Name Date of birth" in text
    assert "Pelvic tilt 3 2 min 15 s (3)" in text
    assert "Single knee to chest 3 4 min 30 s (9) 3 min 52 s (8) 8 min 22 s (17)" in text
    assert "19 Sep 2026 to 21 Sep 2026" in text
    assert safety_messages.M_NOTDEVICE in text


@pytest.mark.parametrize(("sessions", "words"), [(1, "1 session on one day"), (2, "2 sessions on one day")])
def test_one_day_is_told_as_one(sessions: int, words: str) -> None:
    _pages, text = text_of(pdf(report(first=NOW, endings={"finished": sessions}), NAMES))

    assert f"{words} {sessions} finished" in text


@pytest.mark.parametrize("first", [days_ago(2), days_ago(-1_000)])
def test_a_session_in_the_future_leaves_the_months_until_today(first: Instant) -> None:
    told = report(first=first, until=days_ago(-1_000), made=NOW, endings={"finished": 2}, kinds={NOW.day: "finished"})

    pages, text = text_of(pdf(told, NAMES))

    assert pages == 1
    assert ("September 19 20 21 Filled: finished." in text) == (first < NOW)


def test_it_has_its_title_and_its_language() -> None:
    """As the file says it, and as a program that shows it finds it: the last catalogue of the document counts."""
    data = pdf(report(), {})
    with PdfDocument(data) as document:
        title, pages = document.get_metadata_value("Title"), len(document)
    update = data[data.index(b"%%EOF") :]
    at = int(data.rpartition(b"startxref\n")[2].split()[0])
    number, lies_at = re.search(rb"xref\n(\d+) 1\n(\d{10}) 00000 n", data[at:]).groups()  # type: ignore[union-attr]

    assert (title, pages) == ("Stretching at home", 1)
    assert b"<0009>" not in data, "a space that is copied is none"
    assert b"<0020>" in data
    assert data[int(lies_at) :].startswith(number + b" 0 obj\n<<")
    assert b"/Type /Catalog" in update
    assert b"/Lang (en)" in update
    assert b"/DisplayDocTitle true" in update
    assert b"/Root " + number + b" 0 R" in update


@pytest.mark.parametrize("other", [b"", b"%PDF-1.4 cut off", b"trailer <</Root 3 0 R>> startxref 0 %%EOF"])
def test_a_file_of_another_kind_stays_as_it_is(other: bytes) -> None:
    assert with_language(other, "en") == other


def test_stops_are_told_with_the_place_and_the_number() -> None:
    stops = [
        Stop(days_ago(1), "stopped for pain", "knee", "left", 2, 6, None, next_day=False),
        Stop(days_ago(2), "stopped for pain", None, None, 0, None, None, next_day=True),
        Stop(days_ago(3), "finished", "tilt", None, 1, 4, "more", next_day=False),
        Stop(days_ago(4), "stopped for pain", "knee", "right", 1, 6, None, next_day=False, set=2),
        Stop(days_ago(4), "stopped for pain", "knee", "left", 1, 6, None, next_day=False, set=2),
        Stop(days_ago(4), "stopped for pain", "tilt", None, 3, 6, None, next_day=False, set=3),
    ]

    _pages, text = text_of(pdf(report(endings={"finished": 1, "stopped for pain": 2}, stops=stops), NAMES))

    assert "20 Sep 2026 Stopped for pain in Single knee to chest, left, round 2. 6" in text
    assert "19 Sep 2026 Stopped for pain. More pain later that day or the day after. –" in text
    assert "18 Sep 2026 More pain right after. 4" in text
    for side in ("right", "left"):
        assert f"17 Sep 2026 Stopped for pain in Single knee to chest, {side}, set 2, round 1. 6" in text
    assert "17 Sep 2026 Stopped for pain in Pelvic tilt, set 3, round 3. 6" in text


def test_a_note_is_plain_text_and_an_unknown_exercise_stands_for_itself() -> None:
    notes = [Note(NOW, "<b>Left</b>\nhip &amp; back <img src=file:///etc/passwd>")]

    _pages, text = text_of(pdf(report(notes=notes, held=[Held("gone", None, 1, 1, 1_000)]), NAMES))

    assert "<b>Left</b> hip &amp; back <img src=file:///etc/passwd>" in text
    assert "gone 1 1 s (1)" in text


def test_the_fullest_record_has_one_page_and_says_that_there_is_more() -> None:
    listed = range(MOST_LISTED)
    full = report(
        since=days_ago(400),
        endings={"finished": 999, "ended": 999, "stopped for pain": 999, "cut off": 999},
        held=[Held("an-exercise-of-a-stranger-" * 3 + str(n), "right", 999, 9_999, 99_999_999) for n in range(60)],
        pairs=[Pair(days_ago(n), 10, 10) for n in listed],
        stops=[Stop(days_ago(n), "stopped for pain", "knee" * 40, "left", 3, 10, None, next_day=True) for n in listed],
        notes=[Note(days_ago(n), "W" * 2_000) for n in listed],
    )

    pages, text = text_of(pdf(full, NAMES))

    assert pages == 1
    assert text.count("… and more in the exported record.") == 3
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


def test_counted_work_is_told_by_its_repetitions() -> None:
    _pages, text = text_of(pdf(report(held=[Held("tilt", None, 2, 2, 4_000, 50)]), NAMES))

    assert "50 × (2)" in text
    assert "or repetitions (×)" in text
