"""The list of exercises: name, dose, and what was done of each."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from coach.background.timers import single_shot
from coach.ui.kit.painting import focus_ring, text_cut_to_fit
from coach.words.basics import listed
from coach.words.catalogue import tr

if TYPE_CHECKING:
    from PySide6.QtCore import QRect
    from PySide6.QtGui import QFocusEvent, QResizeEvent

    from coach.core.pacing import Side
    from coach.ui.figure.close_ups import View
    from coach.ui.figure.picture_cache import PictureCache
    from coach.ui.kit.theme import Theme

Index = QModelIndex | QPersistentModelIndex
MARK = int(Qt.ItemDataRole.UserRole)
DOSE = MARK + 1
NUMBER = MARK + 2
ROW = 68
THUMBNAIL = QSize(56, 44)
THUMBNAIL_RATIO = 2.0
SLICE_MS = 30
"""Time between two thumbnails, so that drawing them does not block the window."""
TIGHT = 52
MARK_IN, ROOM_FOR_MARK = 12, 30
"""Distance of the middle of the mark from the right edge, and the room that the words leave for it, in px."""


class Mark(Enum):
    """What was done of an exercise."""

    OPEN = "open"
    CURRENT = "current"
    DONE = "done"
    PARTLY = "partly"
    SKIPPED = "skipped"


class ExerciseRow(NamedTuple):
    """The content of one row; `figure` is the id of a movement."""

    name: str
    dose: str
    mark: Mark = Mark.OPEN
    current: bool = False
    figure: str | None = None
    side: Side | None = None


def thumbnail(pictures: PictureCache, row: ExerciseRow) -> View | None:
    """Return the view of a row's small picture, or None where there is no figure."""
    if row.figure is None or not pictures.knows(row.figure):
        return None
    return pictures.view(row.figure, row.side, THUMBNAIL, THUMBNAIL_RATIO)


class ExerciseModel(QAbstractListModel):
    """The rows as a model, so that fifty exercises cost no more than seven."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[ExerciseRow, ...] = ()

    def set_rows(self, rows: tuple[ExerciseRow, ...]) -> None:
        """Set the rows; where their number stays, so do selection and scroll position."""
        if len(rows) != len(self._rows):
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()
            return
        previous, self._rows = self._rows, rows
        for number, (old, new) in enumerate(zip(previous, rows, strict=True)):
            if old != new:
                # A reset would throw selection and scroll position away; a change of single rows keeps them.
                self.dataChanged.emit(self.index(number), self.index(number))

    def rowCount(self, parent: Index | None = None) -> int:
        """Return the number of exercises."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return name, dose, mark or number of a row; a screen reader gets the first three in words."""
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return listed((row.name, row.dose, self._state(row)))
        return {int(Qt.ItemDataRole.DisplayRole): row.name, MARK: row, DOSE: row.dose, NUMBER: index.row() + 1}.get(
            role
        )

    def _state(self, row: ExerciseRow) -> str:
        mark_words = {
            Mark.DONE: tr("done"),
            Mark.PARTLY: tr("partly done"),
            Mark.SKIPPED: tr("skipped"),
        }.get(row.mark, "")
        return listed((tr("now") if row.current else "", mark_words))


class _Delegate(QStyledItemDelegate):
    missed = Signal()
    """A row was painted without its picture."""

    def __init__(self, theme: Theme, pictures: PictureCache) -> None:
        super().__init__()
        self._theme = theme
        self._pictures = pictures
        self._name_font, self._now_font = theme.font(15.5, 600), theme.font(15.5, 700)
        self._dose_font = theme.font(14)
        self.row_height = ROW

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(10, self.row_height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
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
        badge = QRectF(area.left() + 8, area.center().y() - 22, 56, 44)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(t.sunk)
        painter.drawRoundedRect(badge, 8, 8)
        view = thumbnail(self._pictures, row)
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
            painter.setFont(self._name_font)
            # No picture: the number of the exercise stands in its place.
            painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, str(index.data(NUMBER)))
        self._paint_text(painter, area, badge.right() + 12, row)
        self._paint_mark(painter, QPointF(area.right() - MARK_IN, area.center().y()), row)
        painter.restore()

    def _paint_text(self, painter: QPainter, area: QRectF, left: float, row: ExerciseRow) -> None:
        t = self._theme.tokens
        width = area.right() - left - (ROOM_FOR_MARK if row.mark is not Mark.OPEN else 8)
        name_font = self._now_font if row.current else self._name_font
        painter.setFont(name_font)
        name_height = painter.fontMetrics().height()
        over = row.mark in {Mark.DONE, Mark.SKIPPED, Mark.PARTLY} and not row.current
        painter.setPen(t.muted if over else t.ink)
        top = area.center().y() - name_height - 1
        text_cut_to_fit(painter, QRectF(left, top, width, name_height), row.name)
        painter.setFont(self._dose_font)
        painter.setPen(t.muted)
        height = painter.fontMetrics().height()
        text_cut_to_fit(painter, QRectF(left, area.center().y() + 2, width, height), row.dose)

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


class ExerciseList(QListView):
    """The list at the left; Enter or a double click asks for an exercise."""

    wanted = Signal(int)
    """The position in the routine, from 0, of the exercise that was asked for."""

    def __init__(self, theme: Theme, pictures: PictureCache) -> None:
        super().__init__()
        self._theme = theme
        self._pictures = pictures
        self._model = ExerciseModel()
        self._delegate = _Delegate(theme, pictures)
        self._slice = single_shot(self, self._draw_one, SLICE_MS)
        pictures.changed.connect(self._slice.start)
        self._delegate.missed.connect(self._slice.start)
        self.setModel(self._model)
        self.setItemDelegate(self._delegate)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(tr("Exercises"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        # Tab goes on to the next control; the arrow keys go from row to row.
        self.setTabKeyNavigation(False)
        self.activated.connect(self._on_activated)

    def show_rows(self, rows: tuple[ExerciseRow, ...]) -> None:
        """Show these exercises, scrolled to the current one."""
        shown = self._rows()
        before = [row.current for row in shown]
        if [row.figure for row in shown] != [row.figure for row in rows]:
            self._slice.start()
        if len(rows) != self._model.rowCount():
            self._model.set_rows(rows)
            self._fit()
        self._model.set_rows(rows)
        now = [row.current for row in rows]
        if now != before and True in now:
            self.scrollTo(self._model.index(now.index(True)))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Make a row current: Qt would take the first one without telling a screen reader."""
        if not self.currentIndex().isValid() and self._model.rowCount():
            at = [row.current for row in self._rows()]
            self.setCurrentIndex(self._model.index(at.index(True) if True in at else 0))
        super().focusInEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Make the rows lower where all of them fit then."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        roomy = max(ROW, self._theme.px(64))
        tight = max(TIGHT, self._theme.px(TIGHT))
        fits = self.height() // max(1, self._model.rowCount())
        height = min(roomy, max(tight, fits))
        if height != self._delegate.row_height:
            self._delegate.row_height = height
            # A view keeps the heights of its rows until it is laid out again.
            self.scheduleDelayedItemsLayout()

    def _rows(self) -> tuple[ExerciseRow, ...]:
        return tuple(
            row
            for number in range(self._model.rowCount())
            if isinstance(row := self._model.index(number).data(MARK), ExerciseRow)
        )

    @property
    def is_complete(self) -> bool:
        """Whether every exercise that has a figure shows its thumbnail."""
        rows = [row for row in self._rows() if row.figure is not None]
        views = [thumbnail(self._pictures, row) for row in rows]
        return all(view is not None and self._pictures.has_close_up(view) for view in views)

    def _draw_one(self) -> None:
        """Draw the first thumbnail that is missing, and plan the next."""
        for row in self._rows():
            view = thumbnail(self._pictures, row)
            if view is not None and not self._pictures.has_close_up(view):
                self._pictures.close_up(view)
                self.viewport().update()
                self._slice.start()
                return

    def _on_activated(self, index: QModelIndex) -> None:
        self.wanted.emit(index.row())
