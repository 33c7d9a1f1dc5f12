"""The body of one frame, cut into layers from back to front, ready to be drawn once or twice.

A layer is filled as a whole, so that no seam shows inside it. Before it is filled it throws a soft shade on what is
behind it. The costly parts of a layer are made once and drawn twice: in the picture and in the lens.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QBrush, QColor, QLinearGradient, QPainter, QPainterPath, QPen, QRadialGradient

from coach.figure.paint import blur
from coach.figure.paint.palette import CLEAR, blended
from coach.figure.paint.paths import line_of, path_of
from coach.figure.poses import GROUPS, LIMB_PARTS

if TYPE_CHECKING:
    from PySide6.QtCore import QRectF

    from coach.figure.curves import Polygon
    from coach.figure.outlines import Part
    from coach.figure.paint.blur import Soft
    from coach.figure.paint.palette import Colours
    from coach.figure.vectors import Vec2

    Spans = dict[str, tuple[float, float]]

FADE_REACH, FADE_FROM = 0.115, 0.35
"""Radius around its root joint, in body lengths, within which a limb's shade fades, and the share where that begins.

Without it a ring would show where an arm leaves its shoulder.
"""
SHADE_OFFSET = (0.004, -0.007)
_ORDER = ("skin", "pants", "top")


@dataclass(slots=True)
class Layer:
    """Parts that are filled as one: paths by colour, hems, and the shade that they throw."""

    names: tuple[str, ...]
    fills: list[tuple[str, QPainterPath]]
    hems: list[tuple[str, QPainterPath]]
    shade: Soft
    strength: float


def make_layer(  # noqa: PLR0917 - one layer with all that it is made from
    names: tuple[str, ...], parts: list[Part], root: Vec2 | None, strength: float, colours: Colours, shift: float
) -> Layer:
    """Cut one layer; `shift` is 1, or -1 in a flipped picture, where light still falls from the same side."""
    paths: dict[int, QPainterPath] = {}

    def joined(groups: list[list[Polygon]]) -> QPainterPath:
        """Join groups of polygons; what is filled often throws the shade too, and is made a path once."""
        whole = QPainterPath()
        whole.setFillRule(Qt.FillRule.WindingFill)
        for group in groups:
            if id(group) not in paths:
                paths[id(group)] = path_of(group)
            whole.addPath(paths[id(group)])
        return whole

    fills: dict[str, list[list[Polygon]]] = {}
    for part in parts:
        for key, polygons in part.fills:
            fills.setdefault(key, []).append(polygons)
    cast = joined([group for part in parts for group in part.cast])
    return Layer(
        names,
        [(key, joined(fills[key])) for key in sorted(fills, key=lambda colour: _ORDER.index(colour.split("_")[0]))],
        [(key, line_of(line)) for part in parts for key, line in part.hems],
        shade_of(cast, root, colours, shift),
        strength,
    )


def shade_of(cast: QPainterPath, root: Vec2 | None, colours: Colours, shift: float) -> Soft:
    """Return the soft shade of a path; it fades out round the root joint."""
    moved = cast.translated(SHADE_OFFSET[0] * shift, SHADE_OFFSET[1])

    def paint(painter: QPainter, place: QRectF) -> None:
        painter.drawPath(moved)
        if root is not None:
            fade = QRadialGradient(QPointF(*root), FADE_REACH)
            fade.setColorAt(FADE_FROM, CLEAR)
            fade.setColorAt(1.0, QColor(0, 0, 0, 255))
            # Keeps of what is painted as much as the gradient is opaque: nothing at the joint, all of it farther out.
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationIn)
            painter.fillRect(place, QBrush(fade))

    return blur.soft(colours.colours["contact"], moved.boundingRect(), blur.SHADE, paint)


def draw_layer(painter: QPainter, layer: Layer, spans: Spans, colours: Colours) -> None:
    """Draw a layer on those behind it, on a picture that holds nothing but the body."""
    blur.lay(painter, layer.shade, layer.strength * colours.amounts["contact_alpha"], blur.ATOP)
    for key, path in layer.fills:
        fill(painter, key, path, colours, spans[key])
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for key, line in layer.hems:
        pen = QPen(colours.faded(key, 0.55), 0.0045)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        painter.drawPath(line)


def fill(
    painter: QPainter, key: str, path: QPainterPath, colours: Colours, span: tuple[float, float] | None = None
) -> None:
    """Fill a path with its colour, lighter at the top of `span` and towards its own far shade at the bottom.

    `span` is the lowest and highest point, in body lengths, of everything in that colour; by default of the path alone.
    """
    if span is None:
        box = path.boundingRect()
        span = (box.top(), box.bottom())
    base, amounts = colours.colours[key], colours.amounts
    gradient = QLinearGradient(0, span[1], 0, span[0])
    gradient.setColorAt(0.0, blended(base, colours.colours["light"], amounts["light_amount"]))
    gradient.setColorAt(0.40, base)
    gradient.setColorAt(1.0, blended(base, colours.low(key), amounts["shade_amount"]))
    painter.fillPath(path, QBrush(gradient))


def layers_of(order: tuple[str, ...]) -> list[tuple[str, ...]]:
    """Return the z-order as parts; neighbouring parts of one limb are joined, to be filled as one shape."""
    limb_of = {part: limb for limb, parts in GROUPS.items() for part in parts}
    layers: list[tuple[str, ...]] = []
    for name in order:
        parts = tuple(part for part in GROUPS.get(name, (name,)) if part == name or part not in order)
        if layers and parts[0] in LIMB_PARTS and limb_of.get(layers[-1][-1]) == limb_of[parts[0]]:
            layers[-1] += parts
        else:
            layers.append(parts)
    return layers


def spans_of(parts: dict[str, Part]) -> Spans:
    """Return the lowest and highest point of each colour, so that all parts in it share one gradient."""
    spans: Spans = {}
    for part in parts.values():
        for key, polygons in part.fills:
            heights = [y for polygon in polygons for _x, y in polygon]
            low, high = min(heights), max(heights)
            span = spans.get(key, (low, high))
            spans[key] = (min(span[0], low), max(span[1], high))
    return spans
