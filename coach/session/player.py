"""The bridge between a session and Qt: one clock, one timer, one inbox.

The session says when it wants to be woken; the player wakes it, hands every event on, and sends a snapshot once a
second. It also notices when it could not wake it: a computer that slept has guided nobody, so the session pauses at the
last instant the player saw.
"""

from __future__ import annotations

import contextlib
from collections import deque
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from coach.background.timers import single_shot
from coach.core.events import Input, Snapshot
from coach.core.phases import NotAllowed
from coach.core.session import Session

if TYPE_CHECKING:
    from collections.abc import Collection

    from coach.core.events import Event
    from coach.core.timeline import Timeline
    from coach.session.clock import Clock

HEARTBEAT_MS = 1_000
"""Real time after which a running session looks at the clock at the latest."""

SLEPT_MS = 5_000
"""Real time between two looks at the clock from which the computer must have slept."""

FASTEST_TICK_MS = 40
"""Least real time between two ticks, also when the session runs many times as fast."""


class SessionIsLiveError(RuntimeError):
    """A session is live, and only its own end makes room for another."""


class Player(QObject):
    """Runs one session after another against a clock, `speed` times as fast as real time."""

    happened = Signal(object)
    """One core Event, in order."""
    ticked = Signal(object)
    """A Snapshot: after all that happened, and at each whole second that the countdown shows."""
    slept = Signal()
    """The session was paused because the clock had not been looked at for SLEPT_MS."""

    def __init__(self, clock: Clock, speed: int = 1, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._speed = speed
        self._session: Session | None = None
        self._seen_ms = 0
        self._inbox: deque[tuple[Input | None, int | None]] = deque()
        self._busy = False
        self._timer = single_shot(self, self._on_timeout, precise=True)

    @property
    def speed(self) -> int:
        """How many times as fast as real time the session's clock runs."""
        return self._speed

    def now_ms(self) -> int:
        """Return the session's time, in ms."""
        return self._clock.now_ms() * self._speed

    def load(
        self, timeline: Timeline, first: int = 0, done: Collection[int] = frozenset(), *, gently: bool = False
    ) -> None:
        """Take a new timeline and stand ready.

        A session that is continued begins with the block `first`; `done` holds the indices of blocks done before.
        Raises SessionIsLiveError while a session is live.
        """
        if self.is_live:
            message = "a session is live"
            raise SessionIsLiveError(message)
        self._timer.stop()
        self._inbox.clear()
        self._seen_ms = self._clock.now_ms()
        self._session = Session(timeline, self._seen_ms * self._speed, first, done, gently=gently)
        self.ticked.emit(self.snapshot())

    @property
    def is_live(self) -> bool:
        """Whether a session has begun and is not over."""
        return self._session is not None and self._session.phase.is_live

    def snapshot(self) -> Snapshot | None:
        """Describe this instant, or None while nothing is loaded."""
        if self._session is None:
            return None
        now_ms = self.now_ms()
        # What is due has had no event yet, so the snapshot must not be later than that.
        due_ms = self._session.deadline()
        return self._session.snapshot(now_ms if due_ms is None else min(now_ms, due_ms))

    def send(self, wanted: Input, position: int | None = None) -> None:
        """Do what the input asks for now; where it is not allowed, nothing happens.

        Called from a listener of `happened`, it is done once all listeners have had the present events.
        """
        self._inbox.append((wanted, position))
        self._work()

    def look(self) -> None:
        """Look at the clock and catch up."""
        self._inbox.append((None, None))
        self._work()

    def _on_timeout(self) -> None:
        self.look()

    def _work(self) -> None:
        if self._busy or self._session is None:
            return
        self._busy = True
        try:
            while self._inbox and self._session is not None:
                self._take(self._session, *self._inbox.popleft())
        finally:
            self._busy = False
        self._arm()

    def _take(self, session: Session, wanted: Input | None, position: int | None) -> None:
        real_ms = self._clock.now_ms()
        if session.runs and real_ms - self._seen_ms > SLEPT_MS:
            self._tell(session.handle(Input.PAUSE, self._seen_ms * self._speed))
            self.slept.emit()
            # An input that was meant for the running session is dropped, but for those that stop or end it.
            if wanted not in {Input.PAIN_STOP, Input.BECAUSE_OF_PAIN, Input.END}:
                wanted = None
        self._seen_ms = real_ms
        now_ms = real_ms * self._speed
        self._tell(session.advance(now_ms))
        if wanted is Input.BECAUSE_OF_PAIN and wanted not in session.snapshot(now_ms).allowed:
            wanted = Input.PAIN_STOP  # the 12 s ended before it was handled, but it hurts all the same
        if wanted is not None:
            # A key may have no meaning here; the table of commands shows it as disabled.
            with contextlib.suppress(NotAllowed):
                self._tell(session.handle(wanted, now_ms, position))
        snapshot = self.snapshot()
        if snapshot is not None:
            self.ticked.emit(snapshot)

    def _tell(self, events: tuple[Event, ...]) -> None:
        for event in events:
            self.happened.emit(event)

    def _arm(self) -> None:
        snapshot = self.snapshot()
        if self._session is None or snapshot is None or (due_ms := self._session.deadline()) is None:
            self._timer.stop()
            return
        next_second_ms = snapshot.countdown_ms - (snapshot.seconds - 1) * 1000
        tick_ms = max(min(next_second_ms, HEARTBEAT_MS * self._speed), FASTEST_TICK_MS * self._speed)
        wait_ms = due_ms - snapshot.now_ms
        if snapshot.runs:
            wait_ms = min(tick_ms, wait_ms)
        self._timer.start(max(0, -(-wait_ms // self._speed)))
