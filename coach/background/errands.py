"""Jobs beside the window for somebody who waits for the answer, which comes back on the thread of the window."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Signal

from coach.background.worker import Worker

if TYPE_CHECKING:
    from collections.abc import Callable

_Answer = TypeVar("_Answer")


class Errands(Worker):
    """Does jobs, each on a thread of its own. After `finish` nobody hears of what is still under way."""

    _answered = Signal(object, object)

    def __init__(self) -> None:
        super().__init__()
        self._is_over = False
        self._answered.connect(self._on_answered)

    def do(
        self, job: Callable[[], _Answer], then: Callable[[_Answer], object], failed: Callable[[str], object], name: str
    ) -> None:
        """Do a job; `then` gets its answer, or `failed` in words what it raised."""
        self.begin(lambda: self._answered.emit(then, job()), lambda why: self._answered.emit(failed, why), name)

    def finish(self) -> None:
        """Wait for the threads; what they answer now is for nobody."""
        self._is_over = True
        super().finish()

    def _on_answered(self, then: Callable[[object], object], answer: object) -> None:
        if not self._is_over:
            then(answer)
