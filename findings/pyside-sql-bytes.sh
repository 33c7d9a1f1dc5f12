#!/usr/bin/env bash
# PySide6 writes bytes, a date, a list and a dict into a database as an empty text, and reports success
#
# Versions   PySide6 6.11.3 (Qt 6.11.3), its QSQLITE driver.
# Guess      Bound values are converted as everywhere in PySide6: bytes become a blob, a date of Python its ISO form; what
#            cannot be stored makes exec() return False, as sqlite3 of Python raises.
# Behaviour  All of them are stored as the text '' and exec() returns True, with no error and no warning. QByteArray and
#            QDate are stored as they should be. Numbers and texts of Python are, too.
# Seen       7 -> 7; 'x' -> 'x'; QByteArray -> blob; QDate -> '2026-11-30'; b'ab', date, datetime, [1], {'a': 1} -> ''
# Documented QSqlQuery::addBindValue takes a QVariant. The page of PySide6 says "Any".
# Matters    A recording, a day, or a list of exercises is lost at the moment of saving, and the program has been told that
#            it was saved. A column that is NOT NULL lets it pass.
# shellcheck source-path=SCRIPTDIR source=lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

packages "${PYSIDE[@]}"
python <<'PY'
from datetime import UTC, date, datetime

from PySide6.QtCore import QByteArray, QCoreApplication, QDate
from PySide6.QtSql import QSqlDatabase, QSqlQuery

app = QCoreApplication([])
record = QSqlDatabase.addDatabase("QSQLITE")
record.setDatabaseName(":memory:")
record.open()
query = QSqlQuery(record)
query.exec("CREATE TABLE session (value NOT NULL)")


def stored(value):
    query.prepare("INSERT INTO session VALUES (?)")
    query.addBindValue(value)
    success = query.exec()
    query.exec("SELECT quote(value) FROM session ORDER BY rowid DESC LIMIT 1")
    query.next()
    return success, query.value(0)


kept = ((7, "7"), ("x", "'x'"), (QByteArray(b"ab"), "X'6162'"), (QDate(2026, 11, 30), "'2026-11-30'"))
for value, literal in kept:
    seen(f"{value!r}", stored(value), (True, literal))
for value in (b"ab", date(2026, 11, 30), datetime(2026, 11, 30, 10, 30, tzinfo=UTC), [1], (1, 2), {"a": 1}):
    seen(f"{value!r}", stored(value), (True, "''"))
PY
