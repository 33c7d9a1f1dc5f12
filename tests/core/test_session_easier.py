"""Another way of doing an exercise: chosen in a session, one after the other, and what it changes in its holds."""

from __future__ import annotations

import pytest

from coach.core.events import CueDue, EasierChosen, Input, Phase
from coach.core.phases import NotAllowed
from coach.core.session import Session
from coach.core.timeline import BlockKind, Timeline, plan
from tests.cases import exercise, routine, shipped

HOLDS: tuple[tuple[int | None, ...], ...] = ((None, 15_000), ())


def timeline() -> Timeline:
    """Two holds of 30 s of an exercise with two easier ways, and one of an exercise with none."""
    planned = plan(routine(exercise("one", rounds=2), exercise("two")))
    return Timeline(planned.routine, planned.blocks, HOLDS)


def holding(index: int = 1, *, gently: bool = False) -> Session:
    session = Session(timeline(), gently=gently)
    session.handle(Input.START, 0)
    while session.snapshot(0).index < index:
        session.handle(Input.SKIP, 0)
    return session


def choose(session: Session, now_ms: int) -> int | None:
    event = session.handle(Input.EASIER, now_ms)[-1]
    assert isinstance(event, EasierChosen)
    assert session.snapshot(now_ms).easier == event.way
    return event.way


def test_the_ways_follow_each_other_and_then_the_usual_one() -> None:
    session = holding()

    assert [choose(session, 0) for _press in range(4)] == [0, 1, None, 0]


def test_a_session_that_goes_gently_begins_each_exercise_in_its_first_easier_way() -> None:
    session = holding(gently=True)
    assert session.snapshot(0).easier == 0
    assert choose(session, 0) == 1

    while session.snapshot(0).block.exercise == "one":
        session.handle(Input.SKIP, 0)
    assert session.snapshot(0).easier is None, "it has no easier way"


@pytest.mark.parametrize(
    ("spent_ms", "duration_ms"),
    [(0, 15_000), (9_000, 15_000), (10_000, 15_000), (12_000, 17_000), (25_000, 30_000), (28_000, 30_000)],
)
def test_a_shorter_hold_ends_this_one_sooner_but_never_at_once(spent_ms: int, duration_ms: int) -> None:
    session = holding()
    choose(session, spent_ms)
    choose(session, spent_ms)

    assert session.snapshot(spent_ms).duration_ms == duration_ms


def test_it_also_shortens_the_other_holds_of_the_exercise_and_no_other() -> None:
    session = holding()
    usual_ms = session.snapshot(0).rest_ms
    choose(session, 0)
    assert session.snapshot(0).rest_ms == usual_ms
    choose(session, 0)
    assert session.snapshot(0).rest_ms == usual_ms - 30_000

    lengths = {}
    now_ms = 0
    while session.phase is Phase.RUNNING:
        shot = session.snapshot(now_ms)
        lengths[shot.index] = (shot.block.kind, shot.duration_ms)
        due_ms = session.deadline()
        assert due_ms is not None
        now_ms = due_ms
        session.advance(now_ms)
    assert [ms for kind, ms in lengths.values() if kind is BlockKind.HOLD] == [15_000, 15_000, 30_000]


def test_the_usual_way_brings_the_usual_length_back() -> None:
    session = holding()
    for _press in range(3):
        choose(session, 5_000)

    assert session.snapshot(5_000).duration_ms == 30_000


def test_time_that_was_added_is_not_added_twice_or_kept_beside_a_shorter_hold() -> None:
    session = holding()
    session.handle(Input.ADD_TIME, 1_000)
    choose(session, 1_000)
    assert session.snapshot(1_000).duration_ms == 45_000
    choose(session, 1_000)
    assert session.snapshot(1_000).duration_ms == 15_000


def test_in_a_hold_that_became_shorter_half_way_is_not_told_at_its_end() -> None:
    session = holding()
    choose(session, 0)
    choose(session, 0)

    told = [event for event in session.advance(20_000) if isinstance(event, CueDue)]

    assert [event.cue.value for event in told if event.index == 1] == ["last-five"]


def test_an_exercise_without_easier_ways_has_none_to_choose() -> None:
    session = holding(5)
    assert session.snapshot(0).block.exercise == "two"
    assert not session.snapshot(0).has_easier

    with pytest.raises(NotAllowed):
        session.handle(Input.EASIER, 0)


def test_on_the_way_down_there_is_none_yet() -> None:
    session = Session(plan(shipped()), gently=True)
    session.handle(Input.START, 0)

    assert Input.EASIER not in session.snapshot(0).allowed
    session.handle(Input.CONFIRM, 0)
    assert Input.EASIER in session.snapshot(0).allowed


def test_it_can_be_chosen_in_a_pause_too() -> None:
    session = holding()
    session.handle(Input.PAUSE, 5_000)

    assert choose(session, 9_000) == 0
    assert session.phase is Phase.PAUSED
