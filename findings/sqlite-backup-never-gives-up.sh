#!/usr/bin/env bash
# A backup of a locked record goes on for ever, and says that nothing remains to be done
#
# Versions   pysqlite3-binary 0.5.4.post2 (the sqlite3 module of Python) with SQLite 3.51.1.
# Guess      Connection.backup() waits for a lock as long as the connection's timeout says, and then raises "database is
#            locked", as every other statement on that connection does.
# Behaviour  The timeout does not count: backup() sleeps and tries again without end. progress is called each time, with
#            "0 of 0 pages remain", which is also what the end of a backup of an empty record looks like. Only an exception
#            raised in progress ends it.
# Seen       timeout=0, SELECT: OperationalError; backup: 200 times (5, 0, 0), until progress raises; unlocked: (101, 0, 52)
# Documented backup: sleep is "the number of seconds to sleep between successive attempts to back up remaining pages". No end
#            to the attempts is named.
# Matters    A copy of the record is made before it is changed. Where another program holds the record, the start waits for
#            ever; a bar that shows total - remaining is full or divides by 0. Count the calls and raise.
# shellcheck source-path=SCRIPTDIR source=lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

packages pysqlite3-binary==0.5.4.post2
python <<'PY'
import os
from pathlib import Path

import pysqlite3

record = str(Path(os.environ["SCRATCH"]) / "record.db")
seen("version", pysqlite3.sqlite_version, "3.51.1")
other = pysqlite3.connect(record, isolation_level=None)
other.execute("CREATE TABLE session (note)")
other.executemany("INSERT INTO session VALUES (?)", [("x" * 3000,)] * 50)
mine = pysqlite3.connect(record, timeout=0)
calls = []


class Enough(Exception):
    pass


def progress(*told):
    calls.append(told)
    if len(calls) == 200:
        raise Enough


def backup():
    calls.clear()
    try:
        mine.backup(pysqlite3.connect(":memory:"), progress=progress, sleep=0.001)
    except Enough:
        return "still trying", len(calls), set(calls)
    return "done", len(calls), set(calls)


other.execute("BEGIN EXCLUSIVE")
try:
    mine.execute("SELECT note FROM session")
    refused = None
except pysqlite3.OperationalError as error:
    refused = str(error)
seen("a SELECT", refused, "database is locked")
seen("a backup", backup(), ("still trying", 200, {(5, 0, 0)}))
other.execute("ROLLBACK")
seen("a backup, unlocked", backup(), ("done", 1, {(101, 0, 52)}))
PY
