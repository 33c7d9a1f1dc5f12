"""The record written out as it was once, in one piece in memory: what is measured, and what texts are compared with."""

from __future__ import annotations

import csv
import io
import json
import uuid
from typing import TYPE_CHECKING

from coach.store.export.csv_files import COLUMNS
from coach.store.export.json_file import FORMAT
from coach.store.export.sessions import PAIN_CODE, local_time
from coach.store.record.finished import ENDING

if TYPE_CHECKING:
    import sqlite3

_SURVEY = {"system": "http://terminology.hl7.org/CodeSystem/observation-category", "code": "survey"}
_OURS = uuid.UUID("7f0c6b52-3c86-4d1b-9a0e-1d5a3b9f4c21")
"""The name space of the ids: the same number has the same id each time it is written out."""


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


def to_fhir(db: sqlite3.Connection) -> str:
    """Return a Bundle with an Observation for each number: before, after, and told after a pain stop.

    Nobody is named as the subject: the record does not know who the person is.
    """
    entries = []
    for session, started, offset, ended, before, after, stop in db.execute(
        "SELECT id, started_ms, offset_min, coalesce(ended_ms, started_ms), pain_before, pain_after, stop_pain"
        " FROM session ORDER BY id"
    ):
        for when, ms, number in (
            ("before the session", started, before),
            ("after the session", ended, after),
            ("after a pain stop", ended, stop),
        ):
            if number is not None:
                name = uuid.uuid5(_OURS, f"{session} {started} {when}")
                entries.append(_entry(name, local_time(ms, offset), number, when))
    bundle: dict[str, object] = {"resourceType": "Bundle", "type": "collection"}
    if entries:  # an array of FHIR is never empty
        bundle["entry"] = entries
    return json.dumps(bundle, indent=1)


def _entry(name: uuid.UUID, at: str, number: int, when: str) -> dict[str, object]:
    return {
        "fullUrl": f"urn:uuid:{name}",
        "resource": {
            "resourceType": "Observation",
            "status": "final",
            "category": [{"coding": [_SURVEY]}],
            "code": {"coding": [PAIN_CODE]},
            "effectiveDateTime": at,
            "valueInteger": number,
            "note": [{"text": when}],
        },
    }


def _pain(number: int | None) -> dict[str, object] | None:
    return None if number is None else {"value": number, "code": PAIN_CODE}


def _rows(db: sqlite3.Connection, query: str, session: int) -> list[dict[str, object]]:
    cursor = db.execute(query, (session,))
    names = [column[0] for column in cursor.description]
    return [dict(zip(names, row, strict=True)) for row in cursor]
