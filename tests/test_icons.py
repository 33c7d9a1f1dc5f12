"""The icon: each size is as it is drawn now, small ones can be made out, and other systems get files they can read."""

from __future__ import annotations

import struct
import tomllib
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QColor, QImage

from coach import APP_ID
from tests.cases import ROOT
from tools import icons

if TYPE_CHECKING:
    from collections.abc import Iterator

ALIKE = 2
"""Most difference of a colour, of 255, that another version of Qt may make; on an edge it may be more."""
EDGES = 0.02
"""Largest share of such pixels."""
PANELS = (QColor("#f6f5f4"), QColor("#1d1d20"))
"""A light panel and a dark one."""
SEEN = 3.0
"""Contrast of parts that have to be told apart."""


def colours(image: QImage) -> Iterator[tuple[int, int, int, int]]:
    """Yield all pixels, premultiplied: the colour of what cannot be seen is of no account."""
    image = image.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)
    data = bytes(image.constBits())
    yield from struct.iter_unpack("4B", data)


@pytest.mark.parametrize("size", icons.SIZES)
def test_each_picture_is_as_it_is_drawn_now(size: int) -> None:
    kept, now = QImage(str(icons.FOLDER / f"{size}.png")), icons.drawn(size)

    assert (kept.width(), kept.height()) == (size, size)
    far = [
        max(abs(a - b) for a, b in zip(*each, strict=True)) for each in zip(colours(kept), colours(now), strict=True)
    ]
    assert sum(difference > ALIKE for difference in far) <= EDGES * size * size


def luminance(colour: QColor) -> float:
    """Return the relative luminance, as WCAG has it."""
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: QColor, other: QColor) -> float:
    """Return the contrast of two colours, 1 to 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("size", icons.SMALL)
def test_sun_and_mat_are_seen_in_a_small_icon_on_any_panel(size: int) -> None:
    image, at, middle = QImage(str(icons.FOLDER / f"{size}.png")), icons.SMALL[size], size // 2
    sun, mat = image.pixelColor(middle, at.horizon - 1), image.pixelColor(middle, at.top)
    ground, between = image.pixelColor(middle, 1), image.pixelColor(middle, at.horizon)

    assert contrast(sun, ground) > SEEN
    assert contrast(mat, ground) > SEEN
    assert between == ground  # a whole row of pixels divides them
    for panel in PANELS:
        assert any(contrast(panel, part) > SEEN for part in (ground, sun))


def test_desktops_get_every_size() -> None:
    wheel = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["hatch"]["build"]["targets"]["wheel"]
    wanted = {f"assets/icon/{size}.png": f"share/icons/hicolor/{size}x{size}/apps/{APP_ID}.png" for size in icons.SIZES}

    assert wanted.items() <= wheel["shared-data"].items()
    assert {path.name for path in icons.FOLDER.iterdir()} == {"coach.svg", *(f"{size}.png" for size in icons.SIZES)}


def test_the_files_for_other_systems_hold_all_sizes() -> None:
    made = icons.ico()
    _kind, count = struct.unpack_from("<2xHH", made)
    for index, size in enumerate(icons.IN_ICO[:count]):
        length, start = struct.unpack_from("<II", made, 6 + 16 * index + 8)
        assert QImage.fromData(made[start : start + length]).width() == size
    assert count == len(icons.IN_ICO)

    made, at, found = icons.icns(), 8, []
    assert struct.unpack_from(">4sI", made) == (b"icns", len(made))
    while at < len(made):
        _name, length = struct.unpack_from(">4sI", made, at)
        found.append(QImage.fromData(made[at + 8 : at + length]).width())
        at += length
    assert found == list(icons.IN_ICNS)
