"""The command “remind”: shows one reminder now, unless a rule leaves it out, and does what the person answers."""

from __future__ import annotations

import contextlib
import os
import sqlite3
import sys
import time
from typing import TYPE_CHECKING

from coach.core.reminder_rules import LeftOut, why_not
from coach.core.reminder_times import BACK, DAY, latest_due
from coach.devices import own_process
from coach.reminders import note_words
from coach.reminders.plan import folder_arguments, plan
from coach.reminders.user_timers import LEFT_OUT
from coach.reminders.waiting import local_now
from coach.store import reminder_state, settings
from coach.store.paths import Paths
from coach.store.record import for_reminders
from coach.store.record.opening import NAME as RECORD
from coach.waves import later
from coach.words.catalogue import tr

if TYPE_CHECKING:
    from pathlib import Path

    from coach.reminders import note, schedule
    from coach.reminders.plan import Plan
    from coach.store.reminder_state import ReminderState

else:
    note, schedule = later("coach.reminders.note"), later("coach.reminders.schedule")

LATER_S = 30 * 60
TOKEN = "XDG_ACTIVATION_TOKEN"  # noqa: S105 - no secret: the leave to come forward
UNKNOWN = 1
"""Exit status where nothing could be shown, or the record could not be read: it may tell of pain."""


def remind(data_dir: Path | None, *, scheduled: bool = False, again: bool = False) -> int:
    """Show a reminder and wait for an answer; return the exit status: 0, UNKNOWN or LEFT_OUT.

    One that coach has `scheduled` itself is shown where reminders are on and one is due; one that was put off comes
    `again`, due or not. May become coach itself, or the process that waits.
    """
    folder = Paths.choose(data_dir).data
    present = settings.load(folder).settings
    wanted = plan(present, data_dir)
    try:
        left_out = _why_not(folder, wanted, scheduled=scheduled, again=again)
        if left_out is not None:
            if left_out is LeftOut.OFF:
                schedule.follow(wanted, folder)  # what is left of reminders whose settings are gone
            _say(f"coach: {left_out.value}")
            return LEFT_OUT
        told = note.show(words())
        return _answer(told, wanted, folder, scheduled=scheduled)
    except (OSError, ImportError, sqlite3.Error) as error:
        _say(f"coach: there is no reminder: {error}")
        return UNKNOWN


def words() -> note.Words:
    """Return what the note says."""
    return note.Words(
        title=note_words.title(),
        text=note_words.text(),
        alone=tr("Open coach when you are ready."),
        buttons=(
            (note.Answer.START, tr("Start")),
            (note.Answer.LATER, tr("In 30 minutes")),
            (note.Answer.NOT_TODAY, tr("Not today")),
        ),
    )


def _why_not(folder: Path, wanted: Plan, *, scheduled: bool, again: bool) -> LeftOut | None:
    now = local_now(time.time())
    state = reminder_state.load(folder)
    if scheduled and not wanted.is_on:
        return LeftOut.OFF
    if scheduled and not again:
        due = latest_due(wanted.days, wanted.minutes, _seen(state, now), now)
        if due is None:
            return LeftOut.NOT_DUE
        with contextlib.suppress(OSError):  # a full disk takes no reminder away
            reminder_state.save(folder, state._replace(seen=due))
    lately = for_reminders.read(folder / RECORD)
    chosen = (wanted.days, wanted.minutes) if scheduled else ((), ())
    return why_not(now, lately, state.not_on, *chosen)


def _seen(state: ReminderState, now: int) -> int:
    """Return until when reminders were told; a clock that was ahead for a while must not silence them until then."""
    return state.seen if state.seen <= now + BACK else now // DAY * DAY


def _answer(told: note.Told, wanted: Plan, folder: Path, *, scheduled: bool) -> int:
    if told.answer is note.Answer.NOT_TODAY:
        today = local_now(time.time()) // DAY
        reminder_state.save(folder, reminder_state.load(folder)._replace(not_on=today))
    elif told.answer is note.Answer.LATER:
        schedule.ring_later(wanted, int(time.time()) + LATER_S, scheduled=scheduled)
    elif told.answer is note.Answer.START:
        _become_coach(wanted, told.token)
    return 0


def _become_coach(wanted: Plan, token: str) -> None:
    """Become coach, which shows the window of one that runs already. Raises OSError."""
    command = (*own_process.itself(), *folder_arguments(wanted.folder))
    if token:
        os.environ[TOKEN] = token
    os.execv(command[0], command)  # noqa: S606 - coach itself


def _say(line: str) -> None:
    sys.stderr.write(line + "\n")
