"""The way down to the floor: who lies there early says so, who is slow pauses, and who goes on walks there again."""

from __future__ import annotations

import pytest

from coach.core.events import BlockEnded, BlockStarted, Input, Leaving, Outcome, Phase
from coach.core.pacing import PACINGS, Gaps, Preset, WayDown, pacing_of
from coach.core.phases import NotAllowed
from coach.core.primary_action import PrimaryAction, primary_action
from coach.core.session import LEAD_IN_MS, Session
from coach.core.timeline import BlockKind, Timeline, plan
from tests.cases import exercise, routine
from tests.runs import Run, dated

READY = PrimaryAction(Input.CONFIRM, "ready")


def lying(preset: Preset = Preset.DEFAULT, way_down: WayDown = WayDown.SHORT) -> Timeline:
    """Return a timeline of nine blocks.

    0 way 30 s, 1 get-ready 10, 2 reps 45, 3 move 15, 4 right 30, 5 change 8, 6 left 30, 7 move 30, 8 flow 30.
    """
    return plan(
        routine(
            exercise("warm", kind="reps-own-pace", base="supine", work_s=45),
            exercise("knee", base="supine", sides=["right", "left"]),
            exercise("cat", kind="flow-by-breath", base="all-fours"),
        ),
        pacing_of(preset, way_down),
    )


def on_the_way(wait_ms: int = 0, timeline: Timeline | None = None) -> Run:
    run = Run(timeline or lying())
    run.press(Input.START)
    run.wait(wait_ms)
    return run


def going_on(first: int, done: tuple[int, ...] = ()) -> Run:
    """Return a session that was cut off in that block and goes on."""
    run = Run(lying())
    run.session = Session(run.timeline, run.now_ms, first, done)
    run.press(Input.START)
    return run


def test_the_way_runs_out_into_getting_ready() -> None:
    run = on_the_way()

    assert dated(run.wait(40_000)) == [
        ("block-ended", 30_000),
        ("block-started", 30_000),
        ("block-ended", 40_000),
        ("block-started", 40_000),
    ]
    assert (run.shot.index, run.shot.block.kind, run.shot.lead_in_ms) == (2, BlockKind.REPS, 0)


@pytest.mark.parametrize("way_down", WayDown)
@pytest.mark.parametrize("preset", Preset)
def test_i_am_ready_ends_the_way_at_once_and_getting_ready_asks_nothing(preset: Preset, way_down: WayDown) -> None:
    run = on_the_way(7_000, lying(preset, way_down))
    assert primary_action(run.shot) == READY
    spent_ms = 0 if run.shot.waiting else 7_000

    events = run.press(Input.CONFIRM)

    ended, started = events
    assert isinstance(ended, BlockEnded)
    assert isinstance(started, BlockStarted)
    assert (ended.index, ended.spent_ms, ended.why) == (0, spent_ms, Leaving.DONE)
    assert (started.index, run.shot.lead_in_ms, run.shot.waiting) == (1, 0, False)
    ready_ms = (PACINGS[preset].gaps or Gaps()).get_ready_ms
    assert run.session.deadline() == run.now_ms + ready_ms
    assert primary_action(run.shot) == PrimaryAction(Input.PAUSE, "pause")
    with pytest.raises(NotAllowed):
        run.press(Input.CONFIRM)


def test_a_way_that_waits_has_no_clock() -> None:
    run = on_the_way(3_600_000, lying(way_down=WayDown.UNTIL_READY))

    assert (run.shot.index, run.shot.waiting, run.session.deadline()) == (0, True, None)
    assert Input.ADD_TIME not in run.shot.allowed


def test_the_way_can_be_paused_and_longer_and_begins_anew_after_a_pause() -> None:
    run = on_the_way(10_000)
    run.press(Input.PAUSE)
    assert run.shot.phase is Phase.PAUSED
    assert primary_action(run.shot) == PrimaryAction(Input.RESUME, "resume")
    assert Input.CONFIRM not in run.shot.allowed
    run.wait(60_000)
    run.press(Input.ADD_TIME)
    run.press(Input.RESUME)

    assert (run.shot.index, run.shot.left_ms, run.shot.lead_in_ms) == (0, 45_000, 0)
    assert primary_action(run.shot) == READY


def test_a_skip_leads_to_getting_ready_and_may_be_because_of_pain() -> None:
    run = on_the_way(5_000)
    run.press(Input.SKIP)

    assert (run.shot.index, run.shot.spent_ms) == (1, 0)
    assert Outcome.SKIPPED not in run.shot.outcomes
    run.press(Input.BECAUSE_OF_PAIN)
    assert run.shot.phase is Phase.STOPPED_FOR_PAIN


def test_back_early_in_getting_ready_leads_to_the_way_and_later_to_its_own_start() -> None:
    run = on_the_way(32_999)
    run.press(Input.BACK)
    assert (run.shot.index, run.shot.spent_ms, run.shot.lead_in_ms) == (0, 0, 0)

    run.wait(35_000)
    run.press(Input.BACK)
    assert (run.shot.index, run.shot.spent_ms) == (1, 0)


def test_nobody_who_goes_to_the_first_exercise_again_gets_down_again() -> None:
    run = on_the_way(100_000)
    run.press(Input.JUMP, 0)

    assert (run.shot.index, run.shot.block.kind) == (1, BlockKind.GET_READY)


def test_the_way_counts_as_no_work() -> None:
    run = on_the_way(30_000)

    assert set(run.shot.outcomes) == {Outcome.OPEN}
    assert run.timeline.work_ms == 135_000


# A session that goes on


@pytest.mark.parametrize("first", [4, 6, 8])
def test_who_goes_on_walks_to_the_mat_and_then_has_time_to_get_into_position(first: int) -> None:
    run = going_on(first)
    blocks = run.timeline.blocks
    assert (run.shot.index, run.shot.following) == (0, blocks[first])
    assert run.shot.rest_ms == 30_000 + sum(block.duration_ms for block in blocks[first:])

    run.wait(30_000)

    assert (run.shot.index, run.shot.lead_in_ms, run.shot.spent_ms) == (first, LEAD_IN_MS, 0)
    assert run.shot.rest_ms == sum(block.duration_ms for block in blocks[first:])


@pytest.mark.parametrize("wanted", [Input.CONFIRM, Input.SKIP])
def test_who_goes_on_may_leave_the_way_early(wanted: Input) -> None:
    run = going_on(6, done=(2, 4))
    run.wait(4_000)
    run.press(wanted)

    assert (run.shot.index, run.shot.lead_in_ms) == (6, LEAD_IN_MS)
    assert run.shot.outcomes[2] is run.shot.outcomes[4] is Outcome.DONE
    assert Outcome.SKIPPED not in run.shot.outcomes


def test_who_goes_on_in_a_gap_has_the_gap() -> None:
    run = going_on(5)
    run.press(Input.CONFIRM)

    assert (run.shot.index, run.shot.lead_in_ms, run.shot.left_ms) == (5, 0, 8_000)


@pytest.mark.parametrize("first", [0, 1])
def test_who_was_cut_off_before_the_first_exercise_begins_anew(first: int) -> None:
    run = going_on(first)
    run.wait(30_000)

    assert (run.shot.index, run.shot.left_ms) == (1, 10_000)


def test_on_the_way_back_means_its_start_and_a_mistake_leads_to_it() -> None:
    run = going_on(6)
    run.wait(10_000)
    run.press(Input.BACK)
    assert (run.shot.index, run.shot.spent_ms) == (0, 0)
    run.press(Input.PAIN_STOP)
    run.press(Input.MISTAKE)
    run.press(Input.RESUME)
    run.wait(30_000)

    assert run.shot.index == 6


def test_to_skip_an_exercise_on_the_way_skips_the_one_it_leads_to() -> None:
    run = going_on(6, done=(4,))
    run.press(Input.SKIP_EXERCISE)

    assert (run.shot.index, run.shot.outcomes[4], run.shot.outcomes[6]) == (7, Outcome.DONE, Outcome.SKIPPED)
    assert run.shot.outcomes[2] is Outcome.OPEN


def test_once_the_way_was_left_blocks_follow_in_their_order() -> None:
    run = going_on(6)
    run.press(Input.JUMP, 0)
    run.press(Input.BACK)
    assert run.shot.index == 0
    run.wait(30_000)

    assert run.shot.index == 1
