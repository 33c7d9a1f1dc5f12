"""Draws the marks on the figure: the glow where a stretch is felt, arrows, and dots for what stays put."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QLinearGradient, QPen

from coach.figure.curves import smooth
from coach.figure.paint import blur
from coach.figure.paint.paths import line_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QPainter

    from coach.figure.glow import Bead
    from coach.figure.paint.blur import Grain, Soft
    from coach.figure.paint.palette import Colours
    from coach.figure.poses import Cue, Lens
    from coach.figure.projection import Projection

HALO, GLOW, CORE = 1.25, 0.80, 0.30
"""Radii of the three layers of a glow, in radii of its beads."""
FAINTEST_CUE = 0.02
CUE_REACH = 0.05
"""How far an arrow's head, or its curve between two points, may lie from the points of its line, in body lengths."""


class Glow:
    """One glow of one frame: halo, glow and core, blurred once and drawn in the picture and in the lens."""

    def __init__(self, beads: list[Bead], strength: float, colours: Colours) -> None:
        self._strength = strength
        self._amounts = colours.amounts
        self._halo = _blurred(beads, HALO, blur.HALO, colours, "glow")
        self._glow = _blurred(beads, GLOW, blur.GLOW, colours, "glow")
        self._core = _blurred(beads, CORE, blur.CORE, colours, "glow_core")

    @property
    def reach(self) -> QRectF:
        """The rectangle that the glow covers at most, in body lengths."""
        return self._halo.place

    def draw_behind(self, painter: QPainter) -> None:
        """Draw the halo on the ground, before the body: what shines past its edge stays to be seen."""
        blur.lay(painter, self._halo, self._strength * self._amounts["halo_alpha"])

    def draw(self, painter: QPainter) -> None:
        """Draw on a layer that holds nothing but the body, so that the glow stays within it."""
        blur.lay(painter, self._halo, self._strength * self._amounts["halo_alpha"], blur.ATOP)
        blur.lay(painter, self._glow, self._strength * self._amounts["glow_alpha"], blur.ATOP)
        blur.lay(painter, self._core, self._strength * self._amounts["core_alpha"], blur.ATOP)


def _blurred(beads: list[Bead], grow: float, grain: Grain, colours: Colours, key: str) -> Soft:
    bounds = QRectF()
    for (x, y), radius in beads:
        reach = radius * grow
        bounds |= QRectF(x - reach, y - reach, 2 * reach, 2 * reach)
    return blur.soft(colours.colours[key], bounds, grain, _dots(beads, grow))


def _dots(beads: list[Bead], grow: float) -> Callable[[QPainter, QRectF], None]:
    def paint(painter: QPainter, _place: QRectF) -> None:
        for (x, y), radius in beads:
            painter.drawEllipse(QPointF(x, y), radius * grow, radius * grow)

    return paint


def cue_reach(cue: Cue, projection: Projection) -> QRectF:
    """Return the rectangle that a cue covers at most, in body lengths."""
    reach = QRectF()
    for x, y in (projection.flat(point) for point in cue.points):
        reach |= QRectF(x - CUE_REACH, y - CUE_REACH, 2 * CUE_REACH, 2 * CUE_REACH)
    return reach


def lens_reach(lens: Lens) -> QRectF:
    """Return the rectangle that the lens covers, in body lengths."""
    (x, y), radius = lens.at, lens.radius + 0.01
    return QRectF(x - radius, y - radius, 2 * radius, 2 * radius)


def draw_cue(painter: QPainter, cue: Cue, strength: float, projection: Projection, colours: Colours) -> None:
    """Draw an arrow or the dots of a cue, in body lengths, with a strength of 0 to 1."""
    if strength <= FAINTEST_CUE:
        return
    points = [projection.flat(point) for point in cue.points]
    if cue.kind == "anchor":
        painter.setPen(Qt.PenStyle.NoPen)
        for point in points:
            painter.setBrush(colours.faded("anchor", 0.24 * strength))
            painter.drawEllipse(QPointF(*point), 0.024, 0.024)
            painter.setBrush(colours.faded("anchor_dot", strength))
            painter.drawEllipse(QPointF(*point), 0.0105, 0.0105)
        return
    curve = [(p[0], p[1]) for p in smooth(points, 14)]
    (ex, ey), (bx, by) = curve[-1], curve[max(0, len(curve) - 6)]
    size = math.hypot(ex - bx, ey - by) or 1.0
    dx, dy = (ex - bx) / size, (ey - by) / size
    colour = colours.faded("cue", 0.95 * strength)
    tail = QLinearGradient(QPointF(*curve[0]), QPointF(ex, ey))
    tail.setColorAt(0.0, colours.faded("cue", 0.0))
    tail.setColorAt(0.6, colour)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    head = [
        (ex - 0.030 * dx - 0.024 * dy, ey - 0.030 * dy + 0.024 * dx),
        (ex, ey),
        (ex - 0.030 * dx + 0.024 * dy, ey - 0.030 * dy - 0.024 * dx),
    ]
    for brush, line in ((QBrush(tail), curve), (QBrush(colour), head)):
        pen = QPen(brush, 0.0105, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.drawPath(line_of(line))
