"""A picture of a remote, flat: which of its buttons is for what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from coach.core.clicker import Use
from coach.ui.kit.painting import panel, round_pen
from coach.ui.kit.theme import blend

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QPaintEvent

    from coach.ui.kit.theme import Theme

BODY, RADIUS, EYE = 92, 44, 7
"""Width of the remote and radius of its ends, and of the light at its top, in px at 100 %."""
BUTTON = {Use.PAUSE: 24, Use.SKIP: 24, Use.STOP: 20}
"""Radius of each button, in px at 100 %."""
WIDTH = 150
"""Width of the picture with the lines that lead to the rows, in px at 100 %."""


class RemotePicture(QWidget):
    """The remote beside its rows; `rows` answers at which heights the rows are. The one that is listened for is lit."""

    def __init__(self, theme: Theme, rows: Callable[[], Sequence[int]]) -> None:
        super().__init__()
        self._theme, self._rows = theme, rows
        self._lit: Use | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    @property
    def lit(self) -> Use | None:
        """Whose button is lit."""
        return self._lit

    def light(self, use: Use | None) -> None:
        """Light the button of a use, or none."""
        if use is not self._lit:
            self._lit = use
            self.update()

    def sizeHint(self) -> QSize:
        """Return the width of the look."""
        return QSize(self._theme.px(WIDTH), self._theme.px(220))

    def minimumSizeHint(self) -> QSize:
        """Return the same width."""
        return QSize(self._theme.px(WIDTH), 0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the remote, its buttons, and a line from each to its row."""
        t, px = self._theme.tokens, self._theme.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        body = QRectF(1, 1, px(BODY), self.height() - 2)
        near, far = body.right() + px(4), self.width() - px(8)
        if self.isRightToLeft():  # the signs on its buttons stay as they are on any remote
            body.moveRight(self.width() - body.left())
            near, far = self.width() - near, self.width() - far
        ground = t.surface if t.is_high_contrast else blend(t.ink, t.surface, 0.06)
        panel(painter, body, ground, QPen(t.ink, t.border_px) if t.is_high_contrast else None, px(RADIUS))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(t.prepare)
        painter.drawEllipse(QPointF(body.center().x(), body.top() + px(20)), px(EYE) / 2, px(EYE) / 2)
        for use, middle in zip(Use, self._rows(), strict=False):
            at = QPointF(body.center().x(), middle)
            painter.setPen(round_pen(t.brand if use is self._lit else t.edge, 3 if use is self._lit else 1.5))
            painter.drawLine(QPointF(near, middle), QPointF(far, middle))
            self._paint_button(painter, use, at)

    def _paint_button(self, painter: QPainter, use: Use, at: QPointF) -> None:
        t, radius = self._theme.tokens, self._theme.px(BUTTON[use])
        is_lit = use is self._lit
        painter.setPen(QPen(t.ink, t.border_px) if t.is_high_contrast else Qt.PenStyle.NoPen)
        painter.setBrush(t.brand if is_lit else t.surface)
        painter.drawEllipse(at, radius, radius)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(t.on_brand if is_lit else t.ink)
        part = radius * 0.4
        match use:
            case Use.PAUSE:
                for middle in (at.x() - part * 0.6, at.x() + part * 0.6):
                    painter.drawRoundedRect(QRectF(middle - part * 0.3, at.y() - part, part * 0.6, 2 * part), 1, 1)
            case Use.SKIP:
                left = QPointF(at.x() - part * 0.8, at.y())
                painter.drawPolygon(
                    QPolygonF([left + QPointF(0, -part), left + QPointF(part * 1.3, 0), left + QPointF(0, part)])
                )
                painter.drawRoundedRect(QRectF(at.x() + part * 0.6, at.y() - part, part * 0.45, 2 * part), 1, 1)
            case Use.STOP:
                painter.drawRoundedRect(QRectF(at.x() - part * 0.9, at.y() - part * 0.9, part * 1.8, part * 1.8), 2, 2)
