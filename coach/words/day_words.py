"""Days, weekdays and months in words.

Not from QLocale: the words of a page are of one language, that of its other texts, whatever the system's is.
"""

from __future__ import annotations

import time

from coach.words import basics
from coach.words.catalogue import tr, tr_in

MINUTE_MS = 60_000


def month_name(number: int) -> str:
    """Return the name of a month, from 1 to 12, as in “November”."""
    return (
        tr_in("month in full", "January"),
        tr_in("month in full", "February"),
        tr_in("month in full", "March"),
        tr_in("month in full", "April"),
        tr_in("month in full", "May"),
        tr_in("month in full", "June"),
        tr_in("month in full", "July"),
        tr_in("month in full", "August"),
        tr_in("month in full", "September"),
        tr_in("month in full", "October"),
        tr_in("month in full", "November"),
        tr_in("month in full", "December"),
    )[number - 1]


def month_of_year(number: int, year: int) -> str:
    """Return a month with its year, as in “November 2026”."""
    # Note: a month of a year, as in November 2026
    return tr("{month} {year}", month=month_name(number), year=year)


def weekday_name(weekday: int) -> str:
    """Return the name of a day of the week, from 0 for Monday, as in “Monday”."""
    return (tr("Monday"), tr("Tuesday"), tr("Wednesday"), tr("Thursday"), tr("Friday"), tr("Saturday"), tr("Sunday"))[
        weekday
    ]


def weekday_short(weekday: int) -> str:
    """Return a day of the week for the head of a column, as in “Mon”."""
    return (
        tr_in("weekday", "Mon"),
        tr_in("weekday", "Tue"),
        tr_in("weekday", "Wed"),
        tr_in("weekday", "Thu"),
        tr_in("weekday", "Fri"),
        tr_in("weekday", "Sat"),
        tr_in("weekday", "Sun"),
    )[weekday]


def weekday_two(weekday: int) -> str:
    """Return a day of the week for a small button, as in “Mo”."""
    return (
        tr_in("weekday in two letters", "Mo"),
        tr_in("weekday in two letters", "Tu"),
        tr_in("weekday in two letters", "We"),
        tr_in("weekday in two letters", "Th"),
        tr_in("weekday in two letters", "Fr"),
        tr_in("weekday in two letters", "Sa"),
        tr_in("weekday in two letters", "Su"),
    )[weekday]


def weekday_letter(weekday: int) -> str:
    """Return a day of the week for the head of a very narrow column, as in “M”."""
    return (
        tr_in("first letter of Monday", "M"),
        tr_in("first letter of Tuesday", "T"),
        tr_in("first letter of Wednesday", "W"),
        tr_in("first letter of Thursday", "T"),
        tr_in("first letter of Friday", "F"),
        tr_in("first letter of Saturday", "S"),
        tr_in("first letter of Sunday", "S"),
    )[weekday]


def long_day(day: int) -> str:
    """Return a day, as days since 1970, as in “Saturday, 28 November”; empty for one that no calendar has."""
    if (parts := _parts(day)) is None:
        return ""
    _year, month, number, weekday = parts
    # Note: a day, as in Saturday, 28 November
    return tr("{weekday}, {day} {month}", weekday=weekday_name(weekday), day=number, month=month_name(month))


def short_day(day: int) -> str:
    """Return a day in few letters, as in “28 Nov”; empty for one that no calendar has."""
    if (parts := _parts(day)) is None:
        return ""
    _year, month, number, _weekday = parts
    # Note: a day of the calendar without its year, as in 28 Nov
    return tr("{day} {month}", day=number, month=basics.month_short(month))


def time_of_day(at: basics.LocalTime) -> str:
    """Return a local time, as in “18:20”."""
    hour, minute = basics.hour_and_minute(at)
    return f"{hour:02}:{minute:02}"


def length(time_ms: int) -> str:
    """Return how long a session took, to the minute, as in “20 min”; below one minute as in “12 s”."""
    if time_ms < MINUTE_MS:
        return basics.duration(time_ms)
    return tr("{minutes} min", minutes=round(time_ms / MINUTE_MS))


def _parts(day: int) -> tuple[int, int, int, int] | None:
    try:
        at = time.gmtime(day * 86_400)
    except (OverflowError, OSError, ValueError):
        return None
    return at.tm_year, at.tm_mon, at.tm_mday, at.tm_wday
