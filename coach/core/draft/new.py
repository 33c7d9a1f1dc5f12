"""Drafts to begin with: an empty routine, one of a file, and an exercise of one's own words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeGuard

from coach.core.draft.draft import Draft
from coach.core.draft.own_words import filled
from coach.core.routine_document import FORMAT

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


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
    used = {row.exercise for row in Draft({"routines": [routine]}).exercise_rows()}
    exercises = [each for each in document["exercises"] if each["id"] in used]
    kept = {key: value for key, value in document.items() if key not in {"$schema", "format", "exercises", "routines"}}
    return Draft({"format": FORMAT, **kept, "exercises": exercises, "routines": [routine]})


def is_shaped(document: object, routine_id: str) -> TypeGuard[dict[str, Any]]:
    """Tell whether a document of the disk can be a draft of a routine: its values may be wrong, its lists are lists."""
    if not isinstance(document, dict):
        return False
    exercises, routines = document.get("exercises"), document.get("routines")
    if not isinstance(exercises, list) or not isinstance(routines, list) or not all(map(_is_exercise, exercises)):
        return False
    mine = [each for each in routines if isinstance(each, dict) and each.get("id") == routine_id]
    ids = {each["id"] for each in exercises}
    return len(mine) == len(routines) == 1 and _are_rows(mine[0].get("exercises"), ids) and _is_plan(mine[0])


def _is_exercise(value: object) -> bool:
    if not isinstance(value, dict) or not isinstance(value.get("id"), str):
        return False
    steps, say, sides = value.get("steps", {}), value.get("say", {}), value.get("sides", [])
    shaped = isinstance(steps, dict) and isinstance(say, dict) and isinstance(sides, list)
    return shaped and all(isinstance(lines, list) and all(map(_is_line, lines)) for lines in steps.values())


def _is_line(value: object) -> bool:
    return isinstance(value, str) or (
        isinstance(value, dict)
        and value.keys() == {"right", "left"}
        and all(isinstance(words, str) for words in value.values())
    )


def _are_rows(entries: object, ids: set[str]) -> bool:
    return isinstance(entries, list) and all(
        isinstance(entry, dict)
        and (_are_rows(entry["exercises"], ids) if "exercises" in entry else entry.get("exercise") in ids)
        for entry in entries
    )


def _is_plan(routine: Mapping[str, Any]) -> bool:
    weeks = routine.get("plan", [])
    return isinstance(weeks, list) and all(
        isinstance(week, dict) and isinstance(doses := week.get("doses", []), list) and all(map(_is_dose, doses))
        for week in weeks
    )


def _is_dose(value: object) -> bool:
    return isinstance(value, dict) and isinstance(value.get("exercise"), str)


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
