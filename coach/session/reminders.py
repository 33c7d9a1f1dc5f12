"""Has reminders follow the settings: what waits for the next one is set up beside the window, and lasts without it."""

from __future__ import annotations

import sys
import threading
import time
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal

from coach.background.errands import Errands
from coach.background.timers import single_shot
from coach.core import months
from coach.core.reminder_rules import Lately, LeftOut, next_shown, why_not
from coach.core.reminder_times import DAY, minutes, moments
from coach.store.settings import Settings
from coach.waves import later
from coach.words.catalogue import tr
from coach.words.day_words import weekday_name

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from coach.reminders import calendar_file
    from coach.session.preferences import Preferences
    from coach.session.recorder import Recorder
    from coach.store import reminder_state
    from coach.store.record import for_reminders
    from coach.store.record.moments import Instant
else:
    calendar_file = later("coach.reminders.calendar_file")
    for_reminders, reminder_state = later("coach.store.record.for_reminders"), later("coach.store.reminder_state")

WORKS = sys.platform == "linux"
"""Whether reminders come by themselves on this system."""
AFTER_MS = 400
"""So long after the last change: a time is often changed by several presses."""


class Brief(NamedTuple):
    """What is told of the next reminder in a few words, empty where nothing is; `warns` where something is wrong."""

    words: str = ""
    warns: bool = False
    holds_ms: int = 0
    """So long the words hold, in ms; after it the next reminder has come, or another day has."""


class _Newest:
    """Sets up what was asked for, one after the other and each time the newest, whichever thread comes last."""

    def __init__(self, do: Callable[[Settings], object]) -> None:
        self._do, self._lock = do, threading.Lock()
        self.settings = Settings()

    def set_up(self) -> None:
        with self._lock:
            self._do(self.settings)


class Reminders(QObject):
    """Until it has something to set up reminders with, it only tells what the settings say."""

    changed = Signal(str)
    """What is told of the next reminder has changed; carries its words."""

    def __init__(self, preferences: Preferences, wall: Callable[[], Instant]) -> None:
        super().__init__()
        self._preferences, self._wall = preferences, wall
        self._newest: _Newest | None = None
        self._errands = Errands()
        self._trouble = ""
        self._lately, self._not_on = Lately(), 0
        self._is_known = False
        self._asked = self._wanted
        self._soon = single_shot(self, self._follow, AFTER_MS)
        preferences.changed.connect(self._on_changed)

    @property
    def _wanted(self) -> tuple[bool, tuple[int, ...], tuple[str, ...]]:
        now = self._preferences.now
        return now.remind, now.remind_days, now.remind_times

    def use(self, set_up: Callable[[Settings], object]) -> None:
        """Have this set up what the settings say, now where reminders are on, and after each change.

        It is called on any thread, and raises OSError.
        """
        self._newest = _Newest(set_up)
        if self._preferences.now.remind:
            self._follow()

    def finish(self) -> None:
        """Set up what was changed last, and wait for that."""
        if self._soon.isActive():
            self._follow()
        self._errands.finish()

    def _on_changed(self) -> None:
        if self._wanted != self._asked:
            self._asked = self._wanted
            self._soon.start()
            self.changed.emit(self.words())

    def _follow(self) -> None:
        self._soon.stop()
        if self._newest is not None:
            self._newest.settings = self._preferences.now
            self._errands.do(self._newest.set_up, self._on_done, self._on_failed, "reminders")

    def _on_done(self, _nothing: object) -> None:
        self._tell("")

    def _on_failed(self, why: str) -> None:
        self._tell(why)

    def _tell(self, trouble: str) -> None:
        if trouble != self._trouble:
            self._trouble = trouble
            self.changed.emit(self.words())

    def ask(self, recorder: Recorder) -> None:
        """Ask what leaves reminders out: what the record tells, and the day for which the person said no."""
        folder = recorder.folder
        recorder.do(
            lambda journal: (for_reminders.of(journal.connection), reminder_state.load(folder).not_on),
            lambda found: self.know(*found) if isinstance(found, tuple) else None,
        )

    def know(self, lately: Lately, not_on: int) -> None:
        """Take the answer, a day as days since 1970."""
        self._lately, self._not_on, self._is_known = lately, not_on, True
        self.changed.emit(self.words())

    def words(self) -> str:
        """Return when the next reminder comes, or why none does; empty while they are off."""
        now = self._preferences.now
        if not WORKS:
            return tr("On this system your calendar can remind you: save the file below.")
        if not now.remind:
            return ""
        if self._trouble:
            return tr("The reminders could not be set up: {why}", why=self._trouble)
        present, coming = self._next()
        if coming is None:
            return tr("No day is chosen, so no reminder comes.")
        return _next_words(coming, present)

    def brief(self) -> Brief:
        """Return when the next reminder comes, in a few words, and that it hurt where one is left out for that.

        Nothing while they are off, and nothing until it is known what leaves them out.
        """
        now = self._preferences.now
        if not WORKS or not now.remind or not self._is_known:
            return Brief()
        if self._trouble:
            return Brief(tr("The reminders could not be set up"), warns=True)
        present, coming = self._next()
        if coming is None:
            return Brief(tr("Reminder: no day is chosen"))
        until = min(coming, (present // DAY + 1) * DAY)
        holds_ms = (until - present) * 60_000 - self._wall().ms % 60_000
        left_out = moments(now.remind_days, tuple(map(minutes, now.remind_times)), present + 1, coming - 1)
        hurt = any(why_not(each, self._lately, self._not_on) is LeftOut.PAIN for each in left_out)
        return Brief(_brief_words(coming, present, hurt=hurt), holds_ms=holds_ms)

    def _next(self) -> tuple[int, int | None]:
        """Return the local moment and the one at which the next reminder comes, None where no day is chosen."""
        now, wall = self._preferences.now, self._wall()
        present = (wall.ms // 60_000) + wall.offset_min
        times = tuple(map(minutes, now.remind_times))
        return present, next_shown(present, self._lately, self._not_on, now.remind_days, times)

    # The same as a calendar file

    def write_calendar(self, folder: Path, told: Callable[[Path | None], object]) -> None:
        """Write the file into a folder; `told` gets where it is, or None where it could not be written."""
        settings, wall = self._preferences.now, self._wall()
        present = wall.ms // 60_000 + wall.offset_min
        self._errands.do(
            lambda: calendar_file.write(folder, settings, present, int(time.time())),
            told,
            lambda _why: told(None),
            "calendar file",
        )


def _next_words(coming: int, present: int) -> str:
    at, days = _time_words(coming), coming // DAY - present // DAY
    if days == 0:
        return tr("Next time: today, {time}.", time=at)
    if days == 1:
        return tr("Next time: tomorrow, {time}.", time=at)
    return tr("Next time: {weekday}, {time}.", weekday=_weekday_words(coming), time=at)


def _brief_words(coming: int, present: int, *, hurt: bool) -> str:
    at, days = _time_words(coming), coming // DAY - present // DAY
    if days == 0:
        return tr("Reminder: today, {time}", time=at)
    if days == 1 and hurt:
        # Note: it hurt, so none comes any sooner
        return tr("No reminder until tomorrow, {time}: it hurt", time=at)
    if days == 1:
        return tr("Reminder: tomorrow, {time}", time=at)
    weekday = _weekday_words(coming)
    if hurt:
        # Note: it hurt, so none comes any sooner
        return tr("No reminder until {weekday}, {time}: it hurt", weekday=weekday, time=at)
    return tr("Reminder: {weekday}, {time}", weekday=weekday, time=at)


def _time_words(moment: int) -> str:
    hour, minute = divmod(moment % DAY, 60)
    return f"{hour}:{minute:02}"


def _weekday_words(moment: int) -> str:
    return weekday_name(months.weekday(moment // DAY))
