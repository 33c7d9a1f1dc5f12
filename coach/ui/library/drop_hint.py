"""Shows over the window that a file which is dragged can be let go there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QWidget

from coach.ui.kit.painting import panel
from coach.words.catalogue import tr

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from coach.ui.kit.theme import Theme

INSET, RADIUS = 12, 20
"""Distance of its edge from that of the window, and radius of its corners, in px."""


class DropHint(QWidget):
    """Lies over everything and takes nothing: what is dropped goes to the window below it."""

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._theme, self._window = theme, window
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def show_over(self, *, shown: bool) -> None:
        """Show over all of the window, or not."""
        if shown:
            self.setGeometry(self._window.rect())
            self.raise_()
        self.setVisible(shown)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint a dashed edge, and what to do in the middle."""
        t = self._theme.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = QPen(t.brand, 3)
        edge.setDashPattern([4, 3])
        whole = QRectF(self.rect()).adjusted(INSET, INSET, -INSET, -INSET)
        panel(painter, whole, QColor(0, 0, 0, 0), edge, RADIUS)
        words = tr("Let go to look at the file")
        painter.setFont(self._theme.font(19, 700))
        text = painter.fontMetrics().size(0, words).toSizeF()
        box = QRectF(0, 0, text.width() + 2 * self._theme.px(28), text.height() + 2 * self._theme.px(16))
        box.moveCenter(whole.center())
        panel(painter, box, t.brand_soft, QPen(t.brand, 1), RADIUS)
        painter.setPen(t.ink)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
