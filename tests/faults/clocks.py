"""The calendar jumps under the program: back, forward, over midnight, into summer time and out of it."""

from __future__ import annotations

import random
from contextlib import closing
from typing import TYPE_CHECKING

from coach.core.months import Month
from coach.store.record.history import Span, read
from coach.store.record.moments import Instant
from coach.store.record.opening import open_record
from tests.faults import calls, forked, scene

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.faults.forked import Told

HOUR_MS = 3_600_000
DAY_MS = 24 * HOUR_MS
JUMPS_MS = (0, 1_000, HOUR_MS, DAY_MS, 30 * DAY_MS, 400 * DAY_MS, 20_000 * DAY_MS)
"""How far a clock is set, forward or back."""
OFFSETS_MIN = (0, 60, 120, -210, 345, 840, -720)
"""By how many minutes local time may be ahead of UTC: two of them an hour apart are summer time."""
EDGES_MS = (
    scene.NEW_YEAR_MS,
    1_774_746_000_000,  # 2026-03-29 01:00 UTC: most of Europe goes to summer time
    1_792_890_000_000,  # 2026-10-25 01:00 UTC: and back
    1_772_236_800_000,  # 2026-02-28 00:00 UTC
)


class Calendar:
    """Goes on by half a second each time it is asked, and now and then it jumps."""

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance
        self._ms = chance.choice(EDGES_MS) + chance.randint(-90_000, 30_000)
        self._offset = chance.choice(OFFSETS_MIN)
        self._until = chance.randint(1, 12)

    def now(self) -> Instant:
        """Return the moment of the calendar."""
        self._until -= 1
        self._ms += 500
        if self._until == 0:
            self._until = self._chance.randint(1, 30)
            self._ms += self._chance.choice((1, -1)) * self._chance.choice(JUMPS_MS)
            self._offset = self._chance.choice(OFFSETS_MIN)
        return Instant(max(0, self._ms), self._offset)


def check(seed: int, folder: Path) -> list[str]:
    """Live with a calendar that jumps, then start again with another; return what is wrong."""
    chance = random.Random(seed)  # noqa: S311 - jumps, not secrets
    data, routine = folder / "data", scene.routine_file(folder)
    first, then = chance.getrandbits(32), chance.getrandbits(32)
    outcome = forked.run(lambda tell: _life(data, routine, tell, first, scene.live))
    after = forked.run(lambda tell: _life(data, routine, tell, then, scene.look_in))
    wrong = []
    for name, each in (("at the time", outcome), ("next start", after)):
        wrong += [f"{name}: {words}" for words in calls.complaints(each)]
        if not each.last("over", usual=False):
            wrong.append(f"{name}: it did not come to its end (status {each.status})")
        if each.last("notice"):
            wrong.append(f"{name}: it tells “{each.last('notice')}”")
    return wrong + _kept(data, outcome.all("happened") + after.all("happened"))


def _life(
    data: Path,
    routine: Path,
    tell: Callable[[Told], None],
    seed: int,
    live: Callable[[scene.Scene, Callable[[Told], None]], None],
) -> None:
    calendar = Calendar(random.Random(seed))  # noqa: S311 - as above
    live(scene.Scene(data, routine, tell, calendar.now), tell)


def _kept(data: Path, happened: list[str]) -> list[str]:
    opened = open_record(data, calls.NOW)
    if opened.journal is None or opened.trouble is not None:
        return [f"the record does not open: {opened.trouble}"]
    with closing(opened.journal) as journal:
        wrong = calls.in_record(journal, happened, len(happened))
        endings = [each for (each,) in journal.connection.execute("SELECT ending FROM session ORDER BY id")]
        if endings != ["stopped for pain", "finished", "stopped for pain"]:
            wrong.append(f"the endings are {endings}")
        month = Month.of(calls.NOW.day)
        read(journal.connection, calls.NOW, Span(month.first, month.end))
    return wrong
