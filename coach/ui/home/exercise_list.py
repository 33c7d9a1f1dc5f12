"""The list of exercises: name, dose, and what was done of each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, Qt, Signal
from PySide6.QtWidgets import QFrame, QListView

from coach.ui.figure.slices import Slices
from coach.ui.home.exercise_row import DOSE, LOW, MARK, NUMBER, USUAL, ExerciseRow, Index, Mark, RowPainter, thumbnail
from coach.words.basics import listed
from coach.words.catalogue import tr

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QResizeEvent

    from coach.ui.figure.picture_cache import PictureCache
    from coach.ui.kit.theme import Theme

TIGHT = 52
"""Least height of a row, in px at 100 %."""


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


class ExerciseList(QListView):
    """The list at the left; Enter or a double click asks for an exercise."""

    wanted = Signal(int)
    """The position in the routine, from 0, of the exercise that was asked for."""

    def __init__(self, theme: Theme, pictures: PictureCache) -> None:
        super().__init__()
        self._theme = theme
        self._pictures = pictures
        self._model = ExerciseModel()
        self._delegate = RowPainter(theme, pictures)
        self._slice = Slices(self, pictures, self._draw_one)
        self._delegate.missed.connect(self._slice.go_on)
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

    def set_low(self, *, low: bool) -> None:
        """Show smaller pictures in lower rows, for a low window, or the usual ones."""
        shape = LOW if low else USUAL
        if shape is not self._delegate.shape:
            self._delegate.take(shape)
            self._fit()
            self.viewport().update()
            self._slice.start()

    def _fit(self) -> None:
        shape, px = self._delegate.shape, self._theme.px
        roomy = max(shape.row, px(shape.row - 4))
        tight = max(TIGHT, px(TIGHT))
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
        views = [thumbnail(self._pictures, row, self._delegate.shape.picture) for row in rows]
        return all(view is not None and self._pictures.has_close_up(view) for view in views)

    def _draw_one(self) -> bool:
        for row in self._rows():
            view = thumbnail(self._pictures, row, self._delegate.shape.picture)
            if view is not None and not self._pictures.has_close_up(view):
                self._pictures.close_up(view)
                self.viewport().update()
                return True
        return False

    def _on_activated(self, index: QModelIndex) -> None:
        self.wanted.emit(index.row())
