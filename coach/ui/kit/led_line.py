"""A line of a list whose first sentence is bold: it leads the eye, and the line stays one text for whoever hears it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle

from coach.ui.kit.line_list import ABOVE, SIDE, Line
from coach.ui.kit.painting import focus_ring

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

BOLD = 600
_END = re.compile(r"[.!?](?=\s)|[。！？]")


class LedLine(Line):
    """Paints its words itself; sizes and role are those of a line."""

    def hasHeightForWidth(self) -> bool:
        """Return True: it wraps."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height with its bold words, in px."""
        return self._laid_out(width)[1] + 2 * ABOVE

    def sizeHint(self) -> QSize:
        """Return the size of a line as wide as a column of text."""
        width = super().sizeHint().width()
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Return room for its longest word."""
        return QSize(super().minimumSizeHint().width(), self.fontMetrics().height() + 2 * ABOVE)

    def _laid_out(self, width: int) -> tuple[QTextLayout, int]:
        """Return the words, laid out for a width, and how high they are."""
        text = self.text()
        found = _END.search(text)
        bold = QTextCharFormat()
        bold.setFontWeight(BOLD)
        lead = QTextLayout.FormatRange()
        lead.start, lead.length, lead.format = 0, found.end() if found else 0, bold
        layout = QTextLayout(text, self.font())
        option = QTextOption()
        option.setTextDirection(self.layoutDirection())
        option.setAlignment(QStyle.visualAlignment(self.layoutDirection(), Qt.AlignmentFlag.AlignLeft))
        layout.setTextOption(option)
        layout.setFormats([lead])
        layout.beginLayout()
        top = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(1, width - 2 * SIDE))
            line.setPosition(QPointF(0, top))
            top += line.height()
        layout.endLayout()
        return layout, -(-round(top * 64) // 64)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the words and the ring."""
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        self._laid_out(self.width())[0].draw(painter, QPointF(SIDE, ABOVE))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._ring and self.hasFocus():
            focus_ring(painter, QRectF(self.rect()), self._lines.focus, 9)
