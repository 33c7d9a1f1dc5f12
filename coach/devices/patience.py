"""How long coach waits for an answer of the sound helper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.background.timers import single_shot

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QObject

CHANCE_MS = 100
"""Time for answers that still lie in the pipe: coach may be the one that is late."""


class Patience:
    """Calls `then` when the time has gone by, and CHANCE_MS more, unless it is stopped before."""

    def __init__(self, owner: QObject, then: Callable[[], object]) -> None:
        self._chance = single_shot(owner, then, CHANCE_MS, precise=True)
        self._time = single_shot(owner, self._chance.start, precise=True)

    def start(self, time_ms: int) -> None:
        """Begin to wait, from the beginning."""
        self._chance.stop()
        self._time.start(time_ms)

    def stop(self) -> None:
        """Wait no longer: it has been answered, or does not matter any more."""
        self._time.stop()
        self._chance.stop()
