"""A snapshot that grows older by itself shows what the session shows, until something is due."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coach.core.events import Input, Snapshot
from coach.core.pacing import Preset
from coach.core.session import LEAD_IN_MS
from tests.runs import Run, started, two_sided

if TYPE_CHECKING:
    from collections.abc import Callable


def aged(run: Run, by_ms: int) -> tuple[Snapshot, Snapshot]:
    """Return the snapshot of this instant as it is so much later, and the one that the session has then."""
    return run.shot.at(run.now_ms + by_ms), run.session.snapshot(run.now_ms + by_ms)


def resumed() -> Run:
    run = started(75_000)
    run.press(Input.PAUSE)
    run.wait(500)
    run.press(Input.RESUME)
    return run


@pytest.mark.parametrize("by_ms", [0, 1, 999, 5_000])
def test_the_time_of_the_block_passes(by_ms: int) -> None:
    run = started(71_000)
    shown, real = aged(run, by_ms)

    assert shown == real
    assert (shown.spent_ms, shown.now_ms) == (1_000 + by_ms, run.now_ms + by_ms)


@pytest.mark.parametrize("by_ms", [0, 1, LEAD_IN_MS - 1, LEAD_IN_MS])
def test_a_lead_in_passes_before_the_block_does(by_ms: int) -> None:
    shown, real = aged(resumed(), by_ms)

    assert shown == real
    assert (shown.lead_in_ms, shown.spent_ms) == (LEAD_IN_MS - by_ms, 5_000)


def test_what_is_left_after_the_lead_in_is_taken_from_the_block() -> None:
    run = resumed()

    shown = run.shot.at(run.now_ms + LEAD_IN_MS + 700)

    run.wait(LEAD_IN_MS + 700)
    assert shown == run.shot
    assert (shown.lead_in_ms, shown.spent_ms, shown.seconds) == (0, 5_700, 25)


def test_a_block_ends_and_nothing_lies_beyond() -> None:
    run = started(99_000)
    shown = run.shot.at(run.now_ms + 60_000)

    assert (shown.spent_ms, shown.left_ms, shown.seconds) == (30_000, 0, 0)
    assert (shown.index, shown.elapsed_ms, shown.rest_ms) == (3, 100_000, 98_000)
    assert shown.now_ms == run.now_ms + 60_000


def test_an_earlier_instant_changes_nothing() -> None:
    shot = started(71_000).shot

    assert shot.at(shot.now_ms - 500) == shot


def waiting() -> Run:
    return started(preset=Preset.WAIT_FOR_ME)


def paused() -> Run:
    run = started(71_000)
    run.press(Input.PAUSE)
    return run


def stopped() -> Run:
    run = started(71_000)
    run.press(Input.PAIN_STOP)
    return run


def ready() -> Run:
    return Run(two_sided())


@pytest.mark.parametrize("reach", [ready, waiting, paused, stopped], ids=lambda reach: reach.__name__)
def test_where_the_clock_stands_only_the_instant_moves(reach: Callable[[], Run]) -> None:
    run = reach()
    before = run.shot
    shown, real = aged(run, 60_000)

    assert shown == real
    assert (shown.spent_ms, shown.elapsed_ms, shown.rest_ms) == (before.spent_ms, before.elapsed_ms, before.rest_ms)
    assert shown.now_ms == before.now_ms + 60_000
