"""How much room a page of the check has, and what gives way first."""

from __future__ import annotations

from typing import NamedTuple

LOW, SHORT = 620, 470
"""Heights of a page below which its figure goes, and below which all is put closer, in px at 100 %."""
NARROW, SMALL = 900, 760
"""Widths of a page below which columns become one, and below which cards give way, in px at 100 %."""


class Room(NamedTuple):
    """The size of a page in px at 100 %: on a large text it is less."""

    width: float
    height: float

    @property
    def is_low(self) -> bool:
        """Whether there is no height to spare for the figure."""
        return self.height < LOW

    @property
    def is_narrow(self) -> bool:
        """Whether two columns of text have no room."""
        return self.width < NARROW

    @property
    def is_tiny(self) -> bool:
        """Whether only what decides can be on the screen at once."""
        return self.height < SHORT or self.width < SMALL
