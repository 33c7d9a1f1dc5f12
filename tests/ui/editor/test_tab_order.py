"""Tab goes through the editor as it is read, also into what was made after the rest; news of it is told as done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from coach.ui.editor.editor_page import EditorPage
from tests.ui.editor.open_editor import open_new
from tests.ui.stage import CTRL, KEY
from tests.waiting import wait_ms

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.ui.editor.open_editor import Desk
    from tests.ui.stage import Stage


def begun(stage: Stage, qtbot: QtBot) -> Desk:
    desk = open_new(stage, qtbot)
    desk.type("Mine\n")
    desk.press(KEY.Key_Space)
    desk.type("Bridge")
    return desk


def test_what_more_shows_comes_right_after_it(stage: Stage, qtbot: QtBot) -> None:
    desk = begun(stage, qtbot)
    desk.tab_to("More")
    desk.press(KEY.Key_Space)
    rest = desk.page.form.rest
    assert rest is not None
    qtbot.waitUntil(lambda: rest.visibleRegion().boundingRect().height() > 100, timeout=1_000)
    desk.press(KEY.Key_Tab)

    assert desk.focus_name() == "Rest after this exercise"


def test_where_the_body_is_is_asked_before_its_steps(stage: Stage, qtbot: QtBot) -> None:
    desk = begun(stage, qtbot)
    desk.tab_to("Position")
    desk.press(KEY.Key_Tab)

    assert desk.focus_name() == "Steps"


def test_what_was_taken_out_is_told_as_done_until_something_else_is(stage: Stage, qtbot: QtBot) -> None:
    desk = begun(stage, qtbot)
    desk.tab_to("Delete this exercise")
    desk.press(KEY.Key_Space)
    toast = desk.page.toast
    assert toast.words.text() == "“Bridge” removed"
    desk.editor.history.undo()
    desk.tab_to("Name")
    toast.tell("Something", "Undo")
    desk.type("s")

    assert toast.isHidden()


def test_a_new_week_is_named_first_and_then_its_exercises_are_asked_in_their_order(stage: Stage, qtbot: QtBot) -> None:
    desk = begun(stage, qtbot)
    desk.tab_to("Gaps, circuits, weeks")
    desk.press(KEY.Key_Space)
    desk.tab_to("Add a week")
    desk.press(KEY.Key_Space)

    assert desk.focus_name() == "Name of the week"
    asked = []
    for _ in range(2):
        desk.press(KEY.Key_Tab)
        asked.append(desk.focus_name())
    assert asked == ["Rounds", "Seconds each"]


def test_exercises_are_added_and_taken_out_with_more_open(stage: Stage, qtbot: QtBot) -> None:
    desk = begun(stage, qtbot)
    desk.tab_to("More")
    desk.press(KEY.Key_Space)
    for number, name in enumerate(("Pelvic tilt", "Trunk rotation", "Child’s pose"), 2):
        desk.tab_to("Add an exercise")
        desk.press(KEY.Key_Space)
        desk.tab_to(f"Add {name}")
        desk.press(KEY.Key_Space)
        wait_ms(20)  # the layouts look at their items in the next turns

        assert len(desk.names()) == number
    desk.tab_to("Delete this exercise")
    for _ in range(4):
        desk.press(KEY.Key_Space)
        wait_ms(20)
    assert desk.focus_name() == "Write your own"  # what a routine without an exercise needs
    desk.press(KEY.Key_Z, CTRL)
    assert desk.names() == ["Bridge"]
    assert desk.page.form.isVisible()
    assert desk.page.pane.rows.hasFocus()
    desk.press(KEY.Key_Y, CTRL)
    desk.tab_to("Add Pelvic tilt")
    desk.press(KEY.Key_Space)

    assert desk.names() == ["Pelvic tilt"]


def test_a_circuit_that_was_made_is_asked_for_its_times_and_leads_back_to_the_list(stage: Stage, qtbot: QtBot) -> None:
    desk = begun(stage, qtbot)
    desk.tab_to("Gaps, circuits, weeks")
    desk.press(KEY.Key_Space)
    desk.tab_to("Make a circuit")
    desk.press(KEY.Key_Space)

    assert desk.focus_name() == "Times through"
    assert desk.page.aside.length.this.text().startswith("This circuit ")
    model = desk.page.pane.rows.model()
    said = model.data(model.index(0, 0), Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Circuit, 2 times"
    desk.tab_to("Take the circuit apart")
    desk.press(KEY.Key_Space)
    assert desk.page.pane.rows.hasFocus()


def test_esc_leaves_a_field_first_and_then_the_editor(stage: Stage, qtbot: QtBot) -> None:
    desk = begun(stage, qtbot)
    assert desk.focus_name() == "Name"
    desk.press(KEY.Key_Escape)
    assert desk.page.pane.rows.hasFocus()
    desk.press(KEY.Key_Escape)
    assert not isinstance(stage.page(), EditorPage)


def test_minutes_are_understood_where_seconds_are_asked_for(stage: Stage, qtbot: QtBot) -> None:
    desk = begun(stage, qtbot)
    for typed, seconds in (("10:00", 600), ("2 min", 120), ("1:30", 90), ("45", 45)):
        desk.write("Seconds each", typed)
        assert desk.value("exercises", 0, "work_s") == seconds
    desk.write("Rounds", "10:00")  # no time: the colon is not taken
    assert desk.value("exercises", 0, "rounds") in {10, 50}


def test_why_it_cannot_be_tried_is_told(stage: Stage, qtbot: QtBot) -> None:
    desk = begun(stage, qtbot)
    try_it = desk.page.head.try_it
    assert not try_it.isEnabled()  # it has no steps yet
    assert try_it.accessibleDescription() == "First mend what is to be looked at."
    desk.write("Steps", "Lift.")
    assert try_it.isEnabled()
    assert try_it.accessibleDescription() == "The session, 20 times as fast. Nothing of it is kept."
