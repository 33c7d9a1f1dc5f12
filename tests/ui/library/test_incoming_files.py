"""Files with routines that come in: what is in one is shown before it is kept, and what does not fit is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QGuiApplication

from coach.core.events import Phase
from coach.session.places import Place
from coach.ui.library.drop_hint import DropHint
from coach.ui.library.incoming_page import IncomingPage
from coach.ui.library.routines_page import RoutinesPage
from coach.ui.library.unfit_page import UnfitPage
from tests.ui.library.own_files import (
    choose_in_dialog,
    drag,
    drop,
    library_of,
    names,
    opened,
    shipped_document,
    write,
)
from tests.ui.stage import KEY, focus
from tests.waiting import wait_ms

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from tests.ui.stage import Stage

SHIPPED = ["Lower back stretches", "Short version"]


@pytest.fixture(name="physio")
def _physio(tmp_path: Path) -> Path:
    return write(tmp_path / "physio.json", shipped_document("From my physiotherapist"))


def shown(stage: Stage, qtbot: QtBot, kind: type[QWidget]) -> QWidget:
    qtbot.waitUntil(lambda: isinstance(stage.page(), kind), timeout=10_000)
    wait_ms(1)
    return stage.page()


def preview(stage: Stage, qtbot: QtBot) -> IncomingPage:
    page = shown(stage, qtbot, IncomingPage)
    assert isinstance(page, IncomingPage)
    return page


def unfit(stage: Stage, qtbot: QtBot) -> UnfitPage:
    page = shown(stage, qtbot, UnfitPage)
    assert isinstance(page, UnfitPage)
    return page


def test_a_file_that_is_chosen_is_shown_and_then_kept(stage: Stage, qtbot: QtBot, physio: Path) -> None:
    routines = opened(stage, qtbot)
    routines.import_.setFocus()
    stage.press(KEY.Key_Space)
    choose_in_dialog(stage, qtbot, physio)
    page = preview(stage, qtbot)

    said = stage.texts(page)
    assert {"Keep this routine?", "From physio.json. Nothing is kept yet.", "From my physiotherapist"} <= set(said)
    assert any(words.startswith("Pelvic tilt · ") for words in said)
    assert not page.both.isVisible()
    assert library_of(stage, qtbot).own == ()
    assert focus() is page.title

    page.keep.setFocus()
    stage.press(KEY.Key_Return)
    qtbot.waitUntil(lambda: stage.page() is routines)
    assert names(routines) == [*SHIPPED, "From my physiotherapist"]
    assert "From a file · physio.json" in stage.texts(routines.tiles[-1])
    assert stage.news == "“From my physiotherapist” is among your routines now."
    assert focus() is routines.tiles[-1].first


@pytest.mark.parametrize("way", ["Not now", "Esc"])
def test_nothing_is_kept_of_what_is_not_wanted(stage: Stage, qtbot: QtBot, physio: Path, way: str) -> None:
    routines = opened(stage, qtbot)
    drop(stage, physio)
    page = preview(stage, qtbot)
    if way == "Esc":
        stage.press(KEY.Key_Escape)
    else:
        stage.click(page.not_now)
    assert stage.page() is routines
    wait_ms(10)
    assert names(routines) == SHIPPED
    assert library_of(stage, qtbot).own == ()


def test_a_file_is_dropped_anywhere_on_the_window(stage: Stage, qtbot: QtBot, physio: Path) -> None:
    library_of(stage, qtbot)
    assert drag(stage, physio)
    hint = stage.window.findChild(DropHint)
    assert isinstance(hint, DropHint)
    assert hint.isVisible()
    drop(stage, physio)
    assert not hint.isVisible()
    page = preview(stage, qtbot)
    page.keep.setFocus()
    stage.press(KEY.Key_Space)
    qtbot.waitUntil(lambda: isinstance(stage.page(), RoutinesPage))
    routines = stage.page()
    assert isinstance(routines, RoutinesPage)
    qtbot.waitUntil(lambda: "From my physiotherapist" in names(routines))


def test_no_file_comes_in_while_a_session_runs(running: Stage, qtbot: QtBot, physio: Path) -> None:
    page = running.page()
    assert not drag(running, physio)
    drop(running, physio)
    running.program.routines.bring(physio)
    wait_ms(50)
    assert running.page() is page
    assert running.phase() is Phase.RUNNING

    running.press(KEY.Key_Escape)
    assert running.is_stopped
    running.click(running.stopped_page.close_button)
    preview(running, qtbot)  # what was opened meanwhile waits until it is over


def test_what_is_replaced_is_shown_and_may_stay(stage: Stage, qtbot: QtBot, physio: Path) -> None:
    routines = opened(stage, qtbot)
    drop(stage, physio)
    stage.click(preview(stage, qtbot).keep)
    qtbot.waitUntil(lambda: stage.page() is routines)

    drop(stage, physio)
    page = preview(stage, qtbot)
    assert "This routine is here already, and it is the same." in stage.texts(page)
    stage.press(KEY.Key_Escape)

    changed = shipped_document("From my physiotherapist")
    changed["exercises"][1]["work_s"] += 5
    changed["routines"][0]["exercises"].pop()
    write(physio, changed)
    drop(stage, physio)
    page = preview(stage, qtbot)
    said = stage.texts(page)
    assert "It takes the place of “From my physiotherapist”, which is among your routines." in said
    assert any(words.startswith("No longer in it: ") for words in said)
    assert any(", before " in words for words in said)
    stage.click(page.both)
    qtbot.waitUntil(lambda: stage.page() is routines)
    assert names(routines) == [*SHIPPED, "From my physiotherapist", "From my physiotherapist"]


def test_several_routines_of_one_file_come_in_together(stage: Stage, qtbot: QtBot, tmp_path: Path) -> None:
    routines = opened(stage, qtbot)
    drop(stage, write(tmp_path / "two.json", shipped_document("Morning", "Evening")))
    page = preview(stage, qtbot)
    assert page.title.text() == "Keep these 2 routines?"
    assert page.keep.text() == "Keep them"
    stage.click(page.keep)
    qtbot.waitUntil(lambda: stage.page() is routines)
    assert names(routines) == [*SHIPPED, "Evening", "Morning"]
    assert stage.news == "2 routines are among yours now."


def test_what_does_not_fit_is_told_and_looked_at_again(stage: Stage, qtbot: QtBot, tmp_path: Path) -> None:
    document = shipped_document("From my physiotherapist")
    document["exercises"][1]["work_s"] = 0
    document["routines"][0]["exercises"][3]["exercise"] = "bridge"
    file = write(tmp_path / "physio.json", document)
    routines = opened(stage, qtbot)
    drop(stage, file)
    page = unfit(stage, qtbot)

    said = stage.texts(page)
    assert said[0] == "physio.json does not fit yet"
    assert "One thing needs a change. Your own routines are as they were." in said
    assert any("work_s" in words for words in said)
    assert "It is 0, which is too small. Use 1 or more." in said
    stage.click(page.copy)
    copied = QGuiApplication.clipboard().text()
    assert "physio.json" in copied
    assert "too small" in copied
    assert stage.news == "The list is copied."

    write(file, shipped_document("From my physiotherapist"))
    page.again.setFocus()
    stage.press(KEY.Key_Space)
    mended = preview(stage, qtbot)
    stage.click(mended.keep)
    qtbot.waitUntil(lambda: stage.page() is routines)
    assert names(routines) == [*SHIPPED, "From my physiotherapist"]


def test_another_file_can_be_chosen_instead(stage: Stage, qtbot: QtBot, tmp_path: Path, physio: Path) -> None:
    opened(stage, qtbot)
    bad = tmp_path / "bad.json"
    bad.write_text("{", "utf-8")
    drop(stage, bad)
    page = unfit(stage, qtbot)
    page.other.setFocus()
    stage.press(KEY.Key_Return)
    choose_in_dialog(stage, qtbot, physio)
    preview(stage, qtbot)
    stage.press(KEY.Key_Escape)
    assert stage.window.page.__class__ is RoutinesPage
    assert stage.flow.browsing._navigator.place is Place.ROUTINES
