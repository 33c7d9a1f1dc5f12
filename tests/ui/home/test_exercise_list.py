"""The list of exercises: its names are whole, with their marks too."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coach.ui.home.exercise_row import MARK, Mark
from coach.ui.home.sidebar import LOW_WIDTH, WIDTH
from tests.ui.live.floor.floor_view import floor_page, resize, settle
from tests.ui.stage import CTRL, KEY

if TYPE_CHECKING:
    from PySide6.QtGui import QImage
    from pytestqt.qtbot import QtBot

    from tests.ui.stage import Stage

LOW_NAME = 150
"""Width in px of the names in a low window, up to where their marks begin."""


def name_of(stage: Stage, place: int, extra_px: int, wide: int = 170) -> QImage:
    """Return the picture of a row, up to where its mark begins, in a list that is so many px wider."""
    shown = stage.window.sidebar.exercises
    shown.setMinimumWidth(shown.width() + extra_px)
    shown.resize(shown.width() + extra_px, shown.height())
    row = shown.visualRect(shown.model().index(place, 0))
    return shown.viewport().grab(row).toImage().copy(80, 0, wide, row.height())


@pytest.mark.parametrize("place", range(7))
def test_no_name_is_cut_short_by_its_mark(stage: Stage, place: int) -> None:
    stage.start()
    for _exercise in range(6):
        stage.press(KEY.Key_Right, CTRL)
    stage.press(KEY.Key_E, CTRL)
    model = stage.window.sidebar.exercises.model()
    marks = {model.index(row, 0).data(MARK).mark for row in range(6)}
    assert marks == {Mark.SKIPPED}

    usual = name_of(stage, place, 0)

    assert usual == name_of(stage, place, 200)


def test_in_a_low_window_the_list_is_narrower_and_no_name_is_cut(stage: Stage) -> None:
    stage.start()
    assert stage.window.sidebar.width() == WIDTH
    stage.window.resize(1280, 680)
    settle()
    assert stage.window.sidebar.width() == LOW_WIDTH
    for _exercise in range(6):
        stage.press(KEY.Key_Right, CTRL)
    shown = stage.window.sidebar.exercises
    last = shown.visualRect(shown.model().index(6, 0))
    assert last.bottom() < shown.viewport().height()
    usual = [name_of(stage, place, 0, LOW_NAME) for place in range(7)]
    name_of(stage, 0, 200)

    assert [place for place in range(7) if name_of(stage, place, 0, LOW_NAME) != usual[place]] == []


def test_the_small_pictures_are_there_after_the_floor_view(stage: Stage, qtbot: QtBot) -> None:
    shown = stage.window.sidebar.exercises
    qtbot.waitUntil(lambda: shown.is_complete, timeout=10_000)
    stage.start()
    stage.skip_to(4)
    stage.press(KEY.Key_F11)
    resize(stage, 1440, 900)
    pictures, picture = stage.pictures, floor_page(stage).picture
    for row in stage.rows:  # what each hold draws, one picture after the other, while it is held
        view = pictures.view(str(row.figure), row.side, picture.size(), 2.0)
        while pictures.prepare_hold(pictures.view_to_keep(view)):
            settle()

    stage.press(KEY.Key_F11)

    assert shown.is_complete
