"""A gentle flash around a page, for people who do not hear that something changes.

A frame comes and goes once within 600 ms; where motion is not wanted it stands still for 2 s. It is a sign among
others, never the only one. Nothing is painted but the frame, and while nothing flashes it is not there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, QRectF, Qt, QVariantAnimation
from PySide6.QtGui import QPainter, QPen, QRegion
from PySide6.QtWidgets import QWidget

from coach.background.timers import single_shot

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtGui import QPaintEvent

    from coach.ui.kit.theme import Theme

LASTS_MS = 600
STANDS_MS = 2_000
BAND = 0.022
"""Width of the frame as a share of the page's height."""
LEAST_PX = 10
SHADES = 6
"""Number of shades that are painted; a frame for each tick of the animation would cost as much as the ring."""


class Flash(QWidget):
    """Lies over a page and takes no mouse; the page may be of any size."""

    def __init__(self, theme: Theme, page: QWidget) -> None:
        super().__init__(page)
        self._theme = theme
        self.still = False
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._fade = QVariantAnimation(self)
        self._fade.setDuration(LASTS_MS)
        self._fade.setStartValue(0.0)
        self._fade.setKeyValueAt(0.35, 1.0)
        self._fade.setEndValue(0.0)
        self._fade.valueChanged.connect(self._on_fade)
        self._shade = 0
        self._fade.finished.connect(self.hide)
        self._stand = single_shot(self, self.hide, STANDS_MS)
        page.installEventFilter(self)
        self.hide()

    def flash(self) -> None:
        """Show the frame once."""
        self._fade.stop()
        self._stand.stop()
        self._shade = 0
        self._cover()
        self.raise_()
        self.show()
        if self.still:
            self._stand.start()
        else:
            self._fade.start()

    def _on_fade(self, strength: float) -> None:
        if (shade := round(strength * SHADES)) != self._shade:
            self._shade = shade
            self.update()

    def set_still(self, *, still: bool) -> None:
        """With reduced motion the frame stands, and then is gone."""
        self.still = still
        self._fade.stop()
        self.hide()

    @property
    def strength(self) -> float:
        """How far the frame has come, 0 to 1."""
        if self.isHidden():
            return 0.0
        return 1.0 if self.still else float(self._fade.currentValue() or 0.0)

    @property
    def is_animated(self) -> bool:
        """Whether a next frame is planned."""
        return self._fade.state() is QVariantAnimation.State.Running

    def _band(self) -> int:
        page = self.parentWidget()
        shorter = 0 if page is None else min(page.width(), page.height())
        return max(LEAST_PX, round(BAND * shorter))

    def _cover(self) -> None:
        page = self.parentWidget()
        if page is None:
            return
        band, whole = self._band(), QRect(0, 0, page.width(), page.height())
        self.setGeometry(whole)
        # Only the frame is a part of this widget: what it surrounds is not painted again.
        self.setMask(QRegion(whole) - QRegion(whole.adjusted(band, band, -band, -band)))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the size of the page, and stop when it is hidden."""
        if event.type() == QEvent.Type.Resize and not self.isHidden():
            self._cover()
        elif event.type() == QEvent.Type.Hide:
            self._fade.stop()
            self._stand.stop()
            self.hide()
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the frame: a soft band with a line of the brand at the edge."""
        painter, tokens, band = QPainter(self), self._theme.tokens, self._band()
        painter.setOpacity(1.0 if self.still else self._shade / SHADES)
        for width, colour in ((band, tokens.brand_soft), (max(3, band // 4), tokens.brand)):
            inset = width / 2
            painter.setPen(QPen(colour, width, j=Qt.PenJoinStyle.MiterJoin))
            painter.drawRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset))
