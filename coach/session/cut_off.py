"""A session that was cut off, as the start page offers to go on with it: where it was, what is left, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from coach.words.basics import hour_and_minute
from coach.words.catalogue import plural, tr
from coach.words.sentences import sentences

if TYPE_CHECKING:
    from coach.core.pacing import Side
    from coach.core.timeline import Block, Timeline
    from coach.store.record.moments import Instant
    from coach.store.record.values import Unfinished


class CutOff(NamedTuple):
    """What is shown of it. Lengths are in ms of the timeline."""

    name: str
    """The name of the exercise."""
    place: int
    """Its place in the routine, from 0."""
    side: Side | None
    words: str
    """When it was, in which round and side, and how many minutes are left."""
    pieces: tuple[int, ...]
    """How long each exercise takes, with the gaps before it."""
    done_ms: int
    routine: str
    """The id of the routine."""

    @property
    def spoken(self) -> str:
        """All of it, as a screen reader says it."""
        return sentences([tr("Not finished"), self.name, self.words])


def cut_off_of(unfinished: Unfinished, name: str, timeline: Timeline, now: Instant) -> CutOff:
    """Return what is shown of a session that was cut off in this timeline; `name` is that of its exercise."""
    block = timeline.blocks[min(unfinished.block, len(timeline.blocks) - 1)]
    pieces = [0] * (timeline.blocks[-1].position + 1)
    for each in timeline.blocks:
        pieces[each.position] += each.duration_ms
    left = max(1, -(-(timeline.total_ms - block.start_ms) // 60_000))
    rest = plural("{number} min is left.", "{number} min are left.", left)
    return CutOff(
        name,
        block.position,
        unfinished.side,
        sentences([_interrupted(unfinished, block, _when(unfinished.saved_ms, now)), rest]),
        tuple(pieces),
        block.start_ms,
        unfinished.routine,
    )


def _when(saved_ms: int, now: Instant) -> str:
    """Return when it was: within the hours in which one may go on it was today or yesterday."""
    at = now._replace(ms=saved_ms)
    hour, minute = hour_and_minute(at)
    time = {"hour": f"{hour:02}", "minute": f"{minute:02}"}
    # Note: when a session was interrupted
    return tr("today at {hour}:{minute}", **time) if at.day == now.day else tr("yesterday at {hour}:{minute}", **time)


def _interrupted(unfinished: Unfinished, block: Block, when: str) -> str:
    where = {"when": when, "round": unfinished.round, "rounds": unfinished.rounds}
    if block.sets > 1:
        where |= {"set": block.set, "sets": block.sets}
        if unfinished.side is None:
            return tr("Interrupted {when}, in set {set} of {sets}, round {round} of {rounds}.", **where)
        if unfinished.side == "right":
            return tr("Interrupted {when}, in set {set} of {sets}, round {round} of {rounds}, right side.", **where)
        return tr("Interrupted {when}, in set {set} of {sets}, round {round} of {rounds}, left side.", **where)
    if unfinished.rounds <= 1:
        if unfinished.side is None:
            return tr("Interrupted {when}.", when=when)
        if unfinished.side == "right":
            return tr("Interrupted {when}, on the right side.", when=when)
        return tr("Interrupted {when}, on the left side.", when=when)
    if unfinished.side is None:
        return tr("Interrupted {when}, in round {round} of {rounds}.", **where)
    if unfinished.side == "right":
        return tr("Interrupted {when}, in round {round} of {rounds}, right side.", **where)
    return tr("Interrupted {when}, in round {round} of {rounds}, left side.", **where)
