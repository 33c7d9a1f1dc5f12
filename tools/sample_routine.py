"""A routine of somebody's own, for pictures of the pages: five of the seven exercises, with one thing to look at."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from coach.store.paths import shipped

if TYPE_CHECKING:
    from coach.store.routines.own_routines import OwnRoutines

ID = "evening-ten-minutes-5e0f1a2b"
NAME = "Evening, ten minutes"
_DOSES: dict[str, dict[str, int]] = {
    "pelvic-tilt": {},
    "single-knee-to-chest": {"rounds": 2},
    "trunk-rotation": {"rounds": 2},
    "childs-pose": {"rounds": 2, "work_s": 45},
    "cat-cow": {"rounds": 2},
}


def document() -> dict[str, Any]:
    """Return the routine as its file has it."""
    whole = json.loads(shipped("routines.json").read_text("utf-8"))
    exercises = [{**each, **_DOSES[each["id"]]} for each in whole["exercises"] if each["id"] in _DOSES]
    entry = {"id": ID, "name": NAME, "exercises": [{"exercise": each["id"]} for each in exercises]}
    return {
        "format": whole["format"],
        "exercises": exercises,
        "position_changes": whole["position_changes"],
        "routines": [entry],
    }


def save(store: OwnRoutines) -> None:
    """Save it among the person's own routines."""
    store.save(document())
