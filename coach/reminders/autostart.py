"""Reminders where no systemd answers: the desktop starts a small process that waits, with each of its sessions."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from coach import APP_ID
from coach.devices import own_process
from coach.reminders import home_folders

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from coach.reminders.plan import Plan

_MARKS = {mark: f"\\{mark}" for mark in '"`$\\'} | {"%": "%%"}


def entry(plan: Plan) -> str:
    """Return the text of what the desktop starts."""
    return (
        "[Desktop Entry]\nType=Application\nName=Reminders of coach\nNoDisplay=true\n"
        f"Icon={APP_ID}\nTryExec={own_process.waits()[0]}\nExec={_quoted(_command(plan))}\n"
    )


def switch_on(plan: Plan) -> None:
    """Write the entry, if it is another one than before, and begin to wait. Raises OSError.

    Who waited because of an older one ends within a minute.
    """
    if home_folders.write(_file(plan), entry(plan)):
        _start(_command(plan))


def switch_off(plan: Plan) -> None:
    """Remove the entry; who waits ends within a minute."""
    home_folders.remove(_file(plan), home_folders.config())


def become_later(plan: Plan, at_s: int, command: Sequence[str]) -> None:
    """Become the process that waits until that second since 1970, and then becomes a command. Raises OSError."""
    path = _file(plan)
    waits = [*own_process.waits(), "once", str(path) if path.exists() else "", str(at_s), *command]
    os.execv(waits[0], waits)  # noqa: S606 - coach itself


def _file(plan: Plan) -> Path:
    return home_folders.config() / "autostart" / f"{plan.name}.desktop"


def _command(plan: Plan) -> tuple[str, ...]:
    days, times = "".join(map(str, plan.days)), ",".join(plan.times)
    return (*own_process.waits(), "daily", str(_file(plan)), days, times, *plan.command)


def _quoted(command: Sequence[str]) -> str:
    # The marks once for the arguments; then, as in every text of such a file, each backslash once more.
    parts = ('"' + "".join(_MARKS.get(letter, letter) for letter in part) + '"' for part in command)
    return " ".join(parts).replace("\\", "\\\\")


def _start(command: Sequence[str]) -> None:
    """Start a process that outlives this one, and says nothing."""
    quiet = [(os.POSIX_SPAWN_OPEN, number, os.devnull, os.O_RDWR, 0) for number in range(3)]
    os.posix_spawn(command[0], list(command), os.environ, file_actions=quiet, setsid=True)
