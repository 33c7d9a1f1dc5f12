"""Paints the parts of controls in the colours of a theme. Lengths are in px."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPen

from coach.ui.kit.theme import blend

if TYPE_CHECKING:
    from PySide6.QtCore import QRect
    from PySide6.QtGui import QColor, QPainter

    from coach.ui.kit.theme import Tokens

RING = 3
"""Width of a focus ring."""
AWAY = 2
"""Distance of a focus ring from what it surrounds."""
_EDGE = 1.5
_SOFT = 0.25
"""Share of the ground in the colour of an edge, the rest is that of muted words; the contrast stays 3 to 1."""
_TICK = (QPointF(0.26, 0.52), QPointF(0.43, 0.69), QPointF(0.75, 0.33))


def round_pen(colour: QColor, width: float) -> QPen:
    """Return a pen whose lines have round ends and corners."""
    return QPen(colour, width, c=Qt.PenCapStyle.RoundCap, j=Qt.PenJoinStyle.RoundJoin)


def edge_colour(tokens: Tokens) -> QColor:
    """Return the colour of an edge that has to be visible (contrast 3 to 1 or more)."""
    return blend(tokens.muted, tokens.surface, _SOFT)


def focus_ring(painter: QPainter, around: QRectF, colour: QColor, radius: float) -> None:
    """Paint a focus ring along the inside of a rectangle."""
    inset = RING / 2
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colour, RING))
    painter.drawRoundedRect(around.adjusted(inset, inset, -inset, -inset), radius, radius)


def text_cut_to_fit(
    painter: QPainter, area: QRectF, text: str, across: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft
) -> None:
    """Write one line in the middle of the height, with an ellipsis at its end where there is no room for all of it."""
    words = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(area.width()))
    painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | across, words)


def field_edge(painter: QPainter, area: QRect, tokens: Tokens, *, focused: bool) -> None:
    """Paint the edge of a field; with the focus the edge is the ring."""
    pen = QPen(tokens.focus, RING) if focused else QPen(edge_colour(tokens), max(_EDGE, tokens.border_px))
    inset = pen.widthF() / 2
    painter.setPen(pen)
    painter.drawRect(QRectF(area).adjusted(inset, inset, -inset, -inset))


def tick_box(painter: QPainter, area: QRect, tokens: Tokens, *, ticked: bool) -> None:
    """Paint a check box."""
    painter.setPen(QPen(tokens.brand if ticked else tokens.muted, 2))
    painter.setBrush(tokens.brand if ticked else tokens.surface)
    painter.drawRoundedRect(QRectF(area).adjusted(1, 1, -1, -1), 5, 5)
    if ticked:
        painter.setPen(round_pen(tokens.on_brand, area.width() / 8))
        painter.drawPolyline([QPointF(area.topLeft()) + at * area.width() for at in _TICK])


def arrow(painter: QPainter, at: QPointF, half: float, pen: QPen, degrees: int = 0) -> None:
    """Paint an open arrow twice `half` wide, pointing down, or turned clockwise by `degrees`."""
    painter.save()
    painter.translate(at)
    painter.rotate(degrees)
    painter.setPen(pen)
    painter.drawPolyline([QPointF(-half, -half / 2), QPointF(0, half / 2), QPointF(half, -half / 2)])
    painter.restore()


def knob(painter: QPainter, at: QPointF, half: float, tokens: Tokens, *, focused: bool) -> None:
    """Paint a round handle of radius `half`, with a ring around it when it has the focus."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(tokens.brand)
    painter.drawEllipse(at, half, half)
    if focused:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(tokens.focus, RING))
        around = half + AWAY + RING / 2
        painter.drawEllipse(at, around, around)
