"""Counts the same action once where a worn button, a double click or two ways of one key send it twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.core.events import Input

if TYPE_CHECKING:
    from collections.abc import Callable

BOUNCE_MS = 250
"""So long after an action the same one is no new wish."""
NEVER_HELD = frozenset({"pain", Input.BECAUSE_OF_PAIN.value, "pause", "still"})
"""Stopping is never held back, and neither is a pause: both are safe however often they come.

Nor is what has a tick in the menu: the tick has changed by then, and what it stands for has to follow.
"""
_SAME = {"pause": "go"}
"""After a pause, what goes on is held back like a second press."""


class Bounce:
    """Does actions, each again only after a while of quiet; the time is handed in, in ms of real time."""

    def __init__(self, now_ms: Callable[[], int]) -> None:
        self._now_ms = now_ms
        self._done_ms: dict[str, int] = {}

    def do(self, action_id: str, act: Callable[[], None]) -> None:
        """Act, unless this is the same action once more."""
        if action_id in NEVER_HELD or not self._bounces(action_id):
            act()
        # When it was done, not when it began: what was pressed meanwhile waits in a queue and comes right after.
        self._done_ms[_SAME.get(action_id, action_id)] = self._now_ms()

    def _bounces(self, action_id: str) -> bool:
        before_ms = self._done_ms.get(action_id)
        return before_ms is not None and self._now_ms() - before_ms < BOUNCE_MS
