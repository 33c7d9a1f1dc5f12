"""A line of a list whose first sentence is bold: it leads the eye, and the line stays one text for whoever hears it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter

from coach.ui.kit.led_text import led
from coach.ui.kit.line_list import ABOVE, SIDE, Line
from coach.ui.kit.painting import focus_ring

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent


class LedLine(Line):
    """Paints its words itself; sizes and role are those of a line."""

    def hasHeightForWidth(self) -> bool:
        """Return True: it wraps."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height with its bold words, in px."""
        down = led(self, width - 2 * SIDE)[1].y()
        return -(-round(down * 64) // 64) + 2 * ABOVE

    def sizeHint(self) -> QSize:
        """Return the size of a line as wide as a column of text."""
        width = super().sizeHint().width()
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Return room for its longest word."""
        return QSize(super().minimumSizeHint().width(), self.fontMetrics().height() + 2 * ABOVE)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the words and the ring."""
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        led(self, self.width() - 2 * SIDE)[0].draw(painter, QPointF(SIDE, ABOVE))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._ring and self.hasFocus():
            focus_ring(painter, QRectF(self.rect()), self._lines.focus, 9)
