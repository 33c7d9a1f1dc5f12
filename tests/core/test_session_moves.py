"""Moving about in a session: skip, back, jump, running and paused."""

from __future__ import annotations

import pytest

from coach.core.events import BlockEnded, Input, Leaving, Outcome, Phase
from coach.core.pacing import Preset
from coach.core.session import LEAD_IN_MS
from tests.runs import Run, dated, started

# The blocks of `two_sided` end at: 0 get-ready 10 s, 1 reps 55, 2 move 70, 3 right 100, 4 change 108, 5 left 138,
# 6 move 168, 7 flow 198.

running_and_paused = pytest.mark.parametrize("paused", [False, True], ids=["running", "paused"])


def there(wait_ms: int, *, paused: bool) -> Run:
    run = started(wait_ms)
    if paused:
        run.press(Input.PAUSE)
        run.wait(60_000)
    return run


def left(run: Run) -> tuple[int, int, Leaving]:
    """Return which block was left last, after which time, and why."""
    event = [event for event in run.happened if isinstance(event, BlockEnded)][-1]
    return event.index, event.spent_ms, event.why


def assert_at_start_of(run: Run, index: int, *, paused: bool, lead_in_ms: int = 0) -> None:
    shot = run.shot
    assert (shot.index, shot.spent_ms) == (index, 0)
    assert shot.phase is (Phase.PAUSED if paused else Phase.RUNNING)
    assert shot.lead_in_ms == (0 if paused else lead_in_ms)
    if paused:
        assert run.session.deadline() == shot.because_until_ms
        assert run.wait(600_000) == ()
    else:
        first_due_ms = lead_in_ms or min([shot.left_ms, *(cue.at(shot.duration_ms) for cue in shot.block.cues)])
        asks_ms = first_due_ms if shot.because_until_ms is None else shot.because_until_ms - run.now_ms
        assert run.session.deadline() == run.now_ms + min(first_due_ms, asks_ms)


# Skip


@running_and_paused
def test_skip_leads_from_work_to_the_gap_after_it(*, paused: bool) -> None:
    run = there(82_000, paused=paused)

    run.press(Input.SKIP)

    assert left(run) == (3, 12_000, Leaving.SKIPPED)
    assert run.shot.outcomes[3] is Outcome.SKIPPED
    assert_at_start_of(run, 4, paused=paused)


@running_and_paused
def test_skip_leads_from_a_gap_to_the_work_after_it(*, paused: bool) -> None:
    run = there(60_000, paused=paused)

    run.press(Input.SKIP)

    assert left(run) == (2, 5_000, Leaving.SKIPPED)
    assert set(run.shot.outcomes[2:]) == {Outcome.OPEN}
    assert_at_start_of(run, 3, paused=paused)


def test_skip_while_waiting_is_no_answer_but_leads_on() -> None:
    run = started(preset=Preset.WAIT_FOR_ME)

    run.press(Input.SKIP)

    assert left(run) == (0, 0, Leaving.SKIPPED)
    assert_at_start_of(run, 1, paused=False)


@running_and_paused
def test_skip_during_the_lead_in_spends_only_what_was_held(*, paused: bool) -> None:
    run = there(82_000, paused=True)
    run.press(Input.RESUME)
    run.wait(2_000)
    if paused:
        run.press(Input.PAUSE)

    run.press(Input.SKIP)

    assert left(run) == (3, 12_000, Leaving.SKIPPED)
    assert_at_start_of(run, 4, paused=paused)


@running_and_paused
def test_skip_the_exercise_leads_to_the_gap_before_the_next_one(*, paused: bool) -> None:
    run = there(82_000, paused=paused)

    run.press(Input.SKIP_EXERCISE)

    assert left(run) == (3, 12_000, Leaving.SKIPPED)
    assert [run.shot.outcomes[index] for index in (1, 3, 5, 7)] == [
        Outcome.DONE,
        Outcome.SKIPPED,
        Outcome.SKIPPED,
        Outcome.OPEN,
    ]
    assert_at_start_of(run, 6, paused=paused)


@running_and_paused
def test_skip_the_last_exercise_finishes(*, paused: bool) -> None:
    run = there(140_000, paused=paused)

    events = run.press(Input.SKIP_EXERCISE)

    assert [name for name, _at in dated(events)] == ["block-ended", "finished"]
    assert run.shot.outcomes[7] is Outcome.SKIPPED
    assert (run.shot.phase, run.shot.rest_ms, run.session.deadline()) == (Phase.FINISHED, 0, None)


def test_skip_the_last_block_keeps_the_time_spent_in_it() -> None:
    run = started(180_000)

    run.press(Input.SKIP)

    assert left(run) == (7, 12_000, Leaving.SKIPPED)
    shot = run.shot
    assert (shot.phase, shot.spent_ms, shot.elapsed_ms, shot.rest_ms) == (Phase.FINISHED, 12_000, 180_000, 0)


def test_what_was_done_stays_done_when_it_is_skipped_later() -> None:
    run = started(101_000)
    run.press(Input.JUMP, 1)
    run.press(Input.SKIP_EXERCISE)

    assert [run.shot.outcomes[index] for index in (1, 3, 5, 7)] == [
        Outcome.DONE,
        Outcome.DONE,
        Outcome.SKIPPED,
        Outcome.OPEN,
    ]


# Back


@running_and_paused
def test_back_later_leads_to_the_start_of_the_same_work_with_a_lead_in(*, paused: bool) -> None:
    run = there(73_000, paused=paused)

    run.press(Input.BACK)

    assert left(run) == (3, 3_000, Leaving.BACK)
    assert_at_start_of(run, 3, paused=paused, lead_in_ms=LEAD_IN_MS)


@running_and_paused
def test_back_within_three_seconds_leads_to_the_block_before(*, paused: bool) -> None:
    run = there(72_999, paused=paused)

    run.press(Input.BACK)

    assert left(run) == (3, 2_999, Leaving.BACK)
    assert_at_start_of(run, 2, paused=paused)


@running_and_paused
def test_back_early_in_a_gap_leads_into_the_work_before_with_a_lead_in(*, paused: bool) -> None:
    run = there(101_000, paused=paused)

    run.press(Input.BACK)

    assert_at_start_of(run, 3, paused=paused, lead_in_ms=LEAD_IN_MS)
    assert run.shot.outcomes[3] is Outcome.DONE


@running_and_paused
def test_back_later_in_a_gap_begins_the_gap_again(*, paused: bool) -> None:
    run = there(104_000, paused=paused)

    run.press(Input.BACK)

    assert_at_start_of(run, 4, paused=paused)


@running_and_paused
def test_back_at_the_very_start_stays_there(*, paused: bool) -> None:
    run = there(2_000, paused=paused)

    run.press(Input.BACK)

    assert_at_start_of(run, 0, paused=paused)


def test_back_twice_in_a_hold_leads_to_the_gap_before_it() -> None:
    run = started(90_000)
    run.press(Input.BACK)
    run.wait(1_500)

    run.press(Input.BACK)

    assert left(run) == (3, 0, Leaving.BACK)
    assert_at_start_of(run, 2, paused=False)


def test_the_lead_in_of_back_takes_nothing_from_the_hold() -> None:
    run = started(90_000)
    run.press(Input.BACK)

    assert dated(run.wait(LEAD_IN_MS + 30_000)) == [
        ("lead-in-ended", 95_000),
        ("cue-due", 110_000),
        ("cue-due", 120_000),
        ("block-ended", 125_000),
        ("block-started", 125_000),
    ]


def test_back_forgets_the_added_time() -> None:
    run = started(90_000)
    run.press(Input.ADD_TIME)

    run.press(Input.BACK)

    assert run.shot.duration_ms == 30_000


def test_time_spent_twice_counts_twice() -> None:
    run = started(90_000)
    run.press(Input.BACK)
    run.wait(LEAD_IN_MS + 10_000)

    assert run.shot.elapsed_ms == 70_000 + 20_000 + 10_000


# Jump


@running_and_paused
def test_jump_forward_skips_what_lies_between(*, paused: bool) -> None:
    run = there(20_000, paused=paused)

    run.press(Input.JUMP, 2)

    assert left(run) == (1, 10_000, Leaving.JUMPED)
    assert [run.shot.outcomes[index] for index in (1, 3, 5, 7)] == [
        Outcome.SKIPPED,
        Outcome.SKIPPED,
        Outcome.SKIPPED,
        Outcome.OPEN,
    ]
    assert_at_start_of(run, 6, paused=paused)


@running_and_paused
def test_jump_back_skips_nothing(*, paused: bool) -> None:
    run = there(120_000, paused=paused)

    run.press(Input.JUMP, 0)

    assert left(run) == (5, 12_000, Leaving.JUMPED)
    assert [run.shot.outcomes[index] for index in (1, 3, 5, 7)] == [
        Outcome.DONE,
        Outcome.DONE,
        Outcome.OPEN,
        Outcome.OPEN,
    ]
    assert_at_start_of(run, 0, paused=paused)


def test_what_was_skipped_can_still_be_done() -> None:
    run = started(20_000)
    run.press(Input.JUMP, 1)
    run.press(Input.JUMP, 0)
    skipped = run.shot
    run.wait(55_000)

    assert [skipped.outcomes[1], run.shot.outcomes[1]] == [Outcome.SKIPPED, Outcome.DONE]


# End for now


@running_and_paused
def test_end_for_now_keeps_the_time_spent(*, paused: bool) -> None:
    run = there(82_000, paused=paused)

    events = run.press(Input.END)

    assert [name for name, _at in dated(events)] == ["block-ended", "ended"]
    assert left(run) == (3, 12_000, Leaving.ENDED)
    shot = run.shot
    assert (shot.phase, shot.index, shot.elapsed_ms, shot.rest_ms) == (Phase.ENDED, 3, 82_000, 0)
    assert shot.outcomes[3] is Outcome.OPEN
    assert run.wait(600_000) == ()
