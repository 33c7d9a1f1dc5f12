"""Threads beside the window: whatever one of them raises is told in words, and ends nothing but that one job."""

from __future__ import annotations

import contextlib
import threading
import traceback
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

MOST_WORDS = 300
"""Letters of what an error says of itself."""


def in_words(error: BaseException) -> str:
    """Return on one line what failed, and where in the program, for whoever has to mend it."""
    if isinstance(error, OSError) and error.strerror:
        return error.strerror
    said = " ".join("".join(each if each.isprintable() else " " for each in str(error)).split())[:MOST_WORDS]
    last = traceback.extract_tb(error.__traceback__)[-1:]
    where = "".join(f" ({Path(each.filename).name}, line {each.lineno})" for each in last)
    return f"{type(error).__name__}: {said}{where}" if said else f"{type(error).__name__}{where}"


def run_beside(job: Callable[[], object], failed: Callable[[str], object], name: str) -> threading.Thread | None:
    """Do a job on a thread of its own. Raises nothing.

    What the job raises is told to `failed` in words, once, on that thread; a thread that cannot begin is told at
    once, on this one, and gives None.
    """

    def work() -> None:
        try:
            job()
        except BaseException as error:  # noqa: BLE001 - a thread that ends in silence is missed by nobody
            with contextlib.suppress(RuntimeError):  # the program may be gone by now, and whoever would be told
                failed(in_words(error))

    thread = threading.Thread(target=work, name=name, daemon=True)
    try:
        thread.start()
    except RuntimeError as error:  # the system has none left
        failed(in_words(error))
        return None
    return thread
