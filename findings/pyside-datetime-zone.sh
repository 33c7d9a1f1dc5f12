#!/usr/bin/env bash
# PySide6 drops the time zone of a datetime in both directions, and keeps the digits
#
# Versions   PySide6 6.11.3 (Qt 6.11.3), on a machine whose clock is that of New York.
# Guess      QDateTime knows zones, datetime knows zones: QDateTime(aware datetime) is the same moment, and toPython() of a
#            QDateTime in UTC is an aware datetime. Or the call is refused.
# Behaviour  QDateTime(10:00 UTC) is 10:00 local time, five hours later. QDateTimeEdit.setDateTime() takes the datetime as
#            well, and does the same. toPython() of 10:00 UTC is a naive 10:00, which Python takes as local time. Nothing is
#            raised or printed.
# Seen       in: 2026-11-30T10:00+00:00; as QDateTime, in UTC: 2026-11-30T15:00:00Z; out: datetime(2026, 11, 30, 10, 0), tzinfo None
# Documented Not on PySide's page of QDateTime (toPython: no word on zones).
# Matters    Records are best kept in UTC. Shown and saved through a date field they move by the offset each time; in
#            London in winter no test sees it.
# shellcheck source-path=SCRIPTDIR source=lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

export TZ=EST5EDT,M3.2.0,M11.1.0
packages "${PYSIDE[@]}"
python <<'PY'
from datetime import UTC, datetime

from PySide6.QtCore import QDateTime, Qt, QTimeZone
from PySide6.QtWidgets import QApplication, QDateTimeEdit

app = QApplication([])
moment = datetime(2026, 11, 30, 10, 0, tzinfo=UTC)
seen("10:00 UTC as a QDateTime, in UTC", QDateTime(moment).toUTC().toString(Qt.DateFormat.ISODate), "2026-11-30T15:00:00Z")
field = QDateTimeEdit()
field.setDateTime(moment)
seen("in a field, in UTC", field.dateTime().toUTC().toString(Qt.DateFormat.ISODate), "2026-11-30T15:00:00Z")
back = QDateTime(moment.date(), moment.time(), QTimeZone.utc()).toPython()
seen("10:00 UTC of Qt in Python", back, datetime(2026, 11, 30, 10, 0))
seen("its zone", back.tzinfo, None)
PY
