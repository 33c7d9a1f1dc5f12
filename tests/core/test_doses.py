"""What a professional wrote down becomes the blocks that it means, and a session of them comes to its end."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from coach.core.dose import Dose, Sided, turns
from coach.core.events import BlockEnded, Finished, Input, Leaving, Phase
from coach.core.ledger import Ledger
from coach.core.pacing import PACINGS, Preset
from coach.core.primary_action import primary_action
from coach.core.routine import on_day, resolve
from coach.core.timeline import BlockKind, plan
from tests.cases import document, exercise, judged
from tests.prescriptions import prescriptions
from tests.runs import Run

if TYPE_CHECKING:
    from coach.core.dose import Order, Rounds
    from coach.core.pacing import Side
    from coach.core.routine import Routine
    from coach.core.timeline import Block
    from tests.cases import Json, Object

ALL = prescriptions()


def routine(told: Object, week: int | None = None, day: int = 0) -> Routine:
    return resolve(judged(json.dumps(told)), week=week, day=day)


def named(words: str) -> Routine:
    return routine(next(told for name, told in ALL.items() if words in name))


def in_words(block: Block) -> str:
    where = f"{block.set}/{block.sets} {block.round}/{block.rounds} {block.side or '-'}"
    return f"{where} {block.duration_ms // 1000}"


def work(of: Routine) -> list[str]:
    return [in_words(block) for block in plan(of).blocks if block.kind.is_work]


def gaps(of: Routine) -> list[int]:
    between = {BlockKind.CHANGE, BlockKind.MOVE}
    return [block.duration_ms // 1000 for block in plan(of).blocks if block.kind in between]


# The table


def test_sets_have_rounds_and_a_rest_of_their_own() -> None:
    bridge = named("2 sets of 5")

    assert work(bridge) == [f"{set_}/2 {round_}/5 - 5" for set_ in (1, 2) for round_ in range(1, 6)]
    assert gaps(bridge) == [10, 10, 10, 10, 15, 10, 10, 10, 10]


def test_ten_short_holds_rest_as_long_as_is_written() -> None:
    squeeze = named("10 holds")

    assert (len(work(squeeze)), gaps(squeeze)) == (10, [3] * 9)


def test_uneven_sides_have_each_their_rounds() -> None:
    assert work(named("left 3")) == ["1/1 1/1 right 30", "1/1 1/3 left 30", "1/1 2/3 left 30", "1/1 3/3 left 30"]


def test_one_side_can_be_done_before_the_other() -> None:
    sides = [(block.round, block.side) for block in plan(named("first all left")).blocks if block.kind.is_work]

    assert sides == [(1, "left"), (2, "left"), (1, "right"), (2, "right")]


def test_a_gap_tells_a_new_side_only_where_the_side_is_new() -> None:
    changes = [block for block in plan(named("first all left")).blocks if block.kind is BlockKind.CHANGE]

    assert [block.new_side for block in changes] == [False, True, False]


def test_a_gap_tells_a_new_set_only_where_the_set_is_new() -> None:
    told = exercise("lean", sides=["right", "left"])
    both = routine(document({**told, "sets": 2, "rest_s": 1, "set_rest_s": 30}))

    assert [block.new_set for block in plan(both).blocks if block.kind is BlockKind.CHANGE] == [False, True, False]
    assert gaps(both) == [1, 30, 1]


def test_a_pyramid_has_fewer_rounds_in_each_set() -> None:
    told = [(block.set, block.round, block.rounds) for block in plan(named("5-4-3")).blocks if block.side == "left"]

    assert list(dict.fromkeys(told)) == [
        (set_, round_, rounds) for set_, rounds in ((1, 5), (2, 4), (3, 3)) for round_ in range(1, rounds + 1)
    ]


@pytest.mark.parametrize("sides", [(), ("right", "left")])
@pytest.mark.parametrize("order", ["in-turn", "one-then-other"])
@pytest.mark.parametrize("rounds", [3, (5, 4, 3), Sided(right=1, left=3)])
def test_so_many_blocks_are_counted_as_there_are(rounds: Rounds, order: Order, sides: tuple[Side, ...]) -> None:
    dose = Dose(rounds=rounds, work_s=10, sets=2, order=order)

    assert dose.count(sides) == len(list(turns(dose, sides)))


def test_a_circuit_is_done_twice_with_its_rests() -> None:
    circuit = named("five exercises")
    laps = [block.lap for block in plan(circuit).blocks if block.kind.is_work]

    assert [(lap.number, lap.count, lap.begins) for lap in laps if lap is not None] == [
        *[(1, 2, False)] * 5,
        (2, 2, True),
        *[(2, 2, False)] * 4,
    ]
    assert gaps(circuit) == [5, 10, 5, 10, 30, 5, 10, 5, 10]


def test_a_group_in_a_group_tells_the_place_in_the_inner_one_and_where_the_outer_one_begins_anew() -> None:
    told = document(exercise("a"), exercise("b"))
    inner: Json = {"repeat": 2, "rest_s": 1, "exercises": [{"exercise": "a"}]}
    outer: Json = [{"repeat": 2, "rest_s": 2, "exercises": [inner, {"exercise": "b"}]}]
    told["routines"][0]["exercises"] = outer  # type: ignore[index, call-overload]
    laps = [(each.id, each.lap) for each in routine(told).exercises]

    assert [(name, lap.number, lap.begins) for name, lap in laps if lap is not None] == [
        ("a", 1, False),
        ("a", 2, True),
        ("b", 1, False),
        ("a", 2, True),
        ("a", 2, True),
        ("b", 2, False),
    ]
    assert gaps(routine(told)) == [1, 15, 2, 1, 15]


def test_no_rest_is_none_at_any_pacing() -> None:
    head = named("head")

    for preset in Preset:
        blocks = [block for block in plan(head, PACINGS[preset]).blocks if block.kind is BlockKind.CHANGE]
        assert [(block.duration_ms, block.waits) for block in blocks] == [(0, False)] * 7


def test_no_rest_after_an_exercise_is_none_at_any_pacing() -> None:
    told = document(exercise("a"), exercise("b"), exercise("c"))
    items: Json = [{"exercise": "a", "then_rest_s": 0}, {"exercise": "b"}, {"exercise": "c"}]
    told["routines"][0]["exercises"] = items  # type: ignore[index, call-overload]
    blocks = plan(routine(told), PACINGS[Preset.WAIT_FOR_ME]).blocks

    moves = [(block.duration_ms, block.waits) for block in blocks if block.kind is BlockKind.MOVE]
    assert moves == [(0, False), (0, True)]


def test_a_long_rest_lying_down_and_when_it_is_to_be_done() -> None:
    rest = named("face down")

    assert work(rest) == ["1/1 1/1 - 900"]
    assert (rest.when.text, rest.when.times[0]) == ("Every two hours while you are awake.", "08:00")


def test_a_week_of_a_plan_is_what_the_person_chose() -> None:
    told = next(each for name, each in ALL.items() if "three days" in name)

    assert [week.name for week in routine(told).plan] == ["Week 1", "Week 2"]
    assert [work(routine(told, week=week))[0] for week in (None, 0, 1, 7, -1)] == [
        f"1/1 1/10 - {seconds}" for seconds in (5, 5, 10, 5, 5)
    ]


def test_sides_can_take_turns_by_the_day_in_which_comes_first() -> None:
    told = document({**exercise("roll", sides=["right", "left"]), "first": "alternating"})

    first = [routine(told, day=day).exercises[0].sides[0] for day in range(3)]
    again = [on_day(routine(told, day=1), day).exercises[0].sides[0] for day in range(3)]

    assert first == again == ["right", "left", "right"]


# Counted work


def counted(**more: Json) -> Run:
    told = exercise("lift", kind="counted")
    del told["work_s"]
    run = Run(plan(routine(document({**told, "reps": 12, "rep_s": 2, **more}, exercise("b")))))
    run.press(Input.START)
    run.wait(10_000)
    return run


def test_counted_work_lasts_until_the_person_says_that_it_is_done() -> None:
    run = counted()
    assert run.shot.waiting
    run.wait(600_000)
    assert run.shot.waiting
    assert (run.shot.left_ms, run.shot.spent_ms) == (0, 600_000)

    action = primary_action(run.shot)
    assert action is not None
    run.press(action.wanted)

    assert run.shot.block.exercise == "b"
    ended = [event for event in run.happened if isinstance(event, BlockEnded)][-1]
    assert (ended.spent_ms, ended.why) == (600_000, Leaving.DONE)


@pytest.mark.parametrize("by_ms", [0, 700, 20_000, 40_000])
def test_a_snapshot_of_counted_work_grows_older_as_the_session_does(by_ms: int) -> None:
    run = counted()
    run.wait(5_000)
    shown = run.shot.at(run.now_ms + by_ms)
    run.wait(by_ms)

    assert shown == run.shot
    after_ms = run.timeline.total_ms - 34_000  # of which getting ready and the estimate are 10 s and 24 s
    assert (shown.spent_ms, shown.rest_ms) == (5_000 + by_ms, max(0, 19_000 - by_ms) + after_ms)


def test_counted_work_does_not_wait_while_its_lead_in_runs() -> None:
    run = counted()
    run.press(Input.PAUSE)
    run.press(Input.RESUME)
    assert (run.shot.waiting, run.shot.lead_in_ms) == (False, 5_000)
    run.wait(5_000)
    assert run.shot.waiting


def test_counted_work_that_was_done_quickly_counts_whole() -> None:
    for pressed, is_finished in ((primary_action, True), (lambda _shot: None, False)):
        run = counted()
        run.wait(5_000)
        action = pressed(run.shot)
        run.press(Input.SKIP if action is None else action.wanted)
        run.press(Input.END)
        ledger = Ledger(replace(run.timeline, blocks=run.timeline.blocks[:2]))
        ledger.take(run.happened)
        assert ledger.is_finished is is_finished


def test_counted_work_can_be_paused_and_stopped_for_pain_like_any_other() -> None:
    run = counted()
    run.wait(5_000)
    run.press(Input.PAUSE)
    run.wait(60_000)
    run.press(Input.RESUME)
    run.wait(8_000)
    assert run.shot.spent_ms == 8_000  # the lead-in of 5 s is none of it
    run.press(Input.PAIN_STOP)

    assert run.shot.phase is Phase.STOPPED_FOR_PAIN


def test_counted_work_ends_by_itself_where_the_file_says_so() -> None:
    run = counted(ends="estimate")
    assert not run.shot.waiting
    run.wait(24_000)

    assert run.shot.block.exercise == "b"


@pytest.mark.parametrize("told", ALL.values(), ids=ALL.keys())
def test_a_session_of_each_prescription_comes_to_its_end(told: Object) -> None:
    run = Run(plan(routine(told)))
    run.press(Input.START)
    for _ in range(200):
        if Input.CONFIRM in run.shot.allowed and run.shot.waiting:
            run.press(Input.CONFIRM)
        elif run.session.deadline() is not None:
            run.wait((run.session.deadline() or 0) - run.now_ms)
        else:
            break

    assert isinstance(run.happened[-1], Finished)
