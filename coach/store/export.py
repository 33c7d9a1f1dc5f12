"""The whole record as CSV (one row a block) and as JSON (everything), for the person and whom they give it to."""

from __future__ import annotations

import csv
import io
import json
from datetime import UTC, datetime, timedelta, timezone
from typing import TYPE_CHECKING

from coach.store.finished import ENDING

if TYPE_CHECKING:
    import sqlite3
    from pathlib import Path

    from coach.store.instant import Instant

FORMAT = 1
PAIN_CODE = {"system": "http://loinc.org", "code": "72514-3"}
"""Pain severity, 0 to 10 verbal numeric rating, as LOINC names it."""

COLUMNS = (
    *("session", "started", "routine", "ending", "exercise", "round", "side", "planned_s", "done_s", "left"),
    *("pain_before", "pain_after"),
)


def local_time(ms: int, offset_min: int) -> str:
    """Return a moment in the local time that it had, as ISO 8601 with its offset."""
    zone = timezone(timedelta(minutes=offset_min)) if offset_min else UTC
    return datetime.fromtimestamp(ms / 1000, zone).isoformat(timespec="seconds")


def _plain(text: str | None) -> str | None:
    """Return a text that no spreadsheet takes for a formula."""
    return f"'{text}" if text and text[0] in "=+-@\t\r" else text


def to_csv(db: sqlite3.Connection) -> str:
    """Return one row for each block of work that was left, in the order of time."""
    made = io.StringIO()
    writer = csv.writer(made)
    writer.writerow(COLUMNS)
    endings = dict(db.execute(f"SELECT id, coalesce({ENDING}, '') FROM session"))  # noqa: S608 - all of it stands in store
    for row in db.execute(
        "SELECT session.id, started_ms, offset_min, routine_name, exercise, round, side,"
        " planned_ms, spent_ms, why, pain_before, coalesce(pain_after, stop_pain)"
        " FROM block JOIN session ON session.id = block.session ORDER BY session.id, number"
    ):
        session, ms, offset, name, exercise, number, side, planned, spent, why, before, after = row
        times = (planned / 1000, spent / 1000)
        writer.writerow(
            (
                *(session, local_time(ms, offset), _plain(name), endings[session]),
                *(_plain(exercise), number, side or ""),
                *(*times, why, before, after),
            )
        )
    return made.getvalue()


def to_json(db: sqlite3.Connection) -> str:
    """Return everything that is kept; docs/record-format.md describes it."""
    sessions = []
    for row in db.execute(
        "SELECT id, started_ms, offset_min, routine, routine_name, routine_version, pacing, pain_before, restart,"  # noqa: S608
        f" ended_ms, {ENDING}, pain_after, compared, next_day, note, stop_pain FROM session ORDER BY id"
    ).fetchall():
        session, ms, offset, routine, name, version, pacing, before, restart, ended, ending, *rest = row
        after, compared, next_day, note, stop = rest
        sessions.append(
            {
                "id": session,
                "started": local_time(ms, offset),
                "ended": None if ended is None else local_time(ended, offset),
                "routine": {"id": routine, "name": name, "version": version},
                "pacing": pacing,
                "ending": ending,
                "pain_before": _pain(before),
                "pain_after": _pain(after),
                "pain_after_stop": _pain(stop),
                "compared": compared,
                "next_day": next_day,
                "restart": restart,
                "note": note,
                "blocks": _rows(
                    db,
                    "SELECT block, exercise, round, side, planned_ms, spent_ms, why FROM block WHERE session = ?"
                    " ORDER BY number",
                    session,
                ),
                "events": _rows(
                    db, "SELECT at_ms, kind, block, detail FROM event WHERE session = ? ORDER BY number", session
                ),
            }
        )
    answers = [
        {"at": local_time(ms, offset), "question": question, "answer": answer}
        for ms, offset, question, answer in db.execute("SELECT * FROM answer ORDER BY at_ms")
    ]
    return json.dumps({"format": FORMAT, "sessions": sessions, "answers": answers}, indent=1, ensure_ascii=False)


def write_all(db: sqlite3.Connection, folder: Path, now: Instant) -> list[str]:
    """Write all files into a folder and return their paths; none where that cannot be."""
    from coach.store.fhir import to_fhir  # noqa: PLC0415 - it needs what stands above

    day = local_time(now.ms, now.offset_min)[:10]
    try:
        folder.mkdir(parents=True, exist_ok=True)
        written = []
        for end, text in (("csv", to_csv(db)), ("json", to_json(db)), ("fhir.json", to_fhir(db))):
            written.append(_put(folder / f"coach-record-{day}.{end}", text.encode()))
    except OSError:
        return []
    return written


def write_bytes(folder: Path, name: str, data: bytes) -> list[str]:
    """Write one file into a folder and return its path in a list; none where that cannot be."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return [_put(folder / name, data)]
    except OSError:
        return []


def _put(path: Path, data: bytes) -> str:
    """Write a file whole or not at all, and return its path."""
    new = path.with_name(f"{path.name}.new")
    try:
        new.write_bytes(data)
        new.replace(path)
    except OSError:
        new.unlink(missing_ok=True)
        raise
    return str(path)


def _pain(number: int | None) -> dict[str, object] | None:
    return None if number is None else {"value": number, "code": PAIN_CODE}


def _rows(db: sqlite3.Connection, query: str, session: int) -> list[dict[str, object]]:
    cursor = db.execute(query, (session,))
    names = [column[0] for column in cursor.description]
    return [dict(zip(names, row, strict=True)) for row in cursor]
