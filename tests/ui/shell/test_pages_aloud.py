"""What a screen reader finds on every page: names of pages and groups, headings, charts in words, and lists."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QLabel, QScrollArea, QWidget

from coach.core.safety import Answers, Known, Question
from coach.session.places import Place
from coach.ui.check.closed_sheet import People
from coach.ui.check.gently_sheet import Today
from coach.ui.check.hearing_page import HearPage
from coach.ui.help.listen_page import ListenPage
from coach.ui.help.works_page import WorksPage
from coach.ui.history.history_page import YEAR, HistoryPage
from coach.ui.kit.marks import CHART, PICTURE
from coach.ui.kit.navigation import NavigationItem
from coach.ui.settings.settings_page import SettingsPage
from tests.ui.live.floor.floor_view import HOLD
from tests.ui.pages import walk_editor
from tests.ui.stage import CTRL, KEY, focus
from tests.waiting import wait_ms
from tools import sample_record

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtGui import QAccessibleInterface
    from pytestqt.qtbot import QtBot

    from tests.ui.conftest import Opener
    from tests.ui.stage import Stage

ROLE = QAccessible.Role
NAMED = {ROLE.Pane, ROLE.Form, ROLE.Grouping, ROLE.List, ROLE.Chart, ROLE.Table, ROLE.PageTabList, ROLE.Graphic}
"""Roles of what holds other things or is looked at: each has a name."""
BOLD, LARGE = 700, 17
"""A label with letters as heavy and as large as this is a heading, by its looks."""
NO_HEADING = "Your clicker sent"
"""What comes of a press, as large as a heading."""


@pytest.fixture(autouse=True)
def _screen_reader() -> Iterator[None]:
    """Let Qt believe that a screen reader runs."""
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


def _lump(stage: Stage) -> list[str]:
    """Return the labels with three words and more that a screen reader reads in one go with the page they are on."""
    return [
        label.text()
        for label in stage.page().findChildren(QLabel)
        if label.isVisible() and len(label.text().split()) > 2 and _role(label) == ROLE.StaticText
    ]


def _role(widget: QWidget) -> QAccessible.Role:
    told = QAccessible.queryAccessibleInterface(widget)
    assert told is not None
    return told.role()


def _descriptions(stage: Stage) -> set[str]:
    return {widget.accessibleDescription() for widget in stage.page().findChildren(QWidget)} - {""}


def test_what_is_said_of_a_control_is_not_read_with_the_page_too(stage: Stage) -> None:
    stage.visit(Place.SETTINGS)
    page = stage.page()
    assert isinstance(page, SettingsPage)
    for pane in page.panes:
        page.show_pane(pane)
        assert set(_lump(stage)).isdisjoint(_descriptions(stage)), pane.title.text()
    stage.press(KEY.Key_Escape)
    stage.click(stage.start_page.start)
    stage.wait_for_check()
    for question in Question:
        stage.check_page.ask(question, Known(), Answers(), (1, 3))
        stage.check_page.settle(question)
        assert set(_lump(stage)).isdisjoint(_descriptions(stage)), question


def test_the_group_of_settings_that_is_chosen_is_told_as_selected(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    stage.visit(Place.SETTINGS)
    told: list[tuple[QAccessible.Event, str, bool]] = []

    def take(event: QAccessibleEvent) -> None:
        interface = event.accessibleInterface()
        if event.type() in {QAccessible.Event.SelectionAdd, QAccessible.Event.SelectionRemove}:
            told.append((event.type(), interface.text(QAccessible.Text.Name), bool(interface.state().selected)))

    monkeypatch.setattr(QAccessible, "updateAccessibility", take)
    page = stage.page()
    assert isinstance(page, SettingsPage)
    stage.click(page.list.items[1])

    kinds = QAccessible.Event
    assert set(told) == {
        (kinds.SelectionRemove, "Session", False),
        (kinds.SelectionAdd, "Voice and sounds", True),
    }


@pytest.fixture(name="past")
def _past(open_program: Opener, tmp_path: Path) -> Stage:
    """Return the program with a record of some months."""
    data = tmp_path / "data"
    data.mkdir()
    sample_record.write(data)
    stage = open_program(wall=lambda: sample_record.NOW)
    stage.preferences.change(heard="yes")
    return stage


def told_of(widget: QWidget) -> QAccessibleInterface:
    told = QAccessible.queryAccessibleInterface(widget)
    assert told is not None, widget
    return told


def name_of(widget: QWidget) -> str:
    return told_of(widget).text(QAccessible.Text.Name).strip()


def wrong_aloud(stage: Stage) -> list[str]:
    """Return what a screen reader would miss in the window as it is."""
    page = stage.page()
    wrong = [] if told_of(page).role() in {ROLE.Pane, ROLE.Form} else [f"{page} is no page"]
    shown = [page, *(each for each in stage.window.findChildren(QWidget) if each.isVisible())]
    headings = 0
    for widget in shown:
        told = told_of(widget)
        role, name = told.role(), name_of(widget)
        headings += role == ROLE.Heading and page.isAncestorOf(widget)
        if role in NAMED and not name:
            wrong.append(f"{widget} has no name")
        if role == ROLE.Client and name and not isinstance(widget, QScrollArea):
            wrong.append(f"nobody hears the name of {widget}: {name}")
        if role == ROLE.Chart and not told.text(QAccessible.Text.Description):
            wrong.append(f"{widget} has no summary")
        if role == ROLE.StaticText and type(widget) is QLabel and _looks_like_heading(widget):
            wrong.append(f"“{widget.text()}” is no heading")
    return wrong if headings else [*wrong, f"{page} has no heading"]


def _looks_like_heading(label: QLabel) -> bool:
    font = label.font()
    is_one = font.pixelSize() >= LARGE and font.weight() >= BOLD and not label.text().startswith(NO_HEADING)
    return is_one and bool(label.text().strip()) and not _is_in_picture(label)


def _is_in_picture(label: QLabel) -> bool:
    """Tell whether it stands in place of a picture."""
    above = label.parentWidget()
    while above is not None and above.objectName() != PICTURE:
        above = above.parentWidget()
    return above is not None


def test_every_page_of_the_navigation_is_told_whole(past: Stage, qtbot: QtBot) -> None:
    assert wrong_aloud(past) == []
    past.start_page.ask_helps()
    assert wrong_aloud(past) == []
    past.read_exercise(1)
    assert (wrong_aloud(past), name_of(past.page())) == ([], "Single knee to chest")
    for place in (Place.ROUTINES, Place.HELP, Place.HISTORY):
        past.visit(place)
        assert wrong_aloud(past) == []

    page = past.page()
    assert isinstance(page, HistoryPage)
    qtbot.waitUntil(page.columns.isVisible)
    assert wrong_aloud(past) == []
    chart = page.findChild(QWidget, CHART)
    assert isinstance(chart, QWidget)
    summary = told_of(chart).text(QAccessible.Text.Description)
    assert "lower 10, the same 0, higher 1" in summary
    assert summary.endswith("The last: before 5, after 3.")
    page.view.parts[YEAR].click()
    qtbot.waitUntil(page.year.isVisible)
    assert wrong_aloud(past) == []

    past.visit(Place.SETTINGS)
    settings = past.page()
    assert isinstance(settings, SettingsPage)
    for pane in settings.panes:
        settings.show_pane(pane)
        assert wrong_aloud(past) == [], pane.accessibleName()
    qtbot.waitUntil(lambda: "sessions" in settings.record.sessions.text())
    assert name_of(settings.record.sessions) == settings.record.sessions.text()


def test_every_page_of_help_is_told_whole(stage: Stage) -> None:
    for action in ("keys", "signs", "about", "works", "clicker", "listen"):
        stage.trigger(action)
        page = stage.page()
        while isinstance(page, WorksPage) and page.report is None:
            wait_ms(1)
        while isinstance(page, ListenPage) and not page.script.rows:
            wait_ms(1)
        assert wrong_aloud(stage) == []
        assert name_of(page)
    stage.press(KEY.Key_Escape)
    stage.click(stage.window.left.navigation.sound)
    hear = stage.page()
    assert isinstance(hear, HearPage)
    assert (wrong_aloud(stage), name_of(hear)) == ([], "Can you hear this?")
    answers = hear.both.parentWidget()
    assert answers is not None
    assert (told_of(answers).role(), name_of(answers)) == (ROLE.Grouping, "What did you hear?")


def test_every_question_of_the_check_is_told_whole(past: Stage) -> None:
    people, names = People("Riverside Physio · 555 0134", "555 0100"), set()
    usual, again = Known(days_since=1, asks_after_last=True), Known(hurt_in_a_row=1, hurt_today=True, days_since=0)
    for known, pain in ((Known(), 5), (usual, 2), (again, 2), (Known(), 8)):
        past.check.begin(known, Today("Trunk rotation", "One round of each. 9 min."), people)
        while True:
            assert wrong_aloud(past) == [], past.check.question
            names.add(name_of(past.page()))
            question = past.check.question
            if question is None or known is usual:
                break
            past.answer({Question.SETTLED: "No", Question.RESTART: "Not now"}.get(question, "None of these"), pain)
        while past.page() is past.check_page:
            past.press(KEY.Key_Escape)
    assert names >= {
        "Warning signs",
        "Go gently",
        "Before you start",
        "Please stop here.",
        "What would you like to do?",
    }


def test_every_page_of_a_session_is_told_whole(stage: Stage) -> None:
    stage.start()
    stage.skip_to(HOLD)
    assert (wrong_aloud(stage), name_of(stage.page())) == ([], "Session")
    for heading in (stage.session_page.title, stage.session_page.steps.heading, stage.window.sidebar.title):
        assert told_of(heading).role() == ROLE.Heading
    for key in (KEY.Key_E, KEY.Key_I, KEY.Key_Space, KEY.Key_F11):
        stage.press(key)
        assert wrong_aloud(stage) == [], key
    assert name_of(stage.page()) == "Floor view"
    stage.press(KEY.Key_F11)
    stage.press(KEY.Key_Q, CTRL)
    assert wrong_aloud(stage) == []
    stage.press(KEY.Key_Escape)
    assert (wrong_aloud(stage), name_of(stage.page())) == ([], "We have stopped.")
    stage.click(stage.stopped_page.mistake)
    assert wrong_aloud(stage) == []
    stage.click(stage.stopped_page.no)
    stage.press(KEY.Key_E, CTRL)
    stage.click(stage.closing_page.after.scale.numbers[8])
    assert (wrong_aloud(stage), name_of(stage.page())) == ([], "After the session")


def test_the_steps_are_a_list_that_tells_which_is_to_be_done_now(running: Stage) -> None:
    running.skip_to(HOLD)
    (steps,) = [
        told
        for each in running.session_page.steps.list.findChildren(QWidget)
        if (told := told_of(each)).role() == ROLE.List
    ]

    assert steps.text(QAccessible.Text.Name) == "Steps"
    rows = [steps.child(place) for place in range(steps.childCount())]
    rows = [row for row in rows if not row.state().invisible]
    assert {row.role() for row in rows} == {ROLE.ListItem}
    states = {row.text(QAccessible.Text.Name): row.text(QAccessible.Text.Description) for row in rows}
    assert states["Keep still and breathe for 30 seconds."] == "now"
    assert states["Stop at a gentle pull."] != "now"


def test_tab_reaches_each_place_to_go_to_and_each_says_that_it_has_the_focus(stage: Stage) -> None:
    items = stage.window.left.navigation.navigation.items
    reached = []
    for _press in range(40):
        stage.press(KEY.Key_Tab)
        here = focus()
        if isinstance(here, NavigationItem):
            assert told_of(here).state().focused
            reached.append(here)
        if len(reached) == len(items):
            break

    assert reached == items
    places = [told_of(item).rect() for item in items]
    assert all(place.height() >= 44 for place in places)
    assert [above for above, below in pairwise(places) if above.intersects(below)] == []


@pytest.mark.parametrize("size", [(1000, 640), (800, 600), (640, 360)])
def test_no_place_to_go_to_lies_over_another(stage: Stage, size: tuple[int, int]) -> None:
    stage.window.resize(*size)
    wait_ms(1)
    places = [told_of(item).rect() for item in stage.window.left.navigation.navigation.items]

    assert [above for above, below in pairwise(places) if above.intersects(below)] == []


def test_the_editor_is_told_whole(stage: Stage) -> None:
    for name in walk_editor(stage):
        assert wrong_aloud(stage) == [], name
        assert name_of(stage.page()) == "Edit a routine"
