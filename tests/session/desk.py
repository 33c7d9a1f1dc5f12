"""A player on a desk: a clock moved by hand, and everything that is told, in order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.runs import two_sided
from tests.session.players import make_player
from tests.ui.stage import HandClock

if TYPE_CHECKING:
    from coach.core.events import (
        Event,
        Snapshot,
    )


class Desk:
    """A player with a clock moved by hand; keeps all it tells."""

    def __init__(self, speed: int = 1) -> None:
        self.clock = HandClock()
        self.player = make_player(self.clock, speed)
        self.happened: list[Event] = []
        self.ticks: list[Snapshot] = []
        self.slept = 0
        self.player.happened.connect(self.happened.append)
        self.player.ticked.connect(self.ticks.append)
        self.player.slept.connect(self._on_slept)
        self.player.load(two_sided())

    def _on_slept(self) -> None:
        self.slept += 1

    def wait(self, time_ms: int) -> None:
        """Let so much real time pass, looking each second."""
        while time_ms > 0:
            self.clock.ms += min(1_000, time_ms)
            time_ms -= 1_000
            self.player.look()

    def jump(self, time_ms: int) -> None:
        """Let so much real time pass without a look."""
        self.clock.ms += time_ms

    @property
    def shot(self) -> Snapshot:
        """This instant."""
        snapshot = self.player.snapshot()
        assert snapshot is not None
        return snapshot

    def kinds(self) -> list[type[Event]]:
        """Return what happened, by kind."""
        return [type(event) for event in self.happened]
