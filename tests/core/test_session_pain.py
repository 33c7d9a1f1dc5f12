"""The pain stop: in every second of a session, at once, for good; and the one way back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coach.core.events import BlockEnded, BlockStarted, Input, Leaving, MistakeTaken, Outcome, PainStopped, Phase
from coach.core.pacing import Preset
from coach.core.phases import NotAllowed
from coach.core.session import LEAD_IN_MS
from tests.runs import Run, started

if TYPE_CHECKING:
    from collections.abc import Callable

# The blocks of `two_sided` end at: 0 get-ready 10 s, 1 reps 55, 2 move 70, 3 right 100, 4 change 108, 5 left 138,
# 6 move 168, 7 flow 198.


def paused(wait_ms: int) -> Run:
    run = started(wait_ms)
    run.press(Input.PAUSE)
    run.wait(60_000)
    return run


def leading_in(wait_ms: int) -> Run:
    run = paused(wait_ms)
    run.press(Input.RESUME)
    run.wait(1_500)
    return run


def with_more_time(wait_ms: int) -> Run:
    run = started(wait_ms)
    run.press(Input.ADD_TIME)
    run.wait(20_000)
    return run


def confirmed(wait_ms: int) -> Run:
    run = started(wait_ms, Preset.WAIT_FOR_ME)
    run.press(Input.CONFIRM)
    run.wait(1_000)
    return run


# where: how to get there, then the block, the time spent in it and the time spent in all, in ms
LIVE: dict[str, tuple[Callable[[], Run], int, int, int]] = {
    "at the first instant": (lambda: started(0), 0, 0, 0),
    "getting ready": (lambda: started(4_000), 0, 4_000, 4_000),
    "in the warm-up": (lambda: started(20_000), 1, 10_000, 20_000),
    "in a move": (lambda: started(60_000), 2, 5_000, 60_000),
    "in a hold": (lambda: started(82_000), 3, 12_000, 82_000),
    "in the last ms of a hold": (lambda: started(99_999), 3, 29_999, 99_999),
    "in a change of side": (lambda: started(103_000), 4, 3_000, 103_000),
    "in the flow": (lambda: started(170_000), 7, 2_000, 170_000),
    "in the last ms of all": (lambda: started(197_999), 7, 29_999, 197_999),
    "paused in a hold": (lambda: paused(82_000), 3, 12_000, 82_000),
    "paused in a gap": (lambda: paused(103_000), 4, 3_000, 103_000),
    "in a lead-in": (lambda: leading_in(82_000), 3, 12_000, 82_000),
    "in added time": (lambda: with_more_time(82_000), 3, 32_000, 102_000),
    "waiting": (lambda: started(9_000, Preset.WAIT_FOR_ME), 0, 0, 0),
    "in the lead-in after waiting": (lambda: confirmed(9_000), 1, 0, 0),
}


@pytest.mark.parametrize("where", LIVE)
def test_a_pain_stop_comes_at_once_and_records_the_time_spent(where: str) -> None:
    reach, index, spent_ms, elapsed_ms = LIVE[where]
    run = reach()
    block = run.timeline.blocks[index]

    events = run.press(Input.PAIN_STOP)

    assert events == (
        BlockEnded(run.now_ms, index, block, spent_ms, Leaving.STOPPED),
        PainStopped(run.now_ms, index, block),
    )
    shot = run.shot
    assert (shot.phase, shot.index, shot.spent_ms) == (Phase.STOPPED_FOR_PAIN, index, spent_ms)
    assert (shot.elapsed_ms, shot.rest_ms, shot.lead_in_ms, shot.runs) == (elapsed_ms, 0, 0, False)
    assert shot.outcomes[index] is Outcome.OPEN


@pytest.mark.parametrize("where", LIVE)
def test_after_a_pain_stop_nothing_goes_on(where: str) -> None:
    run = LIVE[where][0]()
    run.press(Input.PAIN_STOP)
    before = run.shot

    assert run.session.deadline() is None
    assert run.wait(7 * 24 * 3_600_000) == ()
    assert run.shot.allowed == {Input.MISTAKE}
    for wanted in set(Input) - {Input.MISTAKE}:
        with pytest.raises(NotAllowed):
            run.press(wanted, 0)
    assert (run.shot.index, run.shot.spent_ms, run.shot.elapsed_ms) == (
        before.index,
        before.spent_ms,
        before.elapsed_ms,
    )


@pytest.mark.parametrize("where", LIVE)
def test_pressed_by_mistake_leads_back_to_a_pause_at_the_start_of_the_same_block(where: str) -> None:
    reach, index, _spent_ms, elapsed_ms = LIVE[where]
    run = reach()
    run.press(Input.PAIN_STOP)
    run.wait(30_000)
    block = run.timeline.blocks[index]

    assert run.press(Input.MISTAKE) == (MistakeTaken(run.now_ms), BlockStarted(run.now_ms, index, block))
    shot = run.shot
    assert (shot.phase, shot.index, shot.spent_ms) == (Phase.PAUSED, index, 0)
    assert (shot.duration_ms, shot.elapsed_ms, shot.waiting) == (block.duration_ms, elapsed_ms, False)
    assert run.wait(600_000) == ()
    assert run.session.deadline() is None


def test_after_a_mistake_the_resume_leads_in_and_the_whole_hold_follows() -> None:
    run = started(82_000)
    run.press(Input.PAIN_STOP)
    run.press(Input.MISTAKE)
    run.press(Input.RESUME)

    assert run.shot.lead_in_ms == LEAD_IN_MS
    run.wait(LEAD_IN_MS + 29_999)
    assert (run.shot.index, run.shot.left_ms) == (3, 1)
    assert run.shot.elapsed_ms == 82_000 + 29_999


def test_a_pain_stop_that_is_looked_at_late_stops_where_the_clock_is() -> None:
    run = started(82_000)
    run.now_ms += 20_000

    events = run.press(Input.PAIN_STOP)

    assert isinstance(events[-1], PainStopped)
    assert (events[-1].index, events[-1].at_ms) == (4, run.now_ms)
    assert [(event.index, event.spent_ms) for event in events if isinstance(event, BlockEnded)] == [
        (3, 30_000),
        (4, 2_000),
    ]


def test_two_pain_stops_in_one_session_each_keep_their_time() -> None:
    run = started(82_000)
    run.press(Input.PAIN_STOP)
    run.press(Input.MISTAKE)
    run.press(Input.RESUME)
    run.wait(LEAD_IN_MS + 5_000)
    run.press(Input.PAIN_STOP)

    stopped = [event for event in run.happened if isinstance(event, BlockEnded) and event.why is Leaving.STOPPED]

    assert [(event.index, event.spent_ms) for event in stopped] == [(3, 12_000), (3, 5_000)]
    assert run.shot.elapsed_ms == 87_000
