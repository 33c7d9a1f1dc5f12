"""What makes a session sound otherwise than its script is written."""

from __future__ import annotations

from coach.core.dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Situation:
    """What is different in this session from the script as it is written.

    `easier` is the easier way of the exercise that is chosen, by its place from 0, and `easier_told` whether it was
    said as it was chosen: then it is not said again. `guided` is false where the person did not hear the whole way down
    to the floor.
    """

    easier: int | None = None
    easier_told: bool = False
    guided: bool = True


AS_WRITTEN = Situation()
