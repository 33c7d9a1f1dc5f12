"""Small pictures to read, and hostile ones, made here: no harm comes of opening any of them."""

from __future__ import annotations

import base64
import struct
import zlib
from typing import NamedTuple

JPEG = base64.b64decode(
    "/9j/4AAQSkZJRgABAQEAZABkAAD/2wBDAA0JCgsKCA0LCgsODg0PEyAVExISEyccHhcgLikxMC4pLSwzOko+MzZGNywtQFdBRkxO"
    "UlNSMj5aYVpQYEpRUk//2wBDAQ4ODhMREyYVFSZPNS01T09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09P"
    "T09PT09PT0//wAARCAAQACADASIAAhEBAxEB/8QAFgABAQEAAAAAAAAAAAAAAAAAAAYH/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/E"
    "ABUBAQEAAAAAAAAAAAAAAAAAAAUH/8QAFBEBAAAAAAAAAAAAAAAAAAAAAP/aAAwDAQACEQMRAD8AnwAyktuAMps//9k="
)
"""32 px across, 16 down: the left half red, the right half white."""
PROGRESSIVE = base64.b64decode(
    "/9j/4AAQSkZJRgABAQEAZABkAAD/2wBDAA0JCgsKCA0LCgsODg0PEyAVExISEyccHhcgLikxMC4pLSwzOko+MzZGNywtQFdBRkxO"
    "UlNSMj5aYVpQYEpRUk//2wBDAQ4ODhMREyYVFSZPNS01T09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09P"
    "T09PT09PT0//wgARCAAQACADASIAAhEBAxEB/8QAFgABAQEAAAAAAAAAAAAAAAAAAAUG/8QAFQEBAQAAAAAAAAAAAAAAAAAABAb/"
    "2gAMAwEAAhADEAAAAZ4FSbcNm//EABQQAQAAAAAAAAAAAAAAAAAAADD/2gAIAQEAAQUCD//EABQRAQAAAAAAAAAAAAAAAAAAABD/"
    "2gAIAQMBAT8BP//EABQRAQAAAAAAAAAAAAAAAAAAABD/2gAIAQIBAT8BP//EABQQAQAAAAAAAAAAAAAAAAAAADD/2gAIAQEABj8C"
    "D//EABQQAQAAAAAAAAAAAAAAAAAAADD/2gAIAQEAAT8hD//aAAwDAQACAAMAAAAQDA//xAAUEQEAAAAAAAAAAAAAAAAAAAAQ/9oA"
    "CAEDAQE/ED//xAAUEQEAAAAAAAAAAAAAAAAAAAAQ/9oACAECAQE/ED//xAAUEAEAAAAAAAAAAAAAAAAAAAAw/9oACAEBAAE/EA//"
    "2Q=="
)
"""The same, step by step."""


def chunk(name: bytes, content: bytes) -> bytes:
    """Return a part of a PNG file."""
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))


def png(
    width: int = 32,
    height: int = 16,
    *,
    depth: int = 8,
    colour: int = 2,
    lines: bytes | None = None,
    more: bytes = b"",
    interlaced: int = 0,
    says: tuple[int, int] | None = None,
) -> bytes:
    """Return a PNG file, by default red at the left and white at the right; `more` is put in after its header."""
    if lines is None:
        line = b"\0" + b"\xff\0\0" * (width // 2) + b"\xff\xff\xff" * (width - width // 2)
        lines = line * height
    header = struct.pack(">IIBBBBB", *(says or (width, height)), depth, colour, 0, 0, interlaced)
    return b"".join(
        (
            b"\x89PNG\r\n\x1a\n",
            chunk(b"IHDR", header),
            more,
            chunk(b"IDAT", zlib.compress(lines)),
            chunk(b"IEND", b""),
        )
    )


def see_through(width: int = 32, height: int = 16) -> bytes:
    """Return a PNG file with a black square on a ground that is not there."""
    line = b"\0" + b"\0\0\0\xff" * (width // 2) + b"\xff\xff\xff\0" * (width - width // 2)
    return png(width, height, colour=6, lines=line * height)


def segment(marker: int, content: bytes) -> bytes:
    """Return a part of a JPEG file."""
    return struct.pack(">BBH", 0xFF, marker, 2 + len(content)) + content


def exif(orientation: int, order: str = "<", *, more: bytes = b"GPS 48.1 N, taken by Ada") -> bytes:
    """Return what a camera writes into a JPEG file beside the picture: how it was held, and what nobody should know."""
    mark = b"II" if order == "<" else b"MM"
    return segment(
        0xE1,
        b"Exif\0\0" + struct.pack(order + "2sHIHHHIHHI", mark, 42, 8, 1, 0x0112, 3, 1, orientation, 0, 0) + more,
    )


def with_part(part: bytes, picture: bytes = JPEG) -> bytes:
    """Return a JPEG file with a part put in after its beginning."""
    return picture[:2] + part + picture[2:]


def with_size(width: int, height: int, picture: bytes = JPEG) -> bytes:
    """Return a JPEG file that says another size than it has."""
    at = next(picture.index(mark) for mark in (b"\xff\xc0\0\x11", b"\xff\xc2\0\x11") if mark in picture)
    return picture[: at + 5] + struct.pack(">HH", height, width) + picture[at + 9 :]


class Hostile(NamedTuple):
    """A file that is refused, and a part of the words that say why."""

    data: bytes
    why: str


def _bomb() -> bytes:
    return png(8, 8, lines=bytes(50_000_000))


def _many_scans() -> bytes:
    at = PROGRESSIVE.rindex(b"\xff\xda")
    return PROGRESSIVE[:at] + PROGRESSIVE[at:-2] * 5_000 + PROGRESSIVE[-2:]


HOSTILE: dict[str, Hostile] = {
    "empty": Hostile(b"", "neither PNG nor JPEG"),
    "text": Hostile(b"not a picture", "neither PNG nor JPEG"),
    "svg": Hostile(b'<?xml version="1.0"?><svg xmlns="x"/>', "but SVG"),
    "svg with a mark": Hostile(b"\xef\xbb\xbf\n<svg/>", "but SVG"),
    "gif": Hostile(b"GIF89a" + bytes(60), "but GIF"),
    "webp": Hostile(b"RIFF\x24\0\0\0WEBPVP8 " + bytes(40), "but WebP"),
    "heic": Hostile(b"\0\0\0\x18ftypheic" + bytes(40), "but HEIC"),
    "bmp": Hostile(b"BM" + bytes(60), "but BMP"),
    "pdf": Hostile(b"%PDF-1.7\n", "but PDF"),
    "more than 2 MB": Hostile(png() + bytes(2 << 20), "more than 2 MB"),
    "PNG, too wide": Hostile(png(4097, 1), "4097 × 1 px"),
    "PNG, too high": Hostile(png(1, 4097), "1 × 4097 px"),
    "PNG, says to be huge": Hostile(png(says=(0xFFFFFFFF, 0x7FFFFFFF)), "too large"),
    "PNG of no size": Hostile(png(says=(0, 16)), "cannot be read whole"),
    "PNG, says to be larger than it is": Hostile(png(says=(4096, 4096)), "another size"),
    "PNG, says to be smaller than it is": Hostile(png(says=(16, 16)), "another size"),
    "PNG that unpacks to 50 MB": Hostile(_bomb(), "another size"),
    "PNG, cut off in a part": Hostile(png()[:-20], "end is missing"),
    "PNG without its end": Hostile(png()[:-12], "end is missing"),
    "PNG, header alone": Hostile(png()[:33], "end is missing"),
    "PNG, mark alone": Hostile(png()[:8], "end is missing"),
    "PNG without a picture": Hostile(png()[:33] + chunk(b"IEND", b""), "cannot be read whole"),
    "PNG with a wrong sum": Hostile(png()[:45] + b"\0" + png()[46:], "cannot be read whole"),
    "PNG, not packed": Hostile(png()[:33] + chunk(b"IDAT", b"plain") + chunk(b"IEND", b""), "cannot be read whole"),
    "PNG of an unknown depth": Hostile(png(depth=3), "cannot be read whole"),
    "PNG of an unknown colour": Hostile(png(colour=5), "cannot be read whole"),
    "PNG with an unknown part": Hostile(png(more=chunk(b"EVIL", b"")), "cannot be read whole"),
    "PNG with two headers": Hostile(png(more=png()[8:33]), "cannot be read whole"),
    "PNG without its palette": Hostile(png(colour=3, lines=(b"\0" + bytes(32)) * 16), "cannot be read whole"),
    "animated PNG": Hostile(png(more=chunk(b"acTL", struct.pack(">II", 2, 0))), "animation"),
    "JPEG, too wide": Hostile(with_size(4097, 16), "4097 × 16 px"),
    "JPEG, says to be huge": Hostile(with_size(65535, 65535), "too large"),
    "JPEG of no height": Hostile(with_size(32, 0), "cannot be read whole"),
    "JPEG, says to be larger than it is": Hostile(with_size(4096, 4096), "another size"),
    "JPEG step by step, says to be larger than it is": Hostile(with_size(4096, 4096, PROGRESSIVE), "another size"),
    "JPEG, cut off": Hostile(JPEG[:-2], "end is missing"),
    "JPEG, cut off in a part": Hostile(JPEG[:30], "end is missing"),
    "JPEG, mark alone": Hostile(JPEG[:3], "end is missing"),
    "JPEG without a picture": Hostile(JPEG[:20] + b"\xff\xd9", "cannot be read whole"),
    "JPEG with two frames": Hostile(with_part(JPEG[158:177]), "cannot be read whole"),
    "JPEG of thousands of scans": Hostile(_many_scans(), "cannot be read whole"),
    "JPEG of a rare kind": Hostile(JPEG.replace(b"\xff\xc0", b"\xff\xc9"), "rare kind of JPEG"),
    "JPEG of a hundred thousand parts": Hostile(with_part(segment(0xFE, b"") * 100_000), "cannot be read whole"),
    "PNG of a hundred thousand parts": Hostile(png(more=chunk(b"tEXt", b"") * 100_000), "cannot be read whole"),
    "JPEG with 12 bits": Hostile(JPEG.replace(b"\xff\xc0\0\x11\x08", b"\xff\xc0\0\x11\x0c"), "cannot be read whole"),
    "JPEG with a part of no length": Hostile(JPEG[:2] + b"\xff\xe2\0\0" + JPEG[2:], "cannot be read whole"),
    "JPEG that goes on with anything": Hostile(JPEG[:20] + b"anything", "cannot be read whole"),
}
"""Each by what is wrong with it."""
