"""The floor view as one room: floor and wall across the page, the bar across it, and buttons that come with a move."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest

from coach.ui.kit.rotation import Rotation
from tests.ui.live.floor.floor_view import HOLD, floor_page, resize, settle, turn
from tests.ui.stage import KEY, Stage, focus

if TYPE_CHECKING:
    from PySide6.QtGui import QColor, QImage
    from pytestqt.qtbot import QtBot

    from coach.ui.live.floor.floor_page import FloorPage

SIZES = [(1200, 760), (1920, 1080), (1024, 600)]
FROM_ABOVE = 28
"""A block of the trunk rotation, which is seen from above."""


@pytest.fixture(name="drawn")
def _drawn(on_floor: Stage, qtbot: QtBot) -> Stage:
    qtbot.waitUntil(lambda: bool(on_floor.pictures.variants))
    return on_floor


def colours(stage: Stage) -> tuple[QColor, QColor]:
    """Return the colours of wall and floor."""
    live = floor_page(stage).live
    assert live is not None
    room = stage.pictures.room(live.exercise.figure)
    assert room is not None
    return room.wall_and_floor


def first_row(image: QImage, x: int, colour: QColor) -> int:
    """Return the first row of a column that has this colour."""
    return next(y for y in range(image.height()) if image.pixelColor(x, y) == colour)


def shown(page: FloorPage) -> QImage:
    settle()
    page.flash.hide()  # at a change it comes over the edges for a moment, and goes by the clock on the wall
    return page.grab().toImage()


@pytest.mark.parametrize("size", SIZES)
def test_one_floor_lies_below_the_figure_and_the_number(drawn: Stage, size: tuple[int, int]) -> None:
    resize(drawn, *size)
    page = floor_page(drawn)
    image, (wall, floor) = shown(page), colours(drawn)
    beside, below_number = page.picture.geometry().right() - 2, page.width() - 3

    horizon = first_row(image, below_number, floor)
    assert horizon == pytest.approx(0.615 * size[1], abs=3)
    assert abs(first_row(image, beside, floor) - horizon) <= 1
    assert image.pixelColor(below_number, horizon - 3) == wall
    assert image.pixelColor(beside, page.bar.y() - 2) == floor
    number = page.number.grab().toImage()
    ink = drawn.theme.tokens.ink
    lowest = max(
        y for y in range(number.height()) if any(number.pixelColor(x, y) == ink for x in range(number.width()))
    )
    assert abs(page.number.y() + lowest - horizon) <= 0.012 * size[1]


@pytest.mark.parametrize("size", SIZES)
def test_the_figure_is_as_large_as_the_room_allows(drawn: Stage, size: tuple[int, int]) -> None:
    resize(drawn, *size)
    page = floor_page(drawn)
    frame = min(page.picture.height(), page.picture.width() / 1.5)

    assert frame >= 0.9 * min(0.35 * size[0], 0.58 * size[1])
    assert page.picture.geometry().center().x() == pytest.approx(0.27 * size[0], abs=2)


@pytest.mark.parametrize("turned", list(Rotation))
def test_the_time_bar_goes_from_edge_to_edge(drawn: Stage, turned: Rotation) -> None:
    resize(drawn, 1200, 760)
    turn(drawn, turned)
    page = floor_page(drawn)
    upright = turned.upright(page.size())

    assert turned.upright(page.bar.size()).width() == upright.width()
    if turned is Rotation.NO:
        assert page.bar.height() == 20
        assert page.height() - page.bar.geometry().bottom() - 1 == pytest.approx(102, abs=1)
        assert page.pain.y() > page.bar.geometry().bottom()


def test_what_is_seen_from_above_has_no_horizon(drawn: Stage) -> None:
    resize(drawn, 1200, 760)
    drawn.skip_to(FROM_ABOVE)
    page = floor_page(drawn)
    image, (wall, _floor) = shown(page), colours(drawn)

    column = [image.pixelColor(page.width() - 3, y) for y in range(page.bar.y())]
    assert set(map(str, column)) == {str(wall)}


# Buttons for who sits at the computer


def test_the_small_button_goes_when_nothing_moves_and_comes_with_the_mouse_or_a_key(on_floor: Stage) -> None:
    page = floor_page(on_floor)
    window = on_floor.window.windowHandle()
    assert page.leave.isVisible(), "it was just a key that led here"

    page.quiet.rest()
    assert not page.leave.isVisible()
    assert page.go.isVisible()
    assert page.pain.isVisible()

    QTest.mouseMove(window, QPoint(500, 300))
    settle()
    assert page.leave.isVisible()

    page.quiet.rest()
    assert not page.leave.isVisible()
    on_floor.press(KEY.Key_M)
    assert page.leave.isVisible()


def test_a_button_that_has_the_focus_stays(on_floor: Stage) -> None:
    page = floor_page(on_floor)
    page.quiet.rest()
    for _stop in range(12):
        on_floor.press(KEY.Key_Tab)
        if focus() is page.leave:
            break

    assert focus() is page.leave
    page.quiet.rest()
    assert page.leave.isVisible()
    on_floor.press(KEY.Key_Return)
    assert on_floor.page() is on_floor.session_page


def test_with_a_screen_reader_nothing_hides(on_floor: Stage) -> None:
    page = floor_page(on_floor)
    QAccessible.setActive(True)

    page.quiet.rest()

    assert page.leave.isVisible()
    QAccessible.setActive(False)
    page.quiet.rest()
    assert not page.leave.isVisible()


def test_nothing_is_watched_after_the_floor_view(on_floor: Stage) -> None:
    page = floor_page(on_floor)
    on_floor.press(KEY.Key_F11)
    page.quiet.rest()
    assert page.leave.isHidden()

    on_floor.press(KEY.Key_M)

    assert page.leave.isHidden()


def test_key_poses_have_the_place_of_the_figure_and_more(drawn: Stage) -> None:
    resize(drawn, 1200, 760)
    drawn.skip_to(HOLD)
    page = floor_page(drawn)
    usual = page.picture.geometry()

    drawn.trigger("still")
    settle()

    assert page.rect().contains(page.picture.geometry())
    assert page.picture.height() > usual.height()
    assert page.picture.geometry().right() <= page.number.x()
