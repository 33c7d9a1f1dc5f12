"""From polygons to what QPainter draws."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainterPath

from coach.figure.curves import area

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from coach.figure.curves import Polygon
    from coach.figure.vectors import Vec2


def path_of(polygons: Iterable[Polygon]) -> QPainterPath:
    """Return polygons as one path to be filled as a whole: all wound the same way."""
    made = QPainterPath()
    made.setFillRule(Qt.FillRule.WindingFill)
    # Point by point is three times as quick as by QPolygonF, which needs an object for each.
    line_to = made.lineTo
    for polygon in polygons:
        points = polygon if area(polygon) >= 0 else polygon[::-1]
        made.moveTo(*points[0])
        for x, y in points:
            line_to(x, y)
        made.closeSubpath()
    return made


def line_of(points: Sequence[Vec2]) -> QPainterPath:
    """Return points as an open line."""
    made = QPainterPath()
    made.moveTo(*points[0])
    for x, y in points[1:]:
        made.lineTo(x, y)
    return made
