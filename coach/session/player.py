"""The bridge between a session and Qt: one clock, one timer, one inbox.

The session says when it wants to be woken; the player wakes it, hands every event on, and sends a snapshot once a
second, or, while nobody sees it, when something happens. It also notices when it could not wake it: a computer that
slept has guided nobody, so the session pauses at the last instant the player saw.
"""

from __future__ import annotations

import contextlib
from collections import deque
from typing import TYPE_CHECKING, NamedTuple

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

UNSEEN_MS = 10_000
"""The same, in time of the session, while nobody sees it: its place is stored as often.

Each look costs half a millisecond, and three in four of them were for the place alone. A kill in a minimised window so
leads back by 10 s at most, in a visible one by 5.
"""

SLEPT_MS = 5_000
"""Real time between two looks at the clock from which the computer must have slept."""

LATE_MS = SLEPT_MS - HEARTBEAT_MS
"""The same beyond the time for which the player meant to sleep, where that is longer than a second."""

FASTEST_TICK_MS = 40
"""Least real time between two ticks, also when the session runs many times as fast."""


class SessionIsLiveError(RuntimeError):
    """A session is live, and only its own end makes room for another."""


class _Order(NamedTuple):
    wanted: Input | None = None
    position: int | None = None
    is_quiet: bool = False
    """Whether nobody has to be told where nothing happened."""


class Player(QObject):
    """Runs one session after another against a clock, `speed` times as fast as real time."""

    happened = Signal(object)
    """One core Event, in order."""
    ticked = Signal(object)
    """A Snapshot: after all that happened, and while it is seen at each whole second that the countdown shows."""
    lasted = Signal(object)
    """A Snapshot: nothing happened, nobody sees the session, and it goes on."""
    speed_changed = Signal(int)
    """The next session runs as many times as fast as real time."""
    slept = Signal()
    """The session was paused because the clock had not been looked at for SLEPT_MS."""

    def __init__(self, clock: Clock, speed: int = 1, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._speed = self._usual = speed
        self._session: Session | None = None
        self._looked_ms = 0
        self._sleep_ms = 0
        """Real time from the last look to the next one."""
        self._is_seen = True
        self._inbox: deque[_Order] = deque()
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
        self,
        timeline: Timeline,
        first: int = 0,
        done: Collection[int] = frozenset(),
        *,
        gently: bool = False,
        speed: int = 0,
    ) -> None:
        """Take a new timeline and stand ready.

        A session that is continued begins with the block `first`; `done` holds the indices of blocks done before.
        `speed` is that of this session alone, 0 for the usual one.
        Raises SessionIsLiveError while a session is live.
        """
        if self.is_live:
            message = "a session is live"
            raise SessionIsLiveError(message)
        self._timer.stop()
        self._inbox.clear()
        speed = speed or self._usual
        if speed != self._speed:
            self._session, self._speed = None, speed  # what is over was measured by another clock
            self.speed_changed.emit(speed)
        self._looked_ms = self._clock.now_ms()
        self._session = Session(timeline, self._looked_ms * self._speed, first, done, gently=gently)
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
        self._inbox.append(_Order(wanted, position))
        self._work()

    def look(self) -> None:
        """Look at the clock and catch up."""
        self._inbox.append(_Order())
        self._work()

    def set_seen(self, *, seen: bool) -> None:
        """Say whether the session can be seen: else it is looked after less often. What comes into sight is told."""
        self._is_seen = seen
        self.look()

    def catch_up_after_sleep(self) -> None:
        """Look at the clock if the computer slept: whoever has a timer of their own may be awake before the player."""
        if self._session is not None and self._has_slept(self._session, self._clock.now_ms()):
            self.look()

    def _on_timeout(self) -> None:
        self._inbox.append(_Order(is_quiet=not self._is_seen))
        self._work()

    def _has_slept(self, session: Session, real_ms: int) -> bool:
        return session.runs and real_ms - self._looked_ms > max(SLEPT_MS, self._sleep_ms + LATE_MS)

    def _work(self) -> None:
        if self._busy or self._session is None:
            return
        self._busy = True
        try:
            while self._inbox and self._session is not None:
                self._take(self._session, self._inbox.popleft())
        finally:
            self._busy = False
        self._arm()

    def _take(self, session: Session, order: _Order) -> None:
        wanted, position, is_quiet = order
        real_ms = self._clock.now_ms()
        if self._has_slept(session, real_ms):
            self._tell(session.handle(Input.PAUSE, self._looked_ms * self._speed))
            self.slept.emit()
            is_quiet = False
            # An input that was meant for the running session is dropped, but for those that stop or end it.
            if wanted not in {Input.PAIN_STOP, Input.BECAUSE_OF_PAIN, Input.END}:
                wanted = None
        self._looked_ms = real_ms
        now_ms = real_ms * self._speed
        was_due_ms = session.deadline()
        is_quiet = is_quiet and (was_due_ms is None or was_due_ms > now_ms)
        self._tell(session.advance(now_ms))
        if wanted is Input.BECAUSE_OF_PAIN and wanted not in session.snapshot(now_ms).allowed:
            wanted = Input.PAIN_STOP  # the 12 s ended before it was handled, but it hurts all the same
        if wanted is not None:
            # A key may have no meaning here; the table of commands shows it as disabled.
            with contextlib.suppress(NotAllowed):
                self._tell(session.handle(wanted, now_ms, position))
        snapshot = self.snapshot()
        if snapshot is not None:
            (self.lasted if is_quiet else self.ticked).emit(snapshot)

    def _tell(self, events: tuple[Event, ...]) -> None:
        for event in events:
            self.happened.emit(event)

    def _arm(self) -> None:
        snapshot = self.snapshot()
        if self._session is None or snapshot is None or (due_ms := self._session.deadline()) is None:
            self._timer.stop()
            return
        wait_ms = due_ms - snapshot.now_ms
        if snapshot.runs:
            wait_ms = min(self._tick_ms(snapshot), wait_ms)
        self._sleep_ms = max(0, -(-wait_ms // self._speed))
        self._timer.start(self._sleep_ms)

    def _tick_ms(self, snapshot: Snapshot) -> int:
        """Return the time of the session until somebody has to be told, also where nothing happens."""
        next_second_ms = snapshot.countdown_ms - (snapshot.seconds - 1) * 1000
        tick_ms = min(next_second_ms, HEARTBEAT_MS * self._speed) if self._is_seen else UNSEEN_MS
        return max(tick_ms, FASTEST_TICK_MS * self._speed)
