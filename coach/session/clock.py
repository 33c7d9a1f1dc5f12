"""What time it is: the only place that asks the system."""

from __future__ import annotations

import sys
import time
from typing import Protocol

from coach.store.record.moments import Instant


class Clock(Protocol):
    """A source of real time."""

    def now_ms(self) -> int:
        """Return real time in whole ms from any fixed start; it never goes back."""
        ...


class SystemClock:
    """A clock that cannot be set back and, where the system has one, goes on while the computer sleeps."""

    def now_ms(self) -> int:
        """Return real time in whole ms."""
        return _nanoseconds() // 1_000_000


def _nanoseconds() -> int:
    # time.monotonic() stands still while Linux or macOS sleep: a sleep would look like no time at all.
    if sys.platform == "linux":
        return time.clock_gettime_ns(time.CLOCK_BOOTTIME)
    if sys.platform == "darwin":
        return time.clock_gettime_ns(time.CLOCK_MONOTONIC)
    return time.monotonic_ns()


def wall_now() -> Instant:
    """Return the present moment of the calendar, with the minutes by which local time is ahead of UTC."""
    now = time.time()
    return Instant(int(now * 1000), (time.localtime(now).tm_gmtoff or 0) // 60)
