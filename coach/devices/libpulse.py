"""The functions of libpulse that the sound helper calls, with their types; the library is loaded when one is made.

PulseAudio and PipeWire both answer them. Everything here is called under the lock of the loop, once it runs
(docs/decisions/0038-libpulse.md).
"""

from __future__ import annotations

import ctypes
from ctypes import (
    CFUNCTYPE,
    POINTER,
    Structure,
    c_char_p,
    c_int,
    c_int64,
    c_long,
    c_size_t,
    c_uint8,
    c_uint32,
    c_uint64,
)
from ctypes import c_void_p as pointer
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

CONTEXT_READY, CONTEXT_FAILED, CONTEXT_ENDED = 4, 5, 6
STREAM_READY, STREAM_FAILED = 2, 3
NO_FLAGS = 0
START_CORKED = 1
SAMPLES_16_BIT = 3
"""PA_SAMPLE_S16LE; every machine that PySide6 has wheels for is little-endian."""
AT_THE_READ_PLACE = 2
"""PA_SEEK_RELATIVE_ON_READ: what is written is what is heard next."""
ABOUT_THE_SERVER = 0x0080
"""PA_SUBSCRIPTION_MASK_SERVER: we want to hear when another device is the default."""
UNSET = 0xFFFFFFFF


class SampleSpec(Structure):
    """`pa_sample_spec`: how samples are to be read."""

    _fields_ = (("format", c_int), ("rate", c_uint32), ("channels", c_uint8))


class BufferAttributes(Structure):
    """`pa_buffer_attr`, in bytes: how much the server holds, and how much it asks for at a time."""

    _fields_ = (
        ("most", c_uint32),
        ("target", c_uint32),
        ("before_start", c_uint32),
        ("least_request", c_uint32),
        ("fragment", c_uint32),
    )


class TimingInfo(Structure):
    """`pa_timing_info`: how far the server has read, as of an instant."""

    _fields_ = (
        ("at_s", c_long),
        ("at_us", c_long),
        ("synchronised", c_int),
        ("sink_us", c_uint64),
        ("source_us", c_uint64),
        ("transport_us", c_uint64),
        ("playing", c_int),
        ("write_corrupt", c_int),
        ("write_index", c_int64),
        ("read_corrupt", c_int),
        ("read_index", c_int64),
        ("configured_sink_us", c_uint64),
        ("configured_source_us", c_uint64),
        ("since_underrun", c_int64),
    )


class ServerInfo(Structure):
    """The beginning of `pa_server_info`: who the server is, and its default device."""

    _fields_ = (
        ("user", c_char_p),
        ("host", c_char_p),
        ("version", c_char_p),
        ("name", c_char_p),
        ("spec", SampleSpec),
        ("default_sink", c_char_p),
    )


ON_STATE = CFUNCTYPE(None, pointer, pointer)
ON_EVENT = CFUNCTYPE(None, pointer, c_int, c_uint32, pointer)
ON_DONE = CFUNCTYPE(None, pointer, c_int, pointer)
ON_SERVER_INFO = CFUNCTYPE(None, pointer, POINTER(ServerInfo), pointer)


class Library:
    """libpulse, by the names of its own functions without `pa_`; raises OSError where it is missing."""

    def __init__(self) -> None:
        self._library = ctypes.CDLL("libpulse.so.0")
        bind = self._bind
        self.loop_new: Callable[[], int | None] = bind("threaded_mainloop_new", pointer)
        self.loop_start: Callable[[int], int] = bind("threaded_mainloop_start", c_int, pointer)
        self.loop_api: Callable[[int], int] = bind("threaded_mainloop_get_api", pointer, pointer)
        self.loop_lock: Callable[[int], None] = bind("threaded_mainloop_lock", None, pointer)
        self.loop_unlock: Callable[[int], None] = bind("threaded_mainloop_unlock", None, pointer)
        self.operation_unref: Callable[[int], None] = bind("operation_unref", None, pointer)
        self._bind_context()
        self._bind_stream()

    def _bind_context(self) -> None:
        bind = self._bind
        self.context_new: Callable[[int, bytes], int | None] = bind("context_new", pointer, pointer, c_char_p)
        self.context_connect: Callable[[int, bytes | None, int, None], int] = bind(
            "context_connect", c_int, pointer, c_char_p, c_int, pointer
        )
        self.context_state: Callable[[int], int] = bind("context_get_state", c_int, pointer)
        self.context_on_state: Callable[[int, object, None], None] = bind(
            "context_set_state_callback", None, pointer, ON_STATE, pointer
        )
        self.context_on_event: Callable[[int, object, None], None] = bind(
            "context_set_subscribe_callback", None, pointer, ON_EVENT, pointer
        )
        self.context_subscribe: Callable[[int, int, None, None], int | None] = bind(
            "context_subscribe", pointer, pointer, c_int, pointer, pointer
        )
        self.context_server_info: Callable[[int, object, None], int | None] = bind(
            "context_get_server_info", pointer, pointer, ON_SERVER_INFO, pointer
        )

    def _bind_stream(self) -> None:
        bind = self._bind
        self.stream_new: Callable[[int, bytes, object, None], int | None] = bind(
            "stream_new", pointer, pointer, c_char_p, POINTER(SampleSpec), pointer
        )
        self.stream_connect: Callable[[int, None, object, int, None, None], int] = bind(
            "stream_connect_playback", c_int, pointer, c_char_p, POINTER(BufferAttributes), c_int, pointer, pointer
        )
        self.stream_state: Callable[[int], int] = bind("stream_get_state", c_int, pointer)
        self.stream_on_state: Callable[[int, object, None], None] = bind(
            "stream_set_state_callback", None, pointer, ON_STATE, pointer
        )
        self.stream_write: Callable[[int, bytes, int, None, int, int], int] = bind(
            "stream_write", c_int, pointer, c_char_p, c_size_t, pointer, c_int64, c_int
        )
        self.stream_flush: Callable[[int, None, None], int | None] = bind(
            "stream_flush", pointer, pointer, pointer, pointer
        )
        self.stream_cork: Callable[[int, int, None, None], int | None] = bind(
            "stream_cork", pointer, pointer, c_int, pointer, pointer
        )
        self.stream_ask_timing: Callable[[int, object, None], int | None] = bind(
            "stream_update_timing_info", pointer, pointer, ON_DONE, pointer
        )
        self.stream_timing: Callable[[int], Any] = bind("stream_get_timing_info", POINTER(TimingInfo), pointer)

    def _bind(self, name: str, result: Any, *arguments: Any) -> Any:
        function = getattr(self._library, f"pa_{name}")
        function.restype = result
        function.argtypes = arguments
        return function

    def let_go(self, operation: int | None) -> None:
        """Let an operation run by itself: nobody waits for its end."""
        if operation:
            self.operation_unref(operation)
