#!/usr/bin/env bash
# ics.py writes that a calendar is of Georgia, and others then refuse it
#
# Versions   ics 0.7.3; recurring-ical-events 3.8.2 and icalendar 7.3.2 to read what was written.
# Guess      A calendar without CALSCALE is read and written again without it, or with CALSCALE:GREGORIAN, which is what is
#            meant where the line is missing and the only value there is.
# Behaviour  Reading puts CALSCALE:GEORGIAN in, and writing writes it. A calendar made by ics.py itself has no such line
#            until it has been through its own reader. recurring-ical-events refuses the outcome; icalendar alone takes it.
# Seen       after one time through: ['CALSCALE:GEORGIAN']; recurring-ical-events: InvalidCalendar; before: 1 event
# Documented Not on its pages; known as issue 302 of ics-py/ics-py.
# Matters    Most plans leave the line out. One that has been through ics.py opens on the desk of whoever changed it and is
#            refused, as a calendar of another kind, by the next program.
# shellcheck source-path=SCRIPTDIR source=lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

packages ics==0.7.3 arrow==1.4.0 attrs==26.1.0 TatSu==5.15.1 icalendar==7.3.2 recurring-ical-events==3.8.2 \
    x-wr-timezone==2.0.1 python-dateutil==2.9.0.post0 tzdata==2026.6
python <<'PY'
import ics
import recurring_ical_events
from icalendar import Calendar

PLAN = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//example//
BEGIN:VEVENT
UID:1
DTSTAMP:20260301T000000Z
DTSTART:20260323T073000Z
DURATION:PT30M
SUMMARY:Stretch
END:VEVENT
END:VCALENDAR
"""


def events(text):
    try:
        return len(recurring_ical_events.of(Calendar.from_ical(text)).between((2026, 3, 1), (2026, 4, 30)))
    except ValueError as error:
        return type(error).__name__


def scale(text):
    return [line.strip() for line in text.splitlines() if line.startswith("CALSCALE")]


seen("made by ics.py", scale(ics.Calendar().serialize()), [])
seen("events before", events(PLAN), 1)
after = ics.Calendar(PLAN).serialize()
seen("after one time through", scale(after), ["CALSCALE:GEORGIAN"])
seen("events after", events(after), "InvalidCalendar")
seen("icalendar alone", len(Calendar.from_ical(after).events), 1)
PY
