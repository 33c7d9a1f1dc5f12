"""“Because of pain?”: asked for twelve seconds after a skip, and answered by a stop for what was skipped."""

from __future__ import annotations

import pytest

from coach.core.events import BecauseOfPain, Input, Leaving, Phase
from coach.core.pacing import Preset
from coach.core.phases import NotAllowed
from tests.runs import START_MS, Run, dated, started

BECAUSE = Input.BECAUSE_OF_PAIN

# The blocks of `two_sided` end at: 0 get-ready 10 s, 1 reps 55, 2 move 70, 3 right 100, 4 change 108, 5 left 138,
# 6 move 168, 7 flow 198.


def skipped(*, paused: bool = False, wanted: Input = Input.SKIP) -> Run:
    """Skip the hold of the right side, five seconds after it began."""
    run = started(75_000)
    if paused:
        run.press(Input.PAUSE)
    run.press(wanted)
    return run


both = pytest.mark.parametrize("paused", [False, True])


@both
@pytest.mark.parametrize("wanted", [Input.SKIP, Input.SKIP_EXERCISE])
def test_a_skip_asks_for_twelve_seconds(wanted: Input, *, paused: bool) -> None:
    run = skipped(paused=paused, wanted=wanted)

    assert run.shot.because_until_ms == run.now_ms + 12_000
    assert BECAUSE in run.shot.allowed
    run.wait(11_999)
    assert BECAUSE in run.shot.allowed
    run.wait(1)
    assert BECAUSE not in run.shot.allowed
    assert run.shot.because_until_ms is None
    with pytest.raises(NotAllowed):
        run.press(BECAUSE)


def test_the_session_wants_to_be_woken_when_it_asks_no_more() -> None:
    run = skipped(paused=True)

    assert run.session.deadline() == run.now_ms + 12_000
    assert run.wait(12_000) == ()
    assert run.session.deadline() is None


def test_what_is_due_before_comes_first() -> None:
    run = skipped()

    assert run.session.deadline() == run.now_ms + 8_000, "the change ends"
    run.wait(8_000)
    assert run.session.deadline() == run.now_ms + 4_000, "nobody said that it hurt"
    run.wait(4_000)
    assert run.session.deadline() == run.now_ms + 11_000, "half-way"


def test_a_gap_that_waits_for_the_person_asks_as_long() -> None:
    run = started(preset=Preset.WAIT_FOR_ME)
    run.press(Input.SKIP)
    run.press(Input.SKIP)

    assert run.shot.waiting
    assert run.session.deadline() == run.now_ms + 12_000
    run.wait(12_000)
    assert (run.session.deadline(), run.shot.waiting) == (None, True)


@both
def test_yes_stops_for_what_was_skipped(*, paused: bool) -> None:
    run = skipped(paused=paused)
    run.wait(2_000)

    told = run.press(BECAUSE)

    at_ms = run.now_ms - START_MS
    assert dated(told) == [("block-ended", at_ms), ("because-of-pain", at_ms), ("pain-stopped", at_ms)]
    left, because, stop = told
    assert (left.index, left.why) == (4, Leaving.STOPPED)  # type: ignore[attr-defined]
    assert because == BecauseOfPain(run.now_ms, 3, run.timeline.blocks[3])
    assert (stop.index, stop.block) == (3, run.timeline.blocks[3])  # type: ignore[attr-defined]
    assert (run.shot.phase, run.shot.index, run.shot.spent_ms) == (Phase.STOPPED_FOR_PAIN, 4, 0 if paused else 2_000)
    assert run.shot.allowed == {Input.MISTAKE}
    assert run.shot.because_until_ms is None
    assert run.session.deadline() is None


def test_the_last_skip_is_the_one_that_hurt_and_asks_anew() -> None:
    run = skipped()
    run.wait(6_000)
    run.press(Input.SKIP)

    assert run.shot.because_until_ms == run.now_ms + 12_000
    run.wait(11_999)
    because = run.press(BECAUSE)[1]
    assert isinstance(because, BecauseOfPain)
    assert because.index == 4


@both
def test_what_the_person_does_meanwhile_takes_the_question_not_away(*, paused: bool) -> None:
    run = skipped(paused=paused)
    until_ms = run.shot.because_until_ms
    for wanted in (Input.ADD_TIME, Input.RESUME if paused else Input.PAUSE, Input.BACK):
        run.press(wanted)
    run.press(Input.JUMP, 0)

    assert run.shot.because_until_ms == until_ms
    because = run.press(BECAUSE)[1]
    assert isinstance(because, BecauseOfPain)
    assert because.index == 3


@pytest.mark.parametrize("wanted", [Input.BACK, Input.JUMP, Input.PAUSE, Input.ADD_TIME])
def test_nothing_but_a_skip_asks(wanted: Input) -> None:
    run = started(75_000)
    run.press(wanted, 2 if wanted is Input.JUMP else None)

    assert run.shot.because_until_ms is None
    assert BECAUSE not in run.shot.allowed


def test_a_pain_stop_by_key_takes_the_question_away_for_good() -> None:
    run = skipped()
    run.press(Input.PAIN_STOP)
    assert run.shot.because_until_ms is None

    run.press(Input.MISTAKE)

    assert run.shot.because_until_ms is None
    assert BECAUSE not in run.shot.allowed


def test_by_mistake_leads_back_to_where_the_person_was_and_asks_no_more() -> None:
    run = skipped()
    run.wait(2_000)
    run.press(BECAUSE)

    run.press(Input.MISTAKE)

    assert (run.shot.phase, run.shot.index, run.shot.spent_ms) == (Phase.PAUSED, 4, 0)
    assert BECAUSE not in run.shot.allowed


@pytest.mark.parametrize(("wait_ms", "asks"), [(0, True), (11_999, True), (12_000, False)])
def test_a_session_that_is_over_tells_whether_it_still_asked(wait_ms: int, *, asks: bool) -> None:
    run = skipped()
    until_ms = run.shot.because_until_ms
    run.wait(wait_ms)
    run.press(Input.END)
    run.wait(3_600_000)

    assert run.shot.because_until_ms == (until_ms if asks else None)
    assert run.shot.allowed == set()
    assert run.session.deadline() is None


def test_a_skip_that_finishes_the_session_tells_it_too() -> None:
    run = started()
    run.press(Input.JUMP, 2)
    run.press(Input.SKIP)
    run.press(Input.SKIP)

    assert run.shot.phase is Phase.FINISHED
    assert run.shot.because_until_ms == run.now_ms + 12_000


def test_a_snapshot_that_ages_asks_no_more_in_time() -> None:
    shot = skipped(paused=True).shot

    assert BECAUSE in shot.at(shot.now_ms + 11_999).allowed
    assert BECAUSE not in shot.at(shot.now_ms + 12_000).allowed
    assert shot.at(shot.now_ms + 12_000).because_until_ms is None
