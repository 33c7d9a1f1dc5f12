"""A press on the start page that comes before what it leads to: it waits for that, and is carried out once."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from coach.ui.home.exercise_page import ExercisePage
from coach.ui.library.routines_page import RoutinesPage
from tests.cases import ROUTINES
from tests.ui.stage import KEY, Stage

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from coach.app import Program
    from coach.ui.home.start_page import StartPage
    from tests.ui.conftest import Opener


def start(page: StartPage) -> QWidget:
    return page.start


def other(page: StartPage) -> QWidget:
    return page.other


def tile(page: StartPage) -> QWidget:
    assert page.parts.strip is not None
    return page.parts.strip.tiles[2]


def all_routines(page: StartPage) -> QWidget:
    assert page.parts.own is not None
    return page.parts.own.all


def open_pressing(
    open_program: Opener,
    wanted: Callable[[StartPage], QWidget],
    by: Callable[[QWidget], None],
    file: Path | None = None,
) -> Stage:
    """Open the program and press in the moment in which the list is there."""

    def press(program: Program) -> None:
        def at_once() -> None:
            assert program.flow is None
            by(wanted(program.start_page))

        program.usable.connect(at_once)

    return open_program(file, at_first_paint=press)


def by_mouse(widget: QWidget) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def by_key(widget: QWidget) -> None:
    QTest.keyClick(widget, Qt.Key.Key_Space)


@pytest.mark.parametrize("by", [by_mouse, by_key])
def test_start_leads_to_the_check(open_program: Opener, by: Callable[[QWidget], None]) -> None:
    stage = open_pressing(open_program, start, by)
    stage.wait_for_check()

    assert stage.routine.id == stage.routines[0].id


def test_the_other_routine_is_the_one_that_begins(open_program: Opener) -> None:
    stage = open_pressing(open_program, other, by_mouse)
    stage.wait_for_check()

    assert stage.routine.id == stage.routines[1].id


def test_an_exercise_is_shown(open_program: Opener) -> None:
    stage = open_pressing(open_program, tile, by_mouse)

    page = stage.window.page
    assert isinstance(page, ExercisePage)
    assert stage.routine.exercises[2].name in stage.texts(page)


def test_all_routines_are_shown(open_program: Opener, tmp_path: Path) -> None:
    document = json.loads(ROUTINES.read_bytes())
    document["routines"] += [{**document["routines"][0], "id": f"more-{number}"} for number in range(4)]
    (tmp_path / "own.json").write_text(json.dumps(document), "utf-8")

    stage = open_pressing(open_program, all_routines, by_mouse, tmp_path / "own.json")

    assert isinstance(stage.window.page, RoutinesPage)


def test_start_goes_on_working_as_ever(open_program: Opener) -> None:
    stage = open_pressing(open_program, start, by_mouse)
    stage.wait_for_check()
    stage.press(KEY.Key_Escape)
    assert stage.window.page is stage.start_page

    by_mouse(stage.start_page.start)
    stage.wait_for_check()
