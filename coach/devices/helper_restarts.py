"""When a sound helper that has ended is started again: at once, soon, or not before there may be a server."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from coach.background.timers import single_shot
from coach.devices.sound_protocol import NO_SERVER
from coach.devices.sound_server import ServerWatch

RETRY_MS, SLOWEST_MS = 2_000, 60_000
"""Wait between two starts of a helper that keeps failing: 2 s in a session, else 2 s, 4 s and so on up to a minute.

Without a server always a minute outside a session: what nobody uses costs next to nothing.
"""
WATCHED_MS = 10_000
"""Wait in a session without a server, where it is watched whether one appears; else RETRY_MS.

Where there is not even a socket of one, each wait is twice the last, up to a minute: one that appears is seen at once.
"""
SOON_MS = 250, 500, 1_000
"""The first waits after a server has appeared: it may answer a little later."""


class HelperRestarts(QObject):
    """Says when, and watches for a server meanwhile."""

    due = Signal()
    """Start it now."""

    def __init__(self, parent: QObject | None) -> None:
        super().__init__(parent)
        self._is_awake = False
        """Whether a session runs."""
        self._failures = 0
        self._watched_ms = WATCHED_MS
        self._soon: list[int] = []
        self._timer = single_shot(self, self.due.emit, precise=True)
        self._server = ServerWatch(self)
        self._server.appeared.connect(self._on_appeared)

    def set_awake(self, *, awake: bool) -> None:
        """Say whether a session runs."""
        if awake and not self._is_awake:
            self._watched_ms = WATCHED_MS
        self._is_awake = awake

    def note_start(self) -> None:
        """Note that a helper is started now, for whatever reason."""
        self._timer.stop()
        self._server.stop()
        self._server.note()

    def plan(self, status: int, *, was_proven: bool) -> None:
        """Plan the next start after a helper ended with that exit status; `was_proven`: it had worked for a while."""
        if status == NO_SERVER:
            self._timer.start(self._wait_for_a_server_ms())
        else:
            self._failures = 1 if was_proven else self._failures + 1
            self._watched_ms = WATCHED_MS
            self._timer.start(self._wait_ms())
        self._server.start()

    def stop(self) -> None:
        """Plan nothing more."""
        self._timer.stop()
        self._server.stop()

    def _wait_ms(self) -> int:
        if self._failures == 1:
            return 0
        return RETRY_MS if self._is_awake else min(RETRY_MS << min(self._failures - 2, 8), SLOWEST_MS)

    def _wait_for_a_server_ms(self) -> int:
        if self._soon:
            return self._soon.pop(0)
        if not self._is_awake:
            return SLOWEST_MS
        if not self._server.can_see:
            return RETRY_MS
        if self._server.is_there:
            return WATCHED_MS
        wait_ms, self._watched_ms = self._watched_ms, min(2 * self._watched_ms, SLOWEST_MS)
        return wait_ms

    def _on_appeared(self) -> None:
        self._soon = list(SOON_MS)
        self._timer.start(0)
