"""After a session its pictures go, some time after its end; the small ones of the lists stay."""

from __future__ import annotations

import gc
import weakref
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication

from coach.core.events import Phase
from coach.ui.live.pictures_after import AFTER_MS
from tests.ui.stage import KEY

if TYPE_CHECKING:
    from PySide6.QtCore import QTimer
    from pytestqt.qtbot import QtBot

    from tests.ui.stage import Stage


@pytest.fixture(name="drawn")
def _drawn(stage: Stage, qtbot: QtBot) -> Stage:
    """Return a session that has shown something."""
    qtbot.waitUntil(lambda: stage.pictures.knows("cat-cow"))
    stage.start()
    stage.advance(1_000)
    QApplication.processEvents()
    assert stage.pictures.bytes_kept > 0
    qtbot.waitUntil(lambda: stage.window.sidebar.exercises.is_complete)
    return stage


def timer(stage: Stage) -> QTimer:
    return stage.flow.rooms.live.pictures_after.timer


def test_ten_seconds_after_the_end_nothing_of_the_session_is_kept(drawn: Stage) -> None:
    assert not timer(drawn).isActive()
    drawn.advance(2_000_000)
    assert drawn.phase() is Phase.FINISHED
    assert (timer(drawn).isActive(), timer(drawn).interval()) == (True, AFTER_MS)
    assert drawn.pictures.bytes_kept > 0

    timer(drawn).timeout.emit()

    assert {kind for _view, kind, _number in drawn.pictures._kept} <= {"at rest"}
    assert drawn.session_page.picture._in_hand.ground is None, "nor by the page that shows it no more"
    assert drawn.window.sidebar.exercises.is_complete


def test_what_became_old_in_a_session_goes_then_too(drawn: Stage) -> None:
    """Every later look for garbage passes it over: it would stay for as long as the program runs."""

    class Chain:
        def __init__(self) -> None:
            self.end = self

    old = weakref.ref(chain := Chain())
    for _look in range(3):
        gc.collect(1)
    del chain
    gc.collect(1)
    assert old() is not None, "a look during the session leaves it alone"
    drawn.advance(2_000_000)

    timer(drawn).timeout.emit()

    assert old() is None


def test_a_session_that_goes_on_after_a_stop_keeps_its_pictures(drawn: Stage) -> None:
    drawn.press(KEY.Key_Escape)
    assert timer(drawn).isActive()

    drawn.go_on_after_stop()

    assert not timer(drawn).isActive()


def test_a_session_that_goes_on_after_they_went_draws_them_again(drawn: Stage, qtbot: QtBot) -> None:
    drawn.press(KEY.Key_Escape)
    timer(drawn).timeout.emit()
    assert drawn.pictures.bytes_kept == 0

    drawn.go_on_after_stop()

    qtbot.waitUntil(lambda: drawn.pictures.bytes_kept > 0)
    assert drawn.session_page.picture._in_hand.ground is not None
