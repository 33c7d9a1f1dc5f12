"""Where a person can be in the window: one place shows at a time."""

from __future__ import annotations

from enum import Enum


class Place(Enum):
    """Where a person can be; one shows at a time."""

    START = "start page"
    ROUTINES = "routines page"
    HISTORY = "history page"
    SETTINGS = "settings page"
    HELP = "help page"
    CHECK = "check"
    LIVE = "session page"
    FLOOR = "floor view"
    STOPPED = "stopped page"
    CLOSING = "closing page"
    SIDE = "side page"
    """A page to be read for a while. It lies over another place and keeps nothing there from happening."""


BROWSED = frozenset({Place.START, Place.ROUTINES, Place.HISTORY, Place.SETTINGS, Place.HELP})
"""The places of the navigation: from each one goes to each other, and outside a session alone."""
