"""The whole program is killed at a random instant, from its first millisecond on; then it goes on where it was."""

from __future__ import annotations

import contextlib
import os
import random
import signal
import threading
from contextlib import closing
from typing import TYPE_CHECKING

from coach.store.record.opening import open_record
from tests.faults import calls, forked, scene

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.faults.forked import Told

LONGEST_MS = 900
"""A kill comes within so many ms after the folder was first touched, or after Start was pressed."""


def check(seed: int, folder: Path) -> list[str]:
    """Kill one life, and return what is wrong with what is left, and with the start after it."""
    chance = random.Random(seed)  # noqa: S311 - instants, not secrets
    data, routine = folder / "data", scene.routine_file(folder)
    if chance.random() < 1 / 2:  # half of them have a record already
        forked.run(lambda tell: scene.look_in(scene.Scene(data, routine, tell), tell))
    before = _count(data)
    wait_s, word = chance.uniform(0, LONGEST_MS) / 1_000, chance.choice(["first", "happened"])
    killers: list[threading.Thread] = []
    outcome = forked.run(
        lambda tell: scene.live(scene.Scene(data, routine, tell), tell), _killer(word, wait_s, killers)
    )
    for each in killers:
        each.join()
    wrong = calls.complaints(outcome)
    wrong += [f"after the kill: {each}" for each in _kept(data, outcome, before)]
    after = forked.run(lambda tell: _next_time(scene.Scene(data, routine, tell), tell))
    wrong += [f"next start: {each}" for each in _went_on(data, after)]
    return [f"killed {wait_s:.3f} s after “{word}”: {each}" for each in wrong]


def _killer(word: str, wait_s: float, killers: list[threading.Thread]) -> Callable[[Told, int], None]:
    def hear(told: Told, child: int) -> None:
        if word in told and not killers:
            timer = threading.Timer(wait_s, _end, (child,))
            killers.append(timer)
            timer.start()

    return hear


def _end(child: int) -> None:
    with contextlib.suppress(ProcessLookupError):
        os.kill(child, signal.SIGKILL)


def _count(data: Path) -> int:
    """Return how many events are in the record."""
    if not (data / "record.db").exists():
        return 0
    opened = open_record(data, calls.NOW)
    assert opened.journal is not None
    with closing(opened.journal) as journal:
        return int(journal.connection.execute("SELECT count(*) FROM event").fetchone()[0])


def _kept(data: Path, outcome: forked.Outcome, before: int) -> list[str]:
    wrong = [f"there is {each.name}, but nothing was damaged" for each in calls.strange(data)]
    if not (data / "record.db").exists():
        return [*wrong, "the record is gone"] if outcome.last("kept") or before else wrong
    opened = open_record(data, calls.NOW)
    if opened.journal is None or opened.trouble is not None:
        return [*wrong, f"the record does not open: {opened.trouble}"]
    happened, count = outcome.all("happened"), int(outcome.last("kept", 0))
    with closing(opened.journal) as journal:
        query = "SELECT kind FROM event ORDER BY session, number"
        found = [kind for (kind,) in journal.connection.execute(query)][before:]
        open_ones = journal.connection.execute("SELECT count(*) FROM session WHERE ending IS NULL").fetchone()[0]
    if found[:count] != happened[:count]:
        wrong.append(f"{count} events were kept by what was told, but the record has {len(found)}")
    both = min(len(found), len(happened))  # the last lines may be cut off: then the record knows more
    if found[:both] != happened[:both]:
        wrong.append(f"the record has {found}, but {happened} happened")
    if open_ones > 1:
        wrong.append(f"{open_ones} sessions have no ending")
    return wrong


def _next_time(made: scene.Scene, tell: Callable[[Told], None]) -> None:
    """Start again; go on where that is offered, else begin anew, and go to the end."""
    made.tell_notices()
    offer = made.program.start_page.parts.offer
    tell({"offered": offer is not None})
    if offer is not None:
        made.program.start_page.go_on_wanted.emit()
        made.pass_check()
    else:
        made.begin()
    made.finish()
    made.close()
    tell({"over": True})


def _went_on(data: Path, after: forked.Outcome) -> list[str]:
    wrong = calls.complaints(after)
    if not after.last("over", usual=False):
        wrong.append(f"it did not come to its end (status {after.status})")
    if after.last("notice"):
        wrong.append(f"it tells “{after.last('notice')}”")
    opened = open_record(data, calls.NOW)
    if opened.journal is None:
        return [*wrong, f"the record does not open: {opened.trouble}"]
    with closing(opened.journal) as journal:
        endings = [ending for (ending,) in journal.connection.execute("SELECT ending FROM session ORDER BY id")]
    if None in endings:
        wrong.append(f"a session has no ending: {endings}")
    if after.last("over") and endings[-1:] != ["finished"]:
        wrong.append(f"what was gone on with did not finish: {endings}")
    return wrong
