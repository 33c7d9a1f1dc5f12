"""What a routine prescribes, as plain values: the exercises and routines of a file, and one routine filled in.

Whether a file may be used is checked by the models of coach/core/routine_file.py. They need pydantic, which takes
longer to import than the first window takes to appear; these values need nothing.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Literal

from coach.core.dataclass import dataclass
from coach.core.pacing import Gaps
from coach.core.say import line_of, say_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coach.core.pacing import Side
    from coach.core.say import Line, Say

ExerciseKind = Literal["hold", "reps-own-pace", "flow-by-breath"]
Base = Literal["supine", "prone", "side-lying", "seated", "kneeling", "all-fours", "standing"]
Position = Literal["lying", "sitting", "knees", "standing"]
Shown = Literal["kneeling", "hands-and-knees", "sitting", "lying"]
"""What the figure can do while a step is told that leads from one position to another."""

DEFAULT_GAPS = Gaps()
PACES: dict[ExerciseKind, Literal["timer", "own", "breath"]] = {
    "hold": "timer",
    "reps-own-pace": "own",
    "flow-by-breath": "breath",
}
"""What sets the pace of each kind of exercise."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Steps:
    """What the person does, in order, one action a line.

    `start` and `enter` lead into the position (`enter` again for each round and side), `work` is for the timed
    block, `leave` leads out, `change` leads to the other side.
    """

    start: tuple[Line, ...]
    enter: tuple[Line, ...] = ()
    work: tuple[Line, ...]
    leave: tuple[Line, ...] = ()
    change: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Exercise:
    """One exercise. `work_s` is the length of each block in seconds.

    `least_change_s` is how long the body needs to change side or round, at any pace.
    """

    id: str
    name: str
    also: tuple[str, ...] = ()
    warm_up: bool = False
    kind: ExerciseKind
    pace: Literal["timer", "own", "breath"]
    figure: str | None = None
    base: Base
    sides: tuple[Side, ...] = ()
    stretches: Literal["same", "opposite"] | None = None
    rounds: int
    work_s: int
    least_change_s: int = 0
    region: str
    start: str
    movement: str
    end: str
    steps: Steps
    breath: str
    mistakes: tuple[str, ...] = ()
    easier: tuple[str, ...] = ()
    feel: str
    stop_also: tuple[str, ...] = ()
    ask_first: tuple[str, ...] = ()
    say: Say


@dataclass(frozen=True, slots=True)
class PositionChange:
    """How to get from one family of positions to another."""

    before: Position
    after: Position
    steps: tuple[str, ...]
    takes_ms: tuple[int, ...] = ()
    """How long the body needs for each step, from the beginning of its line, in ms; none where it is not stated."""
    shows: tuple[Shown | None, ...] = ()
    """What the figure does at each step; None where nothing is stated."""


@dataclass(frozen=True, slots=True)
class RoutineItem:
    """One exercise of a routine; `rounds` and `work_s` replace the exercise's own where they are given."""

    exercise: str
    rounds: int | None = None
    work_s: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RoutineEntry:
    """A routine as its file has it: a name, its gaps and the exercises it refers to, in order."""

    id: str
    name: str
    note: str = ""
    gaps: Gaps = DEFAULT_GAPS
    exercises: tuple[RoutineItem, ...]


@dataclass(frozen=True, slots=True)
class Contents:
    """All that a routine file holds."""

    exercises: tuple[Exercise, ...]
    routines: tuple[RoutineEntry, ...]
    position_changes: tuple[PositionChange, ...] = ()


@dataclass(frozen=True, slots=True)
class Routine:
    """What is prescribed: one routine with its exercises filled in, in order."""

    id: str
    name: str
    note: str
    gaps: Gaps
    exercises: tuple[Exercise, ...]
    position_changes: tuple[PositionChange, ...] = ()

    def way(self, before: str, after: str) -> tuple[str, ...]:
        """Return the steps from one family of positions to another, none where nothing is prescribed."""
        change = self.position_change(before, after)
        return () if change is None else change.steps

    def position_change(self, before: str, after: str) -> PositionChange | None:
        """Return how to get from one family of positions to another, None where nothing is prescribed."""
        for change in self.position_changes:
            if (change.before, change.after) == (before, after):
                return change
        return None


def resolve(contents: Contents, routine_id: str | None = None) -> Routine:
    """Fill in the routine with that id, or the file's first one; raises KeyError for an unknown id."""
    by_id = {exercise.id: exercise for exercise in contents.exercises}
    entry = contents.routines[0] if routine_id is None else {r.id: r for r in contents.routines}[routine_id]
    return Routine(
        id=entry.id,
        name=entry.name,
        note=entry.note,
        gaps=entry.gaps,
        exercises=tuple(_filled_in(by_id[item.exercise], item) for item in entry.exercises),
        position_changes=contents.position_changes,
    )


def _filled_in(exercise: Exercise, item: RoutineItem) -> Exercise:
    rounds = exercise.rounds if item.rounds is None else item.rounds
    work_s = exercise.work_s if item.work_s is None else item.work_s
    return replace(exercise, rounds=rounds, work_s=work_s)


# From a document: JSON that was checked before, so its keys and types are those of the file's models


def contents(document: Mapping[str, Any]) -> Contents:
    """Return the values of a document that was checked before; any other may raise anything."""
    return Contents(
        exercises=tuple(_exercise(item) for item in document["exercises"]),
        routines=tuple(_entry(item) for item in document["routines"]),
        position_changes=tuple(_position_change(item) for item in document.get("position_changes", ())),
    )


def _exercise(document: Mapping[str, Any]) -> Exercise:
    values: dict[str, Any] = {
        key: tuple(value) if isinstance(value, list) else value for key, value in document.items()
    }
    steps = Steps(**{stage: tuple(map(line_of, lines)) for stage, lines in document["steps"].items()})
    values["steps"] = steps
    holds = document["kind"] == "hold"
    values["say"] = say_of(document["say"], steps.enter, holds=holds, easier=document.get("easier", ()))
    values["pace"] = PACES[document["kind"]]
    values.pop("press_s", None)  # older files have it; it never had a meaning
    return Exercise(**values)


def _position_change(document: Mapping[str, Any]) -> PositionChange:
    steps = [step if isinstance(step, dict) else {"line": step} for step in document["steps"]]
    takes_ms = tuple(round(step["takes_s"] * 1000) for step in steps if "takes_s" in step)
    lines = tuple(step["line"] for step in steps)
    shows = tuple(step.get("shows") for step in steps)
    takes_ms = takes_ms if len(takes_ms) == len(lines) else ()
    return PositionChange(document["before"], document["after"], lines, takes_ms, shows)


def _entry(document: Mapping[str, Any]) -> RoutineEntry:
    return RoutineEntry(
        id=document["id"],
        name=document["name"],
        note=document.get("note") or "",
        gaps=Gaps(**{f"{gap}_ms": seconds * 1000 for gap, seconds in document.get("gaps", {}).items()}),
        exercises=tuple(RoutineItem(**item) for item in document["exercises"]),
    )
