"""Looks at several things at once, each on a thread of its own with a limit of its own: none can hang the others."""

from __future__ import annotations

import time
from dataclasses import replace
from typing import TYPE_CHECKING

from coach.background.log import anatomy
from coach.background.threads import run_beside
from coach.core.dataclass import dataclass
from coach.core.findings import Finding
from coach.words.catalogue import plural, tr

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from threading import Thread


@dataclass(frozen=True, slots=True)
class Look:
    """One look: the name of what it looks at, what does it, and the longest that it may take."""

    what: str
    work: Callable[[], Iterable[Finding]]
    limit_s: float
    is_needed: bool = True
    """Whether a session is less than whole without what it looks at; all that it finds is told so."""


def look_at_all(looks: Iterable[Look]) -> tuple[Finding, ...]:
    """Do all looks beside each other; returns after the longest limit at the latest, in the order of the looks."""
    since = time.monotonic()
    begun = [_Begun(look) for look in looks]
    return tuple(finding for each in begun for finding in each.findings(since))


class _Begun:
    """A look that is under way."""

    def __init__(self, look: Look) -> None:
        self._look = look
        self._found: tuple[Finding, ...] | None = None
        self._thread: Thread | None = run_beside(self._work, self._fail, "look")

    def _work(self) -> None:
        try:
            self._found = tuple(replace(each, is_needed=self._look.is_needed) for each in self._look.work())
        except Exception as error:  # noqa: BLE001 - whatever a library raises, it is what was found
            # What it says may hold what a person wrote.
            self._fail(anatomy(error))

    def _fail(self, where: str) -> None:
        # Note: where in the program something failed
        words = tr("It could not be looked at: {where}", where=where)
        self._found = (self._finding(words, tr("Send this to whoever looks after coach.")),)

    def findings(self, since: float) -> tuple[Finding, ...]:
        """Return what it found, or that there was no answer within its limit, counted from `since`."""
        if self._thread is not None:
            self._thread.join(max(0.0, since + self._look.limit_s - time.monotonic()))
        if self._found is not None:
            return self._found
        seconds = round(self._look.limit_s)
        words = plural("No answer within {number} second.", "No answer within {number} seconds.", seconds)
        return (self._finding(words, tr("Log out and in again, or start the computer anew.")),)

    def _finding(self, words: str, remedy: str) -> Finding:
        return Finding(self._look.what, works=False, words=words, remedy=remedy, is_needed=self._look.is_needed)
