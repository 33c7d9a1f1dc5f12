"""Draws a solved pose with QPainter: limbs, trunk, head, mat, shade, glow, arrows and lens.

Everything is drawn in body lengths under one transform, so that every size is the same drawing. Soft things are
painted into small buffers, blurred there by halving and doubling, and stretched over the picture: cheap, free of
rings, and the same at every size.
"""

from __future__ import annotations

import itertools
import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QImage,
    QLinearGradient,
    QPainter,
    QPainterPath,
    QPen,
    QPolygonF,
    QRadialGradient,
    QTransform,
)

from coach.figure.curves import Polygon, area, disc, hull, smooth
from coach.figure.glow import beads
from coach.figure.outlines import Tailor
from coach.figure.poses import GROUPS, LIMB_PARTS
from coach.figure.rig import Projection, solve_at
from coach.figure.vectors import along, mixed

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from coach.figure.outlines import Part
    from coach.figure.poses import Body, Cue, Lens, Movement
    from coach.figure.rig import Between, Solved
    from coach.figure.vectors import Vec2

BREATH_S = 4.8
PULSE_S = 2.4
FADES_FROM = {"upper_arm": "shoulder", "thigh": "hip", "foot": "hip"}
"""Where the shade of a limb fades out, so that an arm grows out of its shoulder without a ring."""
_CLEAR = QColor(0, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Colours:
    """The palette of one theme and variant: colours by key, and the amounts that mix them."""

    colours: dict[str, QColor]
    amounts: dict[str, float]

    @classmethod
    def of(cls, body: Body, theme: str, variant: str) -> Colours:
        """Return the colours of a theme (light or dark) with a variant's skin and hair; KeyError if unknown."""
        own = body.palette["dark" if theme == "dark" else "light"]
        colours = {key: QColor(value) for key, value in own.items() if isinstance(value, str)}
        colours |= {key: QColor(value) for key, value in body.variants[variant].items()}
        return cls(colours, {key: float(value) for key, value in own.items() if not isinstance(value, str)})

    def faded(self, key: str, alpha: float) -> QColor:
        """Return a colour with an opacity of 0 to 1."""
        made = QColor(self.colours[key])
        made.setAlphaF(min(1.0, max(0.0, alpha)))
        return made


def _mixed(a: QColor, b: QColor, share: float) -> QColor:
    return QColor(
        round(a.red() + (b.red() - a.red()) * share),
        round(a.green() + (b.green() - a.green()) * share),
        round(a.blue() + (b.blue() - a.blue()) * share),
    )


def path_of(polygons: Sequence[Polygon]) -> QPainterPath:
    """Return polygons as one path to be filled as a whole: all wound the same way."""
    made = QPainterPath()
    made.setFillRule(Qt.FillRule.WindingFill)
    for polygon in polygons:
        points = polygon if area(polygon) >= 0 else polygon[::-1]
        made.addPolygon(QPolygonF([QPointF(x, y) for x, y in points]))
        made.closeSubpath()
    return made


def _line(points: Sequence[Vec2]) -> QPainterPath:
    made = QPainterPath(QPointF(*points[0]))
    for point in points[1:]:
        made.lineTo(QPointF(*point))
    return made


class FigurePainter:
    """Draws one movement in one theme and variant."""

    def __init__(self, body: Body, movement: Movement, theme: str, variant: str) -> None:
        self._body = body
        self._movement = movement
        self._colours = Colours.of(body, theme, variant)
        self._projection = Projection.through(movement.camera)
        self._tailor = Tailor(body, movement, self._projection)
        self._curves = {
            key: smooth(points, 8, closed=True)
            for key, points in body.head.items()
            if not any(word in key for word in ("cheek", "line"))
        }
        self._mat = self._mat_outline()
        self._layers = _layers(movement.z_order)
        self._view = QRectF()
        self._flipped = False

    @property
    def movement(self) -> Movement:
        """The movement that this draws."""
        return self._movement

    # The whole picture

    def draw(
        self,
        painter: QPainter,
        size: tuple[float, float],
        place: Between,
        *,
        time_s: float = 0.0,
        flipped: bool = False,
        cues: bool = True,
    ) -> None:
        """Draw the picture of a place between two poses into a rectangle at the origin, background included.

        `time_s` drives breath and pulse; `flipped` draws the other side.
        """
        transform = self._fit(size, flipped=flipped)
        solved = solve_at(self._body.skeleton, self._movement, place)
        breath = self._movement.breath * math.sin(2 * math.pi * time_s / BREATH_S)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_background(painter, size, transform)
        painter.setTransform(transform, combine=True)
        self._draw_figure(painter, solved, place, (breath, time_s))
        if self._movement.lens is not None:
            self._draw_lens(painter, self._movement.lens, solved, place, (breath, time_s))
        if cues and place.phase != "return":
            for cue in self._movement.cues:
                self._draw_cue(painter, cue, place.mix(cue.show))
        painter.restore()

    def _fit(self, size: tuple[float, float], *, flipped: bool) -> QTransform:
        left, bottom, right, top = self._movement.frame
        scale = min(size[0] / (right - left), size[1] / (top - bottom))
        x, y = (left + right) / 2, (bottom + top) / 2
        width, height = size[0] / scale, size[1] / scale
        self._view = QRectF(x - width / 2, y - height / 2, width, height)
        self._flipped = flipped
        across = -scale if flipped else scale
        return QTransform(across, 0, 0, -scale, size[0] / 2 - x * across, size[1] / 2 + y * scale)

    # Ground

    def _draw_background(self, painter: QPainter, size: tuple[float, float], transform: QTransform) -> None:
        colours = self._colours.colours
        left, bottom, right, top = self._movement.frame
        scale = transform.m22() * -1
        painter.fillRect(QRectF(0, 0, *size), colours["background"])
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours["backdrop"])
        if self._movement.view == "three_quarter":
            middle = transform.map(QPointF((left + right) / 2, (bottom + top) / 2))
            painter.drawEllipse(middle, 0.475 * (right - left) * scale, 0.465 * (top - bottom) * scale)
            return
        horizon = self._projection.flat((0, 0, self._movement.mat.z[0]))[1] + 0.03
        middle = transform.map(QPointF((left + right) / 2, horizon))
        radius = min(0.43 * (right - left), 0.94 * (top - horizon)) * scale
        painter.drawEllipse(middle, radius, radius)
        painter.fillRect(QRectF(0, middle.y(), size[0], size[1] - middle.y()), colours["floor"])

    def _mat_outline(self) -> Polygon:
        (x0, x1), (z0, z1) = self._movement.mat.x, self._movement.mat.z
        corner = 0.03
        made: Polygon = []
        corners = ((x1, z1, -1, -1, 0), (x0, z1, 1, -1, 90), (x0, z0, 1, 1, 180), (x1, z0, -1, 1, 270))
        for x, z, inwards_x, inwards_z, start in corners:
            for k in range(7):
                angle = math.radians(start + 90 * k / 6)
                at_x = x + inwards_x * corner + corner * math.cos(angle)
                at_z = z + inwards_z * corner + corner * math.sin(angle)
                made.append(self._projection.flat((at_x, 0.0, at_z)))
        return made

    def _draw_mat(self, painter: QPainter) -> None:
        colours = self._colours
        slab = hull(self._mat + [(x, y - 0.013) for x, y in self._mat])
        fallen = path_of([[(x, y - 0.022) for x, y in slab]])
        shade = self._soft(colours.colours["floor_shadow"], lambda soft: soft.drawPath(fallen), (50, 90), 2)
        self._lay(painter, shade, colours.amounts["floor_alpha"] * 0.70)
        painter.fillPath(path_of([slab]), colours.colours["mat_edge"])
        painter.fillPath(path_of([self._mat]), colours.colours["mat"])

    def _draw_body_shadow(self, painter: QPainter, solved: Solved) -> None:
        polygons: list[Polygon] = []
        joints = solved.joints
        trunk = [("pelvis", "mid_spine", 0.085, 0.075), ("mid_spine", "neck", 0.075, 0.06)]
        bones: list[tuple[tuple[float, float, float], tuple[float, float, float], float, float, bool]] = [
            (joints[a], joints[b], first, last, True) for a, b, first, last in trunk
        ]
        bones.append((joints["head"], joints["head_centre"], 0.05, 0.06, False))
        for side in "lr":
            for a, b, first, last in (
                ("hip", "knee", 0.055, 0.037),
                ("knee", "ankle", 0.036, 0.022),
                ("shoulder", "elbow", 0.034, 0.024),
                ("elbow", "wrist", 0.023, 0.016),
            ):
                bones.append((joints[f"{a}_{side}"], joints[f"{b}_{side}"], first, last, False))
            foot, hand = solved.feet[side], solved.hands[side]
            bones.append((foot.at, along(foot.at, foot.points, 0.10), 0.026, 0.018, False))
            bones.append((hand.at, along(hand.at, hand.points, 0.085), 0.018, 0.012, False))
        for start, end, first, last, is_trunk in bones:
            pills = [
                self._pill(mixed(start, end, k / 3), first + (last - first) * k / 3, is_trunk=is_trunk)
                for k in range(4)
            ]
            polygons += [hull(a + b) for a, b in itertools.pairwise(pills) if a and b]
        if polygons:
            path = path_of(polygons)
            image = self._soft(self._colours.colours["floor_shadow"], lambda soft: soft.drawPath(path), (75, 170), 2)
            self._lay(painter, image, self._colours.amounts["floor_alpha"], path_of([self._mat]))

    def _pill(self, centre: tuple[float, float, float], radius: float, *, is_trunk: bool) -> Polygon:
        """Return the shadow of a ball straight below it, smaller the higher it is, none from some height on."""
        share = 1 - max(0.0, centre[1] - radius) / (0.24 if is_trunk else 0.13)
        if share <= 0.30:  # noqa: PLR2004 - too high to leave a shadow
            return []
        x, y = self._projection.flat((centre[0], 0.0, centre[2]))
        size = radius * (0.5 + 0.5 * share if is_trunk else share)
        ax, ay = self._projection.flat((size, 0.0, 0.0))
        bx, by = self._projection.flat((0.0, 0.0, size))
        return [(x + u * ax + v * bx, y + u * ay + v * by) for u, v in disc((0.0, 0.0), 1.0, 16)]

    # Body

    def _draw_figure(
        self,
        painter: QPainter,
        solved: Solved,
        place: Between,
        moment: tuple[float, float],
        without: tuple[str, ...] = (),
    ) -> None:
        breath, time_s = moment
        self._draw_mat(painter)
        self._draw_body_shadow(painter, solved)
        parts = self._tailor.parts(solved, breath)
        spans = _spans(parts)
        drawn = QPainterPath()
        drawn.setFillRule(Qt.FillRule.WindingFill)
        for layer in self._layers:
            name = layer[0]
            if name == "mat" or any(part in GROUPS.get(limb, (limb,)) for limb in without for part in layer):
                continue
            if name.startswith("glow:"):
                self._draw_glow(painter, solved, place, name.removeprefix("glow:"), drawn, time_s)
            elif name == "head":
                self._draw_head(painter, solved, drawn)
            else:
                self._draw_layer(painter, solved, layer, [parts[part] for part in layer], spans, drawn)

    def _draw_layer(  # noqa: PLR0917 - one layer with all that it is drawn from
        self,
        painter: QPainter,
        solved: Solved,
        layer: list[str],
        parts: list[Part],
        spans: dict[str, tuple[float, float]],
        drawn: QPainterPath,
    ) -> None:
        name, _, side = layer[0].rpartition("_")
        joint = FADES_FROM.get(name)
        if name == "foot" and f"thigh_{side}" not in layer:
            joint = None
        root = self._projection.flat(solved.joints[f"{joint}_{side}"]) if joint else None
        cast = path_of([polygon for part in parts for polygon in part.cast])
        self._draw_shade(painter, cast, drawn, 0.20 if layer[0] == "neck" else 1.0, root)
        fills: dict[str, list[Polygon]] = {}
        for part in parts:
            for key, polygons in part.fills:
                fills.setdefault(key, []).extend(polygons)
        for key in sorted(fills, key=lambda each: ("skin", "pants", "top").index(each.split("_")[0])):
            path = path_of(fills[key])
            self._fill(painter, key, path, spans[key])
            drawn.addPath(path)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for part in parts:
            for key, line in part.hems:
                pen = QPen(self._colours.faded(key, 0.55), 0.0045)
                pen.setCapStyle(Qt.PenCapStyle.FlatCap)
                painter.setPen(pen)
                painter.drawPath(_line(line))

    def _fill(self, painter: QPainter, key: str, path: QPainterPath, span: tuple[float, float] | None = None) -> None:
        """Fill with a colour that drifts towards its own far shade at the bottom of all that has this colour."""
        colours, amounts = self._colours.colours, self._colours.amounts
        base = colours[key]
        if key.endswith("_near"):
            low = colours[key.replace("_near", "_far")]
        else:
            low = _mixed(base, QColor(Qt.GlobalColor.black), 0.12)
        if span is None:
            box = path.boundingRect()
            span = (box.top(), box.bottom())
        gradient = QLinearGradient(0, span[1], 0, span[0])
        gradient.setColorAt(0.0, _mixed(base, colours["light"], amounts["light_amount"]))
        gradient.setColorAt(0.40, base)
        gradient.setColorAt(1.0, _mixed(base, low, amounts["shade_amount"]))
        painter.fillPath(path, QBrush(gradient))

    def _draw_shade(
        self, painter: QPainter, path: QPainterPath, drawn: QPainterPath, strength: float, root: Vec2 | None
    ) -> None:
        """Draw the soft shade that a part throws on what is behind it; it fades out round the root joint."""
        if drawn.isEmpty():
            return
        # Light falls from the same side in a flipped picture.
        moved = path.translated(-0.004 if self._flipped else 0.004, -0.007)

        def paint(soft: QPainter) -> None:
            soft.drawPath(moved)
            if root is not None:
                fade = QRadialGradient(QPointF(*root), 0.115)
                fade.setColorAt(0.35, _CLEAR)
                fade.setColorAt(1.0, QColor(0, 0, 0, 255))
                soft.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationIn)
                soft.fillRect(self._view, QBrush(fade))

        image = self._soft(self._colours.colours["contact"], paint, (160, 160), 2)
        self._lay(painter, image, strength * self._colours.amounts["contact_alpha"], drawn)

    # Head

    def _draw_head(self, painter: QPainter, solved: Solved, drawn: QPainterPath) -> None:
        view, colours = self._movement.head_view, self._colours
        place = self._head_place(solved)
        face, hair, knot = (path_of([place(self._curves[f"{view}_{key}"])]) for key in ("face", "hair", "bun"))
        whole = QPainterPath(face)
        whole.setFillRule(Qt.FillRule.WindingFill)
        whole.addPath(hair)
        whole.addPath(knot)
        self._draw_shade(painter, whole, drawn, 0.42, None)
        drawn.addPath(whole)
        self._fill(painter, "hair_dark", knot)
        self._fill(painter, "skin_near", face)
        painter.save()
        painter.setClipPath(face, Qt.ClipOperation.IntersectClip)
        painter.setPen(Qt.PenStyle.NoPen)
        for key in (key for key in self._body.head if key.startswith(f"{view}_cheek")):
            centre = QPointF(*place([self._body.head[key][0]])[0])
            radius = self._body.head[key][1][0] * self._body.skeleton.head_height
            glow = QRadialGradient(centre, radius)
            glow.setColorAt(0, colours.faded("cheek", 0.42))
            glow.setColorAt(1, colours.faded("cheek", 0))
            painter.setBrush(QBrush(glow))
            painter.drawEllipse(centre, radius, radius)
        painter.restore()
        self._fill(painter, "hair", hair)
        for key in (key for key in self._curves if key.startswith(f"{view}_ear")):
            self._fill(painter, "skin_near" if view == "profile" else "skin_far", path_of([place(self._curves[key])]))
        self._draw_face(painter, place, solved.face)

    def _draw_face(self, painter: QPainter, place: Callable[..., Polygon], strength: float) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for key in (key for key in self._body.head if key.startswith(f"{self._movement.head_view}_line")):
            alpha = strength * (0.55 if key.endswith("mouth") else 0.95)
            pen = QPen(self._colours.faded("line", alpha), 0.0048)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            (ax, ay), (bx, by), (cx, cy) = place(self._body.head[key])
            bow = QPainterPath(QPointF(ax, ay))
            bow.quadTo(QPointF(2 * bx - (ax + cx) / 2, 2 * by - (ay + cy) / 2), QPointF(cx, cy))
            painter.drawPath(bow)

    def _head_place(self, solved: Solved) -> Callable[[Sequence[Sequence[float]]], Polygon]:
        frame, height = solved.frames["head"], self._body.skeleton.head_height
        x, y = self._projection.flat(solved.joints["head_centre"])
        # In the front view the person's left is on the right of the picture.
        ax, ay = self._projection.flat(frame.front if self._movement.head_view == "profile" else frame.right)
        turn = 1 if self._movement.head_view == "profile" else -1
        ax, ay = ax * turn * height, ay * turn * height
        bx, by = (part * height for part in self._projection.flat(frame.up))

        def place(points: Sequence[Sequence[float]]) -> Polygon:
            return [(x + p[0] * ax + p[1] * bx, y + p[0] * ay + p[1] * by) for p in points]

        return place

    # Glow, cues, lens

    def _draw_glow(  # noqa: PLR0917 - one glow with all that it is drawn from
        self, painter: QPainter, solved: Solved, place: Between, name: str, drawn: QPainterPath, time_s: float
    ) -> None:
        highlight = next(each for each in self._movement.highlights if each.id == name)
        strength = place.mix(highlight.strength) * (1 + 0.10 * math.sin(2 * math.pi * time_s / PULSE_S))
        if strength <= 0.01:  # noqa: PLR2004 - not to be seen
            return
        spots = beads(self._tailor, solved, highlight, self._projection)
        colours, amounts = self._colours.colours, self._colours.amounts

        def dots(grow: float) -> Callable[[QPainter], None]:
            def paint(soft: QPainter) -> None:
                for (x, y), radius in spots:
                    soft.drawEllipse(QPointF(x, y), radius * grow, radius * grow)

            return paint

        halo = self._soft(colours["glow"], dots(1.25), (45, 45), 3)
        self._lay(painter, halo, strength * amounts["halo_alpha"])
        glow = self._soft(colours["glow"], dots(0.80), (70, 70), 3)
        self._lay(painter, glow, strength * amounts["glow_alpha"], drawn)
        core = self._soft(colours["glow_core"], dots(0.30), (60, 60), 3)
        self._lay(painter, core, strength * amounts["core_alpha"], drawn)

    def _draw_cue(self, painter: QPainter, cue: Cue, strength: float) -> None:
        if strength <= 0.02:  # noqa: PLR2004 - not to be seen
            return
        points = [self._projection.flat(point) for point in cue.points]
        if cue.kind == "anchor":
            painter.setPen(Qt.PenStyle.NoPen)
            for point in points:
                painter.setBrush(self._colours.faded("anchor", 0.24 * strength))
                painter.drawEllipse(QPointF(*point), 0.024, 0.024)
                painter.setBrush(self._colours.faded("anchor_dot", strength))
                painter.drawEllipse(QPointF(*point), 0.0105, 0.0105)
            return
        curve = [(p[0], p[1]) for p in smooth(points, 14)]
        (ex, ey), (bx, by) = curve[-1], curve[max(0, len(curve) - 6)]
        size = math.hypot(ex - bx, ey - by) or 1.0
        dx, dy = (ex - bx) / size, (ey - by) / size
        colour = self._colours.faded("cue", 0.95 * strength)
        tail = QLinearGradient(QPointF(*curve[0]), QPointF(ex, ey))
        tail.setColorAt(0.0, self._colours.faded("cue", 0.0))
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
            painter.drawPath(_line(line))

    def _draw_lens(
        self, painter: QPainter, lens: Lens, solved: Solved, place: Between, moment: tuple[float, float]
    ) -> None:
        colours = self._colours
        ox, oy = self._projection.flat(lens.centre)
        ax, ay = lens.at
        ring, spot = QPainterPath(), QPainterPath()
        ring.addEllipse(QPointF(ax, ay), lens.radius, lens.radius)
        small = lens.radius / lens.zoom
        spot.addEllipse(QPointF(ox, oy), small, small)
        size = math.hypot(ox - ax, oy - ay) or 1.0
        dx, dy = (ox - ax) / size, (oy - ay) / size
        painter.save()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colours.faded("lens_ring", 0.8), 0.0035))
        painter.drawPath(spot)
        painter.drawLine(
            QPointF(ox - dx * small, oy - dy * small), QPointF(ax + dx * lens.radius, ay + dy * lens.radius)
        )
        painter.setClipPath(ring)
        painter.translate(ax, ay)
        painter.scale(lens.zoom, lens.zoom)
        painter.translate(-ox, -oy)
        painter.fillRect(QRectF(ox - 2, oy - 2, 4, 4), colours.colours["backdrop"])
        self._draw_figure(painter, solved, place, moment, lens.without)
        painter.restore()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colours.colours["lens_ring"], 0.006))
        painter.drawPath(ring)

    # Soft things

    def _soft(self, colour: QColor, paint: Callable[[QPainter], None], density: tuple[int, int], blurs: int) -> QImage:
        """Return a small picture of the whole view, `density` px a body length across and up, blurred."""
        view = self._view
        width, height = max(4, round(view.width() * density[0])), max(4, round(view.height() * density[1]))
        image = QImage(width, height, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(0)
        soft = QPainter(image)
        soft.setRenderHint(QPainter.RenderHint.Antialiasing)
        soft.setPen(Qt.PenStyle.NoPen)
        soft.setBrush(colour)
        across, up = width / view.width(), height / view.height()
        soft.setTransform(QTransform(across, 0, 0, up, -view.left() * across, -view.top() * up))
        paint(soft)
        soft.end()
        ratio, mode = Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
        for _ in range(blurs):
            image = image.scaled(max(2, width // 2), max(2, height // 2), ratio, mode)
            image = image.scaled(width, height, ratio, mode)
        return image

    def _lay(self, painter: QPainter, image: QImage, alpha: float, clip: QPainterPath | None = None) -> None:
        painter.save()
        if clip is not None:
            painter.setClipPath(clip, Qt.ClipOperation.IntersectClip)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setOpacity(min(1.0, alpha))
        painter.drawImage(self._view, image, QRectF(image.rect()))
        painter.restore()


def _layers(order: tuple[str, ...]) -> list[list[str]]:
    """Open the z-order into parts; neighbours of one limb are joined, to be filled as one shape."""
    limb_of = {part: limb for limb, parts in GROUPS.items() for part in parts}
    made: list[list[str]] = []
    for name in order:
        parts = [part for part in GROUPS.get(name, (name,)) if part == name or part not in order]
        if made and parts[0] in LIMB_PARTS and limb_of.get(made[-1][-1]) == limb_of[parts[0]]:
            made[-1] += parts
        else:
            made.append(parts)
    return made


def _spans(parts: dict[str, Part]) -> dict[str, tuple[float, float]]:
    """Return the lowest and highest point of all that has a colour: one gradient for all of it."""
    made: dict[str, tuple[float, float]] = {}
    for part in parts.values():
        for key, polygons in part.fills:
            low = min(y for polygon in polygons for _x, y in polygon)
            high = max(y for polygon in polygons for _x, y in polygon)
            before = made.get(key, (low, high))
            made[key] = (min(before[0], low), max(before[1], high))
    return made
