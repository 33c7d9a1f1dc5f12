"""Decides which place shows, by one table of what leads from place to place.

No Qt: the window shows what this says. A place is taken before its page is shown, so it is known even where the page
fails to show: what stops a session and what the keys mean never depends on a widget.
"""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from coach.session.places import BROWSED, Place

if TYPE_CHECKING:
    from collections.abc import Callable


class Cause(Enum):
    """What can lead from place to place."""

    TO_START = "the person is done here, or goes back"
    TO_ROUTINES = "the person wants to see all routines"
    TO_HISTORY = "the person wants to see what was done"
    TO_SETTINGS = "the person wants to change how coach is"
    TO_HELP = "the person wants help"
    CHECK_ASKS = "the check asks its first question"
    SESSION_BEGAN = "a session began"
    STOP = "it hurts"
    MISTAKE_TAKEN = "the stop was a mistake, and the session goes on"
    STOP_TAKEN_BACK = "the stop was a mistake, and the session was over already"
    SESSION_OVER = "a session came to its end, or was ended"
    TRIAL_OVER = "what was tried out is over, or was stopped"
    TO_FLOOR = "the person wants to see the session from the mat"
    FROM_FLOOR = "the person wants the window back"
    TO_SIDE = "the person wants to read something"
    FROM_SIDE = "the person has read it"


COVERS = frozenset({Place.FLOOR, Place.STOPPED})
"""Places that cover the whole window, menus included."""

VISITS = {
    Place.START: Cause.TO_START,
    Place.ROUTINES: Cause.TO_ROUTINES,
    Place.HISTORY: Cause.TO_HISTORY,
    Place.SETTINGS: Cause.TO_SETTINGS,
    Place.HELP: Cause.TO_HELP,
}
"""What leads to each place of the navigation."""
_IN_ORDER = tuple(place for place in Place if place in BROWSED)
_FROM_BROWSED = {
    **{cause: place for place, cause in VISITS.items()},
    Cause.CHECK_ASKS: Place.CHECK,
    Cause.SESSION_BEGAN: Place.LIVE,
    Cause.TO_SIDE: Place.SIDE,
}

TABLE: dict[tuple[Place, Cause], Place] = {
    **{(place, cause): to for place in _IN_ORDER for cause, to in _FROM_BROWSED.items()},
    (Place.CHECK, Cause.TO_START): Place.START,
    (Place.CHECK, Cause.CHECK_ASKS): Place.CHECK,
    (Place.CHECK, Cause.SESSION_BEGAN): Place.LIVE,
    (Place.CHECK, Cause.TO_SIDE): Place.SIDE,
    (Place.LIVE, Cause.SESSION_OVER): Place.CLOSING,
    (Place.LIVE, Cause.TRIAL_OVER): Place.START,
    (Place.LIVE, Cause.TO_FLOOR): Place.FLOOR,
    (Place.LIVE, Cause.TO_SIDE): Place.SIDE,
    (Place.FLOOR, Cause.SESSION_OVER): Place.CLOSING,
    (Place.FLOOR, Cause.TRIAL_OVER): Place.START,
    (Place.FLOOR, Cause.FROM_FLOOR): Place.LIVE,
    (Place.STOPPED, Cause.TO_START): Place.START,
    (Place.STOPPED, Cause.MISTAKE_TAKEN): Place.LIVE,
    (Place.STOPPED, Cause.STOP_TAKEN_BACK): Place.CLOSING,
    (Place.CLOSING, Cause.TO_START): Place.START,
    (Place.CLOSING, Cause.TO_SIDE): Place.SIDE,
    (Place.SIDE, Cause.TO_SIDE): Place.SIDE,
    **{(place, Cause.STOP): Place.STOPPED for place in Place},
}
"""All that leads from place to place: (place, cause) -> place. A stop is refused nowhere.

Two rules are not in the table: `FROM_SIDE` leads to the place below the side page; and a cause without a row for a side
page leads where it leads from the place below, and removes the side page.
"""


class Position(NamedTuple):
    """The place that shows, and for a side page the place below it."""

    place: Place
    below: Place | None = None


def leads(position: Position, cause: Cause) -> Position | None:
    """Return where a cause leads, or None where it has no meaning."""
    place, below = position
    to = TABLE.get((place, cause))
    if to is None and below is not None:
        to = below if cause is Cause.FROM_SIDE else TABLE.get((below, cause))
    if to is None:
        return None
    if to is not Place.SIDE:
        return Position(to)
    return Position(to, place if below is None else below)


class Navigator:
    """Knows where the person is, and has the window show it."""

    def __init__(self, show: Callable[[Place], None]) -> None:
        """Begin at the start page, without showing it; `show` shows the page of a place."""
        self._position = Position(Place.START)
        self._show = show

    @property
    def place(self) -> Place:
        """The place that shows."""
        return self._position.place

    @property
    def below(self) -> Place | None:
        """The place below the side page; None where no side page shows."""
        return self._position.below

    @property
    def base(self) -> Place:
        """The place that shows, or the one below the side page."""
        return self.place if self.below is None else self.below

    def allows(self, cause: Cause) -> bool:
        """Tell whether a cause leads anywhere from here."""
        return leads(self._position, cause) is not None

    def go(self, cause: Cause) -> bool:
        """Go where a cause leads; False, and no change, where it has no meaning here."""
        position = leads(self._position, cause)
        if position is None:
            return False
        self._position = position
        self._show(position.place)
        return True

    def way(self, cause: Cause, place: Place) -> _Way:
        """Return the way by a cause to a place, for a room that knows no other place."""
        return _Way(self, cause, place)


class _Way(NamedTuple):
    """The Way of a room."""

    navigator: Navigator
    cause: Cause
    place: Place

    @property
    def is_there(self) -> bool:
        """Whether that place shows."""
        return self.navigator.place is self.place

    @property
    def is_open(self) -> bool:
        """Whether the place can be reached from the present one."""
        return self.navigator.allows(self.cause)

    def take(self) -> bool:
        """Go there; False where the way is not open."""
        return self.navigator.go(self.cause)
