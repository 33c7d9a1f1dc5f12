"""Reads routines from a document: JSON that was checked before, with the keys and types of the file's models."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from coach.core.dose import Dose, Sided
from coach.core.pacing import Gaps
from coach.core.routine import (
    PACES,
    Advice,
    Contents,
    Exercise,
    Group,
    Picture,
    PositionChange,
    RoutineEntry,
    RoutineItem,
    Steps,
    Week,
)
from coach.core.say import line_of, say_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coach.core.dose import Rounds

FORMAT = 2
"""The version of the file format that this program writes; it reads every one up to it."""


def contents(document: Mapping[str, Any]) -> Contents:
    """Return the values of a document that was checked before; any other may raise anything."""
    return Contents(
        exercises=tuple(exercise_of(item) for item in document["exercises"]),
        routines=tuple(_entry(item) for item in document["routines"]),
        position_changes=tuple(_position_change(item) for item in document.get("position_changes", ())),
    )


_DOSE = ("rounds", "work_s", "sets", "rest_s", "set_rest_s", "order", "reps", "rep_s", "count_aloud", "ends")


def exercise_of(document: Mapping[str, Any]) -> Exercise:
    """Return the exercise of a document that was checked before."""
    values: dict[str, Any] = {
        key: tuple(value) if isinstance(value, list) else value
        for key, value in document.items()
        if key not in {*_DOSE, "press_s", "pictures"}  # older files have press_s; it never had a meaning
    }
    steps = Steps(**{stage: tuple(map(line_of, lines)) for stage, lines in document["steps"].items()})
    values["steps"] = steps
    holds = document["kind"] == "hold"
    values["say"] = say_of(document["say"], steps.enter, holds=holds, easier=document.get("easier", ()))
    values["pace"] = PACES[document["kind"]]
    values["dose"] = Dose(**_with_numbers({key: document[key] for key in _DOSE if key in document}))
    pictures = document.get("pictures") or {}
    values["pictures"] = tuple((stage, _picture(picture)) for stage, picture in pictures.items() if picture)
    return Exercise(**values)


def _picture(document: Mapping[str, str | None]) -> Picture:
    return Picture(**{key: value for key, value in document.items() if value is not None})


def _with_numbers(dose: Mapping[str, Any]) -> dict[str, Any]:
    """Return what is written of a dose with its numbers as values: one, one for each set, or one for each side."""
    return {key: _number(dose[key]) if key in {"rounds", "work_s"} else dose[key] for key in dose}


def _number(value: int | list[int] | dict[str, int] | None) -> Rounds | None:
    if isinstance(value, dict):
        return Sided(**value)
    return tuple(value) if isinstance(value, list) else value


def _position_change(document: Mapping[str, Any]) -> PositionChange:
    steps = [step if isinstance(step, dict) else {"line": step} for step in document["steps"]]
    takes_ms = tuple(round(step["takes_s"] * 1000) for step in steps if "takes_s" in step)
    lines = tuple(step["line"] for step in steps)
    shows = tuple(step.get("shows") for step in steps)
    takes_ms = takes_ms if len(takes_ms) == len(lines) else ()
    return PositionChange(document["before"], document["after"], lines, takes_ms, shows)


def _entry(document: Mapping[str, Any]) -> RoutineEntry:
    when = document.get("when") or {}
    return RoutineEntry(
        id=document["id"],
        name=document["name"],
        note=document.get("note") or "",
        gaps=Gaps(**{f"{gap}_ms": seconds * 1000 for gap, seconds in document.get("gaps", {}).items()}),
        exercises=tuple(map(_item, document["exercises"])),
        when=Advice(when.get("text") or "", tuple(when.get("times", ())), when.get("days_a_week")),
        plan=tuple(Week(each["name"], tuple(map(_one, each.get("doses", ())))) for each in document.get("plan", ())),
    )


def _item(document: Mapping[str, Any]) -> RoutineItem | Group:
    if "exercise" in document:
        return _one(document)
    items = tuple(map(_item, document["exercises"]))
    return Group(exercises=items, repeat=document["repeat"], rest_s=document.get("rest_s"))


def _one(document: Mapping[str, Any]) -> RoutineItem:
    return RoutineItem(**_with_numbers(document))
