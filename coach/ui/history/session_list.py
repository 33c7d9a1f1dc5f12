"""The list of sessions, newest first: two lines each, and the numbers before and after as columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QVBoxLayout,
)

from coach.core.months import Month
from coach.ui.history import day_signs
from coach.ui.history.session_words import how_it_went, session_spoken
from coach.ui.kit.card import Card
from coach.ui.kit.edge_fades import EdgeFades
from coach.ui.kit.label import heading, label
from coach.ui.kit.painting import focus_ring, panel, text_cut_to_fit
from coach.ui.kit.pressable import Pressable
from coach.ui.kit.reading import along
from coach.words import basics, day_words
from coach.words.catalogue import tr

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtCore import QObject
    from PySide6.QtGui import QFocusEvent, QFont, QKeyEvent
    from PySide6.QtWidgets import QStyleOptionViewItem

    from coach.store.record.history import SessionSummary
    from coach.ui.kit.theme import Theme

Index = QModelIndex | QPersistentModelIndex
ROW = int(Qt.ItemDataRole.UserRole)
SIDE, ABOVE, GAP = 12, 6, 14
"""Room beside and above the words of a row, and after the sign, in px at 100 %."""
NUMBER = 60
"""Width of a column of numbers, in px at 100 %."""
LEAST_ROWS = 5
"""Rows for which there is always room."""
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class SessionModel(QAbstractListModel):
    """The sessions as a model: a screen reader reads them one by one, and only those in sight are painted."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.sessions: tuple[SessionSummary, ...] = ()
        self._names: Mapping[str, str] = {}
        self._year = 0

    def show(self, sessions: Sequence[SessionSummary], names: Mapping[str, str], today: int) -> None:
        """Set the sessions, and the shown names of routines. Days of another year than today's have theirs."""
        self.beginResetModel()
        self.sessions, self._names, self._year = tuple(sessions), names, Month.of(today).year
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        """Return the number of sessions."""
        return 0 if parent is not None and parent.isValid() else len(self.sessions)

    def words(self, past: SessionSummary) -> tuple[str, str]:
        """Return the two lines of a session."""
        name, day = self._names.get(past.routine, past.routine), past.at.day
        is_near = Month.of(day).year == self._year
        words = day_words.short_day(day) if is_near else basics.day_words(past.at)
        return basics.dotted([words, name]), how_it_went(past)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the words of a session; a screen reader gets its numbers as well."""
        if not index.isValid() or index.row() >= len(self.sessions):
            return None
        past = self.sessions[index.row()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return session_spoken(past, self._names.get(past.routine, past.routine))
        if role == Qt.ItemDataRole.DisplayRole:
            return "\n".join(self.words(past))
        return past if role == ROW else None


class _RowLook(QStyledItemDelegate):
    """Paints a session."""

    def __init__(self, theme: Theme, model: SessionModel) -> None:
        super().__init__(model)
        self._theme, self._model = theme, model

    @property
    def _fonts(self) -> tuple[QFont, QFont]:
        """The fonts of the two lines, in the text size in force."""
        return self._theme.font(16, 600), self._theme.font(13.5)

    @property
    def height(self) -> int:
        """The height of a row, in px."""
        return sum(QFontMetrics(font).height() for font in self._fonts) + 2 * self._theme.px(ABOVE) + 2

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(1, self.height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        past: SessionSummary = self._model.sessions[index.row()]
        t, px, whole = self._theme.tokens, self._theme.px, QRectF(option.rect)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen or hovered:
            edge = QPen(t.edge, 2) if t.is_high_contrast else None
            panel(painter, whole, t.brand_soft if chosen else t.hover, edge, 12)
        side, begin = px(day_signs.SIDE + 2), px(SIDE)
        sign = _placed(option, begin, side)
        sign = QRectF(sign.left(), whole.center().y() - side / 2, side, side)
        day_signs.paint_small(painter, sign, day_signs.sign_of(past.ending), t, 7 * self._theme.scale)
        begin += side + px(GAP)
        ends = whole.width() - 2 * px(NUMBER) - px(SIDE)
        self._paint_lines(painter, option, _placed(option, begin, max(1.0, ends - begin)), past)
        painter.setFont(self._theme.font(17, 600, tabular=True))
        painter.setPen(t.ink)
        for place, number in enumerate((past.pain_before, past.pain_after)):
            words = "" if number is None else str(number)
            area = _placed(option, ends + place * px(NUMBER), px(NUMBER))
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter, words)
        if option.state & QStyle.StateFlag.State_HasFocus:
            focus_ring(painter, whole, t.focus, 12)
        painter.restore()

    def _paint_lines(self, painter: QPainter, option: QStyleOptionViewItem, area: QRectF, past: SessionSummary) -> None:
        """Write the two lines of a session."""
        t, top = self._theme.tokens, area.top() + self._theme.px(ABOVE)
        across = QStyle.visualAlignment(option.direction, Qt.AlignmentFlag.AlignLeft)
        second_ink = t.ink if option.state & QStyle.StateFlag.State_Selected else t.muted
        for font, ink, words in zip(self._fonts, (t.ink, second_ink), self._model.words(past), strict=True):
            height = QFontMetrics(font).height() + 2
            painter.setFont(font)
            painter.setPen(ink)
            text_cut_to_fit(painter, QRectF(area.left(), top, area.width(), height), words, across)
            top += height - 1


def _placed(option: QStyleOptionViewItem, left: float, width: float) -> QRectF:
    """Return a part of a row that begins so far from its beginning."""
    whole = QRectF(option.rect)
    mirrored = option.direction == Qt.LayoutDirection.RightToLeft
    at = whole.right() - left - width if mirrored else whole.left() + left
    return QRectF(at, whole.top(), width, whole.height())


class SessionList(Pressable, QListView):
    """The list; Enter, Space or a click ask for all that was done in a session."""

    chosen = Signal(object)
    """The SessionSummary that was chosen."""
    wanted = Signal(object)
    """The SessionSummary of which all is wanted."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._showing = False
        self._model = SessionModel(self)
        self._look = _RowLook(theme, self._model)
        self.setModel(self._model)
        self.setItemDelegate(self._look)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(tr("Sessions"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # Always there, so that the columns stay below their names.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setUniformItemSizes(True)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.follow_text()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.selectionModel().currentChanged.connect(self._on_current)
        self.doubleClicked.connect(self.press)
        theme.changed.connect(self.viewport().update)

    def follow_text(self) -> None:
        """Have rows, and room for a few of them, of the text size in force."""
        self.setMinimumHeight(LEAST_ROWS * self._look.height + 8)
        self.scheduleDelayedItemsLayout()

    @property
    def sessions(self) -> tuple[SessionSummary, ...]:
        """The sessions that are listed."""
        return self._model.sessions

    @property
    def texts(self) -> list[str]:
        """What a screen reader says of each."""
        role = Qt.ItemDataRole.AccessibleTextRole
        return [str(self._model.index(row).data(role)) for row in range(self._model.rowCount())]

    def show_sessions(self, sessions: Sequence[SessionSummary], names: Mapping[str, str], today: int) -> None:
        """Show these sessions from their top."""
        self._showing = True
        self._model.show(sessions, names, today)
        self._showing = False
        self.scrollToTop()

    def show_chosen(self, day: int) -> None:
        """Mark the newest session of a day, unless another one of that day is marked; none where it has none."""
        row = self.currentIndex().row()
        if 0 <= row < len(self.sessions) and self.sessions[row].at.day == day:
            return
        found = next((place for place, each in enumerate(self.sessions) if each.at.day == day), None)
        self._showing = True
        self.setCurrentIndex(QModelIndex() if found is None else self._model.index(found))
        self._showing = False

    def _on_current(self, index: QModelIndex) -> None:
        if not self._showing and index.isValid():
            self.chosen.emit(self.sessions[index.row()])

    def press(self) -> None:
        """Ask for all that was done in the marked session."""
        row = self.currentIndex().row()
        if 0 <= row < len(self.sessions):
            self.wanted.emit(self.sessions[row])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ask for all of a session with Enter, and go from one to the next."""
        if event.key() in _ENTER and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.press()
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, _search: str) -> None:  # noqa: N802 - Qt's name
        """Look for nothing: single letters are keys of coach."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Mark a session: Qt would take the first one without telling a screen reader."""
        if not self.currentIndex().isValid() and self.sessions:
            self.setCurrentIndex(self._model.index(0))
        super().focusInEvent(event)


class SessionsCard(Card):
    """The list with its title, and the names of its columns."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, raised=True)
        self.list = SessionList(theme)
        self._fades = EdgeFades(self.list, lambda: theme.tokens.surface)
        self.empty = label(theme, tr("No session until then."), size=16, muted=True)
        self._head = head = QHBoxLayout()
        head.setSpacing(0)
        head.addWidget(heading(theme, tr("Sessions"), size=18), 1)
        self._columns = [label(theme, words, size=13, weight=600, muted=True, wrap=False) for words in _columns()]
        for each in self._columns:
            theme.give(each, least_width=NUMBER)
            each.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom)
            head.addWidget(each)
        self.follow_text()
        column = QVBoxLayout(self)
        column.setContentsMargins(along(12, 14, 2, 12))  # the rows end before the scroll bar
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self.empty)
        column.addWidget(self.list, 1)

    def follow_text(self) -> None:
        """Have the names of the columns stand over these: their room is that of the text size in force."""
        bar = self.list.verticalScrollBar().sizeHint().width()
        self._head.setContentsMargins(along(SIDE, 0, self._theme.px(SIDE) + bar, 0))

    def show_sessions(self, sessions: Sequence[SessionSummary], names: Mapping[str, str], today: int) -> None:
        """Show these sessions."""
        self.list.show_sessions(sessions, names, today)
        self.empty.setVisible(not sessions)


def _columns() -> tuple[str, str]:
    return tr("Before"), tr("After")
