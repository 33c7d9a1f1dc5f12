"""What a person can ask of coach, by id, and the one way to ask it: `Commands.do`.

Keys, menus, buttons, a clicker and the desktop's media control know ids, never inputs: what an id means at this instant
is worked out here. A command that means nothing now does nothing. No Qt: coach/ui/keys has the texts and keys.
"""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Protocol

from coach.core.dataclass import dataclass
from coach.core.events import Input, Phase
from coach.core.primary_action import primary_action
from coach.session.bounce import Bounce
from coach.session.places import BROWSED, Place

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from coach.core.events import Snapshot


class Effect(Enum):
    """What a command does to a session that is live."""

    STOPS = "stops it because it hurts"
    ENDS = "ends it, or asks whether to"
    STEERS = "goes on within it"
    SHOWS = "changes nothing but what is seen and heard"


@dataclass(frozen=True, slots=True)
class Situation:
    """All that the meaning of a command depends on: the session at this instant, or None, and the place that shows."""

    snapshot: Snapshot | None
    place: Place
    below: Place | None = None
    """The place that shows again after a page that is read for a while; None where there is none."""

    @property
    def is_live(self) -> bool:
        """Whether a session has begun and is not over."""
        return self.snapshot is not None and self.snapshot.phase.is_live

    @property
    def browses(self) -> bool:
        """Whether one goes about the places of the navigation: nothing is asked, and no session is live."""
        return not self.is_live and (self.place if self.below is None else self.below) in BROWSED


def _never(_now: Situation) -> bool:
    return False


def _always(_now: Situation) -> bool:
    return True


def _in_a_session(now: Situation) -> bool:
    return now.is_live


def _outside_a_session(now: Situation) -> bool:
    return not now.is_live


def _when_uncovered(now: Situation) -> bool:
    """Tell whether another page may show: none replaces the page that says what to do after a stop."""
    return now.place is not Place.STOPPED


def _outside_and_uncovered(now: Situation) -> bool:
    return _outside_a_session(now) and _when_uncovered(now)


def _while_browsing(now: Situation) -> bool:
    return now.browses


def _right_after_the_end(now: Situation) -> bool:
    """Tell whether a session is over without a stop, and the closing page shows."""
    is_over = now.snapshot is not None and now.snapshot.phase in {Phase.FINISHED, Phase.ENDED}
    return is_over and now.place is Place.CLOSING


def _primary_input(snapshot: Snapshot) -> Input | None:
    primary = primary_action(snapshot)
    return None if primary is None else primary.wanted


@dataclass(frozen=True, slots=True)
class Command:
    """One thing that a person can ask for.

    In a live session it sends the first of its `inputs` that is allowed then, or the one that `sends` returns. Where
    there is none and `own` is true, it does something of its own, which the maker of `Commands` hands in.
    """

    id: str
    effect: Effect
    inputs: tuple[Input, ...] = ()
    own: Callable[[Situation], bool] = _never
    sends: Callable[[Snapshot], Input | None] | None = None
    """Returns the input to send, where that is not the first one that is allowed."""
    is_safe: bool = False
    """Whether it may be done however often it comes, so that it is never taken for a bounce."""
    counts_as: str = ""
    """The command that this one also holds back for BOUNCE_MS: after a pause, the one that would go on again."""

    @property
    def is_held_back(self) -> bool:
        """Whether the same again within a moment is a bounce. A stop for pain never is."""
        return not self.is_safe and self.effect is not Effect.STOPS

    def input_in(self, now: Situation) -> Input | None:
        """Return the input that it sends to the session in this situation, or None."""
        if now.snapshot is None or not now.is_live:
            return None
        if self.sends is not None:
            return self.sends(now.snapshot)
        return next((candidate for candidate in self.inputs if candidate in now.snapshot.allowed), None)

    def means_something(self, now: Situation) -> bool:
        """Tell whether it does anything in this situation."""
        return self.input_in(now) is not None or self.own(now)


_TABLE = (
    Command(
        "go", Effect.STEERS, (Input.CONFIRM, Input.PAUSE, Input.RESUME), own=_outside_a_session, sends=_primary_input
    ),
    Command("pause", Effect.STEERS, (Input.PAUSE,), is_safe=True, counts_as="go"),
    Command("skip", Effect.STEERS, (Input.SKIP,)),
    Command("back", Effect.STEERS, (Input.BACK,)),
    Command("skip-exercise", Effect.STEERS, (Input.SKIP_EXERCISE,)),
    Command("add-time", Effect.STEERS, (Input.ADD_TIME,)),
    Command("end", Effect.ENDS, (Input.END,)),
    # Pressed just after the last second it means as much.
    Command("pain", Effect.STOPS, (Input.PAIN_STOP,), own=_right_after_the_end),
    # After the 12 s of the question it is a plain stop: it hurts all the same.
    Command("because", Effect.STOPS, (Input.BECAUSE_OF_PAIN, Input.PAIN_STOP), own=_right_after_the_end),
    Command("today", Effect.SHOWS, own=_while_browsing),
    Command("routines", Effect.SHOWS, own=_while_browsing),
    Command("history", Effect.SHOWS, own=_when_uncovered),
    Command("settings", Effect.SHOWS, own=_when_uncovered),
    Command("mute", Effect.SHOWS, own=_always),
    Command("again", Effect.SHOWS, own=_in_a_session),
    Command("quit", Effect.ENDS, own=_always),
    Command("list", Effect.SHOWS, own=_in_a_session),
    Command("easier", Effect.STEERS, (Input.EASIER,)),
    Command("floor", Effect.SHOWS, own=_in_a_session),
    Command("turn", Effect.SHOWS, own=_in_a_session),
    Command("feel", Effect.SHOWS, own=_in_a_session),
    # Qt has changed its tick in the menu by then, and the setting has to follow.
    Command("still", Effect.SHOWS, own=_always, is_safe=True),
    Command("figure", Effect.SHOWS, own=_always),
    Command("keys", Effect.SHOWS, own=_when_uncovered),
    Command("clicker", Effect.SHOWS, own=_outside_and_uncovered),
    Command("listen", Effect.SHOWS, own=_when_uncovered),
    Command("signs", Effect.SHOWS, own=_when_uncovered),
    Command("works", Effect.SHOWS, own=_outside_and_uncovered),
    Command("about", Effect.SHOWS, own=_when_uncovered),
)

COMMANDS = {command.id: command for command in _TABLE}
"""All commands by id.

Three inputs of a session are no commands: a start leads through the check, a jump needs an exercise, and that a stop
was a mistake is an answer on the stopped page.
"""
OWN = frozenset(command.id for command in _TABLE if command.own is not _never)
"""The commands that do something other than send an input, at least somewhere."""


class Steered(Protocol):
    """A running session that takes inputs."""

    def snapshot(self) -> Snapshot | None:
        """Describe this instant, or None while nothing is loaded."""

    def send(self, wanted: Input) -> None:
        """Do what the input asks for; where it is not allowed, nothing happens."""


class Commands:
    """Does what a person asks for, however they ask: every command goes through `do`."""

    def __init__(
        self,
        session: Steered,
        place: Callable[[], Place],
        own: Mapping[str, Callable[[], object]],
        now_ms: Callable[[], int],
        below: Callable[[], Place | None] = lambda: None,
    ) -> None:
        """`own` has a function for each command of `OWN`; `now_ms` returns real time in ms, for bounces.

        Raises ValueError where `own` has other ids than `OWN`.
        """
        if own.keys() != OWN:
            message = f"no command, or one that nobody does: {sorted(own.keys() ^ OWN)}"
            raise ValueError(message)
        self._session, self._place, self._below, self._own = session, place, below, own
        self._bounce = Bounce(now_ms)

    def situation(self) -> Situation:
        """Return the situation at this instant."""
        return Situation(self._session.snapshot(), self._place(), self._below())

    def means_something(self, command_id: str) -> bool:
        """Tell whether the command does anything now."""
        return COMMANDS[command_id].means_something(self.situation())

    def do(self, command_id: str) -> None:
        """Do the command with this id if it means something now; the same within BOUNCE_MS counts once."""
        command = COMMANDS[command_id]
        now = self.situation()
        if command.means_something(now):
            name = command.counts_as or command.id
            self._bounce.do(name, lambda: self._do(command, now), is_held_back=command.is_held_back)

    def _do(self, command: Command, now: Situation) -> None:
        session_input = command.input_in(now)
        if session_input is None:
            self._own[command.id]()
            return
        self._session.send(session_input)
        if command.effect is Effect.STOPS and command.own(self.situation()):
            # The session ran out before the stop reached it, and could not take it: the closing page does.
            self._own[command.id]()
