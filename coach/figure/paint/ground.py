"""What the person lies, sits or kneels on: wall, low sun, floor and mat, and the shadow of the body on it."""

from __future__ import annotations

import itertools
import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPolygonF, QTransform

from coach.figure.curves import hull
from coach.figure.paint import blur
from coach.figure.paint.paths import path_of
from coach.figure.vectors import along, length, mixed, sub

if TYPE_CHECKING:
    from PySide6.QtGui import QColor, QPainter, QPainterPath

    from coach.figure.curves import Polygon
    from coach.figure.paint.blur import Soft
    from coach.figure.paint.palette import Colours
    from coach.figure.poses import Movement
    from coach.figure.projection import Projection
    from coach.figure.rig import Solved
    from coach.figure.vectors import Vec3

TRUNK_HEIGHT, LIMB_HEIGHT = 0.24, 0.13
"""Height above the mat, in body lengths, up to which something leaves a shadow."""
FAINTEST = 0.30
PILLS = 4
"""Places along a bone at which its height above the mat is measured."""

_TRUNK = (("pelvis", "mid_spine", 0.085, 0.075), ("mid_spine", "neck", 0.075, 0.06))
_LIMBS = (
    ("hip", "knee", 0.055, 0.037),
    ("knee", "ankle", 0.036, 0.022),
    ("shoulder", "elbow", 0.034, 0.024),
    ("elbow", "wrist", 0.023, 0.016),
)


class Ground:
    """Draws the still ground of one movement, and the shadow of a solved pose on it."""

    def __init__(self, movement: Movement, projection: Projection, colours: Colours) -> None:
        self._movement = movement
        self._projection = projection
        self._colours = colours
        top = self._mat_outline()
        slab = hull(top + [(x, y - 0.013) for x, y in top])
        self._top, self._slab = path_of([top]), path_of([slab])
        fallen = path_of([[(x, y - 0.022) for x, y in slab]])
        self._mat_shadow = blur.soft(
            colours.colours["floor_shadow"],
            fallen.boundingRect(),
            blur.MAT_SHADOW,
            lambda painter, _place: painter.drawPath(fallen),
        )
        # From the floor (x, z) to the screen: a ball's shadow is a circle there.
        self._floor = QTransform(projection.x[0], projection.y[0], projection.x[2], projection.y[2], 0.0, 0.0)

    @property
    def _horizon(self) -> float:
        """Where the floor meets the wall, in body lengths upwards."""
        return self._projection.flat((0, 0, self._movement.mat.z[0]))[1] + 0.03

    @property
    def horizon(self) -> float | None:
        """Where the floor meets the wall, as a share of the frame from its top; None where it is seen from above."""
        if self._movement.view == "three_quarter":
            return None
        _left, bottom, _right, top = self._movement.frame
        return (top - self._horizon) / (top - bottom)

    @property
    def wall_and_floor(self) -> tuple[QColor, QColor]:
        """The colours of the room."""
        return self._colours.colours["background"], self._colours.colours["floor"]

    def draw_room(self, painter: QPainter, size: tuple[float, float], transform: QTransform) -> None:
        """Draw wall, low sun and floor into a rectangle of that size, in px.

        `transform` leads there from body lengths.
        """
        colours = self._colours.colours
        left, bottom, right, top = self._movement.frame
        # Body lengths count upwards and pixels downwards, so the vertical scale is below 0; across it depends on the
        # flip.
        scale = transform.m22() * -1
        painter.fillRect(QRectF(0, 0, *size), colours["background"])
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours["backdrop"])
        if self._movement.view == "three_quarter":
            middle = transform.map(QPointF((left + right) / 2, (bottom + top) / 2))
            painter.drawEllipse(middle, 0.475 * (right - left) * scale, 0.465 * (top - bottom) * scale)
            return
        horizon = self._horizon
        middle = transform.map(QPointF((left + right) / 2, horizon))
        radius = min(0.43 * (right - left), 0.94 * (top - horizon)) * scale
        painter.drawEllipse(middle, radius, radius)
        painter.fillRect(QRectF(0, middle.y(), size[0], size[1] - middle.y()), colours["floor"])

    def draw_mat(self, painter: QPainter) -> None:
        """Draw the mat and its shadow, in body lengths."""
        colours = self._colours
        blur.lay(painter, self._mat_shadow, colours.amounts["floor_alpha"] * 0.70)
        painter.fillPath(self._slab, colours.colours["mat_edge"])
        painter.fillPath(self._top, colours.colours["mat"])

    def draw_shadow(self, painter: QPainter, shadow: Soft | None) -> None:
        """Lay the shadow of a body on the mat, in body lengths."""
        if shadow is None:
            return
        painter.save()
        # The shadow is that on the top of the mat: past its edge it would be at the wrong height.
        painter.setClipPath(self._top, Qt.ClipOperation.IntersectClip)
        blur.lay(painter, shadow, self._colours.amounts["floor_alpha"])
        painter.restore()

    @property
    def mat(self) -> QPainterPath:
        """The top of the mat on the screen, in body lengths."""
        return self._top

    def shadow_of(self, solved: Solved) -> Soft | None:
        """Return the shadow of a body straight below it on the mat; None where all of it is too high for one."""
        pills = [run for bone in _bones(solved) for run in _runs(*bone)]
        if not pills:
            return None

        def paint(painter: QPainter, _place: QRectF) -> None:
            painter.setTransform(self._floor, combine=True)
            for run in pills:
                for x, z, radius in run:
                    painter.drawEllipse(QPointF(x, z), radius, radius)
                for a, b in itertools.pairwise(run):
                    painter.drawPolygon(_joined(a, b))

        reach = QRectF()
        for run in pills:
            for x, z, radius in run:
                reach |= self._floor.mapRect(QRectF(x - radius, z - radius, 2 * radius, 2 * radius))
        return blur.soft(self._colours.colours["floor_shadow"], reach, blur.BODY_SHADOW, paint)

    def _mat_outline(self) -> Polygon:
        (x0, x1), (z0, z1) = self._movement.mat.x, self._movement.mat.z
        corner = 0.03
        outline: Polygon = []
        corners = ((x1, z1, -1, -1, 0), (x0, z1, 1, -1, 90), (x0, z0, 1, 1, 180), (x1, z0, -1, 1, 270))
        for x, z, inwards_x, inwards_z, start in corners:
            for k in range(7):
                angle = math.radians(start + 90 * k / 6)
                at_x = x + inwards_x * corner + corner * math.cos(angle)
                at_z = z + inwards_z * corner + corner * math.sin(angle)
                outline.append(self._projection.flat((at_x, 0.0, at_z)))
        return outline


_Bone = tuple["Vec3", "Vec3", float, float, bool]
_Pill = tuple[float, float, float]


def _bones(solved: Solved) -> list[_Bone]:
    """Return the bones that leave a shadow: start, end, both radii, and whether it is the trunk."""
    joints = solved.joints
    bones: list[_Bone] = [(joints[a], joints[b], first, last, True) for a, b, first, last in _TRUNK]
    bones.append((joints["head"], joints["head_centre"], 0.05, 0.06, False))
    for side in "lr":
        bones += [(joints[f"{a}_{side}"], joints[f"{b}_{side}"], first, last, False) for a, b, first, last in _LIMBS]
        foot, hand = solved.feet[side], solved.hands[side]
        bones.append((foot.at, along(foot.at, foot.points, 0.10), 0.026, 0.018, False))
        bones.append((hand.at, along(hand.at, hand.points, 0.085), 0.018, 0.012, False))
    return bones


def _runs(start: Vec3, end: Vec3, first: float, last: float, is_trunk: bool) -> list[list[_Pill]]:  # noqa: FBT001
    """Return runs of neighbouring pills [x, z, radius] on the floor below a bone, smaller the higher it is."""
    runs: list[list[_Pill]] = [[]]
    for k in range(PILLS):
        share_of_way = k / (PILLS - 1)
        x, y, z = mixed(start, end, share_of_way)
        radius = first + (last - first) * share_of_way
        share = 1 - max(0.0, y - radius) / (TRUNK_HEIGHT if is_trunk else LIMB_HEIGHT)
        # A bone that rises from the mat leaves a gap in its shadow, not a thin line.
        if share <= FAINTEST:
            runs.append([])
            continue
        runs[-1].append((x, z, radius * (0.5 + 0.5 * share if is_trunk else share)))
    return [run for run in runs if len(run) > 1]


def _joined(a: _Pill, b: _Pill) -> QPolygonF:
    """Return the strip between two pills."""
    (ax, az, ar), (bx, bz, br) = a, b
    size = length(sub((bx, 0.0, bz), (ax, 0.0, az))) or 1.0
    nx, nz = -(bz - az) / size, (bx - ax) / size
    return QPolygonF(
        [
            QPointF(ax + nx * ar, az + nz * ar),
            QPointF(bx + nx * br, bz + nz * br),
            QPointF(bx - nx * br, bz - nz * br),
            QPointF(ax - nx * ar, az - nz * ar),
        ]
    )
