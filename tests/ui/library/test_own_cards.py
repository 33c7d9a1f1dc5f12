"""Own routines on the page of all routines: what can be done with each card, by keys, and what the page tells of it."""

from __future__ import annotations

import json
from functools import partial
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication

from coach.core.events import Phase
from coach.session.places import Place
from coach.store.routines.own_routines import OwnRoutines
from coach.ui.library.problem_tile import ProblemTile
from coach.ui.library.routines_page import AT_ONCE, PAUSE_MS, RoutinesPage
from coach.ui.library.unfit_page import UnfitPage
from tests.ui.library.own_files import (
    card,
    choose,
    choose_in_dialog,
    library_of,
    names,
    opened,
    shipped_document,
)
from tests.ui.stage import CTRL, KEY, focus
from tests.waiting import wait_ms

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.ui.conftest import Opener
    from tests.ui.stage import Stage

SHIPPED = ["Lower back stretches", "Short version"]


@pytest.fixture(name="own")
def _own(open_program: Opener, tmp_path: Path) -> Stage:
    """Return the program of somebody with two routines: one made here, one that came in a file."""
    store = OwnRoutines(tmp_path / "data")
    store.duplicate(shipped_document(), "Evening")
    store.save({**shipped_document("From my physiotherapist"), "format": 2}, "physio.json")
    return open_program()


def test_a_card_names_the_week_of_its_plan(open_program: Opener, tmp_path: Path, qtbot: QtBot) -> None:
    told = {**shipped_document("In weeks"), "format": 2}
    told["routines"][0]["plan"] = [{"name": "First week"}, {"name": "Second week"}]
    OwnRoutines(tmp_path / "data").save(told)
    stage = open_program()
    page = opened(stage, qtbot)

    assert card(page, "In weeks").shown.facts == "7 exercises · about 20 min\nFirst week"  # type: ignore[union-attr]


def has(page: RoutinesPage, name: str) -> bool:
    return name in names(page)


def waits_for(stage: Stage, qtbot: QtBot, page: RoutinesPage, wanted: list[str]) -> None:
    qtbot.waitUntil(lambda: names(page) == wanted)
    wait_ms(1)
    assert stage.page() is page


def test_own_routines_stand_after_those_that_come_with_coach(own: Stage, qtbot: QtBot) -> None:
    page = opened(own, qtbot)

    assert names(page) == [*SHIPPED, "Evening", "From my physiotherapist"]
    assert [own.texts(tile)[0] for tile in page.tiles] == [
        "Comes with coach",
        "Comes with coach",
        "Yours",
        "From a file · physio.json",
    ]
    offered = [[row.text() for row in tile.menu().actions()] for tile in page.tiles]
    assert "Delete" not in offered[0]
    assert offered[2] == ["Edit", *offered[0], "Delete"]
    assert {"Duplicate", "Save as a file", "Put on Today", "Listen"} <= set(offered[0])


def test_start_leads_to_an_own_routine_by_the_same_check(own: Stage, qtbot: QtBot) -> None:
    page = opened(own, qtbot)
    own.click(card(page, "Evening").first)
    own.wait_for_check()
    own.pass_check()

    assert own.phase() is Phase.RUNNING
    assert own.routine.name == "Evening"


def test_a_copy_stands_among_the_own_ones_with_the_focus_on_it(stage: Stage, qtbot: QtBot) -> None:
    page = opened(stage, qtbot)
    for name in ("Lower back stretches, copy", "Lower back stretches, copy 2"):
        choose(stage, page.tiles[0], "Duplicate")
        qtbot.waitUntil(partial(has, page, name))
        assert focus() is card(page, name).first
        assert stage.news == f"“{name}” is among your routines now."
        assert page.toast.words.text() == stage.news


@pytest.mark.parametrize("way", ["Tab", "Ctrl+Z"])
def test_delete_can_be_undone(own: Stage, qtbot: QtBot, way: str) -> None:
    page = opened(own, qtbot)
    name = card(page, "Evening").shown.id
    choose(own, card(page, "Evening"), "Delete")
    waits_for(own, qtbot, page, [*SHIPPED, "From my physiotherapist"])
    assert own.news == "“Evening” deleted"
    assert focus() is card(page, "From my physiotherapist").more, "what stands in its place has the focus"

    if way == "Tab":
        own.press(KEY.Key_Tab)
        assert focus() is page.toast.undo
        own.press(KEY.Key_Space)
    else:
        assert QKeySequence(QKeySequence.StandardKey.Undo) == QKeySequence("Ctrl+Z")
        own.press(KEY.Key_Z, CTRL)
    waits_for(own, qtbot, page, [*SHIPPED, "Evening", "From my physiotherapist"])
    assert card(page, "Evening").shown.id == name
    assert focus() is card(page, "Evening").first
    own.press(KEY.Key_Z, CTRL)
    wait_ms(10)
    assert names(page) == [*SHIPPED, "Evening", "From my physiotherapist"], "it is undone once"


def test_today_follows(own: Stage, qtbot: QtBot) -> None:
    page = opened(own, qtbot)
    assert "Evening" not in own.texts(own.start_page.hero)
    choose(own, card(page, "Evening"), "Put on Today")
    assert "On Today" in own.texts(card(page, "Evening"))
    own.visit(Place.START)
    assert "Evening" in own.texts(own.start_page)

    own.visit(Place.ROUTINES)
    again = own.page()
    assert isinstance(again, RoutinesPage)
    choose(own, card(again, "Evening"), "Delete")
    qtbot.waitUntil(lambda: "Evening" not in names(again))
    qtbot.waitUntil(lambda: "On Today" in own.texts(again.tiles[0]))
    own.press(KEY.Key_Z, CTRL)
    qtbot.waitUntil(lambda: "Evening" in names(again))
    qtbot.waitUntil(lambda: "On Today" in own.texts(card(again, "Evening")))


def test_a_routine_is_saved_as_a_file(own: Stage, qtbot: QtBot, tmp_path: Path) -> None:
    page = opened(own, qtbot)
    choose(own, card(page, "Evening"), "Save as a file")
    choose_in_dialog(own, qtbot, tmp_path / "mine.coach.json")
    qtbot.waitUntil(page.toast.isVisible)

    assert own.news.startswith("Saved as ")
    written = json.loads((tmp_path / "mine.coach.json").read_text("utf-8"))
    assert [routine["name"] for routine in written["routines"]] == ["Evening"]


def test_a_file_that_cannot_be_used_is_a_card_in_words(open_program: Opener, qtbot: QtBot, tmp_path: Path) -> None:
    store = OwnRoutines(tmp_path / "data")
    good = store.duplicate(shipped_document(), "Evening")
    text = store.path(good.id).read_text("utf-8")
    store.path(good.id).write_text(text.replace('"work_s": 30', '"work_s": 0'), "utf-8")
    stage = open_program()
    page = opened(stage, qtbot)
    tile = page.tiles[-1]
    assert isinstance(tile, ProblemTile)
    assert tile.shown.name == f"{good.id}.coach.json"
    assert "Does not fit yet" in stage.texts(tile)
    assert any("work_s" in words and "too small" in words for words in stage.texts(tile))
    assert tile.again.text() == "Look at the file again"

    tile.again.setFocus()
    stage.press(KEY.Key_Return)
    qtbot.waitUntil(lambda: isinstance(stage.page(), UnfitPage))
    store.path(good.id).write_text(text, "utf-8")
    unfit = stage.page()
    assert isinstance(unfit, UnfitPage)
    unfit.again.setFocus()
    stage.press(KEY.Key_Space)
    qtbot.waitUntil(lambda: stage.page() is page)
    assert names(page) == [*SHIPPED, "Evening"]
    assert stage.news == "“Evening” can be used now."
    assert focus() is card(page, "Evening").first


def test_many_cards_come_by_and_by_in_the_order_of_tab(open_program: Opener, qtbot: QtBot, tmp_path: Path) -> None:
    store = OwnRoutines(tmp_path / "data")
    for number in range(12):
        store.duplicate(shipped_document(), f"Routine {number:02}")
    stage = open_program()
    library_of(stage, qtbot)
    unseen = stage.flow.rooms.side_pages.routines.page()
    wait_ms(3 * PAUSE_MS)
    assert len(unseen.tiles) == AT_ONCE, "on a slow computer, too, the page shows before further cards are made"
    unseen.deleteLater()

    stage.visit(Place.ROUTINES)
    page = stage.page()
    assert isinstance(page, RoutinesPage)
    assert len(page.tiles) == AT_ONCE
    qtbot.waitUntil(lambda: len(page.tiles) == 14)

    page.tiles[0].more.setFocus()
    for tile in page.tiles:
        for part in tile.parts:
            assert focus() is part
            stage.press(KEY.Key_Tab)
    page.tiles[-1].last.setFocus()
    QApplication.processEvents()
    assert not page.tiles[-1].visibleRegion().isEmpty(), "what has the focus is in sight"


def test_what_nobody_does_is_not_offered_and_what_somebody_does_is(own: Stage, qtbot: QtBot) -> None:
    routines = own.side_pages.routines
    wanted: list[tuple[str, str]] = []
    page = opened(own, qtbot)
    before = {row.text() for row in card(page, "Evening").menu().actions()}
    for name in ("edit", "print", "code"):
        getattr(routines, f"{name}_wanted").connect(lambda routine, name=name: wanted.append((name, routine)))
    own.visit(Place.START)
    page = opened(own, qtbot)
    evening = card(page, "Evening")
    added = [("Edit", "edit"), ("Print a hand-out", "print"), ("Show as a QR code", "code")]
    for words, name in added:
        assert own.routine is not None
        choose(own, evening, words)
        assert wanted[-1] == (name, evening.shown.id)
    assert {row.text() for row in evening.menu().actions()} == before | {words for words, _name in added}
    assert "Edit" not in {row.text() for row in page.tiles[0].menu().actions()}
