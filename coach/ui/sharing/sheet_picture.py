"""A picture on white, as it is on paper: a page of a hand-out or a QR code, as large as there is room for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from coach.ui.kit.marks import PICTURE

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from coach.ui.kit.theme import Theme

LEAST = 160
"""Least width of a picture, in px."""


class SheetPicture(QWidget):
    """Shows a picture; white in dark looks too. A `crisp` one has no pixels between its own."""

    def __init__(self, theme: Theme, picture: QImage, name: str, *, widest: float, crisp: bool = False) -> None:
        """`widest` is the most width, in px at 100 %."""
        super().__init__()
        self._theme, self.picture, self._widest, self._crisp = theme, picture, widest, crisp
        self._most = 0
        self.setObjectName(PICTURE)
        self.setAccessibleName(name)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def fit(self, height: int) -> None:
        """Be no higher than that many px, so that all of it can be seen at once."""
        if height != self._most:
            self._most = height
            self.updateGeometry()

    @property
    def _widest_px(self) -> int:
        wide = self._theme.px(self._widest)
        if self._most:
            wide = min(wide, max(LEAST, round(self._most / self._height_at(1))))
        return wide

    def _height_at(self, width: float) -> float:
        return width * self.picture.height() / max(1, self.picture.width())

    def sizeHint(self) -> QSize:
        """Return the size where there is room."""
        wide = self._widest_px
        return QSize(wide, round(self._height_at(wide)))

    def minimumSizeHint(self) -> QSize:
        """Return the least size."""
        return QSize(LEAST, round(self._height_at(LEAST)))

    def heightForWidth(self, width: int) -> int:
        """Return the height at a width."""
        return round(self._height_at(min(width, self._widest_px)))

    def hasHeightForWidth(self) -> bool:
        """Return that its height follows from its width."""
        return True

    def area(self) -> QRectF:
        """Return where the picture is: at the side where lines begin."""
        ratio = self.devicePixelRatioF()
        wide = min(self.width(), self.height() / max(0.01, self._height_at(1)))
        if self._crisp:  # whole pixels of the screen for each of its own
            each = max(1, int(wide * ratio / self.picture.width()))
            wide = each * self.picture.width() / ratio
        left = self.width() - wide if self.isRightToLeft() else 0.0
        return QRectF(left, 0, wide, self._height_at(wide))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the picture and its edge."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, not self._crisp)
        area = self.area()
        painter.fillRect(area, Qt.GlobalColor.white)
        painter.drawImage(area, self.picture)
        t = self._theme.tokens
        painter.setPen(QPen(t.line, t.border_px))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        inset = t.border_px / 2
        painter.drawRect(area.adjusted(inset, inset, -inset, -inset))
