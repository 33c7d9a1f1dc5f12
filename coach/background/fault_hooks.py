"""Has what nobody has caught go into the log, wherever it was raised, before it is told as Python tells it."""

from __future__ import annotations

import contextlib
import sys
import threading
from typing import TYPE_CHECKING

from coach.waves import later

if TYPE_CHECKING:
    from types import TracebackType

    from coach.background import log
else:
    log = later("coach.background.log")


def log_what_nobody_catches() -> None:
    """From now on log every exception that reaches the top: in a slot of Qt, on a thread, or where nobody can catch."""
    on_main, on_thread, on_none = sys.excepthook, threading.excepthook, sys.unraisablehook

    def main(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        _log("not caught", error)
        on_main(kind, error, trace)

    def thread(told: threading.ExceptHookArgs) -> None:
        _log("not caught on a thread", told.exc_value)
        on_thread(told)

    def nowhere(told: sys.UnraisableHookArgs) -> None:
        _log("not to be caught", told.exc_value)
        on_none(told)

    sys.excepthook, threading.excepthook, sys.unraisablehook = main, thread, nowhere


def _log(what: str, error: BaseException | None) -> None:
    # Python is perhaps about to end, or without memory: what it tells of the fault comes first.
    with contextlib.suppress(Exception):
        if error is not None and not isinstance(error, SystemExit | KeyboardInterrupt):
            log.failed(what, error)
