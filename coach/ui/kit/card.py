"""A rounded panel."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QWidget

from coach.ui.kit.painting import panel

if TYPE_CHECKING:
    from PySide6.QtCore import QRect
    from PySide6.QtGui import QColor, QPaintEvent

    from coach.ui.kit.theme import Theme

RADIUS = 20
"""Radius of the corners of a card, in px."""


def ground(painter: QPainter, area: QRect, colour: QColor) -> None:
    """Fill an area with a colour. The first use of QPainter.fillRect would take 2 ms, for gradients."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRect(area)


class Card(QWidget):
    """A panel; `raised` ones have a lighter ground, `accent` paints a stripe at the left edge."""

    def __init__(self, theme: Theme, *, raised: bool = False, accent: bool = False) -> None:
        super().__init__()
        self._theme = theme
        self._raised = raised
        self._accent = accent

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the panel."""
        t = self._theme.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inset = t.border_px / 2
        area = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.setPen(QPen(t.line, t.border_px))
        painter.setBrush(t.surface if self._raised else t.paper)
        painter.drawRoundedRect(area, RADIUS, RADIUS)
        if self._accent:
            # The same rounded rectangle again, clipped to 8 px: so the stripe follows the corners.
            painter.setClipRect(QRectF(0, 0, 8, self.height()))
            painter.setPen(QPen(t.prepare, t.border_px))
            painter.setBrush(t.prepare)
            painter.drawRoundedRect(area, RADIUS, RADIUS)


class NoticeCard(QWidget):
    """The ground of what is to be noticed."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground."""
        t = self._theme.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = QPen(t.ink, t.border_px) if t.is_high_contrast else None
        panel(painter, QRectF(self.rect()), t.prepare_soft, edge, 16)


class DashedCard(Card):
    """A panel for trying something: its edge is dashed. A `quiet` one has a thin edge and no ground of its own."""

    def __init__(self, theme: Theme, *, quiet: bool = False) -> None:
        super().__init__(theme)
        self._quiet = quiet

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the panel."""
        t = self._theme.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = QPen(t.edge, t.border_px if self._quiet else 2)
        edge.setDashPattern([3, 3])
        panel(painter, QRectF(self.rect()), t.paper if self._quiet else t.surface, edge, RADIUS)
