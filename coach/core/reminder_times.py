"""At which moments a reminder is due. A sleeping process of few MiB reads this file too, so it imports nothing.

A local moment is a number: minutes of the local wall clock, counted from 1970, so that its day is `moment // DAY` and
its time of day `moment % DAY`. What the clock shows may leap: in the night in which an hour is lost, a time within that
hour is due as soon as it is over; in the night in which an hour comes twice, a time within it is due once.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:  # the module typing would take a MiB
    from collections.abc import Callable

DAY = 1440
"""Minutes of a day."""
BACK = 180
"""By so many minutes a clock goes back at most because an hour comes twice. By more it was set, or the zone changed."""
LATE = 60
"""So many minutes into the next day a time of the day before is still due, as where the last hour of a day is lost."""
_MONDAY = 3
"""1 January 1970 was a Thursday: days counted from there are this much ahead of weeks that begin on Monday."""


def weekday(day: int) -> int:
    """Return the day of the week of a day counted from 1970, from 0 for Monday."""
    return (day + _MONDAY) % 7


def minutes(text: str) -> int:
    """Return the minutes of a time of day such as 07:30. Raises ValueError where it is none."""
    hour, _colon, minute = text.partition(":")
    if not (len(hour) == len(minute) == len("00") and hour.isdecimal() and minute.isdecimal() and text.isascii()):
        raise ValueError(text)
    if int(hour) * 60 >= DAY or int(minute) >= 60:  # noqa: PLR2004 - minutes of an hour
        raise ValueError(text)
    return int(hour) * 60 + int(minute)


def in_digits(minute: int) -> str:
    """Return a time of day in the form of files and settings, such as 07:30."""
    return f"{minute // 60:02}:{minute % 60:02}"


def moments(days: tuple[int, ...], times: tuple[int, ...], first: int, last: int) -> list[int]:
    """Return the chosen moments from `first` on and up to `last`, in order.

    `days` are those of the week, from 0 for Monday; `times` are minutes of the day.
    """
    found = []
    for day in range(first // DAY, last // DAY + 1):
        if weekday(day) in days:
            found += [day * DAY + time for time in sorted(times) if first <= day * DAY + time <= last]
    return found


def latest_due(days: tuple[int, ...], times: tuple[int, ...], seen: int, now: int) -> int | None:
    """Return the latest chosen moment after `seen` that is due now, None where none is.

    What was missed on an earlier day is not made up for, but for the hour before midnight.
    """
    first = max(min(seen, now) + 1, min(now // DAY * DAY, now - LATE))
    found = moments(days, times, first, now)
    return found[-1] if found else None


def seen_at(seen: int, now: int) -> int:
    """Return until when the clock was looked at; that does not go back with an hour that comes twice."""
    return now if now < seen - BACK else max(seen, now)


def next_after(days: tuple[int, ...], times: tuple[int, ...], now: int) -> int | None:
    """Return the next chosen moment after now, None where no day or no time is chosen."""
    found = moments(days, times, now + 1, now + 8 * DAY)
    return found[0] if found else None


def answered_since(days: tuple[int, ...], times: tuple[int, ...], now: int) -> int:
    """Return since when a session stands for the reminder that is due now.

    Since midnight; with several times a day, since the middle between the time before and this one.
    """
    today = moments(days, times, now // DAY * DAY, now)
    return (today[-2] + today[-1]) // 2 if len(today) > 1 else now // DAY * DAY


def lost(
    days: tuple[int, ...], times: tuple[int, ...], first: int, last: int, ahead: Callable[[int], int]
) -> list[int]:
    """Return the chosen moments that no local clock shows, as minutes since 1970 of UTC at which each is made up for.

    `ahead` tells for a minute of UTC by how many minutes local time is ahead then. A moment is made up for as long
    after the leap of the clock as it lies after its beginning: 02:30, where the clock leaps from 2 to 3, at 03:30.
    """
    found = []
    for moment in moments(days, times, first, last):
        before, after = ahead(moment - DAY), ahead(moment + DAY)
        if before < after and ahead(moment - before) == after and ahead(moment - after) == before:
            found.append(moment - before)
    return found
