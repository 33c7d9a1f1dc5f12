"""The file of the record: opened, checked, brought up to date, copied, emptied and closed. No threads and no clock."""

from __future__ import annotations

import contextlib
import sqlite3
from typing import TYPE_CHECKING

from coach.store import private_files
from coach.store.record.file_access import (
    READ_ONLY,
    Way,
    connect,
    copy_into,
    journal_mode,
    must_be_writable,
    which_file,
    wrong_pages,
)
from coach.store.record.schema import APPLICATION, MIGRATIONS, VERSION

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

WAIT_S = 2.0
"""How long to wait for another program's lock on the file; never on the GUI thread."""
CHECKED_AT_ONCE = 8 << 20
"""A file of more bytes is checked page by page later, in the background: the check takes some ms per MB."""


class NewerError(Exception):
    """The file was written by a newer version of the program."""


class NotOursError(Exception):
    """The file is a database, but not a record of this program."""


class RecordFile:
    """One open record; sqlite3.Error and OSError pass through."""

    def __init__(self, path: Path, way: Way = Way.SHARED) -> None:
        self.path, self.way = path, way
        if not self.is_held:
            with contextlib.suppress(OSError):  # SQLite says it better
                private_files.touch(path)  # what SQLite puts beside it gets the same rights
        self._db = connect(path, way, WAIT_S)
        try:
            self.was_empty = self._open()
            self._is = self._found()
        except BaseException:
            self._db.close()
            raise

    def _open(self) -> bool:
        """Make the file ready; return whether there was nothing in it, not even tables."""
        db = self._db
        version = self._number("PRAGMA user_version")
        tables = self._number("SELECT count(*) FROM sqlite_master")
        if tables and self._number("PRAGMA application_id") != APPLICATION:
            raise NotOursError
        if version > VERSION:
            raise NewerError
        db.execute(f"PRAGMA journal_mode = {journal_mode(self.way)}")
        # A power cut must not take the last events: each commit reaches the disk.
        db.execute("PRAGMA synchronous = FULL")
        db.execute("PRAGMA foreign_keys = ON")
        must_be_writable(db, WAIT_S)
        if tables and not self.is_large:
            self.check()
        self.migrate()
        return not tables

    @property
    def is_large(self) -> bool:
        """Whether checking all of the file takes longer than a person should wait."""
        return self.path.stat().st_size > CHECKED_AT_ONCE

    def is_in_its_place(self) -> bool:
        """Tell whether the open file is still at its path and not cut short; one that is only held always is.

        Where that cannot be found out now the answer is yes: the next write tells more.
        """
        if self.is_held:
            return True
        try:
            file, *wal = self._found()
        except OSError:
            return True
        file_before, *wal_before = self._is
        if wal_before == [None]:  # it comes with the first write
            self._is = file_before, *wal
            wal_before = wal
        return file == file_before and wal == wal_before

    def _found(self) -> tuple[tuple[int, int] | None, ...]:
        """Return device and inode of the files at the path: the record, and its WAL where it has one."""
        names = ("", "-wal") if self.way is Way.SHARED else ("",)
        return tuple(which_file(self.path.with_name(self.path.name + end), empty=bool(end)) for end in names)

    def check(self) -> None:
        """Check the file page by page; raises DatabaseError where it is damaged."""
        if wrong := wrong_pages(self._db):
            message = f"damaged: {wrong}"
            raise sqlite3.DatabaseError(message)

    def migrate(self) -> None:
        """Bring an older file to the version of this program, after copying it beside itself."""
        version = self._number("PRAGMA user_version")
        if version == VERSION:
            return
        if version and not self.is_held:
            self.copy_to(self.path.with_name(f"{self.path.stem}-version-{version}{self.path.suffix}"))
        for number, script in enumerate(MIGRATIONS[version:], version + 1):
            marks = f"PRAGMA user_version = {number}; PRAGMA application_id = {APPLICATION};"
            self._db.executescript(f"BEGIN IMMEDIATE; {script} {marks} COMMIT;")

    def copy_to(self, path: Path) -> None:
        """Copy all of it into another file."""
        private_files.touch(path)
        with contextlib.closing(connect(path, Way.SHARED if self.is_held else self.way, WAIT_S)) as copy:
            copy_into(self._db, copy)

    def _number(self, query: str) -> int:
        return int(self._db.execute(query).fetchone()[0])

    def close(self) -> None:
        """Close the file."""
        self._db.close()

    @property
    def is_held(self) -> bool:
        """Whether the file can only be read: what is written now is lost when the program ends."""
        return self.way is Way.HELD

    @property
    def connection(self) -> sqlite3.Connection:
        """The open database, for reading only."""
        return self._db

    @contextlib.contextmanager
    def together(self) -> Iterator[None]:
        """Commit everything that is written inside together, or none of it."""
        if self._db.in_transaction:  # an earlier one whose rollback failed
            self._db.execute("ROLLBACK")
        self._db.execute("BEGIN IMMEDIATE")
        try:
            yield
            self._db.execute("COMMIT")
        except BaseException:
            if self._db.in_transaction:  # SQLite takes some back itself, as when the disk is full
                self._db.execute("ROLLBACK")
            raise

    def delete_all(self) -> None:
        """Delete everything that is stored, and shrink the file; raises sqlite3.OperationalError where it cannot."""
        if self.is_held:
            raise sqlite3.OperationalError(READ_ONLY)
        with self.together():
            for table in ("event", "block", "place", "answer", "session", "timetable", "exercise_name"):
                self._db.execute(f"DELETE FROM {table}")  # noqa: S608 - the names stand here
        self._db.execute("VACUUM")
        # 1 while another connection reads: then what was deleted still stands in the WAL.
        if self._number("PRAGMA wal_checkpoint(TRUNCATE)"):
            message = "somebody else still reads what was deleted"
            raise sqlite3.OperationalError(message)
