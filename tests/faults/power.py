"""The power goes: of what was written, that is left which had reached the disk, and chance decides about the rest."""

from __future__ import annotations

import functools
import random
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from tests.faults import calls, forked, work
from tests.faults.disk import Change, Disk
from tests.faults.file_calls import FileCalls
from tests.faults.gate import Gate
from tests.faults.scene import VOLUME
from tests.faults.sqlite_calls import SqliteCalls

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.faults.forked import Told


@functools.cache
def changes() -> list[Change]:
    """Return every change of the disk in one life, and between them what was told to be kept."""
    with tempfile.TemporaryDirectory(prefix="faults-") as made:
        outcome = calls.must_be_clean(forked.run(lambda tell: _noted(Path(made) / "data", tell)))
    found: list[Change] = []
    for told in outcome.told:
        if "change" in told:
            what, values = told["change"]
            found.append(Change(what, tuple(_data(each) for each in values)))
        else:
            found.append(Change("told", (told,)))
    return found


def _noted(data: Path, tell: Callable[[Told], None]) -> None:
    gate = Gate(noted=lambda what, values: tell({"change": [what, [_text(each) for each in values]]}))
    _kept = SqliteCalls(gate), FileCalls(gate, data)
    gate.is_open = False
    work.work(data, tell)
    gate.is_open = True


def _text(value: object) -> object:
    return {"hex": value.hex()} if isinstance(value, bytes) else value


def _data(value: object) -> object:
    return bytes.fromhex(value["hex"]) if isinstance(value, dict) else value


def check(seed: int, folder: Path) -> list[str]:
    """Cut the power once, and return what is wrong with what is left, and with the next start."""
    chance, all_of_it = random.Random(seed), changes()  # noqa: S311 - instants, not secrets
    at = chance.randrange(1, len(all_of_it) + 1)
    data = folder / "data"
    Disk(all_of_it).cut(at, chance, data)
    told = [each.values[0] for each in all_of_it if each.what == "told"]
    before = forked.Outcome([each.values[0] for each in all_of_it[:at] if each.what == "told"])
    count = int(before.last("kept", 0))
    # What was on its way may be there or not: it did happen.
    known = forked.Outcome([each for each in told if "happened" in each] + [{"kept": count}])
    wrong = [f"what is left: {each}" for each in calls.kept(data, known, is_whole=False)]
    after = forked.run(lambda tell: work.look_in(data, tell))
    wrong += calls.complaints(after)
    if not after.last("over", usual=False):
        wrong.append(f"the next start did not come to its end (status {after.status})")
    if after.last("opened") is not None:
        wrong.append(f"the record has trouble: {after.last('opened')}")
    if before.last("saved") and after.last("volume") != VOLUME:
        wrong.append("the setting that was saved is gone")
    return [f"at change {at} of {len(all_of_it)}: {each}" for each in wrong]
