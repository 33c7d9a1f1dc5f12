"""Time in a session: what runs, what stands still, what is due when, and which number is shown."""

from __future__ import annotations

import pytest

from coach.core.events import BlockStarted, Input, Outcome, Phase
from coach.core.timeline import plan
from tests.cases import exercise, routine, shipped_plan
from tests.runs import START_MS, Run, cues, dated, started, two_sided

# The blocks of `two_sided` end at: 0 get-ready 10 s, 1 reps 55, 2 move 70, 3 right 100, 4 change 108, 5 left 138,
# 6 move 168, 7 flow 198.


# Time that passes


def test_before_the_start_nothing_runs() -> None:
    run = Run(two_sided())

    assert run.session.deadline() is None
    assert run.wait(3_600_000) == ()
    assert (run.shot.phase, run.shot.index, run.shot.spent_ms, run.shot.runs) == (Phase.READY, 0, 0, False)
    assert run.shot.rest_ms == 198_000


def test_the_start_counts_from_its_own_instant() -> None:
    run = Run(two_sided())
    run.wait(60_000)

    assert dated(run.press(Input.START)) == [("started", 60_000), ("block-started", 60_000)]
    assert run.session.deadline() == START_MS + 70_000


def test_a_late_look_tells_everything_in_order_at_its_due_instant() -> None:
    run = started()

    assert dated(run.wait(101_000)) == [
        ("block-ended", 10_000),
        ("block-started", 10_000),
        ("cue-due", 32_000),
        ("cue-due", 50_000),
        ("block-ended", 55_000),
        ("block-started", 55_000),
        ("block-ended", 70_000),
        ("block-started", 70_000),
        ("cue-due", 85_000),
        ("cue-due", 95_000),
        ("block-ended", 100_000),
        ("block-started", 100_000),
    ]
    assert (run.shot.index, run.shot.spent_ms) == (4, 1_000)


def test_the_whole_shipped_routine_in_one_step() -> None:
    run = Run(shipped_plan())
    run.press(Input.START)

    events = run.wait(24 * 3_600_000)

    begun = [event for event in run.happened if isinstance(event, BlockStarted)]
    assert [event.index for event in begun] == list(range(57))
    assert [event.at_ms - START_MS for event in begun] == [block.start_ms for block in run.timeline.blocks]
    assert dated(events)[-1] == ("finished", 1_183_000)
    assert len(cues(events)) == 2 * 28
    assert (run.shot.elapsed_ms, run.shot.rest_ms) == (1_183_000, 0)


def test_an_instant_that_lies_back_does_nothing() -> None:
    run = started(20_000)
    before = run.shot

    assert run.session.advance(run.now_ms - 15_000) == ()
    assert run.session.snapshot(run.now_ms - 15_000) == before
    assert dated(run.session.handle(Input.PAUSE, run.now_ms - 15_000)) == [("paused", 20_000)]


def test_the_deadline_is_the_next_cue_or_end() -> None:
    run = started()
    seen = []
    while (deadline := run.session.deadline()) is not None:
        seen.append(deadline - START_MS)
        run.now_ms = deadline
        run.wait(0)

    assert seen[:6] == [10_000, 32_000, 50_000, 55_000, 70_000, 85_000]
    assert seen[-1] == 198_000
    assert run.session.phase is Phase.FINISHED


def test_gaps_of_no_length_are_crossed_at_once() -> None:
    none: dict[str, int] = dict.fromkeys(("get_ready", "change", "near", "new_position"), 0)
    run = Run(plan(routine(exercise("a", rounds=2, work_s=10), gaps=dict(none))))

    assert dated(run.press(Input.START)) == [
        ("started", 0),
        ("block-started", 0),
        ("block-ended", 0),
        ("block-started", 0),
    ]
    assert (run.shot.index, run.shot.seconds) == (1, 10)
    run.wait(20_000)
    assert run.session.phase is Phase.FINISHED


# The number shown


@pytest.mark.parametrize(
    ("into_the_hold_ms", "number"), [(0, 30), (1, 30), (999, 30), (1_000, 29), (28_999, 2), (29_000, 1), (29_999, 1)]
)
def test_the_number_of_a_30_s_hold(into_the_hold_ms: int, number: int) -> None:
    run = started(70_000 + into_the_hold_ms)

    assert (run.shot.index, run.shot.seconds) == (3, number)


def test_the_number_of_a_lead_in_runs_from_5_to_1_and_then_the_hold_goes_on() -> None:
    run = started(80_000)
    run.press(Input.PAUSE)
    run.press(Input.RESUME)

    shown = [run.shot.seconds]
    for _second in range(6):
        run.wait(1_000)
        shown.append(run.shot.seconds)

    assert shown == [5, 4, 3, 2, 1, 20, 19]


# What is done and what is left


def test_elapsed_and_rest_add_up_to_the_whole() -> None:
    run = Run(shipped_plan())
    run.press(Input.START)
    for _step in range(200):
        assert run.shot.elapsed_ms == run.now_ms - START_MS
        assert run.shot.elapsed_ms + run.shot.rest_ms == 1_183_000
        run.wait(5_915)
    assert run.session.phase is Phase.FINISHED


def test_outcomes_tell_done_and_leave_gaps_open() -> None:
    run = started(101_000)

    assert run.shot.outcomes == (
        Outcome.OPEN,
        Outcome.DONE,
        Outcome.OPEN,
        Outcome.DONE,
        *(Outcome.OPEN,) * 4,
    )


def test_what_follows_is_the_next_block_and_nothing_after_the_last() -> None:
    run = Run(two_sided())
    run.press(Input.START)
    followed = [run.shot.following]
    for block in run.timeline.blocks[:-1]:
        run.wait(block.duration_ms)
        followed.append(run.shot.following)

    assert followed == [*run.timeline.blocks[1:], None]


def test_a_session_that_finished_shows_its_last_block_all_spent() -> None:
    run = started(198_000)

    shot = run.shot
    assert (shot.phase, shot.index, shot.spent_ms, shot.left_ms) == (Phase.FINISHED, 7, 30_000, 0)
    assert (shot.elapsed_ms, shot.rest_ms, shot.runs, shot.seconds) == (198_000, 0, False, 0)
