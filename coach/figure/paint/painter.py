"""Draws a solved pose with QPainter: what lies still, the body on it, the marks, and the lens.

Everything is drawn in body lengths under one transform, so that every size is the same drawing. The body is drawn on
a layer of its own, which holds nothing else: a shade painted where something is already then falls on the body alone.
"""

from __future__ import annotations

import functools
import math
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPen, QTransform

from coach.figure.cues import clarity
from coach.figure.glow import beads
from coach.figure.outlines import Tailor
from coach.figure.paint import blur, marks
from coach.figure.paint.ground import Ground
from coach.figure.paint.head import Head
from coach.figure.paint.layers import Layer, draw_layer, fill, layers_of, make_layer, shade_of, spans_of
from coach.figure.paint.palette import Colours
from coach.figure.poses import GROUPS
from coach.figure.projection import Projection
from coach.figure.rig import solve_at

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QColor

    from coach.figure.outlines import Part
    from coach.figure.paint.blur import Soft
    from coach.figure.poses import Body, Lens, Movement
    from coach.figure.rig import Between, Solved

PULSE = 0.10
"""By how much of its strength the glow swells with the breath."""
FAINTEST_GLOW = 0.01
NECK_SHADE, HEAD_SHADE = 0.20, 0.42
FADES_FROM = {"upper_arm": "shoulder", "thigh": "hip", "foot": "hip"}
"""The joint around which a limb's shade fades out."""


class _Cut(NamedTuple):
    """One frame, cut and blurred, ready to be drawn at any scale."""

    solved: Solved
    spans: dict[str, tuple[float, float]]
    layers: list[Layer | marks.Glow | Soft]
    """From back to front; a soft thing stands for the head, whose shade it is."""
    shadow: Soft | None
    bounds: QRectF
    """What the body covers with its shades."""
    reach: QRectF
    """What the body covers with its shadow, glows, cues and lens."""
    alive: QRectF
    """The part that changes with breath and pulse."""


Scene = tuple[int, int, int, int]
"""The part of a picture that holds the frame of the movement: left, top, width and height, in px."""


class Patch(NamedTuple):
    """A part of a picture, and where it lies in it, in px."""

    rect: QRect
    image: QImage


class FigurePainter:
    """Draws one movement in one theme and variant."""

    def __init__(
        self, body: Body, movement: Movement, theme: str, variant: str, room: Mapping[str, QColor] | None = None
    ) -> None:
        """`room` has other colours for what is behind the person, by their names in the palette."""
        self._skeleton = body.skeleton
        self._movement = movement
        self._colours = Colours.of(body, theme, variant)
        self._colours.colours.update(room or {})
        self._projection = Projection.through(movement.camera)
        self._tailor = Tailor(body, movement, self._projection)
        self._ground = Ground(movement, self._projection, self._colours)
        self._head = Head(body, movement, self._projection, self._colours)
        self._order = layers_of(movement.z_order)

    @property
    def movement(self) -> Movement:
        """The movement that this draws."""
        return self._movement

    @property
    def room(self) -> Ground:
        """Where the person is."""
        return self._ground

    # The whole picture

    def ground(self, size: tuple[int, int], *, flipped: bool = False, scene: Scene | None = None) -> QImage:
        """Return the still ground behind the person, at that size in px.

        The frame of the movement lies in the `scene`, a part of the picture, and the ground goes on around it.
        """
        return self._drawn_ground(size, self._fit(size, flipped=flipped, scene=scene))

    def picture(self, size: tuple[int, int], place: Between, *, flipped: bool = False) -> QImage:
        """Return the whole picture of a place between two poses, at that size in px; `flipped` is the other side."""
        ground = self.ground(size, flipped=flipped)
        patch = self.patch(ground, place, flipped=flipped)
        painter = QPainter(ground)
        painter.drawImage(patch.rect.topLeft(), patch.image)
        painter.end()
        return ground

    def close_up(self, size: tuple[int, int], place: Between, *, flipped: bool = False) -> QImage:
        """Return the person alone, as large as the size in px allows: no arrows and no lens, for a small picture."""
        cut = self._cut(place, 0.0, flipped=flipped)
        return self._drawn_alone(size, cut, self._fit(size, flipped=flipped, shown=cut.bounds))

    def at_rest(self, size: tuple[int, int], place: Between, *, life: float = 0.0, flipped: bool = False) -> QImage:
        """Return the whole picture without arrows and lens: the person who is doing nothing."""
        cut = self._cut(place, life, flipped=flipped)
        return self._drawn_alone(size, cut, self._fit(size, flipped=flipped))

    def _drawn_alone(self, size: tuple[int, int], cut: _Cut, transform: QTransform) -> QImage:
        image = self._drawn_ground(size, transform)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setTransform(transform)
        self._ground.draw_shadow(painter, cut.shadow)
        self._draw_body(painter, cut, transform, QRectF(image.rect()))
        painter.end()
        return image

    def patch(
        self,
        ground: QImage,
        place: Between,
        *,
        life: float = 0.0,
        flipped: bool = False,
        within: QRect | None = None,
        scene: Scene | None = None,
    ) -> Patch:
        """Return the part of the picture in which the person is, on its ground, of which flip and scene are the same.

        `life` (-1 to 1) is how far the breath has swollen the chest, and the glow with it. `within` asks for no more
        than that rectangle, in px.
        """
        transform = self._fit((ground.width(), ground.height()), flipped=flipped, scene=scene)
        cut = self._cut(place, life, flipped=flipped)
        rect = transform.mapRect(cut.reach).toAlignedRect().intersected(ground.rect())
        if within is not None:
            rect = rect.intersected(within)
        if rect.isEmpty():  # the person is outside the frame
            return Patch(QRect(), QImage())
        return Patch(rect, self._drawn(ground.copy(rect), cut, place, transform * _moved(rect)))

    def alive(
        self, size: tuple[int, int], place: Between, *, flipped: bool = False, scene: Scene | None = None
    ) -> QRect:
        """Return the rectangle, in px of a picture of that size, outside which the breath changes nothing."""
        cut = self._cut(place, 1.0, flipped=flipped)
        transform = self._fit(size, flipped=flipped, scene=scene)
        return transform.mapRect(cut.alive).toAlignedRect().intersected(QRect(0, 0, *size))

    def _drawn(self, image: QImage, cut: _Cut, place: Between, transform: QTransform) -> QImage:
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setTransform(transform)
        self._ground.draw_shadow(painter, cut.shadow)
        self._draw_body(painter, cut, transform, QRectF(image.rect()))
        if self._movement.lens is not None:
            self._draw_lens(painter, self._movement.lens, cut, transform, QRectF(image.rect()))
        for cue in self._movement.cues:
            marks.draw_cue(painter, cue, clarity(self._movement, cue, place), self._projection, self._colours)
        painter.end()
        return image

    def _drawn_ground(self, size: tuple[int, int], transform: QTransform) -> QImage:
        image = QImage(*size, QImage.Format.Format_RGB32)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ground.draw_room(painter, size, transform)
        painter.setTransform(transform)
        self._ground.draw_mat(painter)
        painter.end()
        return image

    def _fit(
        self, size: tuple[int, int], *, flipped: bool, shown: QRectF | None = None, scene: Scene | None = None
    ) -> QTransform:
        """Return the transform from body lengths to px that fits the frame, or `shown`, into a scene of a picture."""
        left, bottom, right, top = self._movement.frame
        shown = QRectF(left, bottom, right - left, top - bottom) if shown is None else shown
        at_x, at_y, width, height = (0, 0, *size) if scene is None else scene
        scale = min(width / shown.width(), height / shown.height())
        x, y = shown.center().toTuple()
        across = -scale if flipped else scale
        return QTransform(across, 0, 0, -scale, at_x + width / 2 - x * across, at_y + height / 2 + y * scale)

    # Body

    def _cut(self, place: Between, life: float, *, flipped: bool) -> _Cut:
        solved = solve_at(self._skeleton, self._movement, place)
        parts = self._tailor.parts(solved, self._movement.breath * life)
        shift = -1.0 if flipped else 1.0
        layers: list[Layer | marks.Glow | Soft] = []
        for names in self._order:
            if names[0] == "mat":
                continue
            if names[0].startswith("glow:"):
                glow = self._glow(solved, place, names[0].removeprefix("glow:"), life)
                layers += [] if glow is None else [glow]
            elif names[0] == "head":
                layers.append(shade_of(self._head.outline(solved), None, self._colours, shift))
            else:
                layers.append(self._layer(solved, names, [parts[name] for name in names], shift))
        bounds = QRectF()
        for layer in layers:
            if not isinstance(layer, marks.Glow):
                bounds |= _extent(layer)
        glows = [layer.reach for layer in layers if isinstance(layer, marks.Glow)]
        lens = [marks.lens_reach(self._movement.lens)] if self._movement.lens is not None else []
        trunk = next(layer.shade.place for layer in layers if isinstance(layer, Layer) and "torso" in layer.names)
        shadow = self._ground.shadow_of(solved)
        shown = [cue for cue in self._movement.cues if clarity(self._movement, cue, place) > 0]
        cues = [marks.cue_reach(cue, self._projection) for cue in shown]
        reach = _united([bounds, *glows, *lens, *cues, *([] if shadow is None else [shadow.place])])
        if self._movement.lens is not None:
            reach |= self._spot(self._movement.lens)
        alive = _united([trunk, *glows, *lens])
        return _Cut(solved, spans_of(parts), layers, shadow, bounds, reach, alive)

    def _layer(self, solved: Solved, names: tuple[str, ...], parts: list[Part], shift: float) -> Layer:
        name, _, side = names[0].rpartition("_")
        joint = FADES_FROM.get(name)
        if name == "foot" and f"thigh_{side}" not in names:
            joint = None
        root = self._projection.flat(solved.joints[f"{joint}_{side}"]) if joint else None
        strength = NECK_SHADE if names[0] == "neck" else 1.0
        return make_layer(names, parts, root, strength, self._colours, shift)

    def _glow(self, solved: Solved, place: Between, name: str, life: float) -> marks.Glow | None:
        highlight = next(highlight for highlight in self._movement.highlights if highlight.id == name)
        strength = place.mix(highlight.strength) * (1 + PULSE * life)
        if strength <= FAINTEST_GLOW:
            return None
        return marks.Glow(beads(self._tailor, solved, highlight, self._projection), strength, self._colours)

    def _draw_body(
        self, painter: QPainter, cut: _Cut, transform: QTransform, view: QRectF, without: tuple[str, ...] = ()
    ) -> None:
        """Draw the body on a layer of its own and lay that over the picture; `view` is what can be seen, in px."""
        for layer in cut.layers:
            if isinstance(layer, marks.Glow):
                layer.draw_behind(painter)
        # Not more than can be seen: in a lens of a tiny frame the whole body would be larger than memory.
        area = transform.mapRect(cut.bounds).intersected(view).toAlignedRect()
        if area.isEmpty():
            return
        image = QImage(area.size(), QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(0)
        body = QPainter(image)
        body.setRenderHint(QPainter.RenderHint.Antialiasing)
        body.setTransform(transform * _moved(area))
        hidden = {part for limb in without for part in GROUPS.get(limb, (limb,))}
        visible = transform.inverted()[0].mapRect(QRectF(area))
        for layer in cut.layers:
            if not _extent(layer).intersects(visible):
                continue
            if isinstance(layer, marks.Glow):
                layer.draw(body)
            elif isinstance(layer, Layer):
                if hidden.isdisjoint(layer.names):
                    draw_layer(body, layer, cut.spans, self._colours)
            else:
                blur.lay(body, layer, HEAD_SHADE * self._colours.amounts["contact_alpha"], blur.ATOP)
                self._head.draw(body, cut.solved, self._fill)
        body.end()
        painter.save()
        painter.resetTransform()
        painter.drawImage(area.topLeft(), image)
        painter.restore()

    def _fill(self, painter: QPainter, key: str, path: QPainterPath) -> None:
        fill(painter, key, path, self._colours)

    def _spot(self, lens: Lens) -> QRectF:
        """Return what the lens shows, in body lengths."""
        x, y = self._projection.flat(lens.centre)
        small = lens.radius / lens.zoom + 0.01
        return QRectF(x - small, y - small, 2 * small, 2 * small)

    def _draw_lens(self, painter: QPainter, lens: Lens, cut: _Cut, transform: QTransform, view: QRectF) -> None:
        colours = self._colours
        ox, oy = self._projection.flat(lens.centre)
        ax, ay = lens.at
        small = lens.radius / lens.zoom
        size = math.hypot(ox - ax, oy - ay) or 1.0
        dx, dy = (ox - ax) / size, (oy - ay) / size
        ring = QPainterPath()
        ring.addEllipse(QPointF(ax, ay), lens.radius, lens.radius)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colours.faded("lens_ring", 0.8), 0.0035))
        painter.drawEllipse(QPointF(ox, oy), small, small)
        painter.drawLine(
            QPointF(ox - dx * small, oy - dy * small), QPointF(ax + dx * lens.radius, ay + dy * lens.radius)
        )
        painter.save()
        painter.setClipPath(ring)
        painter.fillPath(ring, colours.colours["backdrop"])
        larger = QTransform.fromTranslate(-ox, -oy) * QTransform.fromScale(lens.zoom, lens.zoom)
        larger = larger * QTransform.fromTranslate(ax, ay) * transform
        painter.setTransform(larger)
        self._ground.draw_mat(painter)
        self._ground.draw_shadow(painter, cut.shadow)
        self._draw_body(painter, cut, larger, transform.mapRect(ring.boundingRect()).intersected(view), lens.without)
        painter.restore()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colours.colours["lens_ring"], 0.006))
        painter.drawPath(ring)


def _moved(rect: QRect) -> QTransform:
    return QTransform.fromTranslate(-rect.x(), -rect.y())


def _extent(layer: Layer | marks.Glow | Soft) -> QRectF:
    if isinstance(layer, marks.Glow):
        return layer.reach
    return layer.shade.place if isinstance(layer, Layer) else layer.place


def _united(rects: list[QRectF]) -> QRectF:
    return functools.reduce(QRectF.united, rects, QRectF())
