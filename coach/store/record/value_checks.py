"""Checks the values of a record, and replaces those that are impossible for their column by the usual one.

SQLite stores a value of any type in any column, and another program may have written the file. Values are checked when
the file is opened, the newest ones each time and all of them once a day.
"""

from __future__ import annotations

import contextlib
import sqlite3
from typing import NamedTuple

YEAR_3000_MS = 32_503_680_000_000
_LONGEST_MS = 10_000_000_000


class _Rule(NamedTuple):
    """The condition that a value of a column has to meet, and the value that replaces any other, both in SQL."""

    right: str
    usual: str


def _whole(least: int, most: int, usual: str = "0") -> _Rule:
    return _Rule(f"typeof({{0}}) = 'integer' AND {{0}} BETWEEN {least} AND {most}", usual)


def _or_null(rule: _Rule) -> _Rule:
    return _Rule(f"{{0}} IS NULL OR ({rule.right})", "NULL")


def _one_of(*words: str) -> _Rule:
    listed = ", ".join(f"'{word}'" for word in words)
    return _Rule(f"{{0}} IS NULL OR (typeof({{0}}) = 'text' AND {{0}} IN ({listed}))", "NULL")


_TEXT = _Rule("typeof({0}) = 'text'", "CAST({0} AS TEXT)")
_TEXT_OR_NULL = _Rule("{0} IS NULL OR typeof({0}) = 'text'", "CAST({0} AS TEXT)")
_INSTANT = _whole(0, YEAR_3000_MS)
_MS, _COUNT = _whole(-_LONGEST_MS, _LONGEST_MS), _whole(0, 1_000_000)
_PAIN, _SIDE = _or_null(_whole(0, 10)), _one_of("left", "right")
_OFFSET = _whole(-1_440, 1_440)
_STARTED = _Rule(
    _INSTANT.right,
    "coalesce((SELECT max(other.started_ms) FROM session other WHERE other.id < session.id AND typeof(other.started_ms)"
    " = 'integer' AND other.started_ms BETWEEN 0 AND 32503680000000), 0)",
)
_PLACE = {
    "block": _COUNT,
    "exercise": _TEXT,
    "position": _COUNT,
    "round": _COUNT,
    "side": _SIDE,
    "set_number": _COUNT,
    "reps": _COUNT,
}

FEW = {
    "session": {
        "started_ms": _STARTED,
        "offset_min": _OFFSET,
        **dict.fromkeys(("routine", "routine_name", "routine_version", "pacing", "note"), _TEXT),
        **dict.fromkeys(("pain_before", "pain_after", "stop_pain"), _PAIN),
        "restart": _TEXT_OR_NULL,
        **dict.fromkeys(("ended_ms", "pain_after_ms", "stop_pain_ms"), _or_null(_INSTANT)),
        "ending": _Rule(
            "{0} IS NULL OR (typeof({0}) = 'text' AND {0} IN ('finished', 'ended', 'stopped for pain', 'cut off'))",
            "'cut off'",
        ),
        "compared": _one_of("less", "same", "more"),
        "next_day": _one_of("worse", "no"),
    },
    "place": {
        **_PLACE,
        **dict.fromkeys(("rounds", "is_work"), _COUNT),
        **dict.fromkeys(("planned_ms", "spent_ms"), _MS),
        "saved_ms": _INSTANT,
    },
    "answer": {"at_ms": _INSTANT, "offset_min": _OFFSET, "question": _TEXT, "answer": _TEXT},
    "timetable": {"planned_ms": _MS},
    "exercise_name": {"name": _TEXT},
}
"""The tables with at most one row per session, or some per version of a routine."""
MANY = {
    "block": {**_PLACE, **dict.fromkeys(("planned_ms", "spent_ms"), _MS), "why": _TEXT},
    "event": {
        "at_ms": _MS,
        "kind": _TEXT,
        "block": _or_null(_COUNT),
        "detail": _or_null(_MS),
    },
}
"""The tables with many rows per session."""


_LAST = "(SELECT max(id) FROM session)"
_NEWEST = {
    "session": f"id > {_LAST} - 200",
    "place": f"session > {_LAST} - 200",
    "answer": "rowid > (SELECT max(rowid) FROM answer) - 200",
    "timetable": "1",
    "exercise_name": "1",
    "block": f"session > {_LAST} - 20",
    "event": f"session > {_LAST} - 20",
}
"""The rows that a start reads. Checking these takes a few ms however long the record is.

Older ones, which the history can show, are checked with the daily copy: its queries have to bear any value until then.
"""


def fits(db: sqlite3.Connection, *, newest: bool) -> bool:
    """Tell whether the newest values, or all, are possible ones.

    Raises OperationalError where a table or column is missing.
    """
    for table, rules in (FEW | MANY).items():
        where = _NEWEST[table] if newest else "1"
        right = " AND ".join(f"({rule.right.format(column)})" for column, rule in rules.items())
        query = f"SELECT 1 FROM {table} WHERE {where} AND NOT ({right}) LIMIT 1"  # noqa: S608 - all stands here
        if db.execute(query).fetchone():
            return False
        if (newest or table in FEW) and not _is_text(db, table, rules, where):
            return False
    return True


def mend(db: sqlite3.Connection) -> None:
    """Replace each impossible value by the usual one. Raises sqlite3.Error."""
    for table, rules in (FEW | MANY).items():
        for column, rule in rules.items():
            right, usual = rule.right.format(column), rule.usual.format(column)
            db.execute(f"UPDATE {table} SET {column} = {usual} WHERE NOT ({right})")  # noqa: S608 - all stands here
        if not _is_text(db, table, rules):
            _make_text(db, table, rules)


def _is_text(db: sqlite3.Connection, table: str, rules: dict[str, _Rule], where: str = "1") -> bool:
    """Tell whether all that is stored as text is valid UTF-8."""
    texts = _texts(rules)
    if texts:
        query = f"SELECT {', '.join(texts)} FROM {table} WHERE {where}"  # noqa: S608 - all stands here
        try:
            # Python decodes a text as it is fetched, so it has to be fetched; SQLite itself never looks.
            for _row in db.execute(query):
                pass
        except sqlite3.OperationalError as error:
            if "decode" in str(error):
                return False
            raise
    return True


def _make_text(db: sqlite3.Connection, table: str, rules: dict[str, _Rule]) -> None:
    """Replace each byte that is not valid UTF-8 by U+FFFD."""

    def readable(stored: bytes | None) -> str | None:
        return None if stored is None else stored.decode("utf-8", "replace")

    db.create_function("readable", 1, readable, deterministic=True)
    for column in _texts(rules):
        db.execute(f"UPDATE {table} SET {column} = readable(CAST({column} AS BLOB))")  # noqa: S608 - all stands here
    with contextlib.suppress(sqlite3.Error):
        db.create_function("readable", 1, None)


def _texts(rules: dict[str, _Rule]) -> list[str]:
    return [column for column, rule in rules.items() if rule in {_TEXT, _TEXT_OR_NULL}]
