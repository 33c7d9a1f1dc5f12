"""A choice that is seen, as of colours or of who shows the exercises: a picture with its name below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPainterPath, QPen

from coach.ui.kit.choices import Choice
from coach.ui.kit.painting import RIM, ring_around, text_cut_to_fit, tick
from coach.ui.kit.states import State

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QPaintEvent

    from coach.ui.kit.theme import Theme

RADIUS, BELOW, TICK = 14, 6, 20
"""Radius of the corners and room between picture and name, in px; side of the tick, in px at 100 %."""


class PictureChoice(Choice):
    """`paint` fills the area of the picture; its corners are cut round."""

    def __init__(
        self, theme: Theme, value: str, text: str, paint: Callable[[QPainter, QRectF], None], height: int = 96
    ) -> None:
        """`height` is that of the picture, in px at 100 %."""
        super().__init__(theme, value, text)
        self._paint, self._height = paint, height

    def sizeHint(self) -> QSize:
        """Return room for picture, name and ring."""
        px = self._theme.px
        words = QFontMetrics(self.font()).horizontalAdvance(self.text()) + 2 * px(TICK)
        wide = max(px(self.least_width), words)
        return QSize(wide + 2 * RIM, px(self._height) + BELOW + px(26) + 2 * RIM)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint picture, frame, name and ring."""
        t, px, state, on = self._theme.tokens, self._theme.px, self.state, self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        body = QRectF(self.rect()).adjusted(RIM, RIM, -RIM, 0)
        body.setHeight(px(self._height))
        round_corners = QPainterPath()
        round_corners.addRoundedRect(body, RADIUS, RADIUS)
        painter.save()
        painter.setClipPath(round_corners)
        self._paint(painter, body)
        painter.restore()
        thick = 3 if on else max(t.border_px, 2 if state & (State.HOVER | State.PRESSED) else 1)
        if t.is_high_contrast and state & (State.HOVER | State.PRESSED):
            thick += 2
        inset = thick / 2
        painter.setPen(QPen(t.brand if on else t.ink if state & State.HOVER else t.edge, thick))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(body.adjusted(inset, inset, -inset, -inset), RADIUS - inset, RADIUS - inset)
        self._paint_name(painter, QRectF(RIM, body.bottom() + BELOW, body.width(), px(26)))
        if State.FOCUS in state:
            ring_around(painter, body, t.focus, RADIUS)

    def _paint_name(self, painter: QPainter, area: QRectF) -> None:
        t, side, on = self._theme.tokens, self._theme.px(TICK), self.isChecked()
        words = painter.fontMetrics().horizontalAdvance(self.text())
        room = min(words, area.width() - (side + 4 if on else 0))
        left = area.center().x() - (room + (side + 4 if on else 0)) / 2
        mirrored = self.isRightToLeft()
        painter.setPen(t.ink)
        place = QRectF(left + (side + 4 if on and mirrored else 0), area.top(), room + 1, area.height())
        text_cut_to_fit(painter, place, self.text())
        if on:
            at = left if mirrored else left + room + 4
            tick(painter, QRectF(at, area.center().y() - side / 2, side, side), t.brand)
