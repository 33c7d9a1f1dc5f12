"""The whole record as CSV (a file for each table), as JSON and as FHIR, for the person and whom they give it to.

It is written one session at a time, in one read transaction: years of it need no more memory than a day, changes
meanwhile are not in it, and it can be cancelled between two sessions.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.store.export.csv_files import tables
from coach.store.export.fhir import Fhir
from coach.store.export.json_file import Json
from coach.store.export.sessions import local_time, sessions, text
from coach.store.whole_files import Files

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable
    from pathlib import Path

    from coach.store.export.sessions import Form
    from coach.store.record.moments import Instant


def to_csv(db: sqlite3.Connection, table: str) -> str:
    """Return one table, in one piece, for a small record."""
    return text(db, tables()[table])


def to_json(db: sqlite3.Connection) -> str:
    """Return everything that is stored, in one piece, for a small record."""
    return text(db, Json())


def to_fhir(db: sqlite3.Connection) -> str:
    """Return the person's own numbers, in one piece, for a small record."""
    return text(db, Fhir())


def write_all(db: sqlite3.Connection, folder: Path, now: Instant, step: Callable[[int, int], None]) -> list[Path]:
    """Write all files into a folder and return their paths. Raises OSError and sqlite3.Error.

    `step` gets the number of sessions written so far and the number of all, and may raise: then no file is written.
    With a connection of its own it can run while another thread writes the record.
    """
    day = local_time(now.ms, now.offset_min)[:10]
    forms: dict[str, Form] = {f"-{table}.csv": form for table, form in tables().items()}
    forms |= {".json": Json(), ".fhir.json": Fhir()}
    names = [f"coach-record-{day}{end}" for end in forms]
    with Files(folder, names) as files:
        db.execute("BEGIN")  # one state of the record, however long this takes
        (count,) = db.execute("SELECT count(*) FROM session").fetchone()
        parts = list(zip(forms.values(), files, strict=True))
        for form, file in parts:
            file.write(form.head().encode())
        for number, stored in enumerate(sessions(db)):
            step(number, count)
            for form, file in parts:
                file.write(form.session(stored).encode())
        for form, file in parts:
            file.write(form.foot(db).encode())
        step(count, count)
    return [folder / name for name in names]
