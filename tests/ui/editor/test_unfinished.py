"""A routine that was begun and never finished is there on the page of routines, also after the program was killed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.core.draft import edits
from coach.session.places import Place
from coach.ui.editor.editor_page import EditorPage
from coach.ui.library.problem_tile import ProblemTile
from coach.ui.library.routines_page import RoutinesPage
from tests.ui.editor.open_editor import Desk, open_new, open_sample
from tests.ui.stage import KEY
from tools import sample_routine

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from coach.store.routines.own_routines import Own
    from tests.ui.conftest import Opener
    from tests.ui.stage import Stage


def unfinished(stage: Stage, qtbot: QtBot) -> ProblemTile:
    """Return the card of the one that is not finished."""
    page = stage.page()
    if not isinstance(page, RoutinesPage):
        stage.visit(Place.ROUTINES)
        page = stage.page()
    assert isinstance(page, RoutinesPage)
    qtbot.waitUntil(lambda: isinstance(page.tiles[-1], ProblemTile), timeout=10_000)
    tile = page.tiles[-1]
    assert isinstance(tile, ProblemTile)
    qtbot.waitUntil(tile.isVisible)
    return tile


def test_what_was_begun_is_gone_on_with_where_it_was(open_program: Opener, qtbot: QtBot) -> None:
    stage = open_program()
    desk = open_new(stage, qtbot)
    desk.editor.history.do(_named(desk, "Evening"))
    desk.press(KEY.Key_Escape)
    tile = unfinished(stage, qtbot)
    assert tile.shown.name == "Evening"
    assert {"Not finished yet", "Begun, and not finished. Go on where you were."} <= set(stage.texts(tile))

    again = open_program()  # what was killed has closed nothing
    tile = unfinished(again, qtbot)
    tile.again.setFocus()
    again.press(KEY.Key_Return)
    desk = Desk(again, qtbot).wait()
    assert (desk.editor.draft.name, desk.names()) == ("Evening", [])


def test_what_is_done_is_told_with_the_focus_on_its_card(stage: Stage, qtbot: QtBot) -> None:
    stage.visit(Place.ROUTINES)
    desk = open_new(stage, qtbot)
    desk.type("Evening")
    desk.tab_to("Add Pelvic tilt")
    desk.press(KEY.Key_Space)
    desk.tab_to("Done")
    desk.press(KEY.Key_Space)
    page = stage.page()
    assert isinstance(page, RoutinesPage)

    qtbot.waitUntil(lambda: page.toast.words.text() == "“Evening” is saved.", timeout=5_000)
    assert stage.news == "“Evening” is saved."
    assert page.has_focus_on(page.tiles[-1].shown.id)
    assert page.tiles[-1].shown.name == "Evening"


def _named(desk: Desk, name: str) -> edits.Edit:
    return edits.rename_routine(desk.editor.draft, name)


def test_a_number_that_is_typed_is_kept_when_esc_leaves_its_field(stage: Stage, qtbot: QtBot) -> None:
    desk = open_sample(stage, qtbot)
    desk.tab_to("Seconds each")
    desk.type("42")  # without Return
    desk.press(KEY.Key_Escape, times=2)

    routines = stage.program.routines
    qtbot.waitUntil(lambda: _first_work_s(routines.find(sample_routine.ID)) == 42, timeout=5_000)
    qtbot.waitUntil(lambda: routines.store.drafts() == (), timeout=5_000)


def _first_work_s(own: Own | None) -> object:
    return None if own is None or own.routine is None else own.routine.exercises[0].dose.work_s


def test_what_the_disk_refuses_is_not_left_without_a_word_and_is_there_again(stage: Stage, qtbot: QtBot) -> None:
    desk = open_sample(stage, qtbot)
    routines = stage.program.routines
    folder = routines.store.folder
    away = folder.rename(folder.with_name("away"))
    folder.write_bytes(b"")  # no folder can be there
    desk.write("Name", "Leaning over")
    qtbot.waitUntil(lambda: desk.page.head.saved.text() == "Not saved", timeout=5_000)
    desk.press(KEY.Key_Escape, times=2)
    assert desk.page.toast.words.text().endswith("Press once more to leave without it.")
    desk.press(KEY.Key_Escape)
    assert not isinstance(stage.page(), EditorPage)
    stage.side_pages.editor.edit(sample_routine.ID)
    desk.wait()

    assert desk.names()[0] == "Leaning over"
    assert desk.page.head.saved.text() == "Not saved"
    folder.unlink()
    away.rename(folder)
    desk.press(KEY.Key_Escape)  # it is tried once more
    qtbot.waitUntil(lambda: desk.page.head.saved.text() == "Saved", timeout=5_000)
    desk.press(KEY.Key_Escape)
    qtbot.waitUntil(lambda: _first_name(routines.find(sample_routine.ID)) == "Leaning over", timeout=5_000)


def _first_name(own: Own | None) -> str:
    return "" if own is None or own.routine is None else own.routine.exercises[0].name
