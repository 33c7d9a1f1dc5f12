"""The page of what works here: what it shows when, and that what is copied for a report has nothing of the person."""

from __future__ import annotations

import logging
import threading
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QGuiApplication

from coach.background import log
from coach.background.threads import run_beside
from coach.core.findings import Finding, Report
from coach.session.places import Place
from coach.store import log_file, settings
from coach.store.paths import Paths
from coach.ui.help.help_page import HelpPage
from coach.ui.help.works_page import WorksPage
from coach.ui.kit.tile_card import TileCard
from coach.ui.library.unfit_page import UnfitPage
from tests.ui.library.own_files import shipped_document, write
from tests.ui.pages import wait_until
from tests.ui.stage import KEY, focus
from tests.waiting import wait_ms

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.ui.conftest import Opener
    from tests.ui.stage import Stage

BAD = Report(
    (
        Finding("Screen", works=True, words="It is there."),
        Finding("Sound", works=False, words="None answers.", remedy="Start it."),
        Finding("Bus", works=False, words="There is none.", remedy="Log in.", is_needed=False),
    ),
    "coach 1",
    ("a line of the log",),
)
GOOD = Report((Finding("Screen", works=True, words="It is there."),))


def opened(stage: Stage) -> WorksPage:
    """Go there by the keyboard alone, from the page of help."""
    stage.visit(Place.HELP)
    page = stage.page()
    assert isinstance(page, HelpPage)
    for _try in range(30):
        if focus() is page.rows["works"].control:
            break
        stage.press(KEY.Key_Tab)
    stage.press(KEY.Key_Return)
    there = stage.page()
    assert isinstance(there, WorksPage)
    return there


def shown(page: WorksPage) -> dict[str, list[str]]:
    """Return the lines of each card by its heading."""
    wait_ms(1)  # what is new in a layout is shown in the next turn
    cards = [each for each in page.findChildren(TileCard) if each.isVisible()]
    return {card.title.text(): [line.text() for line in card.lines.lines] for card in cards}


def test_it_says_that_it_looks_and_then_what_it_found(stage: Stage) -> None:
    may_end = threading.Event()
    answers = iter([BAD, GOOD])

    def examine() -> Report:
        may_end.wait(10)
        return next(answers)

    stage.program.examine = examine
    page = opened(stage)
    assert page.summary.text() == "Looking. That takes some seconds."
    assert (page.copy.isEnabled(), page.again.isEnabled(), shown(page)) == (False, False, {})

    may_end.set()
    wait_until(lambda: page.report)
    assert page.summary.text() == stage.news == "Something that a session needs does not work here."
    assert shown(page) == {
        "Does not work": ["Sound: None answers.\nStart it."],
        "Does not work, and a session does without it": ["Bus: There is none.\nLog in."],
        "Works": ["Screen: It is there."],
    }

    page.again.setFocus()
    stage.press(KEY.Key_Return)
    wait_until(lambda: page.report)
    assert page.summary.text() == stage.news == "All that a session needs works here."
    assert shown(page) == {"Works": ["Screen: It is there."]}


def test_the_report_is_copied_with_the_keyboard(stage: Stage) -> None:
    stage.program.examine = lambda: BAD
    page = opened(stage)
    wait_until(lambda: page.report)

    while focus() is not page.copy:
        stage.press(KEY.Key_Tab)
    stage.press(KEY.Key_Return)

    assert QGuiApplication.clipboard().text() == BAD.text()
    assert BAD.text().endswith("The last lines of the log\na line of the log\n")
    assert stage.news == "The report is copied."


def test_what_is_found_once_the_page_is_gone_is_told_by_the_next_one(stage: Stage) -> None:
    may_end = threading.Event()

    def examine() -> Report:
        may_end.wait(10)
        return GOOD

    stage.program.examine = examine
    opened(stage)
    stage.press(KEY.Key_Escape)
    page = opened(stage)
    assert page.report is None
    may_end.set()
    wait_until(lambda: page.report)

    assert page.report == GOOD


def test_a_look_that_fails_is_told_without_its_words(stage: Stage) -> None:
    def examine() -> Report:
        message = "back after Zylquist"
        raise KeyError(message)

    stage.program.examine = examine
    page = opened(stage)
    wait_until(lambda: page.report)

    assert shown(page) == {"Does not work": ["What works here: It could not be looked at."]}


# Nothing of the person

MARK = "Zylquist"
"""Stands in all that a person writes."""


@pytest.fixture(name="logged")
def _logged() -> Iterator[None]:
    logging.getLogger(log.NAME).handlers.clear()
    yield
    logging.getLogger(log.NAME).handlers.clear()


def marked(document: dict[str, object]) -> dict[str, object]:
    """Return a file with routines in which the texts of its author have the mark."""

    def mark(value: object, key: str) -> object:
        match value:
            case dict():
                return {name: mark(each, name) for name, each in value.items()}
            case list():
                return [mark(each, key) for each in value]
            case str() if key in {"name", "goal", "feel", "stop"}:
                return f"{value} {MARK}"
            case _:
                return value

    return {name: mark(value, name) for name, value in document.items()}


def keep_own_files(data: Path) -> None:
    """Put own routines there: one that can be used, one that cannot, and settings with one that does not fit."""
    document = marked(shipped_document())
    own = f"{MARK.lower()}-0a1b2c3d"
    document["routines"] = [{"id": own, "name": MARK, "exercises": [{"exercise": "pelvic-tilt"}]}]
    write(data / "routines" / f"{own}.coach.json", document)
    write(data / "routines" / f"{MARK.lower()}-1b2c3d4e.coach.json", {"format": MARK})
    contact = {"contact_name": MARK, "contact_phone": f"555 {MARK}", "contact_web": f"{MARK}.example"}
    chosen = {**contact, "emergency_number": f"1 {MARK}", "today": own, "theme": MARK}
    write(data / settings.NAME, {"format": settings.FORMAT, "settings": chosen})


def fail(message: str) -> None:
    raise LookupError(message)


@pytest.mark.usefixtures("logged")
def test_nothing_of_the_person_is_copied_or_logged(open_program: Opener, tmp_path: Path) -> None:
    data = tmp_path / "data"
    keep_own_files(data)
    stage = open_program()
    log.open_file(Paths.choose(data).state)
    assert stage.preferences.now.contact_name == MARK
    assert any(MARK in words for words in stage.texts(stage.start_page))

    stage.start()
    stage.press(KEY.Key_Escape)
    note = stage.stopped_page.note
    stage.click(note.open_button)
    note.field.setPlainText(MARK)
    stage.click(note.save_button)
    stage.click(stage.stopped_page.close_button)
    stage.program.routines.bring(tmp_path / f"{MARK}.json")
    wait_until(lambda: isinstance(stage.page(), UnfitPage))
    beside = run_beside(lambda: fail(MARK), lambda _why: None, "a job")
    assert beside is not None
    beside.join(10)
    log.finish(data, 5)
    log.open_file(data)

    stage.trigger("works")
    page = stage.page()
    assert isinstance(page, WorksPage)
    wait_until(lambda: page.report)
    stage.click(page.copy)
    copied = QGuiApplication.clipboard().text()

    logged = (data / log_file.NAME).read_text("utf-8")
    assert "ERROR a job: LookupError" in logged
    assert "INFO settings: some do not fit" in logged
    assert logged.splitlines()[-1] in copied
    assert "Own routines: 1 cannot be used." in copied
    for text in (copied, logged):
        assert MARK.lower() not in text.lower()
        assert str(tmp_path) not in text
        assert "pain" not in text.lower()
