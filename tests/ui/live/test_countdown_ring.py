"""The ring works from the clock, runs only while it can be seen running, and repaints next to nothing."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication

from coach.core.events import Phase
from coach.ui.live.countdown_ring import PIXELS_A_FRAME
from tests.ui.repaints import Painted
from tests.ui.stage import CTRL, KEY

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QRect
    from PySide6.QtGui import QRegion
    from pytestqt.qtbot import QtBot

    from coach.ui.live.countdown_ring import CountdownRing
    from tests.ui.stage import Stage


def _area(region: QRegion) -> int:
    return sum(rect.width() * rect.height() for rect in _rects(region))


def _rects(region: QRegion) -> list[QRect]:
    # QRegion can be iterated; its stubs do not say so.
    return list(region)  # type: ignore[call-overload,no-any-return]


def _ring(stage: Stage) -> CountdownRing:
    return stage.session_page.ring


def _hold(stage: Stage) -> CountdownRing:
    """Go 5.5 s into a hold of 30 s, with everything painted."""
    stage.skip_to(4)
    stage.advance(5_500)
    QApplication.processEvents()
    return _ring(stage)


@pytest.fixture(name="ring")
def _ring_in_a_hold(running: Stage, qtbot: QtBot) -> CountdownRing:
    ring = _hold(running)
    qtbot.waitUntil(lambda: ring.is_animated)
    return ring


# Number and share


@pytest.mark.parametrize(
    ("spent_ms", "seconds"),
    [(0, 30), (1, 30), (999, 30), (1_000, 29), (1_001, 29), (14_500, 16), (28_999, 2), (29_000, 1), (29_999, 1)],
)
def test_number_is_the_seconds_left_rounded_up(running: Stage, spent_ms: int, seconds: int) -> None:
    running.skip_to(4)
    running.advance(spent_ms)

    assert _ring(running).seconds == seconds


def test_number_and_share_come_from_the_clock_and_not_from_the_frames(running: Stage, ring: CountdownRing) -> None:
    for spent_ms in (5_900, 6_300, 7_777):
        running.clock.ms += spent_ms - (running.clock.ms - running.shot.now_ms + running.shot.spent_ms)
        ring._on_frame()
        assert ring.seconds == -(-(30_000 - spent_ms) // 1000)
        assert ring._shown.share == pytest.approx((30_000 - spent_ms) / 30_000)


def test_frames_at_the_same_instant_change_nothing(ring: CountdownRing) -> None:
    shown = ring._shown

    for _ in range(50):
        ring._on_frame()

    assert ring._shown == shown


def test_a_frame_while_paused_shows_the_instant_of_the_pause(running: Stage, ring: CountdownRing) -> None:
    running.press(KEY.Key_Space)
    shown = ring._shown

    running.clock.ms += 4_000
    ring._on_frame()

    assert ring._shown == shown


def test_no_frame_goes_beyond_the_end_of_the_block(running: Stage, ring: CountdownRing) -> None:
    running.clock.ms += 4_900 * 20

    ring._on_frame()

    assert (ring.seconds, ring._shown.share) == (0, 0)


def test_lead_in_counts_by_itself_and_keeps_the_share(running: Stage, ring: CountdownRing) -> None:
    running.press(KEY.Key_Space)
    share = ring._shown.share
    running.press(KEY.Key_Space)

    for left_ms, seconds in ((3_000, 3), (2_999, 3), (2_000, 2), (1, 1)):
        running.clock.ms += running.shot.lead_in_ms - left_ms
        running.player.look()
        assert (ring.seconds, ring._shown.share) == (seconds, share)
        assert ring.spoken() == f"Get set, {seconds} second{'s' * (seconds != 1)} left"
    running.advance(1)

    assert ring.seconds == 25
    assert ring.spoken().startswith("Hold, ")


def test_arc_is_thicker_in_the_last_three_seconds_only(running: Stage) -> None:
    running.skip_to(4)
    thick = []
    for _ in range(30):
        thick.append(_ring(running)._shown.thick)
        running.advance(1_000)

    assert thick == [False] * 27 + [True] * 3


# The timer


def _stands_still(stage: Stage, ring: CountdownRing) -> bool:
    """Move the clock on a little, so that each frame finds something new, and tell whether another is planned."""
    stage.clock.ms += 1
    return not ring.is_animated


def _paused(stage: Stage) -> None:
    stage.press(KEY.Key_Space)


def _hidden(stage: Stage) -> None:
    stage.window.hide()


def _minimised(stage: Stage) -> None:
    stage.window.showMinimized()


def _stopped(stage: Stage) -> None:
    stage.press(KEY.Key_Escape)


def _finished(stage: Stage) -> None:
    stage.press(KEY.Key_E, CTRL)


def _aside(stage: Stage) -> None:
    stage.press(KEY.Key_F1)


@pytest.mark.parametrize(
    "end", [_paused, _hidden, _minimised, _stopped, _finished, _aside], ids=lambda end: end.__name__
)
def test_no_frame_is_planned_while_nobody_can_see_it_run(
    running: Stage, ring: CountdownRing, qtbot: QtBot, end: Callable[[Stage], None]
) -> None:
    end(running)
    QApplication.processEvents()

    # A frame that was planned before may still come; none follows it.
    qtbot.waitUntil(lambda: _stands_still(running, ring))
    running.clock.ms += 300
    ring._on_frame()
    running.player.look()
    QApplication.processEvents()
    assert not ring.is_animated


@pytest.mark.parametrize("undo", [_paused, _hidden, _minimised, _aside], ids=lambda undo: undo.__name__)
def test_frames_go_on_when_it_is_seen_again(
    running: Stage, ring: CountdownRing, qtbot: QtBot, undo: Callable[[Stage], None]
) -> None:
    undo(running)
    qtbot.waitUntil(lambda: _stands_still(running, ring))

    if undo is _paused:
        running.press(KEY.Key_Space)
        running.advance(3_500)
    elif undo is _aside:
        running.press(KEY.Key_Return)
    else:
        running.window.showNormal()

    assert running.phase() is Phase.RUNNING
    qtbot.waitUntil(lambda: ring.is_animated)


def test_no_frame_is_planned_with_reduced_motion(running: Stage, ring: CountdownRing, qtbot: QtBot) -> None:
    ring.set_still(still=True)
    qtbot.waitUntil(lambda: not ring.is_animated)
    shown = ring.seconds

    running.clock.ms += 400
    ring._on_frame()
    assert ring.seconds == shown, "it steps with the player's ticks only"
    running.advance(1_000)
    QApplication.processEvents()

    assert ring.seconds == shown - 1
    assert not ring.is_animated


def test_a_block_that_waits_breathes_and_stands_still_with_reduced_motion(stage: Stage, qtbot: QtBot) -> None:
    stage.wait_for_me()
    stage.start()
    stage.skip_to(3)
    ring = _ring(stage)
    assert stage.shot.waiting
    qtbot.waitUntil(lambda: ring.is_animated)
    assert ring.spoken() == "Press Space when you are ready"

    ring.set_still(still=True)

    qtbot.waitUntil(lambda: not ring.is_animated)


def test_from_frame_to_frame_the_tip_goes_a_fifth_of_its_width_at_most(ring: CountdownRing) -> None:
    a_second = 2 * math.pi * ring._radius() / 30
    step = ring._timer.interval() / 1000 * a_second

    assert PIXELS_A_FRAME * 0.9 < step <= PIXELS_A_FRAME * 1.05
    assert step < ring._pen_width() / 4


# What is repainted


def test_a_frame_in_the_middle_of_a_second_repaints_less_than_a_tenth(
    running: Stage, ring: CountdownRing, qtbot: QtBot
) -> None:
    painted = Painted(ring)

    for _ in range(3):
        running.clock.ms += 100
        ring._on_frame()
        before = len(painted.regions)
        qtbot.waitUntil(lambda before=before: len(painted.regions) > before)  # type: ignore[misc]  # mypy has no type for such a default

    for region in painted.regions:
        assert _area(region) < ring.width() * ring.height() / 10


def test_a_new_second_repaints_the_digits_but_not_all(running: Stage, ring: CountdownRing, qtbot: QtBot) -> None:
    painted = Painted(ring)

    running.clock.ms += 600
    ring._on_frame()
    qtbot.waitUntil(lambda: bool(painted.regions))

    whole = ring.width() * ring.height()
    assert ring._digits_rect().intersected(ring.rect()) == ring._digits_rect()
    assert painted.regions[0].contains(ring._digits_rect())
    assert _area(painted.regions[0]) < whole / 2


def test_nothing_is_repainted_while_paused(running: Stage, ring: CountdownRing) -> None:
    running.press(KEY.Key_Space)
    QApplication.processEvents()
    painted = Painted(ring)

    for _ in range(20):
        running.advance(1_000)
        QApplication.processEvents()

    assert painted.regions == []


def test_a_pause_is_plain_to_see(ring: CountdownRing, stage: Stage) -> None:
    """The word is as large as what can be read from the mat, and the number steps back."""
    stage.skip_to(4)
    stage.advance(5_500)
    ring.repaint()
    running = _ink(ring)
    stage.press(KEY.Key_Space)
    assert stage.phase() is Phase.PAUSED
    QApplication.processEvents()
    paused = _ink(ring)

    assert paused > 1.5 * running, "more ink where the word stands"


def _ink(ring: CountdownRing) -> int:
    """Return how many pixels above the number are as dark as ink or the colour of the word."""
    picture, side = ring.grab().toImage(), min(ring.width(), ring.height())
    left, top = ring.width() // 2 - round(side * 0.3), ring.height() // 2 - round(side * 0.29)
    spots = [(x, y) for x in range(left, left + round(side * 0.6)) for y in range(top, top + round(side * 0.1))]
    return sum(picture.pixelColor(x, y).lightness() < 128 for x, y in spots)
