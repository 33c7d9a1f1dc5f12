"""Stores the events of a session: work that was done in its ledger, and every event in the record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.core.events import Started

if TYPE_CHECKING:
    from coach.core.events import Event
    from coach.session.recorder import Recorder
    from coach.session.run import Run


def keep(event: Event, run: Run, recorder: Recorder) -> None:
    """Store one event of a run; a start begins the session in the record, or continues it there."""
    run.take(event)
    if isinstance(event, Started):
        _begin(event.at_ms, run, recorder)
    recorder.take(event)


def _begin(at_ms: int, run: Run, recorder: Recorder) -> None:
    start = run.start(recorder.now())
    if run.unfinished is not None:
        recorder.go_on(run.unfinished.session, at_ms, start)
    elif start is not None:
        recorder.begin(start, at_ms)
