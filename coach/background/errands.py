"""Jobs beside the window for somebody who waits for the answer, which comes back on the thread of the window."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from coach.background.threads import run_beside

if TYPE_CHECKING:
    import threading
    from collections.abc import Callable

FINISH_S = 2.0
"""How long the end of the program waits for a job."""

_Answer = TypeVar("_Answer")


class Errands(QObject):
    """Does jobs, each on a thread of its own. After `finish` nobody hears of what is still under way."""

    _answered = Signal(object, object)

    def __init__(self) -> None:
        super().__init__()
        self._threads: list[threading.Thread] = []
        self._is_over = False
        self._answered.connect(self._on_answered)

    def do(
        self, job: Callable[[], _Answer], then: Callable[[_Answer], object], failed: Callable[[str], object], name: str
    ) -> None:
        """Do a job; `then` gets its answer, or `failed` in words what it raised."""

        def work() -> None:
            self._answered.emit(then, job())

        self._threads = [thread for thread in self._threads if thread.is_alive()]
        thread = run_beside(work, lambda why: self._answered.emit(failed, why), name)
        if thread is not None:
            self._threads.append(thread)

    def finish(self) -> None:
        """Wait for the threads: one that still runs when Python ends has no object left to signal."""
        self._is_over = True
        for thread in self._threads:
            thread.join(FINISH_S)

    def _on_answered(self, then: Callable[[object], object], answer: object) -> None:
        if not self._is_over:
            then(answer)
