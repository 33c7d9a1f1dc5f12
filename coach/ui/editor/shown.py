"""What the editor shows, as plain values: the rows of its list."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from coach.core.own_pictures import Drawing
    from coach.core.pacing import Side


class Row(NamedTuple):
    """One exercise of the list."""

    name: str
    dose: str
    figure: Drawing | None = None
    side: Side | None = None
    problem: str = ""
    """What is to be looked at, in words; empty where nothing is."""
    depth: int = 0
    """In how many circuits it is."""
    circuit: str = ""
    """The words of the circuit that begins with it; empty where none does."""
