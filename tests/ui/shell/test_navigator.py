"""Where the person is: each place and each cause leads where the table says, or is refused and changes nothing."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

import pytest

from coach.core.events import Input, Phase
from coach.core.phases import TABLE as PHASES
from coach.core.phases import Inner
from coach.session.places import Place
from coach.ui.shell.navigator import TABLE, Cause, Navigator, Position, leads

if TYPE_CHECKING:
    from collections.abc import Iterator

SIDED = [place for place in Place if TABLE.get((place, Cause.TO_SIDE)) is Place.SIDE and place is not Place.SIDE]
"""The places over which something can be read."""
POSITIONS = [
    *(Position(place) for place in Place if place is not Place.SIDE),
    *(Position(Place.SIDE, p) for p in SIDED),
]
START, ROUTINES, HISTORY, SETTINGS, HELP, CHECK, LIVE, FLOOR, STOPPED, CLOSING, SIDE = Place
BROWSED = (START, ROUTINES, HISTORY, SETTINGS, HELP)

# What a person can expect at each place, written by hand: by cause, where it leads from each place that it leads from.
EXPECTED = {
    Cause.TO_START: {**dict.fromkeys(BROWSED, START), CHECK: START, STOPPED: START, CLOSING: START},
    Cause.TO_ROUTINES: dict.fromkeys(BROWSED, ROUTINES),
    Cause.TO_HISTORY: dict.fromkeys(BROWSED, HISTORY),
    Cause.TO_SETTINGS: dict.fromkeys(BROWSED, SETTINGS),
    Cause.TO_HELP: dict.fromkeys(BROWSED, HELP),
    Cause.CHECK_ASKS: {**dict.fromkeys(BROWSED, CHECK), CHECK: CHECK},
    Cause.SESSION_BEGAN: {**dict.fromkeys(BROWSED, LIVE), CHECK: LIVE},
    Cause.STOP: dict.fromkeys((*BROWSED, CHECK, LIVE, FLOOR, STOPPED, CLOSING), STOPPED),
    Cause.MISTAKE_TAKEN: {STOPPED: LIVE},
    Cause.STOP_TAKEN_BACK: {STOPPED: CLOSING},
    Cause.SESSION_OVER: {LIVE: CLOSING, FLOOR: CLOSING},
    Cause.TRIAL_OVER: {LIVE: START, FLOOR: START},
    Cause.TO_FLOOR: {LIVE: FLOOR},
    Cause.FROM_FLOOR: {FLOOR: LIVE},
    Cause.TO_SIDE: dict.fromkeys((*BROWSED, CHECK, LIVE, CLOSING), SIDE),
    Cause.FROM_SIDE: {},
}

CALLS = {
    Input.START: Cause.SESSION_BEGAN,
    Input.PAIN_STOP: Cause.STOP,
    Input.BECAUSE_OF_PAIN: Cause.STOP,
    Input.MISTAKE: Cause.MISTAKE_TAKEN,
    Input.END: Cause.SESSION_OVER,
    Inner.RAN_OUT: Cause.SESSION_OVER,
}
"""What in a session leads from place to place."""


class Shown:
    """A window that notes what it is to show."""

    def __init__(self) -> None:
        self.places: list[Place] = []

    def navigator(self, position: Position) -> Navigator:
        """Return one that stands there, brought by the shortest way; what showed on the way is forgotten."""
        navigator = Navigator(self.places.append)
        for cause in next(ways for at, ways in reached() if at == position):
            assert navigator.go(cause)
        self.places.clear()
        return navigator


def reached() -> Iterator[tuple[Position, tuple[Cause, ...]]]:
    """Yield every position that can be reached from the start page, with the causes that lead there."""
    seen = {Position(START)}
    queue: list[tuple[Position, tuple[Cause, ...]]] = [(Position(START), ())]
    while queue:
        position, ways = queue.pop(0)
        yield position, ways
        for cause in Cause:
            to = leads(position, cause)
            if to is not None and to not in seen:
                seen.add(to)
                queue.append((to, (*ways, cause)))


def ids(value: object) -> str:
    if isinstance(value, Position):
        return value.place.name if value.below is None else f"{value.place.name}-over-{value.below.name}"
    return value.name if isinstance(value, Cause) else str(value)


every_pair = pytest.mark.parametrize(("position", "cause"), list(product(POSITIONS, Cause)), ids=ids)


def expected(position: Position, cause: Cause) -> Position | None:
    place, below = position
    if below is None:
        to = EXPECTED[cause].get(place)
        return None if to is None else Position(to, place if to is SIDE else None)
    if cause is Cause.TO_SIDE:
        return position
    if cause is Cause.FROM_SIDE:
        return Position(below)
    return expected(Position(below), cause)


@every_pair
def test_each_pair_leads_where_it_should_or_is_refused(position: Position, cause: Cause) -> None:
    shown = Shown()
    navigator = shown.navigator(position)
    to = expected(position, cause)

    assert navigator.allows(cause) is (to is not None)
    assert navigator.go(cause) is (to is not None)
    assert shown.places == ([] if to is None else [to.place])
    assert navigator.place is (position if to is None else to).place
    if navigator.place is SIDE:  # what is below shows again when it was read
        assert navigator.go(Cause.FROM_SIDE)
        assert navigator.place is (position if to is None else to).below


def test_every_position_can_be_reached_and_no_other() -> None:
    assert {position for position, _ways in reached()} == set(POSITIONS)


def test_the_table_has_no_row_that_is_not_expected() -> None:
    rows = {(place, cause): to for cause, row in EXPECTED.items() for place, to in row.items()}
    assert {pair: to for pair, to in TABLE.items() if pair[0] is not SIDE} == rows
    assert {pair: to for pair, to in TABLE.items() if pair[0] is SIDE} == {
        (SIDE, Cause.STOP): STOPPED,
        (SIDE, Cause.TO_SIDE): SIDE,
    }


@pytest.mark.parametrize("position", POSITIONS, ids=ids)
def test_a_stop_is_refused_nowhere(position: Position) -> None:
    assert leads(position, Cause.STOP) == Position(STOPPED)


def test_nothing_leads_from_a_stop_but_what_the_person_says_there() -> None:
    leaves = {cause for cause in Cause if leads(Position(STOPPED), cause) not in {None, Position(STOPPED)}}
    assert leaves == {Cause.TO_START, Cause.MISTAKE_TAKEN, Cause.STOP_TAKEN_BACK}


@pytest.mark.parametrize("position", [each for each in POSITIONS if each.below is not None], ids=ids)
def test_what_happens_below_a_page_that_is_read_happens(position: Position) -> None:
    assert position.below is not None
    for cause in set(Cause) - {Cause.TO_SIDE, Cause.FROM_SIDE}:
        assert leads(position, cause) == leads(Position(position.below), cause)


def test_a_session_that_is_live_shows_whatever_happens() -> None:
    """Follow session and navigator together, by all that may happen, until nothing new comes."""
    seen = {(Phase.READY, Position(START))}
    queue = list(seen)
    while queue:
        phase, position = queue.pop()
        here = position.place if position.below is None else position.below
        assert (here in {LIVE, FLOOR}) is phase.is_live, (phase, position)
        assert (here is STOPPED) >= (phase is Phase.STOPPED_FOR_PAIN), (phase, position)
        for pair in following(phase, position):
            if pair not in seen:
                seen.add(pair)
                queue.append(pair)
    assert {phase for phase, _position in seen} == set(Phase)


def following(phase: Phase, position: Position) -> Iterator[tuple[Phase, Position]]:
    """Yield what may come next: the session goes on, and the place with it, or the person goes from place to place."""
    for (before, what), after in PHASES.items():
        if before is phase and what in CALLS:
            to = leads(position, CALLS[what])
            assert to is not None, f"{what} shows nowhere: {phase}, {position}"
            yield after, to
            if CALLS[what] is Cause.SESSION_OVER and (to := leads(position, Cause.TRIAL_OVER)) is not None:
                yield after, to  # where it was only tried out
    for cause in Cause:
        to = leads(position, cause)
        if to is None or cause is Cause.TRIAL_OVER or (cause in CALLS.values() and cause is not Cause.STOP):
            continue
        if cause is Cause.STOP:
            if here(position) is CLOSING:  # afterwards, of a session that is over
                yield phase, to
        elif cause is Cause.STOP_TAKEN_BACK:
            if phase in {Phase.ENDED, Phase.FINISHED}:
                yield phase, to
        else:
            yield (Phase.READY if cause is Cause.TO_START else phase), to


def here(position: Position) -> Place:
    return position.place if position.below is None else position.below


def test_a_page_that_fails_leaves_the_place() -> None:
    def fail(place: Place) -> None:
        if place is STOPPED:
            message = "this page cannot be drawn"
            raise RuntimeError(message)

    navigator = Navigator(fail)
    navigator.go(Cause.SESSION_BEGAN)
    with pytest.raises(RuntimeError):
        navigator.go(Cause.STOP)

    assert navigator.place is STOPPED
    assert not navigator.go(Cause.TO_FLOOR)


def test_a_room_knows_one_way() -> None:
    navigator = Navigator(lambda _place: None)
    way = navigator.way(Cause.CHECK_ASKS, CHECK)

    assert (way.is_there, way.is_open) == (False, True)
    assert way.take()
    assert way.is_there
    navigator.go(Cause.SESSION_BEGAN)
    assert (way.is_there, way.is_open, way.take()) == (False, False, False)
    assert navigator.place is LIVE
