"""The player: a session, a clock moved by hand, and everything that is told in order."""

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
    Paused,
    Phase,
    Resumed,
    Snapshot,
    Started,
)
from coach.core.pacing import Preset
from coach.session.clock import SystemClock
from coach.session.player import SLEPT_MS
from tests.runs import two_sided
from tests.session.players import make_player
from tests.ui.stage import HandClock

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

pytestmark = pytest.mark.usefixtures("qapp")


class Desk:
    """A player with a clock moved by hand; keeps all it tells."""

    def __init__(self, speed: int = 1) -> None:
        self.clock = HandClock()
        self.player = make_player(self.clock, speed)
        self.happened: list[Event] = []
        self.ticks: list[Snapshot] = []
        self.slept = 0
        self.player.happened.connect(self.happened.append)
        self.player.ticked.connect(self.ticks.append)
        self.player.slept.connect(self._on_slept)
        self.player.load(two_sided())

    def _on_slept(self) -> None:
        self.slept += 1

    def wait(self, time_ms: int) -> None:
        """Let so much real time pass, looking each second."""
        while time_ms > 0:
            self.clock.ms += min(1_000, time_ms)
            time_ms -= 1_000
            self.player.look()

    def jump(self, time_ms: int) -> None:
        """Let so much real time pass without a look."""
        self.clock.ms += time_ms

    @property
    def shot(self) -> Snapshot:
        """This instant."""
        snapshot = self.player.snapshot()
        assert snapshot is not None
        return snapshot

    def kinds(self) -> list[type[Event]]:
        """Return what happened, by kind."""
        return [type(event) for event in self.happened]


@pytest.fixture(name="desk")
def _desk() -> Desk:
    return Desk()


@pytest.fixture(name="started")
def _started(desk: Desk) -> Desk:
    desk.player.send(Input.START)
    desk.happened.clear()
    desk.ticks.clear()
    return desk


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


def test_unseen_it_wakes_for_what_is_due_and_else_every_five_seconds(started: Desk) -> None:
    lasted = unseen(started)
    assert started.player._timer.interval() == 5_000

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

    started.jump(5_000 + late_ms)
    started.player._on_timeout()

    assert started.slept == slept
    assert [shot.phase is Phase.PAUSED for shot in started.ticks] == [True] * slept


def test_unseen_and_paused_nothing_wakes_it(started: Desk) -> None:
    unseen(started)

    started.player.send(Input.PAUSE)

    assert not started.player._timer.isActive()


def test_unseen_a_session_many_times_as_fast_is_no_busier() -> None:
    desk = Desk(speed=60)
    desk.player.send(Input.START)
    unseen(desk)

    assert desk.player._timer.interval() == 84


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
