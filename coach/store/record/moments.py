"""A moment of the calendar, as the record keeps it."""

from __future__ import annotations

from typing import NamedTuple

DAY_MS = 86_400_000


class Instant(NamedTuple):
    """Ms since 1970 (UTC), and the minutes by which local time was ahead of it then.

    A session keeps its day when the clocks or the country change later.
    """

    ms: int
    offset_min: int = 0

    @property
    def day(self) -> int:
        """The local calendar day, as days since 1970."""
        return (self.ms + self.offset_min * 60_000) // DAY_MS
