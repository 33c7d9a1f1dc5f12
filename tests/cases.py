"""What the tests share: small routines, the shipped ones, and the named table of timelines."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from coach.core.pacing import PACINGS, Preset
from coach.core.routine import resolve
from coach.core.routine_document import contents
from coach.core.routine_file import RoutineFile
from coach.core.timeline import plan

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coach.core.routine import Contents, Routine
    from coach.core.timeline import Timeline

Json: TypeAlias = "dict[str, Json] | list[Json] | str | int | float | bool | None"
Object: TypeAlias = "dict[str, Json]"

ROOT = Path(__file__).parent.parent
ROUTINES = ROOT / "routines.json"


# Small routines


def exercise(
    name: str,
    *,
    kind: str = "hold",
    base: str = "standing",
    sides: Sequence[str] = (),
    rounds: int = 1,
    work_s: int = 30,
) -> Object:
    """Return an exercise as a file has it, with as few words as the format allows.

    Unless `base` says otherwise it is done standing, so that no way down to the floor comes before it.
    """
    told: Object = {
        "id": name,
        "name": name.title(),
        "kind": kind,
        "base": base,
        "sides": list(sides),
        "rounds": rounds,
        "work_s": work_s,
        "region": "Back",
        "start": "You sit.",
        "movement": "You sit up.",
        "end": "You sit.",
        "steps": {"start": ["Sit."], "work": ["Breathe."]},
        "breath": "Breathe slowly.",
        "feel": "Light work.",
        "say": {
            "setup": "Sit.",
            "start": "Hold.",
            "change": "Other side." if len(sides) > 1 else None,
            "half": "Half-way.",
            "last5": "Five seconds.",
            "release": "Rest.",
            "pain_stop": "Stopping. Rest.",
        },
    }
    return told


def document(*exercises: Object, gaps: Object | None = None, order: Sequence[str] | None = None) -> Object:
    """Return a routine file with one routine of these exercises, in that order of ids."""
    names = [str(each["id"]) for each in exercises] if order is None else list(order)
    entry: Object = {"id": "small", "name": "Small", "exercises": [{"exercise": name} for name in names]}
    if gaps is not None:
        entry["gaps"] = gaps
    return {"format": 2, "exercises": list(exercises), "routines": [entry]}


def routine(*exercises: Object, gaps: Object | None = None, order: Sequence[str] | None = None) -> Routine:
    """Return a resolved routine of these exercises."""
    return resolve(judged(json.dumps(document(*exercises, gaps=gaps, order=order))))


def judged(text: str) -> Contents:
    """Return what a routine file holds, once its models have judged it."""
    RoutineFile.model_validate_json(text)
    return contents(json.loads(text))


def shipped_file() -> Contents:
    """Return the shipped routine file."""
    return judged(ROUTINES.read_text("utf-8"))


def shipped(routine_id: str | None = None) -> Routine:
    """Return a shipped routine, the full one by default."""
    return resolve(shipped_file(), routine_id)


def shipped_plan(preset: Preset = Preset.DEFAULT) -> Timeline:
    """Return the timeline of the full shipped routine."""
    return plan(shipped(), PACINGS[preset])


def sentences(text: str) -> list[str]:
    """Return the sentences of a text."""
    return re.split(r"(?<=[.?!:])\s+", text)


def count_words(text: str) -> int:
    """Return how many words a text has; a lone dash is none."""
    return len([word for word in text.split() if any(character.isalnum() for character in word)])


# Timelines: each line is kind, exercise, round, side (or -) and seconds


@dataclass(frozen=True)
class TimelineCase:
    """A small routine and the blocks that it must become."""

    name: str
    routine: Routine
    blocks: tuple[str, ...]
    preset: Preset = Preset.DEFAULT


TIMELINES = (
    TimelineCase("one exercise, no sides", routine(exercise("a")), ("get-ready a 1 - 10", "hold a 1 - 30")),
    TimelineCase(
        "own pace and breath",
        routine(exercise("a", kind="reps-own-pace", work_s=45), exercise("b", kind="flow-by-breath")),
        ("get-ready a 1 - 10", "reps a 1 - 45", "move b 1 - 15", "flow b 1 - 30"),
    ),
    TimelineCase(
        "sides within rounds",
        routine(exercise("a", sides=["right", "left"], rounds=2)),
        (
            "get-ready a 1 right 10",
            "hold a 1 right 30",
            "change a 1 left 8",
            "hold a 1 left 30",
            "change a 2 right 8",
            "hold a 2 right 30",
            "change a 2 left 8",
            "hold a 2 left 30",
        ),
    ),
    TimelineCase(
        "left first",
        routine(exercise("a", sides=["left", "right"])),
        ("get-ready a 1 left 10", "hold a 1 left 30", "change a 1 right 8", "hold a 1 right 30"),
    ),
    TimelineCase(
        "one side only",
        routine(exercise("a", sides=["left"], rounds=2)),
        ("get-ready a 1 left 10", "hold a 1 left 30", "change a 2 left 8", "hold a 2 left 30"),
    ),
    TimelineCase(
        "rounds without sides",
        routine(exercise("a", rounds=3)),
        (
            "get-ready a 1 - 10",
            "hold a 1 - 30",
            "change a 2 - 8",
            "hold a 2 - 30",
            "change a 3 - 8",
            "hold a 3 - 30",
        ),
    ),
    TimelineCase(
        "near: on the back, on the front, on the side",
        routine(exercise("a", base="supine"), exercise("b", base="prone"), exercise("c", base="side-lying")),
        (
            "way a 1 - 30",
            "get-ready a 1 - 10",
            "hold a 1 - 30",
            "move b 1 - 15",
            "hold b 1 - 30",
            "move c 1 - 15",
            "hold c 1 - 30",
        ),
    ),
    TimelineCase(
        "near: kneeling and all fours",
        routine(exercise("a", base="kneeling"), exercise("b", base="all-fours")),
        ("way a 1 - 30", "get-ready a 1 - 10", "hold a 1 - 30", "move b 1 - 15", "hold b 1 - 30"),
    ),
    TimelineCase(
        "new positions: lying, sitting, knees, standing",
        routine(
            exercise("a", base="supine"),
            exercise("b", base="seated"),
            exercise("c", base="kneeling"),
            exercise("d", base="standing"),
        ),
        (
            "way a 1 - 30",
            "get-ready a 1 - 10",
            "hold a 1 - 30",
            "move b 1 - 30",
            "hold b 1 - 30",
            "move c 1 - 30",
            "hold c 1 - 30",
            "move d 1 - 30",
            "hold d 1 - 30",
        ),
    ),
    TimelineCase(
        "gaps of its own",
        routine(
            exercise("a", rounds=2),
            exercise("b"),
            exercise("c", base="seated"),
            gaps={"get_ready": 1, "change": 2, "near": 3, "new_position": 4},
        ),
        (
            "get-ready a 1 - 1",
            "hold a 1 - 30",
            "change a 2 - 2",
            "hold a 2 - 30",
            "move b 1 - 3",
            "hold b 1 - 30",
            "move c 1 - 4",
            "hold c 1 - 30",
        ),
    ),
    TimelineCase(
        "no gaps at all",
        routine(exercise("a", rounds=2), gaps={"get_ready": 0, "change": 0, "near": 0, "new_position": 0}),
        ("get-ready a 1 - 0", "hold a 1 - 30", "change a 2 - 0", "hold a 2 - 30"),
    ),
    TimelineCase(
        "the same exercise twice in a row",
        routine(exercise("a"), order=["a", "a"]),
        ("get-ready a 1 - 10", "hold a 1 - 30", "move a 1 - 15", "hold a 1 - 30"),
    ),
    TimelineCase(
        "a pacing replaces the gaps of the routine",
        routine(exercise("a", rounds=2), exercise("b", base="supine"), gaps={"change": 99}),
        (
            "get-ready a 1 - 5",
            "hold a 1 - 30",
            "change a 2 - 5",
            "hold a 2 - 30",
            "move b 1 - 20",
            "hold b 1 - 30",
        ),
        Preset.QUICK,
    ),
    TimelineCase(
        "wait for me",
        routine(exercise("a", sides=["right", "left"])),
        ("get-ready a 1 right 0", "hold a 1 right 30", "change a 1 left 0", "hold a 1 left 30"),
        Preset.WAIT_FOR_ME,
    ),
)
