"""From polygons to what QPainter draws."""

from __future__ import annotations

from collections import deque
from itertools import starmap
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
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    # Point by point is three times as quick as by QPolygonF, which needs an object for each.
    line_to = path.lineTo
    for polygon in polygons:
        # Filled by winding number: two polygons wound different ways would leave a hole where they overlap.
        points = polygon if area(polygon) >= 0 else polygon[::-1]
        path.moveTo(*points[0])
        deque(starmap(line_to, points), maxlen=0)
        path.closeSubpath()
    return path


def line_of(points: Sequence[Vec2]) -> QPainterPath:
    """Return points as an open line."""
    path = QPainterPath()
    path.moveTo(*points[0])
    for x, y in points[1:]:
        path.lineTo(x, y)
    return path
