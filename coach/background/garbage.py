"""Collects garbage where it is safe, and gives memory that is free back to the system."""

from __future__ import annotations

import functools
import gc
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from collections.abc import Callable

COLLECT_MS = 20_000
"""How often is looked whether there is garbage."""


class Collector(QObject):
    """Collects garbage on the GUI thread alone: a widget that dies on another one takes the program with it.

    Python's own collector runs on whichever thread happens to need memory, and some work beside the window.
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
            gc.collect(1)
            give_back()


@functools.cache
def _trim() -> Callable[[int], int] | None:
    if not sys.platform.startswith("linux"):
        return None
    import ctypes  # noqa: PLC0415 - not before the first paint

    try:
        return ctypes.CDLL(None).malloc_trim
    except AttributeError:  # a C library of another kind
        return None


def give_back() -> None:
    """Give what is free inside the heap back to the system, where the C library is glibc.

    Pictures of many sizes come and go, and glibc keeps the holes that they leave: some 12 MiB in an hour of sessions.
    Takes some 4 ms the first time for 200 MiB, a quarter of one when little is free.
    """
    trim = _trim()
    if trim is not None:
        trim(0)
