"""How much time there is between two blocks of work, and on which side one is done.

The four pacings are those of docs/routine-format.md. All durations are whole milliseconds.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from coach.core.dataclass import dataclass
from coach.words.catalogue import translatable, translatable_in
from coach.words.worded import Worded

Side = Literal["right", "left"]
"""The person's own right or left, named after what the person does."""


@dataclass(frozen=True, slots=True)
class Gaps:
    """Lengths of the gaps between blocks of work, in ms."""

    get_ready_ms: int = 10_000
    change_ms: int = 8_000
    near_ms: int = 15_000
    new_position_ms: int = 30_000


class Preset(Worded):
    """How much time there is between two blocks of work, in the order in which it is offered."""

    DEFAULT = "default", translatable("As planned in the routine")
    QUICK = "quick", translatable_in("time to change position", "Short")
    ROOMY = "roomy", translatable_in("time to change position", "Long")
    WAIT_FOR_ME = "wait-for-me", translatable("Wait for me")


class WayDown(Worded):
    """How long there is to get down to the floor before a routine, in the order in which it is offered."""

    SHORT = "30", translatable("30 seconds")
    MIDDLE = "45", translatable("45 seconds")
    LONG = "60", translatable("60 seconds")
    UNTIL_READY = "until-ready", translatable("Until I press")

    @property
    def time_ms(self) -> int | None:
        """The time in ms, None where it lasts until the person is ready."""
        return None if self is WayDown.UNTIL_READY else int(self.value) * 1000


@dataclass(frozen=True, slots=True)
class Pacing:
    """The gaps to use instead of the routine's own (`None`: the routine's), and whether each gap waits.

    `way_ms` is the time to get down to the floor, in ms; None: it waits too, as it does wherever gaps wait.
    """

    gaps: Gaps | None = None
    waits: bool = False
    way_ms: int | None = WayDown.SHORT.time_ms


PACINGS: dict[Preset, Pacing] = {
    Preset.QUICK: Pacing(Gaps(5_000, 5_000, 10_000, 20_000)),
    Preset.DEFAULT: Pacing(),
    Preset.ROOMY: Pacing(Gaps(15_000, 12_000, 25_000, 45_000)),
    Preset.WAIT_FOR_ME: Pacing(waits=True),
}


def pacing_of(preset: Preset, way_down: WayDown = WayDown.SHORT) -> Pacing:
    """Return the pacing that a person chose: the time between blocks of work, and that to get down to the floor."""
    return replace(PACINGS[preset], way_ms=way_down.time_ms)
