"""What is asked of whoever waits for the next reminder: days, times, and what to start then."""

from __future__ import annotations

import os
import sys
import zlib
from typing import TYPE_CHECKING, NamedTuple

from coach.core.reminder_times import minutes
from coach.devices import own_process

if TYPE_CHECKING:
    from pathlib import Path

    from coach.store.settings import Settings

NAME = "coach-reminders"
SCHEDULED, AGAIN = "--scheduled", "--again"


class Plan(NamedTuple):
    """`name` tells the reminders of one data folder from those of another; `folder` is that folder, if asked for."""

    name: str
    folder: Path | None
    days: tuple[int, ...]
    times: tuple[str, ...]

    @property
    def is_on(self) -> bool:
        """Whether there is any reminder."""
        return bool(self.days and self.times)

    @property
    def minutes(self) -> tuple[int, ...]:
        """The times, in minutes of the day."""
        return tuple(minutes(time) for time in self.times)

    @property
    def command(self) -> tuple[str, ...]:
        """What is started when one is due."""
        return (*self.plain_command, SCHEDULED)

    @property
    def plain_command(self) -> tuple[str, ...]:
        """What another scheduler than coach's own starts."""
        return (*own_process.itself(), "remind", *folder_arguments(self.folder))


def plan(settings: Settings, folder: Path | None) -> Plan:
    """Return what the settings ask for; `folder` is the data folder where it is not the usual one."""
    name = NAME if folder is None else f"{NAME}-{zlib.crc32(os.fsencode(os.path.realpath(folder))):08x}"
    days = settings.remind_days if settings.remind else ()
    return Plan(name, folder, days, settings.remind_times)


def folder_arguments(folder: Path | None) -> tuple[str, ...]:
    """Return the arguments that name a data folder."""
    return () if folder is None else ("--data-dir", os.path.abspath(folder))  # noqa: PTH100 - as it was named, no links


def is_shut_in() -> bool:
    """Tell whether nothing outside can start this coach: in a Flatpak, or in an image that is mounted while it runs."""
    mounted = os.environ.get("APPDIR", "")
    return "FLATPAK_ID" in os.environ or (mounted.startswith("/") and sys.executable.startswith(f"{mounted}/"))
