"""What a measured program prints: one line a mark, a name and the monotonic time in ns."""

from __future__ import annotations

import time


def mark(name: str) -> None:
    """Tell the measuring process that this has happened now."""
    now_ns = time.monotonic_ns()
    print(name, now_ns, flush=True)
