"""The chosen days and times as a calendar file, as another program reads it."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import icalendar
from dateutil.rrule import rrulestr  # type: ignore[import-untyped]

from coach.core.reminder_times import DAY, minutes, weekday
from coach.reminders.calendar_file import LONGEST, calendar

DAYS, TIMES = (0, 2, 6), (minutes("07:30"), minutes("18:05"))
NOW = 20_000 * DAY + minutes("12:00")
"""A Friday."""
STAMP_S = 1_728_000_000
TITLE, TEXT = "Dehnen, wenn es passt; über zwölf Übungen, ganz in Ruhe, und ohne jede Eile, auch heute", "a\\b\nc"


def events(data: bytes) -> list[Any]:
    return list(icalendar.Calendar.from_ical(data).walk("VEVENT"))


def test_another_program_finds_each_time_with_its_days_and_an_alarm() -> None:
    data = calendar(DAYS, TIMES, (TITLE, TEXT), NOW, STAMP_S)

    assert weekday(NOW // DAY) == 4
    assert [str(each["UID"]) for each in events(data)] == [
        "coach-0730@org.example.lowerbackcoach",
        "coach-1805@org.example.lowerbackcoach",
    ]
    for event, at in zip(events(data), ((7, 30), (18, 5)), strict=True):
        begin = event["DTSTART"].dt
        assert begin == datetime(2024, 10, 6, *at)  # noqa: DTZ001 - of the local clock, wherever that is
        rule = rrulestr(event["RRULE"].to_ical().decode(), dtstart=begin)
        assert [f"{each:%a %d %H:%M}" for each in rule[:3]] == [
            f"{day} {at[0]:02}:{at[1]:02}" for day in ("Sun 06", "Mon 07", "Wed 09")
        ]
        assert (str(event["SUMMARY"]), str(event["DESCRIPTION"])) == (TITLE, TEXT)
        assert event["DURATION"].dt == timedelta(minutes=20)
        assert event["DTSTAMP"].dt.timestamp() == STAMP_S
        (alarm,) = event.walk("VALARM")
        assert (alarm["ACTION"], alarm["TRIGGER"].dt) == ("DISPLAY", timedelta(0))
        assert event.errors == alarm.errors == []


def test_lines_are_short_and_end_as_they_have_to() -> None:
    data = calendar(DAYS, TIMES, (TITLE, TEXT), NOW, STAMP_S)

    assert data.endswith(b"END:VCALENDAR\r\n")
    assert b"\n" not in data.replace(b"\r\n", b"")
    assert max(len(line) for line in data.split(b"\r\n")) <= LONGEST
    assert all(line.decode() for line in data.split(b"\r\n")[:-1]), "no letter is cut in two"


def test_a_newer_file_changes_the_events_of_the_older_one() -> None:
    fewer = calendar((1,), TIMES, (TITLE, TEXT), NOW + 30 * DAY, STAMP_S + 1)

    ids = [
        [str(each["UID"]) for each in events(data)]
        for data in (calendar(DAYS, TIMES, (TITLE, TEXT), NOW, STAMP_S), fewer)
    ]
    assert ids[0] == ids[1]
