"""Drafts to begin with: an empty routine, one of a file, and an exercise of one's own words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from coach.core.draft.draft import Draft
from coach.core.draft.own_words import filled

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

FORMAT = 2


def new_draft(routine_id: str, name: str = "", position_changes: Sequence[Mapping[str, Any]] = ()) -> Draft:
    """Return a draft without exercises. `position_changes` are the ways from position to position that it may need."""
    document: dict[str, Any] = {"format": FORMAT, "exercises": [], "routines": [_empty(routine_id, name)]}
    if position_changes:
        document["position_changes"] = list(position_changes)
    return Draft(document)


def _empty(routine_id: str, name: str) -> dict[str, Any]:
    return {"id": routine_id, "name": name, "exercises": []}


def draft_of(document: Mapping[str, Any], routine_id: str | None = None) -> Draft:
    """Return the draft of one routine of a file that was read before, by default its first one.

    Raises KeyError for an id that the file does not have.
    """
    routines = document["routines"]
    routine = routines[0] if routine_id is None else {each["id"]: each for each in routines}[routine_id]
    used = set(_used(routine["exercises"]))
    exercises = [each for each in document["exercises"] if each["id"] in used]
    kept = {key: value for key, value in document.items() if key not in {"$schema", "format", "exercises", "routines"}}
    return Draft({"format": FORMAT, **kept, "exercises": exercises, "routines": [routine]})


def _used(entries: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    for entry in entries:
        if "exercises" in entry:
            yield from _used(entry["exercises"])
        else:
            yield entry["exercise"]


def empty_exercise(name: str = "") -> Mapping[str, Any]:
    """Return an exercise of one's own words, still without steps; `add_exercise` gives it an id."""
    return filled(
        {
            "id": "exercise",
            "name": name,
            "kind": "hold",
            "base": "supine",
            "rounds": 1,
            "work_s": 30,
            "steps": {"start": [], "work": []},
            "say": {},
        }
    )
