"""Collects garbage on the GUI thread alone, and gives free memory back to the system."""

from __future__ import annotations

import functools
import gc
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from coach.waves import later

if TYPE_CHECKING:
    import ctypes
    from collections.abc import Callable
else:
    ctypes = later("ctypes")

COLLECT_MS = 60_000
"""Time between two looks for garbage."""


class Collector(QObject):
    """Collects garbage on the GUI thread alone: a widget that is destroyed on another thread crashes the program.

    Python's own collector runs on whichever thread happens to allocate memory, and some threads work in the background.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(COLLECT_MS)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def _look(self) -> None:
        if gc.get_count()[0] > gc.get_threshold()[0]:
            # The middle generation, not the oldest: a full collection looks at every object of the program. What has
            # become old in a session goes after it.
            gc.collect(1)
            give_back()


def collect_all() -> None:
    """Collect what nobody needs any more, however old, and give its memory back.

    What lived through two looks during a session is old, and would stay for as long as the program runs. Takes some 30
    ms, so once after a session, when nothing moves. On the GUI thread only.
    """
    gc.collect()
    give_back()


@functools.cache
def _trim() -> Callable[[int], int] | None:
    if not sys.platform.startswith("linux"):
        return None
    try:
        return ctypes.CDLL(None).malloc_trim
    except AttributeError:  # a C library of another kind
        return None


def give_back() -> None:
    """Give free memory inside the heap back to the system, where the C library is glibc.

    Pictures of many sizes come and go, and glibc keeps the holes that they leave: some 12 MiB in an hour of sessions.
    Takes about 4 ms the first time for 200 MiB, 0.25 ms when little is free.
    """
    trim = _trim()
    if trim is not None:
        trim(0)
