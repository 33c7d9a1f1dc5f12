"""Work beside the window that ends with its object, and never destroys it.

A thread that is the last to know a QObject destroys it when it ends. That object belongs to another thread, which may
be telling it something just then: the program crashes. So a worker knows itself for as long as a thread of it runs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from coach.background.threads import FINISH_S, run_beside

if TYPE_CHECKING:
    import threading
    from collections.abc import Callable


class Worker(QObject):
    """Does jobs, each on a thread of its own. What it tells, it tells by signals."""

    _ended = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._threads: list[threading.Thread] = []
        self._running = 0
        self._kept: Worker | None = None
        self._ended.connect(self._on_ended)

    def begin(self, job: Callable[[], object], failed: Callable[[str], object], name: str) -> None:
        """Begin a job; `failed` gets in words what it raised, on its thread, or at once where no thread can start."""

        def work() -> None:
            try:
                job()
            finally:
                self._ended.emit()

        self._kept = self
        self._running += 1
        thread = run_beside(work, failed, name)
        if thread is None:
            self._ended.emit()
        else:
            self._threads.append(thread)

    def finish(self) -> None:
        """Wait until the threads are done: one that still runs when Python ends has no object left to signal."""
        for thread in self._threads:
            thread.join(FINISH_S)

    def _on_ended(self) -> None:
        self._running -= 1
        if self._running:
            return
        for thread in self._threads:  # they have said their last words, and go
            thread.join()
        self._threads.clear()
        # Not here: this may be the last that knows it, and nothing may be destroyed while it is being told something.
        QTimer.singleShot(0, self._let_go)

    def _let_go(self) -> None:
        if not self._running:
            self._kept = None
