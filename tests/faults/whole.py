"""One call of the whole program fails, with its window and somebody who does a session: coaching goes on."""

from __future__ import annotations

import functools
import random
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from tests.faults import calls, forked, scene
from tests.faults.gate import Call, Fault, Spoil

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.faults.forked import Told


@functools.cache
def names() -> list[tuple[str, int, str]]:
    """Return the calls of one life without faults: thread, number, name."""
    with tempfile.TemporaryDirectory(prefix="faults-") as made:
        folder = Path(made)
        routine = scene.routine_file(folder)
        clean = calls.must_be_clean(forked.run(calls.spoiled(folder / "data", None, functools.partial(_live, routine))))
    return [(thread, number, name) for thread, number, name in clean.last("calls", [])]


def _live(routine: Path, data: Path, tell: Callable[[Told], None]) -> None:
    scene.live(scene.Scene(data, routine, tell), tell)


def check(seed: int, folder: Path) -> list[str]:
    """Spoil one call by chance, and return what is wrong; a thread that comes seldom is chosen as often as another."""
    chance = random.Random(seed)  # noqa: S311 - which call, not secrets
    thread = chance.choice(sorted({each[0] for each in names()}))
    _thread, number, name = chance.choice([each for each in names() if each[0] == thread])
    fault = chance.choice([each for each in Fault if each is not Fault.SHORT])
    spoil = Spoil(Call(thread, number), fault, lasts=fault is not Fault.KILL and chance.random() < 1 / 3)
    data, routine = folder / "data", scene.routine_file(folder)
    outcome = forked.run(calls.spoiled(data, spoil, functools.partial(_live, routine)))
    wrong = [f"at the time: {each}" for each in _coached(outcome, spoil)]
    if not spoil.lasts and fault is not Fault.KILL and outcome.last("kept") != len(outcome.all("happened")):
        wrong.append(f"of {len(outcome.all('happened'))} events only {outcome.last('kept')} are known to be kept")
    wrong += [f"afterwards: {each}" for each in calls.kept(data, outcome, is_whole=False)]
    after = forked.run(lambda tell: scene.look_in(scene.Scene(data, routine, tell), tell))
    wrong += [f"next start: {each}" for each in calls.complaints(after)]
    if not after.last("over", usual=False):
        wrong.append(f"the next start did not come to its end (status {after.status})")
    if after.last("notice"):
        wrong.append(f"next start: it tells “{after.last('notice')}”, though nothing is wrong any more")
    return [f"{spoil}, {name}: {each}" for each in wrong]


def _coached(outcome: forked.Outcome, spoil: Spoil) -> list[str]:
    wrong = calls.complaints(outcome)
    if spoil.fault is Fault.KILL:
        return wrong
    if not outcome.last("over", usual=False):
        wrong.append(f"it did not come to its end (status {outcome.status})")
    if outcome.last("start") is not True or outcome.last("finished") is not True:
        wrong.append("the session did not finish, or Start is dead after it")
    lost = len(outcome.all("happened")) - int(outcome.last("kept", 0))
    if lost and spoil.lasts and not outcome.last("notice"):
        wrong.append(f"{lost} events are not kept, and nobody was told")
    return wrong
