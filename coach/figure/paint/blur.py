"""Soft things: shade, shadow and glow, painted small, blurred there, and stretched over the picture.

Blurring by halving and doubling is cheap, leaves no rings, and looks the same at every size of the picture, because the
small picture has a fixed number of pixels per body length, whatever the screen has. Only the part that holds something
is painted.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QTransform

from coach.core.dataclass import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QColor

BLUR_REACH = 2
"""How far one halving and doubling spreads a pixel, in px of the small picture."""

ATOP = QPainter.CompositionMode.CompositionMode_SourceAtop
"""Paints only where something is painted already."""
OVER = QPainter.CompositionMode.CompositionMode_SourceOver


@dataclass(frozen=True, slots=True)
class Soft:
    """A small blurred picture and the rectangle that it covers, in body lengths."""

    image: QImage
    place: QRectF


@dataclass(frozen=True, slots=True)
class Grain:
    """How fine a soft picture is: px per body length across and up, and how often it is blurred."""

    across: float
    up: float
    blurs: int


SHADE = Grain(160, 160, 2)
"""Shade between parts of the body."""
BODY_SHADOW = Grain(75, 170, 2)
MAT_SHADOW = Grain(50, 90, 2)
HALO, GLOW, CORE = Grain(45, 45, 3), Grain(70, 70, 3), Grain(60, 60, 3)


def soft(colour: QColor, bounds: QRectF, grain: Grain, paint: Callable[[QPainter, QRectF], None]) -> Soft:
    """Return what `paint` draws in that colour, blurred; `bounds` holds all of it before the blur, in body lengths.

    `paint` gets a painter in body lengths and the rectangle that the small picture covers.
    """
    margin = BLUR_REACH * grain.blurs + 2
    # Whole pairs of pixels of one fixed grid: halving then falls the same way in every frame, and nothing shimmers.
    left, right = _pairs(bounds.left() * grain.across - margin, bounds.right() * grain.across + margin)
    low, high = _pairs(bounds.top() * grain.up - margin, bounds.bottom() * grain.up + margin)
    width, height = right - left, high - low
    place = QRectF(left / grain.across, low / grain.up, width / grain.across, height / grain.up)
    # Premultiplied: the clear pixels around take no part in the colour when the image is scaled.
    image = QImage(width, height, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.setTransform(QTransform(grain.across, 0, 0, grain.up, -left, -low))
    paint(painter, place)
    painter.end()
    ratio, mode = Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    for _ in range(grain.blurs):
        image = image.scaled(width // 2, height // 2, ratio, mode).scaled(width, height, ratio, mode)
    return Soft(image, place)


def lay(painter: QPainter, soft_picture: Soft, alpha: float, mode: QPainter.CompositionMode = OVER) -> None:
    """Draw a soft picture with an opacity of 0 to 1."""
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.setOpacity(min(1.0, alpha))
    painter.setCompositionMode(mode)
    painter.drawImage(soft_picture.place, soft_picture.image)
    painter.setCompositionMode(OVER)
    painter.setOpacity(1.0)


def _pairs(low: float, high: float) -> tuple[int, int]:
    first = 2 * math.floor(low / 2)
    return first, max(first + 4, 2 * math.ceil(high / 2))
