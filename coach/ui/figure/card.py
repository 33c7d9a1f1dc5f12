"""The card round the figure: its frame with round corners, its caption, and what it shows where there is no figure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMargins, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainterPath, QPen

from coach.ui.kit.theme import blend

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QBrush, QImage, QPainter

    from coach.figure.paint.ground import Ground
    from coach.figure.paint.painter import Patch
    from coach.ui.figure.close_ups import View
    from coach.ui.kit.theme import Theme

RADIUS = 20
ROUND = QMargins(RADIUS, RADIUS, RADIUS, RADIUS)
"""How far the round corners reach inwards, in px."""


def corners(size: QSize) -> QPainterPath:
    """Return the area outside the card's round corners."""
    shape = QPainterPath()
    shape.setFillRule(Qt.FillRule.OddEvenFill)
    shape.addRect(_area(size))
    shape.addRoundedRect(_area(size), RADIUS, RADIUS)
    return shape


def paint_frame(painter: QPainter, theme: Theme, outside: QPainterPath, page: QBrush) -> None:
    """Paint the page outside the corners, and the line around the card."""
    t = theme.tokens
    painter.fillPath(outside, page)
    inset = t.border_px / 2
    painter.setPen(QPen(t.line, t.border_px))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    area = outside.boundingRect().adjusted(inset, inset, -inset, -inset)
    painter.drawRoundedRect(area, RADIUS, RADIUS)


def covered(view: View, patches: Sequence[Patch], room: QSize) -> QRect:
    """Return the area of patches, given in px of their view, in a picture that is stretched to `room`."""
    across, down = room.width() / view.width, room.height() / view.height
    area = QRect()
    for patch in patches:
        rect = QRectF(patch.rect)
        scaled = QRectF(rect.x() * across, rect.y() * down, rect.width() * across, rect.height() * down)
        area |= scaled.toAlignedRect()
    return area


def paint_empty(painter: QPainter, theme: Theme, size: QSize) -> None:
    """Paint a room without a person."""
    t, area = theme.tokens, _area(size)
    painter.fillRect(area, t.surface)
    if t.border_px > 1:
        return
    painter.setRenderHint(painter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    horizon = area.height() * 0.72
    radius = min(area.width() * 0.44, area.height() * 0.66)
    painter.setBrush(blend(t.surface, t.prepare, 0.10))
    painter.drawEllipse(QPointF(area.width() / 2, horizon), radius, radius)
    painter.fillRect(QRectF(0, horizon, area.width(), area.height()), blend(t.surface, t.brand, 0.10))


def paint_room(painter: QPainter, room: Ground, place: QRect, horizon: float | None) -> None:
    """Paint wall, and floor from `horizon` px down, into a rectangle."""
    wall, floor = room.wall_and_floor
    painter.fillRect(place, wall)
    if horizon is not None:
        painter.fillRect(QRectF(place.left(), horizon, place.width(), place.bottom() + 1 - horizon), floor)


def paint_picture(  # noqa: PLR0917 - a picture and where it goes
    painter: QPainter, theme: Theme, ground: QImage | None, patches: list[Patch], area: QRect, size: QSize
) -> None:
    """Paint the part of a picture in `area`, stretched where it has fewer pixels than the screen.

    Without a ground, which means that there is no picture yet, paint a plain surface.
    """
    if ground is None:
        painter.fillRect(area, theme.tokens.surface)
        return
    ratio = painter.device().devicePixelRatioF()
    pixels = QSize(round(size.width() * ratio), round(size.height() * ratio))
    painter.save()
    painter.setClipRect(area)
    painter.scale(size.width() / ground.width(), size.height() / ground.height())
    painter.setRenderHint(painter.RenderHint.SmoothPixmapTransform, ground.size() != pixels)
    painter.drawImage(QPointF(0, 0), ground)
    for patch in patches:
        painter.drawImage(QPointF(patch.rect.topLeft()), patch.image)
    painter.restore()


def caption_place(theme: Theme, words: str, size: QSize, *, at_right: bool) -> QRect:
    """Return where the caption goes: at the foot, at the right where the strip of key poses begins at the left."""
    text = QFontMetrics(theme.font(15, 600)).size(0, words)
    pill = QRect(14, size.height() - text.height() - 22, text.width() + 24, text.height() + 8)
    if at_right:
        pill.moveRight(size.width() - 14)
    return pill


def paint_caption(painter: QPainter, theme: Theme, words: str, pill: QRect) -> None:
    """Paint the words on a pill."""
    t = theme.tokens
    painter.setFont(theme.font(15, 600))
    painter.setPen(QPen(t.line, t.border_px))
    painter.setBrush(t.surface)
    painter.drawRoundedRect(QRectF(pill), 10, 10)
    painter.setPen(t.ink)
    painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, words)


def _area(size: QSize) -> QRectF:
    return QRectF(0, 0, size.width(), size.height())
