"""What a reminder remembers from one time to the next: until when it was told, and for which day there is none.

In a small file of its own, which is deleted when reminders are switched off.
"""

from __future__ import annotations

import contextlib
import json
from typing import TYPE_CHECKING, NamedTuple

from coach.store.options import Days, Times
from coach.store.untrusted_file import read_regular
from coach.store.whole_files import write
from coach.words.worded import NO_WORDS

if TYPE_CHECKING:
    from pathlib import Path

NAME = "coach-reminders.json"
FORMAT = 1
MAX_BYTES = 4096


class ReminderState(NamedTuple):
    """`seen` is the local moment, in minutes since 1970, of the latest reminder; `not_on` a day counted from there.

    `chosen` are the days and times that were in force then.
    """

    seen: int = 0
    not_on: int = 0
    chosen: tuple[tuple[int, ...], tuple[str, ...]] = ((), ())


def load(folder: Path) -> ReminderState:
    """Return what was kept; nothing where that cannot be read. Raises nothing that a disk or a file can cause."""
    with contextlib.suppress(OSError, ValueError, RecursionError):
        document = json.loads(read_regular(folder / NAME, MAX_BYTES))
        if isinstance(document, dict) and document.get("format") == FORMAT:
            numbers = [document.get(name) for name in ("seen", "not_on")]
            seen, not_on = (value if type(value) is int else 0 for value in numbers)
            days, times = Days(NO_WORDS).read(document.get("days")), Times(NO_WORDS).read(document.get("times"))
            return ReminderState(seen, not_on, (days or (), times or ()))
    return ReminderState()


def save(folder: Path, state: ReminderState) -> None:
    """Keep it. Raises OSError."""
    days, times = state.chosen
    document = {"format": FORMAT, "seen": state.seen, "not_on": state.not_on, "days": days, "times": times}
    write(folder / NAME, json.dumps(document).encode())


def delete(folder: Path) -> None:
    """Delete it. Raises nothing."""
    with contextlib.suppress(OSError):
        (folder / NAME).unlink(missing_ok=True)
