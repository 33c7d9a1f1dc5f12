"""What the tests of the floor view share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from tests.ui.stage import KEY, Stage

if TYPE_CHECKING:
    from coach.ui.kit.rotation import Rotation
    from coach.ui.live.floor.floor import Floor
    from coach.ui.live.floor.floor_page import FloorPage

HOLD, CHANGE, WITHOUT_SIDES = 4, 5, 16
"""Blocks of the shipped routine."""


def floor(stage: Stage) -> Floor:
    """Return what shows the floor view."""
    return stage.floor


def floor_page(stage: Stage) -> FloorPage:
    """Return its page."""
    return floor(stage).page


def settle() -> None:
    """Let the window system have its turn."""
    for _ in range(3):
        QApplication.processEvents()


def resize(stage: Stage, width: int, height: int) -> None:
    """Make the window so large, as another screen would be."""
    settle()
    stage.window.setMinimumSize(0, 0)  # a screen may be smaller than a window is allowed to be
    stage.window.resize(width, height)
    settle()
    assert (stage.page().width(), stage.page().height()) == (width, height)


def turn(stage: Stage, wanted: Rotation) -> None:
    """Press T until the page stands as wanted."""
    while floor_page(stage).turn is not wanted:
        stage.press(KEY.Key_T)
    settle()


# Where a session can be


def running(_stage: Stage) -> None:
    """Leave it as it is."""


def paused(stage: Stage) -> None:
    """Press Space."""
    stage.press(KEY.Key_Space)


def gap(stage: Stage) -> None:
    """Come into the change of sides."""
    stage.skip_to(CHANGE)
    stage.advance(2_500)


def lead_in(stage: Stage) -> None:
    """Pause and go on: the lead-in comes."""
    stage.press(KEY.Key_Space)
    stage.press(KEY.Key_Space)
    assert stage.shot.lead_in_ms
