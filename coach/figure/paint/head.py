"""Draws the head: knot, face, cheek, hair, ear, and the lines of eye and mouth."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPainterPath, QPen, QRadialGradient

from coach.figure.curves import smooth
from coach.figure.paint.paths import path_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from coach.figure.curves import Polygon
    from coach.figure.paint.palette import Colours
    from coach.figure.poses import Body, Movement
    from coach.figure.projection import Projection
    from coach.figure.rig import Solved

    Place = Callable[[Sequence[Sequence[float]]], Polygon]
    Fill = Callable[[QPainter, str, QPainterPath], None]


class Head:
    """The head of one movement's view, profile or front."""

    def __init__(self, body: Body, movement: Movement, projection: Projection, colours: Colours) -> None:
        self._view = movement.head_view
        self._colours = colours
        self._projection = projection
        self._height = body.skeleton.head_height
        own = {key.removeprefix(f"{self._view}_"): points for key, points in body.head.items() if self._is_own(key)}
        self._cheeks = [points for key, points in own.items() if key.startswith("cheek")]
        self._lines = {key: points for key, points in own.items() if key.startswith("line")}
        self._curves = {
            key: smooth(points, 8, closed=True) for key, points in own.items() if not key.startswith(("cheek", "line"))
        }

    def _is_own(self, key: str) -> bool:
        return key.startswith(f"{self._view}_")

    def outline(self, solved: Solved) -> QPainterPath:
        """Return what throws a shade: face, hair and knot as one."""
        place = self._place(solved)
        return path_of([place(self._curves[key]) for key in ("face", "hair", "bun")])

    def draw(self, painter: QPainter, solved: Solved, fill: Fill) -> None:
        """Draw the head in body lengths; `fill` fills a path with a colour of the figure."""
        place = self._place(solved)
        face, hair, knot = (path_of([place(self._curves[key])]) for key in ("face", "hair", "bun"))
        fill(painter, "hair_dark", knot)
        fill(painter, "skin_near", face)
        self._draw_cheeks(painter, place, face)
        fill(painter, "hair", hair)
        for key, points in self._curves.items():
            if key.startswith("ear"):
                fill(painter, "skin_near" if self._view == "profile" else "skin_far", path_of([place(points)]))
        self._draw_lines(painter, place, solved.face)

    def _draw_cheeks(self, painter: QPainter, place: Place, face: QPainterPath) -> None:
        painter.save()
        painter.setClipPath(face, Qt.ClipOperation.IntersectClip)
        for points in self._cheeks:
            centre = QPointF(*place([points[0]])[0])
            radius = points[1][0] * self._height
            warm = QRadialGradient(centre, radius)
            warm.setColorAt(0, self._colours.faded("cheek", 0.42))
            warm.setColorAt(1, self._colours.faded("cheek", 0))
            spot = QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius)
            painter.fillRect(spot, QBrush(warm))
        painter.restore()

    def _draw_lines(self, painter: QPainter, place: Place, strength: float) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for key, points in self._lines.items():
            alpha = strength * (0.55 if key.endswith("mouth") else 0.95)
            pen = QPen(self._colours.faded("line", alpha), 0.0048)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            (ax, ay), (bx, by), (cx, cy) = place(points)
            bow = QPainterPath(QPointF(ax, ay))
            # The line goes through the middle point: a quadratic curve is half-way to its control point there.
            bow.quadTo(QPointF(2 * bx - (ax + cx) / 2, 2 * by - (ay + cy) / 2), QPointF(cx, cy))
            painter.drawPath(bow)

    def _place(self, solved: Solved) -> Place:
        frame, height = solved.frames["head"], self._height
        x, y = self._projection.flat(solved.joints["head_centre"])
        # In the front view the person's left is on the right of the picture.
        ax, ay = self._projection.flat(frame.front if self._view == "profile" else frame.right)
        turn = height if self._view == "profile" else -height
        ax, ay = ax * turn, ay * turn
        bx, by = (part * height for part in self._projection.flat(frame.up))

        def place(points: Sequence[Sequence[float]]) -> Polygon:
            return [(x + p[0] * ax + p[1] * bx, y + p[0] * ay + p[1] * by) for p in points]

        return place
