"""Makes and keeps the pictures of the figure: one drawing for each movement, side, size and theme.

Drawing one takes some 20 to 50 ms, so pictures are asked for ahead, in moments when nothing else moves, and kept
within a budget of memory; the ones not seen for longest go first.
"""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSize, Signal
from PySide6.QtGui import QImage, QPainter, QPixmap

if TYPE_CHECKING:
    from coach.core.timeline import Side
    from coach.figure.painter import FigurePainter
    from coach.store.figures import Figures
    from coach.ui.theme import Theme

BUDGET = 40 << 20
"""Bytes that all pictures together may take."""

BYTES_A_PIXEL = 4
_Key = tuple[str, bool, int, int, bool]


class Studio(QObject):
    """Draws the hold pose of a movement for a side; without figures it draws nothing, and words take the place."""

    changed = Signal()
    """There are other pictures than before: figures came, or the theme changed."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._figures: Figures | None = None
        self._variant = "a"
        self._painters: dict[tuple[str, bool], FigurePainter] = {}
        self._pictures: OrderedDict[_Key, QPixmap] = OrderedDict()
        theme.changed.connect(self._forget)

    def set_figures(self, figures: Figures) -> None:
        """Take the figures."""
        self._figures = figures
        self._forget()

    def knows(self, figure: str | None) -> bool:
        """Tell whether there is a picture of that figure."""
        return self._figures is not None and figure in self._figures.movements

    def describe(self, figure: str | None) -> str:
        """Return what the picture shows, in words for those who cannot see it."""
        if self._figures is None or figure is None or figure not in self._figures.movements:
            return ""
        return self._figures.movements[figure].shows

    def has(self, figure: str | None, side: Side | None, size: QSize, ratio: float) -> bool:
        """Tell whether the picture is drawn already."""
        return figure is not None and self._key(figure, side, size, ratio) in self._pictures

    def picture(self, figure: str | None, side: Side | None, size: QSize, ratio: float) -> QPixmap | None:
        """Return the picture at that size in px, drawing it now if it must be; None where there is no figure."""
        if figure is None or not self.knows(figure) or size.isEmpty():
            return None
        key = self._key(figure, side, size, ratio)
        if key not in self._pictures:
            self._pictures[key] = self._draw(figure, side, size, ratio)
            self._keep_budget()
        self._pictures.move_to_end(key)
        return self._pictures[key]

    @property
    def bytes_kept(self) -> int:
        """How much memory the pictures take."""
        return sum(p.width() * p.height() * BYTES_A_PIXEL for p in self._pictures.values())

    def _key(self, figure: str, side: Side | None, size: QSize, ratio: float) -> _Key:
        flipped = self._flipped(figure, side)
        return figure, flipped, round(size.width() * ratio), round(size.height() * ratio), self._theme.is_dark

    def _flipped(self, figure: str, side: Side | None) -> bool:
        """Tell whether the drawing is flipped: a mirrored person is the other side."""
        return side == "left" and self._figures is not None and self._figures.movements[figure].mirror

    def _draw(self, figure: str, side: Side | None, size: QSize, ratio: float) -> QPixmap:
        from coach.figure.rig import Between  # noqa: PLC0415 - after the first paint

        painter = self._painter(figure)
        still = painter.movement.stills[painter.movement.hero]
        width, height = round(size.width() * ratio), round(size.height() * ratio)
        image = QImage(width, height, QImage.Format.Format_RGB32)
        canvas = QPainter(image)
        place = Between(still.a, still.b or still.a, still.t if still.b else 0.0, "hold", 0)
        painter.draw(canvas, (width, height), place, flipped=self._flipped(figure, side))
        canvas.end()
        made = QPixmap.fromImage(image)
        made.setDevicePixelRatio(ratio)
        return made

    def _painter(self, figure: str) -> FigurePainter:
        from coach.figure.painter import FigurePainter  # noqa: PLC0415 - after the first paint

        dark = self._theme.is_dark
        if (figure, dark) not in self._painters and self._figures is not None:
            movement = self._figures.movements[figure]
            theme = "dark" if dark else "light"
            self._painters[figure, dark] = FigurePainter(self._figures.body, movement, theme, self._variant)
        return self._painters[figure, dark]

    def _keep_budget(self) -> None:
        while len(self._pictures) > 1 and self.bytes_kept > BUDGET:
            self._pictures.popitem(last=False)

    def _forget(self) -> None:
        self._pictures.clear()
        self._painters.clear()
        self.changed.emit()
