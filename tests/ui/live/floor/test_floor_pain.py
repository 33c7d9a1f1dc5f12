"""Pain — stop in the floor view: by every key and where the button is drawn, turned too."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from coach.core.events import Phase
from coach.ui.kit.rotation import Rotation
from tests.ui.live.floor import floor_view
from tests.ui.live.floor.floor_view import floor_page, gap, paused, resize, settle, turn
from tests.ui.stage import KEY, NONE, Stage, focus

if TYPE_CHECKING:
    from collections.abc import Callable

    from coach.ui.live.floor.floor_page import FloorPage

pytestmark = pytest.mark.every_case

# Pain — stop


def painted(page: FloorPage, colour: int) -> QPoint:
    """Return the middle of what is painted in a colour on the page."""
    image = page.grab().toImage()
    found = [
        (x, y) for x in range(0, image.width(), 3) for y in range(0, image.height(), 3) if image.pixel(x, y) == colour
    ]
    assert found, "no such colour on the page"
    across, down = sorted(x for x, _y in found), sorted(y for _x, y in found)
    return QPoint((across[0] + across[-1]) // 2, (down[0] + down[-1]) // 2)


@pytest.mark.parametrize("turned", list(Rotation))
@pytest.mark.parametrize("size", [(1280, 800), (800, 600)])
def test_a_press_where_the_button_is_drawn_stops(on_floor: Stage, turned: Rotation, size: tuple[int, int]) -> None:
    resize(on_floor, *size)
    turn(on_floor, turned)
    place = painted(floor_page(on_floor), on_floor.theme.tokens.danger.rgb())
    window = on_floor.window.windowHandle()

    QTest.mousePress(window, Qt.MouseButton.LeftButton, NONE, floor_page(on_floor).mapTo(on_floor.window, place))

    assert on_floor.is_stopped


@pytest.mark.parametrize("turned", list(Rotation))
def test_every_pain_key_stops(on_floor: Stage, turned: Rotation) -> None:
    turn(on_floor, turned)

    for key in (KEY.Key_Escape, KEY.Key_S, KEY.Key_B, KEY.Key_Period, KEY.Key_MediaStop):
        if on_floor.is_stopped:
            on_floor.go_on_after_stop()
        assert floor_page(on_floor).isVisible()

        on_floor.press(key)

        assert on_floor.is_stopped, key


@pytest.mark.parametrize("key", [KEY.Key_Space, KEY.Key_Return])
@pytest.mark.parametrize("come_to", [floor_view.running, paused, gap])
def test_tab_and_space_or_enter_on_the_button_stop(
    on_floor: Stage, key: Qt.Key, come_to: Callable[[Stage], None]
) -> None:
    come_to(on_floor)
    page = floor_page(on_floor)
    page.because.hide()
    for _ in range(4):
        if focus() is not page.pain:
            on_floor.press(KEY.Key_Tab)
    assert focus() is page.pain

    on_floor.press(key)

    assert on_floor.is_stopped


def test_the_stopped_page_stays_large_until_it_is_left(on_floor: Stage) -> None:
    settle()
    full = on_floor.window.size()
    on_floor.press(KEY.Key_Escape)
    assert on_floor.is_stopped
    assert on_floor.window.isFullScreen()
    assert on_floor.stopped_page.size() == full

    on_floor.press(KEY.Key_F11)
    assert on_floor.is_stopped
    assert not on_floor.window.isFullScreen()


def test_closing_the_stopped_page_brings_the_window_back(running: Stage) -> None:
    place = running.window.geometry()
    running.press(KEY.Key_F11)
    running.press(KEY.Key_Escape)

    running.stopped_page.close_wanted.emit()
    settle()

    assert running.page() is running.start_page
    assert not running.window.isFullScreen()
    assert running.window.geometry() == place


def test_a_mistake_leads_back_to_the_floor_view_paused(on_floor: Stage) -> None:
    on_floor.press(KEY.Key_Escape)
    on_floor.click(on_floor.stopped_page.mistake)
    on_floor.click(on_floor.stopped_page.no)

    assert on_floor.phase() is Phase.PAUSED
    assert on_floor.page() is floor_page(on_floor)
    assert floor_page(on_floor).phase.text() == "Paused"
