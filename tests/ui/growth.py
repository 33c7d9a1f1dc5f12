"""Counts what there is: widgets, objects of Qt, and objects and functions of coach."""

from __future__ import annotations

import gc
import threading
from collections import Counter
from types import FunctionType
from typing import TYPE_CHECKING
from weakref import ReferenceType

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QApplication

from tests.waiting import wait_ms

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.ui.stage import Stage

PICTURES = ("coach.figure.", "coach.ui.figure.picture_cache", "coach.ui.figure.packed", "coach.ui.figure.close_ups")
"""They are drawn when there is time, and kept within a budget, which has tests of its own."""


def there(stage: Stage) -> Counter[str]:
    """Return how many there are of each kind, once everything that is not needed is gone."""
    _settle(stage)
    found: Counter[str] = Counter()
    for thing in gc.get_objects():
        kind = type(thing)
        named = thing if kind is FunctionType else kind
        room = named.__module__ or ""
        if room.startswith("coach.") and not room.startswith(PICTURES):
            found[f"{room}.{named.__qualname__}"] += 1
        elif kind is ReferenceType and thing.__callback__ is not None:
            found["weak references with something to do"] += 1
    found["widgets"] = len(QApplication.allWidgets())
    application = QCoreApplication.instance()
    assert application is not None
    program = stage.program
    for owner in (application, program, program.window, program.theme, program.pictures, program.preferences):
        found[f"objects in {type(owner).__name__}"] = len(owner.findChildren(QObject))
    return found


def growth(stage: Stage, do: Callable[[], None], times: int, warm: int = 4) -> dict[str, int]:
    """Return of what there is more after so many times than before; the first few make what lasts."""
    for _ in range(warm):
        do()
    before = there(stage)
    for _ in range(times):
        do()
    found = there(stage) - before
    if found:
        # The check of the record comes a few seconds after the start, on a thread, and holds what it needs while it
        # runs: that is no growth. It may have come to its end since it was counted.
        while _is_checking_the_record():
            wait_ms(10)
        found = there(stage) - before
    return dict(found)


def _is_checking_the_record() -> bool:
    return any(thread.name == "record check" for thread in threading.enumerate())


def _settle(stage: Stage) -> None:
    written: list[object] = []
    stage.recorder.do(lambda _journal: True, written.append)
    while not written:
        wait_ms(1)
    for _ in range(3):
        wait_ms(5)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        gc.collect()
