"""Ends the sound helper where a turn of its loop takes too long, by a timer of the kernel.

A call that blocks, or a library that spins, hears of nothing else; and coach need not ask whether it lives.
"""

from __future__ import annotations

import signal

MOST_S = 2.0
"""Most time that a turn may take, besides what it waits for."""


class OverdueTurn:
    """Set anew with each turn, which costs a call and wakes nobody; it needs neither this process nor coach to look."""

    def __init__(self) -> None:
        # Whoever started us may have had it ignored or blocked: both are inherited.
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGALRM})

    @staticmethod
    def begin(wait_s: float | None) -> None:
        """Begin a turn that first waits for so long, or for whatever comes: then nothing is overdue."""
        signal.setitimer(signal.ITIMER_REAL, 0.0 if wait_s is None else max(0.0, wait_s) + MOST_S)
