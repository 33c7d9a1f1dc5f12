"""When a reminder is due: each chosen time of each chosen day once, whatever the local clock does meanwhile."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.core.reminder_rules import Lately, LeftOut, next_shown, why_not
from coach.core.reminder_times import (
    BACK,
    DAY,
    answered_since,
    in_digits,
    latest_due,
    lost,
    minutes,
    moments,
    next_after,
    seen_at,
    weekday,
)

EVERY_DAY = tuple(range(7))
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
NIGHTS = [
    ("Europe/Berlin", "2027-03-27", "02:30", "2027-03-28T01:00"),
    ("Africa/Cairo", "2026-04-23", "00:30", "2026-04-23T22:00"),
    ("America/Havana", "2026-03-07", "00:00", "2026-03-08T05:00"),
    ("America/Santiago", "2026-09-05", "00:30", "2026-09-06T04:00"),
    ("Asia/Beirut", "2026-03-28", "00:15", "2026-03-28T22:00"),
    ("America/Nuuk", "2026-03-27", "23:30", "2026-03-29T01:00"),
    ("Australia/Lord_Howe", "2026-10-03", "02:15", "2026-10-03T15:30"),
]
"""Zone, day from which to look, a time that a night after it has not, and the moment of UTC of the leap."""
TWICE = [
    ("Europe/Berlin", "2026-10-24", "02:30"),
    ("America/New_York", "2026-10-31", "01:15"),
    ("America/Havana", "2026-10-31", "00:30"),
    ("Asia/Beirut", "2026-10-23", "23:30"),
    ("Australia/Lord_Howe", "2026-04-04", "01:45"),
    ("Antarctica/Troll", "2026-10-24", "02:30"),
]
days_ = st.sets(st.integers(0, 6)).map(lambda each: tuple(sorted(each)))
times_ = st.sets(st.integers(0, DAY - 1), min_size=1, max_size=8).map(tuple)
now_ = st.integers(29_000_000, 31_000_000)


def utc(text: str) -> int:
    """Return minutes since 1970."""
    return int((datetime.fromisoformat(text).replace(tzinfo=UTC) - EPOCH) / timedelta(minutes=1))


def local(zone: str, minute: int) -> int:
    """Return the local moment of a minute of UTC."""
    at = (EPOCH + timedelta(minutes=minute)).astimezone(ZoneInfo(zone)).replace(tzinfo=UTC)
    return int((at - EPOCH) / timedelta(minutes=1))


def fired(zone: str, time: str, first: int, last: int) -> list[int]:
    """Return at which minutes of UTC a process that looks each minute finds a time due."""
    seen, found = local(zone, first), []
    for minute in range(first, last):
        now = local(zone, minute)
        if latest_due(EVERY_DAY, (minutes(time),), seen, now) is not None:
            found.append(minute)
        seen = seen_at(seen, now)
    return found


@pytest.mark.parametrize(("zone", "day", "time", "leap"), NIGHTS)
def test_a_time_in_the_hour_that_is_lost_is_due_when_that_is_over(zone: str, day: str, time: str, leap: str) -> None:
    found = fired(zone, time, utc(day), utc(day) + 3 * DAY)

    assert utc(leap) in found
    assert len(found) == 3
    days = [local(zone, minute) // DAY for minute in found]
    assert all(after - before in {1, 2} for before, after in pairwise(days))


@pytest.mark.parametrize(("zone", "day", "time"), TWICE)
def test_a_time_in_the_hour_that_comes_twice_is_due_once(zone: str, day: str, time: str) -> None:
    found = fired(zone, time, utc(day), utc(day) + 3 * DAY)

    assert len(found) == 3
    assert len({local(zone, minute) // DAY for minute in found}) == 3


@pytest.mark.parametrize(("zone", "day", "time", "leap"), NIGHTS)
def test_what_no_clock_shows_is_made_up_for(zone: str, day: str, time: str, leap: str) -> None:
    def ahead(minute: int) -> int:
        return local(zone, minute) - minute

    first = local(zone, utc(day))
    found = lost(EVERY_DAY, (minutes(time), minutes("12:00")), first, first + 400 * DAY, ahead)

    assert 0 <= found[0] - utc(leap) < 60
    assert len(found) in {1, 2}, "of each spring in 400 days"


def test_a_computer_that_slept_is_told_of_the_latest_time_of_today_alone() -> None:
    wednesday = 19_998 * DAY
    assert weekday(19_998) == 2
    both = (minutes("07:30"), minutes("18:00"))

    assert latest_due((0, 2), both, wednesday - 2 * DAY, wednesday + minutes("20:00")) == wednesday + minutes("18:00")
    assert latest_due((0, 2), both, wednesday - 2 * DAY, wednesday + minutes("12:00")) == wednesday + minutes("07:30")
    assert latest_due((0, 2), both, wednesday, wednesday + DAY + minutes("07:30")) is None
    assert latest_due((), both, wednesday - DAY, wednesday + minutes("20:00")) is None


@given(days_, times_, now_, st.lists(st.integers(0, 2 * DAY), max_size=12))
def test_however_often_it_looks_nothing_is_told_twice(
    days: tuple[int, ...], times: tuple[int, ...], now: int, steps: list[int]
) -> None:
    seen, told = now, []
    for step in steps:
        now += step
        if (due := latest_due(days, times, seen, now)) is not None:
            told.append(due)
            assert weekday(due // DAY) in days
            assert due % DAY in times
            assert due // DAY == now // DAY or now - due <= 60
        seen = seen_at(seen, now)

    assert told == sorted(set(told))


@given(days_, times_, now_)
def test_the_next_time_is_the_first_that_is_due(days: tuple[int, ...], times: tuple[int, ...], now: int) -> None:
    coming = next_after(days, times, now)

    if coming is None:
        assert not days
        return
    assert latest_due(days, times, now, coming) == coming
    assert moments(days, times, now + 1, coming - 1) == []


@given(now_, st.integers(-3 * DAY, 3 * DAY))
def test_a_clock_that_was_set_back_is_followed(now: int, moved: int) -> None:
    seen = seen_at(now, now + moved)

    assert seen == (now + moved if moved > 0 or moved < -BACK else now)


def test_a_session_stands_for_the_reminder_that_comes_next() -> None:
    day = 20_000 * DAY
    assert answered_since(EVERY_DAY, (450,), day + 450) == day
    assert answered_since(EVERY_DAY, (480, 600), day + 480) == day
    assert answered_since(EVERY_DAY, (480, 600), day + 601) == day + 540
    assert answered_since((), (480, 600), day + 601) == day


@given(st.integers(0, DAY - 1))
def test_a_time_of_day_is_written_and_read(time: int) -> None:
    assert minutes(in_digits(time)) == time


def test_what_is_left_out_is_no_next_time() -> None:
    now, noon = 20_000 * DAY + minutes("10:00"), (minutes("12:00"),)

    assert next_shown(now, Lately(), 0, EVERY_DAY, noon) == 20_000 * DAY + minutes("12:00")
    assert next_shown(now, Lately(), 20_000, EVERY_DAY, noon) == 20_001 * DAY + minutes("12:00")
    assert next_shown(now, Lately(began=now - 60), 0, EVERY_DAY, noon) == 20_001 * DAY + minutes("12:00")
    assert next_shown(now, Lately(hurt=20_000), 0, EVERY_DAY, noon) == 20_002 * DAY + minutes("12:00")
    assert next_shown(now, Lately(hurt=20_000), 0, (), noon) is None


@given(now_, now_, days_, times_)
def test_after_pain_two_days_are_quiet(now: int, hurt_at: int, days: tuple[int, ...], times: tuple[int, ...]) -> None:
    hurt = hurt_at // DAY
    coming = next_shown(now, Lately(hurt=hurt), 0, days, times)

    assert coming is None or coming // DAY not in {hurt, hurt + 1}
    if now // DAY in {hurt, hurt + 1}:
        assert why_not(now, Lately(hurt=hurt), 0, days, times) is LeftOut.PAIN
