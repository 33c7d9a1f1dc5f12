"""The pictures of an exercise in the editor: chosen from a file, dropped, described in words, left out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit

from coach.store.routines.pictures import as_text
from coach.ui.editor.pictures_field import PicturesField
from coach.ui.figure.picture_cache import PictureCache
from coach.ui.kit.theme import Theme
from tests.store.picture_files import HOSTILE, JPEG, exif, png, with_part

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from coach.ui.editor.pictures_field import StagePicture

SEEN = {"data": as_text(png()), "describes": "A knee."}


@pytest.fixture(name="field")
def _field(qapp: QApplication, qtbot: QtBot) -> PicturesField:
    theme = Theme(qapp, Qt.ColorScheme.Light)
    made = PicturesField(theme, PictureCache(theme))
    qtbot.addWidget(made)
    made.resize(600, 500)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


@pytest.fixture(name="changes")
def _changes(field: PicturesField) -> list[Any]:
    changes: list[Any] = []
    field.changed.connect(changes.append)
    return changes


def choose(row: StagePicture, file: Path, qtbot: QtBot) -> None:
    """Press the button, and write the name of the file into the dialog."""
    row.choose.setFocus()
    QTest.keyClick(row.choose, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), QFileDialog))
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QFileDialog)
    line = dialog.findChild(QLineEdit)
    assert line is not None
    line.setText(str(file))
    QTest.keyClick(line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)
    row.window().activateWindow()  # a window manager does


def test_a_picture_is_chosen_and_described_with_the_keyboard(
    field: PicturesField, changes: list[Any], tmp_path: Path, qtbot: QtBot
) -> None:
    file = tmp_path / "knee.jpg"
    file.write_bytes(with_part(exif(1)))
    row = field.stages["work"]

    choose(row, file, qtbot)
    qtbot.waitUntil(lambda: bool(changes))
    assert changes == [(("work",), {"data": as_text(JPEG), "describes": ""})]
    assert row.words.sentence.text() == "Say what is to be seen: for whoever cannot see it."

    qtbot.waitUntil(row.field.hasFocus)
    QTest.keyClicks(row.field, "A knee")
    assert changes[-1] == (("work", "describes"), "A knee")
    assert row.words.sentence.text() == ""


def test_a_picture_is_dropped(field: PicturesField, changes: list[Any], tmp_path: Path, qtbot: QtBot) -> None:
    file = tmp_path / "knee.png"
    file.write_bytes(png())
    what = QMimeData()
    what.setUrls([QUrl.fromLocalFile(str(file))])
    at, none = QPointF(20, 20), Qt.KeyboardModifier.NoModifier

    row = field.stages["start"]
    row.dropEvent(QDropEvent(at, Qt.DropAction.CopyAction, what, Qt.MouseButton.LeftButton, none))

    qtbot.waitUntil(lambda: changes == [(("start",), {"data": as_text(png()), "describes": ""})])


def test_a_file_that_is_no_picture_is_told_below_and_changes_nothing(
    field: PicturesField, changes: list[Any], tmp_path: Path, qtbot: QtBot
) -> None:
    file = tmp_path / "knee.png"
    file.write_bytes(HOSTILE["gif"].data)
    told: list[str] = []
    row = field.stages["leave"]
    field.told.connect(told.append)

    row.take_file(file)

    qtbot.waitUntil(row.trouble.isVisible)
    assert told == ["knee.png is neither PNG nor JPEG, but GIF. Save it as PNG or JPEG."]
    assert row.trouble.sentence.text() == told[0]
    assert changes == []


def test_a_picture_is_left_out_and_the_others_stay(field: PicturesField, changes: list[Any]) -> None:
    field.show_pictures("knee", {"start": SEEN, "work": SEEN})
    row = field.stages["start"]

    QTest.mouseClick(row.remove, Qt.MouseButton.LeftButton, pos=QPoint(20, 20))
    assert changes == [(("start",), None)]
    assert row.choose.hasFocus()
    assert not row.remove.isVisible()
    assert field.stages["work"].remove.isVisible()


def test_a_picture_that_comes_too_late_is_not_given_to_another_exercise(
    field: PicturesField, changes: list[Any], tmp_path: Path, qtbot: QtBot
) -> None:
    file = tmp_path / "knee.png"
    file.write_bytes(png())
    field.show_pictures("knee", None)
    row = field.stages["work"]

    with qtbot.waitSignal(row._chooser.read):
        row.take_file(file)
        field.show_pictures("arm", None)
    assert changes == []


def test_what_is_typed_stays_where_the_cursor_is(field: PicturesField) -> None:
    field.show_pictures("knee", {"work": SEEN})
    line = field.stages["work"].field
    line.setCursorPosition(2)

    QTest.keyClicks(line, "x")
    field.show_pictures("knee", {"work": SEEN | {"describes": "A xknee."}})

    assert line.cursorPosition() == 3


def test_each_stage_is_a_group_with_names_that_tell_them_apart(field: PicturesField) -> None:
    field.show_pictures("knee", {"start": SEEN, "work": SEEN, "leave": SEEN})

    names = [
        each.accessibleName() for row in field.stages.values() for each in (row, row.choose, row.remove, row.field)
    ]
    assert len(set(names)) == len(names) == 12
