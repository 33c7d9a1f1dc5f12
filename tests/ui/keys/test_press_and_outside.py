"""The mouse in a session, and the keys where none is live."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from coach.core.events import Phase
from tests.ui.keys.strokes import (
    BACK,
    MORE,
    PAIN,
    PLACES,
    SKIP,
)
from tests.ui.stage import NONE, Stage

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMenu

# The mouse


def test_pain_stop_acts_on_the_press(running: Stage) -> None:
    button = running.pain

    QTest.mousePress(button, Qt.MouseButton.LeftButton, NONE, button.rect().center())

    assert running.is_stopped


def test_other_buttons_act_on_the_release(running: Stage) -> None:
    button = running.go

    QTest.mousePress(button, Qt.MouseButton.LeftButton, NONE, button.rect().center())
    assert running.phase() is Phase.RUNNING
    QTest.mouseRelease(button, Qt.MouseButton.LeftButton, NONE, button.rect().center())

    assert running.phase() is Phase.PAUSED


def test_pain_stop_can_be_clicked_while_a_menu_is_open(running: Stage, menu: QMenu) -> None:
    running.click_at(running.pain.mapToGlobal(running.pain.rect().center()), menu)

    assert running.is_stopped
    assert not menu.isVisible()


def test_a_click_beside_pain_stop_while_a_menu_is_open_only_closes_the_menu(running: Stage, menu: QMenu) -> None:
    place = running.pain.mapToGlobal(running.pain.rect().topRight())
    place.setY(place.y() - 40)
    assert not menu.geometry().contains(place)

    running.click_at(place, menu)

    assert running.phase() is Phase.RUNNING
    assert not menu.isVisible()


@pytest.mark.parametrize("start_of", ["+15 s", "easier version"])
def test_the_buttons_of_the_page_can_be_clicked(running: Stage, start_of: str) -> None:
    button = PLACES[start_of](running)
    running.click(button)

    if start_of == "+15 s":
        assert running.shot.duration_ms == 25_000
    else:
        assert running.session_page.easier.isChecked()


# Outside a session


def test_keys_of_the_session_do_nothing_before_it(stage: Stage) -> None:
    for stroke in (*SKIP, *BACK, *MORE, *PAIN):
        stroke.on(stage)

        assert stage.phase() is Phase.READY, stroke
        assert stage.page() is stage.start_page, stroke
        assert stage.window.isVisible(), stroke
