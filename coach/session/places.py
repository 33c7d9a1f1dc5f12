"""Where a person can be in the window: one place shows at a time."""

from __future__ import annotations

from enum import Enum


class Place(Enum):
    """Where a person can be; one shows at a time."""

    START = "start page"
    CHECK = "check"
    LIVE = "session page"
    FLOOR = "floor view"
    STOPPED = "stopped page"
    CLOSING = "closing page"
    SIDE = "side page"
    """A page to be read for a while. It lies over another place and keeps nothing there from happening."""
