"""Plain words of which the first sentence is bold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QLabel

from coach.ui.kit.label import set_up
from coach.ui.kit.led_text import led

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from coach.ui.kit.theme import Theme


class LeadBold(QLabel):
    """A label that breaks its lines as others do; a screen reader finds its words in one piece."""

    def __init__(self, theme: Theme, text: str, size: float) -> None:
        """`size` is that of the letters, in px at 100 %."""
        super().__init__()
        set_up(self, theme, text, size, 400)

    def natural_width(self) -> int:
        """Return its width in one line."""
        return int(led(self, 1e6)[1].x()) + 2

    def hasHeightForWidth(self) -> bool:
        """Tell that the height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height at a width."""
        return int(led(self, width)[1].y()) + 1

    def sizeHint(self) -> QSize:
        """Return the size of the words in one line."""
        wide = self.natural_width()
        return QSize(wide, self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:
        """Return the least size: no more than a few words beside each other."""
        return QSize(self.fontMetrics().averageCharWidth() * 16, self.fontMetrics().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the lines in the middle of the height."""
        layout, extent = led(self, self.width())
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        layout.draw(painter, QPointF(0, max(0.0, (self.height() - extent.y()) / 2)))
