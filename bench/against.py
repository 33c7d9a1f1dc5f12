"""This coach beside another checkout of it, in turn in one run: what both can do, and the ratio.

The other may be years older: of its own bench only `child_coach` is used, with the commands that it has had from the
beginning (send, seek, minimise, restore, voice).
"""

from __future__ import annotations

import os
import statistics
import subprocess
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from bench import heard
from bench.child import HERE, Checkout, Child, NotMeasuredError, Watch, memory_alone_mib, running_s
from bench.figures import as_table, number
from bench.session import Session
from bench.windows import BARE, COACH
from coach.core.timeline import BlockKind
from tests.devices.sound.server import MISSING, Server

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

SETTLE_S = 3.0
"""By then the pictures of the start page are drawn, and the helper for sound plays."""
BLOCK_S, QUICK_BLOCK_S = 3.0, 1.2
"""So long each block of a routine is shown on the way to the greatest memory."""
AFTER_S = 20.0
"""So long after the end of a session its memory is looked at again."""
WATCH_S, QUICK_WATCH_S = 20.0, 6.0
UNSEEN_S, UNSEEN_AFTER_S = 60.0, 60.0
"""A minimised window is watched for so long, from so long after it was minimised on.

In the first minute Qt empties its caches of fonts and pictures, and a program that has just started collects its
garbage for the first time: what comes once is no rate.
"""
RESTARTS_S, QUICK_RESTARTS_S = 60.0, 20.0


@dataclass(frozen=True, slots=True)
class Pair:
    """What was measured of this checkout, and of the other."""

    name: str
    unit: str
    ours: tuple[float, ...]
    theirs: tuple[float, ...]
    bare: tuple[float, ...] = ()

    def cells(self) -> tuple[str, ...]:
        """Return the cells of its line; the ratios are of medians, but of the least where it is CPU time of a start."""
        ours, theirs = self._one(self.ours), self._one(self.theirs)
        floor = self._one(self.bare) if self.bare else 0.0
        to_bare = [f"x {each / floor:.2f}" if floor else "" for each in (ours, theirs)]
        ratio = f"x {ours / theirs:.2f}" if theirs else ""
        return self.name, number(ours), to_bare[0], number(theirs), to_bare[1], self.unit, ratio

    def _one(self, values: tuple[float, ...]) -> float:
        return min(values) if "CPU time" in self.name else statistics.median(values)


HEAD = ("", "here", "to bare", "there", "to bare", "unit", "here to there")


class Plan(NamedTuple):
    """What is compared, on which screen, how long."""

    other: Checkout
    environment: dict[str, str]
    folder: Path
    runs: int
    quick: bool

    @property
    def both(self) -> tuple[Checkout, Checkout]:
        """Return this checkout and the other."""
        return HERE, self.other


def measure(plan: Plan, names: list[str]) -> tuple[str, list[str]]:
    """Return a table of what was measured, and in words what could not be."""
    pairs: list[Pair] = []
    missing: list[str] = []
    for name in names:
        try:
            pairs += PARTS[name](plan)
        except (NotMeasuredError, OSError) as error:
            missing.append(f"{name}: {error}")
    return as_table(HEAD, [pair.cells() for pair in pairs]), missing


# Start


class _Started(NamedTuple):
    painted_ms: float
    painted_cpu_ms: float
    usable_ms: float
    usable_cpu_ms: float


def _start(plan: Plan) -> list[Pair]:
    """Start all three in turn, so that whatever else the machine does meets all; a first run only warms the machine."""
    bare: list[tuple[float, float]] = []
    both: tuple[list[_Started], list[_Started]] = ([], [])
    for run in range(plan.runs + 1):
        with Child(BARE, plan.environment) as child:
            told = child.wait_for("painted"), running_s(child.pid) * 1000
        bare += [told] * bool(run)
        for place, checkout in enumerate(plan.both):
            started = _started(plan, checkout)
            both[place].extend([started] * bool(run))
    ours, theirs = both
    wall, cpu = (tuple(each[place] for each in bare) for place in (0, 1))
    named = (
        ("first frame", 0, wall),
        ("first frame, CPU time", 1, cpu),
        ("usable", 2, wall),
        ("usable, CPU time", 3, cpu),
    )
    return [
        Pair(name, "ms", tuple(each[place] for each in ours), tuple(each[place] for each in theirs), floor)
        for name, place, floor in named
    ]


def _started(plan: Plan, checkout: Checkout) -> _Started:
    with _coach(plan, checkout, "start") as child:
        painted_ms, painted_s = child.wait_for("painted"), running_s(child.pid)
        usable_ms, usable_s = child.wait_for("usable"), running_s(child.pid)
    return _Started(painted_ms, painted_s * 1000, usable_ms, usable_s * 1000)


def _coach(plan: Plan, checkout: Checkout, name: str, environment: dict[str, str] | None = None) -> Child:
    side = "here" if checkout is HERE else "there"
    data = plan.folder / f"{name}-{side}"
    return Child(COACH, environment or plan.environment, "--data-dir", str(data), checkout=checkout)


# A session


class _Lived(NamedTuple):
    start_mib: float
    highest_mib: float
    after_mib: float
    minimised: float
    wakes: float


def _session(plan: Plan) -> list[Pair]:
    ours, theirs = (_lived(plan, checkout) for checkout in plan.both)
    names = (
        ("memory of the start page", "MiB"),
        ("memory, highest in a whole routine", "MiB"),
        (f"memory {AFTER_S:.0f} s after its end", "MiB"),
        ("minimised, in a session, after its first minute", "CPU s/min"),
        ("wake-ups in a hold", "a second"),
    )
    return [Pair(name, unit, (mine,), (other,)) for (name, unit), mine, other in zip(names, ours, theirs, strict=True)]


def _lived(plan: Plan, checkout: Checkout) -> _Lived:
    block_s, watch_s = (QUICK_BLOCK_S, QUICK_WATCH_S) if plan.quick else (BLOCK_S, WATCH_S)
    with _coach(plan, checkout, "session") as child:
        child.wait_for("drawn")
        time.sleep(SETTLE_S)
        start_mib = memory_alone_mib(child.pid)
        session, highest = Session(child), 0.0
        session.go(session.first(BlockKind.HOLD))
        hold = Watch(child.pid)
        time.sleep(watch_s)
        wakes = hold.wake_ups()
        child.tell("minimise")
        time.sleep(UNSEEN_AFTER_S)
        minimised = _per_minute(child.pid, UNSEEN_S)
        child.tell("restore")
        for index in range(len(session.timeline.blocks) - 1):
            session.go_through(index, block_s)
            highest = max(highest, memory_alone_mib(child.pid))
        child.tell("send END")
        time.sleep(AFTER_S)
        return _Lived(start_mib, highest, memory_alone_mib(child.pid), minimised, wakes / watch_s)


def _per_minute(pid: int, seconds: float) -> float:
    watch = Watch(pid)
    time.sleep(seconds)
    return watch.ran_s() * 60 / seconds


# Sound


class _Heard(NamedTuple):
    helper_mib: float
    helper_silent: float
    helper_wakes: float
    server: float


def _sound(plan: Plan) -> list[Pair]:
    """Watch helper and server while a session that says nothing keeps the device awake."""
    if MISSING:
        message = f"sound needs {', '.join(MISSING)}"
        raise NotMeasuredError(message)
    ours, theirs = (_heard(plan, checkout) for checkout in plan.both)
    names = (
        ("helper for sound: memory", "MiB"),
        ("helper for sound: silent, awake", "CPU s/min"),
        ("helper for sound: wake-ups, silent", "a second"),
        ("sound server meanwhile", "CPU s/min"),
    )
    pairs = [Pair(name, unit, (mine,), (other,)) for (name, unit), mine, other in zip(names, ours, theirs, strict=True)]
    return [*pairs, _without_a_server(plan)]


def _heard(plan: Plan, checkout: Checkout) -> _Heard:
    watch_s = QUICK_WATCH_S if plan.quick else WATCH_S
    with tempfile.TemporaryDirectory(prefix="coach-", ignore_cleanup_errors=True) as folder:
        server = Server(Path(folder))
        server.start()
        try:
            with _coach(plan, checkout, "sound", plan.environment | server.environ) as child:
                child.wait_for("drawn")
                time.sleep(SETTLE_S)
                child.tell("voice off")
                session = Session(child)
                session.go(session.first(BlockKind.CHANGE))
                helpers = list(_helpers(child))
                watches, served = [Watch(pid) for pid in helpers], Watch(server.pid)
                time.sleep(watch_s)
                served_s = served.ran_s()
                used_s = sum(watch.ran_s() for watch in watches)
                wakes = sum(watch.wake_ups() for watch in watches)
                mib = sum(map(memory_alone_mib, helpers))
        finally:
            server.close()
    return _Heard(mib, used_s * 60 / watch_s, wakes / watch_s, served_s * 60 / watch_s)


def _helpers(child: Child) -> Iterator[int]:
    """Give the processes that the program has started, and what those have started."""
    waiting = child.helpers()
    while waiting:
        pid = waiting.pop()
        yield pid
        for task in Path(f"/proc/{pid}/task").glob("*/children"):
            waiting += [int(word) for word in task.read_text("ascii").split()]


def _without_a_server(plan: Plan) -> Pair:
    """Watch the program with the helpers that it starts and loses: the times of a child count once it has ended."""
    values = []
    for checkout in plan.both:
        with tempfile.TemporaryDirectory(prefix="coach-") as nowhere:
            away = {name: value for name, value in plan.environment.items() if not name.startswith("PULSE")}
            # A desktop where nothing answers: the folder is there, the sound server is not.
            away |= {"XDG_RUNTIME_DIR": nowhere, "PULSE_SERVER": f"unix:{nowhere}/native"}
            with _coach(plan, checkout, "no-server", away) as child:
                child.wait_for("drawn")
                if checkout is HERE:  # the other may not know the word
                    child.tell("still on")  # what moves on the start page would be counted too
                time.sleep(SETTLE_S)
                seconds = QUICK_RESTARTS_S if plan.quick else RESTARTS_S
                before_s = _with_ended(child)
                time.sleep(seconds)
                values.append((_with_ended(child) - before_s) * 60 / seconds)
    return Pair("no sound server: program and helpers", "CPU s/min", (values[0],), (values[1],))


def _with_ended(child: Child) -> float:
    """Return the CPU seconds of the program, of the helpers that run, and of those that it has seen end."""
    stat = Path(f"/proc/{child.pid}/stat").read_text("utf-8").rpartition(")")[2].split()
    ended_s = (int(stat[13]) + int(stat[14])) / os.sysconf("SC_CLK_TCK")
    return ended_s + child.cpu_s() + sum(running_s(pid) for pid in _helpers(child))


def _heard_alone(plan: Plan) -> list[Pair]:
    """Listen to the helpers alone: how soon, and whether with holes."""
    ours, theirs = (heard.heard_of(plan.environment, each.root, each.python, quick=plan.quick) for each in plan.both)
    return [Pair(name, "ms", ours[name], theirs[name]) for name in ours]


# Disk

_SIZE = """
import importlib.metadata as metadata, pathlib, tomllib
from pip._vendor.packaging.requirements import Requirement
project = tomllib.loads(pathlib.Path("pyproject.toml").read_text("utf-8"))["project"]
seen, waiting, size, of_qt = set(), [*map(Requirement, project["dependencies"])], 0, 0
while waiting:
    needed = waiting.pop()
    name = needed.name.lower().replace("_", "-")
    if name in seen or needed.marker is not None and not needed.marker.evaluate({"extra": ""}):
        continue
    seen.add(name)
    found = metadata.distribution(name)
    waiting += map(Requirement, found.requires or ())
    paths = {pathlib.Path(found.locate_file(each)).resolve() for each in found.files or ()}
    own = sum(path.stat().st_size for path in paths if path.is_file() and path.suffix != ".pyc")
    size += own
    of_qt += own * name.startswith(("pyside6", "shiboken6"))
print(size, of_qt)
"""


def _disk(plan: Plan) -> list[Pair]:
    """Add up the files of the packages that coach needs at run time, as the Python of each checkout has them.

    What Python has compiled of them is left out: whoever installs decides that.
    """
    sizes: list[tuple[float, ...]] = []
    for checkout in plan.both:
        told = subprocess.run(
            [checkout.python, "-c", _SIZE], check=False, capture_output=True, text=True, cwd=checkout.root
        )
        if told.returncode:
            raise NotMeasuredError(told.stderr.strip().splitlines()[-1])
        sizes.append(tuple(int(word) / 1e6 for word in told.stdout.split()))
    names = "installed: all packages that coach needs", "installed: Qt and its bindings alone"
    return [Pair(name, "MB", (here,), (there,)) for name, here, there in zip(names, *sizes, strict=True)]


PARTS: dict[str, Callable[[Plan], list[Pair]]] = {
    "disk": _disk,
    "start": _start,
    "session": _session,
    "sound": _sound,
    "heard": _heard_alone,
}
"""What can be compared, in order."""
