"""Paints the sign of a day, the same in month, year, list, legend and report: shapes differ as well as colours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QWidget

from coach.words.catalogue import tr

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from coach.ui.kit.theme import Theme, Tokens

FINISHED, ENDED, STOPPED = "finished", "ended", "stopped for pain"
KINDS = (FINISHED, ENDED, STOPPED)
SIDE = 22
"""Side of a sign in a list or a legend, in px at 100 %."""
BAR, BAR_SHARE = 6.0, 0.16
"""Height of the bar of what ended early, in px, and as a share of the cell where that is more."""
SQUARE = 8.0
"""Side of the square of a stop for pain, in px."""


def ending_words(kind: str) -> str:
    """Return how a session ended, in words."""
    match kind:
        case "finished":
            # Note: how a session ended
            return tr("finished")
        case "ended":
            # Note: how a session ended
            return tr("ended early")
        case "stopped for pain":
            # Note: how a session ended
            return tr("stopped for pain")
        case "cut off":
            # Note: how a session ended
            return tr("cut off")
        case _:
            return tr("not over")


def paint_sign(painter: QPainter, cell: QRectF, kind: str, t: Tokens, radius: float, *, unit: float = 1.0) -> None:
    """Paint a sign in a cell; `unit` is what a px of its lengths is in those of the painter."""
    if kind == FINISHED:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(t.brand)
        painter.drawRoundedRect(cell, radius, radius)
        return
    if kind == STOPPED:
        half = unit
        painter.setPen(QPen(t.ink, 2 * unit))
        painter.setBrush(t.surface)
        painter.drawRoundedRect(cell.adjusted(half, half, -half, -half), radius - half, radius - half)
        return
    painter.save()
    outline = QPainterPath()
    outline.addRoundedRect(cell, radius, radius)
    painter.fillPath(outline, t.brand_soft)
    bar = max(BAR * unit, BAR_SHARE * cell.height())
    painter.setClipPath(outline, Qt.ClipOperation.IntersectClip)
    painter.fillRect(QRectF(cell.left(), cell.bottom() - bar, cell.width(), bar), t.brand)
    painter.restore()
    if t.is_high_contrast:
        painter.setPen(QPen(t.edge, 2 * unit))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(cell.adjusted(unit, unit, -unit, -unit), radius, radius)


def paint_square(painter: QPainter, at: QPointF, t: Tokens, *, unit: float = 1.0, side: float = SQUARE) -> None:
    """Paint the square of a stop for pain around a place."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(t.ink)
    half = side * unit / 2
    painter.drawRect(QRectF(at.x() - half, at.y() - half, 2 * half, 2 * half))


def paint_small(painter: QPainter, cell: QRectF, kind: str, t: Tokens, radius: float) -> None:
    """Paint a sign without a number: the square is in the middle."""
    paint_sign(painter, cell, kind, t, radius)
    if kind == STOPPED:
        paint_square(painter, cell.center(), t, side=min(SQUARE, cell.height() * 0.42))


def sign_of(ending: str) -> str:
    """Return the sign of an ending: what was cut off or is not over has that of what ended early."""
    return ending if ending in KINDS else ENDED


class Sign(QWidget):
    """One sign of a legend."""

    def __init__(self, theme: Theme, kind: str) -> None:
        super().__init__()
        self._theme, self._kind = theme, kind
        theme.give(self, width=SIDE, height=SIDE)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the sign."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = self.rect().toRectF().adjusted(1, 1, -1, -1)
        paint_small(painter, area, self._kind, self._theme.tokens, 6)
