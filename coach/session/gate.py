"""What may begin: what the record says before a start, and what the check then lets pass. Plain values, no Qt."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple

from coach.core.safety import CLEARED_DAYS, LONG_BREAK_DAYS, Answers, Known
from coach.store.record.values import EarlierSessions

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coach.store.record.moments import Instant
    from coach.store.record.values import Unfinished

HELPS_AFTER_DAYS, HELPS_AGAIN_DAYS = 14, 28


class Permission(NamedTuple):
    """A session may begin: with these answers, without that exercise, or on from where one was cut off."""

    answers: Answers
    without: str | None = None
    unfinished: Unfinished | None = None
    gently: bool = False
    """Whether the easier versions are offered first."""
    short: bool = False
    """Whether the short version of the routine is done instead."""


REMEMBERED = 3
"""Sessions of this run that are remembered, the last ones: it only matters whether more than one hurt in a row."""


class PainfulSession(NamedTuple):
    """A session of this run that hurt: when the person said so, and in which exercise, or None."""

    at: Instant
    exercise: str | None


def remembered(sessions: Sequence[PainfulSession | None], before: EarlierSessions | None = None) -> EarlierSessions:
    """Return what this run remembers of its own sessions, for when the record cannot be read.

    `before` is what the record said before these sessions, None where it could not be read then either.
    """
    recorded = EarlierSessions() if before is None else before
    if not sessions:
        return recorded
    hurt = list(takewhile(lambda session: session is not None, reversed(sessions)))
    last = hurt[0] if hurt else None
    if last is None:
        return EarlierSessions()
    # Where every session of this run hurt, those before it in the record belong to the same row.
    in_a_row = len(hurt) + (recorded.hurt_in_a_row if len(hurt) == len(sessions) else 0)
    return EarlierSessions(hurt_in_a_row=in_a_row, hurt_at=last.at, hurt_exercise=last.exercise)


def known_of(past: EarlierSessions, now: Instant) -> Known:
    """Return what the check needs to know; setting the clock back never hides a session that hurt.

    A session across midnight counts for the day on which it was stopped. One in the future was stored with a wrong
    clock: since nobody knows how long ago it was, the full list of warning signs is shown.
    """
    days = {at.day for at in (past.last_at, past.hurt_at) if at is not None}
    days_since = None if past.last_at is None else max(0, now.day - past.last_at.day)
    if past.last_at is not None and past.last_at.ms > now.ms and now.day not in days:
        days_since = LONG_BREAK_DAYS
    return Known(
        hurt_in_a_row=past.hurt_in_a_row,
        hurt_before_last=past.hurt_before_last,
        hurt_today=now.day in days,
        days_since=days_since,
        asks_after_last=past.asks_after_last,
        days_cleared=_days_cleared(past, now),
    )


def _days_cleared(past: EarlierSessions, now: Instant) -> int | None:
    """Return the days since a professional's yes about a sign, None without one, or where it is over and done with.

    Once its days are over a check shows the full list. One that passed then has told anew how it is: it is over.
    A yes that lies in the future was told with a wrong clock: nobody knows how long ago it was, so its days are over.
    """
    if past.cleared_at is None:
        return None
    days = _days_from(past.cleared_at, now)
    passed = past.passed_since
    is_done = passed is not None and _days_from(past.cleared_at, passed) >= CLEARED_DAYS
    return None if is_done else days


def _days_from(yes: Instant, now: Instant) -> int:
    return CLEARED_DAYS if now.ms < yes.ms else now.day - yes.day


def asks_helps(past: EarlierSessions, now: Instant) -> bool:
    """Tell whether it is time to ask if the stretches help: two weeks after the first session, then every four.

    An answer in the future was given with a wrong clock and is ignored.
    """
    if past.first_at is None or now.day - past.first_at.day < HELPS_AFTER_DAYS:
        return False
    asked_at = past.helps_asked_at
    return asked_at is None or asked_at.ms > now.ms or now.day - asked_at.day >= HELPS_AGAIN_DAYS
