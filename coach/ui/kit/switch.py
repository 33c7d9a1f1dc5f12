"""A switch: what it turns on or off is so at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QCheckBox

from coach.ui.kit.painting import RIM, panel, ring_around
from coach.ui.kit.states import KeyFocus, State
from coach.ui.kit.style import PALE

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QPaintEvent

    from coach.ui.kit.theme import Theme

WIDTH, HEIGHT = 52, 30
"""Size of its body, in px at 100 %."""
KNOB = 12
"""Radius of its knob, in px at 100 %."""


class Switch(KeyFocus, QCheckBox):
    """A check box that looks like a switch. Its name is for screen readers: its words stand in a row beside it."""

    inset = RIM
    """Distance of its body from the edge of the widget, in px."""

    def __init__(self, theme: Theme, name: str = "") -> None:
        super().__init__()
        self._theme = theme
        self.setAccessibleName(name)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        """Return room for the body and its ring, at least 44 px high."""
        px = self._theme.px
        return QSize(px(WIDTH) + 2 * RIM, max(44, px(HEIGHT) + 2 * RIM))

    def minimumSizeHint(self) -> QSize:
        """Return the same."""
        return self.sizeHint()

    def hitButton(self, place: QPoint, /) -> bool:  # noqa: N802 - Qt's
        """Return whether a place is on the switch: all of it is."""
        return self.rect().contains(place)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint body, knob and ring."""
        t, px, on = self._theme.tokens, self._theme.px, self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        body = QRectF(0, 0, px(WIDTH), px(HEIGHT))
        body.moveCenter(QRectF(self.rect()).center())
        state = self.state
        if not self.isEnabled():
            painter.setOpacity(PALE)
        ground, edge, inside = (t.brand, t.brand, t.on_brand) if on else (t.edge, t.edge, t.surface)
        if not on and t.is_high_contrast:
            ground, inside = t.surface, t.ink
        panel(painter, body, ground, QPen(edge, 2), body.height() / 2)
        half = px(KNOB) * (0.9 if State.PRESSED in state else 1.0)
        at_end = on != self.isRightToLeft()
        across = body.right() - body.height() / 2 if at_end else body.left() + body.height() / 2
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(inside)
        painter.drawEllipse(QPointF(across, body.center().y()), half, half)
        if state & State.HOVER:
            painter.setPen(QPen(t.ink, 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(body.adjusted(0.5, 0.5, -0.5, -0.5), body.height() / 2, body.height() / 2)
        painter.setOpacity(1)
        if State.FOCUS in state:
            ring_around(painter, body, t.focus, body.height() / 2)
