"""Fields, boxes and sliders as people expect them: edges that can be seen, and a wheel that scrolls the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QCheckBox, QLineEdit, QSlider

from coach.ui.kit.theme import blend
from coach.ui.kit.timers import single_shot

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QHideEvent, QPaintEvent, QWheelEvent

    from coach.ui.kit.theme import Theme

EDGE = 1.5
SOFT = 0.25
"""By this share of the ground an edge is softer than muted words; it keeps 3 to 1 against the ground."""
RING = 3
BOX, GAP, RIM = 24, 12, 4
"""Sizes of the box, what is between it and its words, and the room for the focus ring, in px at 100 %."""


KEEP_MS = 600
"""So long after the last change words are kept: assistive technology writes them without ever leaving the field."""


class LineField(QLineEdit):
    """One line of the person's own words."""

    written = Signal(str)
    """New words to keep: the person left the field or the page, or wrote nothing more for a moment."""

    def __init__(self, theme: Theme, text: str, most: int) -> None:
        super().__init__(text)
        self._theme = theme
        self.setFrame(False)
        self.setMaxLength(most)
        self.setTextMargins(10, 0, 10, 0)
        self._kept = text
        self._soon = single_shot(self, self._keep, KEEP_MS)
        self.textChanged.connect(lambda _text: self._soon.start())
        self.editingFinished.connect(self._keep)

    def _keep(self) -> None:
        self._soon.stop()
        if self.text() != self._kept:
            self._kept = self.text()
            self.written.emit(self._kept)

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep what was written when the page goes."""
        super().hideEvent(event)
        self._keep()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the words, and the edge over the style's own ground."""
        super().paintEvent(event)
        t = self._theme.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = blend(t.muted, t.surface, SOFT)
        pen = QPen(t.focus, RING) if self.hasFocus() else QPen(edge, max(EDGE, t.border_px))
        inset = pen.widthF() / 2
        painter.setPen(pen)
        painter.drawRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset))


class Slider(QSlider):
    """An amount from left to right; the wheel changes it only while it has the keyboard focus."""

    def __init__(self) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page unless the person works with this slider."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class CheckBox(QCheckBox):
    """A box to tick, large enough to hit, with its words at the right."""

    def __init__(self, theme: Theme, text: str, size: float = 16) -> None:
        super().__init__(text)
        self._theme = theme
        self.setFont(theme.font(size))

    def _box(self) -> QRectF:
        side = self._theme.px(BOX)
        return QRectF(RIM, (self.height() - side) / 2, side, side)

    def sizeHint(self) -> QSize:
        """Return room for the box, the words and the focus ring."""
        words = self.fontMetrics().size(Qt.TextFlag.TextShowMnemonic, self.text())
        width = 4 * RIM + self._theme.px(BOX) + self._theme.px(GAP) + words.width()
        return QSize(width, max(44, words.height() + 2 * RIM))

    def minimumSizeHint(self) -> QSize:
        """Return the same: what it says must be readable."""
        return self.sizeHint()

    def hitButton(self, pos: QPoint) -> bool:  # noqa: N802 - the name is of Qt
        """Let a click on the words tick the box too."""
        return self.rect().contains(pos)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the box, the tick in it, the words, and the ring when it has the focus."""
        t = self._theme.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = self._box()
        painter.setPen(QPen(t.brand if self.isChecked() else t.muted, 2))
        painter.setBrush(t.brand if self.isChecked() else t.surface)
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 5, 5)
        if self.isChecked():
            pen = QPen(t.on_brand, box.width() / 8)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            painter.setPen(pen)
            marks = ((0.26, 0.52), (0.43, 0.69), (0.75, 0.33))
            painter.drawPolyline(
                QPolygonF([QPointF(box.x() + x * box.width(), box.y() + y * box.height()) for x, y in marks])
            )
        painter.setPen(t.ink)
        left = box.right() + self._theme.px(GAP)
        words = QRectF(left, 0, self.width() - left, self.height())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextShowMnemonic, self.text())
        if self.hasFocus():
            painter.setPen(QPen(t.focus, RING))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            around = QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
            around.setWidth(min(around.width(), self.sizeHint().width() - 3))
            painter.drawRoundedRect(around, 8, 8)
