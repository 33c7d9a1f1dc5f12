"""JPEG files, looked at without decoding them: how large, whole or not, and without what tells of their maker.

Of what cameras write beside the picture, such as place and time, only the way it is held is kept.
"""

from __future__ import annotations

import re
import struct
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from coach.store.routines.picture_words import (
    MAX_PX,
    MOST_PARTS,
    Size,
    broken,
    cut_off,
    other_format,
    size_lies,
    within_limits,
)
from coach.words.catalogue import tr

if TYPE_CHECKING:
    from collections.abc import Iterator

SIGNATURE = b"\xff\xd8\xff"
MOST_SCANS = 64
"""Usual ones have some ten. Each goes over the whole picture, so thousands would take minutes."""
_SOF = frozenset({0xC0, 0xC1, 0xC2})
"""The beginnings of a frame that are read: in one go, also with more bits for its tables, and step by step."""
_OTHER_SOF = frozenset({0xC3, *range(0xC5, 0xC8), *range(0xC9, 0xCC), *range(0xCD, 0xD0)})
_PROGRESSIVE, _DHT, _SOI, _EOI, _SOS, _DQT, _DRI, _APP0, _APP1, _APP14 = (
    *(0xC2, 0xC4, 0xD8, 0xD9, 0xDA, 0xDB, 0xDD),
    *(0xE0, 0xE1, 0xEE),
)
_KEPT = frozenset({*_SOF, _DHT, _SOS, _DQT, _DRI})
_INSIDE = frozenset({0, *range(0xD0, 0xD8)})
"""What follows 0xFF inside a packed picture: a byte of it, or a mark by which it can be picked up again."""
_MARKER = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")
"""What ends a packed picture: 0xFF, which may be repeated, and nothing of `_INSIDE`."""
_ORIENTATION, _SHORT = 0x0112, 3
"""The entry of EXIF that says how the camera was held, and the type of its value."""


class Segment(NamedTuple):
    """A part of the file: its marker, what it holds, and after the beginning of a scan the packed picture."""

    marker: int
    content: bytes
    scan: bytes = b""


def stripped(data: bytes, most_px: int = MAX_PX) -> tuple[Size, bytes]:
    """Return the size of a picture in px, as it is stored, and its file without metadata; raises RefusedError."""
    segments = list(islice(_segments(data), MOST_PARTS + 1))
    if len(segments) > MOST_PARTS:
        raise broken()
    frames = [segment for segment in segments if segment.marker in _SOF]
    scans = [segment for segment in segments if segment.marker == _SOS]
    if any(segment.marker in _OTHER_SOF for segment in segments):
        raise other_format(tr("a rare kind of JPEG"))
    if len(frames) != 1 or not scans:
        raise broken()
    if len(scans) > MOST_SCANS:
        raise broken()
    size, blocks = _frame(frames[0].content, most_px)
    bits = blocks if frames[0].marker == _PROGRESSIVE else 2 * blocks
    if 8 * sum(len(scan.scan) for scan in scans) < bits:
        raise size_lies()
    return size, _written(segments)


def _segments(data: bytes) -> Iterator[Segment]:
    """Give the parts one after the other, up to the end of the picture; what follows is another one's."""
    at = 2
    while True:
        if at + 4 > len(data):
            if data[at : at + 2] == bytes((0xFF, _EOI)):
                return
            raise cut_off()
        if data[at] != 0xFF:  # noqa: PLR2004 - every marker begins with it
            raise broken()
        marker = data[at + 1]
        if marker == 0xFF:  # noqa: PLR2004 - it may be repeated
            at += 1
            continue
        if marker == _EOI:
            return
        length = int.from_bytes(data[at + 2 : at + 4], "big")
        if marker < 0xC0 or marker == _SOI or marker in _INSIDE or length < 2:  # noqa: PLR2004 - see the format
            raise broken()
        content, at = data[at + 4 : at + 2 + length], at + 2 + length
        if at > len(data):
            raise cut_off()
        end = _end_of_scan(data, at) if marker == _SOS else at
        yield Segment(marker, content, data[at:end])
        at = end


def _end_of_scan(data: bytes, at: int) -> int:
    """Return where the next marker begins after a packed picture."""
    found = _MARKER.search(data, at)
    if found is None:
        raise cut_off()
    return found.start()


def _frame(content: bytes, most_px: int) -> tuple[Size, int]:
    """Return the size in px, and how many blocks the picture has at least, each of at least one or two bits."""
    if len(content) < 6:  # noqa: PLR2004 - as the format has it
        raise broken()
    depth, height, width, count = struct.unpack_from(">BHHB", content)
    if depth != 8 or count not in {1, 3, 4} or len(content) != 6 + 3 * count:  # noqa: PLR2004 - see the format
        raise broken()
    size = within_limits(width, height, most_px)
    shares = [divmod(content[7 + 3 * number], 16) for number in range(count)]
    if any(not 1 <= share <= 4 for both in shares for share in both):  # noqa: PLR2004 - see the format
        raise broken()
    most_across, most_down = (max(sides) for sides in zip(*shares, strict=True))
    blocks = sum(
        -(-(width * across) // (8 * most_across)) * -(-(height * down) // (8 * most_down)) for across, down in shares
    )
    return size, blocks


# What is kept


def _written(segments: list[Segment]) -> bytes:
    parts = [b"\xff\xd8"]
    begins = next((segment.content for segment in segments if segment.marker == _APP0), b"")
    if begins[:5] == b"JFIF\0" and len(begins) >= 14:  # noqa: PLR2004 - without the small picture after it
        parts.append(_as_bytes(_APP0, begins[:12] + b"\0\0"))
    if (orientation := _orientation(segments)) > 1:
        tiff = struct.pack(">2sHIHHHIHHI", b"MM", 42, 8, 1, _ORIENTATION, _SHORT, 1, orientation, 0, 0)
        parts.append(_as_bytes(_APP1, b"Exif\0\0" + tiff))
    for marker, content, scan in segments:
        if marker == _APP14 and content[:5] == b"Adobe":  # it says what the colours mean
            parts.append(_as_bytes(marker, content[:12]))
        elif marker in _KEPT:
            parts.append(_as_bytes(marker, content) + scan)
    return b"".join((*parts, b"\xff\xd9"))


def _as_bytes(marker: int, content: bytes) -> bytes:
    return struct.pack(">BBH", 0xFF, marker, 2 + len(content)) + content


def _orientation(segments: list[Segment]) -> int:
    """Return how the picture is held, from 1 to 8, as EXIF has it; 1 where nothing says so."""
    for marker, content, _scan in segments:
        if marker == _APP1 and content[:6] == b"Exif\0\0":
            return _orientation_in(content[6:])
    return 1


def _orientation_in(tiff: bytes) -> int:
    order = {b"II": "<", b"MM": ">"}.get(tiff[:2])
    if order is None or len(tiff) < 8:  # noqa: PLR2004 - the header
        return 1
    (at,) = struct.unpack_from(order + "I", tiff, 4)
    if at + 2 > len(tiff):
        return 1
    (count,) = struct.unpack_from(order + "H", tiff, at)
    for entry in range(at + 2, min(at + 2 + 12 * count, len(tiff) - 11), 12):
        tag, kind, _number, value = struct.unpack_from(order + "HHIH", tiff, entry)
        if tag == _ORIENTATION:
            return value if kind == _SHORT and 1 <= value <= 8 else 1  # noqa: PLR2004 - see the format
    return 1
