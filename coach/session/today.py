"""What the start page says of the time of day, and of the session before this one, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.words import basics, day_words
from coach.words.catalogue import tr, tr_in
from coach.words.sentences import sentences

if TYPE_CHECKING:
    from coach.store.record.moments import Instant
    from coach.store.record.values import EarlierSessions

MORNING, NOON, EVENING = 4, 12, 18
"""The hours at which the parts of a day begin."""
LONGEST_MS = 180 * day_words.MINUTE_MS
"""A session that took longer was left alone in between: how long it took tells nothing."""
FULL_WORDS_UNTIL = 2
"""At so many starts the page has what to have ready in full words."""
_DAYS_OF_A_WEEK = 7
_THURSDAY = 3
"""The first day of 1970, counted from Monday."""


def greeting(now: Instant) -> str:
    """Return the greeting of this time of day."""
    hour = _minute_of_day(now) // 60
    if MORNING <= hour < NOON:
        return tr("Good morning")
    return tr("Good afternoon") if NOON <= hour < EVENING else tr("Good evening")


def last_time(past: EarlierSessions, now: Instant) -> str:
    """Return when the last session was and how long it took, as in “Last time: Thursday evening, 20 min.”.

    Empty where there was none, or where it was stored with a wrong clock. Numbers are told, never judged.
    """
    at = past.last_at
    when = "" if at is None or at.ms > now.ms else _when(at, now)
    if not when:
        return ""
    last_ms = past.last_ms or 0
    if 0 < last_ms <= LONGEST_MS:
        told = tr("Last time: {when}, {length}.", when=when, length=day_words.length(last_ms))
    else:
        told = tr("Last time: {when}.", when=when)
    if past.last_pain is None:
        return told
    before, after = past.last_pain
    # Note: the numbers that the person gave for their pain
    return sentences([told, tr("Before {before}, after {after}.", before=before, after=after)])


def _when(at: Instant, now: Instant) -> str:
    days = now.day - at.day
    if days <= 0:
        # Note: when the last session was
        return tr("today")
    if days == 1:
        # Note: when the last session was
        return tr("yesterday")
    return _part_of_week(at) if days < _DAYS_OF_A_WEEK else basics.day_words(at)


def _part_of_week(at: Instant) -> str:
    weekday, hour = _weekday(at), _minute_of_day(at) // 60
    if hour < MORNING:
        return tr("{weekday} night", weekday=weekday)
    if hour < NOON:
        return tr("{weekday} morning", weekday=weekday)
    if hour < EVENING:
        return tr("{weekday} afternoon", weekday=weekday)
    return tr("{weekday} evening", weekday=weekday)


def _weekday(at: Instant) -> str:
    return (
        tr_in("weekday", "Monday"),
        tr_in("weekday", "Tuesday"),
        tr_in("weekday", "Wednesday"),
        tr_in("weekday", "Thursday"),
        tr_in("weekday", "Friday"),
        tr_in("weekday", "Saturday"),
        tr_in("weekday", "Sunday"),
    )[(at.day + _THURSDAY) % _DAYS_OF_A_WEEK]


def _minute_of_day(at: Instant) -> int:
    return (at.ms // 60_000 + at.offset_min) % 1440
