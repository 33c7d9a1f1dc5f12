"""The player wakes when something is due, and seldom while nobody sees it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coach.core.events import (
    BlockEnded,
    Event,
    Input,
    Paused,
    Phase,
    Resumed,
    Snapshot,
)
from coach.session.clock import SystemClock
from tests.runs import two_sided
from tests.session.desk import Desk
from tests.session.players import make_player

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


pytestmark = pytest.mark.usefixtures("qapp")


# The timer


def test_wakes_at_each_new_second(started: Desk) -> None:
    timer = started.player._timer
    assert (timer.isActive(), timer.interval()) == (True, 1_000)
    started.jump(400)
    started.player.look()

    assert timer.interval() == 600


def test_wakes_when_the_block_is_due(started: Desk) -> None:
    started.wait(9_000)
    started.jump(999)
    started.player.look()

    assert started.player._timer.interval() == 1


@pytest.mark.parametrize("wanted", [Input.PAUSE, Input.PAIN_STOP, Input.END], ids=lambda each: each.name)
def test_sleeps_when_nothing_is_due(started: Desk, wanted: Input) -> None:
    started.player.send(wanted)

    assert not started.player._timer.isActive()


def test_the_timer_leads_the_session_by_itself(qtbot: QtBot) -> None:
    player = make_player(SystemClock(), 120)
    happened: list[Event] = []
    player.happened.connect(happened.append)
    player.load(two_sided())

    player.send(Input.START)

    qtbot.waitUntil(lambda: any(isinstance(event, BlockEnded) for event in happened))
    player.send(Input.PAUSE)
    assert isinstance(happened[-1], Paused)
    assert not any(isinstance(event, Resumed) for event in happened)


def test_the_system_clock_does_not_go_back() -> None:
    clock = SystemClock()
    seen = [clock.now_ms() for _ in range(1_000)]

    assert seen == sorted(seen)
    assert seen[0] > 0


# What nobody sees


def unseen(desk: Desk) -> list[Snapshot]:
    """Have nobody see the session from now on, and return what is told where nothing happens."""
    lasted: list[Snapshot] = []
    desk.player.lasted.connect(lasted.append)
    desk.player.set_seen(seen=False)
    desk.ticks.clear()
    return lasted


def test_unseen_it_wakes_for_what_is_due_and_else_every_ten_seconds(started: Desk) -> None:
    lasted = unseen(started)
    assert started.player._timer.interval() == 10_000

    started.jump(5_000)
    started.player._on_timeout()
    started.jump(4_000)
    started.player._on_timeout()

    assert [shot.spent_ms for shot in lasted] == [5_000, 9_000]
    assert started.ticks == []
    assert started.player._timer.interval() == 1_000  # the gap ends
    started.jump(1_000)
    started.player._on_timeout()
    assert [shot.index for shot in started.ticks] == [1]


def test_seen_again_it_tells_the_present_and_each_second(started: Desk) -> None:
    unseen(started)
    started.jump(3_300)

    started.player.set_seen(seen=True)

    assert [shot.spent_ms for shot in started.ticks] == [3_300]
    assert started.player._timer.interval() == 700


@pytest.mark.parametrize(("late_ms", "slept"), [(4_000, 0), (4_001, 1)])
def test_unseen_a_sleep_is_as_long_as_ever(started: Desk, late_ms: int, slept: int) -> None:
    unseen(started)

    started.jump(10_000 + late_ms)
    started.player._on_timeout()

    assert started.slept == slept
    assert [shot.phase for shot in started.ticks] == [Phase.PAUSED if slept else Phase.RUNNING]


def test_unseen_and_paused_nothing_wakes_it(started: Desk) -> None:
    unseen(started)

    started.player.send(Input.PAUSE)

    assert not started.player._timer.isActive()


def test_unseen_a_session_many_times_as_fast_is_no_busier() -> None:
    desk = Desk(speed=60)
    desk.player.send(Input.START)
    unseen(desk)

    assert desk.player._timer.interval() == 167
