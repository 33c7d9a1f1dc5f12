"""Reads how long an Ogg Opus file is from its pages, without decoding it."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_HEADER = struct.Struct("<4sBBqIIIB")


def pages(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Give the granule position and the content of each page."""
    at = 0
    while at < len(data):
        magic, version, _flags, granule, _serial, _number, _sum, count = _HEADER.unpack_from(data, at)
        assert (magic, version) == (b"OggS", 0)
        start = at + _HEADER.size + count
        size = sum(data[at + _HEADER.size : start])
        assert start + size <= len(data), "the last page is cut off"
        yield granule, data[start : start + size]
        at = start + size


def opus_ms(data: bytes) -> float:
    """Return the length of an Ogg Opus file of one channel, in ms."""
    found = list(pages(data))
    head = found[0][1]
    assert head.startswith(b"OpusHead\x01\x01")
    (pre_skip,) = struct.unpack_from("<H", head, 10)
    # Granule positions of Opus count 48,000 a second, whatever was recorded.
    return (found[-1][0] - int(pre_skip)) / 48
