"""A measured coach in a session of the shipped routine: led to a block, and looked at there."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from coach.core.routine import resolve
from coach.core.timeline import plan
from coach.store.routines.library import load

if TYPE_CHECKING:
    from bench.child import Child
    from coach.core.timeline import Block, BlockKind, Timeline

INTO_BLOCK_S = 0.5
"""A block is watched from here to as far into the next one: with one change of block in it, as in life."""


class Session:
    """Begins when it is made. Who watched a block stands `INTO_BLOCK_S` into the next one."""

    def __init__(self, child: Child) -> None:
        self.child = child
        self.timeline: Timeline = plan(resolve(load(None).contents))
        self._at: int | None = None
        child.tell("send START")

    def first(self, kind: BlockKind, exercise: str | None = None) -> int:
        """Return the first block of a kind, of any exercise or of that one."""
        blocks = enumerate(self.timeline.blocks)
        return next(index for index, block in blocks if block.kind is kind and exercise in {None, block.exercise})

    def go(self, index: int) -> Block:
        """Be a moment into a block; where the walk leads there by itself, it is not begun anew."""
        block = self.timeline.blocks[index]
        if self._at != index:
            self.child.tell(f"seek {block.position} {index}")
            time.sleep(INTO_BLOCK_S)
        self._at = None
        return block

    def go_through(self, index: int, seconds: float) -> None:
        """Let the first seconds of a block pass, and go on to the next one."""
        self.go(index)
        time.sleep(seconds)
        self._skip(index)
        time.sleep(INTO_BLOCK_S)

    def whole(self, index: int) -> float:
        """Return the CPU seconds that a block takes, watched from end to end."""
        used_s = self.child.cpu_over(self.go(index).duration_ms / 1000)
        self._at = index + 1
        return used_s

    def part(self, index: int, head_s: float, tail_s: float, unwatched_s: float = 0.0) -> float:
        """Return the CPU seconds that a block takes: its head and its end as they are, and between them as the tail.

        The first seconds may go unwatched; they then count like the tail.
        """
        block_s = self.go(index).duration_ms / 1000
        time.sleep(unwatched_s)
        head_used_s = self.child.cpu_over(head_s) if head_s else 0.0
        tail_rate = self.child.cpu_over(tail_s) / tail_s
        before_s = self.child.cpu_s()
        self._skip(index)
        time.sleep(INTO_BLOCK_S)
        end_used_s = self.child.cpu_s() - before_s
        return head_used_s + tail_rate * (block_s - head_s - INTO_BLOCK_S) + end_used_s

    def _skip(self, index: int) -> None:
        self.child.tell("send SKIP")
        self._at = index + 1
