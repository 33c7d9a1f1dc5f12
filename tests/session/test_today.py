"""What the start page says of the time of day, of the last session, and of one that was cut off."""

from __future__ import annotations

from dataclasses import replace

import pytest

from coach.core.pacing import PACINGS, Preset
from coach.core.timeline import BlockKind, plan
from coach.session.cut_off import cut_off_of
from coach.session.today import greeting, last_time
from coach.store.record.moments import DAY_MS, Instant
from coach.store.record.values import EarlierSessions, Unfinished
from coach.words import day_words
from tests.cases import exercise, routine, shipped

HOUR = 3_600_000
MONDAY = Instant(20_423 * DAY_MS)
"""A Monday at 0:00."""


def at(days: int, hours: float) -> Instant:
    return Instant(MONDAY.ms + days * DAY_MS + round(hours * HOUR))


@pytest.mark.parametrize(
    ("hours", "words"),
    [
        (3.9, "Good evening"),
        (4, "Good morning"),
        (11.9, "Good morning"),
        (12, "Good afternoon"),
        (17.9, "Good afternoon"),
        (18, "Good evening"),
    ],
)
def test_the_greeting_is_that_of_the_time_of_day(hours: float, words: str) -> None:
    assert greeting(at(0, hours)) == words


def test_the_greeting_is_that_of_the_place() -> None:
    assert greeting(Instant(at(0, 10).ms, 180)) == "Good afternoon"


@pytest.mark.parametrize(
    ("last", "words"),
    [
        (at(7, 7), "Last time: today, 20 min."),
        (at(6, 20), "Last time: yesterday, 20 min."),
        (at(5, 9), "Last time: Saturday morning, 20 min."),
        (at(4, 15), "Last time: Friday afternoon, 20 min."),
        (at(3, 19), "Last time: Thursday evening, 20 min."),
        (at(2, 1), "Last time: Wednesday night, 20 min."),
        (at(1, 9), "Last time: Tuesday morning, 20 min."),
        (at(0, 9), "Last time: 1 Dec 2025, 20 min."),
    ],
)
def test_the_last_time_is_told_in_words(last: Instant, words: str) -> None:
    past = EarlierSessions(last=1, last_at=last, last_ms=19 * 60_000 + 45_000)

    assert last_time(past, at(7, 10)) == words


@pytest.mark.parametrize(("last_ms", "words"), [(12_000, "12 s"), (19 * 60_000 + 1, "19 min")])
def test_the_length_is_told_as_in_the_history(last_ms: int, words: str) -> None:
    past = EarlierSessions(last=1, last_at=at(6, 9), last_ms=last_ms)

    assert last_time(past, at(7, 10)) == f"Last time: yesterday, {words}."
    assert day_words.length(last_ms) == words


def test_numbers_are_told_and_not_judged() -> None:
    past = EarlierSessions(last=1, last_at=at(6, 9), last_ms=20 * 60_000, last_pain=(3, 2))

    assert last_time(past, at(7, 10)) == "Last time: yesterday, 20 min. Before 3, after 2."
    assert last_time(replace(past, last_pain=(2, 5)), at(7, 10)).endswith("Before 2, after 5.")


@pytest.mark.parametrize("last_ms", [None, 0, 9 * HOUR])
def test_a_length_that_tells_nothing_is_left_out(last_ms: int | None) -> None:
    past = EarlierSessions(last=1, last_at=at(6, 9), last_ms=last_ms)

    assert last_time(past, at(7, 10)) == "Last time: yesterday."


@pytest.mark.parametrize("last", [None, at(9, 9)])
def test_none_and_one_with_a_wrong_clock_are_not_told(last: Instant | None) -> None:
    assert not last_time(EarlierSessions(last_at=last, last_ms=60_000), at(7, 10))


# Cut off


def unfinished(**values: object) -> Unfinished:
    timeline = plan(shipped(), PACINGS[Preset.DEFAULT])
    block = next(
        index
        for index, each in enumerate(timeline.blocks)
        if each.exercise == "trunk-rotation" and each.kind is BlockKind.HOLD and each.round == 2 and each.side == "left"
    )
    usual = Unfinished(
        session=1,
        routine="lower-back",
        routine_version=timeline.version,
        pacing="default",
        block=block,
        exercise="trunk-rotation",
        round=2,
        rounds=3,
        side="left",
        saved_ms=at(6, 18 + 5 / 60).ms,
        pain_before=None,
    )
    return replace(usual, **values)  # type: ignore[arg-type]  # fields by name


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({}, "Interrupted yesterday at 18:05, in round 2 of 3, left side."),
        ({"saved_ms": at(7, 0.5).ms}, "Interrupted today at 00:30, in round 2 of 3, left side."),
        ({"side": "right"}, "Interrupted yesterday at 18:05, in round 2 of 3, right side."),
        ({"side": None}, "Interrupted yesterday at 18:05, in round 2 of 3."),
        ({"side": None, "rounds": 1}, "Interrupted yesterday at 18:05."),
        ({"side": "right", "rounds": 1}, "Interrupted yesterday at 18:05, on the right side."),
        ({"side": "left", "rounds": 1}, "Interrupted yesterday at 18:05, on the left side."),
    ],
)
def test_where_it_was_cut_off_is_told(values: dict[str, object], words: str) -> None:
    timeline = plan(shipped(), PACINGS[Preset.DEFAULT])

    told = cut_off_of(unfinished(**values), "Trunk rotation", timeline, at(7, 1))

    assert told.words == f"{words} 11 min are left."
    assert told.spoken == f"Not finished. Trunk rotation. {told.words}"
    assert (told.place, told.side) == (3, values.get("side", "left"))
    assert len(told.pieces) == len(shipped().exercises)
    assert sum(told.pieces) == timeline.total_ms
    assert told.done_ms == timeline.blocks[unfinished().block].start_ms


@pytest.mark.parametrize(
    ("side", "words"), [(None, ""), ("right", ", right side"), ("left", ", left side")], ids=["none", "right", "left"]
)
def test_in_several_sets_the_set_is_told_too(side: str | None, words: str) -> None:
    sides = () if side is None else ("right", "left")
    planned = plan(routine({**exercise("knee", sides=sides, rounds=2), "sets": 3}))
    block = next(
        index for index, each in enumerate(planned.blocks) if (each.set, each.round, each.side) == (2, 1, side)
    )

    told = cut_off_of(unfinished(block=block, round=1, rounds=2, side=side), "Knee", planned, at(7, 1))

    assert told.words.startswith(f"Interrupted yesterday at 18:05, in set 2 of 3, round 1 of 2{words}. ")
