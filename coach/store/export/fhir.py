"""The person's own numbers as FHIR R5 Observations. The rest of the record has no standard code, and is left out."""

from __future__ import annotations

import json
import textwrap
import uuid
from typing import TYPE_CHECKING

from coach.store.export.sessions import PAIN_CODE, PAIN_NAME, local_time

if TYPE_CHECKING:
    import sqlite3

    from coach.store.export.sessions import StoredSession

_SURVEY = {"system": "http://terminology.hl7.org/CodeSystem/observation-category", "code": "survey"}
_OURS = uuid.UUID("7f0c6b52-3c86-4d1b-9a0e-1d5a3b9f4c21")
"""The name space of the ids: the same number gets the same id in every export."""


class Fhir:
    """A Bundle with an Observation for each number: before a session, after it, and after a pain stop.

    It names no subject: the record does not know who the person is.
    """

    def __init__(self) -> None:
        self._between = ',\n "entry": ['  # an array of FHIR is never empty: it begins with its first entry
        self._end = ""

    def head(self) -> str:
        """Return the beginning."""
        return '{\n "resourceType": "Bundle",\n "type": "collection"'

    def session(self, stored: StoredSession) -> str:
        """Return the numbers of one session."""
        ended = stored.started_ms if stored.ended_ms is None else stored.ended_ms
        parts: list[str] = []
        for when, ms, number in (
            ("before the session", stored.started_ms, stored.pain_before),
            ("after the session", _told(stored.after_told_ms, ended), stored.pain_after),
            ("after a pain stop", _told(stored.stop_told_ms, ended), stored.stop_pain),
        ):
            if number is not None:
                name = uuid.uuid5(_OURS, f"{stored.id} {stored.started_ms} {when}")
                entry = _ENTRY % (name, local_time(ms, stored.offset_min), json.dumps(number), when)
                parts += (self._between, entry)
                self._between, self._end = ",", "\n ]"
        return "".join(parts)

    def foot(self, _db: sqlite3.Connection) -> str:
        """Return the end."""
        return f"{self._end}\n}}"


def quantity(number: int) -> dict[str, object]:
    """Return a number without a dimension, by its code in UCUM: searches of FHIR find quantities, no bare integers."""
    return {"value": number, "unit": "score", "system": "http://unitsofmeasure.org", "code": "{score}"}


def _told(ms: int | None, ended_ms: int) -> int:
    """Return when a number was told: sessions of an older coach know only when they ended."""
    return ended_ms if ms is None else ms


def _entry(name: str, at: str, number: int, when: str) -> dict[str, object]:
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


_NUMBER = -1
"""Stands for the number in the template, the only value that is not a text."""
_LINES = json.dumps(_entry("%s", "%s", _NUMBER, "%s"), indent=1).replace(f" {_NUMBER},", " %s,")
_ENTRY = "\n" + textwrap.indent(_LINES, "  ")
"""The text of an entry, with places for id, moment, number and when it was asked."""
