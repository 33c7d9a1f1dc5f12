"""Pictures of one's own in the editor: given, described, undone and taken away with the keyboard alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

from coach.store.routines.pictures import as_text
from tests.store.picture_files import HOSTILE, png
from tests.ui.editor.open_editor import open_sample
from tests.ui.library.own_files import choose_in_dialog
from tests.ui.stage import CTRL, KEY

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.ui.stage import Stage

CHOOSE = "While you do it: Choose a picture…"
GREEN = (30, 160, 60)


def green() -> bytes:
    return png(60, 40, lines=(b"\0" + bytes(GREEN) * 60) * 40)


def test_a_picture_is_given_described_and_undone_with_the_keyboard(stage: Stage, qtbot: QtBot, tmp_path: Path) -> None:
    desk = open_sample(stage, qtbot)
    file = tmp_path / "tilt.png"
    file.write_bytes(green())
    desk.tab_to("More")
    desk.press(KEY.Key_Space)

    desk.tab_to(CHOOSE)
    desk.press(KEY.Key_Space)
    choose_in_dialog(stage, qtbot, file)
    qtbot.waitUntil(lambda: desk.focus_name() == "While you do it: what is to be seen")
    assert "describes" in [problem.place[-1] for problem in desk.editor._checked.problems]
    desk.type("A pelvis tilts")

    assert desk.value("exercises", 0, "pictures") == {"work": {"data": as_text(green()), "describes": "A pelvis tilts"}}
    view = desk.page.aside.view
    qtbot.waitUntil(lambda: view.grab().toImage().pixelColor(view.rect().center()) == QColor(*GREEN))
    assert view.accessibleDescription() == "A pelvis tilts"

    desk.press(KEY.Key_Z, CTRL)
    assert desk.value("exercises", 0, "pictures", "work", "describes") == ""
    desk.press(KEY.Key_Z, CTRL)
    assert desk.value("exercises", 0, "pictures") is None or desk.value("exercises", 0, "pictures") == {}
    assert view.accessibleDescription() != "A pelvis tilts"


def test_what_leaves_the_last_picture_out_leaves_the_key_out(stage: Stage, qtbot: QtBot) -> None:
    desk = open_sample(stage, qtbot)
    desk.tab_to("More")
    desk.press(KEY.Key_Space)
    form = desk.page.form.rest
    assert form is not None
    rows = form.pictures.field.stages
    for name in ("start", "work"):
        rows[name]._take({"data": as_text(green()), "describes": "A pelvis."})

    desk.tab_to("On the way in: leave the picture out")
    desk.press(KEY.Key_Space)
    assert list(desk.value("exercises", 0, "pictures")) == ["work"]
    desk.tab_to("While you do it: leave the picture out")
    desk.press(KEY.Key_Space)
    assert desk.value("exercises", 0, "pictures") is None
    assert desk.focus_name() == CHOOSE


def test_a_file_that_is_no_picture_is_told_to_a_screen_reader(stage: Stage, qtbot: QtBot, tmp_path: Path) -> None:
    desk = open_sample(stage, qtbot)
    file = tmp_path / "tilt.png"
    file.write_bytes(HOSTILE["svg"].data)
    desk.tab_to("More")
    desk.press(KEY.Key_Space)
    said: list[str] = []
    desk.page.form.told.connect(said.append)

    desk.tab_to(CHOOSE)
    desk.press(KEY.Key_Space)
    choose_in_dialog(stage, qtbot, file)

    qtbot.waitUntil(lambda: bool(said))
    assert said == ["tilt.png is neither PNG nor JPEG, but SVG. Save it as PNG or JPEG."]
    assert QApplication.activeModalWidget() is None
    assert desk.value("exercises", 0, "pictures") is None
