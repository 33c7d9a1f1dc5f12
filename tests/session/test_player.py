"""The player: everything is told in order, and what has no meaning changes nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coach.core.events import (
    BlockEnded,
    BlockStarted,
    CueDue,
    Ended,
    Event,
    Input,
    PainStopped,
    Phase,
    Started,
)
from coach.core.pacing import Preset
from tests.runs import two_sided
from tests.session.players import make_player
from tests.ui.stage import HandClock

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.session.desk import Desk


pytestmark = pytest.mark.usefixtures("qapp")


# Order


def test_nothing_loaded_nothing_told() -> None:
    player = make_player(HandClock())
    told: list[object] = []
    player.happened.connect(told.append)
    player.ticked.connect(told.append)

    player.send(Input.START)
    player.look()

    assert told == []
    assert player.snapshot() is None
    assert not player.is_live


def test_start_tells_first_and_ticks_after_that(desk: Desk) -> None:
    order: list[str] = []
    desk.player.happened.connect(lambda event: order.append(type(event).__name__))
    desk.player.ticked.connect(lambda _shot: order.append("tick"))

    desk.player.send(Input.START)

    assert order == ["Started", "BlockStarted", "tick"]
    assert desk.player.is_live


def test_a_late_look_tells_everything_in_order_with_the_instants_at_which_it_was_due(started: Desk) -> None:
    start_ms = started.clock.ms
    started.wait(9_000)
    started.happened.clear()

    started.jump(1_700)
    started.player.look()

    assert [(type(event), event.at_ms - start_ms) for event in started.happened] == [
        (BlockEnded, 10_000),
        (BlockStarted, 10_000),
    ]
    assert started.shot.spent_ms == 700


def test_cues_are_told(started: Desk) -> None:
    started.wait(10_000 + 45_000)

    cues = [event.cue.value for event in started.happened if isinstance(event, CueDue)]
    assert cues == ["half-way", "last-five"]


def test_inputs_from_listeners_wait_until_everything_has_been_told(desk: Desk) -> None:
    order: list[str] = []

    def listen(event: Event) -> None:
        order.append(f"{type(event).__name__} begins")
        if isinstance(event, Started):
            desk.player.send(Input.PAUSE)
            desk.player.send(Input.RESUME)
        order.append(f"{type(event).__name__} ends")

    desk.player.happened.connect(listen)
    desk.player.send(Input.START)

    assert order == [
        f"{name} {what}" for name in ("Started", "BlockStarted", "Paused", "Resumed") for what in ("begins", "ends")
    ]
    assert desk.shot.phase is Phase.RUNNING


def test_a_listener_that_loads_anew_gets_a_fresh_session(started: Desk) -> None:
    def listen(event: Event) -> None:
        if isinstance(event, Ended):
            started.player.load(two_sided())

    started.player.happened.connect(listen)
    started.wait(12_000)
    started.player.send(Input.END)

    assert (started.shot.phase, started.shot.index, started.shot.elapsed_ms) == (Phase.READY, 0, 0)


def test_a_listener_that_fails_does_not_block_the_player(desk: Desk, qtbot: QtBot) -> None:
    def fail(_event: Event) -> None:
        message = "a fault of the listener"
        raise ValueError(message)

    desk.player.happened.connect(fail)
    with qtbot.captureExceptions() as faults:
        desk.player.send(Input.START)
    assert len(faults) == 2
    desk.player.happened.disconnect(fail)

    desk.player.send(Input.PAUSE)

    assert desk.shot.phase is Phase.PAUSED


# Inputs without a meaning


@pytest.mark.parametrize("wanted", [each for each in Input if each is not Input.START], ids=lambda each: each.name)
def test_before_the_start_only_start_has_a_meaning(desk: Desk, wanted: Input) -> None:
    desk.player.send(wanted, 1)

    assert desk.happened == []
    assert desk.shot.phase is Phase.READY


@pytest.mark.parametrize(
    "wanted", [Input.START, Input.RESUME, Input.MISTAKE, Input.CONFIRM], ids=lambda each: each.name
)
def test_inputs_without_a_meaning_do_nothing(started: Desk, wanted: Input) -> None:
    before = started.shot

    started.player.send(wanted)

    assert started.happened == []
    assert started.shot == before


@pytest.mark.parametrize("position", [None, -1, 3, 10**9])
def test_a_jump_to_nowhere_does_nothing(started: Desk, position: int | None) -> None:
    started.player.send(Input.JUMP, position)

    assert started.happened == []
    assert started.shot.index == 0


def test_an_input_without_a_meaning_still_catches_up(started: Desk) -> None:
    started.wait(9_000)
    started.jump(1_000)

    started.player.send(Input.MISTAKE)

    assert started.shot.index == 1
    assert started.kinds() == [BlockEnded, BlockStarted]


# After a skip


def after_a_skip_in_a_pause(desk: Desk) -> None:
    desk.player.send(Input.PAUSE)
    desk.player.send(Input.SKIP)
    desk.ticks.clear()


def test_in_a_pause_one_timer_waits_for_the_end_of_the_question_and_none_after_it(started: Desk) -> None:
    after_a_skip_in_a_pause(started)
    assert started.player._timer.remainingTime() > 11_000

    started.jump(12_000)
    started.player.look()

    assert not started.player._timer.isActive()
    assert Input.BECAUSE_OF_PAIN not in started.ticks[-1].allowed
    assert len(started.ticks) == 1


def test_a_long_pause_after_a_skip_is_no_sleep(started: Desk) -> None:
    after_a_skip_in_a_pause(started)

    started.jump(3_600_000)
    started.player.look()

    assert (started.slept, started.shot.phase) == (0, Phase.PAUSED)


def test_a_gap_that_waits_after_a_skip_is_not_paused_by_a_sleep(desk: Desk) -> None:
    desk.player.load(two_sided(Preset.WAIT_FOR_ME))
    desk.player.send(Input.START)
    desk.player.send(Input.SKIP)
    desk.player.send(Input.SKIP)

    desk.jump(3_600_000)
    desk.player.look()

    assert (desk.slept, desk.shot.phase, desk.shot.waiting) == (0, Phase.RUNNING, True)


@pytest.mark.parametrize("late_ms", [100, 12_000, 3_600_000])
def test_because_of_pain_is_heard_however_late(started: Desk, late_ms: int) -> None:
    started.player.send(Input.SKIP)

    started.jump(late_ms)
    started.player.send(Input.BECAUSE_OF_PAIN)

    assert started.shot.phase is Phase.STOPPED_FOR_PAIN
    assert isinstance(started.happened[-1], PainStopped)
