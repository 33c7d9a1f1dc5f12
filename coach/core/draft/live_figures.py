"""How long a routine is while it is written: the whole, each exercise, and when each begins and ends.

The times are those of the session that would begin now: with the voice on, where gaps grow for their words. A key in
one field changes one exercise and the gap after it; what is known of all others is kept.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from coach.core.dataclass import dataclass
from coach.core.draft.tight import Tight, tight_blocks
from coach.core.speech.compiler import OneBlock
from coach.core.speech.stand_ins import can_say_all
from coach.core.timeline import BlockKind, plan

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from coach.core.draft.json_places import Place
    from coach.core.routine import Exercise, Routine
    from coach.core.timeline import Timeline


@dataclass(frozen=True, slots=True)
class ExerciseTimes:
    """One exercise of a routine as it is done; times in ms. In a group it comes once for each time through.

    It begins with the gap that leads to it.
    """

    row: Place
    name: str
    begins_ms: int
    ends_ms: int
    lap: int = 1
    laps: int = 1


@dataclass(frozen=True, slots=True)
class LiveFigures:
    """The lengths of a routine in ms; `begins_ms` is the way down to the floor, before the first exercise.

    In `work_ms` of it the person exercises. `is_estimate` where a part lasts until the person is done.
    """

    total_ms: int = 0
    work_ms: int = 0
    begins_ms: int = 0
    is_estimate: bool = False
    timetable: tuple[ExerciseTimes, ...] = ()

    def length_ms(self, row: Place) -> int:
        """Return how long the exercises of a row take in all, those of a group with all its times through."""
        return sum(each.ends_ms - each.begins_ms for each in self.timetable if each.row[: len(row)] == row)


NOTHING = LiveFigures()
"""Those of a routine without exercises."""


@dataclass(frozen=True, slots=True)
class _Part:
    """What is known of the blocks of one exercise at its place: by how much each gap grows, and what is tight."""

    grown_ms: tuple[int, ...]
    tight: tuple[Tight, ...]


class FigureMaker:
    """Works out the figures of a routine, and keeps what the next one may have too.

    `length_of` says how long a sentence takes, in ms, and `can_say` whether it can be said at all.
    """

    def __init__(self, length_of: Callable[[str], int], can_say: Callable[[str], bool] = can_say_all) -> None:
        self._length_of, self._can_say = length_of, can_say
        self._known: dict[tuple[Any, ...], _Part] = {}
        self._alive: object = None

    def figures(
        self, routine: Routine, rows: Sequence[Place], documents: Sequence[Mapping[str, Any]]
    ) -> tuple[LiveFigures, tuple[tuple[Tight, ...], ...]]:
        """Return the figures, and for each exercise as it is done where its words have too little time.

        There is one row and one document for each exercise of the routine as it is done: documents that are the same
        object are the same exercise.
        """
        timeline = plan(routine)
        parts = self._parts(routine, timeline, documents)
        return _figures(routine, timeline, parts, rows), tuple(part.tight for part in parts)

    def _parts(self, routine: Routine, timeline: Timeline, documents: Sequence[Mapping[str, Any]]) -> list[_Part]:
        kept: dict[tuple[Any, ...], _Part] = {}
        parts: list[_Part] = []
        # Where one is among them is said: what comes before and after counts, but not how it is done.
        shared = (routine.gaps, tuple((each.id, each.lap) for each in routine.exercises), id(routine.position_changes))
        whole = hash(shared)
        for position, indexes in enumerate(_by_position(timeline)):
            key = (whole, *_key(routine, position, documents))
            part = self._known.get(key) or kept.get(key) or self._part(routine, timeline, indexes)
            kept[key] = part
            parts.append(part)
        # What is known by the identity of a document holds for as long as that one is alive.
        self._known, self._alive = kept, (documents, routine.position_changes)
        return parts

    def _part(self, routine: Routine, timeline: Timeline, indexes: Sequence[int]) -> _Part:
        script = OneBlock(routine, timeline, self._length_of, self._can_say)
        grown = tuple(script.grown_ms(index) for index in indexes)
        blocks = list(timeline.blocks)
        for index, more_ms in zip(indexes, grown, strict=True):
            blocks[index] = replace(blocks[index], duration_ms=blocks[index].duration_ms + more_ms)
        longer = script.take(replace(timeline, blocks=tuple(blocks)))
        return _Part(grown, tight_blocks(script, longer, indexes, grown))


def _key(routine: Routine, position: int, documents: Sequence[Mapping[str, Any]]) -> tuple[Any, ...]:
    """Return what the blocks of an exercise depend on, of the exercises: on itself, the one before, and its place."""
    before = _of(routine.exercises[position - 1], documents[position - 1]) if position else None
    return (_of(routine.exercises[position], documents[position]), before, position)


def _of(exercise: Exercise, document: Mapping[str, Any]) -> tuple[Any, ...]:
    return (id(document), exercise.dose, exercise.sides, exercise.lap)


def _by_position(timeline: Timeline) -> list[list[int]]:
    indexes: list[list[int]] = [[] for _ in range(timeline.blocks[-1].position + 1)]
    for index, block in enumerate(timeline.blocks):
        indexes[block.position].append(index)
    return indexes


def _figures(routine: Routine, timeline: Timeline, parts: Sequence[_Part], rows: Sequence[Place]) -> LiveFigures:
    """Add up the blocks with what they grow by: to move each of hundreds would take longer than all else."""
    clock_ms = way_ms = 0
    times = []
    for position, indexes in enumerate(_by_position(timeline)):
        begins_ms = clock_ms
        for index, more_ms in zip(indexes, parts[position].grown_ms, strict=True):
            block = timeline.blocks[index]
            clock_ms += block.duration_ms + more_ms
            if block.kind is BlockKind.WAY:
                begins_ms = way_ms = clock_ms
        lap = routine.exercises[position].lap
        laps = (1, 1) if lap is None else (lap.number, lap.count)
        times.append(ExerciseTimes(rows[position], routine.exercises[position].name, begins_ms, clock_ms, *laps))
    is_estimate = any(block.waits and block.kind.is_work for block in timeline.blocks)
    return LiveFigures(clock_ms, timeline.work_ms, way_ms, is_estimate, tuple(times))
