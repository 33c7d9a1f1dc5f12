"""What the check has to know of earlier sessions, on every day and whatever the clock does."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from coach.store.record.values import EarlierSessions
from tests.store.record.journals import (
    BLOCKS,
    HOUR_MS,
    SUMMER,
    WINTER,
    at,
    day,
    done,
    later,
    start,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from coach.store.record.journal import Journal
    from coach.store.record.moments import Instant

    Open = Callable[[], Journal]

# What the check has to know


def test_after_a_fine_session_it_is_asked_how_the_back_was(journal: Journal) -> None:
    session = done(journal, day(1), after=2, compared="same")

    assert journal.past() == EarlierSessions(
        last=session,
        last_at=day(1),
        asks_after_last=True,
        first_at=day(1),
        count=1,
        last_ms=1_200_000,
        last_pain=(2, 2),
    )


def test_what_is_told_of_the_last_session_is_of_the_last_one(journal: Journal) -> None:
    done(journal, day(1), after=5)
    done(journal, day(2))

    past = journal.past()

    assert (past.count, past.last_at, past.last_ms, past.last_pain) == (2, day(2), 1_200_000, None)


def test_it_is_asked_only_once(journal: Journal) -> None:
    done(journal, day(1), worse=False)

    assert (journal.past().asks_after_last, journal.past().hurt_in_a_row) == (False, 0)


HURTS: dict[str, Callable[[Journal, Instant], int]] = {
    "a pain stop": lambda journal, when: done(journal, when, "stopped for pain"),
    "a pain stop, the same after": lambda journal, when: done(journal, when, "stopped for pain", after=2),
    "more pain": lambda journal, when: done(journal, when, compared="more"),
    "more pain, with a lower number": lambda journal, when: done(journal, when, after=1, compared="more"),
    "a number higher by 1": lambda journal, when: done(journal, when, after=3),
    "a higher number, called the same": lambda journal, when: done(journal, when, "ended", after=3, compared="same"),
    "worse the next day": lambda journal, when: done(journal, when, after=2, compared="less", worse=True),
    "ended, worse the next day": lambda journal, when: done(journal, when, "ended", worse=True),
}
FINE: dict[str, Callable[[Journal, Instant], int]] = {
    "nothing told": done,
    "ended, nothing told": lambda journal, when: done(journal, when, "ended"),
    "less": lambda journal, when: done(journal, when, after=1, compared="less"),
    "the same": lambda journal, when: done(journal, when, after=2, compared="same"),
    "a lower number": lambda journal, when: done(journal, when, after=0),
    "not worse": lambda journal, when: done(journal, when, worse=False),
}


@pytest.mark.parametrize("name", HURTS)
def test_what_counts_as_hurt(journal: Journal, name: str) -> None:
    done(journal, day(1))
    session = HURTS[name](journal, day(2))

    past = journal.past()

    assert (past.last, past.last_at, past.first_at) == (session, day(2), day(1))
    assert (past.hurt_in_a_row, past.hurt_at) == (1, later(day(2), 120_000))
    assert not past.asks_after_last


@pytest.mark.parametrize("name", FINE)
def test_what_does_not_count_as_hurt(journal: Journal, name: str) -> None:
    FINE[name](journal, day(1))

    past = journal.past()

    assert (past.hurt_in_a_row, past.hurt_at, past.hurt_exercise) == (0, None, None)


@pytest.mark.parametrize("second", HURTS)
@pytest.mark.parametrize("first", HURTS)
def test_two_that_hurt_are_two_in_a_row(journal: Journal, first: str, second: str) -> None:
    HURTS[first](journal, day(1))
    HURTS[second](journal, day(2))

    assert journal.past().hurt_in_a_row == 2


@pytest.mark.parametrize("between", FINE)
def test_one_fine_session_begins_the_count_again(journal: Journal, between: str) -> None:
    for number, write in enumerate((HURTS["a pain stop"], HURTS["more pain"], FINE[between]), 1):
        write(journal, day(number))
    assert journal.past().hurt_in_a_row == 0

    HURTS["a pain stop"](journal, day(4))

    assert journal.past().hurt_in_a_row == 1


@pytest.mark.parametrize("share", [0.0, 0.1, 0.49])
def test_less_than_half_of_a_session_with_nothing_told_takes_no_pain_back(journal: Journal, share: float) -> None:
    HURTS["a pain stop"](journal, day(1))
    HURTS["more pain"](journal, day(2))

    session = done(journal, day(3), "ended", share=share)
    assert journal.past().hurt_in_a_row == 2

    journal.set_next_day(session, worse=False)
    assert journal.past().hurt_in_a_row == 0


def test_a_pain_stop_that_was_a_mistake_does_not_count(journal: Journal) -> None:
    session = done(journal, day(1), "stopped for pain")
    journal.reopen(session)
    assert journal.past().hurt_in_a_row == 0

    journal.end(session, "finished", later(day(1), 900_000))

    assert (journal.past().hurt_in_a_row, journal.past().asks_after_last) == (0, True)


def test_a_session_that_still_runs_does_not_hide_the_pain_stop_before(journal: Journal) -> None:
    done(journal, day(1), "stopped for pain")
    journal.begin(start(day(2)))

    assert journal.past().hurt_in_a_row == 1


def test_the_check_still_knows_after_the_program_was_closed_and_opened(journal: Journal, opened: Open) -> None:
    done(journal, day(1), "stopped for pain")
    journal.close()

    assert opened().past().hurt_in_a_row == 1


def test_the_exercise_that_hurt_is_the_one_of_the_last_pain_stop(journal: Journal) -> None:
    first = done(journal, day(1), "stopped for pain")
    journal.mark(first, 1, BLOCKS[1], 12_000, day(1).ms)
    assert journal.past().hurt_exercise == "warm"

    done(journal, day(2), "stopped for pain")

    assert journal.past().hurt_exercise == "knee"


@pytest.mark.parametrize("name", ["more pain", "a number higher by 1", "worse the next day"])
def test_more_pain_after_a_finished_session_names_no_exercise(journal: Journal, name: str) -> None:
    HURTS[name](journal, day(1))

    assert journal.past().hurt_exercise is None


def test_whether_it_helps_was_asked_last_when_it_was_answered_last(journal: Journal) -> None:
    done(journal, day(1))
    journal.answer(at("2036-02-01T08:00"), "helps", "not really")  # the clock was in the future once
    journal.answer(day(16), "helps", "not sure")
    journal.answer(day(25), "check", "closed")

    assert journal.past().helps_asked_at == day(16)


def test_a_professionals_yes_is_told_with_the_last_check_that_passed_since(journal: Journal) -> None:
    done(journal, day(1))
    journal.answer(day(2), "check", "passed")
    assert (journal.past().cleared_at, journal.past().passed_since) == (None, None)

    journal.answer(day(3), "check", "passed")
    journal.answer(day(3), "professional", "said yes")
    journal.answer(day(4), "check", "closed")
    assert (journal.past().cleared_at, journal.past().passed_since) == (day(3), None)

    journal.answer(at("2036-02-01T08:00"), "check", "passed")  # the clock was in the future once
    journal.answer(day(5), "check", "passed")
    assert (journal.past().cleared_at, journal.past().passed_since) == (day(3), day(5))


def test_what_hurt_before_the_last_session_is_known_too(journal: Journal) -> None:
    done(journal, day(1), "stopped for pain")
    last = done(journal, day(2))

    past = journal.past()
    assert (past.last, past.hurt_in_a_row, past.hurt_before_last) == (last, 0, 1)

    journal.set_next_day(last, worse=True)
    assert journal.past().hurt_in_a_row == 2


def test_a_session_that_was_cut_off_takes_no_pain_stop_back(journal: Journal) -> None:
    done(journal, day(1), "stopped for pain")
    journal.begin(start(day(2)))
    journal.close_unfinished()

    assert journal.past().hurt_in_a_row == 1


# Days, and clocks that change


@pytest.mark.parametrize(
    ("local", "offset_min"),
    [
        ("1970-01-01T00:00:00", 0),
        ("2026-03-02T00:00:00", WINTER),
        ("2026-03-02T23:59:59", WINTER),
        ("2026-03-29T01:59:59", WINTER),
        ("2026-03-29T03:00:00", SUMMER),
        ("2026-10-25T02:30:00", SUMMER),
        ("2026-10-25T02:30:00", WINTER),
        ("2026-07-01T00:10:00", 14 * 60),
        ("2026-07-01T23:50:00", -12 * 60),
        ("2026-07-01T00:10:00", 5 * 60 + 45),
        ("1969-12-31T23:59:59", 0),
    ],
)
def test_the_day_is_the_one_on_the_wall(local: str, offset_min: int) -> None:
    assert date(1970, 1, 1) + timedelta(at(local, offset_min).day) == date.fromisoformat(local[:10])


def test_a_session_across_midnight_hurt_on_the_day_it_ended(journal: Journal) -> None:
    done(journal, day(1, "23:59"), "stopped for pain")

    past = journal.past()

    assert past.last_at is not None
    assert past.hurt_at is not None
    assert (past.last_at.day, past.hurt_at.day) == (day(1).day, day(2).day)


def test_days_are_counted_by_the_calendar_when_the_clocks_change(journal: Journal) -> None:
    before, after = at("2026-03-28T23:30", WINTER), at("2026-03-29T23:30", SUMMER)
    done(journal, before, "stopped for pain")
    last = journal.past().last_at
    assert last == before
    assert (after.ms - last.ms, after.day - last.day) == (23 * HOUR_MS, 1)

    done(journal, at("2026-03-29T00:30", WINTER), "stopped for pain")

    hurt = journal.past().hurt_at
    assert hurt is not None
    assert hurt.day == after.day


def test_a_session_keeps_its_day_in_another_country(journal: Journal) -> None:
    done(journal, at("2026-03-02T00:30", 9 * 60))

    last = journal.past().last_at
    assert last is not None
    assert date(1970, 1, 1) + timedelta(last.day) == date(2026, 3, 2)
    assert datetime.fromtimestamp(last.ms / 1000, UTC).day == 1


def test_a_clock_that_was_set_back_leaves_a_pain_stop_where_it_is(journal: Journal) -> None:
    done(journal, day(8))
    done(journal, day(10), "stopped for pain")
    journal.begin(start(day(9)))

    assert (journal.past().hurt_in_a_row, journal.past().hurt_at) == (1, later(day(10), 120_000))


@pytest.mark.parametrize("before", ["nothing told", "not worse"])
def test_a_pain_stop_counts_on_a_clock_that_was_set_back(journal: Journal, before: str) -> None:
    FINE[before](journal, day(10))
    session = done(journal, day(8), "stopped for pain")

    past = journal.past()

    assert (past.last, past.hurt_in_a_row, past.asks_after_last) == (session, 1, False)
