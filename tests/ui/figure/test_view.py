"""The figure moves by the clock in gaps and in work, and repaints next to nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QRegion
from PySide6.QtWidgets import QApplication

from coach.figure.motion import arrival_s, moment
from coach.figure.rig import loop_seconds
from tests.ui.figure.on_view import (
    BREATH_MS,
    CHANGE,
    GET_READY,
    HOLD_RIGHT,
    MOVE,
    TILT,
    area,
    frame_after,
    go_to,
    moments_of,
    now_seen,
    on_screen,
    shown,
    shown_again,
    studio,
    until,
    view,
)
from tests.ui.pictures import changed, difference
from tests.ui.repaints import Painted
from tests.ui.stage import KEY

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.ui.stage import Stage


# In a gap


def test_in_a_gap_it_rests_then_moves_and_ends_in_the_hold_pose(drawn: Stage, qtbot: QtBot) -> None:
    movement = studio(drawn).movement("pelvic-tilt")
    assert movement is not None
    arrives_ms = round(arrival_s(movement) * 1000)
    leaves_ms = 10_000 - arrives_ms
    pictures = []
    for spent_ms in (1_500, leaves_ms + 1_200, leaves_ms + 1_600, 9_990):
        until(drawn, spent_ms)
        qtbot.waitUntil(lambda: view(drawn).is_animated)
        pictures.append(shown(drawn))

    rest, early, late, arrived = pictures
    for one, other in ((rest, early), (early, late), (late, arrived), (arrived, rest)):
        assert not changed(one, other).isEmpty()
    drawn.advance(10)
    frame_after(drawn, 0)
    assert drawn.shot.index == TILT
    assert difference(shown(drawn), arrived).mean < 0.1, "the exercise begins where the gap ended"


def test_a_frame_comes_from_the_clock_and_not_from_the_frames_before(drawn: Stage) -> None:
    until(drawn, 8_900)
    straight = shown(drawn)
    drawn.press(KEY.Key_Right)
    drawn.press(KEY.Key_Left)
    assert (drawn.shot.index, drawn.shot.spent_ms, drawn.shot.lead_in_ms) == (GET_READY, 0, 0)

    for _ in range(89):
        frame_after(drawn, 100)
        drawn.player.look()

    assert drawn.shot.spent_ms == 8_900
    assert changed(shown(drawn), straight).isEmpty()


def test_frames_at_the_same_instant_repaint_nothing(drawn: Stage) -> None:
    until(drawn, 8_900)
    on_screen(drawn)
    painted = Painted(view(drawn))

    for _ in range(30):
        frame_after(drawn, 0)

    assert painted.regions == []


def test_a_moving_frame_beside_the_caption_leaves_the_caption_whole(drawn: Stage, qtbot: QtBot) -> None:
    go_to(drawn, MOVE, qtbot)
    until(drawn, 10_700)
    frame_after(drawn, 100)
    assert view(drawn).caption

    assert changed(on_screen(drawn), shown_again(drawn)).isEmpty()


def test_a_moving_frame_repaints_the_person_alone_and_leaves_nothing_behind(drawn: Stage, qtbot: QtBot) -> None:
    go_to(drawn, TILT, qtbot)
    on_screen(drawn)
    painted = Painted(view(drawn))

    for _ in range(40):
        frame_after(drawn, 100)
        drawn.player.look()
        assert changed(on_screen(drawn), shown_again(drawn)).isEmpty()

    small = [region for region in painted.regions if area(region) < view(drawn).width() * view(drawn).height()]
    assert len(small) >= 15, "all but those that were asked for here are parts"


def is_whole(stage: Stage) -> bool:
    """Tell whether the screen shows what would be painted anew, the strip with the caption left out."""
    left, anew = on_screen(stage), shown_again(stage)
    rest = QRect(0, 0, left.width(), left.height() - 60)
    return changed(left.copy(rest), anew.copy(rest)).isEmpty()


def test_what_is_left_on_the_screen_is_whole_from_gap_to_hold_to_gap(drawn: Stage) -> None:
    """Without the caption, which has a test of its own."""
    drawn.skip_to(MOVE)
    for spent_ms in (100, 14_000, 14_900):
        until(drawn, spent_ms)
        assert is_whole(drawn), f"gap, {spent_ms}"
    drawn.advance(200)
    for step in range(10):
        frame_after(drawn, 700)
        drawn.player.look()
        assert drawn.shot.index == HOLD_RIGHT
        assert is_whole(drawn), f"hold, step {step}"
    drawn.skip_to(CHANGE)
    for spent_ms in (100, 4_000, 7_000):
        until(drawn, spent_ms)
        assert is_whole(drawn), f"next gap, {spent_ms}"


# In a hold


def test_in_a_hold_only_the_breath_changes_the_picture(drawn: Stage, qtbot: QtBot) -> None:
    go_to(drawn, HOLD_RIGHT, qtbot)
    seen = now_seen(drawn)
    breathes_in = studio(drawn)._alive_in(seen)
    first = shown(drawn)
    different = 0

    for _ in range(10):
        frame_after(drawn, BREATH_MS // 10)
        drawn.player.look()
        where = changed(first, shown(drawn))
        assert breathes_in.contains(where) or where.isEmpty()
        different += not where.isEmpty()

    assert different >= 5
    assert area(QRegion(breathes_in)) < view(drawn).width() * view(drawn).height() / 3


def test_in_a_hold_each_frame_repaints_a_small_part_and_draws_no_new_way(drawn: Stage, qtbot: QtBot) -> None:
    go_to(drawn, HOLD_RIGHT, qtbot)
    frame_after(drawn, 300)
    moments = moments_of(drawn, now_seen(drawn))
    painted = Painted(view(drawn))

    for _ in range(20):
        frame_after(drawn, 400)
        drawn.player.look()
    assert drawn.shot.index == HOLD_RIGHT

    assert len(painted.regions) >= 10
    for region in painted.regions:
        assert area(region) < view(drawn).width() * view(drawn).height() / 3
    assert moments_of(drawn, now_seen(drawn)) == moments
    assert view(drawn)._in_hand.shown[0] == "hold"


def test_a_breath_comes_round_after_five_seconds(drawn: Stage, qtbot: QtBot) -> None:
    go_to(drawn, HOLD_RIGHT, qtbot)
    first = shown(drawn)
    drawn.advance(BREATH_MS)
    frame_after(drawn, 0)

    assert changed(first, shown(drawn)).isEmpty()


def test_pelvic_tilt_keeps_moving_while_it_is_worked_on(drawn: Stage, qtbot: QtBot) -> None:
    go_to(drawn, TILT, qtbot)
    movement = studio(drawn).movement("pelvic-tilt")
    assert movement is not None
    numbers = set()
    first = shown(drawn)
    different = 0

    for _ in range(20):
        frame_after(drawn, round(loop_seconds(movement) * 1000 / 20))
        drawn.player.look()
        assert view(drawn)._in_hand.shown[0] == "moment"
        numbers.add(view(drawn)._in_hand.shown[1])
        different += not changed(first, shown(drawn)).isEmpty()
        qtbot.waitUntil(lambda: view(drawn).is_animated)

    assert len(numbers) > 8
    assert different > 8


@pytest.mark.parametrize("index", [TILT, HOLD_RIGHT])
def test_the_next_block_finds_its_first_picture_drawn(drawn: Stage, qtbot: QtBot, index: int) -> None:
    go_to(drawn, index, qtbot)
    following = drawn.shot.following
    assert following is not None
    figure = "single-knee-to-chest"
    wanted = studio(drawn).view(figure, following.side, view(drawn).size(), view(drawn).devicePixelRatioF())
    qtbot.waitUntil(lambda: any(kept == wanted and kind == "moment" for kept, kind, _number in studio(drawn)._kept))
    assert (wanted, "ground", 0) in studio(drawn)._kept
    before = moments_of(drawn, wanted)

    drawn.skip_to(index + 1)
    QApplication.processEvents()

    assert now_seen(drawn) == wanted
    assert moments_of(drawn, wanted) == before


def test_what_is_never_held_has_no_breath_drawn(drawn: Stage, qtbot: QtBot) -> None:
    go_to(drawn, TILT, qtbot)
    following = studio(drawn).view("single-knee-to-chest", "right", view(drawn).size(), 1.0)
    qtbot.waitUntil(lambda: (following, "ground", 0) in studio(drawn)._kept)  # what comes after everything else

    assert {kind for kept, kind, _number in studio(drawn)._kept if kept.figure == "pelvic-tilt"} & {"breath"} == set()


def test_a_gap_that_waits_shows_the_movement_over_and_over(stage: Stage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: studio(stage).knows("cat-cow"))
    stage.wait_for_me()
    stage.start()
    stage.skip_to(MOVE)
    assert stage.shot.waiting
    qtbot.waitUntil(lambda: view(stage).is_animated)
    movement = studio(stage).movement("single-knee-to-chest")
    assert movement is not None
    told = []

    for number in range(1, 61):
        frame_after(stage, 250)
        told.append(view(stage)._in_hand.shown[1])
        assert told[-1] == moment(movement, number * 0.25).number

    assert len(set(told)) > 10
    assert view(stage).is_animated
