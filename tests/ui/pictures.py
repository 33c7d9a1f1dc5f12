"""How far two pictures are apart, and where."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QRect
from PySide6.QtGui import QImage

MEAN_AT_MOST = 1.5
"""Mean difference of a channel, of 255."""
FAR_OFF, FAR_OFF_AT_MOST = 40, 0.01
"""By how much a channel makes a pixel one that is far off, and the share of such pixels."""


class Difference(NamedTuple):
    """How far two pictures of one size are apart."""

    mean: float
    far_off: float

    @property
    def is_small(self) -> bool:
        """Whether the pictures are the same to a person."""
        return self.mean < MEAN_AT_MOST and self.far_off <= FAR_OFF_AT_MOST


def difference(one: QImage, other: QImage) -> Difference:
    """Return how far two pictures are apart."""
    a, b = channels(one), channels(other)
    apart = [abs(x - y) for x, y in zip(a, b, strict=True)]
    worst = [max(pixel) for pixel in zip(apart[0::3], apart[1::3], apart[2::3], strict=True)]
    return Difference(sum(apart) / len(apart), sum(most > FAR_OFF for most in worst) / len(worst))


def worst_difference(one: QImage, other: QImage, side: int = 60) -> Difference:
    """Return how far the two squares of that side are apart that differ most: what is small counts as much as large."""
    squares = [
        (x, y, min(side, one.width() - x), min(side, one.height() - y))
        for y in range(0, one.height(), side)
        for x in range(0, one.width(), side)
    ]
    apart = [difference(one.copy(*square), other.copy(*square)) for square in squares]
    return Difference(max(each.mean for each in apart), max(each.far_off for each in apart))


def channels(image: QImage) -> bytearray:
    """Return red, green and blue of each pixel, one after another."""
    converted = image.convertToFormat(QImage.Format.Format_RGB32)  # a name: constBits keeps nothing alive
    made = bytearray(converted.constBits())
    del made[3::4]
    return made


def changed(one: QImage, other: QImage) -> QRect:
    """Return the smallest rectangle that holds every pixel in which two pictures of one size differ."""
    a, b = (image.convertToFormat(QImage.Format.Format_RGB32) for image in (one, other))
    step = a.bytesPerLine()
    top, bottom, left, right = a.height(), -1, a.width(), -1
    before, after = bytes(a.constBits()), bytes(b.constBits())
    for y in range(a.height()):
        row, new = before[y * step : (y + 1) * step], after[y * step : (y + 1) * step]
        if row == new:
            continue
        places = [x // 4 for x in range(step) if row[x] != new[x]]
        top, bottom = min(top, y), max(bottom, y)
        left, right = min(left, places[0]), max(right, places[-1])
    return QRect() if bottom < 0 else QRect(left, top, right - left + 1, bottom - top + 1)
