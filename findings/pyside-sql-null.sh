#!/usr/bin/env bash
# NULL in a database is an empty text in PySide6, also in a column of numbers
#
# Versions   PySide6 6.11.3 (Qt 6.11.3), its QSQLITE driver.
# Guess      QSqlQuery.value() gives None for NULL, as every other Python interface to a database does; at worst 0 for a
#            number.
# Behaviour  It gives '' for every NULL, whatever the column: a missing number is the text ''. Only isNull() tells it from a
#            text that is empty. Past the last row value() does give None.
# Seen       INTEGER: '', REAL: '', TEXT: '', BLOB: '', max() of none: ''; isNull: True; the text '': '', isNull: False
# Documented QSqlQuery::value: "An invalid QVariant is returned if field index does not exist, if the query is inactive, or
#            if the query is positioned on an invalid record". For NULL, C++ gets a null variant of the column's type.
# Matters    "Pain not given" is None in the record and '' on the way back: "is not None" holds, and '' next to 7 is a
#            TypeError in the one chart that has a gap, or a 0 where somebody writes "or 0".
# shellcheck source-path=SCRIPTDIR source=lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

packages "${PYSIDE[@]}"
python <<'PY'
from PySide6.QtCore import QCoreApplication
from PySide6.QtSql import QSqlDatabase, QSqlQuery

app = QCoreApplication([])
record = QSqlDatabase.addDatabase("QSQLITE")
record.setDatabaseName(":memory:")
record.open()
query = QSqlQuery(record)
query.exec("CREATE TABLE session (pain INTEGER, weight REAL, note TEXT, sound BLOB)")
query.prepare("INSERT INTO session VALUES (?, ?, ?, ?)")
for _ in range(4):
    query.addBindValue(None)
seen("None is written", query.exec(), True)
query.exec("SELECT pain, weight, note, sound, max(pain), typeof(pain), '' FROM session")
query.next()
seen("what SQLite holds", query.value(5), "null")
for index, column in enumerate(("INTEGER", "REAL", "TEXT", "BLOB", "max() of none")):
    seen(f"NULL, {column}", (query.value(index), query.isNull(index)), ("", True))
seen("an empty text", (query.value(6), query.isNull(6)), ("", False))
query.next()
seen("past the last row", query.value(0), None)
PY
