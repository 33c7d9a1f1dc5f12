"""Reads sound files by libsndfile, which libpulse itself is linked with: wherever the one is, the other is."""

from __future__ import annotations

import ctypes
import os
import stat
from array import array
from ctypes import POINTER, Structure, byref, c_char_p, c_int, c_int64
from ctypes import c_void_p as pointer
from typing import TYPE_CHECKING, NamedTuple

from coach.devices.pulse_stream import Format

if TYPE_CHECKING:
    from collections.abc import Callable

LARGEST_FILE = 8 * 1024 * 1024
MOST_BYTES = 3_840_000
"""Most samples of a clip, in bytes: 40 s at 48 kHz. A server holds 4 MiB of a stream."""
MOST_CHANNELS = 2
SLOWEST, FASTEST = 8_000, 192_000
_READ = 0x10


class _Info(Structure):
    """`SF_INFO`."""

    _fields_ = (
        ("frames", c_int64),
        ("rate", c_int),
        ("channels", c_int),
        ("format", c_int),
        ("sections", c_int),
        ("seekable", c_int),
    )


class Samples(NamedTuple):
    """What a file holds, as it is played: signed 16 bit."""

    format: Format
    values: array[int]


class SoundFiles:
    """Decodes Opus, Vorbis, FLAC and WAV; raises OSError where libsndfile is missing."""

    def __init__(self) -> None:
        library = ctypes.CDLL("libsndfile.so.1")
        library.sf_open.restype, library.sf_open.argtypes = pointer, (c_char_p, c_int, POINTER(_Info))
        library.sf_readf_short.restype = c_int64
        library.sf_readf_short.argtypes = (pointer, pointer, c_int64)
        library.sf_close.argtypes = (pointer,)
        self._open: Callable[[bytes, int, object], int | None] = library.sf_open
        self._read: Callable[[int, object, int], int] = library.sf_readf_short
        self._close: Callable[[int], int] = library.sf_close

    def read(self, file: str) -> Samples | None:
        """Decode a file, MOST_BYTES at most; None where it cannot be."""
        info = _Info()
        if not _is_fit(file) or not (opened := self._open(os.fsencode(file), _READ, byref(info))):
            return None
        try:
            if not (1 <= info.channels <= MOST_CHANNELS and SLOWEST <= info.rate <= FASTEST and info.frames > 0):
                return None
            frames = min(info.frames, MOST_BYTES // (2 * info.channels))
            values = array("h", bytes(2 * info.channels * frames))
            read = self._read(opened, values.buffer_info()[0], frames)
            del values[max(read, 0) * info.channels :]
        finally:
            self._close(opened)
        return Samples(Format(info.rate, info.channels), values) if values else None


def _is_fit(file: str) -> bool:
    try:
        found = os.stat(file)  # noqa: PTH116 - pathlib would take a megabyte of the helper
    except (OSError, ValueError):
        return False
    return stat.S_ISREG(found.st_mode) and found.st_size <= LARGEST_FILE
