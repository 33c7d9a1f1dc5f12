"""A small icon beside words that are to be noticed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from coach.ui.kit.line_icons import draw

if TYPE_CHECKING:
    from PySide6.QtGui import QColor, QPaintEvent

    from coach.ui.kit.line_icons import LineIcon
    from coach.ui.kit.theme import Theme


class Sign(QWidget):
    """An icon in the colour of what is to be noticed, or a quiet one; the words beside it say the same."""

    def __init__(
        self, theme: Theme, icon: LineIcon, size: int = 18, *, quiet: bool = False, colour: QColor | None = None
    ) -> None:
        """With a `colour` it is that one in every theme."""
        super().__init__()
        self._theme, self._icon, self._size = theme, icon, size
        self._quiet, self._colour = quiet, colour
        theme.give(self, width=size, height=size)

    def sizeHint(self) -> QSize:
        """Return the size of the icon."""
        side = self._theme.px(self._size)
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the icon."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        t = self._theme.tokens
        draw(painter, self._icon, QRectF(self.rect()), self._colour or (t.muted if self._quiet else t.prepare))
