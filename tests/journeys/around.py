"""What all walks of a process share: who is told of each step, what failed inside, and what was found."""

from __future__ import annotations

import sys
import traceback
from functools import cache
from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from types import TracebackType

    from PySide6.QtWidgets import QApplication


class BrokenError(AssertionError):
    """A rule did not hold after a step."""


@cache
def broken(rule: str) -> type[BrokenError]:
    """Return an error of its own for a rule: a walk is made shorter only as long as the same rule is broken."""
    return type(f"{rule.title().replace(' ', '')}BrokenError", (BrokenError,), {})


class Finding(NamedTuple):
    """Which rule did not hold, after which step, and how."""

    rule: str
    number: int
    step: str
    text: str


class Trouble:
    """Hears what fails inside the program, where Qt would only print it."""

    def __init__(self) -> None:
        self.lines: list[str] = []

    def hear(self, kind: type[BaseException], error: BaseException, where: TracebackType | None) -> None:
        """Keep an exception that nobody caught."""
        last = traceback.extract_tb(where)[-1:] if where is not None else []
        at = f" in {last[0].name}, {last[0].filename.rpartition('/')[2]}" if last else ""
        self.lines.append(f"{kind.__name__}: {error}{at}")
        traceback.print_exception(kind, error, where, file=sys.stderr)

    def take(self) -> list[str]:
        """Return what was heard, and forget it."""
        heard, self.lines = self.lines, []
        return heard


class Teller(Protocol):
    """Hears what happens in a walk."""

    def open(self, words: str) -> None:
        """Hear that the program is opened."""

    def step(self, words: str) -> None:
        """Hear of a step before it is taken."""

    def find(self, found: Finding) -> None:
        """Hear that a rule did not hold."""


class Surroundings:
    """What all walks of a process share: the application, who is told, and what was found."""

    def __init__(self, app: QApplication, teller: Teller, *, goes_on: bool) -> None:
        """`goes_on` keeps walking after a rule was broken."""
        self.app, self.teller, self.goes_on = app, teller, goes_on
        self.trouble = Trouble()
        self.steps = 0
