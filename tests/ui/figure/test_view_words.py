"""What the view of the figure says: its side, its name, and words where nobody is drawn."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QApplication

from tests.cases import document, exercise
from tests.store.bad_files import as_bytes
from tests.ui.figure.on_view import (
    CHANGE,
    GET_READY,
    HOLD_LEFT,
    HOLD_RIGHT,
    MOVE,
    TILT,
    frame_after,
    go_to,
    hold_still,
    now_seen,
    on_screen,
    shown,
    shown_again,
    studio,
    view,
)
from tests.ui.pictures import changed, difference

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.ui.conftest import Opener
    from tests.ui.stage import Stage


# Sides and words


def test_the_left_side_is_the_mirrored_picture(drawn: Stage, qtbot: QtBot) -> None:
    go_to(drawn, HOLD_RIGHT, qtbot)
    right = shown(drawn)
    drawn.skip_to(HOLD_LEFT)
    left = shown(drawn)

    above = QRect(0, 0, right.width(), right.height() - 60)  # without the caption
    assert not difference(right.copy(above), left.copy(above)).is_small
    assert difference(right.copy(above), left.copy(above).flipped(Qt.Orientation.Horizontal)).is_small


@pytest.mark.parametrize("still", [False, True], ids=["moving", "still"])
def test_the_caption_says_which_side_it_is_where_there_are_sides(drawn: Stage, still: bool) -> None:  # noqa: FBT001 - a case
    if still:
        hold_still(drawn)
    told = []
    for index in (TILT, MOVE, HOLD_RIGHT, CHANGE, HOLD_LEFT):
        drawn.skip_to(index)
        told.append((view(drawn).caption, has_caption(drawn, at_right=still)))

    sides = ["Right side", "Right side", "Left side", "Left side"]
    assert told == [("", False), *((side, True) for side in sides)]


def has_caption(stage: Stage, *, at_right: bool) -> bool:
    """Tell whether words stand in the lower corner: something there has the colour of ink."""
    picture, ink = shown(stage), stage.theme.tokens.ink
    left = picture.width() - 100 if at_right else 20
    rows = range(picture.height() - 40, picture.height() - 14)
    return any(picture.pixelColor(x, y) == ink for y in rows for x in range(left, left + 80))


def test_the_accessible_name_says_movement_and_side(drawn: Stage) -> None:
    names = []
    for index in (GET_READY, TILT, MOVE, HOLD_RIGHT, CHANGE, HOLD_LEFT):
        drawn.skip_to(index)
        names.append(view(drawn).accessibleName())

    tilt, knee = "Picture: Pelvic tilt", "Picture: Single knee to chest"
    assert names == [tilt, tilt, *[f"{knee}, right side"] * 2, *[f"{knee}, left side"] * 2]


def test_without_a_figure_words_stand_in_its_place(open_program: Opener, tmp_path: Path) -> None:
    file = tmp_path / "mine.json"
    file.write_bytes(as_bytes(document(exercise("sit-tall"))))
    stage = open_program(file)
    stage.start()
    stage.advance(1_000)
    QApplication.processEvents()

    assert "You sit. You sit up." in stage.texts(view(stage))
    assert view(stage).accessibleName() == "Picture: Sit-Tall"
    assert view(stage).accessibleDescription() == ""
    hold_still(stage)
    assert "You sit. You sit up." in stage.texts(view(stage))
    stage.skip_to(1)
    stage.advance(2_000)
    QApplication.processEvents()
    assert not view(stage).is_animated


@pytest.mark.parametrize("still", [False, True], ids=["moving", "still"])
def test_a_figure_that_nobody_knows_is_told_in_words(drawn: Stage, qtbot: QtBot, still: bool) -> None:  # noqa: FBT001 - a case
    go_to(drawn, HOLD_RIGHT, qtbot)
    if still:
        hold_still(drawn)
    before = shown(drawn)
    told = drawn.routines[0].exercises[drawn.shot.block.position]

    view(drawn).show_exercise(replace(told, figure="handstand"), "right")
    QApplication.processEvents()

    assert f"{told.start} {told.movement}" in drawn.texts(view(drawn))
    assert not changed(before, shown(drawn)).isEmpty()
    qtbot.waitUntil(lambda: not view(drawn).is_animated)
    frame_after(drawn, 300)
    assert not view(drawn).is_animated
    view(drawn).show_exercise(told, "right")
    QApplication.processEvents()
    assert drawn.texts(view(drawn)) == []
    assert still or changed(on_screen(drawn), shown_again(drawn)).isEmpty()


def test_no_words_stand_on_a_picture(drawn: Stage) -> None:
    assert drawn.texts(view(drawn)) == []


@pytest.mark.parametrize("still", [False, True], ids=["moving", "still"])
def test_another_figure_is_another_picture_until_they_come_round(drawn: Stage, still: bool) -> None:  # noqa: FBT001 - a case
    drawn.skip_to(HOLD_RIGHT)
    if still:
        hold_still(drawn)
    count = len(studio(drawn).variants)
    pictures = [on_screen(drawn)]
    for _ in range(count):
        drawn.trigger("figure")
        pictures.append(on_screen(drawn))

    assert count >= 2
    for number, picture in enumerate(pictures[:-1]):
        assert not changed(picture, pictures[number + 1]).isEmpty()
    assert changed(pictures[0], pictures[-1]).isEmpty()


def test_dark_is_another_picture_at_once(drawn: Stage, qtbot: QtBot) -> None:
    go_to(drawn, HOLD_RIGHT, qtbot)
    drawn.theme.use(Qt.ColorScheme.Light)
    light = on_screen(drawn)
    drawn.theme.use(Qt.ColorScheme.Dark)
    dark = on_screen(drawn)

    assert difference(light, dark).mean > 50
    assert changed(dark, shown_again(drawn)).isEmpty()
    qtbot.waitUntil(lambda: view(drawn).is_animated)


def test_another_size_is_the_same_picture_in_that_size(drawn: Stage, qtbot: QtBot) -> None:
    go_to(drawn, HOLD_RIGHT, qtbot)
    before = view(drawn).size()
    drawn.window.resize(1000, 700)
    qtbot.waitUntil(lambda: view(drawn).size() != before)
    after = on_screen(drawn)

    assert after.size() == view(drawn).size()
    assert changed(after, shown_again(drawn)).isEmpty()
    assert (now_seen(drawn).width, now_seen(drawn).height) == (after.width(), after.height())
