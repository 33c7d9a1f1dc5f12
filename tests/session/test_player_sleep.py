"""The player of a computer that slept, and at other speeds."""

from __future__ import annotations

import pytest

from coach.core.events import (
    BlockEnded,
    Ended,
    Event,
    Input,
    PainStopped,
    Paused,
    Phase,
)
from coach.session.player import SLEPT_MS
from tests.session.desk import Desk

pytestmark = pytest.mark.usefixtures("qapp")


# Sleep


def test_time_up_to_the_limit_is_no_sleep(started: Desk) -> None:
    started.jump(SLEPT_MS)
    started.player.look()

    assert started.slept == 0
    assert (started.shot.phase, started.shot.spent_ms) == (Phase.RUNNING, SLEPT_MS)


def test_after_a_sleep_the_session_is_paused_at_the_last_instant_seen(started: Desk) -> None:
    started.wait(3_000)
    seen_ms = started.clock.ms
    started.jump(8 * 3_600_000)

    started.player.look()

    assert started.slept == 1
    assert [(type(event), event.at_ms) for event in started.happened] == [(Paused, seen_ms)]
    assert (started.shot.phase, started.shot.index, started.shot.spent_ms) == (Phase.PAUSED, 0, 3_000)
    assert started.ticks[-1].phase is Phase.PAUSED
    started.player.send(Input.RESUME)
    started.wait(1_000)
    assert (started.shot.phase, started.shot.spent_ms) == (Phase.RUNNING, 1_000)  # a gap begins anew


@pytest.mark.parametrize("wanted", [Input.RESUME, Input.PAUSE, Input.SKIP, Input.BACK, Input.ADD_TIME])
def test_a_key_that_wakes_the_computer_only_pauses(started: Desk, wanted: Input) -> None:
    started.wait(3_000)
    started.jump(SLEPT_MS + 1)

    started.player.send(wanted)

    assert started.kinds() == [Paused]
    assert (started.shot.index, started.shot.spent_ms, started.shot.duration_ms) == (0, 3_000, 10_000)


@pytest.mark.parametrize(
    ("wanted", "phase", "kind"),
    [(Input.PAIN_STOP, Phase.STOPPED_FOR_PAIN, PainStopped), (Input.END, Phase.ENDED, Ended)],
    ids=["pain stop", "end"],
)
def test_pain_stop_and_end_act_also_after_a_sleep(
    started: Desk, wanted: Input, phase: Phase, kind: type[Event]
) -> None:
    started.wait(3_000)
    started.jump(60_000)

    started.player.send(wanted)

    assert started.kinds() == [Paused, BlockEnded, kind]
    assert (started.shot.phase, started.shot.spent_ms) == (phase, 3_000)


def test_a_long_pause_is_no_sleep(started: Desk) -> None:
    started.player.send(Input.PAUSE)
    started.jump(3_600_000)
    started.player.send(Input.RESUME)
    started.wait(1_000)

    assert started.slept == 0
    assert (started.shot.phase, started.shot.spent_ms) == (Phase.RUNNING, 1_000)


def test_a_long_wait_before_the_start_is_no_sleep(desk: Desk) -> None:
    desk.jump(3_600_000)
    desk.player.send(Input.START)
    desk.wait(1_000)

    assert desk.slept == 0
    assert (desk.shot.phase, desk.shot.spent_ms) == (Phase.RUNNING, 1_000)


# Speed


def test_the_sessions_clock_runs_so_many_times_as_fast() -> None:
    desk = Desk(speed=20)
    desk.player.send(Input.START)

    desk.wait(250)
    assert (desk.shot.index, desk.shot.spent_ms) == (0, 5_000)
    desk.wait(250 + 100)

    assert (desk.shot.index, desk.shot.spent_ms) == (1, 2_000)
    assert desk.player.now_ms() == desk.clock.ms * 20
    assert desk.player.speed == 20


def test_a_sleep_is_measured_in_real_time() -> None:
    desk = Desk(speed=120)
    desk.player.send(Input.START)

    desk.jump(SLEPT_MS)
    desk.player.look()
    assert desk.slept == 0
    desk = Desk(speed=120)
    desk.player.send(Input.START)
    desk.wait(50)
    desk.jump(SLEPT_MS + 1)
    desk.player.look()

    assert desk.slept == 1
    assert (desk.shot.phase, desk.shot.spent_ms) == (Phase.PAUSED, 6_000)
