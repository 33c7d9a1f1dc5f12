"""Keeps the screen on while a session runs: a person on the floor moves neither mouse nor keys.

wakepy asks the system, on a thread of its own here, because a slow D-Bus may take seconds. Nothing outlives a crash:
the desktops of Linux drop what a program asked for when its connection to the bus closes, Windows when the thread ends,
and on macOS the helper reads a pipe from us and ends with it.
"""

from __future__ import annotations

import contextlib
import queue
import sys
from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from coach.background.threads import run_beside
from coach.background.timers import single_shot
from coach.waves import later

if TYPE_CHECKING:
    import threading
    from collections.abc import Iterator

    import wakepy

    from coach.core.events import Snapshot
    from coach.devices import awake_bus
else:
    awake_bus, wakepy = later("coach.devices.awake_bus"), later("wakepy")

LONG_PAUSE_MS = 300_000
"""Length of a pause or a wait after which the screen may go dark."""
PATIENCE_MS = 5_000
"""Time after which a missing answer counts as a refusal."""


class KeepAwake:
    """Decides when the screen has to stay on: while a clock runs, and for 5 min of a pause or a wait."""

    def __init__(self) -> None:
        self._still_since_ms: int | None = None

    def wants(self, snapshot: Snapshot | None, now_ms: int) -> bool:
        """Tell whether the screen has to stay on at this instant of real time, in ms."""
        runs = snapshot is not None and snapshot.runs
        if runs or snapshot is None or not snapshot.phase.is_live:
            self._still_since_ms = None
            return runs
        if self._still_since_ms is None:
            self._still_since_ms = now_ms
        return now_ms < self._still_since_ms + LONG_PAUSE_MS

    def left_ms(self, now_ms: int) -> int | None:
        """Return the ms until the answer of `wants` changes by itself; None where it does not."""
        if self._still_since_ms is None:
            return None
        left_ms = self._still_since_ms + LONG_PAUSE_MS - now_ms
        return left_ms if left_ms > 0 else None


class Awake(QObject):
    """Keeps the screen on, or lets it go dark. This one is silent: it does nothing."""

    failed = Signal()
    """The screen cannot be kept on; sent once."""

    def hold(self) -> None:
        """Keep the screen on."""

    def release(self) -> None:
        """Let the screen go dark again."""


class _Order(Enum):
    HOLD = "hold"
    RELEASE = "release"


class ScreenAwake(Awake):
    """Asks the system to keep the screen on."""

    _answered = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self._orders: queue.SimpleQueue[_Order] = queue.SimpleQueue()
        self._thread: threading.Thread | None = None
        self._was_told = False
        self._patience = single_shot(self, self._on_silence)
        self._answered.connect(self._on_answered)

    def hold(self) -> None:
        """Keep the screen on; where that did not work before, it is tried again."""
        if self._thread is None or not self._thread.is_alive():
            self._thread = run_beside(self._work, lambda _why: self._answered.emit(False), "keep awake")  # noqa: FBT003
        self._orders.put(_Order.HOLD)
        self._patience.start(PATIENCE_MS)

    def release(self) -> None:
        """Let the screen go dark again."""
        self._patience.stop()
        if self._thread is not None:
            self._orders.put(_Order.RELEASE)

    def _work(self) -> None:
        while True:
            if self._orders.get() is _Order.RELEASE:
                continue
            is_lit = False
            try:
                # The screen stays on for as long as the context is open: the thread waits inside it.
                with _lit() as is_lit:
                    self._answered.emit(is_lit)
                    while self._orders.get() is _Order.HOLD:
                        pass
            except Exception:  # noqa: BLE001 - whatever a library raises, the next session asks again
                # Not logged: the log would have the times of sessions; `coach doctor` asks for itself.
                # Giving back fails where the bus died meanwhile; then there is nothing to give back.
                if not is_lit:
                    self._answered.emit(False)  # noqa: FBT003 - a signal's argument

    def _on_answered(self, active: bool) -> None:  # noqa: FBT001 - a signal's argument
        self._patience.stop()
        if not active:
            self._on_silence()

    def _on_silence(self) -> None:
        if not self._was_told:
            self._was_told = True
            self.failed.emit()


@contextlib.contextmanager
def _lit() -> Iterator[bool]:
    """Keep the screen on within `with`; yields whether that worked."""
    if sys.platform == "linux":
        with awake_bus.lit() as is_lit:
            yield is_lit
        return
    with wakepy.keep.presenting(on_fail="pass") as mode:
        yield mode.active
