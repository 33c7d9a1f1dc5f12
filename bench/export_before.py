"""The record written out as it was once, in one piece in memory: what is measured, and what texts are compared with."""

from __future__ import annotations

import csv
import io
import json
import uuid
from typing import TYPE_CHECKING

from coach.store.export import csv_files
from coach.store.export.fhir import quantity
from coach.store.export.json_file import FORMAT
from coach.store.export.sessions import PAIN_CODE, PAIN_NAME, local_time
from coach.store.record.event_row import KIND
from coach.store.record.exercise_names import NAME
from coach.store.record.finished import ENDING

if TYPE_CHECKING:
    import sqlite3

_SURVEY = {"system": "http://terminology.hl7.org/CodeSystem/observation-category", "code": "survey"}
_OURS = uuid.UUID("7f0c6b52-3c86-4d1b-9a0e-1d5a3b9f4c21")
"""The name space of the ids: the same number has the same id each time it is written out."""


def _plain(text: str | None) -> str | None:
    """Return a text that no spreadsheet takes for a formula."""
    return f"'{text}" if text and text[0] in "=+-@\t\r" else text


TABLES = {
    "sessions": (
        csv_files.SESSIONS,
        (
            f"SELECT id, offset_min, started_ms, ended_ms, routine, routine_name, routine_version, pacing, {ENDING},"  # noqa: S608
            " pain_before, pain_after, pain_after_ms, stop_pain, stop_pain_ms, compared, next_day, restart, note"
            " FROM session ORDER BY id"
        ),
    ),
    "blocks": (
        csv_files.BLOCKS,
        (
            "SELECT session, offset_min, started_ms, routine_name, block, exercise,"  # noqa: S608 - all of it stands in store
            f" {NAME}, set_number, round, reps, side,"
            " planned_ms / 1000.0, spent_ms / 1000.0, why"
            " FROM block JOIN session ON session.id = block.session ORDER BY session.id, number"
        ),
    ),
    "events": (
        csv_files.EVENTS,
        f"SELECT session, 0, at_ms / 1000.0, {KIND}, block, detail / 1000.0 FROM event ORDER BY session, number",  # noqa: S608
    ),
    "answers": (csv_files.ANSWERS, "SELECT at_ms, offset_min, question, answer FROM answer ORDER BY at_ms"),
}


def to_csv(db: sqlite3.Connection, table: str) -> str:
    """Return one table, in the order of time."""
    columns, query = TABLES[table]
    made = io.StringIO()
    writer = csv.writer(made)
    writer.writerow(columns)
    for first, offset, *rest in db.execute(query):
        told = dict(zip(columns, (first, *rest), strict=True))
        for name in {"at", "started", "ended", "pain_after_at", "pain_after_stop_at"} & told.keys():
            told[name] = None if told[name] is None else local_time(told[name], offset)
        writer.writerow([_plain(value) if isinstance(value, str) else value for value in told.values()])
    return f"\ufeff{made.getvalue()}"


def to_json(db: sqlite3.Connection) -> str:
    """Return everything that is kept; docs/record-format.md describes it."""
    sessions = []
    for row in db.execute(
        "SELECT id, started_ms, offset_min, routine, routine_name, routine_version, pacing, pain_before, restart,"  # noqa: S608
        f" ended_ms, {ENDING}, pain_after, compared, next_day, note, stop_pain, pain_after_ms, stop_pain_ms"
        " FROM session ORDER BY id"
    ).fetchall():
        session, ms, offset, routine, name, version, pacing, before, restart, ended, ending, *rest = row
        after, compared, next_day, note, stop, after_ms, stop_ms = rest
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
                "pain_after_at": None if after_ms is None else local_time(after_ms, offset),
                "pain_after_stop": _pain(stop),
                "pain_after_stop_at": None if stop_ms is None else local_time(stop_ms, offset),
                "compared": compared,
                "next_day": next_day,
                "restart": restart,
                "note": note,
                "blocks": _rows(
                    db,
                    f"SELECT block, exercise, {NAME} AS exercise_name,"  # noqa: S608 - all of it stands in store
                    ' set_number AS "set", round, reps, side, planned_ms,'
                    " spent_ms, why FROM block JOIN session ON session.id = block.session WHERE session = ?"
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
    for session, started, offset, before, after, stop, after_ms, stop_ms in db.execute(
        "SELECT id, started_ms, offset_min, pain_before, pain_after, stop_pain,"
        " coalesce(pain_after_ms, ended_ms, started_ms), coalesce(stop_pain_ms, ended_ms, started_ms)"
        " FROM session ORDER BY id"
    ):
        for when, ms, number in (
            ("before the session", started, before),
            ("after the session", after_ms, after),
            ("after a pain stop", stop_ms, stop),
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
            "code": {"coding": [PAIN_CODE], "text": PAIN_NAME},
            "effectiveDateTime": at,
            "valueQuantity": quantity(number),
            "note": [{"text": when}],
        },
    }


def _pain(number: int | None) -> dict[str, object] | None:
    return None if number is None else {"value": number, "code": PAIN_CODE}


def _rows(db: sqlite3.Connection, query: str, session: int) -> list[dict[str, object]]:
    cursor = db.execute(query, (session,))
    names = [column[0] for column in cursor.description]
    return [dict(zip(names, row, strict=True)) for row in cursor]
