"""The record of what was really done: every event is committed when it happens. No threads and no clock in here.

Instants are in ms since 1970 (UTC) with the minutes that local time was ahead then, so that a session keeps its day
when the clocks or the country change. Times inside a session are in ms of its own clock. Which warning sign or which
line of the ask-first list applied has no column: it is never asked, so it is never kept.
"""

from __future__ import annotations

import contextlib
import sqlite3
from typing import TYPE_CHECKING

from coach.store import private_files
from coach.store.record.check_past import read_past
from coach.store.record.cut_off import LAST_NUMBER, end_as_cut_off, is_open, read_unfinished
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
from coach.store.record.values import Done

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from coach.core.timeline import Block
    from coach.store.record.moments import Instant
    from coach.store.record.session_start import SessionStart
    from coach.store.record.values import Compared, EarlierSessions, Ending, Unfinished

WAIT_S = 2.0
"""How long to wait for another program's lock on the file; never on the GUI thread."""
CHECKED_AT_ONCE = 8 << 20
"""A file of more bytes is checked page by page later, in the background: the check takes some ms per MB."""


class NewerError(Exception):
    """The file was written by a newer version of the program."""


class NotOursError(Exception):
    """The file is a database, but not a record of this program."""


class Journal:
    """One open record. Every method commits before it returns; sqlite3.Error and OSError pass through."""

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

    # A session, as it happens

    def begin(self, start: SessionStart) -> int:
        """Store that a session began, and return its id."""
        at = start.at
        values = (start.routine, start.routine_name, start.routine_version, start.pacing)
        if start.planned_ms:  # before the session: without one, a timetable does no harm
            self._db.execute(
                "INSERT INTO timetable VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET planned_ms = excluded.planned_ms"
                " WHERE planned_ms <> excluded.planned_ms",
                (start.routine, start.routine_version, start.planned_ms),
            )
        cursor = self._db.execute(
            "INSERT INTO session (started_ms, offset_min, routine, routine_name, routine_version, pacing, pain_before,"
            " restart) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (at.ms, at.offset_min, *values, start.pain_before, start.restart),
        )
        return int(cursor.lastrowid or 0)

    def event(  # noqa: PLR0917 - a row of the table
        self, session: int, number: int, at_ms: int, kind: str, block: int | None, detail: int | None
    ) -> None:
        """Store one event of a session; `number` counts them, `detail` is the one duration that it may have, in ms."""
        self._db.execute(
            # A write that failed is tried again, and may have been stored after all.
            "INSERT OR IGNORE INTO event VALUES (?, ?, ?, ?, ?, ?)",
            (session, number, at_ms, kind, block, detail),
        )

    def left(  # noqa: PLR0917 - a row of the table
        self, session: int, number: int, index: int, block: Block, spent_ms: int, why: str
    ) -> None:
        """Store that a work block was left after `spent_ms` of its own time."""
        self._db.execute(
            "INSERT OR IGNORE INTO block VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                *(session, number, index, block.exercise, block.position, block.round, block.side),
                *(block.duration_ms, spent_ms, why),
            ),
        )
        # The last mark of this place holds the same seconds: they must not count twice.
        self._db.execute("UPDATE place SET spent_ms = 0 WHERE session = ? AND block = ?", (session, index))

    def mark(self, session: int, index: int, block: Block, spent_ms: int, now_ms: int) -> None:
        """Store where the person is, in case the session is cut off; `now_ms` is in ms since 1970 (UTC)."""
        self._db.execute(
            "INSERT OR REPLACE INTO place VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                *(session, index, block.exercise, block.position, block.round, block.rounds, block.side),
                *(int(block.kind.is_work), block.duration_ms, spent_ms, now_ms),
            ),
        )

    def end(self, session: int, ending: Ending, at: Instant) -> None:
        """Store how and when a session ended."""
        self._db.execute("UPDATE session SET ending = ?, ended_ms = ? WHERE id = ?", (ending, at.ms, session))

    def reopen(self, session: int) -> None:
        """Take an ending back: the pain stop was a mistake, or the person goes on where the session was cut off."""
        self._db.execute("UPDATE session SET ending = NULL, ended_ms = NULL WHERE id = ?", (session,))

    # What the person says

    def set_after(self, session: int, pain: int | None, compared: Compared | None) -> None:
        """Store the pain number after the session and how it compares; None leaves what is stored."""
        self._db.execute(
            "UPDATE session SET pain_after = coalesce(?, pain_after), compared = coalesce(?, compared) WHERE id = ?",
            (pain, compared, session),
        )

    def set_stop_pain(self, session: int, pain: int) -> None:
        """Store the pain number after a pain stop."""
        self._db.execute("UPDATE session SET stop_pain = ? WHERE id = ?", (pain, session))

    def set_note(self, session: int, note: str) -> None:
        """Store the person's own words."""
        self._db.execute("UPDATE session SET note = ? WHERE id = ?", (note, session))

    def set_next_day(self, session: int, *, worse: bool) -> None:
        """Store whether the back hurt more that day or the day after."""
        self._db.execute("UPDATE session SET next_day = ? WHERE id = ?", ("worse" if worse else "no", session))

    def answer(self, at: Instant, question: str, answer: str) -> None:
        """Store an answer that belongs to no session: how a check ended, or whether the stretches help.

        Of a professional's yes about a warning sign only that there was one, never which sign.
        """
        self._db.execute("INSERT INTO answer VALUES (?, ?, ?, ?)", (at.ms, at.offset_min, question, answer))

    # What was cut off

    def unfinished(self, besides: int | None = None) -> Unfinished | None:
        """Return the newest session without an ending that has a mark, except `besides`, the one that is running."""
        return read_unfinished(self._db, besides)

    def close_unfinished(self, *besides: int | None) -> None:
        """End every session without an ending as cut off, with what was done, the seconds of its last mark included.

        Except `besides`: the one that is running, and one that the person may still want to continue.
        """
        still_open = is_open(besides)
        if not self._number(f"SELECT EXISTS (SELECT 1 FROM session WHERE {still_open})"):  # noqa: S608 - numbers only
            return
        with self.together():
            end_as_cut_off(self._db, still_open)

    def done_of(self, session: int) -> list[Done]:
        """Return the work blocks that were left in a session, in the order of time."""
        rows = self._db.execute("SELECT block, spent_ms, why FROM block WHERE session = ? ORDER BY number", (session,))
        return [Done(*row) for row in rows]

    def last_event(self, session: int) -> int:
        """Return the highest number of an event or a block of a session; 0 where there is none."""
        return self._number(f"SELECT {LAST_NUMBER.format(session=int(session))}")

    # What the check has to know

    def past(self) -> EarlierSessions:
        """Return what the check has to know of earlier sessions."""
        return read_past(self._db)

    # All of it

    def delete_all(self) -> None:
        """Delete everything that is stored, and shrink the file; raises sqlite3.OperationalError where it cannot."""
        if self.is_held:
            raise sqlite3.OperationalError(READ_ONLY)
        with self.together():
            for table in ("event", "block", "place", "answer", "session", "timetable"):
                self._db.execute(f"DELETE FROM {table}")  # noqa: S608 - the names stand here
        self._db.execute("VACUUM")
        # 1 while another connection reads: then what was deleted still stands in the WAL.
        if self._number("PRAGMA wal_checkpoint(TRUNCATE)"):
            message = "somebody else still reads what was deleted"
            raise sqlite3.OperationalError(message)
