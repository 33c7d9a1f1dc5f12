"""Which steps belong to a block, and which of them are lit at an instant.

A gap leads out of what was done and into what comes: its steps are lit one after the other, in equal shares of
its time. In a work block the last step in is behind the person, and the working steps and the breathing are lit.
Steps are numbered as they stand in their block: one that leads out of an exercise and into the next has numbers of
its own, not the end of one count and the beginning of another.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.core.dataclass import dataclass
from coach.core.timeline import BlockKind, change_to, family, steps_to
from coach.words.safety_messages import STOPPING_IN_A_GAP, STOPPING_ON_A_WAY

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from coach.core.body import Body
    from coach.core.pacing import Side
    from coach.core.routine import Exercise, Routine, Shown
    from coach.core.say import BySide
    from coach.core.timeline import Block, Timeline
    from coach.words.catalogue import Translatable
STAGES = ("start", "enter", "work", "leave", "change")
"""The parts of an exercise's steps, in the order of the file."""


@dataclass(frozen=True, slots=True)
class Step:
    """One line of instruction; `number` is its place in its block, from 1, or 0 for a line outside the count."""

    number: int
    text: str


@dataclass(frozen=True, slots=True)
class Instructions:
    """The lines of a block. `done` of them are behind the person from the start."""

    steps: tuple[Step, ...]
    done: int = 0

    def lit(self, share: float | None) -> range:
        """Return which steps are lit when that share (0 to 1) of a gap is over; None means a work block."""
        count = len(self.steps)
        if share is None:
            return range(self.done, count)
        if not count:
            return range(0)
        # At the very end of a gap the share is 1, one step past the last.
        index = min(count - 1, int(share * count))
        return range(index, index + 1)


def wording(line: str | BySide, side: Side | None) -> str:
    """Return the wording of a line for a side; without a side, the wording for the right one."""
    if isinstance(line, str):
        return line
    return line.left if side == "left" else line.right


def stopping_line(routine: Routine, body: Body) -> str:
    """Return what to do first when it hurts: how to come out of what the body is in, or to rest where it is."""
    if body.is_bound:
        return wording(routine.exercises[body.block.position].say.pain_stop, body.block.side)
    return resting_line(body)


def resting_line(body: Body) -> Translatable:
    """Return what to do when it hurts where there is nothing to come out of."""
    return STOPPING_ON_A_WAY if body.is_on_a_way else STOPPING_IN_A_GAP


def instructions(routine: Routine, timeline: Timeline, index: int) -> Instructions:
    """Return the lines to show in that block."""
    block = timeline.blocks[index]
    exercise = routine.exercises[block.position]
    if block.kind.is_work:
        entering = [*_stage(exercise.steps.start, block.side), *_stage(exercise.steps.enter, block.side)]
        working = _stage(exercise.steps.work, block.side)
        steps = (*_numbered((*entering[-1:], *working)), Step(0, exercise.breath))
        return Instructions(steps, done=len(entering[-1:]))
    return Instructions(_numbered(_leading(routine, timeline, index, block, exercise)))


def shown_on_way(routine: Routine, block: Block, lit: range) -> Shown | None:
    """Return what the figure does on the way to the floor while these steps are lit; None where nothing is stated.

    Where all are lit, because the person comes down in their own time, it is what they come to.
    """
    change = change_to(routine, "standing", routine.exercises[block.position])
    if block.kind is not BlockKind.WAY or change is None or not lit:
        return None
    return change.shows[lit[-1]] if lit[-1] < len(change.shows) else None


def _numbered(texts: Iterable[str]) -> tuple[Step, ...]:
    return tuple(Step(number, text) for number, text in enumerate(texts, 1))


def _leading(routine: Routine, timeline: Timeline, index: int, block: Block, exercise: Exercise) -> Iterator[str]:
    if block.kind is BlockKind.WAY:
        yield from steps_to(routine, "standing", exercise)
        return
    if block.kind is not BlockKind.GET_READY:
        previous_block = timeline.blocks[index - 1]
        previous = routine.exercises[previous_block.position]
        yield from _stage(previous.steps.leave, previous_block.side)
        # Where all of one side is done first, its rounds follow each other without a change of side.
        if block.kind is BlockKind.CHANGE and (block.new_side or len(previous.sides) < 2):  # noqa: PLR2004 - both sides
            yield from _stage(previous.steps.change, block.side)
        if block.new_position:
            yield from steps_to(routine, family(previous), exercise)
    if block.kind is not BlockKind.CHANGE:
        yield from _stage(exercise.steps.start, block.side)
    yield from _stage(exercise.steps.enter, block.side)


def _stage(lines: Iterable[str | BySide], side: Side | None) -> list[str]:
    return [wording(line, side) for line in lines]
