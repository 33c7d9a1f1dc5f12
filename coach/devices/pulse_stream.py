"""A stream to the sound server that stays: a clip is handed over whole, and between clips the server plays silence."""

from __future__ import annotations

from ctypes import byref
from typing import TYPE_CHECKING, NamedTuple

from coach.devices.libpulse import (
    AT_THE_READ_PLACE,
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

TARGET_MS, REQUEST_MS = 300, 100
"""What the server would like to hold, and by how much it asks.

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
        self._read_index = -1
        spec = SampleSpec(SAMPLES_16_BIT, format_.rate, format_.channels)
        # Nothing before the start: the server runs on without data, and what comes is heard at once.
        held = BufferAttributes(UNSET, format_.bytes_of(TARGET_MS), 0, format_.bytes_of(REQUEST_MS), UNSET)
        self._on_state = ON_STATE(lambda _stream, _data: connection.news())
        with connection.locked():
            self._stream = self._library.stream_new(connection.context, name, byref(spec), None) or 0
            self._is_broken = not self._stream
            if self._stream:
                self._library.stream_on_state(self._stream, self._on_state, None)
                status = self._library.stream_connect(self._stream, None, byref(held), START_CORKED, None, None)
                self._is_broken = status < 0

    @property
    def is_there(self) -> bool:
        """Whether the server has taken it."""
        return not self._is_broken and self._state() == STREAM_READY

    @property
    def is_over(self) -> bool:
        """Whether the server has refused or closed it."""
        return self._is_broken or self._state() >= STREAM_FAILED

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

    def has_flowed(self) -> bool:
        """Tell whether the server has read on since the last call, and ask it how far it is by the next."""
        with self._connection.locked():
            timing = self._library.stream_timing(self._stream)
            read_index = int(timing.contents.read_index) if timing else -1
            self._library.let_go(self._library.stream_ask_timing(self._stream, None, None))
        before, self._read_index = self._read_index, read_index
        return read_index != before

    def _state(self) -> int:
        with self._connection.locked():
            return self._library.stream_state(self._stream)

    def _cork(self, *, corked: bool) -> None:
        if corked != self.is_corked and self._library.stream_state(self._stream) == STREAM_READY:
            self.is_corked = corked
            self._library.let_go(self._library.stream_cork(self._stream, int(corked), None, None))
