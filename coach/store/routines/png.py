"""PNG files, looked at without decoding them: how large, whole or not, and without what tells of their maker.

What the header says is compared with what is packed, so that a picture that is decoded afterwards takes no more memory
than it says, and no longer.
"""

from __future__ import annotations

import struct
import zlib
from itertools import islice
from typing import TYPE_CHECKING

from coach.store.routines.picture_words import (
    MAX_PX,
    MOST_PARTS,
    Size,
    animated,
    broken,
    cut_off,
    size_lies,
    within_limits,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

SIGNATURE = b"\x89PNG\r\n\x1a\n"
_CHANNELS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
"""How many values a pixel has, by the kind of colour."""
_DEPTHS = {0: (1, 2, 4, 8, 16), 2: (8, 16), 3: (1, 2, 4, 8), 4: (8, 16), 6: (8, 16)}
"""How many bits a value may have, by the kind of colour."""
_PASSES = ((0, 8, 0, 8), (4, 8, 0, 8), (0, 4, 4, 8), (2, 4, 0, 4), (0, 2, 2, 4), (1, 2, 0, 2), (0, 1, 1, 2))
"""First column and step, first row and step, of each pass of an interlaced picture."""
_SEEN = frozenset({b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND"})
"""The parts that make the picture. All others tell when, where and with what it was made."""
_PART = 1 << 18
"""So many bytes are unpacked at once, and thrown away."""

Chunk = tuple[bytes, bytes]
"""The name of a part of the file, and what it holds."""


def stripped(data: bytes, most_px: int = MAX_PX) -> tuple[Size, bytes]:
    """Return the size of a picture in px, and its file without metadata; raises RefusedError."""
    chunks = list(islice(_chunks(data), MOST_PARTS + 1))
    if len(chunks) > MOST_PARTS:
        raise broken()
    names = [name for name, _content in chunks]
    if names[:1] != [b"IHDR"] or names.count(b"IHDR") != 1 or b"IDAT" not in names:
        raise broken()
    if any(name[:1].isupper() and name not in _SEEN for name in names):
        raise broken()
    if b"acTL" in names:
        raise animated()
    size, bits, is_interlaced = _header(chunks[0][1], most_px)
    if chunks[0][1][9] == 3 and b"PLTE" not in names:  # noqa: PLR2004 - the kind of colour with a palette
        raise broken()
    _compare(b"".join(content for name, content in chunks if name == b"IDAT"), _unpacked(size, bits, is_interlaced))
    return size, SIGNATURE + b"".join(_as_bytes(chunk) for chunk in chunks if chunk[0] in _SEEN)


def _chunks(data: bytes) -> Iterator[Chunk]:
    """Give the parts one after the other, up to the one that ends the picture."""
    at = len(SIGNATURE)
    while True:
        if at + 12 > len(data):
            raise cut_off()
        length, name = struct.unpack_from(">I4s", data, at)
        if at + 12 + length > len(data):
            raise cut_off()
        content = data[at + 8 : at + 8 + length]
        if zlib.crc32(name + content) != struct.unpack_from(">I", data, at + 8 + length)[0]:
            raise broken()
        yield name, content
        if name == b"IEND":
            return
        at += 12 + length


def _as_bytes(chunk: Chunk) -> bytes:
    name, content = chunk
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))


def _header(content: bytes, most_px: int) -> tuple[Size, int, bool]:
    """Return the size in px, the bits of a pixel, and whether the picture is interlaced."""
    if len(content) != 13:  # noqa: PLR2004 - as the format has it
        raise broken()
    width, height, depth, colour, packing, filtering, interlacing = struct.unpack(">IIBBBBB", content)
    if depth not in _DEPTHS.get(colour, ()) or packing or filtering or interlacing > 1:
        raise broken()
    return within_limits(width, height, most_px), depth * _CHANNELS[colour], bool(interlacing)


def _unpacked(size: Size, bits: int, is_interlaced: bool) -> int:  # noqa: FBT001 - as the header has it
    """Return how many bytes the packed lines must have, each with the byte before it that says how it is filtered."""
    if not is_interlaced:
        return size.height * (1 + (size.width * bits + 7) // 8)
    total = 0
    for left, across, top, down in _PASSES:
        columns = -(-max(0, size.width - left) // across)
        rows = -(-max(0, size.height - top) // down)
        total += rows * (1 + (columns * bits + 7) // 8) if columns else 0
    return total


def _compare(packed: bytes, expected: int) -> None:
    """Unpack piece by piece, keep nothing, and stop at the first byte that is too many."""
    unpacker, count, left = zlib.decompressobj(), 0, packed
    try:
        while left and not unpacker.eof:
            count += len(unpacker.decompress(left, _PART))
            left = unpacker.unconsumed_tail
            if count > expected:
                raise size_lies()
        while not unpacker.eof and (rest := unpacker.decompress(b"", _PART)):
            count += len(rest)
            if count > expected:
                raise size_lies()
    except zlib.error:
        raise broken() from None
    if count < expected:
        raise cut_off() if not unpacker.eof else size_lies()
