"""The list of the page Listen: headings and lines, of which each can be played, copied, and read one by one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QGuiApplication, QKeySequence, QPainter, QPen
from PySide6.QtWidgets import QFrame, QListView, QScrollArea, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from coach.ui.help.script_rows import ScriptRow
from coach.ui.kit.icons import Icon, path
from coach.ui.kit.painting import focus_ring
from coach.ui.kit.pressable import Pressable
from coach.ui.kit.states import ENTER
from coach.words.catalogue import tr

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtGui import QFocusEvent, QKeyEvent

    from coach.ui.kit.theme import Theme

Index = QModelIndex | QPersistentModelIndex
ROW = int(Qt.ItemDataRole.UserRole)
NONE = -1
SIDE, ABOVE, GAP = 8, 6, 10
"""Room beside and above the words, and between sign, time and words, in px at 100 %."""
LEAST = 150
"""The least height of the list, in px at 100 %."""
_WRAPS = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)


class ScriptModel(QAbstractListModel):
    """The rows as a model: a screen reader reads them one by one, and only those in sight are painted."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.rows: tuple[ScriptRow, ...] = ()

    def set_rows(self, rows: tuple[ScriptRow, ...]) -> None:
        """Set the rows."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        """Return the number of rows."""
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the words of a row; a screen reader gets its time as well, and that a heading is one."""
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            # Note: what a row of a list is, as a screen reader says it
            return tr("Heading") if row.line is None else None
        return {
            int(Qt.ItemDataRole.DisplayRole): row.words,
            int(Qt.ItemDataRole.AccessibleTextRole): row.spoken,
            ROW: row,
        }.get(role)


class _Delegate(QStyledItemDelegate):
    """Paints a row: the sign to play it, the time and the words, on as many lines as they need."""

    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self._theme, self._view = theme, view
        self.follow_text()
        self.sounding = NONE

    def follow_text(self) -> None:
        """Take the fonts of the text size in force, and measure all anew."""
        theme = self._theme
        self._fonts = {
            "line": theme.font(16),
            "now": theme.font(16, 700),
            "time": theme.font(16, tabular=True),
            "heading": theme.font(17, 700),
        }
        self._metrics = {name: QFontMetrics(font) for name, font in self._fonts.items()}
        self._sign = theme.px(14)
        self._time_width = self._metrics["time"].horizontalAdvance("+00:00")
        self._heights: dict[tuple[str, bool, int], int] = {}

    def _words_left(self, row: ScriptRow) -> int:
        """Return where the words begin, in px from the edge where reading begins."""
        if row.line is None:
            return SIDE
        return SIDE + self._sign + GAP + self._time_width + GAP

    def _height(self, row: ScriptRow, width: int) -> int:
        """Return the height of a row; as bold as it is while it sounds, so that nothing moves then."""
        key = (row.words, row.line is None, width)
        if (known := self._heights.get(key)) is not None:
            return known
        is_heading = row.line is None
        metrics = self._metrics["heading" if is_heading else "now"]
        room = max(1, width - self._words_left(row) - SIDE)
        words = metrics.boundingRect(QRect(0, 0, room, 1 << 20), _WRAPS, row.words).height()
        height = words + 2 * ABOVE + (self._theme.px(14) if is_heading else 0)
        self._heights[key] = height
        return height

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        row, width = index.data(ROW), self._view.viewport().width()
        return QSize(1, self._height(row, width) if isinstance(row, ScriptRow) else 1)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(ROW)
        if not isinstance(row, ScriptRow):
            return
        rect: QRect = option.rect
        painter.save()
        painter.setLayoutDirection(option.direction)  # the words begin where reading does
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        sounds = index.row() == self.sounding
        if sounds:
            self._paint_ground(painter, QRectF(rect))
        if row.line is not None:
            self._paint_sign(painter, rect, Icon.STOP if sounds else Icon.PLAY, sounds=sounds)
        self._paint_words(painter, rect, row, sounds=sounds)
        state = option.state
        if state & QStyle.StateFlag.State_HasFocus:
            focus_ring(painter, QRectF(rect), self._theme.tokens.focus, 9)
        painter.restore()

    def _paint_ground(self, painter: QPainter, area: QRectF) -> None:
        t = self._theme.tokens
        painter.setPen(QPen(t.brand, max(1, t.border_px)))
        painter.setBrush(t.brand_soft)
        painter.drawRoundedRect(area.adjusted(3, 3, -3, -3), 8, 8)

    def _paint_sign(self, painter: QPainter, rect: QRect, icon: Icon, *, sounds: bool) -> None:
        t, side = self._theme.tokens, self._sign
        middle = rect.top() + ABOVE + self._metrics["line"].height() / 2
        painter.save()
        sign = QStyle.visualRect(painter.layoutDirection(), rect, QRect(rect.left() + SIDE, rect.top(), side, side))
        painter.translate(sign.left(), middle - side / 2)
        painter.scale(side, side)
        painter.fillPath(path(icon), t.ink if sounds else t.muted)
        painter.restore()

    def _paint_words(self, painter: QPainter, rect: QRect, row: ScriptRow, *, sounds: bool) -> None:
        t, is_heading = self._theme.tokens, row.line is None
        left = self._words_left(row)
        painter.setPen(t.ink)
        words = rect.adjusted(left, ABOVE, -SIDE, -ABOVE)
        if is_heading:
            words.setTop(words.top() + self._theme.px(14))
        elif row.time:
            time = QRect(rect.left() + left - GAP - self._time_width, words.top(), self._time_width, words.height())
            painter.setFont(self._fonts["time"])
            time = QStyle.visualRect(painter.layoutDirection(), rect, time)
            painter.drawText(time, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop), row.time)
        is_tone = row.line is not None and row.line.text is None
        painter.setPen(t.muted if is_tone and not sounds else t.ink)
        painter.setFont(self._fonts["heading" if is_heading else "now" if sounds else "line"])
        words = QStyle.visualRect(painter.layoutDirection(), rect, words)
        across = int(QStyle.visualAlignment(painter.layoutDirection(), Qt.AlignmentFlag.AlignLeft))
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)  # the voice has a language of its own
        painter.drawText(words, _WRAPS & ~int(Qt.AlignmentFlag.AlignLeft) | across, row.words)


class ScriptList(Pressable, QListView):
    """The list; Enter, Space or a click ask for a line to be played, Ctrl+C copies it."""

    wanted = Signal(int)
    """The place of a line that was pressed."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._model = ScriptModel(self)
        self._delegate = _Delegate(theme, self)
        self.setModel(self._model)
        self.setItemDelegate(self._delegate)
        self.setFrameShape(QFrame.Shape.NoFrame)
        # Note: the name of the list of all that is said
        self.setAccessibleName(tr("Script"))
        theme.give(self, least_height=LEAST)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # Always there: with one that comes and goes the rows would be wrapped anew.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        # Tab goes on to the next control; the arrow keys go from row to row.
        self.setTabKeyNavigation(False)
        self.clicked.connect(self._on_clicked)
        theme.changed.connect(self.viewport().update)

    def follow_text(self) -> None:
        """Measure the rows anew."""
        self._delegate.follow_text()
        self.scheduleDelayedItemsLayout()

    @property
    def rows(self) -> tuple[ScriptRow, ...]:
        """The rows that are shown."""
        return self._model.rows

    @property
    def place(self) -> int:
        """The place of the row that was read or pressed last; 0 before that."""
        return max(0, self.currentIndex().row())

    def set_place(self, place: int) -> None:
        """Make the row at this place the one that was read last."""
        self.setCurrentIndex(self._model.index(place))

    def show_rows(self, rows: tuple[ScriptRow, ...]) -> None:
        """Show these rows from their top."""
        self._delegate.sounding = NONE
        self._model.set_rows(rows)
        self.scrollToTop()

    def show_sounding(self, place: int) -> None:
        """Mark the row that sounds, NONE for none, and scroll to it; the row that is read stays where it was."""
        self._delegate.sounding = place
        # Not as a change of the model: nothing is said while the voice speaks.
        self.viewport().update()
        if place != NONE:
            self.scrollTo(self._model.index(place))

    def press(self) -> None:
        """Ask for the current row to be played."""
        self._want(self.currentIndex().row())

    def _on_clicked(self, index: QModelIndex) -> None:
        self._want(index.row())

    def _want(self, place: int) -> None:
        if 0 <= place < len(self.rows) and self.rows[place].line is not None:
            self.wanted.emit(place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Play with Enter, copy with Ctrl+C, and go from row to row."""
        if event.matches(QKeySequence.StandardKey.Copy):
            if (place := self.currentIndex().row()) >= 0:
                QGuiApplication.clipboard().setText(self.rows[place].text)
        elif event.key() in ENTER and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.press()
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, _search: str) -> None:  # noqa: N802 - Qt's name
        """Look for nothing: single letters are keys of coach."""

    def scrollTo(  # noqa: N802 - Qt's name
        self, index: Index, hint: QListView.ScrollHint = QListView.ScrollHint.EnsureVisible
    ) -> None:
        """Scroll to a row, and the page as well where it is too small for the whole list."""
        super().scrollTo(index, hint)
        above = self.parentWidget()
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parentWidget()
        if above is not None and (inside := above.widget()) is not None:
            row = self.visualRect(index)
            at = self.viewport().mapTo(inside, QPoint(0, row.center().y()))
            above.ensureVisible(at.x(), at.y(), 0, row.height())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Make a row current: Qt would take the first one without telling a screen reader."""
        if not self.currentIndex().isValid() and self.rows:
            self.setCurrentIndex(self._model.index(0))
        super().focusInEvent(event)
