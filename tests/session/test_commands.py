"""What each command means in every situation of a session and in every place. No Qt: the table knows none either."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

import pytest

from coach.core.events import Input, Phase
from coach.core.pacing import Preset
from coach.core.phases import NotAllowed
from coach.session.bounce import BOUNCE_MS
from coach.session.commands import COMMANDS, OWN, Commands, Effect
from coach.session.places import BROWSED, Place
from tests.core.test_phase_table import SITUATIONS, each_preset, each_situation
from tests.runs import Run, started

if TYPE_CHECKING:
    from coach.core.events import Snapshot

LIVE = {Phase.RUNNING, Phase.PAUSED}
OVER_HALF = 300_000


@dataclass
class Host:
    """A session that is being run, a place, a hand; keeps what was sent and what else was done."""

    run: Run
    place: Place = Place.LIVE
    hand_ms: int = 0
    sent: list[Input] = field(default_factory=list)
    done: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        own = {name: partial(self.done.append, name) for name in OWN}
        self.commands = Commands(self, lambda: self.place, own, lambda: self.hand_ms)

    def snapshot(self) -> Snapshot:
        """Describe this instant as the player does: what is due and has not been told has not happened yet."""
        due_ms = self.run.session.deadline()
        return self.run.session.snapshot(self.run.now_ms if due_ms is None else min(self.run.now_ms, due_ms))

    def send(self, wanted: Input) -> None:
        """Let time pass and do what is wanted, as the player does."""
        self.sent.append(wanted)
        self.run.wait(0)
        if self.run.session.phase is Phase.FINISHED:
            self.place = Place.CLOSING
        try:
            self.run.press(wanted)
        except NotAllowed:
            return


# The specification, written by hand: what is sent while a session is live, and what is done by itself.

_MOVES = {"skip": Input.SKIP, "back": Input.BACK, "skip-exercise": Input.SKIP_EXERCISE}
_LEAVES = {"end": Input.END, "pain": Input.PAIN_STOP, "because": Input.PAIN_STOP}
_ALTERS = {"add-time": Input.ADD_TIME, "easier": Input.EASIER}
RUNNING = {"go": Input.PAUSE, "pause": Input.PAUSE, **_ALTERS, **_MOVES, **_LEAVES}
PAUSED = {"go": Input.RESUME, **_ALTERS, **_MOVES, **_LEAVES}
ALWAYS = {"mute", "quit", "still", "figure"}
UNCOVERED = {"history", "settings", "keys", "listen", "signs", "about"}
IN_A_SESSION = {"list", "again", "floor", "turn", "feel"}


def inputs(snapshot: Snapshot, situation: str, preset: Preset) -> dict[str, Input]:
    """Return what each command sends in this situation."""
    if snapshot.phase not in LIVE:
        return {}
    sent = dict(RUNNING if snapshot.phase is Phase.RUNNING else PAUSED)
    if preset is Preset.WAIT_FOR_ME and not snapshot.block.kind.is_work:
        del sent["add-time"]
        if snapshot.phase is Phase.RUNNING:
            sent["go"] = Input.CONFIRM
    if situation.endswith("after a skip"):
        sent["because"] = Input.BECAUSE_OF_PAIN
    return sent


def own(phase: Phase, place: Place) -> set[str]:
    """Return the commands that do something by themselves in this situation."""
    found = ALWAYS | (set() if place is Place.STOPPED else UNCOVERED)
    if phase in LIVE:
        return found | IN_A_SESSION
    found |= {"go"} | (set() if place is Place.STOPPED else {"clicker", "works"})
    found |= {"today", "routines"} if place in BROWSED else set()
    return found | ({"pain", "because"} if place is Place.CLOSING and phase in {Phase.FINISHED, Phase.ENDED} else set())


@pytest.mark.parametrize("place", Place)
@each_preset
@each_situation
def test_every_command_in_every_situation_and_place(situation: str, preset: Preset, place: Place) -> None:
    for name in COMMANDS:
        host = Host(SITUATIONS[situation][0](preset), place)
        before = host.snapshot()
        wanted = inputs(before, situation, preset).get(name)
        means = wanted is not None or name in own(before.phase, place)
        assert host.commands.means_something(name) is means, name

        host.commands.do(name)

        assert host.sent == ([] if wanted is None else [wanted]), name
        assert host.done == ([name] if means and wanted is None else []), name
        if wanted is None:
            assert host.run.shot == before, name


@each_preset
@each_situation
def test_each_does_to_the_session_what_it_says_and_none_but_pain_stops(situation: str, preset: Preset) -> None:
    for name, command in COMMANDS.items():
        host = Host(SITUATIONS[situation][0](preset))
        before = host.run.session.phase
        host.commands.do(name)
        after = host.run.session.phase

        stopped, ended = (phase is not before and after is phase for phase in (Phase.STOPPED_FOR_PAIN, Phase.ENDED))
        assert stopped is (before in LIVE and name in {"pain", "because"}), name
        assert not stopped or command.effect is Effect.STOPS
        assert not ended or command.effect is Effect.ENDS
        assert command.effect is not Effect.SHOWS or not host.sent


def test_every_input_is_sent_by_a_command_but_for_three() -> None:
    assert {wanted for command in COMMANDS.values() for wanted in command.inputs} == set(Input) - {
        Input.START,
        Input.JUMP,
        Input.MISTAKE,
    }


def test_what_has_no_inputs_is_done_by_somebody() -> None:
    assert {name for name, command in COMMANDS.items() if not command.inputs} <= OWN


def test_nothing_is_asked_of_a_session_that_is_not_there() -> None:
    asked: list[Input] = []

    class Empty:
        def snapshot(self) -> None:
            return None

        def send(self, wanted: Input) -> None:
            asked.append(wanted)

    done: list[str] = []
    handlers = {name: partial(done.append, name) for name in OWN}
    commands = Commands(Empty(), lambda: Place.START, handlers, lambda: 0)
    for name in COMMANDS:
        commands.do(name)

    assert asked == []
    assert set(done) == own(Phase.READY, Place.START)


@pytest.mark.parametrize("handlers", [OWN - {"mute"}, OWN | {"nothing"}])
def test_it_is_told_at_once_when_nobody_does_a_command(handlers: frozenset[str]) -> None:
    host = Host(started())
    with pytest.raises(ValueError, match=r"mute|nothing"):
        Commands(host, lambda: Place.START, dict.fromkeys(handlers, lambda: None), lambda: 0)


# The same twice at once


@pytest.mark.parametrize("name", COMMANDS)
def test_the_same_twice_at_once_is_one(name: str) -> None:
    host = Host(started(4_000))
    host.commands.do(name)
    host.hand_ms += BOUNCE_MS - 1
    did = len(host.sent) + len(host.done)
    host.commands.do(name)

    # A pause and a stop mean nothing a second time, and are safe at any time; a tick in a menu has changed by then.
    assert len(host.sent) + len(host.done) == did + (name == "still")


@pytest.mark.parametrize("name", ["pain", "because"])
def test_a_stop_is_never_held_back(name: str) -> None:
    host = Host(started(4_000))
    for _stop in range(3):
        host.commands.do(name)
        assert host.run.session.phase is Phase.STOPPED_FOR_PAIN
        host.run.press(Input.MISTAKE)


def test_what_follows_a_pause_at_once_does_not_go_on() -> None:
    host = Host(started(4_000))
    host.commands.do("pause")
    host.commands.do("go")
    assert host.run.session.phase is Phase.PAUSED

    host.hand_ms += BOUNCE_MS
    host.commands.do("go")
    host.commands.do("pause")
    assert host.run.session.phase is Phase.PAUSED, "a pause is never held back"


def test_what_means_nothing_now_holds_nothing_back_later() -> None:
    host = Host(started(4_000))
    host.commands.do("pause")
    host.hand_ms += BOUNCE_MS
    host.commands.do("pause")  # nothing is left to be paused

    host.commands.do("go")

    assert host.run.session.phase is Phase.RUNNING


# A stop that comes when the last second is over


@pytest.mark.parametrize("name", ["pain", "because"])
def test_a_stop_that_the_session_hears_too_late_counts_all_the_same(name: str) -> None:
    host = Host(started(4_000))
    host.run.now_ms += OVER_HALF  # nobody has looked at the clock yet: the session still seems to run
    assert host.snapshot().phase is Phase.RUNNING

    host.commands.do(name)

    assert host.run.session.phase is Phase.FINISHED
    assert host.done == [name], "it says what to do now"


def test_nothing_else_is_done_on_the_page_that_comes_meanwhile() -> None:
    for name in ("go", "skip", "end"):
        host = Host(started(4_000))
        host.run.now_ms += OVER_HALF
        host.commands.do(name)

        assert host.done == [], name
