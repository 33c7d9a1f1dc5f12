"""A session and a clock that the test moves by hand."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from coach.core.events import CueDue, Input
from coach.core.pacing import PACINGS, Preset
from coach.core.session import Session
from coach.core.timeline import plan
from tests.cases import exercise, routine

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coach.core.events import Event, Snapshot
    from coach.core.timeline import CueKind, Timeline

START_MS = 7_000_123
"""When the clock of the tests starts: far from 0, and between two whole seconds."""


def two_sided(preset: Preset = Preset.DEFAULT) -> Timeline:
    """Return a timeline of eight blocks: a warm-up, then one exercise with two sides, then one in a new position.

    The first two are done standing, so that it begins without a way down to the floor. Each has an easier way, the
    second two, of which the other has holds of 15 s.

    0 get-ready 10 s, 1 reps 45 s, 2 move 15 s, 3 right 30 s, 4 change 8 s, 5 left 30 s, 6 move 30 s, 7 flow 30 s.
    """
    planned = plan(
        routine(
            exercise("warm", kind="reps-own-pace", work_s=45),
            exercise("knee", sides=["right", "left"]),
            exercise("cat", kind="flow-by-breath", base="all-fours"),
        ),
        PACINGS[preset],
    )
    return replace(planned, easier_holds_ms=((None,), (None, 15_000), (None,)))


def started(wait_ms: int = 0, preset: Preset = Preset.DEFAULT) -> Run:
    """Return a run of `two_sided` that began `wait_ms` ago."""
    run = Run(two_sided(preset))
    run.press(Input.START)
    run.wait(wait_ms)
    return run


@dataclass
class Run:
    """A session and a clock that the test moves by hand; all that happened is kept."""

    timeline: Timeline
    now_ms: int = START_MS
    happened: list[Event] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.session = Session(self.timeline, self.now_ms)

    def wait(self, time_ms: int) -> tuple[Event, ...]:
        """Move the clock on and let the session catch up in one step."""
        self.now_ms += time_ms
        events = self.session.advance(self.now_ms)
        self.happened += events
        return events

    def press(self, wanted: Input, position: int | None = None) -> tuple[Event, ...]:
        """Ask for something at this instant."""
        events = self.session.handle(wanted, self.now_ms, position)
        self.happened += events
        return events

    @property
    def shot(self) -> Snapshot:
        """The snapshot of this instant."""
        return self.session.snapshot(self.now_ms)


def dated(events: Sequence[Event]) -> list[tuple[str, int]]:
    """Return the kind of each event and its instant, counted from the start of the clock."""
    return [(event.kind, event.at_ms - START_MS) for event in events]


def cues(events: tuple[Event, ...]) -> list[tuple[CueKind, int]]:
    """Return the cues among the events, each with its instant, counted from the start of the clock."""
    return [(event.cue, event.at_ms - START_MS) for event in events if isinstance(event, CueDue)]
