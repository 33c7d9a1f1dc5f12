"""How the body of the person stands to an exercise: in it, on the way out of it, at rest, or between positions."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from coach.core.timeline import Block


class Posture(Enum):
    """How the body stands to the exercise."""

    BASE = auto()
    """In the position from which the exercise begins, or at rest in a pause of it."""
    IN = auto()
    """In the stretch or the movement, or going into it."""
    LEAVING = auto()
    """On the way out of what was left."""
    WAY = auto()
    """On the way from one position to another, or to the floor and up from it."""


@dataclass(frozen=True, slots=True)
class Body:
    """A posture, and the block whose exercise it belongs to: where it is IN or LEAVING, that has to be come out of."""

    posture: Posture
    index: int
    block: Block

    @property
    def is_bound(self) -> bool:
        """Whether there is something to come out of."""
        return self.posture in {Posture.IN, Posture.LEAVING}

    @property
    def is_on_a_way(self) -> bool:
        """Whether it is between two positions."""
        return self.posture is Posture.WAY

    @classmethod
    def of_block(cls, index: int, block: Block) -> Body:
        """Return where the body must be in a block of which nothing else is known."""
        return cls(Posture.IN if block.kind.is_work else Posture.BASE, index, block)
