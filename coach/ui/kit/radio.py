"""One of several choices that each need some words: the arrow keys go from one to the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QRadioButton, QStyle

from coach.ui.kit.painting import RIM, edge_px, focus_ring, text_cut_to_fit, under_pointer
from coach.ui.kit.states import KeyFocus, State
from coach.ui.kit.style import BOX, GAP, PALE

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QPaintEvent

    from coach.ui.kit.theme import Theme

DOT = 5
"""Radius of the dot in the chosen one, in px at 100 %."""


class Radio(KeyFocus, QRadioButton):
    """A choice of a group: those in one parent belong together. All of it can be pressed."""

    inset = RIM
    """Distance of the circle from the edge of the widget, in px."""

    def __init__(self, theme: Theme, text: str, size: float = 16) -> None:
        super().__init__(text)
        self._theme = theme
        theme.dress(self, size)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        """Return room for the circle, the words and the focus ring."""
        px, words = self._theme.px, self.fontMetrics().size(Qt.TextFlag.TextShowMnemonic, self.text())
        return QSize(3 * RIM + px(BOX) + px(GAP) + words.width(), max(44, px(BOX) + 2 * RIM, words.height() + 2 * RIM))

    def minimumSizeHint(self) -> QSize:
        """Return the same: its text is never cut."""
        return self.sizeHint()

    def hitButton(self, place: QPoint, /) -> bool:  # noqa: N802 - Qt's
        """Return whether a place is on it: all of it is."""
        return self.rect().contains(place)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint circle, words and ring."""
        t, px, mirrored, on = self._theme.tokens, self._theme.px, self.isRightToLeft(), self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self.isEnabled():
            painter.setOpacity(PALE)
        half = px(BOX) / 2
        at = QPointF(self.width() - RIM - half if mirrored else RIM + half, self.height() / 2)
        thick = edge_px(t, self.state, 2)
        painter.setPen(QPen(t.brand if on else t.edge, thick))
        painter.setBrush(t.brand if on else under_pointer(t, t.surface, self.state))
        painter.drawEllipse(at, half - thick / 2, half - thick / 2)
        if on:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(t.on_brand)
            painter.drawEllipse(at, px(DOT), px(DOT))
        painter.setPen(t.ink)
        beside = RIM + px(BOX) + px(GAP)
        words = QRectF(self.rect()).adjusted(0 if mirrored else beside, 0, -beside if mirrored else 0, 0)
        across = QStyle.visualAlignment(self.layoutDirection(), Qt.AlignmentFlag.AlignLeft)
        text_cut_to_fit(painter, words, self.text(), across)
        painter.setOpacity(1)
        if State.FOCUS in self.state:
            focus_ring(painter, QRectF(self.rect()), t.focus, 12)
