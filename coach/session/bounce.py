"""Counts the same command once where a worn button, a double click or two ways of one key send it twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

BOUNCE_MS = 250
"""Time after a command within which the same one does not count."""


class Bounce:
    """Does commands, the same one again only BOUNCE_MS later; `now_ms` returns real time in ms."""

    def __init__(self, now_ms: Callable[[], int]) -> None:
        self._now_ms = now_ms
        self._done_ms: dict[str, int] = {}

    def do(self, name: str, act: Callable[[], None], *, is_held_back: bool = True) -> None:
        """Call `act`, unless this name was done just now; with `is_held_back` False call it always."""
        if not is_held_back or not self._bounces(name):
            act()
        # When it was done, not when it began: what was pressed meanwhile waits in a queue and comes right after.
        self._done_ms[name] = self._now_ms()

    def _bounces(self, name: str) -> bool:
        before_ms = self._done_ms.get(name)
        return before_ms is not None and self._now_ms() - before_ms < BOUNCE_MS
