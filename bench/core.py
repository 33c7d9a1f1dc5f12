"""What needs no Qt: planning the largest routine that a file may hold, one step of a session, reading a figure."""

from __future__ import annotations

import json
import time

from bench.figures import Row
from coach.core.events import Input
from coach.core.routine import Routine, resolve
from coach.core.routine_document import contents
from coach.core.routine_file_dose import MAX_EXERCISES
from coach.core.session import Session
from coach.core.timeline import Timeline, plan
from coach.store import figures
from coach.store.paths import shipped
from coach.store.routines.library import load

STEPS = 200
"""Steps of which one run takes the mean: one alone is too short for the clock."""
ROUNDS = 20
"""So many rounds of so many exercises with two sides are as many timed parts as a routine may have."""


def measure(runs: int) -> list[Row]:
    """Plan and step so many times."""
    rows = []
    for sides in ((), ("right", "left")):
        routine = _largest(sides)
        blocks = len(plan(routine).blocks)
        values = tuple(_plan_ms(routine) for _ in range(runs))
        name = f"plan {MAX_EXERCISES} exercises × {ROUNDS} rounds × {len(sides) or 1}: {blocks} blocks"
        rows.append(Row(name, "ms", values, target="< 20"))
    for name, timeline in (
        ("step, shipped routine", plan(resolve(load(None).contents))),
        ("step, largest routine", plan(routine)),
    ):
        rows.append(Row(f"{name}: {len(timeline.blocks)} blocks", "µs", tuple(_step_us(timeline) for _ in range(runs))))
    figures.load(())  # with its imports: they count where the figures' arrival is measured
    movements_ms = tuple(_movement_ms() for _ in range(runs))
    rows.append(Row("read one movement", "ms", movements_ms))
    return rows


def _movement_ms() -> float:
    """Read body and all movements, and the body alone: a movement takes its share of the difference."""
    ids = figures.known()
    begun_ns = time.perf_counter_ns()
    figures.load(())
    between_ns = time.perf_counter_ns()
    figures.load(ids)
    return (time.perf_counter_ns() - between_ns - (between_ns - begun_ns)) / 1e6 / len(ids)


def _plan_ms(routine: Routine) -> float:
    begun_ns = time.perf_counter_ns()
    plan(routine)
    return (time.perf_counter_ns() - begun_ns) / 1e6


def _step_us(timeline: Timeline) -> float:
    """Let the session reach the start of the next block and describe it, again and again."""
    session = Session(timeline)
    session.handle(Input.START, 0)
    ends = [block.end_ms for block in timeline.blocks[: min(STEPS, len(timeline.blocks) - 1)]]
    begun_ns = time.perf_counter_ns()
    for end_ms in ends:
        session.advance(end_ms)
        session.snapshot(end_ms)
    return (time.perf_counter_ns() - begun_ns) / 1e3 / len(ends)


def _largest(sides: tuple[str, ...]) -> Routine:
    own = json.loads(shipped("routines.json").read_bytes())["exercises"][0]
    bases = ("supine", "seated", "kneeling", "standing")
    exercises = [
        {
            **own,
            "id": f"exercise-{number}",
            "base": bases[number % len(bases)],
            "sides": list(sides),
            "rounds": ROUNDS,
            "steps": {"start": ["Lie down."], "work": ["Breathe."]},
            "say": dict.fromkeys(("setup", "start", "change", "half", "last5", "release", "pain_stop"), "Breathe."),
        }
        for number in range(MAX_EXERCISES)
    ]
    places = [{"exercise": each["id"]} for each in exercises]
    file = {"format": 1, "exercises": exercises, "routines": [{"id": "all", "name": "All", "exercises": places}]}
    return resolve(contents(file))
