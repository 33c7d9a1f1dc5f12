"""The pace that waits: every way to say “I am ready” is heard, and the ring says that it waits."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QAccessible

from coach.core.clicker import ClickerKeys
from coach.core.events import Phase
from coach.core.timeline import BlockKind
from tests.ui.stage import KEY, Stage
from tests.waiting import wait_ms

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

READY: dict[str, Callable[[Stage], None]] = {
    "space": lambda stage: stage.press(KEY.Key_Space),
    "back button of a clicker": lambda stage: stage.press(KEY.Key_PageUp),
    "media play": lambda stage: stage.press(KEY.Key_MediaPlay),
    "media play or pause": lambda stage: stage.press(KEY.Key_MediaTogglePlayPause),
    "the desktop's media control": lambda stage: stage.actions["go"].trigger(),
    "button": lambda stage: stage.click(stage.go),
    "enter on the button": lambda stage: stage.press(KEY.Key_Return),
}


@pytest.fixture(name="waiting")
def _waiting(stage: Stage) -> Stage:
    """Return the program on the way down to the floor, which waits for the person as most gaps do."""
    stage.wait_for_me()
    stage.start(lies_down=False)
    assert stage.shot.waiting
    return stage


@pytest.mark.parametrize("way", READY)
def test_every_way_to_say_ready_is_heard_in_every_gap(waiting: Stage, way: str) -> None:
    for _ in range(3):
        index = waiting.shot.index
        READY[way](waiting)
        assert (waiting.shot.index, waiting.phase()) == (index + 1, Phase.RUNNING)
        while not waiting.shot.waiting:
            assert waiting.shot.block.kind.is_work or waiting.shot.block.kind is BlockKind.GET_READY, "each gap waits"
            waiting.press(KEY.Key_Right)


def test_a_button_of_ones_own_says_ready_too(waiting: Stage) -> None:
    waiting.preferences.change_clicker(ClickerKeys(pause="F6"))
    index = waiting.shot.index

    waiting.press(KEY.Key_F6)

    assert waiting.shot.index == index + 1


def test_nothing_goes_on_by_itself(waiting: Stage) -> None:
    waiting.advance(600_000)

    assert waiting.shot.waiting
    assert waiting.shot.index == 0


def test_the_ring_is_full_and_breathes_slowly(waiting: Stage, qtbot: QtBot) -> None:
    ring = waiting.session_page.ring
    qtbot.waitUntil(lambda: ring.is_animated)
    pale = ring.grab().toImage()
    waiting.clock.ms += 2_500

    assert ring.grab().toImage() != pale, "does not breathe"
    middle = pale.width() // 2, pale.height() // 2
    inset = round(min(pale.width(), pale.height()) * 0.045)
    half = min(middle) - inset
    places = [(0, -half), (half, 0), (0, half), (-half, 0)]
    colours = {pale.pixelColor(middle[0] + x, middle[1] + y).name() for x, y in places}
    assert len(colours) == 1, "not full"
    assert colours != {waiting.theme.tokens.line.name()}


def test_with_less_motion_it_does_not_breathe(waiting: Stage) -> None:
    waiting.actions["still"].trigger()
    ring = waiting.session_page.ring
    before = ring.grab().toImage()

    waiting.clock.ms += 2_500
    wait_ms(100)

    assert not ring.is_animated
    assert ring.grab().toImage() == before


def test_it_says_what_to_press(waiting: Stage) -> None:
    QAccessible.setActive(True)
    told = QAccessible.queryAccessibleInterface(waiting.session_page.ring)
    assert told is not None

    assert told.text(QAccessible.Text.Value) == "Press Space when you are ready"
    assert waiting.go.text() == "I am ready"
    QAccessible.setActive(False)
