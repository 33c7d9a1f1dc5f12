"""Every file call of coach on its data folder passes here: it is counted, noted, and one of them can be spoiled."""

from __future__ import annotations

import os
import signal
import threading
from collections import Counter
from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable


class Fault(Enum):
    """How a call goes wrong."""

    ENOSPC = "ENOSPC"
    EIO = "EIO"
    EACCES = "EACCES"
    ENOLCK = "ENOLCK"
    SHORT = "short"
    """Half of what was to be written is, or half of what was to be read; for other calls an EINTR."""
    KILL = "kill"
    """The call is done, and the process killed right after it."""


class Call(NamedTuple):
    """One call of a run: the how manyth it is on its thread. Threads run side by side, so they are counted apart."""

    thread: str
    number: int


@dataclass(frozen=True, slots=True)
class Spoil:
    """Which call goes wrong, and how; with `lasts` every later one on any thread does as well."""

    call: Call
    fault: Fault
    lasts: bool = False

    def __str__(self) -> str:
        after = " and all after it" if self.lasts else ""
        return f"{self.fault.value} at call {self.call.number} of {self.call.thread}{after}"


@dataclass
class Gate:
    """Counts the calls of each thread, spoils what it was asked to, and tells whoever notes what is done."""

    spoil: Spoil | None = None
    is_open: bool = True
    """Whether calls pass uncounted: before the program begins, and after it ended."""
    calls: Counter[str] = field(default_factory=Counter)
    names: dict[Call, str] = field(default_factory=dict)
    """What each call was."""
    noted: Callable[[str, tuple[object, ...]], None] | None = None
    """Hears of everything that changes the disk, in order."""
    _goes_on: bool = False
    _lock: threading.RLock = field(default_factory=threading.RLock)

    def enter(self, name: str) -> Fault | None:
        """Return what is to go wrong with this call, None where nothing is."""
        if self.is_open:
            return None
        with self._lock:
            thread = threading.current_thread().name
            self.calls[thread] += 1
            call = Call(thread, self.calls[thread])
            self.names[call] = name
            spoil = self.spoil
            if spoil is None or not (self._goes_on or call == spoil.call):
                return None
            self._goes_on = spoil.lasts
            return spoil.fault

    def note(self, what: str, *values: object) -> None:
        """Note a change of the disk that was done."""
        if self.noted is not None and not self.is_open:
            with self._lock:
                self.noted(what, values)


def kill() -> None:
    """End this process as a power switch would: nothing of it runs any more."""
    os.kill(os.getpid(), signal.SIGKILL)
