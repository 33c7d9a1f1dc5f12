"""Paints the parts of controls in the colours of a theme. Lengths are in px."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPen

from coach.ui.kit.states import State

if TYPE_CHECKING:
    from PySide6.QtGui import QColor, QPainter

    from coach.ui.kit.theme import Tokens

RING = 3
"""Width of a focus ring."""
AWAY = 2
"""Distance of a focus ring from what it surrounds."""
RIM = RING + AWAY
"""Room around a control for its focus ring, in px."""
FIELD = 12
"""Radius of the corners of a field, in px."""
_TICK = (QPointF(0.26, 0.52), QPointF(0.43, 0.69), QPointF(0.75, 0.33))


def round_pen(colour: QColor, width: float) -> QPen:
    """Return a pen whose lines have round ends and corners."""
    return QPen(colour, width, c=Qt.PenCapStyle.RoundCap, j=Qt.PenJoinStyle.RoundJoin)


class Rings:
    """Whether focus rings are drawn, in all windows of the program: once keys were used; see key_use."""

    shown = False


def focus_ring(painter: QPainter, around: QRectF, colour: QColor, radius: float) -> None:
    """Paint a focus ring along the inside of a rectangle, if rings are drawn."""
    if not Rings.shown:
        return
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


def ring_around(painter: QPainter, body: QRectF, colour: QColor, radius: float) -> None:
    """Paint a focus ring 2 px away from a body with corners of that radius."""
    focus_ring(painter, body.adjusted(-RIM, -RIM, RIM, RIM), colour, radius + AWAY + RING / 2)


def panel(painter: QPainter, body: QRectF, ground: QColor, edge: QPen | None, radius: float) -> None:
    """Paint a rounded rectangle with an edge inside it, or without one."""
    inset = 0.0 if edge is None else edge.widthF() / 2
    painter.setPen(Qt.PenStyle.NoPen if edge is None else edge)
    painter.setBrush(ground)
    painter.drawRoundedRect(body.adjusted(inset, inset, -inset, -inset), radius - inset, radius - inset)


def track(painter: QPainter, area: QRectF, tokens: Tokens, radius: float) -> None:
    """Paint what a bar fills as time goes by: in high contrast an outline, quieter than what fills it."""
    if tokens.is_high_contrast:
        panel(painter, area, tokens.paper, QPen(tokens.line, 1), radius)
    else:
        panel(painter, area, tokens.line, None, radius)


def field(painter: QPainter, area: QRectF, tokens: Tokens, state: State, *, wrong: bool = False) -> None:
    """Paint the ground and the edge of a field, and its ring, in an area that has room for the ring."""
    body = area.adjusted(RIM, RIM, -RIM, -RIM)
    thick = edge_px(tokens, state, 2 if wrong else 1)
    edge = QPen(tokens.prepare if wrong else tokens.edge, thick)
    panel(painter, body, under_pointer(tokens, tokens.surface, state), edge, FIELD)
    if State.FOCUS in state:
        ring_around(painter, body, tokens.focus, FIELD)


def under_pointer(tokens: Tokens, ground: QColor, state: State) -> QColor:
    """Return the ground of a control in a state."""
    if State.PRESSED in state:
        return tokens.sunk
    return tokens.hover if State.HOVER in state else ground


def edge_px(tokens: Tokens, state: State, least: int) -> int:
    """Return the thickness of an edge: in high contrast it tells what the grounds, all alike, cannot."""
    is_told = tokens.is_high_contrast and bool(state & (State.HOVER | State.PRESSED))
    return max(least, tokens.border_px) + 2 * is_told


def tick(painter: QPainter, area: QRectF, colour: QColor) -> None:
    """Paint a tick in a square."""
    painter.setPen(round_pen(colour, area.width() / 9))
    painter.drawPolyline([area.topLeft() + at * area.width() for at in _TICK])


def tick_box(painter: QPainter, area: QRectF, tokens: Tokens, state: State, *, ticked: bool) -> None:
    """Paint a check box."""
    ground = tokens.brand if ticked else under_pointer(tokens, tokens.surface, state)
    panel(painter, area, ground, QPen(tokens.brand if ticked else tokens.edge, edge_px(tokens, state, 2)), 8)
    if ticked:
        tick(painter, area, tokens.on_brand)


def arrow(painter: QPainter, at: QPointF, half: float, pen: QPen, degrees: int = 0) -> None:
    """Paint an open arrow twice `half` wide, pointing down, or turned clockwise by `degrees`."""
    painter.save()
    painter.translate(at)
    painter.rotate(degrees)
    painter.setPen(pen)
    painter.drawPolyline([QPointF(-half, -half / 2), QPointF(0, half / 2), QPointF(half, -half / 2)])
    painter.restore()


def knob(painter: QPainter, at: QPointF, half: float, tokens: Tokens, state: State) -> None:
    """Paint a round handle of radius `half`, with a ring around it when it has the focus."""
    painter.setPen(QPen(tokens.brand, edge_px(tokens, state, 2)))
    painter.setBrush(under_pointer(tokens, tokens.surface, state))
    painter.drawEllipse(at, half - 1, half - 1)
    if State.FOCUS in state:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(tokens.focus, RING))
        around = half + AWAY + RING / 2
        painter.drawEllipse(at, around, around)
