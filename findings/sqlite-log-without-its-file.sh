#!/usr/bin/env bash
# SQLite deletes what is left of a record when the record itself is missing
#
# Versions   SQLite 3.54.1 (apsw 3.54.1.0), journal_mode=WAL.
# Guess      The -wal file holds what was committed and not yet copied into the database. Where the database beside it is
#            missing or empty, opening it is an error, or the contents of the log are there again; the file stays anyhow.
# Behaviour  A new, empty database is made, and the first read, of nothing more than the schema, deletes the log. Here the
#            log had held everything, the table included. Opened read-only, it is an error and the log stays.
#            With an empty file in the database's place it is the same.
# Seen       log of 8 KB and more; tables: []; log there after that: False; read-only: CantOpenError, log there: True
# Documented The page on WAL: separating the two can lose transactions or corrupt the database. That the log is deleted
#            is not said.
# Matters    A backup or a sync that brought only one of the files back, or a file that was renamed by hand: looking
#            into the record is what destroys it. Look first whether a -wal is there without its file.
# shellcheck source-path=SCRIPTDIR source=lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

packages apsw==3.54.1.0
python <<'PY'
import os
import shutil
from pathlib import Path

import apsw

here = Path(os.environ["SCRATCH"])
whole = apsw.Connection(str(here / "record.db"))
for statement in ("PRAGMA journal_mode=WAL", "CREATE TABLE session (pain)", "INSERT INTO session VALUES (3)"):
    whole.execute(statement)
database, log = here / "copy.db", here / "copy.db-wal"
shutil.copy(here / "record.db-wal", log)
seen("log of 8 KB and more", log.stat().st_size > 8000, True)
try:
    apsw.Connection(str(database), flags=apsw.SQLITE_OPEN_READONLY)
    refused = None
except apsw.Error as error:
    refused = type(error).__name__
seen("opened read-only", refused, "CantOpenError")
seen("log there after that", log.exists(), True)
copy = apsw.Connection(str(database))
seen("log there after opening", log.exists(), True)
seen("tables", list(copy.execute("SELECT name FROM sqlite_schema")), [])
seen("log there after reading", log.exists(), False)
shutil.copy(here / "record.db-wal", here / "empty.db-wal")
(here / "empty.db").touch()
empty = apsw.Connection(str(here / "empty.db"))
seen("tables beside an empty file", list(empty.execute("SELECT name FROM sqlite_schema")), [])
seen("log there after reading", (here / "empty.db-wal").exists(), False)
PY
