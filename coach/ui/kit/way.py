"""All that a room knows of places: whether its own shows, and the way there."""

from __future__ import annotations

from typing import Protocol


class Way(Protocol):
    """One way to one place. Where it leads from, and whether it may be taken there, is decided elsewhere."""

    @property
    def is_there(self) -> bool:
        """Whether that place shows."""
        ...

    @property
    def is_open(self) -> bool:
        """Whether this way leads there from here."""
        ...

    def take(self) -> bool:
        """Go there; false where the way is not open, and then nothing changes."""
        ...
