"""Which picture stands for an exercise, and which shows at an instant: one of one's own by stage, or its figure."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from coach.core.instructions import instructions
from coach.core.timeline import BlockKind

if TYPE_CHECKING:
    from typing import TypeAlias

    from coach.core.routine import Exercise, Picture, Routine, Stage
    from coach.core.timeline import Timeline

    Drawing: TypeAlias = str | Picture
    """What stands for an exercise: the id of a movement, or a picture of one's own."""

_NEAREST: dict[Stage, tuple[Stage, ...]] = {
    "start": ("start", "work", "leave"),
    "work": ("work", "start", "leave"),
    "leave": ("leave", "work", "start"),
}
"""Where a stage looks for its picture, the nearest first."""


def seen(picture: Picture) -> Picture:
    """Return what is seen of a picture: the same for two that differ in their words alone."""
    return replace(picture, describes="") if picture.describes else picture


def picture_of(exercise: Exercise, stage: Stage) -> Picture | None:
    """Return the picture of one's own for a stage, or the nearest one; None for an exercise without any."""
    given = dict(exercise.pictures)
    return next((given[each] for each in _NEAREST[stage] if each in given), None)


def drawing_of(exercise: Exercise) -> Drawing | None:
    """Return what stands for an exercise where there is room for one picture; None where it has nothing."""
    return picture_of(exercise, "work") or exercise.figure


def pictures_in_order(exercise: Exercise) -> tuple[tuple[Picture, ...], int]:
    """Return the pictures of one's own in the order of what is done, and the place among them of that of the work."""
    given = dict(exercise.pictures)
    stages = [stage for stage in _NEAREST if stage in given]
    work = next((stage for stage in _NEAREST["work"] if stage in given), None)
    return tuple(given[stage] for stage in stages), 0 if work is None else stages.index(work)


def picture_at(routine: Routine, timeline: Timeline, index: int, share: float | None) -> Picture | None:
    """Return the picture of one's own to show in a block, None where it is the figure of the exercise.

    `share`, from 0 to 1, is how much of a gap is over, as the steps are lit by. While the steps lead out of what was
    done, it is the picture of that; of another exercise only where it has one for leaving.
    """
    block = timeline.blocks[index]
    exercise = routine.exercises[block.position]
    if block.kind.is_work:
        return picture_of(exercise, "work")
    if block.kind not in {BlockKind.WAY, BlockKind.GET_READY} and index:
        before = routine.exercises[timeline.blocks[index - 1].position]
        lit = instructions(routine, timeline, index).lit(share)
        is_leaving = bool(lit) and lit[0] < len(before.steps.leave)
        if is_leaving and (before is exercise or "leave" in dict(before.pictures)):
            return picture_of(before, "leave")
    return picture_of(exercise, "start")
