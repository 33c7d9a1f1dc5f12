#!/usr/bin/env bash
# ics.py writes a weekly event at 7:30 so that it is at 8:30 in summer
#
# Versions   ics 0.7.3, icalendar 7.3.2 and recurring-ical-events 3.8.2 to read what was written, Europe/Berlin.
# Guess      A calendar that is read and written again is the same calendar: an event at 7:30 in Berlin, each week, is at
#            7:30 each week. What ics.py does not know, such as the rule, it keeps as it was.
# Behaviour  The rule is kept, but the start is turned into UTC and the zone left out. 6:30 UTC each week is 7:30 in winter
#            and 8:30 from the end of March.
# Seen       DTSTART;TZID=Europe/Berlin:20260323T073000 -> DTSTART:20260323T063000Z; 30 March: 07:30 before, 08:30 after
# Documented Rules are said to be unsupported. That they are passed on beside another start is not.
# Matters    A plan from the therapist goes through a program once, to add a note, and its times are right until the clocks
#            change.
# shellcheck source-path=SCRIPTDIR source=lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

packages ics==0.7.3 arrow==1.4.0 attrs==26.1.0 TatSu==5.15.1 icalendar==7.3.2 recurring-ical-events==3.8.2 \
    x-wr-timezone==2.0.1 python-dateutil==2.9.0.post0 tzdata==2026.6
python <<'PY'
from zoneinfo import ZoneInfo

import ics
import recurring_ical_events
from icalendar import Calendar

PLAN = """BEGIN:VCALENDAR
VERSION:2.0
CALSCALE:GREGORIAN
PRODID:-//example//
BEGIN:VEVENT
UID:1
DTSTAMP:20260301T000000Z
DTSTART;TZID=Europe/Berlin:20260323T073000
DURATION:PT30M
RRULE:FREQ=WEEKLY;COUNT=3
SUMMARY:Stretch
END:VEVENT
END:VCALENDAR
"""


def times(text):
    events = recurring_ical_events.of(Calendar.from_ical(text)).between((2026, 3, 1), (2026, 4, 30))
    return [event.start.astimezone(ZoneInfo("Europe/Berlin")).strftime("%d %b %H:%M") for event in events]


def lines(text, *names):
    return [line.strip() for line in text.splitlines() if line.startswith(names)]


after = ics.Calendar(PLAN).serialize()
seen("start and rule, after", lines(after, "RRULE", "DTSTART"), ["RRULE:FREQ=WEEKLY;COUNT=3", "DTSTART:20260323T063000Z"])
seen("in Berlin, before", times(PLAN), ["23 Mar 07:30", "30 Mar 07:30", "06 Apr 07:30"])
seen("in Berlin, after", times(after), ["23 Mar 07:30", "30 Mar 08:30", "06 Apr 08:30"])
PY
