"""The exercises of the routine that is written, one below the other: chosen, dragged and moved by keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractListModel,
    QMimeData,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView

from coach.ui.editor.row_painter import ROW, RowPainter
from coach.ui.figure.slices import Slices
from coach.ui.kit.pressable import Pressable
from coach.ui.kit.states import ENTER
from coach.ui.kit.tip import as_tip
from coach.words.basics import listed
from coach.words.catalogue import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QObject
    from PySide6.QtGui import (
        QDragEnterEvent,
        QDragLeaveEvent,
        QDragMoveEvent,
        QDropEvent,
        QFocusEvent,
        QKeyEvent,
        QPaintEvent,
    )

    from coach.ui.editor.shown import Row
    from coach.ui.figure.picture_cache import PictureCache
    from coach.ui.kit.theme import Theme

Index = QModelIndex | QPersistentModelIndex
NONE = -1
DRAGGED = "application/x-coach-exercise"
"""What is dragged: the number of a row. It means something in this list alone."""
_ALT = Qt.KeyboardModifier.AltModifier


class RowModel(QAbstractListModel):
    """The rows as a model: a screen reader reads them one by one, and only those in sight are painted."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.rows: tuple[Row, ...] = ()

    def set_rows(self, rows: tuple[Row, ...]) -> None:
        """Set the rows; where their number stays, only those that changed are told."""
        if len(rows) != len(self.rows):
            self.beginResetModel()
            self.rows = rows
            self.endResetModel()
            return
        changed = [place for place, (new, old) in enumerate(zip(rows, self.rows, strict=True)) if new != old]
        self.rows = rows
        for place in changed:
            self.dataChanged.emit(self.index(place), self.index(place))

    def rowCount(self, parent: Index | None = None) -> int:
        """Return the number of rows."""
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the words of a row, as they are read aloud, or the row itself."""
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        row = self.rows[index.row()]
        return {
            int(Qt.ItemDataRole.DisplayRole): row.name,
            int(Qt.ItemDataRole.AccessibleTextRole): spoken(row),
            int(Qt.ItemDataRole.ToolTipRole): as_tip(row.name),
            ROW: row,
        }.get(role)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return that a row can be dragged, and dropped between two others."""
        flags = super().flags(index)
        return flags | (Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else Qt.ItemFlag.ItemIsDropEnabled)

    def supportedDropActions(self) -> Qt.DropAction:  # noqa: N802 - Qt's
        """Return that a row is moved."""
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:  # noqa: N802 - Qt's
        """Return what is dragged."""
        return [DRAGGED]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:  # noqa: N802 - Qt's
        """Return the number of the row that is dragged."""
        data = QMimeData()
        data.setData(DRAGGED, str(indexes[0].row()).encode())
        return data


def spoken(row: Row) -> str:
    """Return a row as it is read aloud."""
    name = row.circuit or row.name or tr("No name yet")
    where = tr("in a circuit") if row.depth and not row.circuit else ""
    return listed(filter(None, (name, row.dose, where, row.problem)))


class ExerciseRows(Pressable, QListView):
    """The list. The arrow keys choose, Alt with them moves, Delete deletes, Enter leads into the form."""

    chosen = Signal(int)
    moved = Signal(int, int)
    """A row, and before which one it is to stand: the number of rows stands for the end."""
    step_wanted = Signal(int)
    """The chosen row is to go up (-1) or down (1)."""
    delete_wanted = Signal()
    pressed_row = Signal()
    """Enter or Space: on into the form."""

    def __init__(self, theme: Theme, pictures: PictureCache) -> None:
        super().__init__()
        self._theme = theme
        self._model = RowModel(self)
        self._painter = RowPainter(theme, pictures)
        self._drop_before = NONE
        self.setModel(self._model)
        self.setItemDelegate(self._painter)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(tr("Exercises"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDragDropMode(QListView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setDropIndicatorShown(False)
        self.viewport().setAutoFillBackground(False)
        self._slices = Slices(self, pictures, self._draw_one)
        self._pictures = pictures
        self._painter.missed.connect(self._on_missed)
        theme.changed.connect(self.viewport().update)

    # From above

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows that show."""
        return self._model.rows

    @property
    def place(self) -> int:
        """The row that is chosen, NONE where none is."""
        return self.currentIndex().row()

    def show_rows(self, rows: Sequence[Row], chosen: int) -> None:
        """Show these rows, with one of them chosen; NONE chooses none."""
        if len(rows) != len(self.rows):
            self.updateGeometry()
        self._model.set_rows(tuple(rows))
        if chosen != self.place:
            self.blockSignals(True)  # noqa: FBT003 - Qt's
            self.setCurrentIndex(self._model.index(chosen) if 0 <= chosen < len(rows) else QModelIndex())
            self.blockSignals(False)  # noqa: FBT003 - Qt's
        if chosen != self._painter.chosen:
            self._painter.chosen = chosen
            self.viewport().update()

    def set_low(self, *, low: bool) -> None:
        """Have lower rows, where the form stands below them."""
        self._painter.is_low = low
        self.follow_text()

    def follow_text(self) -> None:
        """Measure the rows anew."""
        self.scheduleDelayedItemsLayout()
        self.updateGeometry()

    def height_of_all(self) -> int:
        """Return the height of all rows, in px."""
        return len(self.rows) * self._painter.row_height

    def sizeHint(self) -> QSize:
        """Return room for all rows."""
        return QSize(self._theme.px(264), self.height_of_all())

    def minimumSizeHint(self) -> QSize:
        """Return room for a row or two."""
        return QSize(self._theme.px(200), min(2, max(1, len(self.rows))) * self._painter.row_height)

    def dataChanged(self, first: Index, last: Index, roles: Sequence[int] = ()) -> None:  # noqa: N802 - Qt's
        """Paint the rows that changed: Qt's list would lay out and paint all of them, at each key in the form."""
        QAbstractItemView.dataChanged(self, first, last, roles)

    # Keys, clicks and dragging

    def currentChanged(self, current: Index, previous: Index) -> None:  # noqa: N802 - Qt's
        """Choose what the arrow keys or a click lead to."""
        super().currentChanged(current, previous)
        if current.isValid() and not self.signalsBlocked():
            self._painter.chosen = current.row()
            self.viewport().update()
            self.chosen.emit(current.row())

    def press(self) -> None:
        """Lead on into the form."""
        if self.place != NONE:
            if self._painter.chosen != self.place:
                self.currentChanged(self.currentIndex(), self.currentIndex())
            self.pressed_row.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move with Alt and an arrow key, delete, or go from row to row."""
        key, with_alt = Qt.Key(event.key()), bool(event.modifiers() & _ALT)
        if with_alt and key in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            self.step_wanted.emit(-1 if key == Qt.Key.Key_Up else 1)
        elif key in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace} and not event.modifiers():
            self.delete_wanted.emit()
        elif key in ENTER and not event.isAutoRepeat():
            self.press()
        elif key in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, _search: str) -> None:  # noqa: N802 - Qt's name
        """Look for nothing: single letters are keys of coach."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin at the first row where none is chosen; it is chosen by a key, not by coming along."""
        nobody = self.place == NONE
        if nobody:
            self.blockSignals(True)  # noqa: FBT003 - Qt's
            self.setCurrentIndex(self._model.index(0))
        super().focusInEvent(event)
        if nobody:
            self.blockSignals(False)  # noqa: FBT003 - Qt's

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take what comes from here."""
        event.setAccepted(event.source() is self)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Show where it would be dropped."""
        if event.source() is not self:
            event.ignore()
            return
        super().dragMoveEvent(event)  # scrolls at the edges
        event.acceptProposedAction()
        self._show_drop(self._gap_at(event.position().toPoint()))

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Show nothing any more."""
        super().dragLeaveEvent(event)
        self._show_drop(NONE)

    def dropEvent(self, event: QDropEvent) -> None:
        """Ask for the move; who has the rows moves them."""
        before = self._gap_at(event.position().toPoint())
        self._show_drop(NONE)
        data = event.mimeData().data(DRAGGED).data()
        event.setDropAction(Qt.DropAction.IgnoreAction)  # Qt would take the row out by itself
        event.accept()
        if data:
            self.moved.emit(int(bytes(data)), before)

    def _gap_at(self, at: QPoint) -> int:
        index = self.indexAt(at)
        if not index.isValid():
            return len(self.rows)
        return index.row() + (at.y() > self.visualRect(index).center().y())

    def _show_drop(self, before: int) -> None:
        self._drop_before = before
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows, and the line where a row would be dropped."""
        super().paintEvent(event)
        if self._drop_before == NONE or not self.rows:
            return
        last = self._drop_before >= len(self.rows)
        rect: QRect = self.visualRect(self._model.index(len(self.rows) - 1 if last else self._drop_before))
        y = rect.bottom() if last else rect.top()
        painter = QPainter(self.viewport())
        painter.setPen(QPen(self._theme.tokens.brand, 3))
        painter.drawLine(rect.left() + 12, y, rect.right() - 12, y)

    # The pictures

    def _on_missed(self) -> None:
        if not self._slices.isActive():
            self._slices.start()

    @property
    def is_complete(self) -> bool:
        """Whether every picture is drawn."""
        views = [self._painter.thumbnail(row) for row in self.rows]
        return all(view is None or self._pictures.has_close_up(view) for view in views)

    def _draw_one(self) -> bool:
        for row in self.rows:
            view = self._painter.thumbnail(row)
            if view is not None and not self._pictures.has_close_up(view):
                self._pictures.close_up(view)
                self.viewport().update()
                return True
        return False
