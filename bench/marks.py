"""What a measured program prints: a line a mark, of a name, the monotonic time in ns, and numbers that belong to it."""

from __future__ import annotations

import time

WITHOUT_FIGURES = "--without-figures"
"""Has the measured coach not load any figure."""


def mark(name: str, *values: float) -> None:
    """Tell the measuring process that this has happened now."""
    now_ns = time.monotonic_ns()
    print(name, now_ns, *values, flush=True)
