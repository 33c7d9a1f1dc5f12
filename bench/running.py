"""CPU time of a session that runs, is paused or cannot be seen, in seconds of CPU a minute.

The session page as a whole first, then the same with the figures unknown: the ring alone.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from bench.child import Child
from bench.figures import Row
from bench.session import INTO_BLOCK_S, Session
from bench.windows import BARE, COACH
from coach.core.timeline import BlockKind

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from coach.core.timeline import Block, Timeline

SETTLE_S = 1.0
"""Time for the picture of a new block or state to be finished."""

ROUND_S = {BlockKind.REPS: 5.0, BlockKind.HOLD: 5.0, BlockKind.FLOW: 10.0}
"""About one round of what moves in the block: of the movement, or of the breath."""

PASS_S = 1.5
"""So long a block lasts that only comes before one that is watched: some of its pictures are then kept, as in life."""

UNIT = "CPU s/min"


def measure(environment: dict[str, str], data_dir: str, *, quick: bool) -> list[Row]:
    """Watch a bare window and one session; quick samples are short, and all moves count as one kind of gap."""
    sample_s = 3.0 if quick else 10.0
    with Child(BARE, environment) as child:
        child.wait_for("painted")
        time.sleep(SETTLE_S)
        bare = _per_minute(child, sample_s)
    with Child(COACH, environment, "--data-dir", data_dir) as child:
        child.wait_for("drawn")
        time.sleep(SETTLE_S)
        before_start = _per_minute(child, sample_s)
        session = Session(child)
        page = _page(session, quick=quick)
        child.tell("figures off")
        time.sleep(SETTLE_S)
        ring = _ring(session, sample_s)
        child.tell("figures on")
        session.go(session.first(BlockKind.HOLD))
        child.tell("send PAUSE")
        time.sleep(SETTLE_S)
        paused = _per_minute(child, sample_s)
        child.tell("send RESUME")
        child.tell("minimise")
        time.sleep(SETTLE_S)
        minimised = _per_minute(child, sample_s)
    return [
        Row("bare window: at rest", UNIT, (bare,)),
        Row("coach: start page", UNIT, (before_start,), target="≈ 0"),
        *page,
        *ring,
        Row("coach: paused", UNIT, (paused,), target="≈ 0"),
        Row("coach: minimised", UNIT, (minimised,), target="≈ 0"),
    ]


def _per_minute(child: Child, seconds: float) -> float:
    return child.cpu_over(seconds) * 60 / seconds


# Ring and figure together


def _page(session: Session, *, quick: bool) -> list[Row]:
    """Watch one block of each class, in the order of the routine: what came before it in its exercise did come.

    In the quick run a class takes blocks of all lengths, and the way down and getting ready are moves.
    """
    timeline = session.timeline

    def class_of(block: Block) -> tuple[str, int]:
        kind = BlockKind.MOVE if quick and block.kind in {BlockKind.WAY, BlockKind.GET_READY} else block.kind
        return _name(kind, is_first=block.round == 1), 0 if quick else block.duration_ms

    watched: dict[Hashable, tuple[int, float]] = {}
    seen: set[int] = set()
    for index, block in enumerate(timeline.blocks):
        key = class_of(block)
        if key in watched or _name(block.kind, is_first=block.round == 1) != key[0]:
            continue
        for before in range(timeline.first_of(block.position), index):
            if before not in seen:
                session.go_through(before, PASS_S)
                seen.add(before)
        watched[key] = index, _watched(session, index, rounds=1 if quick else 2)
        seen.add(index)
    rows = []
    for index, used_s in watched.values():
        block = timeline.blocks[index]
        name = f"{_name(block.kind, is_first=block.round == 1)}, {block.duration_ms // 1000} s ({block.exercise})"
        rows.append(Row(f"page: {name}", UNIT, (used_s * 60_000 / block.duration_ms,)))
    whole = _weighed(timeline, class_of, watched)
    short = ", from short samples" if quick else ""
    return [*rows, Row(f"page: routine as a whole{short}", UNIT, (whole,), target="≤ 3.0")]


def _name(kind: BlockKind, *, is_first: bool) -> str:
    """Return what tells apart how a block is drawn. The gap before the first flow or reps shows all their pictures."""
    if kind in {BlockKind.HOLD, BlockKind.CHANGE}:
        return f"{kind}, {'first' if is_first else 'later'} round"
    return str(kind)


def _watched(session: Session, index: int, rounds: int) -> float:
    """Return the CPU seconds of a block; long work is watched for some rounds of what moves in it."""
    block = session.timeline.blocks[index]
    if not block.kind.is_work:
        return session.whole(index)
    round_s = ROUND_S[block.kind]
    if block.kind is BlockKind.HOLD:
        return session.part(index, round_s if block.round == 1 else 0.0, round_s * rounds)
    # In life the gap has shown the movement; the gap may have been cut short here, so one round is let pass.
    return session.part(index, 0.0, _room_s(block, round_s * rounds, round_s), unwatched_s=round_s)


def _room_s(block: Block, wanted_s: float, passed_s: float = 0.0) -> float:
    """Return how long a part may be watched, so that it ends before the block does."""
    return min(wanted_s, block.duration_ms / 1000 - passed_s - 4 * INTO_BLOCK_S)


def _weighed(
    timeline: Timeline, class_of: Callable[[Block], Hashable], watched: dict[Hashable, tuple[int, float]]
) -> float:
    """Return CPU seconds a minute of the routine: a block takes what the one watched of its class took, by length."""
    used_s = 0.0
    for block in timeline.blocks:
        index, each_s = watched[class_of(block)]
        used_s += each_s * block.duration_ms / timeline.blocks[index].duration_ms
    return used_s * 60_000 / timeline.total_ms


# The ring alone


def _ring(session: Session, sample_s: float) -> list[Row]:
    """Watch one block of each length: how often the ring is painted depends on nothing else."""

    def class_of(block: Block) -> int:
        return block.duration_ms

    watched: dict[Hashable, tuple[int, float]] = {}
    for index, block in enumerate(session.timeline.blocks):
        if class_of(block) not in watched:
            watched[class_of(block)] = index, session.part(index, 0.0, _room_s(block, sample_s))
    rows = []
    for length_ms in (30_000, 8_000):
        used_s = watched[length_ms][1]
        rows.append(
            Row(f"ring alone: {length_ms // 1000} s block", UNIT, (used_s * 60_000 / length_ms,), target="≤ 1.2")
        )
    whole = _weighed(session.timeline, class_of, watched)
    return [*rows, Row("ring alone: routine as a whole, from short samples", UNIT, (whole,), target="≤ 1.2")]
