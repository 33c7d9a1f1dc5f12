"""Nothing is left of a page that was left, nor of a session that is over: counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from coach.ui.history.history_page import HistoryPage
from coach.ui.kit.text_page import TextPage
from tests.ui.growth import growth, there
from tests.ui.live.floor.floor_view import floor_page
from tests.ui.stage import CTRL, KEY, Stage
from tests.waiting import wait_ms

if TYPE_CHECKING:
    from collections.abc import Iterator

VISITS, READ, SESSIONS = 8, 4, 4
SUMMARY = "coach.store.record.history.SessionSummary"
PAGES = ("settings", "history", "routines", "keys", "clicker", "listen", "signs", "works", "about")


@pytest.fixture(name="read")
def _read() -> Iterator[None]:
    """Let there be a screen reader, as far as Qt knows."""
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


def visit(stage: Stage, action: str) -> None:
    """Open a page, look round as a screen reader does, and leave it."""
    stage.trigger(action)
    wait_ms(1)
    page = stage.page()
    assert isinstance(page, TextPage)
    if QAccessible.isActive():
        for widget in (page, *page.findChildren(QWidget)):
            QAccessible.queryAccessibleInterface(widget)
    stage.press(KEY.Key_Escape)
    assert stage.page() is stage.start_page


@pytest.mark.parametrize("action", PAGES)
def test_a_page_that_was_left_leaves_nothing(stage: Stage, action: str) -> None:
    assert growth(stage, lambda: visit(stage, action), VISITS) == {}


def test_a_history_that_was_left_takes_all_that_it_showed_along(stage: Stage) -> None:
    painful_session(stage)
    before = there(stage)[SUMMARY]
    stage.trigger("history")
    page = stage.page()
    assert isinstance(page, HistoryPage)
    while not page.list.sessions:
        wait_ms(1)
    assert there(stage)[SUMMARY] == before + 1
    del page

    stage.press(KEY.Key_Escape)

    assert there(stage)[SUMMARY] == before


@pytest.mark.long
@pytest.mark.usefixtures("read")
@pytest.mark.parametrize("action", PAGES)
def test_nor_does_one_that_was_read(stage: Stage, action: str) -> None:
    found = growth(stage, lambda: visit(stage, action), READ)

    # PySide never lets go of an interface that Python made; it must not hold its widget, and all that knows.
    assert set(found) <= {"coach.ui.shell.accessibility._Words", "coach.ui.shell.accessibility._Item"}


def test_an_exercise_that_was_read_leaves_nothing(stage: Stage) -> None:
    def look() -> None:
        stage.read_exercise(0)
        assert stage.page() is not stage.start_page
        stage.press(KEY.Key_Escape)

    assert growth(stage, look, VISITS) == {}


def whole_session(stage: Stage) -> None:
    """Do a session with a look at the floor view, a pause and something more, and end it."""
    stage.start()
    stage.skip_to(4)
    stage.press(KEY.Key_Space)
    stage.press(KEY.Key_Space)
    stage.press(KEY.Key_F11)
    assert stage.page() is floor_page(stage)
    stage.advance(12_000)
    stage.press(KEY.Key_F11)
    stage.advance(60_000)
    stage.press(KEY.Key_E, CTRL)
    assert stage.page() is stage.closing_page
    stage.click(stage.closing_page.done)


def painful_session(stage: Stage) -> None:
    """Stop for pain, and go back to the start page."""
    stage.start()
    stage.advance(15_000)
    stage.press(KEY.Key_Escape)
    assert stage.is_stopped
    stage.click(stage.stopped_page.close_button)


def broken_off(stage: Stage) -> None:
    """Leave the check at its first question."""
    stage.click(stage.start_page.start)
    while stage.page() is stage.start_page:
        wait_ms(1)  # what the check has to know comes from the disk
    stage.press(KEY.Key_Escape)
    assert stage.page() is stage.start_page


@pytest.mark.parametrize("session", [whole_session, painful_session, broken_off])
def test_a_session_that_is_over_leaves_nothing(stage: Stage, session: object) -> None:
    assert callable(session)
    assert growth(stage, lambda: session(stage), SESSIONS) == {}
