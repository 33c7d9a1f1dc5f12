"""The record as CSV: one row for each block of work that was left."""

from __future__ import annotations

import csv
import functools
import io
from typing import TYPE_CHECKING

from coach.store.export.sessions import local_time

if TYPE_CHECKING:
    import sqlite3

    from coach.store.export.sessions import StoredSession

COLUMNS = (
    *("session", "started", "routine", "ending", "exercise", "round", "side", "planned_s", "done_s", "left"),
    *("pain_before", "pain_after"),
)


class Csv:
    """Writes the record as CSV; docs/record-format.md describes the columns."""

    def head(self) -> str:
        """Return the names of the columns."""
        return f"{_cells(*COLUMNS)}\r\n"

    def session(self, stored: StoredSession) -> str:
        """Return the rows of one session, in the order of time."""
        after = stored.stop_pain if stored.pain_after is None else stored.pain_after
        at = local_time(stored.started_ms, stored.offset_min)
        first = _cells(stored.id, at, _plain(stored.routine_name), stored.ending or "")
        last = _cells(stored.pain_before, after)
        return "".join([f"{first},{_block(*block)},{last}\r\n" for block in stored.blocks])

    def foot(self, _db: sqlite3.Connection) -> str:
        """Return an empty text: a CSV file ends with its last row."""
        return ""


@functools.lru_cache(4096, typed=True)  # most blocks are done as they are planned
def _block(  # noqa: PLR0917 - a row of the table
    _place: int, exercise: str, number: int, side: str | None, planned_ms: int, spent_ms: int, why: str
) -> str:
    return _cells(_plain(exercise), number, side or "", planned_ms / 1000, spent_ms / 1000, why)


def _cells(*values: str | float | None) -> str:
    line = io.StringIO()
    csv.writer(line, lineterminator="").writerow(values)
    return line.getvalue()


def _plain(text: str | None) -> str | None:
    """Return a text that no spreadsheet takes for a formula: one that begins like one gets an apostrophe in front."""
    return f"'{text}" if text and text[0] in "=+-@\t\r" else text
