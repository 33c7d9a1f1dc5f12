"""The record as CSV: a file for each table, with a byte order mark, by which spreadsheets know that it is UTF-8."""

from __future__ import annotations

import csv
import functools
import io
from typing import TYPE_CHECKING, Protocol

from coach.store.export.sessions import local_time

if TYPE_CHECKING:
    import sqlite3

    from coach.store.export.sessions import Form, StoredSession

MARK = "\ufeff"
SESSIONS = (
    *("session", "started", "ended", "routine_id", "routine", "version", "pacing", "ending"),
    *("pain_before", "pain_after", "pain_after_at", "pain_after_stop", "pain_after_stop_at"),
    *("compared", "next_day", "restart", "note"),
)
BLOCKS = (
    *("session", "started", "routine", "block", "exercise", "exercise_name", "set", "round", "reps", "side"),
    *("planned_s", "done_s", "left"),
)
EVENTS = ("session", "at_s", "kind", "block", "detail_s")
ANSWERS = ("at", "question", "answer")


class _Rows(Protocol):
    """Returns the rows of one session as text."""

    def __call__(self, stored: StoredSession, /) -> str: ...


class Csv:
    """Writes one table as CSV; docs/record-format.md describes the columns."""

    def __init__(self, columns: tuple[str, ...], rows: _Rows) -> None:
        self._columns, self._rows = columns, rows

    def head(self) -> str:
        """Return the mark and the names of the columns."""
        return f"{MARK}{_cells(*self._columns)}\r\n"

    def session(self, stored: StoredSession) -> str:
        """Return the rows of one session, in the order of time."""
        return self._rows(stored)

    def foot(self, _db: sqlite3.Connection) -> str:
        """Return an empty text: a table of sessions ends with its last row."""
        return ""


class Answers:
    """Writes the answers that belong to no session."""

    def head(self) -> str:
        """Return the mark and the names of the columns."""
        return f"{MARK}{_cells(*ANSWERS)}\r\n"

    def session(self, _stored: StoredSession) -> str:
        """Return an empty text."""
        return ""

    def foot(self, db: sqlite3.Connection) -> str:
        """Return the rows."""
        rows = db.execute("SELECT * FROM answer ORDER BY at_ms")
        return "".join(
            [f"{_cells(local_time(ms, offset), _plain(asked), _plain(said))}\r\n" for ms, offset, asked, said in rows]
        )


def tables() -> dict[str, Form]:
    """Return what writes each table, by its name."""
    return {
        "sessions": Csv(SESSIONS, _session),
        "blocks": Csv(BLOCKS, _blocks),
        "events": Csv(EVENTS, _events),
        "answers": Answers(),
    }


def _session(stored: StoredSession) -> str:
    row = _cells(
        *(stored.id, stored.local(stored.started_ms), stored.local(stored.ended_ms)),
        *map(_plain, (stored.routine, stored.routine_name, stored.routine_version, stored.pacing)),
        *(stored.ending, stored.pain_before, stored.pain_after, stored.local(stored.after_told_ms)),
        *(stored.stop_pain, stored.local(stored.stop_told_ms), stored.compared, stored.next_day),
        *(_plain(stored.restart), _plain(stored.note)),
    )
    return f"{row}\r\n"


def _blocks(stored: StoredSession) -> str:
    first = _cells(stored.id, stored.local(stored.started_ms), _plain(stored.routine_name))
    return "".join([f"{first},{_block(*block)}\r\n" for block in stored.blocks])


@functools.lru_cache(4096, typed=True)  # most blocks are done as they are planned
def _block(  # noqa: PLR0917 - a row of the table
    place: int,
    exercise: str,
    name: str | None,
    of_set: int,
    number: int,
    reps: int,
    side: str | None,
    planned_ms: int,
    spent_ms: int,
    why: str,
) -> str:
    what = place, _plain(exercise), _plain(name), of_set, number, reps, side
    return _cells(*what, planned_ms / 1000, spent_ms / 1000, _plain(why))


def _events(stored: StoredSession) -> str:
    return "" if stored.event_rows is None else f"{stored.event_rows}\r\n"


def _cells(*values: str | float | None) -> str:
    line = io.StringIO()
    csv.writer(line, lineterminator="").writerow(values)
    return line.getvalue()


def _plain(text: str | None) -> str | None:
    """Return a text that no spreadsheet takes for a formula: one that begins like one gets an apostrophe in front."""
    return f"'{text}" if text and text[0] in "=+-@\t\r" else text
