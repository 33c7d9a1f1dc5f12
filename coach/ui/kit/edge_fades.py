"""Fades at the edges of what scrolls by itself in a card, beyond which it goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QAbstractScrollArea

HIGH = 36
"""Most height of a fade, in px."""
SHARE = 0.25
"""Most height of a fade as a share of what shows."""


class EdgeFades(QWidget):
    """Lies over an area that scrolls up and down, and lets every press through."""

    def __init__(self, area: QAbstractScrollArea, ground: Callable[[], QColor]) -> None:
        """`ground` returns the colour of the card."""
        super().__init__(area)
        self._area, self._ground = area, ground
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        bar = area.verticalScrollBar()
        bar.valueChanged.connect(self.update)
        bar.rangeChanged.connect(self.update)
        area.viewport().installEventFilter(self)
        self._follow()

    @property
    def above(self) -> bool:
        """Whether there is more above what shows."""
        return self._area.verticalScrollBar().value() > 0

    @property
    def below(self) -> bool:
        """Whether there is more below what shows."""
        bar = self._area.verticalScrollBar()
        return bar.value() < bar.maximum()

    def _follow(self) -> None:
        self.setGeometry(self._area.viewport().geometry())
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the part that shows to another size or place."""
        if event.type() in {QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.Show}:
            self._follow()
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint from the ground of the card to nothing, at each edge beyond which it goes on."""
        painter, ground = QPainter(self), self._ground()
        high, whole = min(HIGH, round(self.height() * SHARE)), self.rect()
        clear = QColor(ground)
        clear.setAlpha(0)
        for is_there, outer, inner in (
            (self.above, 0, high),
            (self.below, whole.height(), whole.height() - high),
        ):
            if is_there:
                fade = QLinearGradient(0, outer, 0, inner)
                fade.setColorAt(0, ground)
                fade.setColorAt(1, clear)
                painter.fillRect(QRect(0, min(outer, inner), whole.width(), high), fade)
