"""A record that was never lived, for pictures: some months of sessions, the same every time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.core.routine import resolve
from coach.core.timeline import plan
from coach.store.record.journal import Journal
from coach.store.record.moments import DAY_MS, Instant
from coach.store.record.opening import NAME
from coach.store.record.session_start import SessionStart
from coach.store.routines.library import load

if TYPE_CHECKING:
    from pathlib import Path

    from coach.core.timeline import Timeline
    from coach.store.record.values import Ending

NOW = Instant(1_790_000_000_000, 120)
DAYS = 120
STOPPED_ON, ENDED_ON = 11, 6
NOTE = "Left hip felt odd after the second round. The pull was where it should be."


def write(folder: Path) -> None:
    """Write the record into a folder that has none."""
    folder.mkdir(parents=True, exist_ok=True)
    routine = resolve(load(None).contents)
    timeline = plan(routine)
    planned_ms = sum(block.duration_ms for block in timeline.blocks if block.kind.is_work)
    journal = Journal(folder / NAME)
    with journal.together():
        for days_ago in range(DAYS, 0, -1):
            if days_ago * 7 % 5 not in {3, 4}:
                at = Instant(NOW.ms - days_ago * DAY_MS, NOW.offset_min)
                before = 2 + days_ago * 3 % 4
                start = SessionStart(
                    at, routine.id, routine.name, timeline.version, "default", before, planned_ms=planned_ms
                )
                _session(journal, journal.begin(start), days_ago, at, timeline)
    journal.close()


def _session(journal: Journal, session: int, days_ago: int, at: Instant, timeline: Timeline) -> None:
    ending: Ending = (
        "stopped for pain" if days_ago % 41 == STOPPED_ON else "ended" if days_ago % 10 == ENDED_ON else "finished"
    )
    work = [(index, block) for index, block in enumerate(timeline.blocks) if block.kind.is_work]
    done = work if ending == "finished" else work[: 3 + days_ago % 4]
    for number, (index, block) in enumerate(done, 1):
        journal.left(session, number, index, block, block.duration_ms, "done")
        journal.mark(session, index, block, 0, at.ms)
    until = timeline.blocks[: done[-1][0] + 1]
    took_ms = sum(block.duration_ms for block in until)
    journal.event(session, len(done) + 1, took_ms, "ended", None, None)
    journal.end(session, ending, at)
    journal.set_next_day(session, worse=False)
    if ending == "stopped for pain":
        journal.set_stop_pain(session, 6)
    elif days_ago % 3:
        journal.set_after(session, max(0, 1 + days_ago * 3 % 4 - days_ago % 2), None)
    if days_ago % 11 == 0:
        journal.set_note(session, NOTE)
