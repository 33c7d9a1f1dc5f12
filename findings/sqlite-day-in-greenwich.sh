#!/usr/bin/env bash
# SQLite puts a session at half past midnight on the day before, because its zone was written down
#
# Versions   SQLite 3.54.1 (apsw 3.54.1.0).
# Guess      date('2026-11-30T00:30:00+01:00') is the date that stands there, 2026-11-30. To write the offset beside the time
#            can only help: without it, the text is taken as it is.
# Behaviour  The offset is subtracted first, so the day is that of Greenwich. With +0100, which ISO 8601 allows as well, the
#            answer is NULL. The seconds after the point are cut off, so that 23:59:59.9 is not yet the next day.
# Seen       without offset: 2026-11-30; +01:00: 2026-11-29; +0100: None; substr(..., 1, 10): 2026-11-30
# Documented On the page on date and time functions: a suffix that is not zero is subtracted in order to get zulu time.
# Matters    GROUP BY date(started) is how days and streaks are counted. Whoever exercises after midnight, and in the
#            Americas in the evening, gets the wrong day; a test that runs at noon does not.
# shellcheck source-path=SCRIPTDIR source=lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

packages apsw==3.54.1.0
python <<'PY'
import apsw

record = apsw.Connection(":memory:")
seen("version", apsw.sqlite_lib_version(), "3.54.1")


def answer(expression):
    return next(iter(record.execute(f"SELECT {expression}")))[0]


seen("without offset", answer("date('2026-11-30T00:30:00')"), "2026-11-30")
seen("in Berlin", answer("date('2026-11-30T00:30:00+01:00')"), "2026-11-29")
seen("in New York, the evening", answer("date('2026-11-30T19:30:00-05:00')"), "2026-12-01")
seen("in Berlin, without a colon", answer("date('2026-11-30T00:30:00+0100')"), None)
seen("the text itself", answer("substr('2026-11-30T00:30:00+01:00', 1, 10)"), "2026-11-30")
PY
