"""CPU time of a session that runs, is paused or cannot be seen, in seconds of CPU a minute."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from bench.child import Child
from bench.figures import Row
from bench.windows import BARE, COACH
from coach.core.routine import resolve
from coach.core.timeline import BlockKind, plan
from coach.store.library import load

if TYPE_CHECKING:
    from coach.core.timeline import Block, Timeline

SETTLE_S = 1.0
"""Time for the picture of a new block or state to be finished."""

INTO_BLOCK_S = 0.5
"""A whole block is watched from here to as far into the next one: with one change of block in it, as in life."""

TARGET = "≤ 1.2"


def measure(environment: dict[str, str], data_dir: str, *, quick: bool) -> list[Row]:
    """Watch a bare window and one session; quick samples are short and leave the change of blocks out."""
    timeline = plan(resolve(load(None).contents))
    sample_s, rounds = (6.0, 1) if quick else (20.0, 2)
    with Child(BARE, environment) as child:
        child.wait_for("painted")
        time.sleep(SETTLE_S)
        bare = child.cpu_over(sample_s) * 60 / sample_s
    with Child(COACH, environment, "--data-dir", data_dir) as child:
        child.wait_for("usable")
        time.sleep(SETTLE_S)
        before_start = child.cpu_over(sample_s) * 60 / sample_s
        child.tell("send START")
        holds = [_inside(child, timeline, BlockKind.HOLD, sample_s) for _ in range(rounds)]
        changes = [_inside(child, timeline, BlockKind.CHANGE, sample_s) for _ in range(rounds)]
        routine = _routine(child, timeline, sample_s if quick else None)
        _seek(child, timeline, _first(timeline, BlockKind.HOLD))
        child.tell("send PAUSE")
        time.sleep(SETTLE_S)
        paused = child.cpu_over(sample_s) * 60 / sample_s
        child.tell("send RESUME")
        child.tell("minimise")
        time.sleep(SETTLE_S)
        minimised = child.cpu_over(sample_s) * 60 / sample_s
    name = "routine as a whole, from short samples" if quick else "routine as a whole"
    return [
        Row("bare window: at rest", "CPU s/min", (bare,)),
        Row("coach: start page", "CPU s/min", (before_start,), target="≈ 0"),
        Row("coach: 30 s hold", "CPU s/min", tuple(holds), target=TARGET),
        Row("coach: 8 s changes", "CPU s/min", tuple(changes), target=TARGET),
        Row(f"coach: {name}", "CPU s/min", (routine,), target=TARGET),
        Row("coach: paused", "CPU s/min", (paused,), target="≈ 0"),
        Row("coach: minimised", "CPU s/min", (minimised,), target="≈ 0"),
    ]


def _first(timeline: Timeline, kind: BlockKind) -> int:
    return next(index for index, block in enumerate(timeline.blocks) if block.kind is kind)


def _seek(child: Child, timeline: Timeline, index: int) -> Block:
    block = timeline.blocks[index]
    child.tell(f"seek {block.position} {index}")
    return block


def _inside(child: Child, timeline: Timeline, kind: BlockKind, sample_s: float) -> float:
    """Sample blocks of one kind, one after the other, until there is enough; the ends of blocks are left out."""
    used_s = seen_s = 0.0
    for index, block in enumerate(timeline.blocks):
        if block.kind is kind and seen_s < sample_s:
            _seek(child, timeline, index)
            time.sleep(INTO_BLOCK_S)
            length_s = min(sample_s - seen_s, block.duration_ms / 1000 - 2 * INTO_BLOCK_S)
            used_s += child.cpu_over(length_s)
            seen_s += length_s
    return used_s * 60 / seen_s


def _routine(child: Child, timeline: Timeline, most_s: float | None) -> float:
    """Watch one block of each kind and length, and weigh by how much of the routine is like it."""
    alike: dict[tuple[BlockKind, int], list[int]] = {}
    for index, block in enumerate(timeline.blocks):
        alike.setdefault((block.kind, block.duration_ms), []).append(index)
    used_s = 0.0
    for (_, duration_ms), indices in alike.items():
        whole_s = duration_ms / 1000
        watched_s = whole_s if most_s is None else min(most_s, whole_s - 2 * INTO_BLOCK_S)
        _seek(child, timeline, indices[0])
        time.sleep(INTO_BLOCK_S)
        used_s += child.cpu_over(watched_s) * len(indices) * whole_s / watched_s
    return used_s * 60_000 / timeline.total_ms
