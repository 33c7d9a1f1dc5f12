"""How a row of the editor's list is painted: the handle, the picture, the name, the dose, and a sign."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from coach.ui.editor.shown import Row
from coach.ui.kit.line_icons import LineIcon
from coach.ui.kit.painting import focus_ring, text_cut_to_fit
from coach.words.catalogue import tr

if TYPE_CHECKING:
    from coach.ui.figure.close_ups import View
    from coach.ui.figure.picture_cache import PictureCache
    from coach.ui.kit.theme import Theme

Index = QModelIndex | QPersistentModelIndex
ROW = int(Qt.ItemDataRole.UserRole)
HEIGHT, LOW, PICTURE = 68, 54, QSize(52, 40)
"""Height of a row with the room between two, also where room is short, and the size of its picture, in px at 100 %."""
SIDE, BETWEEN, RADIUS = 12, 2, 12
"""Room beside the ground of a row, and above and below it, and the radius of its corners, in px."""
HANDLE, PICTURE_AT, SIGN, DEEPER = 14, 34, 20, 14
"""From the ground's edge: the middle of the handle, and the picture; the side of the sign; and how much further in
what is in a circuit stands. In px at 100 %."""
THUMBNAIL_RATIO = 2.0


class RowPainter(QStyledItemDelegate):
    """Paints the rows; `chosen` is the number of the one that the form shows."""

    missed = Signal()
    """A row was painted without its picture."""

    def __init__(self, theme: Theme, pictures: PictureCache) -> None:
        super().__init__()
        self._theme, self._pictures = theme, pictures
        self.chosen = -1
        self.is_low = False
        """Whether the rows are lower: where the form stands below them."""

    @property
    def row_height(self) -> int:
        """The height of a row, in px."""
        letters = self._theme.px(15) + self._theme.px(13.5)
        return max(self._theme.px(LOW if self.is_low else HEIGHT), round(letters * 1.5) + 12)

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Return the height; the width is that of the list."""
        return QSize(10, self.row_height)

    def thumbnail(self, row: Row) -> View | None:
        """Return the view of a row's small picture, or None where there is no figure."""
        if row.figure is None or not self._pictures.knows(row.figure):
            return None
        px = self._theme.px
        size = QSize(px(PICTURE.width()), px(PICTURE.height()))
        return self._pictures.view(row.figure, row.side, size, THUMBNAIL_RATIO)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a row."""
        row = index.data(ROW)
        if not isinstance(row, Row):
            return
        t, px = self._theme.tokens, self._theme.px
        area = QRectF(option.rect).adjusted(SIDE, BETWEEN, -SIDE, -BETWEEN)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        state: QStyle.StateFlag = option.state
        if index.row() == self.chosen:
            painter.setPen(QPen(t.ink, t.border_px) if t.border_px > 1 else Qt.PenStyle.NoPen)
            painter.setBrush(t.brand_soft)
            painter.drawRoundedRect(area, RADIUS, RADIUS)
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(t.hover)
            painter.drawRoundedRect(area, RADIUS, RADIUS)
        if state & QStyle.StateFlag.State_HasFocus:
            focus_ring(painter, area.adjusted(-1, -1, 1, 1), t.focus, RADIUS)
        inside = area.adjusted(px(DEEPER) * row.depth, 0, 0, 0)
        self._handle(painter, option, area, inside)
        self._picture(painter, self._seen(option, area, self._picture_place(area, inside)), row, index.row())
        self._words(painter, option, area, inside, row)
        painter.restore()

    def _seen(self, option: QStyleOptionViewItem, area: QRectF, place: QRectF) -> QRectF:
        """Return where a place is seen: mirrored where words run from the right."""
        if option.direction == Qt.LayoutDirection.RightToLeft:
            place = QRectF(place)
            place.moveLeft(area.left() + area.right() - place.right())
        return place

    def _handle(self, painter: QPainter, option: QStyleOptionViewItem, area: QRectF, inside: QRectF) -> None:
        px = self._theme.px
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.tokens.muted)
        middle = QRectF(inside.left() + px(HANDLE), area.center().y(), 0, 0)
        at, step, radius = self._seen(option, area, middle).topLeft(), px(5.5), px(1.5)
        for across in (-0.5, 0.5):
            for down in (-1, 0, 1):
                painter.drawEllipse(at + QPointF(across * step, down * step), radius, radius)

    def _picture_place(self, area: QRectF, inside: QRectF) -> QRectF:
        px = self._theme.px
        place = QRectF(0, 0, px(PICTURE.width()), px(PICTURE.height()))
        place.moveTo(inside.left() + px(PICTURE_AT), area.center().y() - place.height() / 2)
        return place

    def _picture(self, painter: QPainter, place: QRectF, row: Row, number: int) -> None:
        t, px = self._theme.tokens, self._theme.px
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(t.sunk)
        painter.drawRoundedRect(place, 8, 8)
        view = self.thumbnail(row)
        if view is not None and self._pictures.has_close_up(view):
            shape = QPainterPath()
            shape.addRoundedRect(place, 8, 8)
            painter.save()
            painter.setClipPath(shape)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(place, self._pictures.close_up(view))
            painter.restore()
        else:
            if view is not None:
                self.missed.emit()
            painter.setPen(t.muted)
            painter.setFont(self._theme.font(15, 600))
            if row.circuit:
                side = px(22)
                again = QRectF(0, 0, side, side)
                again.moveCenter(place.center())
                LineIcon.AGAIN.paint(painter, again, t.muted)
            else:  # no picture: the number of the row stands in its place
                painter.drawText(place, Qt.AlignmentFlag.AlignCenter, str(number + 1))

    def _words(self, painter: QPainter, option: QStyleOptionViewItem, area: QRectF, inside: QRectF, row: Row) -> None:
        t, px = self._theme.tokens, self._theme.px
        left = inside.left() + px(PICTURE_AT) + px(PICTURE.width()) + px(10)
        right = area.right() - (px(SIGN) + px(16) if row.problem else px(6))
        direction: Qt.LayoutDirection = option.direction
        across = QStyle.visualAlignment(direction, Qt.AlignmentFlag.AlignLeft)
        painter.setFont(self._theme.font(15, 600))
        high = painter.fontMetrics().height()
        painter.setPen(t.ink if row.name else t.muted)
        line = QRectF(left, area.center().y() - high - 0.5, max(1, right - left), high)
        text_cut_to_fit(painter, self._seen(option, area, line), row.name or tr("No name yet"), across)
        painter.setFont(self._theme.font(13.5))
        painter.setPen(t.muted)
        line = QRectF(left, area.center().y() + 0.5, max(1, right - left), painter.fontMetrics().height())
        text_cut_to_fit(painter, self._seen(option, area, line), row.dose, across)
        if row.problem:
            side = px(SIGN)
            sign = QRectF(area.right() - px(8) - side, area.center().y() - side / 2, side, side)
            LineIcon.WARNING.paint(painter, self._seen(option, area, sign), t.prepare)
