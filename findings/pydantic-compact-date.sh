#!/usr/bin/env bash
# pydantic takes the date 20261130 for a day in August 1970
#
# Versions   pydantic 2.14.4.
# Guess      "20261130" is ISO 8601 without its dashes, as iCalendar, HL7 and DICOM write dates: it is the 30th of November
#            2026, as for datetime.fromisoformat(), or it is refused.
# Behaviour  A datetime takes it for seconds since 1970, with UTC for a zone. A date refuses it, for another reason: those
#            seconds are no midnight. With a time, "20261130T103000Z", it is refused.
# Seen       datetime: 1970-08-23T12:05:30+00:00; date: date_from_datetime_inexact; fromisoformat: 2026-11-30T00:00:00
# Documented In the list of what a datetime takes: a number as a string, assumed to be Unix time.
# Matters    Of all formats that write compact dates, those of calendars and hospitals are the ones a health program reads.
#            A measurement with a day and no time passes the schema and lies fifty years back.
# shellcheck source-path=SCRIPTDIR source=lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

packages pydantic==2.14.4 pydantic_core==2.50.5 annotated-types==0.8.0 typing_extensions==4.16.0 typing-inspection==0.4.5
python <<'PY'
from datetime import date, datetime

from pydantic import TypeAdapter, ValidationError


def read(kind, text):
    try:
        return TypeAdapter(kind).validate_python(text).isoformat()
    except ValidationError as error:
        return error.errors()[0]["type"]


seen("Python itself", datetime.fromisoformat("20261130").isoformat(), "2026-11-30T00:00:00")
seen("a datetime, with dashes", read(datetime, "2026-11-30"), "2026-11-30T00:00:00")
seen("a datetime", read(datetime, "20261130"), "1970-08-23T12:05:30+00:00")
seen("a date", read(date, "20261130"), "date_from_datetime_inexact")
seen("a datetime with a time", read(datetime, "20261130T103000Z"), "datetime_from_date_parsing")
PY
