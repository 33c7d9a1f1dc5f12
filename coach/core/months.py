"""Months and years of the calendar, counted in days since 1970. No clock: what day it is, is told."""

from __future__ import annotations

from typing import NamedTuple

_CYCLE_DAYS, _CYCLE_YEARS = 146_097, 400
"""The calendar repeats itself after so many days."""
_SHIFT = 719_468
"""Days from 1 March of the year 0 to 1 January 1970: with years that begin in March, a leap day is the last of one."""
_FEBRUARY, _TO_MARCH = 2, 3


def _date(day: int) -> tuple[int, int, int]:
    """Return year, month and number of a day."""
    cycle, of_cycle = divmod(day + _SHIFT, _CYCLE_DAYS)
    year = (of_cycle - of_cycle // 1460 + of_cycle // 36_524 - of_cycle // 146_096) // 365
    of_year = of_cycle - (365 * year + year // 4 - year // 100)
    from_march = (5 * of_year + 2) // 153
    number = of_year - (153 * from_march + 2) // 5 + 1
    month = (from_march + _TO_MARCH - 1) % 12 + 1
    return year + cycle * _CYCLE_YEARS + int(month <= _FEBRUARY), month, number


def _day(year: int, month: int) -> int:
    """Return the first day of a month."""
    cycle, of_cycle = divmod(year - int(month <= _FEBRUARY), _CYCLE_YEARS)
    of_year = (153 * ((month - _TO_MARCH) % 12) + 2) // 5
    return cycle * _CYCLE_DAYS + of_cycle * 365 + of_cycle // 4 - of_cycle // 100 + of_year - _SHIFT


def weekday(day: int) -> int:
    """Return the day of the week, from 0 for Monday to 6 for Sunday."""
    return (day + 3) % 7


def day_of_month(day: int) -> int:
    """Return the number of a day in its month, from 1 on."""
    return _date(day)[2]


class Month(NamedTuple):
    """One month: its year, and its number from 1 to 12."""

    year: int
    number: int

    @classmethod
    def of(cls, day: int) -> Month:
        """Return the month of a day."""
        year, number, _day_of_it = _date(day)
        return cls(year, number)

    @property
    def first(self) -> int:
        """Its first day."""
        return _day(self.year, self.number)

    @property
    def end(self) -> int:
        """The day after its last."""
        return self.after(1).first

    def after(self, months: int) -> Month:
        """Return the month so many later; earlier with a negative number."""
        year, number = divmod(self.year * 12 + self.number - 1 + months, 12)
        return Month(year, number + 1)

    def day(self, number: int) -> int:
        """Return its day of that number; its last where it has fewer."""
        return min(self.first + number - 1, self.end - 1)

    def cells(self, first_weekday: int, day: int) -> tuple[int, int]:
        """Return row and column of a day in weeks that begin with that day of the week, 0 for Monday."""
        before = (weekday(self.first) - first_weekday) % 7
        return divmod(before + day - self.first, 7)
