"""Every situation by every input: what is allowed leads to one phase, everything else changes nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coach.core.events import Finished, Input, Phase
from coach.core.pacing import Preset
from coach.core.phases import NotAllowed
from coach.core.timeline import plan
from tests.cases import exercise, routine
from tests.runs import Run, two_sided

if TYPE_CHECKING:
    from collections.abc import Callable

# The specification. A waiting block takes “I am ready” and no added time; every other block the other way round. Right
# after a skip it can be said that it was because of pain. Each exercise here has an easier way to choose.

MOVES = {Input.SKIP, Input.SKIP_EXERCISE, Input.BACK, Input.JUMP}
TIMED: dict[Phase, dict[Input, Phase]] = {
    Phase.READY: {Input.START: Phase.RUNNING},
    Phase.RUNNING: {
        Input.PAUSE: Phase.PAUSED,
        **dict.fromkeys(MOVES, Phase.RUNNING),
        Input.ADD_TIME: Phase.RUNNING,
        Input.EASIER: Phase.RUNNING,
        Input.PAIN_STOP: Phase.STOPPED_FOR_PAIN,
        Input.END: Phase.ENDED,
    },
    Phase.PAUSED: {
        Input.RESUME: Phase.RUNNING,
        **dict.fromkeys(MOVES, Phase.PAUSED),
        Input.ADD_TIME: Phase.PAUSED,
        Input.EASIER: Phase.PAUSED,
        Input.PAIN_STOP: Phase.STOPPED_FOR_PAIN,
        Input.END: Phase.ENDED,
    },
    Phase.STOPPED_FOR_PAIN: {Input.MISTAKE: Phase.PAUSED},
    Phase.FINISHED: {},
    Phase.ENDED: {},
}
WAITING: dict[Phase, dict[Input, Phase]] = {
    **{phase: {key: to for key, to in row.items() if key is not Input.ADD_TIME} for phase, row in TIMED.items()},
    Phase.RUNNING: {
        Input.CONFIRM: Phase.RUNNING,
        Input.EASIER: Phase.RUNNING,
        Input.PAUSE: Phase.PAUSED,
        **dict.fromkeys(MOVES, Phase.RUNNING),
        Input.PAIN_STOP: Phase.STOPPED_FOR_PAIN,
        Input.END: Phase.ENDED,
    },
}


# The ways into each situation, through the public doors only


def ready(preset: Preset) -> Run:
    return Run(two_sided(preset))


def running(preset: Preset) -> Run:
    run = ready(preset)
    run.press(Input.START)
    run.wait(4_000)
    return run


def at_work(preset: Preset) -> Run:
    run = running(preset)
    run.press(Input.SKIP)
    run.wait(13_000)
    return run


def in_lead_in(preset: Preset) -> Run:
    run = at_work(preset)
    run.press(Input.PAUSE)
    run.press(Input.RESUME)
    run.wait(1_000)
    return run


def after(wanted: Input, before: Callable[[Preset], Run] = running) -> Callable[[Preset], Run]:
    def reach(preset: Preset) -> Run:
        run = before(preset)
        run.press(wanted)
        run.wait(500)
        return run

    return reach


def skipped(preset: Preset) -> Run:
    return after(Input.SKIP, at_work)(preset)


def finished(preset: Preset) -> Run:
    run = running(preset)
    while run.session.phase is Phase.RUNNING:
        run.press(Input.SKIP)
    return run


def finished_from_pause(preset: Preset) -> Run:
    run = after(Input.PAUSE)(preset)
    while run.session.phase is Phase.PAUSED:
        run.press(Input.SKIP_EXERCISE)
    return run


SITUATIONS: dict[str, tuple[Callable[[Preset], Run], Phase, bool]] = {
    # name: how to get there, the phase, whether the block there is a gap
    "ready": (ready, Phase.READY, True),
    "running in a gap": (running, Phase.RUNNING, True),
    "running at work": (at_work, Phase.RUNNING, False),
    "running in a lead-in": (in_lead_in, Phase.RUNNING, False),
    "paused in a gap": (after(Input.PAUSE), Phase.PAUSED, True),
    "paused at work": (after(Input.PAUSE, at_work), Phase.PAUSED, False),
    "paused in a lead-in": (after(Input.PAUSE, in_lead_in), Phase.PAUSED, False),
    "running after a skip": (skipped, Phase.RUNNING, True),
    "paused after a skip": (after(Input.PAUSE, skipped), Phase.PAUSED, True),
    "stopped after a skip": (after(Input.PAIN_STOP, skipped), Phase.STOPPED_FOR_PAIN, True),
    "ended after a skip": (after(Input.END, skipped), Phase.ENDED, True),
    "stopped for pain in a gap": (after(Input.PAIN_STOP), Phase.STOPPED_FOR_PAIN, True),
    "stopped for pain at work": (after(Input.PAIN_STOP, at_work), Phase.STOPPED_FOR_PAIN, False),
    "ended in a gap": (after(Input.END), Phase.ENDED, True),
    "ended at work": (after(Input.END, at_work), Phase.ENDED, False),
    "finished": (finished, Phase.FINISHED, False),
    "finished from a pause": (finished_from_pause, Phase.FINISHED, True),
}


def specification(situation: str, preset: Preset) -> dict[Input, Phase]:
    _reach, phase, in_gap = SITUATIONS[situation]
    allowed = (WAITING if in_gap and preset is Preset.WAIT_FOR_ME else TIMED)[phase]
    if situation in {"running after a skip", "paused after a skip"}:
        allowed = {**allowed, Input.BECAUSE_OF_PAIN: Phase.STOPPED_FOR_PAIN}
    return allowed


each_situation = pytest.mark.parametrize("situation", SITUATIONS)
each_preset = pytest.mark.parametrize("preset", [Preset.DEFAULT, Preset.WAIT_FOR_ME])
each_input = pytest.mark.parametrize("wanted", Input, ids=lambda wanted: wanted.name)


def test_the_situations_reach_every_phase() -> None:
    assert {SITUATIONS[situation][0](Preset.DEFAULT).session.phase for situation in SITUATIONS} == set(Phase)


@each_preset
@each_situation
def test_the_situation_is_what_its_name_says(situation: str, preset: Preset) -> None:
    reach, phase, in_gap = SITUATIONS[situation]
    shot = reach(preset).shot

    assert shot.phase is phase
    assert (not shot.block.kind.is_work) is in_gap
    assert shot.waiting is (in_gap and phase is Phase.RUNNING and preset is Preset.WAIT_FOR_ME)
    assert (shot.lead_in_ms > 0) is (situation == "running in a lead-in")


@each_preset
@each_situation
@each_input
def test_situation_by_input(situation: str, wanted: Input, preset: Preset) -> None:
    run = SITUATIONS[situation][0](preset)
    allowed = specification(situation, preset)
    position = 1 if wanted is Input.JUMP else None

    if wanted in allowed:
        run.press(wanted, position)
        assert run.session.phase is allowed[wanted]
    else:
        assert_refused(run, wanted, position)


def assert_refused(run: Run, wanted: Input, position: int | None) -> None:
    before, deadline = run.shot, run.session.deadline()
    with pytest.raises(NotAllowed) as caught:
        run.press(wanted, position)
    assert (run.shot, run.session.deadline()) == (before, deadline)
    assert (caught.value.phase, caught.value.wanted) == (before.phase, wanted)
    assert str(caught.value) == f"“{wanted.value}” has no meaning while {before.phase.value}"


@each_preset
@each_situation
def test_the_snapshot_tells_what_is_allowed(situation: str, preset: Preset) -> None:
    assert SITUATIONS[situation][0](preset).shot.allowed == set(specification(situation, preset))


@pytest.mark.parametrize("position", [None, -1, 3, 99])
def test_a_jump_to_nowhere_is_refused(position: int | None) -> None:
    assert_refused(at_work(Preset.DEFAULT), Input.JUMP, position)


def test_an_input_that_comes_late_is_judged_by_the_place_reached_and_loses_nothing() -> None:
    run = running(Preset.DEFAULT)
    before = run.shot
    late_ms = run.now_ms + 3_600_000

    with pytest.raises(NotAllowed) as caught:
        run.session.handle(Input.PAUSE, late_ms)

    assert caught.value.phase is Phase.FINISHED
    assert run.shot == before
    assert isinstance(run.session.advance(late_ms)[-1], Finished)


@pytest.mark.parametrize("leave", [Input.SKIP, Input.SKIP_EXERCISE])
@pytest.mark.parametrize("paused", [False, True])
def test_skipping_the_last_block_finishes(leave: Input, *, paused: bool) -> None:
    run = Run(two_sided())
    run.press(Input.START)
    run.press(Input.JUMP, 2)
    run.press(Input.SKIP)
    if paused:
        run.press(Input.PAUSE)

    assert isinstance(run.press(leave)[-1], Finished)
    assert run.session.phase is Phase.FINISHED


def test_the_last_block_finishes_by_itself() -> None:
    run = Run(plan(routine(exercise("a"))))
    run.press(Input.START)

    assert not any(isinstance(event, Finished) for event in run.wait(39_999))
    assert isinstance(run.wait(1)[-1], Finished)
    assert run.session.phase is Phase.FINISHED
