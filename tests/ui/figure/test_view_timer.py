"""The figure asks for frames only while it can be seen moving, and stands still in a pause."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication

from coach.core.events import Phase
from tests.ui.figure.on_view import (
    BREATH_MS,
    HOLD_RIGHT,
    MOVE,
    TILT,
    frame_after,
    go_to,
    hold_still,
    plan_anew,
    shown,
    until,
    view,
)
from tests.ui.pictures import changed
from tests.ui.repaints import Painted
from tests.ui.stage import KEY

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from tests.ui.stage import Stage


# The timer


def _paused(stage: Stage) -> None:
    stage.press(KEY.Key_Space)


def _hidden(stage: Stage) -> None:
    stage.window.hide()


def _minimised(stage: Stage) -> None:
    stage.window.showMinimized()


def _stopped(stage: Stage) -> None:
    stage.press(KEY.Key_Escape)


def _aside(stage: Stage) -> None:
    stage.press(KEY.Key_F1)


ENDS = [_paused, _hidden, _minimised, _stopped, _aside, hold_still]


@pytest.mark.parametrize("index", [MOVE, HOLD_RIGHT, TILT], ids=["gap", "hold", "tilt"])
@pytest.mark.parametrize("end", ENDS, ids=lambda end: end.__name__)
def test_no_frame_is_planned_while_nobody_can_see_it_move(
    drawn: Stage, qtbot: QtBot, end: Callable[[Stage], None], index: int
) -> None:
    drawn.skip_to(index)
    drawn.advance(2_000)
    plan_anew(drawn)

    end(drawn)
    QApplication.processEvents()

    # A frame that was planned before may still come; none follows it.
    qtbot.waitUntil(lambda: not view(drawn).is_animated)
    for _ in range(3):
        frame_after(drawn, 300)
        QApplication.processEvents()
    assert not view(drawn).is_animated


UNDOS = [_paused, _hidden, _minimised, _aside, hold_still]


@pytest.mark.parametrize("undo", UNDOS, ids=lambda undo: undo.__name__)
def test_frames_go_on_when_it_is_seen_again(drawn: Stage, qtbot: QtBot, undo: Callable[[Stage], None]) -> None:
    drawn.skip_to(MOVE)
    drawn.advance(2_000)
    plan_anew(drawn)
    undo(drawn)
    qtbot.waitUntil(lambda: not view(drawn).is_animated)

    if undo is _paused:
        drawn.press(KEY.Key_Space)
        drawn.advance(3_500)
    elif undo is hold_still:
        hold_still(drawn)
    elif undo is _aside:
        drawn.press(KEY.Key_Return)
    else:
        drawn.window.showNormal()

    assert drawn.phase() is Phase.RUNNING
    qtbot.waitUntil(lambda: view(drawn).is_animated, timeout=1_000)


@pytest.mark.parametrize(
    ("index", "spent_ms"), [(MOVE, 13_000), (HOLD_RIGHT, 5_500), (TILT, 3_000)], ids=["gap", "hold", "tilt"]
)
def test_a_paused_picture_stands_still(drawn: Stage, index: int, spent_ms: int) -> None:
    drawn.skip_to(index)
    until(drawn, spent_ms)
    moving = shown(drawn)
    drawn.press(KEY.Key_Space)
    assert drawn.phase() is Phase.PAUSED
    paused = shown(drawn)
    painted = Painted(view(drawn))

    for _ in range(5):
        drawn.advance(700)
        QApplication.processEvents()

    assert painted.regions == []
    assert changed(paused, shown(drawn)).isEmpty()
    assert changed(moving, paused).isEmpty()
    assert not view(drawn).is_animated


def test_a_paused_hold_keeps_its_breath_in_another_size(drawn: Stage, qtbot: QtBot) -> None:
    go_to(drawn, HOLD_RIGHT, qtbot)
    drawn.press(KEY.Key_Space)
    before, size, card = shown(drawn), drawn.window.size(), view(drawn).size()
    drawn.clock.ms += BREATH_MS // 3

    for other in (QSize(1000, 700), size):
        drawn.window.resize(other)
        qtbot.waitUntil(lambda other=other: drawn.window.size() == other)  # type: ignore[misc]  # mypy has no type for such a default
        QApplication.processEvents()
    qtbot.waitUntil(lambda: view(drawn).size() == card)  # the page takes its places in a turn of its own

    assert changed(before, shown(drawn)).isEmpty()


def test_a_lead_in_waits_in_the_moment_of_the_pause(drawn: Stage) -> None:
    drawn.skip_to(TILT)
    until(drawn, 1_800)
    drawn.press(KEY.Key_Space)
    paused = shown(drawn)
    drawn.press(KEY.Key_Space)

    for _ in range(4):
        frame_after(drawn, 990)
        drawn.player.look()
        assert drawn.shot.lead_in_ms > 0
        assert changed(paused, shown(drawn)).isEmpty()
    drawn.advance(1_040)
    frame_after(drawn, 400)

    assert not changed(paused, shown(drawn)).isEmpty()
