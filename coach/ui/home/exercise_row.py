"""One row of the list of exercises: what it shows, and how it is painted."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from coach.ui.kit.painting import focus_ring, text_cut_to_fit

if TYPE_CHECKING:
    from PySide6.QtCore import QRect

    from coach.core.own_pictures import Drawing
    from coach.core.pacing import Side
    from coach.ui.figure.close_ups import View
    from coach.ui.figure.picture_cache import PictureCache
    from coach.ui.kit.theme import Theme

Index = QModelIndex | QPersistentModelIndex
MARK = int(Qt.ItemDataRole.UserRole)
DOSE = MARK + 1
NUMBER = MARK + 2
THUMBNAIL_RATIO = 2.0
"""Pixels of a small picture for each px."""


class Mark(Enum):
    """What was done of an exercise."""

    OPEN = "open"
    CURRENT = "current"
    DONE = "done"
    PARTLY = "partly"
    SKIPPED = "skipped"


class Shape(NamedTuple):
    """The sizes of a row, in px; of the letters at 100 %."""

    row: int
    picture: QSize
    letters: float
    dose: float
    mark_in: int
    """Distance of the middle of the mark from the end of the row."""
    room_for_mark: int
    """The room that the words leave for it."""


USUAL = Shape(68, QSize(56, 44), 15.5, 14, 12, 30)
LOW = Shape(58, QSize(54, 42), 15, 13.5, 12, 22)
"""The rows of a low window."""


class ExerciseRow(NamedTuple):
    """The content of one row; `figure` is the id of a movement, or a picture of one's own."""

    name: str
    dose: str
    mark: Mark = Mark.OPEN
    current: bool = False
    figure: Drawing | None = None
    side: Side | None = None


def thumbnail(pictures: PictureCache, row: ExerciseRow, size: QSize) -> View | None:
    """Return the view of a row's small picture, or None where there is no figure."""
    if row.figure is None or not pictures.knows(row.figure):
        return None
    return pictures.view(row.figure, row.side, size, THUMBNAIL_RATIO)


class RowPainter(QStyledItemDelegate):
    """Paints rows of one shape; `row_height` is theirs, in px."""

    missed = Signal()
    """A row was painted without its picture."""

    def __init__(self, theme: Theme, pictures: PictureCache) -> None:
        super().__init__()
        self._theme = theme
        self._pictures = pictures
        self.row_height = USUAL.row
        self.take(USUAL)

    def take(self, shape: Shape) -> None:
        """Paint rows of this shape from now on."""
        self.shape = shape

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Return the height in force; the width is that of the list."""
        return QSize(10, self.row_height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint picture, name, dose and mark."""
        row = index.data(MARK)
        if not isinstance(row, ExerciseRow):
            return
        t = self._theme.tokens
        rect: QRect = option.rect
        area = QRectF(rect).adjusted(4, 4, -4, -4)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if row.current:
            painter.setPen(QPen(t.ink, t.border_px) if t.border_px > 1 else Qt.PenStyle.NoPen)
            painter.setBrush(t.brand_soft)
            painter.drawRoundedRect(area, 12, 12)
        state = option.state
        if state & QStyle.StateFlag.State_HasFocus:
            focus_ring(painter, area.adjusted(-3, -3, 3, 3), t.focus, 13)
        high = self.shape.picture.height()
        wide, direction = self.shape.picture.width(), option.direction
        badge = _seen(direction, area, QRectF(area.left() + 8, area.center().y() - high / 2, wide, high))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(t.sunk)
        painter.drawRoundedRect(badge, 8, 8)
        view = thumbnail(self._pictures, row, self.shape.picture)
        if view is not None and self._pictures.has_close_up(view):
            shape = QPainterPath()
            shape.addRoundedRect(badge, 8, 8)
            painter.setClipPath(shape)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(badge, self._pictures.close_up(view))
            painter.setClipping(False)
        else:
            if view is not None:
                self.missed.emit()
            painter.setPen(t.muted)
            painter.setFont(self._theme.font(self.shape.letters, 600))
            # No picture: the number of the exercise stands in its place.
            painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, str(index.data(NUMBER)))
        self._paint_text(painter, option, area, row)
        mark = QRectF(area.right() - self.shape.mark_in, area.center().y(), 0, 0)
        self._paint_mark(painter, _seen(direction, area, mark).topLeft(), row)
        painter.restore()

    def _paint_text(self, painter: QPainter, option: QStyleOptionViewItem, area: QRectF, row: ExerciseRow) -> None:
        t, left = self._theme.tokens, area.left() + 8 + self.shape.picture.width() + 12
        across = QStyle.visualAlignment(option.direction, Qt.AlignmentFlag.AlignLeft)
        width = area.right() - left - (self.shape.room_for_mark if row.mark is not Mark.OPEN else 8)
        name_font = self._theme.font(self.shape.letters, 700 if row.current else 600)
        painter.setFont(name_font)
        name_height = painter.fontMetrics().height()
        over = row.mark in {Mark.DONE, Mark.SKIPPED, Mark.PARTLY} and not row.current
        painter.setPen(t.muted if over else t.ink)
        top = area.center().y() - name_height - 1
        line = _seen(option.direction, area, QRectF(left, top, width, name_height))
        text_cut_to_fit(painter, line, row.name, across)
        painter.setFont(self._theme.font(self.shape.dose))
        painter.setPen(t.muted)
        height = painter.fontMetrics().height()
        line = _seen(option.direction, area, QRectF(left, area.center().y() + 2, width, height))
        text_cut_to_fit(painter, line, row.dose, across)

    def _paint_mark(self, painter: QPainter, at: QPointF, row: ExerciseRow) -> None:
        if row.mark in {Mark.OPEN, Mark.CURRENT}:
            return
        t = self._theme.tokens
        pen = QPen(t.brand if row.mark is Mark.DONE else t.muted, 2.4)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        if row.mark is Mark.DONE:
            painter.drawPolyline([at + QPointF(-5, 0), at + QPointF(-1.5, 4), at + QPointF(6, -5)])
        elif row.mark is Mark.SKIPPED:
            painter.drawLine(at + QPointF(-6, 0), at + QPointF(6, 0))
        else:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(at, 6, 6)
            painter.setBrush(t.muted)
            painter.drawPie(QRectF(at.x() - 6, at.y() - 6, 12, 12), -90 * 16, 180 * 16)


def _seen(direction: Qt.LayoutDirection, whole: QRectF, part: QRectF) -> QRectF:
    """Return a part of a row as it is seen: mirrored where words run from right to left."""
    if direction is Qt.LayoutDirection.RightToLeft:
        part.moveLeft(whole.left() + whole.right() - part.right())
    return part
