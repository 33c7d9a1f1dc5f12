"""Waits in which the event loop works, and other threads too."""

from __future__ import annotations

import time

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop

SLICE_S = 0.001


def wait_ms(time_ms: float) -> None:
    """Let events come in for so many ms, at least once.

    Unlike QTest.qWait, which in PySide 6.11 and 6.12 lets no other thread of Python work while it waits: the record's
    thread then takes three times as long to open a record.
    """
    end_s = time.monotonic() + time_ms / 1000
    while True:
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        left_s = end_s - time.monotonic()
        if left_s <= 0:
            return
        time.sleep(min(SLICE_S, left_s))
