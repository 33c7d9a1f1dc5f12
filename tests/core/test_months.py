"""Months of the calendar, counted in days."""

from __future__ import annotations

from datetime import date

import pytest

from coach.core.months import Month, day_of_month, weekday


def day(year: int, month: int, number: int) -> int:
    return (date(year, month, number) - date(1970, 1, 1)).days


@pytest.mark.parametrize("at", [(2026, 11, 28), (2024, 2, 29), (1969, 12, 31), (2026, 1, 1), (2026, 12, 31)])
def test_a_day_has_its_month_its_number_and_its_weekday(at: tuple[int, int, int]) -> None:
    assert Month.of(day(*at)) == at[:2]
    assert day_of_month(day(*at)) == at[2]
    assert weekday(day(*at)) == date(*at).weekday()


def test_a_month_begins_ends_and_leads_on_over_the_year() -> None:
    december = Month(2026, 12)

    assert (december.first, december.end) == (day(2026, 12, 1), day(2027, 1, 1))
    assert (december.after(1), december.after(-12), december.after(14)) == ((2027, 1), (2025, 12), (2028, 2))
    assert Month(2026, 2).day(31) == day(2026, 2, 28)


@pytest.mark.parametrize(("begins", "cell"), [(0, (0, 6)), (6, (0, 0)), (5, (0, 1)), (4, (0, 2))])
def test_a_day_stands_in_the_week_as_weeks_begin_there(begins: int, cell: tuple[int, int]) -> None:
    """1 November 2026 is a Sunday."""
    assert Month(2026, 11).cells(begins, day(2026, 11, 1)) == cell


def test_every_month_of_four_centuries_is_that_of_the_calendar() -> None:
    for months in range(12 * 400):
        month = Month(1800, 1).after(months)
        assert month.first == day(*month, 1)
        assert Month.of(month.first) == Month.of(month.end - 1) == month
        assert day_of_month(month.end - 1) == month.end - month.first


@pytest.mark.parametrize("wrong", [-(10**9), 10**9])
def test_a_day_that_a_wrong_clock_stored_has_a_month(wrong: int) -> None:
    assert Month.of(wrong).first <= wrong < Month.of(wrong).end
