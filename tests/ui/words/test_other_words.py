"""What comes by other ways than the pages comes through the door of words too: files, the record, the report."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from shiboken6 import Shiboken

from coach.store.record.report import Held, Pair, Stop
from coach.ui.check.hearing_page import HearPage
from coach.ui.check.record_trouble import record_words
from coach.ui.history.report_pdf import pdf
from coach.ui.shell.second_start_window import Unanswered
from tests.cases import document, exercise
from tests.store.bad_files import as_bytes
from tests.ui.history.test_report_pdf import days_ago, report, text_of
from tests.ui.words.sight import seen, untranslated

if TYPE_CHECKING:
    from tests.ui.conftest import Opener
    from tests.ui.stage import Stage

pytestmark = pytest.mark.usefixtures("pseudo")


def test_a_routine_file_that_cannot_be_used_is_told_through_the_door(
    open_program: Opener, told: set[str], tmp_path: Path
) -> None:
    file = tmp_path / "1.2"
    file.write_bytes(as_bytes(document(exercise("1-2", work_s=1))))
    stage = open_program(routine_file=file)
    texts = seen(stage.window) | told

    assert any("1-2" in text for text in texts)
    assert untranslated(texts) == {}


def test_the_window_of_a_second_start_and_the_hearing_page_come_through_the_door(stage: Stage, told: set[str]) -> None:
    theme = stage.theme
    windows = Unanswered(theme), HearPage(theme, "")
    texts = {text for window in windows for text in seen(window)}
    for window in windows:
        Shiboken.delete(window)

    assert len(texts) > 5
    assert untranslated(texts | told) == {}


@pytest.mark.parametrize(
    "trouble", ["newer", "damaged", "lost", "removed", "mended", "unlocked", "locked", "read only", "unwritable"]
)
def test_what_is_told_of_a_record_comes_through_the_door(trouble: str) -> None:
    words = record_words(trouble, Path("/1"), Path("/1/2"))

    assert untranslated({words}) == {}


def test_the_report_comes_through_the_door(stage: Stage) -> None:
    assert stage.window.isVisible(), "the typeface is loaded"
    held = [Held("tilt", None, 3, 3, 135_000), Held("knee", "right", 3, 9, 270_000), Held("knee", "left", 3, 8, 1_000)]
    stops = [
        Stop(days_ago(1), "stopped for pain", "knee", "left", 2, 6, None, next_day=False),
        Stop(days_ago(1), "stopped for pain", "knee", "right", 2, 6, None, next_day=False),
        Stop(days_ago(1), "stopped for pain", "tilt", None, 2, 6, None, next_day=False),
        Stop(days_ago(2), "stopped for pain", None, None, 0, None, None, next_day=True),
        Stop(days_ago(3), "finished", "tilt", None, 1, 4, "more", next_day=False),
    ]
    endings = {"finished": 2, "ended": 1, "stopped for pain": 1, "cut off": 1}
    pairs = [Pair(days_ago(1), 4, 3), Pair(days_ago(2), 2, None)]
    whole = report(first=days_ago(2), endings=endings, held=held, pairs=pairs, stops=stops)

    _pages, text = text_of(pdf(whole, {"tilt": "1", "knee": "2"}))

    assert len(text) > 500
    assert untranslated({text}) == {}
