#!/usr/bin/env bash
# A half-hour event can end before it starts, or last ninety minutes
#
# Versions   icalendar 7.3.2, recurring-ical-events 3.8.2, Europe/Berlin.
# Guess      DURATION:PT30M is thirty minutes on every day of a daily event: RFC 5545, 3.3.6, calls hours and minutes exact.
# Behaviour  The end is reckoned on the face of the clock. In the night the clock goes forward, an event at 2:30 ends half
#            an hour before it starts; when it goes back, the same event lasts an hour and a half. A single event (without
#            a rule, icalendar alone) of six hours over that night lasts five.
# Seen       2026-03-29: 02:30+01:00 to 03:00+02:00, -30 minutes; 2026-10-25: 90 minutes; PT6H over the night: 5 hours
# Documented The pages of both speak of DURATION as the length; nothing on the change of clocks.
# Matters    A night shift's exercise, or a reminder "half an hour, then stop": end - start is taken for a length, and a
#            timer gets a negative one.
# shellcheck source-path=SCRIPTDIR source=lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

packages icalendar==7.3.2 recurring-ical-events==3.8.2 x-wr-timezone==2.0.1 python-dateutil==2.9.0.post0 tzdata==2026.6
python <<'PY'
from datetime import UTC, timedelta

import recurring_ical_events
from icalendar import Calendar, Event

EVENT = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//example//
BEGIN:VEVENT
UID:1
DTSTART;TZID=Europe/Berlin:{start}
DURATION:{length}
RRULE:FREQ=DAILY;COUNT=3
END:VEVENT
END:VCALENDAR
"""


def minutes(event):
    return round((event.end.astimezone(UTC) - event.start.astimezone(UTC)) / timedelta(minutes=1))


def days(start, length, begin, end):
    events = recurring_ical_events.of(Calendar.from_ical(EVENT.format(start=start, length=length))).between(begin, end)
    return [minutes(event) for event in events]


seen("minutes of PT30M, 28 to 30 March", days("20260328T023000", "PT30M", (2026, 3, 27), (2026, 4, 1)), [30, -30, 30])
seen("minutes of PT30M, 24 to 26 October", days("20261024T023000", "PT30M", (2026, 10, 23), (2026, 10, 28)), [30, 90, 30])
single = Event.from_ical("BEGIN:VEVENT\nDTSTART;TZID=Europe/Berlin:20260328T230000\nDURATION:PT6H\nEND:VEVENT")
seen("minutes of PT6H from 23:00 on 28 March", minutes(single), 300)
PY
