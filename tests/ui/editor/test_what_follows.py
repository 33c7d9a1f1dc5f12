"""What the editor shows follows what is written: the figure, the words in its place, and which side comes first."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coach.core.draft import edits
from tests.ui.editor.open_editor import Desk, open_sample
from tests.ui.stage import KEY

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.ui.stage import Stage


@pytest.fixture
def desk(stage: Stage, qtbot: QtBot) -> Desk:
    return open_sample(stage, qtbot)


def test_a_letter_of_the_name_lets_the_figure_go_on(desk: Desk) -> None:
    view = desk.page.aside.view
    began_ms = view._began_ms
    desk.stage.advance(700)
    desk.write("Name", "Tilt")
    assert "Tilt" in view.accessibleName()
    assert view._began_ms == began_ms
    desk.page.pane.rows.setFocus()
    desk.press(KEY.Key_Down)
    assert view._began_ms != began_ms


def test_words_in_the_place_of_a_figure_follow_what_is_written(desk: Desk) -> None:
    desk.page.aside.figure_chosen.emit("")
    view = desk.page.aside.view
    assert "Lying on your back" in desk.stage.texts(view)
    desk.tab_to("Position")
    desk.press(KEY.Key_End)
    assert desk.value("exercises", 0, "base") == "standing"
    assert "Standing" in desk.stage.texts(view)


def test_sides_are_told_in_the_order_in_which_they_come(desk: Desk) -> None:
    desk.press(KEY.Key_Down)
    sides = desk.page.form.sides.parts.parts
    words = [part.text() for part in sides]
    assert words == ["None", "Right, then left", "Right", "Left"]
    desk.tab_to("More")
    desk.press(KEY.Key_Space)
    desk.tab_to("Right")  # which side comes first
    desk.press(KEY.Key_Right)
    assert sides[1].text() == "Left, then right"
    assert sides[2].x() == sides[1].geometry().right() + 1
    desk.press(KEY.Key_Right)
    assert sides[1].text() == "Both, in turn by the day"
    assert sides[2].x() == sides[1].geometry().right() + 1
    desk.press(KEY.Key_Left, times=2)
    assert [part.text() for part in sides] == words


def test_the_first_in_the_list_of_sides_is_the_first_where_nothing_else_is_said(desk: Desk) -> None:
    desk.press(KEY.Key_Down)
    editor, place = desk.editor, ("exercises", 1)
    row = editor.history.row
    assert row is not None
    editor.history.do(edits.set_field(editor.draft, row, ("sides",), ["left", "right"]))
    assert desk.page.form.sides.parts.parts[1].text() == "Left, then right"
    desk.tab_to("More")
    desk.press(KEY.Key_Space)
    desk.tab_to("Left")  # which side comes first
    desk.press(KEY.Key_Left)
    assert desk.value(*place, "first") == "right"
    desk.press(KEY.Key_Right)
    assert desk.value(*place, "first") is None
