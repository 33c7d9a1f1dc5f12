"""One month as a table of weeks and weekdays: the arrow keys go by day, Page up and Page down by month."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter, QPalette, QPen
from PySide6.QtWidgets import QFrame, QHeaderView, QStyle, QStyledItemDelegate, QTableView, QWidget

from coach.core.months import day_of_month
from coach.ui.history import day_signs
from coach.ui.history.month_model import WEEKS, Index, MonthModel, first_weekday
from coach.ui.kit.painting import RIM, panel, ring_around
from coach.words import day_words

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent, QResizeEvent
    from PySide6.QtWidgets import QStyleOptionViewItem

    from coach.core.months import Month
    from coach.store.record.history import SessionSummary
    from coach.ui.history.month_day import MonthDay
    from coach.ui.kit.theme import Theme

LEAST, HEAD = 44, 24
"""Least height of a day, and height of the weekdays, in px at 100 %."""
BETWEEN = 4
"""Room between two days, in px."""
RADIUS = 12
MARK, MOST_MARKS = 3, 4
"""Thickness of the mark of each session of a day with several, in px, and most that are shown."""
_KEYS_BY_DAY = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -7, Qt.Key.Key_Down: 7}
_KEYS_BY_MONTH = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
_ENDS = {Qt.Key.Key_Home, Qt.Key.Key_End}
KEYS = _KEYS_BY_DAY.keys() | _KEYS_BY_MONTH.keys() | _ENDS


class _Head(QHeaderView):
    """The names of the weekdays, without the look of buttons."""

    def __init__(self, theme: Theme, table: QTableView) -> None:
        super().__init__(Qt.Orientation.Horizontal, table)
        self._theme = theme
        theme.dress(self, 13, 600)
        self.setSectionsClickable(False)
        self.setHighlightSections(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(1)
        theme.give(self, height=HEAD)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Write the names; the first letter alone where one has no room."""
        painter = QPainter(self.viewport())
        painter.setFont(self.font())
        painter.setPen(self._theme.tokens.muted)
        names = [str(self.model().headerData(section, self.orientation())) for section in range(self.count())]
        widest = max(map(painter.fontMetrics().horizontalAdvance, names), default=0)
        for section, name in enumerate(names):
            width = self.sectionSize(section)
            words = day_words.weekday_letter((first_weekday() + section) % 7) if widest > width else name
            place = QRectF(self.sectionViewportPosition(section), 0, width, self.height())
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, words)


class _DayLook(QStyledItemDelegate):
    """Paints a day."""

    def __init__(self, theme: Theme, model: MonthModel) -> None:
        super().__init__(model)
        self._theme, self._model = theme, model

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        at = self._model.at(index)
        if at is None:
            return
        t, kind = self._theme.tokens, at.kind
        half = BETWEEN / 2
        cell = QRectF(option.rect).adjusted(half, half, -half, -half)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if kind:
            day_signs.paint_sign(painter, cell, kind, t, RADIUS)
        elif at.is_before_all:
            panel(painter, cell, t.surface, QPen(t.line, t.border_px), RADIUS)
        elif option.state & QStyle.StateFlag.State_MouseOver and not at.is_to_come:
            panel(painter, cell, t.hover, QPen(t.edge, 2) if t.is_high_contrast else None, RADIUS)
        if at.is_today:
            edge = QPen(t.on_brand if kind == day_signs.FINISHED else t.brand, 2)
            inset = 3.0 if kind == day_signs.FINISHED else 1.0
            painter.setPen(edge)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(cell.adjusted(inset, inset, -inset, -inset), RADIUS - inset, RADIUS - inset)
        self._number(painter, cell, at, kind)
        if len(at.sessions) > 1:
            self._marks(painter, cell, len(at.sessions), kind)
        painter.restore()

    def _number(self, painter: QPainter, cell: QRectF, at: MonthDay, kind: str) -> None:
        t, px = self._theme.tokens, self._theme.px
        if kind == day_signs.STOPPED:
            day_signs.paint_square(
                painter, QPointF(cell.center().x(), cell.bottom() - px(11)), t, unit=self._theme.scale
            )
            cell = cell.adjusted(0, 0, 0, -px(10))
        elif kind == day_signs.ENDED:
            cell = cell.adjusted(0, 0, 0, -px(5))
        painter.setFont(self._theme.font(15, 700 if kind else 400, tabular=True))
        painter.setPen(t.on_brand if kind == day_signs.FINISHED else t.ink if kind else t.muted)
        painter.drawText(cell, Qt.AlignmentFlag.AlignCenter, str(day_of_month(at.day)))

    def _marks(self, painter: QPainter, cell: QRectF, count: int, kind: str) -> None:
        """Paint a short line for each session at the top."""
        t, px, shown = self._theme.tokens, self._theme.px, min(count, MOST_MARKS)
        long, gap = px(5), px(3)
        left = cell.center().x() - (shown * long + (shown - 1) * gap) / 2
        for place in range(shown):
            mark = QRectF(left + place * (long + gap), cell.top() + px(5), long, MARK)
            painter.fillRect(mark, t.on_brand if kind == day_signs.FINISHED else t.ink)


class _Ring(QWidget):
    """The ring around the chosen day, over the table: it reaches beyond the cell."""

    def __init__(self, theme: Theme, table: MonthTable) -> None:
        super().__init__(table)
        self._theme, self._table = theme, table
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ring of the focus, or the line around what is chosen."""
        index = self._table.currentIndex()
        if not index.isValid():
            return
        t, half = self._theme.tokens, BETWEEN / 2
        cell = QRectF(self._table.visualRect(index)).adjusted(half, half, -half, -half)
        cell.translate(QPointF(self._table.viewport().pos()))
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._table.hasFocus() and self._table.was_led_here:
            ring_around(painter, cell, t.focus, RADIUS)
            return
        painter.setPen(QPen(t.ink, 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(cell.adjusted(-3, -3, 3, 3), RADIUS + 2, RADIUS + 2)


class MonthTable(QTableView):
    """The table; one day is chosen."""

    day_wanted = Signal(int)
    """A day to choose, days since 1970; it may be in another month."""
    month_wanted = Signal(int)
    """So many months later, or earlier."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._showing = False
        self.was_led_here = True
        """Whether keys, not a click, brought the focus."""
        self.days = MonthModel(self)
        self.setModel(self.days)
        self.setItemDelegate(_DayLook(theme, self.days))
        self.setHorizontalHeader(_Head(theme, self))
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setMinimumSectionSize(1)
        # The frame is room for the ring; a margin of the viewport would be Qt's own, for the weekdays.
        self.setFrameStyle(QFrame.Shape.Panel.value | QFrame.Shadow.Plain.value)
        self.setLineWidth(RIM)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setAutoScroll(False)
        colours = self.palette()
        colours.setColor(QPalette.ColorRole.Highlight, Qt.GlobalColor.transparent)  # the ring tells what is chosen
        self.setPalette(colours)
        self._ring = _Ring(theme, self)
        self.follow_text()
        self.setMinimumWidth(7 * (LEAST + BETWEEN) + 2 * RIM)
        self.selectionModel().currentChanged.connect(self._on_current)
        theme.changed.connect(self.viewport().update)

    def follow_text(self) -> None:
        """Have days of the text size in force, though never too small to be hit."""
        self.step_height = max(LEAST, self._theme.px(LEAST)) + BETWEEN
        self.verticalHeader().setDefaultSectionSize(self.step_height)
        self.setFixedHeight(self._theme.px(HEAD) + WEEKS * self.step_height + 2 * RIM)

    def sizeHint(self) -> QSize:
        """Return room for every day."""
        return QSize(7 * self.step_height + 2 * RIM, self.height())

    def minimumSizeHint(self) -> QSize:
        """Return the least size."""
        return QSize(self.minimumWidth(), self.height())

    def show_month(self, month: Month, days: dict[int, list[SessionSummary]], first: int | None, today: int) -> None:
        """Show a month."""
        self._showing = True
        self.days.show(month, days, first, today)
        self._showing = False
        self.setAccessibleName(day_words.month_of_year(month.number, month.year))

    def show_chosen(self, day: int) -> None:
        """Show which day is chosen; one of another month is none of this."""
        self._showing = True
        month = self.days.month
        index = self.days.index_of(day) if month.first <= day < month.end else QModelIndex()
        if index != self.currentIndex():
            self.setCurrentIndex(index)
        self._showing = False
        self._ring.update()

    def _on_current(self, index: QModelIndex) -> None:
        at = self.days.at(index)
        self._ring.update()
        if not self._showing and at is not None and not at.is_to_come:
            self.day_wanted.emit(at.day)

    # Keys

    def event(self, event: QEvent) -> bool:
        """Keep Page up and Page down from the keys of a session that could start; paint no frame."""
        if event.type() == QEvent.Type.Paint:
            return True
        if event.type() == QEvent.Type.ShortcutOverride and _led_by(event):  # type: ignore[arg-type]  # it is one of keys
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go by day, by week or by month."""
        if not _led_by(event):
            event.ignore()
            return
        event.accept()
        self.was_led_here = True
        here = self.days.at(self.currentIndex())
        key = Qt.Key(event.key())
        if key in _KEYS_BY_MONTH:
            self.month_wanted.emit(_KEYS_BY_MONTH[key])
            return
        month = self.days.month
        if here is None:
            self.day_wanted.emit(min(month.end - 1, self.days.today))
            return
        if key in _ENDS:
            to = month.first if key == Qt.Key.Key_Home else month.end - 1
        else:
            mirrored = self.isRightToLeft() and key in {Qt.Key.Key_Left, Qt.Key.Key_Right}
            to = here.day + _KEYS_BY_DAY[key] * (-1 if mirrored else 1)
            if to > self.days.today:
                return
        self.day_wanted.emit(min(to, self.days.today))

    def keyboardSearch(self, _search: str) -> None:  # noqa: N802 - Qt's name
        """Look for nothing: single letters are keys of coach."""

    # Where it lies

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring unless a click brought the focus."""
        self.was_led_here = event.reason() != Qt.FocusReason.MouseFocusReason
        super().focusInEvent(event)
        self._ring.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show which day is chosen, without the ring of the focus."""
        super().focusOutEvent(event)
        self._ring.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width among the days."""
        super().resizeEvent(event)
        step, more = divmod(max(7, self.viewport().width()), 7)
        for column in range(7):
            self.horizontalHeader().resizeSection(column, step + int(column < more))
        self._ring.setGeometry(self.rect())
        self._ring.raise_()

    def scrollTo(self, index: Index, hint: QTableView.ScrollHint = QTableView.ScrollHint.EnsureVisible) -> None:  # noqa: N802
        """Scroll nothing: all of it shows."""


def _led_by(event: QKeyEvent) -> bool:
    return event.key() in KEYS and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
