"""Judges the parts of a draft one by one, with the models of the routine file: each exercise, and the routine itself.

What a part says wrong is found by its field. In its place something that fits stands in, so that the figures of the
whole go on while somebody is in the middle of a number.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NamedTuple

import pydantic

from coach.core import routine_file, routine_file_exercise, routine_file_mistakes
from coach.core.draft.json_places import Place, with_value
from coach.core.draft.new import empty_exercise
from coach.core.routine import Contents
from coach.core.routine_document import FORMAT, contents, exercise_of
from coach.store.routines.draft_pictures import without_data
from coach.store.routines.problem_words import place_of, remedy_for

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pydantic_core import ErrorDetails

    from coach.core.routine import Exercise, RoutineEntry

_EXERCISE: pydantic.TypeAdapter[Any] = pydantic.TypeAdapter(routine_file_exercise.Exercise)
_ROUTINE: pydantic.TypeAdapter[Any] = pydantic.TypeAdapter(routine_file.RoutineEntry)
_TRIES = 4
_NEEDED = {"id": "routine", "name": "…"}
"""What stands in for the texts that a routine cannot do without."""


class Finding(NamedTuple):
    """Something wrong in a part: its place there, its kind, what is wrong and what would be right, and the limit."""

    place: Place
    kind: str
    wrong: str
    right: str
    limit: int | None = None


class JudgedExercise(NamedTuple):
    """One exercise: what is wrong with it, and its values, with others in the place of those that are wrong."""

    findings: tuple[Finding, ...]
    value: Exercise


class JudgedRoutine(NamedTuple):
    """The same for the routine itself: its name, gaps, list, advice and plan."""

    findings: tuple[Finding, ...]
    value: RoutineEntry


def judged_exercise(document: Mapping[str, Any]) -> JudgedExercise:
    """Judge one exercise of a draft."""
    short = without_data(document)
    errors = _errors(_EXERCISE, short)
    if not errors:
        value = exercise_of(document)
        return JudgedExercise(tuple(_mistakes(value, document)), value)
    findings = tuple(_finding(error, short) for error in errors if not _is_echo(error))
    fits = _stand_in(short, errors)
    if "pictures" in fits:
        fits = {**fits, "pictures": document["pictures"]}
    return JudgedExercise(findings, exercise_of(fits))


def _mistakes(value: Exercise, document: Mapping[str, Any]) -> list[Finding]:
    whole = {"format": FORMAT, "exercises": [document], "routines": []}
    found = routine_file_mistakes.mistakes(Contents((value,), ()), whole)
    return [Finding(each.place[2:], "mistake", each.message, each.remedy) for each in found]


def _stand_in(document: Mapping[str, Any], errors: Sequence[ErrorDetails]) -> Mapping[str, Any]:
    """Return an exercise that fits, with as much of this one as fits, under its id."""
    plain = {**empty_exercise("…"), "steps": {"start": [], "work": ["…"]}, "id": document["id"]}
    for _ in range(_TRIES):
        for error in errors:
            key = str((place_of(error["loc"], document) or ("kind",))[0])
            document = with_value(document, (key,), None if error["type"] == "extra_forbidden" else plain.get(key))
        needless = {"work_s"} if document.get("kind") == "counted" else set()
        document = {**{key: value for key, value in plain.items() if key not in needless}, **document}
        errors = _errors(_EXERCISE, {**document, "id": "exercise"})
        if not errors:
            return {**document, "id": plain["id"]}
    return plain


def judged_routine(document: Mapping[str, Any], exercises: Sequence[Exercise]) -> JudgedRoutine:
    """Judge the routine of a draft; `exercises` are the values of those that it refers to."""
    document = {**document, "exercises": [_told_apart(entry) for entry in document["exercises"]]}
    errors = _errors(_ROUTINE, document)
    findings = tuple(_finding(error, document) for error in errors if not _is_echo(error))
    fits = _fitting(document, errors)
    value = contents({"exercises": [], "routines": [fits]}).routines[0]
    return JudgedRoutine((*findings, *_routine_mistakes(value, fits, exercises)), value)


def _told_apart(entry: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return an entry of the list in which a group is one, also before it says how often: by that the file knows it."""
    if "exercises" not in entry:
        return entry
    return {"repeat": None, **entry, "exercises": [_told_apart(each) for each in entry["exercises"]]}


def _fitting(document: Mapping[str, Any], errors: Sequence[ErrorDetails]) -> Mapping[str, Any]:
    """Return a routine without what does not fit; it keeps its list, whose rows keep what they refer to."""
    for error in errors:
        place = place_of(error["loc"], document)
        if place[:1] == ("exercises",):
            depth = next((n for n, part in enumerate(place) if part != "exercises" and isinstance(part, str)), 0)
            if depth and place[depth] != "exercise":
                document = with_value(document, place[: depth + 1], 2 if place[depth] == "repeat" else None)
        elif place:
            document = with_value(document, place[: 2 if place[0] == "gaps" else 1], _NEEDED.get(str(place[0])))
    return document


def _routine_mistakes(value: RoutineEntry, document: Mapping[str, Any], exercises: Sequence[Exercise]) -> list[Finding]:
    """Return what is wrong between the routine and its exercises; those are judged by themselves."""
    blank: list[Mapping[str, Any]] = [{"kind": each.kind, "say": {}, "steps": {}} for each in exercises]
    whole = {"format": FORMAT, "exercises": blank, "routines": [document]}
    found = routine_file_mistakes.mistakes(Contents(tuple(exercises), (value,)), whole)
    return [
        Finding(each.place[2:], "mistake", each.message, each.remedy) for each in found if each.place[0] == "routines"
    ]


def _errors(model: pydantic.TypeAdapter[Any], document: Mapping[str, Any]) -> list[ErrorDetails]:
    try:
        # As JSON, as the file is read: lists are tuples only there
        model.validate_json(json.dumps(document))
    except pydantic.ValidationError as error:
        return error.errors(include_url=False)
    return []


def _is_echo(error: ErrorDetails) -> bool:
    entries = error["input"]
    return error["type"] == "too_short" and isinstance(entries, list) and len(entries) > 0


def _finding(error: ErrorDetails, document: Mapping[str, Any]) -> Finding:
    context = error.get("ctx", {})
    limit = context.get("ge", context.get("le"))
    wrong, right = remedy_for(error)
    place = place_of(error["loc"], document) or ("kind",)
    return Finding(place, error["type"], wrong, right, limit if isinstance(limit, int) else None)
