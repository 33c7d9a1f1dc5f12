"""The named table of the format's limits: just inside passes, just outside is refused with its place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.cases import exercise
from tests.store.bad_files import ITEM, KNEE, WORK_S, Path

if TYPE_CHECKING:
    from tests.cases import Json


@dataclass(frozen=True)
class Limit:
    """The values on both sides of a limit of the format."""

    path: Path
    inside: tuple[Json, ...]
    outside: tuple[Json, ...]
    place: str
    words: tuple[str, ...]


NAME, STEPS, FIRST = ("exercises", 0, "name"), ("exercises", 0, "steps"), ("routines", 0, "exercises", 0)
LONG, SHORT = "is too long; use at most", "is empty; write a text"
LARGE, LITTLE = "which is too large; use", "which is too small; use"
MANY, FEW = "has too many entries; use at most", "has too few entries; use at least"


def _numbers(path: Path, least: int, most: int, place: str) -> Limit:
    words = (f"{LITTLE} {least} or more", f"{LARGE} {most} or less", f"{LARGE} {most} or less")
    return Limit(path, (least, most), (least - 1, most + 1, 10**30), place, words)


def _texts(path: Path, most: int, place: str) -> Limit:
    return Limit(path, ("x", "é" * most), ("", "é" * (most + 1)), place, (SHORT, f"{LONG} {most} characters"))


def _lists(path: Path, least: int, most: int, place: str, one: Json) -> Limit:
    few: tuple[Json, ...] = () if least == 0 else ([one] * (least - 1),)
    words = () if least == 0 else (f"{FEW} {least}",)
    return Limit(path, ([one] * least, [one] * most), (*few, [one] * (most + 1)), place, (*words, f"{MANY} {most}"))


def _exercises(count: int) -> list[Json]:
    """Return so many exercises, with those that the routine of `whole` refers to among them."""
    return [exercise(name) for name in ("knee", "tilt", "cat", *(f"e{number}" for number in range(count - 3)))]


def _routines(count: int) -> list[Json]:
    return [{"id": f"r{number}", "name": "R", "exercises": [{"exercise": "cat"}]} for number in range(count)]


SMALL_ONE = "routine 1 (small)"
LIMITS = (
    _numbers(WORK_S, 1, 1800, f"{KNEE}, work_s"),
    _numbers(("exercises", 0, "rounds"), 1, 50, f"{KNEE}, rounds"),
    _numbers(("exercises", 1, "press_s"), 1, 1800, "exercise 2 (tilt), press_s"),
    *(
        _numbers(("routines", 0, "gaps", gap), 0, 600, f"{SMALL_ONE}, gaps, {gap}")
        for gap in ("get_ready", "change", "near", "new_position")
    ),
    _numbers((*FIRST, "rounds"), 1, 50, f"{ITEM}, rounds"),
    _numbers((*FIRST, "work_s"), 1, 1800, f"{ITEM}, work_s"),
    _texts(NAME, 80, f"{KNEE}, name"),
    _texts(("routines", 0, "name"), 80, f"{SMALL_ONE}, name"),
    _texts(("routines", 0, "note"), 500, f"{SMALL_ONE}, note"),
    _texts(("exercises", 0, "feel"), 500, f"{KNEE}, feel"),
    _texts((*STEPS, "work", 0), 500, f"{KNEE}, steps, work 1"),
    _texts((*STEPS, "enter", 0, "left"), 500, f"{KNEE}, steps, enter 1, left"),
    _texts(("exercises", 0, "say", "half"), 500, f"{KNEE}, say, half"),
    _texts(("exercises", 0, "easier", 0), 500, f"{KNEE}, easier version 1"),
    Limit(("$schema",), ("", "x" * 500), ("x" * 501,), "$schema", (f"{LONG} 500 characters",)),
    Limit(("exercises", 0, "id"), (), ("x" * 61,), "exercise 1 (" + "x" * 39 + "…), id", (f"{LONG} 60 characters",)),
    Limit(("routines", 0, "id"), ("x", "x" * 60), (), "", ()),
    _lists(("exercises", 0, "also"), 0, 20, f"{KNEE}, also", "Hug"),
    _lists(("exercises", 0, "say", "next_round"), 0, 20, f"{KNEE}, say, next_round", "Rest."),
    _lists((*STEPS, "start"), 0, 20, f"{KNEE}, steps, start", "Sit."),
    _lists((*STEPS, "work"), 1, 20, f"{KNEE}, steps, work", "Sit."),
    _lists(("position_changes", 0, "steps"), 1, 20, "position change 1, steps", "Roll."),
    _lists(
        ("position_changes",), 0, 20, "position_changes", {"before": "lying", "after": "sitting", "steps": ["Sit up."]}
    ),
    _lists((*FIRST[:-1],), 1, 50, f"{SMALL_ONE}, exercises", {"exercise": "cat"}),
    Limit(("exercises",), (_exercises(3), _exercises(50)), (_exercises(51),), "exercises", (f"{MANY} 50",)),
    Limit(("exercises",), (), ([],), "exercises", (f"{FEW} 1",)),
    Limit(("routines",), (_routines(1), _routines(20)), (_routines(21), []), "routines", (f"{MANY} 20", f"{FEW} 1")),
)
