"""What a person can ask of coach, by id, and the one door through which they ask it: `Commands.do`.

Keys, menus, buttons, a clicker and the desktop's media control know ids, never inputs: what an id means at this instant
stands here. A command without a meaning does nothing. No Qt: how a command looks and which keys it has, others know.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Protocol

from coach.core.events import Input, Phase
from coach.core.primary_action import primary_action
from coach.session.bounce import Bounce
from coach.session.places import Place

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
    """All on which the meaning of a command hangs: the session at this instant, None before it, and what shows."""

    snapshot: Snapshot | None
    place: Place

    @property
    def is_live(self) -> bool:
        """Whether a session has begun and is not over."""
        return self.snapshot is not None and self.snapshot.phase.is_live


def _never(_now: Situation) -> bool:
    return False


def _always(_now: Situation) -> bool:
    return True


def _in_a_session(now: Situation) -> bool:
    return now.is_live


def _outside_a_session(now: Situation) -> bool:
    return not now.is_live


def _when_uncovered(now: Situation) -> bool:
    """Tell whether the window is free: nothing takes the place of the page that says what to do after a stop."""
    return now.place is not Place.STOPPED


def _outside_and_uncovered(now: Situation) -> bool:
    return _outside_a_session(now) and _when_uncovered(now)


def _right_after_the_end(now: Situation) -> bool:
    """Tell whether a session is over, without a stop, and the page that says so shows."""
    is_over = now.snapshot is not None and now.snapshot.phase in {Phase.FINISHED, Phase.ENDED}
    return is_over and now.place is Place.CLOSING


def _primary_input(snapshot: Snapshot) -> Input | None:
    primary = primary_action(snapshot)
    return None if primary is None else primary.wanted


@dataclass(frozen=True, slots=True)
class Command:
    """One thing that a person can ask for.

    In a session that is live it sends the first of its `inputs` that is allowed then, or the one that `sends` names.
    Where there is none of those, it does what is its own, while `own` says so; what that is, whoever makes the
    `Commands` hands in.
    """

    id: str
    effect: Effect
    inputs: tuple[Input, ...] = ()
    own: Callable[[Situation], bool] = _never
    sends: Callable[[Snapshot], Input | None] | None = None
    """Which of the inputs that is, where it is not the first one."""
    is_safe: bool = False
    """Whether it may be done however often it comes, so that nothing of it is taken for a bounce."""
    counts_as: str = ""
    """The command that is not done right after this one: what goes on, after a pause."""

    @property
    def is_held_back(self) -> bool:
        """Whether the same again within a moment is a bounce. A stop for pain never is."""
        return not self.is_safe and self.effect is not Effect.STOPS

    def input_in(self, now: Situation) -> Input | None:
        """Return what it sends the session in this situation, or None."""
        if now.snapshot is None or not now.is_live:
            return None
        if self.sends is not None:
            return self.sends(now.snapshot)
        return next((wanted for wanted in self.inputs if wanted in now.snapshot.allowed), None)

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
    # Who presses it when the last second is over means it as much.
    Command("pain", Effect.STOPS, (Input.PAIN_STOP,), own=_right_after_the_end),
    # Where nobody asks any more it is a stop: it hurts all the same.
    Command("because", Effect.STOPS, (Input.BECAUSE_OF_PAIN, Input.PAIN_STOP), own=_right_after_the_end),
    Command("history", Effect.SHOWS, own=_when_uncovered),
    Command("settings", Effect.SHOWS, own=_when_uncovered),
    Command("mute", Effect.SHOWS, own=_always),
    Command("again", Effect.SHOWS, own=_in_a_session),
    Command("quit", Effect.ENDS, own=_always),
    Command("list", Effect.SHOWS, own=_when_uncovered),
    Command("easier", Effect.SHOWS, own=_in_a_session),
    Command("floor", Effect.SHOWS, own=_in_a_session),
    Command("turn", Effect.SHOWS, own=_in_a_session),
    # Its tick in the menu has changed by then, and what it stands for has to follow.
    Command("still", Effect.SHOWS, own=_always, is_safe=True),
    Command("figure", Effect.SHOWS, own=_always),
    Command("keys", Effect.SHOWS, own=_when_uncovered),
    Command("clicker", Effect.SHOWS, own=_outside_and_uncovered),
    Command("signs", Effect.SHOWS, own=_when_uncovered),
    Command("about", Effect.SHOWS, own=_when_uncovered),
)

COMMANDS = {command.id: command for command in _TABLE}
"""All that can be asked for, by id.

Three inputs of a session are no commands: a start leads through the check, a jump names an exercise, and that a stop
was a mistake is an answer on the page that asks.
"""
OWN = frozenset(command.id for command in _TABLE if command.own is not _never)
"""The commands that do something other than send an input, at least somewhere."""


class Steered(Protocol):
    """A session that is being run, and takes inputs."""

    def snapshot(self) -> Snapshot | None:
        """Describe this instant, or None while nothing is loaded."""

    def send(self, wanted: Input) -> None:
        """Do what is wanted; where it has no meaning, nothing happens."""


class Commands:
    """Does what a person asks for. Whoever asks, and in whatever way: nothing of it goes round `do`."""

    def __init__(
        self,
        session: Steered,
        place: Callable[[], Place],
        own: Mapping[str, Callable[[], object]],
        now_ms: Callable[[], int],
    ) -> None:
        """`own` does what each command of `OWN` does by itself; `now_ms` is real time, by which a hand is measured."""
        if own.keys() != OWN:
            message = f"no command, or one that nobody does: {sorted(own.keys() ^ OWN)}"
            raise ValueError(message)
        self._session, self._place, self._own = session, place, own
        self._bounce = Bounce(now_ms)

    def situation(self) -> Situation:
        """Return the situation at this instant."""
        return Situation(self._session.snapshot(), self._place())

    def means_something(self, command_id: str) -> bool:
        """Tell whether the command does anything now."""
        return COMMANDS[command_id].means_something(self.situation())

    def do(self, command_id: str) -> None:
        """Do the command with this id, where it means something now; the same twice at once is one."""
        command = COMMANDS[command_id]
        now = self.situation()
        if command.means_something(now):
            name = command.counts_as or command.id
            self._bounce.do(name, lambda: self._do(command, now), is_held_back=command.is_held_back)

    def _do(self, command: Command, now: Situation) -> None:
        wanted = command.input_in(now)
        if wanted is None:
            self._own[command.id]()
            return
        self._session.send(wanted)
        if command.effect is Effect.STOPS and command.own(self.situation()):
            # The session ran out before it heard that it hurts. That is no reason not to hear it.
            self._own[command.id]()
