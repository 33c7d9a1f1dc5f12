"""A list to pick one thing from, with the edge of a field: the style's own can hardly be seen, least in the dark."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPalette, QPen
from PySide6.QtWidgets import QComboBox

from coach.ui.kit.theme import blend
from coach.words.catalogue import translated

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QPaintEvent, QWheelEvent

    from coach.ui.kit.theme import Theme
    from coach.words.worded import Worded

EDGE = 1.5
SOFT = 0.25
"""By this share of the ground an edge is softer than muted words; it keeps 3 to 1 against the ground."""
RING = 3
INSET, MARK = 11, 34
"""Room left of the words, and right of them for the mark of a list, in px at 100 %."""


class DropDown(QComboBox):
    """One of several; the list opens with Space, a click or the arrow keys of the platform.

    The wheel changes it only while it has the keyboard focus, else the page scrolls.
    """

    def __init__(self, theme: Theme, size: float = 16) -> None:
        super().__init__()
        self._theme = theme
        self.setFont(theme.font(size))
        self.setMinimumHeight(44)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # the style's own lets the wheel fetch the focus

    def offer(self, values: Iterable[Worded]) -> None:
        """Add these values, each with its words."""
        for value in values:
            self.addItem(translated(value.words), str(value))

    def sizeHint(self) -> QSize:
        """Return room for the longest entry and the mark."""
        metrics, px = self.fontMetrics(), self._theme.px
        words = max((metrics.horizontalAdvance(self.itemText(place)) for place in range(self.count())), default=0)
        return QSize(words + px(INSET) + px(MARK) + 2, max(44, metrics.height() + px(16)))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page unless the person works with this list."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the edge, what is picked, and the mark that there is more."""
        t, px = self._theme.tokens, self._theme.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = blend(t.muted, t.surface, SOFT)
        pen = QPen(t.focus, RING) if self.hasFocus() else QPen(edge, max(EDGE, t.border_px))
        inset = pen.widthF() / 2
        painter.setPen(pen)
        painter.setBrush(t.surface)
        painter.drawRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset))
        group = QPalette.ColorGroup.Normal if self.isEnabled() else QPalette.ColorGroup.Disabled
        ink = self.palette().color(group, QPalette.ColorRole.ButtonText)
        painter.setPen(ink)
        words = QRectF(self.rect()).adjusted(px(INSET), 0, -px(MARK), 0)
        text = painter.fontMetrics().elidedText(self.currentText(), Qt.TextElideMode.ElideRight, int(words.width()))
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
        painter.setPen(QPen(ink, px(2), c=Qt.PenCapStyle.RoundCap, j=Qt.PenJoinStyle.RoundJoin))
        at, half = QPointF(self.width() - px(MARK) / 2, self.height() / 2), px(5)
        painter.drawPolyline([at + QPointF(-half, -half / 2), at + QPointF(0, half / 2), at + QPointF(half, -half / 2)])
