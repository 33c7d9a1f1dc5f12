"""The page of all routines: each card says what it is, and Start leads through the same check as on the start page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QMenu

from coach.core.events import Phase
from coach.session.places import Place
from coach.ui.check.hearing_page import HearPage
from coach.ui.help.listen_page import ListenPage
from coach.ui.library.routine_tile import RoutineTile
from coach.ui.library.routines_page import RoutinesPage
from tests.cases import document, exercise
from tests.store.bad_files import as_bytes
from tests.ui.recorded_voice import RecordedVoice
from tests.ui.stage import KEY, focus
from tests.waiting import wait_ms

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.ui.conftest import Opener
    from tests.ui.stage import Stage


def opened(stage: Stage) -> RoutinesPage:
    stage.visit(Place.ROUTINES)
    page = stage.page()
    assert isinstance(page, RoutinesPage)
    return page


def tiles_of(page: RoutinesPage) -> list[RoutineTile]:
    assert all(isinstance(tile, RoutineTile) for tile in page.tiles)
    return [tile for tile in page.tiles if isinstance(tile, RoutineTile)]


def choose(tile: RoutineTile, words: str) -> None:
    """Choose an item of the menu of a card."""
    menu = tile.menu()
    item = next(action for action in menu.actions() if action.text() == words)
    assert item.isEnabled()
    item.trigger()
    wait_ms(1)  # what is new in a layout is shown in the next turn


def test_each_routine_is_a_card_that_says_what_it_is(stage: Stage, qtbot: QtBot) -> None:
    page = opened(stage)
    assert [stage.texts(tile) for tile in tiles_of(page)] == [
        ["Comes with coach", "On Today", "Lower back stretches", "7 exercises · about 20 min"],
        ["Comes with coach", "Short version", "7 exercises · about 9 min"],
    ]
    told = [QAccessible.queryAccessibleInterface(tile.start) for tile in tiles_of(page)]
    assert [each.text(QAccessible.Text.Name) for each in told] == ["Start Lower back stretches", "Start Short version"]
    assert [figure for figure, _side in tiles_of(page)[0].shown.holds] == ["pelvic-tilt", "trunk-rotation", "cat-cow"]
    qtbot.waitUntil(lambda: bool(stage.pictures.variants), timeout=10_000)
    qtbot.waitUntil(lambda: page.is_complete, timeout=10_000)
    size = tiles_of(page)[0].pictures.size()
    assert size.width() / 3 / size.height() == pytest.approx(1.5, abs=0.03)


@pytest.mark.parametrize("place", [0, 1])
def test_start_leads_through_the_same_check_to_that_routine(stage: Stage, place: int) -> None:
    page = opened(stage)
    stage.click(tiles_of(page)[place].start)
    stage.wait_for_check()
    assert stage.page() is stage.check_page
    assert stage.player.snapshot() is None or stage.phase() is Phase.READY
    stage.pass_check()
    assert stage.phase() is Phase.RUNNING
    assert stage.routine.id == stage.routines[place].id


def test_start_asks_first_whether_coach_is_heard(stage: Stage) -> None:
    stage.narrator.use(RecordedVoice(stage), {"af_heart": "Heart"})
    stage.click(tiles_of(opened(stage))[1].start)
    page = stage.page()
    assert isinstance(page, HearPage)
    stage.click(page.both)
    stage.wait_for_check()
    assert stage.page() is stage.check_page
    assert stage.routine.id == stage.routines[1].id
    stage.press(KEY.Key_Escape)
    assert stage.page() is stage.start_page


def test_a_routine_can_be_put_on_today_and_listened_to(stage: Stage) -> None:
    page = opened(stage)
    tiles_of(page)[1].more.setFocus()
    choose(tiles_of(page)[1], "Put on Today")
    assert [tile.shown.is_on_today for tile in tiles_of(page)] == [False, True]
    assert focus() is tiles_of(page)[1].more
    assert not next(
        action for action in tiles_of(page)[1].menu().actions() if action.text() == "Put on Today"
    ).isEnabled()

    choose(tiles_of(page)[0], "Listen")
    listen = stage.page()
    assert isinstance(listen, ListenPage)
    assert listen.routine.currentText() == "Lower back stretches"
    stage.press(KEY.Key_Escape)
    assert stage.page() is page
    assert focus() is tiles_of(page)[1].more
    stage.press(KEY.Key_Escape)
    assert "Short version" in stage.texts(stage.start_page)


def test_the_menu_opens_with_the_keyboard_and_closes_with_esc(stage: Stage) -> None:
    page = opened(stage)
    tiles_of(page)[0].more.setFocus()
    stage.press(KEY.Key_Space)
    menu = tiles_of(page)[0].findChild(QMenu)
    assert isinstance(menu, QMenu)
    assert menu.isVisible()
    menu.close()
    assert stage.page() is page


def test_routines_of_an_own_file_tell_where_they_come_from(open_program: Opener, tmp_path: Path) -> None:
    file = tmp_path / "physio.json"
    file.write_bytes(as_bytes(document(exercise("sit-tall"))))
    stage = open_program(file)
    page = opened(stage)
    assert "From a file · physio.json" in [text for tile in tiles_of(page) for text in stage.texts(tile)]
    assert tiles_of(page)[0].pictures.heightForWidth(300) == 0, "no figure, no room for one"
    assert tiles_of(page)[0].pictures.size().height() <= QSize(0, 0).height()
