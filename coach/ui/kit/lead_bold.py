"""Plain words of which the first sentence is bold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QStyle

from coach.ui.kit.label import set_up

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from coach.ui.kit.theme import Theme

BOLD = 600
_ENDS = (". ", "。")


class LeadBold(QLabel):
    """A label that breaks its lines as others do; a screen reader finds its words in one piece."""

    def __init__(self, theme: Theme, text: str, size: float) -> None:
        """`size` is that of the letters, in px at 100 %."""
        super().__init__()
        set_up(self, theme, text, size, 400)

    def natural_width(self) -> int:
        """Return its width in one line."""
        return int(self._laid_out(1e6)[1].x()) + 2

    def hasHeightForWidth(self) -> bool:
        """Tell that the height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height at a width."""
        return int(self._laid_out(width)[1].y()) + 1

    def sizeHint(self) -> QSize:
        """Return the size of the words in one line."""
        wide = self.natural_width()
        return QSize(wide, self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:
        """Return the least size: no more than a few words beside each other."""
        return QSize(self.fontMetrics().averageCharWidth() * 16, self.fontMetrics().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the lines in the middle of the height."""
        layout, extent = self._laid_out(self.width())
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        layout.draw(painter, QPointF(0, max(0.0, (self.height() - extent.y()) / 2)))

    def _laid_out(self, width: float) -> tuple[QTextLayout, QPointF]:
        """Return the lines at a width, and how far they reach to the right and down."""
        layout = QTextLayout(self.text(), self.font())
        options = QTextOption()
        options.setTextDirection(self.layoutDirection())
        options.setAlignment(QStyle.visualAlignment(self.layoutDirection(), Qt.AlignmentFlag.AlignLeft))
        layout.setTextOption(options)
        layout.setFormats([_bold_until(_first_end(self.text()))])
        layout.beginLayout()
        right = down = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, down))
            down += line.height()
            right = max(right, line.naturalTextWidth())
        layout.endLayout()
        return layout, QPointF(right, down)


def _bold_until(length: int) -> QTextLayout.FormatRange:
    bold = QTextCharFormat()
    bold.setFontWeight(BOLD)
    made = QTextLayout.FormatRange()
    made.start, made.length, made.format = 0, length, bold
    return made


def _first_end(text: str) -> int:
    """Return where the first sentence ends; 0 where it cannot be told from the rest."""
    ends = [place + 1 for end in _ENDS if (place := text.find(end)) >= 0]
    return min(ends, default=0)
