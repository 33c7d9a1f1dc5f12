"""Jobs beside the window for somebody who waits for the answer, which comes back on the thread of the window."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Signal

from coach.background.worker import Worker

if TYPE_CHECKING:
    from collections.abc import Callable

_Answer = TypeVar("_Answer")


class Errands(Worker):
    """Does jobs, each on a thread of its own. After `finish` nobody hears of what is still under way.

    Who waits is known here alone: what a page hands in as `then` or `failed` never goes with a thread, which could be
    the last to know the page.
    """

    _answered = Signal(int, object)
    _failed = Signal(int, str)

    def __init__(self) -> None:
        super().__init__()
        self._numbers = count()
        self._waiting: dict[int, tuple[Callable[[object], object], Callable[[str], object]]] = {}
        self._answered.connect(self._on_answered)
        self._failed.connect(self._on_failed)

    def do(
        self, job: Callable[[], _Answer], then: Callable[[_Answer], object], failed: Callable[[str], object], name: str
    ) -> None:
        """Do a job, which knows no object of Qt; `then` gets its answer, or `failed` in words what it raised."""
        number = next(self._numbers)
        self._waiting[number] = (then, failed)  # type: ignore[assignment]  # each gets the answer of its own job
        self.begin(lambda: self._answered.emit(number, job()), lambda why: self._failed.emit(number, why), name)

    def finish(self) -> None:
        """Wait for the threads, and tell nobody any more."""
        self._waiting.clear()
        super().finish()

    def _on_answered(self, number: int, answer: object) -> None:
        if number in self._waiting:
            self._waiting.pop(number)[0](answer)

    def _on_failed(self, number: int, why: str) -> None:
        if number in self._waiting:
            self._waiting.pop(number)[1](why)
