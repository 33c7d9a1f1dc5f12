"""The editor, by keys and by the mouse: what is chosen, moved, typed, undone, told and kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication

from coach.session.places import Place
from coach.ui.editor.editor_page import EditorPage
from coach.ui.library.routines_page import RoutinesPage
from coach.ui.library.wishes import Wish
from tests.ui.editor.open_editor import ALT, SHIFT, Desk, open_sample
from tests.ui.stage import CTRL, KEY
from tools import sample_routine

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.ui.stage import Stage

FIVE = ["Pelvic tilt", "Single knee to chest", "Trunk rotation", "Child’s pose", "Cat–cow"]


@pytest.fixture
def desk(stage: Stage, qtbot: QtBot) -> Desk:
    return open_sample(stage, qtbot)


def test_shows_the_routine_with_the_focus_in_its_list(desk: Desk) -> None:
    assert desk.names() == FIVE
    assert desk.page.head.name.whole == sample_routine.NAME
    assert desk.page.pane.rows.hasFocus()
    assert desk.page.form.name.field.text() == "Pelvic tilt"
    assert not desk.stage.window.left.isVisible()
    desk.press(KEY.Key_Down, times=2)
    assert desk.page.form.name.field.text() == "Trunk rotation"
    assert desk.page.aside.chip.text() == "Right side"
    assert desk.page.pane.rows.place == 2


def test_alt_and_the_arrows_move_an_exercise_and_ctrl_z_brings_it_back(desk: Desk) -> None:
    desk.press(KEY.Key_Down)
    desk.press(KEY.Key_Down, ALT)
    assert desk.names() == [FIVE[0], FIVE[2], FIVE[1], *FIVE[3:]]
    assert desk.page.pane.rows.place == 2  # it stays the one that is chosen
    assert desk.stage.news == "Move Single knee to chest: now at place 3."
    desk.press(KEY.Key_Up, ALT, times=2)
    assert desk.names() == [FIVE[1], FIVE[0], *FIVE[2:]]
    desk.press(KEY.Key_Up, ALT)  # at the top it stays
    assert desk.names()[0] == FIVE[1]
    desk.press(KEY.Key_Z, CTRL, times=3)
    assert desk.names() == FIVE
    desk.press(KEY.Key_Z, CTRL | SHIFT)
    assert desk.names() == [FIVE[0], FIVE[2], FIVE[1], *FIVE[3:]]


def test_typing_is_undone_in_one_go_with_the_focus_in_the_field(desk: Desk) -> None:
    desk.write("Name", "Tilt")
    assert desk.names()[0] == "Tilt"
    assert desk.value("exercises", 0, "name") == "Tilt"
    head = desk.page.head
    assert head.undo.isEnabled()
    assert head.undo.accessibleName() == "Undo: Rename the exercise"
    assert not head.redo.isEnabled()
    desk.press(KEY.Key_Z, CTRL)
    assert not head.undo.isEnabled()
    assert head.redo.isEnabled()
    assert desk.names() == FIVE
    assert desk.page.form.name.field.text() == FIVE[0]
    desk.press(KEY.Key_Y, CTRL)
    assert desk.names()[0] == "Tilt"


def test_a_number_is_typed_stepped_and_undone(desk: Desk) -> None:
    desk.press(KEY.Key_Down)
    before = desk.page.aside.length.total.text()
    desk.tab_to("Rounds")
    desk.press(KEY.Key_Up)
    assert desk.value("exercises", 1, "rounds") == 3
    assert desk.page.aside.length.total.text() != before
    desk.press(KEY.Key_Z, CTRL)
    assert desk.value("exercises", 1, "rounds") == 2
    assert desk.page.aside.length.total.text() == before
    desk.write("Seconds each", "20")
    assert desk.value("exercises", 1, "work_s") == 20


def test_a_time_too_short_for_the_words_is_told_with_a_remedy_to_press(desk: Desk) -> None:
    desk.press(KEY.Key_Down, times=2)
    desk.write("Time to change side", "3")
    asked = desk.page.form.change
    assert asked.wrong.isVisible()
    assert "so that the voice can finish" in asked.wrong.sentence.text()
    assert asked.control.accessibleDescription() == asked.wrong.sentence.text()
    assert desk.page.pane.rows.rows[2].problem == asked.wrong.sentence.text()
    count = len(desk.page.aside.look_at.problems)
    desk.tab_to(asked.wrong.remedy.text(), 2)
    desk.press(KEY.Key_Space)
    assert not asked.wrong.isVisible()
    assert desk.value("exercises", 2, "rest_s") == 5  # as many as are needed, and no more
    assert len(desk.page.aside.look_at.problems) == count - 1
    assert desk.focus_name() == "Time to change side"


def test_a_gap_of_the_whole_routine_is_led_to_from_the_exercise_that_it_concerns(desk: Desk) -> None:
    for words, field in (("get ready", "To get ready"), ("before this exercise", "Between two exercises")):
        desk.stage.side_pages.editor.editor.history.show_row(("routines", 0, "exercises", 0))  # type: ignore[union-attr]
        desk.tab_to("Gaps, circuits, weeks")
        desk.press(KEY.Key_Space)
        desk.write(field, "1")
        desk.tab_to("Exercises")
        desk.press(KEY.Key_Home)
        desk.press(KEY.Key_Down)
        line = next(each for each in desk.page.aside.look_at.lines if words in each.accessibleName())
        desk.tab_to(line.accessibleName())
        desk.press(KEY.Key_Space)

        assert desk.focus_name() == field
        assert desk.page.form.rest is None  # nothing was opened on the way
        desk.press(KEY.Key_Tab)
        assert desk.focus_name().startswith("Use ")
        desk.press(KEY.Key_Space)
        assert not any(words in each.told for each in desk.page.aside.look_at.problems)


def test_steps_are_lines_with_a_mark_for_the_side(desk: Desk) -> None:
    desk.press(KEY.Key_Down, times=2)
    steps = desk.page.form.steps.field
    assert "Let both knees roll to your {side}." in steps.toPlainText().splitlines()
    desk.tab_to("Steps")
    desk.press(KEY.Key_End, CTRL)
    desk.type("\nRest your {side} hand.")
    assert desk.value("exercises", 2, "steps", "work", 0) == {
        "right": "Rest your right hand.",
        "left": "Rest your left hand.",
    }
    desk.press(KEY.Key_Tab)
    assert desk.focus_name() == "More"


def test_an_empty_name_is_an_error_that_stands_under_its_field_and_leads_there(desk: Desk) -> None:
    desk.tab_to("Name")
    QApplication.focusWidget().selectAll()  # type: ignore[union-attr]  # a field
    desk.press(KEY.Key_Backspace)
    assert desk.page.form.name.wrong.isVisible()
    assert not desk.page.head.try_it.isEnabled()
    look_at = desk.page.aside.look_at
    desk.page.pane.rows.setFocus()
    desk.press(KEY.Key_End)
    desk.stage.click(look_at.lines[0])
    assert desk.page.form.name.field.hasFocus()
    assert desk.page.pane.rows.place == 0


def test_deleting_can_be_undone_by_the_note_below(desk: Desk) -> None:
    desk.press(KEY.Key_Delete)
    assert desk.names() == FIVE[1:]
    assert desk.page.toast.isVisible()
    desk.stage.click(desk.page.toast.undo)
    assert desk.names() == FIVE


def test_one_of_the_seven_is_added_after_the_one_that_shows(desk: Desk) -> None:
    desk.tab_to("Add an exercise")
    desk.press(KEY.Key_Space)
    desk.qtbot.waitUntil(lambda: desk.page.adding is not None and bool(desk.page.adding.buttons))
    desk.tab_to("Add Side stretch")
    desk.press(KEY.Key_Space)
    assert desk.names() == [FIVE[0], "Side stretch", *FIVE[1:]]
    assert desk.page.form.isVisible()
    assert desk.page.form.name.field.hasFocus()
    desk.press(KEY.Key_Z, CTRL)
    assert desk.names() == FIVE


def test_esc_takes_the_choice_of_exercises_back_and_then_leaves(desk: Desk) -> None:
    desk.tab_to("Add an exercise")
    desk.press(KEY.Key_Space)
    desk.press(KEY.Key_Escape)
    assert desk.page.pane.add.hasFocus()
    assert desk.page.form.isVisible()
    desk.press(KEY.Key_Escape)
    assert not isinstance(desk.stage.page(), EditorPage)


def test_more_asks_for_the_rest_and_a_circuit_is_made_and_taken_apart(desk: Desk) -> None:
    desk.tab_to("More")
    desk.press(KEY.Key_Space)
    desk.write("Sets", "2")
    assert desk.value("exercises", 0, "sets") == 2
    desk.stage.click(desk.page.pane.routine)
    assert desk.page.routine is not None
    desk.stage.click(desk.page.routine.make)
    assert desk.names()[0] == "Circuit, 2 times"
    assert desk.page.group is not None
    assert desk.page.group.isVisible()
    desk.stage.click(desk.page.group.apart)
    assert desk.names() == FIVE


def test_a_circuit_that_would_be_too_deep_cannot_be_made(desk: Desk) -> None:
    for _ in range(2):
        desk.stage.click(desk.page.pane.routine)
        assert desk.page.routine is not None
        desk.stage.click(desk.page.routine.make)
    desk.stage.click(desk.page.pane.routine)
    assert desk.page.routine is not None
    assert not desk.page.routine.make.isEnabled()
    assert not desk.editor._checked.errors


def test_what_was_written_is_the_routine_once_one_has_left(desk: Desk, qtbot: QtBot) -> None:
    desk.write("Name", "Tilt")
    routines = desk.stage.program.routines
    desk.press(KEY.Key_Escape, times=2)
    assert desk.stage.flow._navigator.place in {Place.START, Place.ROUTINES}
    qtbot.waitUntil(lambda: _first_name(desk) == "Tilt", timeout=5_000)
    qtbot.waitUntil(lambda: routines.store.drafts() == (), timeout=5_000)


def _first_name(desk: Desk) -> str:
    own = desk.stage.program.routines.find(sample_routine.ID)
    return "" if own is None or own.routine is None else own.routine.exercises[0].name


def test_a_draft_is_there_again_after_a_kill(desk: Desk, qtbot: QtBot) -> None:
    desk.write("Name", "Tilt")
    store = desk.stage.program.routines.store
    qtbot.waitUntil(lambda: store.drafts() == (sample_routine.ID,), timeout=5_000)
    assert _first_name(desk) == FIVE[0]  # nobody starts a routine that is half changed
    killed = desk.editor
    killed._is_changed = False  # as if the program had been killed now: it keeps nothing more
    desk.stage.side_pages.editor.edit(sample_routine.ID)
    qtbot.waitUntil(lambda: desk.editor is not killed and desk.names()[0] == "Tilt")


def test_edit_and_new_on_the_page_of_routines_lead_here(desk: Desk, qtbot: QtBot) -> None:
    desk.press(KEY.Key_Escape)
    desk.stage.visit(Place.ROUTINES)
    page = desk.stage.page()
    assert isinstance(page, RoutinesPage)
    qtbot.waitUntil(lambda: page.is_complete)
    page.wanted.emit(Wish.EDIT, sample_routine.ID)
    desk.wait()
    assert desk.names() == FIVE
    desk.press(KEY.Key_Escape)
    back = desk.stage.page()
    assert isinstance(back, RoutinesPage)
    desk.stage.click(back.new)
    desk.wait()
    assert desk.names() == []
    assert desk.focus_name() == "Name of the routine"


def test_closing_the_window_keeps_what_was_written(desk: Desk) -> None:
    desk.write("Name", "Tilt")
    store = desk.stage.program.routines.store
    desk.stage.window.force_close()
    own = store.own(sample_routine.ID)
    assert own.routine is not None
    assert own.routine.exercises[0].name == "Tilt"


def test_when_the_last_thing_is_mended_it_says_so_once_it_is_quiet(desk: Desk, qtbot: QtBot) -> None:
    desk.editor._news.setInterval(1)
    for name in ("Cat–cow", "Child’s pose"):
        desk.page.row_chosen.emit(desk.names().index(name))
        desk.page.pane.rows.delete_wanted.emit()
    desk.write("Name", " ")
    (problem,) = desk.page.aside.look_at.problems
    qtbot.waitUntil(lambda: desk.stage.news == problem.message)

    desk.press(KEY.Key_Z, CTRL)

    qtbot.waitUntil(lambda: desk.stage.news == "Nothing to look at any more.")


def test_a_figure_that_is_chosen_is_told_once(desk: Desk) -> None:
    aside, heard = desk.page.aside, list[object]()
    aside.figure_chosen.connect(heard.append)

    row = aside.menu.actions()[-2]
    row.trigger()

    assert heard == [row.data()]
    assert desk.value("exercises", 0, "figure") == row.data()


def test_lines_and_numbers_are_undone_by_the_page_too(desk: Desk) -> None:
    before, steps = desk.document(), desk.value("exercises", 0, "steps")
    desk.tab_to("Seconds each")
    desk.press(KEY.Key_Up)
    desk.tab_to("Steps")
    desk.type("x")
    desk.press(KEY.Key_Z, CTRL)
    assert desk.value("exercises", 0, "steps") == steps
    assert desk.focus_name() == "Steps"
    desk.press(KEY.Key_Z, CTRL)
    assert desk.document() == before
