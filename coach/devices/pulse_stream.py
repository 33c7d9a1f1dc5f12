"""A stream to the sound server that stays: a clip is handed over whole, and between clips the server plays silence."""

from __future__ import annotations

from ctypes import byref
from typing import TYPE_CHECKING, NamedTuple

from coach.devices.libpulse import (
    AT_THE_READ_PLACE,
    ON_DONE,
    ON_STATE,
    SAMPLES_16_BIT,
    START_CORKED,
    STREAM_FAILED,
    STREAM_READY,
    UNSET,
    BufferAttributes,
    SampleSpec,
)

if TYPE_CHECKING:
    from coach.devices.pulse_connection import Connection

TARGET_MS, REQUEST_MS = 2_100, 1_000
"""What the server would like to hold, and by how much it asks: each time wakes both, also while it plays its silence.

The first less twice the second is what the device may hold. Nothing less makes the server spin
(docs/decisions/0038-libpulse.md).
"""


class Format(NamedTuple):
    """How many samples a second, of how many channels, of 16 bit."""

    rate: int
    channels: int

    def bytes_of(self, time_ms: int) -> int:
        """Return how many bytes that time takes."""
        return self.rate * self.channels * 2 * time_ms // 1_000


class Stream:
    """One stream. It is corked while nobody needs it, so that the device may sleep."""

    def __init__(self, connection: Connection, name: bytes, format_: Format) -> None:
        """Ask for it; it is there as soon as the server has answered."""
        self._connection, self._library = connection, connection.library
        self.is_corked = True
        self.quiet = self.flowed = 0
        """Answers in a row by which it had not read on, or that have not come; and all by which it had."""
        self._is_asked = False
        self._read_index = -1
        self._state = 0
        spec = SampleSpec(SAMPLES_16_BIT, format_.rate, format_.channels)
        # Nothing before the start: the server runs on without data, and what comes is heard at once.
        held = BufferAttributes(UNSET, format_.bytes_of(TARGET_MS), 0, format_.bytes_of(REQUEST_MS), UNSET)
        self._callbacks = ON_STATE(self._on_state), ON_DONE(self._on_timing)
        with connection.locked():
            self._stream = self._library.stream_new(connection.context, name, byref(spec), None) or 0
            self._is_broken = not self._stream
            if self._stream:
                self._library.stream_on_state(self._stream, self._callbacks[0], None)
                status = self._library.stream_connect(self._stream, None, byref(held), START_CORKED, None, None)
                self._is_broken = status < 0

    @property
    def is_there(self) -> bool:
        """Whether the server has taken it."""
        return not self._is_broken and self._state == STREAM_READY

    @property
    def is_over(self) -> bool:
        """Whether the server has refused or closed it."""
        return self._is_broken or self._state >= STREAM_FAILED

    def play(self, samples: bytes) -> None:
        """Play these samples now, in place of what is left of others."""
        with self._connection.locked():
            self._library.let_go(self._library.stream_flush(self._stream, None, None))
            self._library.stream_write(self._stream, samples, len(samples), None, 0, AT_THE_READ_PLACE)
            self._cork(corked=False)

    def flush(self) -> None:
        """Be silent at once."""
        with self._connection.locked():
            self._library.let_go(self._library.stream_flush(self._stream, None, None))

    def cork(self, *, corked: bool) -> None:
        """Let the device sleep, or keep it awake with silence."""
        if corked != self.is_corked:
            with self._connection.locked():
                self._cork(corked=corked)

    def look(self) -> None:
        """Ask the server how far it has read; an older question without answer counts. Quiet answers are news."""
        with self._connection.locked():
            self.quiet += self._is_asked
            self._is_asked = True
            self._library.let_go(self._library.stream_ask_timing(self._stream, self._callbacks[1], None))

    def forget_looks(self) -> None:
        """Begin to look anew."""
        with self._connection.locked():
            self.quiet = self.flowed = 0
            self._is_asked = False

    def _cork(self, *, corked: bool) -> None:
        if corked != self.is_corked and self._library.stream_state(self._stream) == STREAM_READY:
            self.is_corked = corked
            self._library.let_go(self._library.stream_cork(self._stream, int(corked), None, None))

    # On libpulse's thread, which holds the lock

    def _on_state(self, stream: int, _data: object) -> None:
        self._state = self._library.stream_state(stream)
        self._connection.news()

    def _on_timing(self, stream: int, _is_done: int, _data: object) -> None:
        timing = self._library.stream_timing(stream)
        before, self._read_index = self._read_index, int(timing.contents.read_index) if timing else -1
        self._is_asked = False
        if self._read_index != before:
            self.quiet = 0
            self.flowed += 1
        else:
            self.quiet += 1
            self._connection.news()
