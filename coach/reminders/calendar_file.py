"""The chosen days and times as a calendar file (iCalendar, RFC 5545), for calendars that remind by themselves.

Times are those of the local clock, wherever that is. The id of an event is made of its time: with a newer file a
calendar changes the events that it has.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from coach import APP_ID, __version__
from coach.core.reminder_times import minutes, next_after
from coach.reminders import note_words
from coach.store import whole_files

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from coach.store.settings import Settings

NAME = "coach-reminders.ics"
MINUTES = 20
"""How long an event lasts in the calendar."""
LONGEST = 75
"""Bytes of a line without its end; what is longer goes on in the next line, after a space."""
_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


def write(folder: Path, settings: Settings, now: int, stamp_s: int) -> Path:
    """Write the file into a folder, in the place of an older one, and return where it is. Raises OSError."""
    path, times = folder / NAME, tuple(map(minutes, settings.remind_times))
    text = calendar(settings.remind_days, times, (note_words.title(), note_words.text()), now, stamp_s)
    whole_files.write(path, text)
    return path


def calendar(days: tuple[int, ...], times: tuple[int, ...], words: tuple[str, str], now: int, stamp_s: int) -> bytes:
    """Return the file: an event for each of the times, which are minutes of the day, with a title and a text.

    `now` is the local moment, in minutes since 1970, and `stamp_s` that of UTC, in seconds.
    """
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:-//{APP_ID}//coach {__version__}//EN", "CALSCALE:GREGORIAN"]
    for each in times:
        first = next_after(days, (each,), now) or now
        lines += _event(days, first, words, stamp_s)
    return b"".join(map(_folded, [*lines, "END:VCALENDAR"]))


def _event(days: tuple[int, ...], first: int, words: tuple[str, str], stamp_s: int) -> Iterable[str]:
    title, text = map(_escaped, words)
    return (
        "BEGIN:VEVENT",
        f"UID:coach-{time.strftime('%H%M', time.gmtime(first * 60))}@{APP_ID}",
        f"DTSTAMP:{_moment(stamp_s)}Z",
        f"DTSTART:{_moment(first * 60)}",
        f"DURATION:PT{MINUTES}M",
        f"RRULE:FREQ=WEEKLY;BYDAY={','.join(_DAYS[day] for day in days)}",
        f"SUMMARY:{title}",
        f"DESCRIPTION:{text}",
        "TRANSP:TRANSPARENT",
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        "TRIGGER:PT0S",
        f"DESCRIPTION:{title}",
        "END:VALARM",
        "END:VEVENT",
    )


def _moment(at_s: int) -> str:
    return time.strftime("%Y%m%dT%H%M%S", time.gmtime(at_s))


def _escaped(text: str) -> str:
    for letter in "\\;,":
        text = text.replace(letter, "\\" + letter)
    return text.replace("\n", "\\n")


def _folded(line: str) -> bytes:
    """Return a line with its end, folded so that no letter is cut in two."""
    rows, row = [], b""
    for letter in line:
        code = letter.encode()
        if len(row) + len(code) > LONGEST:
            rows.append(row)
            row = b" "
        row += code
    return b"\r\n".join([*rows, row, b""])
