"""The icons on buttons, as paths in a square of side 1."""

from __future__ import annotations

import math
from enum import Enum
from functools import cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainterPath, QPainterPathStroker, QPolygonF, QTransform


class Icon(Enum):
    """An icon on a button."""

    NONE = "none"
    PLAY = "play"
    PAUSE = "pause"
    BACK = "back"
    SKIP = "skip"
    STOP = "stop"
    FLOOR = "floor view"
    SILENT = "no sound"
    SOUND = "sound"
    INFO = "what to feel"
    BEFORE = "the page before"
    FURTHER = "further down"
    AGAIN = "once more"
    CHOSEN = "chosen"


def _triangle(left: float, right: float, *, points_right: bool) -> QPolygonF:
    tip, base = (right, left) if points_right else (left, right)
    return QPolygonF([QPointF(base, 0.1), QPointF(tip, 0.5), QPointF(base, 0.9), QPointF(base, 0.1)])


def _outline(*points: tuple[float, float]) -> QPolygonF:
    return QPolygonF([QPointF(*point) for point in (*points, points[0])])


def _corner() -> QPainterPath:
    """Return the upper left corner of a frame."""
    shape = QPainterPath()
    shape.addPolygon(_outline((0.02, 0.02), (0.36, 0.02), (0.36, 0.15), (0.15, 0.15), (0.15, 0.36), (0.02, 0.36)))
    return shape


def _loudspeaker() -> QPolygonF:
    return _outline((0.0, 0.34), (0.2, 0.34), (0.46, 0.12), (0.46, 0.88), (0.2, 0.66), (0.0, 0.66))


def _waves() -> QPainterPath:
    """Return two arcs at the right of a loudspeaker."""
    arcs = QPainterPath()
    for radius in (0.2, 0.4):
        around = QRectF(0.52 - radius, 0.5 - radius, 2 * radius, 2 * radius)
        arcs.arcMoveTo(around, -50)
        arcs.arcTo(around, -50, 100)
    return _stroked(arcs, 0.09)


def _stroked(line: QPainterPath, width: float) -> QPainterPath:
    stroker = QPainterPathStroker()
    stroker.setWidth(width)
    stroker.setCapStyle(Qt.PenCapStyle.RoundCap)
    stroker.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return stroker.createStroke(line)


def _sound() -> QPainterPath:
    shape = _waves()
    shape.setFillRule(Qt.FillRule.WindingFill)
    shape.addPolygon(_loudspeaker())
    return shape


def _info() -> QPainterPath:
    """Return an i in a ring."""
    ring = QPainterPath()
    ring.addEllipse(QPointF(0.5, 0.5), 0.45, 0.45)
    shape = _stroked(ring, 0.1)
    shape.setFillRule(Qt.FillRule.WindingFill)
    shape.addRoundedRect(QRectF(0.445, 0.43, 0.11, 0.33), 0.05, 0.05)
    shape.addEllipse(QPointF(0.5, 0.28), 0.07, 0.07)
    return shape


def _line(*points: tuple[float, float]) -> QPainterPath:
    """Return a line of the width that signs have, with round ends, as an outline."""
    line = QPainterPath(QPointF(*points[0]))
    for point in points[1:]:
        line.lineTo(QPointF(*point))
    return _stroked(line, 0.11).simplified()


_STROKES: dict[Icon, tuple[tuple[float, float], ...]] = {
    Icon.BEFORE: ((0.62, 0.14), (0.28, 0.5), (0.62, 0.86)),
    Icon.FURTHER: ((0.14, 0.34), (0.5, 0.7), (0.86, 0.34)),
    Icon.CHOSEN: ((0.1, 0.52), (0.4, 0.82), (0.9, 0.22)),
    Icon.AGAIN: (
        *((0.5 + 0.4 * math.cos(turn / 9), 0.5 + 0.4 * math.sin(turn / 9)) for turn in range(4, 54)),
        (0.94, 0.08),
        (0.94, 0.4),
        (0.62, 0.4),
    ),
}
"""Icons that are one line each."""


@cache
def path(icon: Icon) -> QPainterPath:
    """Return the outline of an icon, to be filled: one for all who paint it, not to be changed."""
    if icon in _STROKES:
        return _line(*_STROKES[icon])
    if icon is Icon.SOUND:
        return _sound()
    return _info() if icon is Icon.INFO else _filled(icon)


def _filled(icon: Icon) -> QPainterPath:
    shape = QPainterPath()
    match icon:
        case Icon.PLAY:
            shape.addPolygon(_triangle(0.15, 0.95, points_right=True))
        case Icon.PAUSE:
            shape.addRect(QRectF(0.14, 0.1, 0.26, 0.8))
            shape.addRect(QRectF(0.60, 0.1, 0.26, 0.8))
        case Icon.BACK:
            shape.addRect(QRectF(0.0, 0.12, 0.13, 0.76))
            shape.addPolygon(_triangle(0.16, 0.58, points_right=False))
            shape.addPolygon(_triangle(0.58, 1.0, points_right=False))
        case Icon.SKIP:
            shape.addPolygon(_triangle(0.0, 0.42, points_right=True))
            shape.addPolygon(_triangle(0.42, 0.84, points_right=True))
            shape.addRect(QRectF(0.87, 0.12, 0.13, 0.76))
        case Icon.FLOOR:
            for corner in (0, 90, 180, 270):
                turned = QTransform.fromTranslate(0.5, 0.5).rotate(corner).translate(-0.5, -0.5)
                shape.addPath(turned.map(_corner()))
        case Icon.SILENT:
            shape.addPolygon(_loudspeaker())
            for corner in (45, 135):
                turned = QTransform.fromTranslate(0.78, 0.5).rotate(corner)
                bar = QPainterPath()
                bar.addRect(QRectF(-0.24, -0.05, 0.48, 0.1))
                shape = shape.united(turned.map(bar))
        case Icon.STOP:
            shape.addRoundedRect(QRectF(0.05, 0.05, 0.9, 0.9), 0.08, 0.08)
        case _:
            pass
    return shape
