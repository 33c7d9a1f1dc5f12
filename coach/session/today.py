"""What the start page says of the time of day, and of the session before this one, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.core import months
from coach.words import basics, day_words
from coach.words.catalogue import tr
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


def greeting(now: Instant) -> str:
    """Return the greeting of this time of day."""
    hour, _minute = basics.hour_and_minute(now)
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
    return sentences([told, basics.before_and_after(*past.last_pain)])


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
    weekday = day_words.weekday_name(months.weekday(at.day))
    hour, _minute = basics.hour_and_minute(at)
    if hour < MORNING:
        return tr("{weekday} night", weekday=weekday)
    if hour < NOON:
        return tr("{weekday} morning", weekday=weekday)
    if hour < EVENING:
        return tr("{weekday} afternoon", weekday=weekday)
    return tr("{weekday} evening", weekday=weekday)
