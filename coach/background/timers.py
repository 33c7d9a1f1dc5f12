"""Timers that go off once after each start."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QObject


def single_shot(owner: QObject, then: Callable[[], object], after_ms: int = 0, *, precise: bool = False) -> QTimer:
    """Return a timer that calls `then` once, `after_ms` after each start.

    A precise one is late by about a millisecond, a coarse one by up to 5 % of its interval.
    """
    kind = Qt.TimerType.PreciseTimer if precise else Qt.TimerType.CoarseTimer
    timer = QTimer(owner, singleShot=True, interval=after_ms, timerType=kind)
    timer.timeout.connect(then)
    return timer
