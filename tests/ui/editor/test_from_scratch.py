"""Two prescriptions of professionals, made from nothing by the keyboard alone, kept, and planned as they were told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.core.timeline import plan
from coach.ui.editor.editor_page import EditorPage
from tests.ui.editor.open_editor import Desk, open_new
from tests.ui.stage import CTRL, KEY

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from coach.core.routine import Routine
    from tests.ui.stage import Stage


def _begin(stage: Stage, qtbot: QtBot, name: str, exercise: str) -> Desk:
    """Give a new routine its name, and add an exercise of one's own with a name."""
    desk = open_new(stage, qtbot)
    assert desk.focus_name() == "Name of the routine"
    desk.type(f"{name}\n")
    assert desk.focus_name() == "Write your own"
    desk.press(KEY.Key_Space)
    assert desk.focus_name() == "Name"
    desk.type(exercise)
    return desk


def _kept(desk: Desk, qtbot: QtBot) -> Routine:
    """Leave with Esc; return the routine as the library has it then."""
    routine_id = desk.editor.draft.id
    assert not desk.page.aside.look_at.problems or not any(each.is_error for each in desk.page.aside.look_at.problems)
    while isinstance(desk.stage.page(), EditorPage):
        desk.press(KEY.Key_Escape)  # a field, then the page
    routines = desk.stage.program.routines
    found: list[Routine] = []

    def is_there() -> bool:
        own = routines.find(routine_id)  # a draft until it is kept
        found[:] = [] if own is None or own.routine is None else [own.routine]
        return bool(found)

    qtbot.waitUntil(is_there, timeout=5_000)
    return found[0]


def _work_s(routine: Routine) -> list[int]:
    return [block.duration_ms // 1000 for block in plan(routine).blocks if block.kind.is_work]


def _gaps_s(routine: Routine) -> list[int]:
    return [block.duration_ms // 1000 for block in plan(routine).blocks if not block.kind.is_work][2:]


def test_two_sets_of_five_holds_of_five_seconds(stage: Stage, qtbot: QtBot) -> None:
    """Do 2 sets of 5 holds of 5 s, with 10 s between holds and 15 s between sets."""
    desk = _begin(stage, qtbot, "From the clinic", "Bridge")
    desk.write("Rounds", "5")
    desk.write("Seconds each", "5")
    desk.write("Rest between rounds", "10")
    desk.tab_to("Steps")
    desk.type("Lie on your back with bent knees.\nPush your hips up and hold.")
    desk.tab_to("More")
    desk.press(KEY.Key_Space)
    desk.write("Sets", "2")
    desk.write("Rest between sets", "15")

    routine = _kept(desk, qtbot)

    assert routine.name == "From the clinic"
    assert [exercise.name for exercise in routine.exercises] == ["Bridge"]
    assert _work_s(routine) == [5] * 10
    assert _gaps_s(routine) == [10, 10, 10, 10, 15, 10, 10, 10, 10]


def test_five_four_three_holds_of_ten_seconds_each_side(stage: Stage, qtbot: QtBot) -> None:
    """Hold 10 s on each side, 5 times, then 4, then 3, with 3 s between; left comes first."""
    desk = _begin(stage, qtbot, "Side plank", "Side plank")
    desk.write("Seconds each", "10")
    desk.write("Rest between rounds", "3")
    desk.tab_to("None")  # of the sides
    desk.press(KEY.Key_Right)
    assert desk.focus_name() == "Right, then left"
    desk.tab_to("Steps")
    desk.type("Lie on your {side} side.\nLift your hips off the floor.")
    desk.tab_to("More")
    desk.press(KEY.Key_Space)
    desk.tab_to("the same")
    desk.press(KEY.Key_Right, times=2)
    assert desk.focus_name() == "different by set"
    desk.tab_to("Right")  # which side comes first
    desk.press(KEY.Key_Right)
    desk.press(KEY.Key_Home, CTRL)
    desk.write("Rounds in each set", "5, 4, 3")

    routine = _kept(desk, qtbot)

    assert _work_s(routine) == [10] * 24
    exercise = routine.exercises[0]
    assert exercise.sides == ("left", "right")
    assert exercise.steps.work == ("Lift your hips off the floor.",)
    assert plan(routine).blocks[2].side == "left"
