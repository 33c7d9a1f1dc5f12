"""The ledger tells what was really done: seconds spent, not seconds planned."""

from __future__ import annotations

import pytest

from coach.core.events import Input
from coach.core.ledger import Ledger, Round, Row
from coach.core.pacing import PACINGS, Preset
from coach.core.session import LEAD_IN_MS
from coach.core.timeline import Timeline, plan
from tests.cases import exercise, routine, shipped
from tests.runs import Run, started, two_sided

# The blocks of `two_sided` end at: 0 get-ready 10 s, 1 reps 55, 2 move 70, 3 right 100, 4 change 108, 5 left 138,
# 6 move 168, 7 flow 198.


def rows(run: Run) -> tuple[Row, ...]:
    ledger = Ledger(run.timeline)
    ledger.take(run.happened)
    return ledger.rows()


def test_nothing_done_gives_a_row_of_nothing_for_each_exercise() -> None:
    assert Ledger(two_sided()).rows() == (
        Row(0, "warm", ((None, 0),), 0, 1),
        Row(1, "knee", (("right", 0), ("left", 0)), 0, 2),
        Row(2, "cat", ((None, 0),), 0, 1),
    )


def test_twelve_seconds_of_a_hold_count_twelve_seconds() -> None:
    run = started(82_000)
    run.press(Input.END)

    assert rows(run) == (
        Row(0, "warm", ((None, 45_000),), 1, 1),
        Row(1, "knee", (("right", 12_000), ("left", 0)), 0, 2),
        Row(2, "cat", ((None, 0),), 0, 1),
    )


def test_each_round_knows_how_much_of_it_was_done() -> None:
    run = started(82_000)
    run.press(Input.END)
    ledger = Ledger(run.timeline)
    ledger.take(run.happened)

    assert ledger.rounds(0) == (Round(None, 45_000, 45_000),)
    assert ledger.rounds(1) == (Round("right", 12_000, 30_000), Round("left", 0, 30_000))
    assert ledger.rounds(9) == ()


@pytest.mark.parametrize("leave", [Input.SKIP, Input.SKIP_EXERCISE, Input.PAIN_STOP, Input.END])
def test_the_seconds_count_however_the_hold_was_left(leave: Input) -> None:
    run = started(82_000)
    run.press(leave)

    row = rows(run)[1]
    assert (row.by_side_ms, row.blocks_done, row.total_ms) == ((("right", 12_000), ("left", 0)), 0, 12_000)


def test_each_side_has_its_own_time() -> None:
    run = started(128_000)
    run.press(Input.SKIP)

    row = rows(run)[1]
    assert (row.by_side_ms, row.blocks_done, row.total_ms) == ((("right", 30_000), ("left", 20_000)), 1, 50_000)


def test_a_hold_that_was_begun_again_counts_both_times() -> None:
    run = started(90_000)
    run.press(Input.BACK)
    run.wait(LEAD_IN_MS + 30_000)

    row = rows(run)[1]
    assert (row.by_side_ms, row.blocks_done) == ((("right", 50_000), ("left", 0)), 1)


def test_a_hold_that_was_done_twice_is_one_block_done() -> None:
    run = started(101_000)
    run.press(Input.BACK)
    run.wait(LEAD_IN_MS + 30_000)

    row = rows(run)[1]
    assert (row.by_side_ms, row.blocks_done) == ((("right", 60_000), ("left", 0)), 1)


def test_a_pause_and_a_lead_in_count_nothing_and_added_time_counts() -> None:
    run = started(80_000)
    run.press(Input.PAUSE)
    run.wait(500_000)
    run.press(Input.ADD_TIME)
    run.press(Input.RESUME)
    run.wait(LEAD_IN_MS + 35_000)

    row = rows(run)[1]
    assert (row.by_side_ms, row.blocks_done) == ((("right", 45_000), ("left", 0)), 1)


def test_a_pain_stop_taken_back_keeps_what_was_held_before() -> None:
    run = started(82_000)
    run.press(Input.PAIN_STOP)
    run.press(Input.MISTAKE)
    run.press(Input.RESUME)
    run.wait(LEAD_IN_MS + 30_000)

    row = rows(run)[1]
    assert (row.by_side_ms, row.blocks_done) == ((("right", 42_000), ("left", 0)), 1)


def test_the_events_may_come_one_by_one() -> None:
    run = started(198_000)
    ledger = Ledger(run.timeline)
    for event in run.happened:
        ledger.take([event])

    assert ledger.rows() == rows(run)


def test_the_same_exercise_at_two_places_has_two_rows() -> None:
    run = Run(plan(routine(exercise("a"), exercise("b"), order=["a", "b", "a"])))
    run.press(Input.START)
    run.wait(40_000)
    run.press(Input.JUMP, 2)
    run.wait(15_000 + 7_000)
    run.press(Input.END)

    assert [(row.position, row.exercise, row.total_ms, row.blocks_done) for row in rows(run)] == [
        (0, "a", 30_000, 1),
        (1, "b", 0, 0),
        (2, "a", 7_000, 0),
    ]


SHIPPED = [
    ("pelvic-tilt", 45_000, 1),
    ("single-knee-to-chest", 180_000, 6),
    ("double-knee-to-chest", 90_000, 3),
    ("trunk-rotation", 180_000, 6),
    ("ql-stretch", 180_000, 6),
    ("childs-pose", 90_000, 3),
    ("cat-cow", 90_000, 3),
]


def shipped_timeline(preset: Preset) -> Timeline:
    return plan(shipped(), PACINGS[preset])


def test_the_whole_shipped_routine_counts_855_seconds() -> None:
    run = Run(shipped_timeline(Preset.DEFAULT))
    run.press(Input.START)
    run.wait(run.timeline.total_ms)

    told = rows(run)

    assert [(row.exercise, row.total_ms, row.blocks_done) for row in told] == SHIPPED
    assert [row.blocks_planned for row in told] == [blocks for _name, _ms, blocks in SHIPPED]
    assert sum(row.total_ms for row in told) == 855_000
    sides = [row.by_side_ms for row in told if len(row.by_side_ms) > 1]
    assert sides == [(("right", 90_000), ("left", 90_000))] * 3


def test_waiting_counts_nothing() -> None:
    run = Run(shipped_timeline(Preset.WAIT_FOR_ME))
    run.press(Input.START)
    while run.shot.phase.is_live:
        run.wait(60_000)
        if run.shot.waiting:
            run.press(Input.CONFIRM)

    assert [(row.exercise, row.total_ms, row.blocks_done) for row in rows(run)] == SHIPPED


@pytest.mark.parametrize(
    ("pressed", "finished"),
    [((0, 0, 0, 0), False), ((45, 22, 0, 0), False), ((45, 23, 0, 0), True), ((60, 0, 0, 0), False)],
    ids=["nothing", "less than half", "half", "added time makes up for nothing"],
)
def test_finished_is_half_or_more_of_the_planned_work(pressed: tuple[int, ...], finished: bool) -> None:  # noqa: FBT001
    run = started()
    for seconds in pressed:
        run.press(Input.SKIP)
        if seconds > 45:
            run.press(Input.ADD_TIME)
        run.wait(seconds * 1000 - 1)
        run.press(Input.SKIP)

    ledger = Ledger(run.timeline)
    ledger.take(run.happened)
    assert ledger.is_finished is finished
