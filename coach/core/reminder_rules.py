"""Whether a reminder is left out: after pain, where the stretches are done, and where the person said so."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple

from coach.core.reminder_times import DAY, answered_since, moments


class Lately(NamedTuple):
    """`hurt` is the latest local day on which a session hurt, `began` the local minute in which the last one began.

    Both are counted from 1970; 0 where there was none.
    """

    hurt: int = 0
    began: int = 0


class LeftOut(Enum):
    """Why a reminder is left out."""

    OFF = "reminders are switched off"
    NOT_DUE = "none is due now"
    NOT_TODAY = "none today: it was said so"
    PAIN = "none today: it hurt yesterday or today"
    DONE = "the stretches are done"


def why_not(
    now: int, lately: Lately, not_on: int, days: tuple[int, ...] = (), times: tuple[int, ...] = ()
) -> LeftOut | None:
    """Return why there is no reminder at a local moment, None where there is one.

    `lately` tells of the record: on which day it hurt last, and at which local moment the last session began; `not_on`
    is the day for which the person said no. `days` and `times` are those of the reminders that come by themselves.
    """
    today = now // DAY
    if not_on == today:
        return LeftOut.NOT_TODAY
    # The day before, or today; tomorrow is today's where the person has travelled over the date line since.
    if abs(today - lately.hurt) <= 1:
        return LeftOut.PAIN
    if answered_since(days, times, now) <= lately.began <= now + DAY:
        return LeftOut.DONE
    return None


def next_shown(now: int, lately: Lately, not_on: int, days: tuple[int, ...], times: tuple[int, ...]) -> int | None:
    """Return the next chosen moment that is not left out, as far as is known now; None where there is none."""
    coming = moments(days, times, now + 1, now + 9 * DAY)
    return next((each for each in coming if why_not(each, lately, not_on, days, times) is None), None)
