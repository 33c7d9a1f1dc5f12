"""Times, dates, sides and lists in words."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Literal, Protocol

from coach.words.catalogue import plural, routine_text, tr, tr_in

if TYPE_CHECKING:
    from collections.abc import Iterable

    Side = Literal["right", "left"]


class LocalTime(Protocol):
    """A moment of the calendar: ms since 1970 (UTC), and the minutes by which local time was ahead of it."""

    @property
    def ms(self) -> int:
        """Ms since 1970."""

    @property
    def offset_min(self) -> int:
        """Minutes by which local time was ahead of UTC."""

    @property
    def day(self) -> int:
        """The local day, as days since 1970."""


def day_words(at: LocalTime) -> str:
    """Return a local day, as in “5 Mar 2026”; empty for one that no calendar has."""
    try:
        year, month, day = time.gmtime(at.day * 86_400)[:3]
    except (OverflowError, OSError, ValueError):
        return ""
    # Note: a day of the calendar, as in 5 Mar 2026
    return tr("{day} {month} {year}", day=day, month=month_short(month), year=year)


def month_short(month: int) -> str:
    """Return the name of a month, from 1 to 12, in few letters, as in “Nov”."""
    return (
        tr_in("month", "Jan"),
        tr_in("month", "Feb"),
        tr_in("month", "Mar"),
        tr_in("month", "Apr"),
        tr_in("month", "May"),
        tr_in("month", "Jun"),
        tr_in("month", "Jul"),
        tr_in("month", "Aug"),
        tr_in("month", "Sep"),
        tr_in("month", "Oct"),
        tr_in("month", "Nov"),
        tr_in("month", "Dec"),
    )[month - 1]


def moment_words(at: LocalTime) -> str:
    """Return a local day and time, as in “5 Mar 2026, 08:00”."""
    hour, minute = hour_and_minute(at)
    return tr("{day}, {hour}:{minute}", day=day_words(at), hour=f"{hour:02}", minute=f"{minute:02}")


def hour_and_minute(at: LocalTime) -> tuple[int, int]:
    """Return the local time of a moment."""
    return divmod((at.ms // 60_000 + at.offset_min) % 1440, 60)


def duration(time_ms: int) -> str:
    """Return how long something took, as in “45 s”, “14 min 15 s” or “1 h 5 min”."""
    minutes, seconds = divmod(max(0, time_ms) // 1000, 60)
    hours, minutes = divmod(minutes, 60)
    if hours:
        return tr("{hours} h {minutes} min", hours=hours, minutes=minutes)
    if minutes and seconds:
        return tr("{minutes} min {seconds} s", minutes=minutes, seconds=seconds)
    if minutes:
        return tr("{minutes} min", minutes=minutes)
    return tr("{seconds} s", seconds=seconds)


def before_and_after(before: int, after: int) -> str:
    """Return the person's two numbers of one session, as in “Before 3, after 2.”."""
    # Note: the numbers that the person gave for their pain
    return tr("Before {before}, after {after}.", before=before, after=after)


def seconds_in_words(seconds: int) -> str:
    """Return a length to be said aloud, as in “1 second” or “45 seconds”."""
    return plural("{number} second", "{number} seconds", seconds)


def after_seconds() -> str:
    """Return what stands after a number of seconds in a field, in the form of “30 s”."""
    return tr("{seconds} s", seconds="")


def seconds_left(word: str, seconds: int) -> str:
    """Return what runs and how long it still takes, to be said aloud, as in “Hold, 18 seconds left”."""
    return plural("{what}, {number} second left", "{what}, {number} seconds left", seconds, what=word)


def clock(time_ms: int) -> str:
    """Return minutes and seconds, as in 19:13."""
    minutes, seconds = divmod(max(0, time_ms) // 1000, 60)
    return f"{minutes}:{seconds:02}"


def whole_number(number: int) -> str:
    """Return a number with separators between thousands, as in “10,000”."""
    return f"{number:,}".replace(",", tr_in("between the thousands of a number", ","))


def side_word(side: Side) -> str:
    """Return a side alone, as in “right”."""
    return tr_in("a side of the body", "right") if side == "right" else tr_in("a side of the body", "left")


def side_name(side: Side) -> str:
    """Return a side at the beginning of a line, as in “Right side”."""
    return tr("Right side") if side == "right" else tr("Left side")


def side_aloud(side: Side) -> str:
    """Return a side in capitals, for the one to do now, as in “RIGHT side”."""
    return tr("RIGHT side") if side == "right" else tr("LEFT side")


def side_from_afar(side: Side, *, has_arrow: bool = True) -> str:
    """Return a side to be read from the floor, with an arrow that points there, as in “RIGHT →”, or without one."""
    if not has_arrow:
        return tr("RIGHT") if side == "right" else tr("LEFT")
    return tr("RIGHT →") if side == "right" else tr("← LEFT")


def time_on_side(side: Side, time_ms: int) -> str:
    """Return how long a side was held, as in “right 1 min”."""
    words = duration(time_ms)
    return tr("right {time}", time=words) if side == "right" else tr("left {time}", time=words)


def listed(parts: Iterable[str]) -> str:
    """Return parts one after another, as in “Pelvic tilt, 45 s, done”; empty ones are left out."""
    words = ""
    for part in filter(None, parts):
        # Note: the parts of a list, one more at a time
        words = tr("{list}, {item}", list=words, item=part) if words else part
    return words


def dotted(parts: Iterable[str]) -> str:
    """Return parts joined by dots, for a line with little room, as in “right 1 min · 2 of 6”.

    Empty ones are left out.
    """
    words = ""
    for part in filter(None, parts):
        words = tr("{list} · {item}", list=words, item=part) if words else part
    return words


def picture_name(exercise: str, side: Side | None) -> str:
    """Return the name of the picture of an exercise, with the side that it shows."""
    if side is None:
        return tr("Picture: {exercise}", exercise=exercise)
    if side == "right":
        return tr("Picture: {exercise}, right side", exercise=exercise)
    return tr("Picture: {exercise}, left side", exercise=exercise)


def picture_words(figure: str, shows: str, side: Side) -> str:
    """Return what a picture shows, for a side; `shows` is the text of its file."""
    return routine_text(f"figure {figure}: shows", with_side(shows, side))


def with_side(shows: str, side: Side) -> str:
    """Return the English text of a figure file, with the side in place of “{side}” and the other one of “{other}”."""
    other = "left" if side == "right" else "right"
    return shows.replace("{side}", side).replace("{other}", other)
