"""The person's own numbers as FHIR R5 Observations, for programs that read them; the rest of the record has no code."""

from __future__ import annotations

import json
import uuid
from typing import TYPE_CHECKING

from coach.store.export import PAIN_CODE, local_time

if TYPE_CHECKING:
    import sqlite3

_SURVEY = {"system": "http://terminology.hl7.org/CodeSystem/observation-category", "code": "survey"}
_OURS = uuid.UUID("7f0c6b52-3c86-4d1b-9a0e-1d5a3b9f4c21")
"""The name space of the ids: the same number has the same id each time it is written out."""


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
