"""What the core hands out cannot be changed by whoever gets it."""

from __future__ import annotations

from dataclasses import FrozenInstanceError, fields, is_dataclass

import pytest

from coach.core import events
from coach.core.events import BlockStarted, Event, Input, Snapshot
from coach.core.instructions import instructions
from coach.core.ledger import Ledger
from coach.core.routine import resolve
from tests.cases import shipped, shipped_file
from tests.runs import started


def handed_out() -> list[object]:
    """Return one value of every kind that leaves the core."""
    run = started(80_000)
    run.press(Input.PAIN_STOP)
    prescribed = shipped()
    lines = instructions(prescribed, run.timeline, 0)
    block = run.timeline.blocks[1]
    row = Ledger(run.timeline).rows()[0]
    return [prescribed, prescribed.gaps, run.timeline, block, block.cues[0], run.shot, row, lines, lines.steps[0]]


@pytest.mark.parametrize("value", handed_out(), ids=lambda value: type(value).__name__)
def test_values_are_frozen_and_take_no_new_fields(value: object) -> None:
    assert is_dataclass(value)
    for name in (fields(value)[0].name, fields(value)[-1].name):
        with pytest.raises(FrozenInstanceError):
            setattr(value, name, None)
    assert not hasattr(value, "__dict__")


KINDS = [kind for kind in vars(events).values() if isinstance(kind, type) and issubclass(kind, Event)]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_events_are_frozen_and_take_no_new_fields(kind: type[Event]) -> None:
    event = kind(*([0] * len(fields(kind))))

    with pytest.raises(FrozenInstanceError):
        event.at_ms = 1  # type: ignore[misc]
    assert not hasattr(event, "__dict__")


def test_events_and_snapshots_compare_by_what_they_hold() -> None:
    first, second = started(80_000), started(80_000)

    assert first.shot == second.shot
    assert isinstance(first.shot, Snapshot)
    assert first.happened == second.happened
    assert any(isinstance(event, BlockStarted) for event in first.happened)


def test_what_was_read_from_a_file_is_frozen() -> None:
    file = shipped_file()

    with pytest.raises(FrozenInstanceError):
        file.exercises[0].work_s = 60  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError):
        file.routines = ()  # type: ignore[misc]


def test_resolving_a_routine_leaves_the_file_as_it_was() -> None:
    file = shipped_file()

    short = resolve(file, "lower-back-short")

    assert {each.rounds for each in short.exercises} == {1}
    assert file == shipped_file()


def test_an_unknown_routine_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        resolve(shipped_file(), "upper-back")
