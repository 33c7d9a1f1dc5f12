#!/usr/bin/env bash
# 400 days written by pydantic are 401 days when somebody else reads them
#
# Versions   pydantic 2.14.4 (pydantic-core 2.50.5), isodate 0.7.2.
# Guess      A timedelta in JSON is written in a form that means the same length to every reader of ISO 8601 durations:
#            days and smaller, as a timedelta has no years. Years and months in a text to be read are refused.
# Behaviour  From 365 days on pydantic writes "P1Y...", meaning 365 days. ISO 8601, and so isodate, means a year of the
#            calendar: counted from March of 2027 it has 366 days. Reading, "P1M" becomes 30 days without a word.
# Seen       400 days -> P1Y35D -> from 2027-03-01: 401 days; "P1M" -> 30 days
# Documented pydantic lists the text forms of a timedelta with days and smaller only; no word on years and months, nor on
#            what is written.
# Matters    "Repeat after", "since" and lengths of plans leave the program in JSON. The one who reads a month as 30 days
#            and the one who reads a month of the calendar are a day or two apart.
# shellcheck source-path=SCRIPTDIR source=lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

packages pydantic==2.14.4 pydantic-core==2.50.5 isodate==0.7.2
python <<'PY'
from datetime import date, timedelta

import isodate
from pydantic import TypeAdapter

lengths = TypeAdapter(timedelta)
written = lengths.dump_json(timedelta(days=400)).decode().strip('"')
seen("400 days as written", written, "P1Y35D")
start = date(2027, 3, 1)
read = start + isodate.parse_duration(written) - start
seen("days as read by isodate, from 2027-03-01", read.days, 401)
seen("days as read by pydantic", lengths.validate_python(written).days, 400)
seen("a month as read by pydantic", lengths.validate_python("P1M"), timedelta(days=30))
seen("a month as read by isodate, from 2027-02-01", (date(2027, 2, 1) + isodate.parse_duration("P1M") - date(2027, 2, 1)).days, 28)
PY
