"""The table of phases: all that can change where a session stands as a whole."""

from __future__ import annotations

from enum import Enum

from coach.core.events import Input, Phase


class Inner(Enum):
    """What changes the phase without an input."""

    RAN_OUT = "the last block is over"


TABLE: dict[tuple[Phase, Input | Inner], Phase] = {
    (Phase.READY, Input.START): Phase.RUNNING,
    (Phase.RUNNING, Input.PAUSE): Phase.PAUSED,
    (Phase.RUNNING, Input.SKIP): Phase.RUNNING,
    (Phase.RUNNING, Input.SKIP_EXERCISE): Phase.RUNNING,
    (Phase.RUNNING, Input.BACK): Phase.RUNNING,
    (Phase.RUNNING, Input.JUMP): Phase.RUNNING,
    (Phase.RUNNING, Input.ADD_TIME): Phase.RUNNING,
    (Phase.RUNNING, Input.CONFIRM): Phase.RUNNING,
    (Phase.RUNNING, Input.EASIER): Phase.RUNNING,
    (Phase.RUNNING, Input.BECAUSE_OF_PAIN): Phase.STOPPED_FOR_PAIN,
    (Phase.RUNNING, Input.PAIN_STOP): Phase.STOPPED_FOR_PAIN,
    (Phase.RUNNING, Input.END): Phase.ENDED,
    (Phase.RUNNING, Inner.RAN_OUT): Phase.FINISHED,
    (Phase.PAUSED, Input.RESUME): Phase.RUNNING,
    (Phase.PAUSED, Input.SKIP): Phase.PAUSED,
    (Phase.PAUSED, Input.SKIP_EXERCISE): Phase.PAUSED,
    (Phase.PAUSED, Input.BACK): Phase.PAUSED,
    (Phase.PAUSED, Input.JUMP): Phase.PAUSED,
    (Phase.PAUSED, Input.ADD_TIME): Phase.PAUSED,
    (Phase.PAUSED, Input.EASIER): Phase.PAUSED,
    (Phase.PAUSED, Input.BECAUSE_OF_PAIN): Phase.STOPPED_FOR_PAIN,
    (Phase.PAUSED, Input.PAIN_STOP): Phase.STOPPED_FOR_PAIN,
    (Phase.PAUSED, Input.END): Phase.ENDED,
    (Phase.PAUSED, Inner.RAN_OUT): Phase.FINISHED,
    (Phase.STOPPED_FOR_PAIN, Input.MISTAKE): Phase.PAUSED,
}
"""All that can change the phase, or act within one: (phase, input) -> phase."""


class NotAllowed(Exception):  # noqa: N818 - it names what the person was told, not a fault of the program
    """The input has no meaning in this phase, or at this place; the session has not changed."""

    def __init__(self, phase: Phase, wanted: Input) -> None:
        super().__init__(f"“{wanted.value}” has no meaning while {phase.value}")
        self.phase = phase
        self.wanted = wanted
