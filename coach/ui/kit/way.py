"""All that a room knows of places: whether its own one shows, and how to get there."""

from __future__ import annotations

from typing import Protocol


class Way(Protocol):
    """The way to one place. The navigator decides from where it may be taken."""

    @property
    def is_there(self) -> bool:
        """Whether the place shows."""
        ...

    @property
    def is_open(self) -> bool:
        """Whether the place can be reached from the present one."""
        ...

    def take(self) -> bool:
        """Go there; False, and no change, where the way is not open."""
        ...
