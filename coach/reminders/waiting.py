"""Waits for the next reminder, in a process of few MiB: for desktops without a manager of timers.

It is run as a file by a Python without the site module, so it imports almost nothing. `_run` has its arguments.
It naps for a minute at most and then looks at the wall clock: a nap does not count the time in which the computer
sleeps, and clocks are set.
"""

from __future__ import annotations

import os
import sys
import time

if not __package__:
    sys.path.insert(0, __file__.rpartition("/coach/")[0])

from coach.core.reminder_times import latest_due, minutes, seen_at

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

NAP_S = 60.0
"""Longest nap."""
_SHORTEST_S = 0.1


def mark_of(path: str) -> tuple[int, int] | None:
    """Return by what a file is known until it is written anew; None where there is none."""
    try:
        found = os.stat(path)  # noqa: PTH116 - a module more to import
    except OSError:
        return None
    return found.st_ino, found.st_mtime_ns


def local_now(now_s: float) -> int:
    """Return the moment that the local clock shows, in minutes since 1970."""
    return (int(now_s) + (time.localtime(now_s).tm_gmtoff or 0)) // 60


def daily(  # noqa: PLR0917 - the last two for tests
    path: str,
    days: tuple[int, ...],
    times: tuple[int, ...],
    tell: Callable[[], object],
    nap: Callable[[float], object] = time.sleep,
    wall: Callable[[], float] = time.time,
) -> None:
    """Tell at once, for what was missed today, and at each chosen moment; until the file is gone or written anew."""
    mark = mark_of(path)
    if mark is None:
        return
    tell()
    seen = local_now(wall())
    while mark_of(path) == mark:
        now_s = wall()
        now = local_now(now_s)
        if latest_due(days, times, seen, now) is not None:
            tell()
        seen = seen_at(seen, now)
        nap(max(_SHORTEST_S, min(NAP_S, 60 - now_s % 60)))


def once(
    path: str,
    until_s: float,
    tell: Callable[[], object],
    nap: Callable[[float], object] = time.sleep,
    wall: Callable[[], float] = time.time,
) -> None:
    """Tell once, at that time of the wall clock; not where a file is named that is gone or written anew by then."""
    mark = mark_of(path)
    while (left_s := until_s - wall()) > 0:
        if path and mark_of(path) != mark:
            return
        nap(max(_SHORTEST_S, min(NAP_S, left_s)))
    if not path or (mark is not None and mark_of(path) == mark):
        tell()


def _start(command: list[str]) -> None:
    """Start a reminder beside this process, and bury those that are over."""
    try:
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass
    except ChildProcessError:
        pass
    try:  # noqa: SIM105 - a module more to import
        os.posix_spawn(command[0], command, os.environ)
    except OSError:
        pass  # coach is being replaced, or is gone: the next time is tried all the same


def _become(command: list[str]) -> None:
    os.execv(command[0], command)  # noqa: S606 - as it was given


def _run(arguments: list[str]) -> None:
    """Do what the arguments say.

    `daily FILE DAYS TIMES COMMAND…`, with days such as 024 and times such as 07:30,18:00; or `once FILE SECONDS
    COMMAND…`, with seconds since 1970 and a file that may be empty.
    """
    match arguments:
        case ["daily", path, days, times, *command]:
            chosen = tuple(minutes(each) for each in times.split(","))
            daily(path, tuple(map(int, days)), chosen, lambda: _start(command))
        case ["once", path, until_s, *command]:
            once(path, float(until_s), lambda: _become(command))


if __name__ == "__main__":
    _run(sys.argv[1:])
