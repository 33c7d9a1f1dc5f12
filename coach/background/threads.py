"""Background threads: whatever a job raises is reported in words and ends that job alone."""

from __future__ import annotations

import contextlib
import threading
import traceback
from pathlib import Path
from typing import TYPE_CHECKING

from coach.waves import later

if TYPE_CHECKING:
    from collections.abc import Callable

    from coach.background import log
else:
    log = later("coach.background.log")

FINISH_S = 2.0
"""How long the end of the program waits for a thread, as on a slow disk."""
MOST_WORDS = 300
"""Longest part of an error's own message that is shown, in characters."""


def in_words(error: BaseException) -> str:
    """Return on one line what failed and where in the program, as a bug report needs it."""
    if isinstance(error, OSError) and error.strerror:
        return error.strerror
    printable = "".join(letter if letter.isprintable() else " " for letter in str(error))
    message = " ".join(printable.split())[:MOST_WORDS]
    last = traceback.extract_tb(error.__traceback__)[-1:]
    where = "".join(f" ({Path(frame.filename).name}, line {frame.lineno})" for frame in last)
    return f"{type(error).__name__}: {message}{where}" if message else f"{type(error).__name__}{where}"


def run_beside(job: Callable[[], object], failed: Callable[[str], object], name: str) -> threading.Thread | None:
    """Do a job on a thread of its own. Raises nothing.

    `failed` gets in words what the job raises, once, on that thread; the log has its kind and its places. Where no
    thread can start, it gets that at once, on the calling thread, and None is returned.
    """

    def work() -> None:
        try:
            job()
        except BaseException as error:  # noqa: BLE001 - a thread that ends in silence goes unnoticed
            with contextlib.suppress(Exception):  # whatever keeps it from being logged, it is told
                log.failed(name, error)
            # the program may be gone by now, and the object of the signal with it
            with contextlib.suppress(RuntimeError):
                failed(in_words(error))

    thread = threading.Thread(target=work, name=name, daemon=True)
    try:
        thread.start()
    except RuntimeError as error:  # the system has none left
        failed(in_words(error))
        return None
    return thread
