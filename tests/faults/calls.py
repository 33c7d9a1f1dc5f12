"""Each single file call of the recorder and the settings fails in turn, in each way, or is the last before a kill."""

from __future__ import annotations

import functools
import tempfile
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from coach.store import settings
from coach.store.record.moments import Instant
from coach.store.record.opening import open_record
from tests.faults import forked, work
from tests.faults.file_calls import FileCalls
from tests.faults.gate import Call, Fault, Gate, Spoil
from tests.faults.scene import NEW_YEAR_MS, NOTE, VOLUME
from tests.faults.sqlite_calls import SqliteCalls

if TYPE_CHECKING:
    from collections.abc import Callable

    from coach.store.record.journal import Journal
    from tests.faults.forked import Outcome, Told

NOW = Instant(NEW_YEAR_MS + 3_600_000, 60)
STRANGE_NAMES = ("record-damaged-", "record-found-", "settings-unreadable-", "record.damaged")
"""Files that say that something was damaged, where nothing was."""

LASTING = (Fault.ENOSPC, Fault.EIO)
"""Faults that also go on with every later call, as on a disk that is full, or gone."""


def spoiled(
    folder: Path, spoil: Spoil | None, life: Callable[[Path, Callable[[Told], None]], object]
) -> Callable[[Callable[[Told], None]], None]:
    """Return a job: that life of the program, with one call of it spoiled."""

    def job(tell: Callable[[Told], None]) -> None:
        gate = Gate(spoil)
        _kept = SqliteCalls(gate), FileCalls(gate, folder)
        gate.is_open = False
        life(folder, tell)
        gate.is_open = True
        tell({"calls": [[*call, name] for call, name in gate.names.items()]})

    return job


@functools.cache
def cases() -> tuple[tuple[Spoil, str], ...]:
    """Return every call of a life without faults, spoiled in each way that it can be; and what it is."""
    with tempfile.TemporaryDirectory(prefix="faults-") as made:
        clean = must_be_clean(forked.run(spoiled(Path(made) / "data", None, work.work)))
    found: list[tuple[Spoil, str]] = []
    for thread, number, name in clean.last("calls", []):
        can_be_short = name.split()[0] in {"read", "write", "xWrite"}
        ways = [(fault, False) for fault in Fault if fault is not Fault.SHORT or can_be_short]
        ways += [(fault, True) for fault in LASTING]
        found += [(Spoil(Call(thread, number), fault, lasts), name) for fault, lasts in ways]
    return tuple(found)


def must_be_clean(outcome: Outcome) -> Outcome:
    """Return it where nothing was wrong without any fault; else there is nothing to be judged."""
    if complaints(outcome) or not outcome.last("over", usual=False) or "".join(outcome.all("notice")):
        message = f"a life without faults has one: {outcome.noise or outcome.told[-3:]}"
        raise RuntimeError(message)
    return outcome


def check(seed: int, folder: Path) -> list[str]:
    """Spoil one call, and return what is wrong after it."""
    spoil, name = cases()[seed % len(cases())]
    data = folder / "data"
    outcome = forked.run(spoiled(data, spoil, work.work))
    wrong = [f"at the time: {each}" for each in _at_the_time(outcome, spoil)]
    wrong += [f"afterwards: {each}" for each in kept(data, outcome, is_whole=_is_whole(outcome, spoil))]
    after = forked.run(lambda tell: work.look_in(data, tell))
    wrong += [f"next start: {each}" for each in next_start(after, outcome)]
    return [f"{spoil}, {name}: {each}" for each in wrong]


FOUND = (
    ("record check", "xRead record.db-wal", Fault.EIO),  # a good record was taken for a damaged one
    ("recorder", "stat record.db", Fault.EIO),  # and for one that was taken away
    ("recorder", "stat record.db-wal", Fault.EACCES),
)
"""Calls whose failure was more than it should be once: thread, name and fault. They stay in every short form."""


def check_found(seed: int, folder: Path) -> list[str]:
    """Spoil the last call of that name, since the first may be made before there is anything to lose."""
    thread, name, fault = FOUND[seed % len(FOUND)]
    there = [n for n, (each, its_name) in enumerate(cases()) if each.call.thread == thread and its_name == name]
    same = [n for n in there if cases()[n][0].fault is fault and not cases()[n][0].lasts]
    return check(same[-1], folder) if same else [f"{thread} makes no call {name} any more"]


def _is_whole(outcome: Outcome, spoil: Spoil) -> bool:
    return spoil.fault is not Fault.KILL and not spoil.lasts and outcome.last("over", usual=False)


def _at_the_time(outcome: Outcome, spoil: Spoil) -> list[str]:
    wrong = complaints(outcome)
    if not outcome.last("over", usual=False) and spoil.fault is not Fault.KILL:
        wrong.append(f"it did not come to its end (status {outcome.status})")
    if spoil.lasts and "".join(outcome.all("notice")) == "" and (lost := _unkept(outcome)):
        wrong.append(f"{lost} events are not kept, and nobody was told")
    return wrong


def _unkept(outcome: Outcome) -> int:
    return len(outcome.all("happened")) - int(outcome.last("kept", 0))


def complaints(outcome: Outcome) -> list[str]:
    """Return what was wrong with the process itself: what it printed, and that it hung."""
    wrong = ["it hangs"] if outcome.hangs else []
    if outcome.noise.strip():
        wrong.append("printed: " + " | ".join(outcome.noise.strip().splitlines()[-3:]))
    return wrong


def kept(data: Path, outcome: Outcome, *, is_whole: bool) -> list[str]:
    """Return what is not in the folder that must be: what was known to be kept, with `is_whole` all there was."""
    wrong = [f"there is {each.name}, but nothing was damaged" for each in strange(data)]
    loaded = settings.load(data)
    if loaded.fault:
        wrong.append("the settings are damaged")
    happened = outcome.all("happened")
    count = len(happened) if is_whole else int(outcome.last("kept", 0))
    if not (data / "record.db").exists():
        return [*wrong, "there is no record"] if count else wrong
    opened = open_record(data, NOW)
    if opened.journal is None or opened.trouble is not None:
        return [*wrong, f"the record does not open: {opened.trouble}"]
    with closing(opened.journal) as journal:
        wrong += in_record(journal, happened, count)
        wrong += _endings(journal) if is_whole else []
    return wrong


def strange(data: Path) -> list[Path]:
    """Return files that say that something was damaged."""
    return [each for each in data.iterdir() if each.name.startswith(STRANGE_NAMES)] if data.is_dir() else []


def in_record(journal: Journal, happened: list[str], count: int) -> list[str]:
    """Return what is not in the record of the first `count` events that happened, and what is damaged in it."""
    wrong = []
    query = "SELECT kind FROM event ORDER BY session, number"
    found = [kind for (kind,) in journal.connection.execute(query)]
    if found[:count] != happened[:count]:
        wrong.append(f"{count} events were kept by what was told, but the record has {len(found)}: {found}")
    if found != happened[: len(found)]:
        wrong.append(f"the record has what did not happen, or in another order: {found} of {happened}")
    (check_words,) = journal.connection.execute("PRAGMA integrity_check(1)").fetchone()
    if check_words != "ok":
        wrong.append(f"the record is damaged: {check_words}")
    return wrong


def _endings(journal: Journal) -> list[str]:
    """Return what is wrong with the notes and endings of the two sessions of one life."""
    wrong = []
    notes = journal.connection.execute("SELECT note FROM session ORDER BY id").fetchall()
    if notes != [(NOTE,), (NOTE,)]:
        wrong.append(f"the notes are {notes}")
    endings = journal.connection.execute("SELECT ending FROM session ORDER BY id").fetchall()
    if endings != [("stopped for pain",), ("ended",)]:
        wrong.append(f"the endings are {endings}")
    return wrong


def next_start(after: Outcome, outcome: Outcome) -> list[str]:
    """Return what is wrong with the start after it."""
    wrong = complaints(after)
    if not after.last("over", usual=False):
        wrong.append(f"it did not come to its end (status {after.status})")
    notices = [each for each in after.all("notice") if each]
    if notices:
        wrong.append(f"it tells {notices}, though nothing is wrong any more")
    saved = {VOLUME} if outcome.last("saved") else {VOLUME, work.USUAL}
    if after.last("volume") not in saved:
        wrong.append(f"the volume is {after.last('volume')}")
    return wrong
