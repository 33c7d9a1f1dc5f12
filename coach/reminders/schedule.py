"""Has reminders come, or none any more: by a timer of systemd where that answers, else by a process that waits."""

from __future__ import annotations

import contextlib
import errno
import time
from typing import TYPE_CHECKING

from coach.reminders import autostart, note, user_timers
from coach.reminders.plan import AGAIN, is_shut_in, plan
from coach.reminders.waiting import local_now
from coach.store import reminder_state
from coach.words.catalogue import tr

if TYPE_CHECKING:
    from pathlib import Path

    from coach.reminders.plan import Plan
    from coach.store.settings import Settings


def follow_settings(settings: Settings, data: Path, asked: Path | None) -> None:
    """Have what the settings ask for, on any thread; `asked` is the data folder if it is not the usual one.

    Raises OSError.
    """
    wanted = plan(settings, asked)
    if wanted.is_on and is_shut_in():
        raise OSError(errno.ENOTSUP, tr("this package of coach cannot. Save the calendar file instead."))
    if wanted.is_on:
        follow(wanted, data)
    else:
        stop(wanted, data)


def follow(wanted: Plan, data: Path) -> None:
    """Have what is wanted, and nothing else; `data` is the data folder. Raises OSError.

    Nothing is written where it is so already.
    """
    if not wanted.is_on:
        user_timers.switch_off(wanted)
        autostart.switch_off(wanted)
        reminder_state.delete(data)
        return
    _forget_the_past(wanted, data)
    if user_timers.answers():
        autostart.switch_off(wanted)
        user_timers.switch_on(wanted)
    else:
        user_timers.switch_off(wanted)
        autostart.switch_on(wanted)


def stop(wanted: Plan, data: Path) -> None:
    """Have no reminders any more, and take away a note that shows. Raises OSError."""
    follow(wanted._replace(days=()), data)
    with contextlib.suppress(OSError):  # no desktop, so no note
        note.take_away()


def ring_later(wanted: Plan, at_s: int, *, scheduled: bool) -> None:
    """Have one reminder at that second since 1970, by coach's own schedule or for another one.

    May become the process that waits for it. Raises OSError.
    """
    command = (*wanted.command, AGAIN) if scheduled else wanted.plain_command
    if not user_timers.ring_later(wanted, at_s, command):
        autostart.become_later(wanted, at_s, command)


def _forget_the_past(wanted: Plan, data: Path) -> None:
    """Let a time that was just chosen, and that has passed today, be no reminder that was missed."""
    state = reminder_state.load(data)
    chosen = (wanted.days, wanted.times)
    if state.chosen != chosen:
        reminder_state.save(data, state._replace(seen=local_now(time.time()), chosen=chosen))
