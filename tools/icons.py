"""Draws the icon of coach in each size: `make icons`. The small ones are a drawing of their own, edge on whole pixels.

`python -m tools.icons` writes the pictures in assets/icon from the drawing there; with the name of a file, as
`coach.ico` or `coach.icns`, all sizes into that file, as a program of Windows or macOS has them.
"""

from __future__ import annotations

import struct
import sys
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QBuffer, QByteArray
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

FOLDER = Path(__file__).parents[1] / "assets" / "icon"
SVG = FOLDER / "coach.svg"
SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)
"""Sides in px, those that desktops look for."""


class Small(NamedTuple):
    """Where the parts of a small icon lie, in whole pixels of it."""

    radius: int
    """Of the sun, whose lower edge is at `horizon`."""
    horizon: int
    left: int
    """Of the mat, which is as far from the right edge."""
    top: int
    """Of the mat."""
    high: int
    """Of the mat."""
    corner: float
    """Radius of the ground."""


SMALL = {
    16: Small(5, 9, 2, 10, 3, 3.5),
    22: Small(7, 13, 3, 14, 3, 5),
    24: Small(8, 14, 3, 15, 3, 5.5),
    32: Small(10, 18, 4, 20, 4, 7),
}
IN_ICO = (16, 24, 32, 48, 64, 256)
IN_ICNS = {16: b"icp4", 32: b"icp5", 64: b"icp6", 128: b"ic07", 256: b"ic08", 512: b"ic09"}


def drawing(size: int) -> str:
    """Return the icon as SVG: the full drawing, or for a small size sun and mat alone, without room and shadow."""
    if size not in SMALL:
        return SVG.read_text("utf-8")
    at, middle = SMALL[size], size // 2
    sun = f"M{middle - at.radius} {at.horizon}a{at.radius} {at.radius} 0 0 1 {2 * at.radius} 0z"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}">'
        f'<rect width="{size}" height="{size}" rx="{at.corner}" fill="#1f7468"/>'
        f'<path d="{sun}" fill="#f6c78d"/>'
        f'<rect x="{at.left}" y="{at.top}" width="{size - 2 * at.left}" height="{at.high}" rx="1" fill="#d3e9df"/>'
        "</svg>"
    )


def drawn(size: int) -> QImage:
    """Return the icon with sides of so many px."""
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    QSvgRenderer(QByteArray(drawing(size).encode())).render(painter)
    painter.end()
    return image


def png(size: int) -> bytes:
    """Return the icon as a PNG, packed as tight as it goes."""
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    drawn(size).save(buffer, "PNG", 0)  # type: ignore[call-overload]  # the stubs want text for the format as bytes
    return bytes(buffer.data().data())


def ico() -> bytes:
    """Return a file of icons for Windows; since Vista it may hold PNGs."""
    parts = [(size, png(size)) for size in IN_ICO]
    at, heads, bodies = 6 + 16 * len(parts), [], []
    for size, body in parts:
        heads.append(struct.pack("<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, len(body), at))
        bodies.append(body)
        at += len(body)
    return b"".join([struct.pack("<HHH", 0, 1, len(parts)), *heads, *bodies])


def icns() -> bytes:
    """Return a file of icons for macOS."""
    parts = [struct.pack(">4sI", kind, 8 + len(body)) + body for size, kind in IN_ICNS.items() for body in [png(size)]]
    whole = b"".join(parts)
    return struct.pack(">4sI", b"icns", 8 + len(whole)) + whole


def main(wanted: list[str]) -> None:
    """Write what is wanted: the files of the source tree, or one for another system."""
    _app = QGuiApplication.instance() or QGuiApplication(["icons", "-platform", "offscreen"])
    kinds = {".ico": ico, ".icns": icns}
    for name in wanted:
        Path(name).write_bytes(kinds[Path(name).suffix]())
    if not wanted:
        for size in SIZES:
            (FOLDER / f"{size}.png").write_bytes(png(size))


if __name__ == "__main__":
    main(sys.argv[1:])
