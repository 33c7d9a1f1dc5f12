"""Files with routines that come in: what is in one, which own routines it would replace, and keeping it."""

from __future__ import annotations

from dataclasses import replace
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Any

from coach.core.dataclass import dataclass
from coach.core.routine import resolve
from coach.core.routine_document import FORMAT
from coach.store.routines import library, one_routine
from coach.store.untrusted_file import clean

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from coach.core.routine import Exercise, Routine
    from coach.store.routines.library import Problem
    from coach.store.routines.own_routines import Own, OwnRoutines


class Change(Enum):
    """How an exercise of a routine that comes in stands to the one it would replace."""

    ADDED = "added"
    GONE = "gone"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Difference:
    """One exercise that differs, by the name to show; `before` and `after` are None where it is not there."""

    change: Change
    name: str
    before: Exercise | None
    after: Exercise | None


@dataclass(frozen=True, slots=True)
class IncomingRoutine:
    """One routine of a file that comes in."""

    id: str
    """Under which it would be kept."""
    routine: Routine
    replaces: Own | None = None
    """The own routine whose place it would take."""
    is_same: bool = False
    """Whether that one is the same in everything."""
    differs: tuple[Difference, ...] = ()
    """Exercises that differ from it; may be empty where only its name, its order or its gaps are others."""


@dataclass(frozen=True, slots=True)
class Incoming:
    """What is in a file, before anything of it is kept. With problems there are no routines."""

    path: Path
    name: str
    """The name of the file, safe to show."""
    routines: tuple[IncomingRoutine, ...] = ()
    problems: tuple[Problem, ...] = ()
    document: Mapping[str, Any] | None = None
    data: bytes = b""


def look_at(path: Path, own: OwnRoutines) -> Incoming:
    """Look at a file, and keep nothing of it. Raises nothing that a disk or a file can cause."""
    return _looked_at(path, lambda: library.data_of(path), own)


def look_at_code(data: bytes, name: str, own: OwnRoutines) -> Incoming:
    """Look at the document of a QR code, which comes under that name; raises nothing that it can cause."""
    return _looked_at(Path(clean(name, 100)), lambda: data, own)


def _looked_at(path: Path, read: Callable[[], bytes], own: OwnRoutines) -> Incoming:
    """Look at what is read; `path` names it in words, and pictures may lie beside it."""
    name = clean(path.name, 100)
    try:
        data = read()
        document, contents = library.checked(path, data)
        routines = tuple(_one(own, resolve(contents, entry.id)) for entry in contents.routines)
    except library.RoutineError as error:
        return Incoming(path, name, problems=error.problems)
    except Exception as error:  # noqa: BLE001 - whatever a hostile file makes of the judges
        return Incoming(path, name, problems=(library.unusable(path, error),))
    return Incoming(path, name, routines, document=document, data=data)


def keep(incoming: Incoming, own: OwnRoutines, *, both: bool = False) -> tuple[Own, ...]:
    """Keep all routines of a file; those that they replace stay too where `both` are wanted.

    Raises OSError, and RoutineError where it does not fit after all.
    """
    if incoming.document is None:
        raise library.RoutineError(incoming.problems)
    kept: list[Own] = []
    for place, one in enumerate(incoming.routines):
        own_id = one.id if one.replaces is None else one.replaces.id
        if (both and one.replaces is not None) or own_id in {each.id for each in kept}:
            own_id = one_routine.new_id(one.routine.name)
        kept.append(own.save(one_routine.alone(incoming.document, place, own_id), incoming.path.name))
        own.drop_draft(own_id)  # it is one of what was replaced
        if incoming.document["format"] < FORMAT:
            own.keep_original(own_id, incoming.data)
    return tuple(kept)


def _one(own: OwnRoutines, routine: Routine) -> IncomingRoutine:
    own_id = one_routine.id_of_incoming(routine.id, routine.name)
    there = own.with_mark(own_id)
    if there is None:
        return IncomingRoutine(own_id, routine)
    replaced = own.own(there)
    if replaced.routine is None:
        return IncomingRoutine(own_id, routine, replaced)
    before = replaced.routine
    is_same = before == replace(routine, id=before.id)
    return IncomingRoutine(own_id, routine, replaced, is_same, tuple(_differences(before, routine)))


def _differences(before: Routine, after: Routine) -> list[Difference]:
    was, now = _by_id(before), _by_id(after)
    found = [Difference(Change.ADDED, clean(each.name, 200), None, each) for key, each in now.items() if key not in was]
    for key, each in was.items():
        if key not in now:
            found.append(Difference(Change.GONE, clean(each.name, 200), each, None))
        elif now[key] != each:
            found.append(Difference(Change.CHANGED, clean(now[key].name, 200), each, now[key]))
    return found


def _by_id(routine: Routine) -> dict[str, Exercise]:
    return {exercise.id: exercise for exercise in routine.exercises}
