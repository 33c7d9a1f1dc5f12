"""The record as it is written out: one session after the other, never all of it in memory."""

from __future__ import annotations

import functools
from datetime import UTC, datetime, timedelta, timezone
from typing import TYPE_CHECKING, NamedTuple, Protocol

from coach.store.record.event_row import BEFORE, KIND
from coach.store.record.exercise_names import NAME
from coach.store.record.finished import ENDING

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

PAIN_CODE = {"system": "http://loinc.org", "code": "72514-3"}
"""Pain severity, 0 to 10 verbal numeric rating, as LOINC names it."""
PAIN_NAME = "Pain severity, 0 to 10 verbal numeric rating"


Block = tuple[int, str, str | None, int, int, int, str | None, int, int, str]
"""A block of work that was left: place, exercise and name, set, round, repetitions, side, ms planned and spent, why."""


class StoredSession(NamedTuple):
    """One session, whatever became of it."""

    id: int
    started_ms: int
    offset_min: int
    routine: str
    routine_name: str
    routine_version: str
    pacing: str
    pain_before: int | None
    restart: str | None
    ended_ms: int | None
    ending: str | None
    pain_after: int | None
    compared: str | None
    next_day: str | None
    note: str
    stop_pain: int | None
    after_told_ms: int | None
    """When `pain_after` was told, in ms since 1970 (UTC); None where it was not, and in sessions of an older coach."""
    stop_told_ms: int | None
    """The same of `stop_pain`."""
    blocks: list[Block]
    events: str | None
    """The events as items of a JSON list, without its brackets; None where there are none."""
    event_rows: str | None
    """The same as rows of CSV, without the last line break."""

    def local(self, ms: int | None) -> str | None:
        """Return a moment in the local time of the session; None where there is none."""
        return None if ms is None else local_time(ms, self.offset_min)


class Form(Protocol):
    """A file format for the record, written in parts: head, sessions, foot."""

    def head(self) -> str:
        """Return the text before the first session."""
        ...

    def session(self, stored: StoredSession) -> str:
        """Return the text of one session."""
        ...

    def foot(self, db: sqlite3.Connection) -> str:
        """Return the text after the last session."""
        ...


_SESSIONS = (
    "SELECT id, started_ms, offset_min, routine, routine_name, routine_version, pacing, pain_before, restart,"  # noqa: S608
    f" ended_ms, {ENDING}, pain_after, compared, next_day, note, stop_pain, pain_after_ms, stop_pain_ms"
    " FROM session ORDER BY id"
)
_BLOCKS = (
    f"SELECT block, exercise, {NAME}, set_number, round, reps, side, planned_ms, spent_ms, why"  # noqa: S608 - all of it stands in store
    " FROM block JOIN session ON session.id = block.session WHERE session = ? ORDER BY number"
)
_END = "\n    }"
_JSON = (
    "'{\n     \"at_ms\": ' || json_quote(at_ms) || ',\n     \"kind\": ' || json_quote(kind)"
    " || CASE WHEN block IS NULL AND detail IS NULL"
    f' THEN \',\n     "block": null,\n     "detail": null{_END}\''
    " ELSE ',\n     \"block\": ' || json_quote(block) || ',\n     \"detail\": ' || json_quote(detail)"
    f" || '{_END}' END"
)
_OWN = ", ".join(f"'{word}'" for word in sorted(BEFORE.values()))
_WORD = (  # quoted where it is none of coach's own words, and no formula then either; most are found in a list
    f"CASE WHEN kind IN ({_OWN}) THEN kind"
    " WHEN kind GLOB '[a-zA-Z]*' AND kind NOT GLOB '*[^a-zA-Z-]*' THEN kind"
    " ELSE '\"' || CASE WHEN kind GLOB '[=+@\t\r-]*' THEN '''' ELSE '' END || replace(kind, '\"', '\"\"') || '\"' END"
)
_CSV = f"printf('%s,%s,%s,%s,%s', session, at_ms / 1000.0, {_WORD}, block, detail / 1000.0)"
_EVENTS = (
    f"SELECT group_concat({_JSON}, ',\n    '), group_concat({_CSV}, '\r\n')"  # noqa: S608 - all of it stands here
    f" FROM (SELECT session, at_ms, {KIND} AS kind, block, detail"
    " FROM event WHERE session = ?)"  # the key of the table is the order in it: sorting again costs a quarter more
)
"""A session has hundreds of events: SQLite joins their text, and other threads of Python can run meanwhile."""


def sessions(db: sqlite3.Connection) -> Iterator[StoredSession]:
    """Read all sessions, one at a time, in the order in which they were written."""
    for row in db.execute(_SESSIONS):
        blocks = db.execute(_BLOCKS, row[:1]).fetchall()
        yield StoredSession._make((*row, blocks, *db.execute(_EVENTS, row[:1]).fetchone()))


def text(db: sqlite3.Connection, form: Form) -> str:
    """Return the whole record in one piece; for a small one."""
    return "".join([form.head(), *(form.session(stored) for stored in sessions(db)), form.foot(db)])


@functools.lru_cache(64)  # when a session began stands in each of the files
def local_time(ms: int, offset_min: int) -> str:
    """Return a moment in the local time that it had, as ISO 8601 with its offset."""
    zone = timezone(timedelta(minutes=offset_min)) if offset_min else UTC
    return datetime.fromtimestamp(ms / 1000, zone).isoformat(timespec="seconds")
