"""A year as twelve small months; each is a button that leads to its month."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QSizePolicy, QStyle, QWidget

from coach.core.months import Month
from coach.ui.history import day_signs
from coach.ui.history.month_model import first_weekday
from coach.ui.kit.painting import RIM, panel, ring_around
from coach.ui.kit.states import KeyPress, State
from coach.words import day_words
from coach.words.basics import listed
from coach.words.catalogue import plural, tr

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from coach.store.record.history import Year
    from coach.ui.kit.theme import Theme

WEEKS = 6
CELL, STEP = 16, 20
"""Height of a day, and from one week to the next, in px at 100 %."""
NAME, LETTERS = 24, 21
"""Height of the name of a month, and of the weekdays, in px at 100 %."""
WIDE, NARROW = 880, 470
"""Width from which four months stand side by side, and below which it is one, in px at 100 %."""
SOME, MIDDLE = 3, 680
"""Months side by side between them, and width below which it is two."""


class SmallMonth(KeyPress, QAbstractButton):
    """One month of the year; a press leads to it."""

    moves_on = True

    def __init__(self, theme: Theme, number: int) -> None:
        super().__init__()
        self._theme, self.number = theme, number
        self._year: Year | None = None
        self._month = Month(1970, number)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def show_year(self, year: Year) -> None:
        """Show the days of this month of a year."""
        self._year, self._month = year, Month(Month.of(year.year.first).year, self.number)
        kinds = list(self._kinds)
        name = day_words.month_of_year(self._month.number, self._month.year)
        self.setEnabled(year.first is not None and year.first < self._month.end and self._month.first <= year.today)
        counts = [
            plural("{number} finished", "{number} finished", kinds.count(day_signs.FINISHED)),
            plural("{number} ended early", "{number} ended early", kinds.count(day_signs.ENDED)),
            plural("{number} stopped for pain", "{number} stopped for pain", kinds.count(day_signs.STOPPED)),
        ]
        told = listed([self.days_words, *counts]) if kinds else tr("no session")
        self.setAccessibleName(tr("{day}: {sessions}", day=name, sessions=told))
        self.updateGeometry()
        self.update()

    @property
    def _kinds(self) -> list[str]:
        kinds = {} if self._year is None else self._year.kinds
        return [kind for day, kind in kinds.items() if self._month.first <= day < self._month.end]

    @property
    def days_words(self) -> str:
        """On how many days there was a session; empty for none."""
        count = len(self._kinds)
        return plural("{number} day", "{number} days", count) if count else ""

    def sizeHint(self) -> QSize:
        """Return room for six weeks."""
        px = self._theme.px
        return QSize(px(170) + 2 * RIM, px(NAME) + px(LETTERS) + WEEKS * px(STEP) + 2 * RIM)

    def minimumSizeHint(self) -> QSize:
        """Return the least size."""
        return QSize(self._theme.px(140), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the name, the number of days, the weekdays and the days."""
        t, px, state = self._theme.tokens, self._theme.px, self.state
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        body = QRectF(self.rect()).adjusted(RIM, RIM, -RIM, -RIM)
        if state & (State.HOVER | State.PRESSED):
            edge = QPen(t.edge, 3) if t.is_high_contrast else None
            panel(painter, body, t.hover if State.HOVER in state else t.sunk, edge, 10)
        inside = body.adjusted(4, 2, -4, 0)
        self._paint_name(painter, QRectF(inside.left(), inside.top(), inside.width(), px(NAME)))
        self._paint_days(painter, inside.adjusted(0, px(NAME), 0, 0))
        if State.FOCUS in state:
            ring_around(painter, body, t.focus, 10)

    def _paint_name(self, painter: QPainter, row: QRectF) -> None:
        t, direction = self._theme.tokens, self.layoutDirection()
        begin = QStyle.visualAlignment(direction, Qt.AlignmentFlag.AlignLeft)
        end = QStyle.visualAlignment(direction, Qt.AlignmentFlag.AlignRight)
        painter.setFont(self._theme.font(15, 600))
        painter.setPen(t.ink)
        painter.drawText(row, Qt.AlignmentFlag.AlignVCenter | begin, day_words.month_name(self.number))
        painter.setFont(self._theme.font(13))
        painter.setPen(t.muted)
        painter.drawText(row, Qt.AlignmentFlag.AlignVCenter | end, self.days_words)

    def _paint_days(self, painter: QPainter, area: QRectF) -> None:
        t, px, year = self._theme.tokens, self._theme.px, self._year
        step, first = area.width() / 7, first_weekday()
        painter.setFont(self._theme.font(11, 600))
        painter.setPen(t.muted)

        def across(column: int) -> float:
            return area.left() + (6 - column if self.isRightToLeft() else column) * step

        for column in range(7):
            cell = QRectF(across(column), area.top(), step, px(LETTERS))
            painter.drawText(cell, Qt.AlignmentFlag.AlignCenter, day_words.weekday_letter((first + column) % 7))
        if year is None:
            return
        top, gap = area.top() + px(LETTERS), min(4.0, step * 0.15)
        for day in range(self._month.first, self._month.end):
            row, column = self._month.cells(first, day)
            cell = QRectF(across(column) + gap / 2, top + row * px(STEP), step - gap, px(CELL))
            kind = year.kinds.get(day, "")
            if kind:
                day_signs.paint_small(painter, cell, kind, t, 5)
            elif year.first is None or day < year.first or day > year.today:
                panel(painter, cell, t.surface, QPen(t.line, t.border_px), 5)
            else:
                panel(painter, cell, t.sunk, QPen(t.edge, 1) if t.is_high_contrast else None, 5)


class YearView(QWidget):
    """The twelve months, side by side as many as have room."""

    month_wanted = Signal(int)
    """The number of the month that was pressed, from 1 on."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._across = 0
        self.months = [SmallMonth(theme, number) for number in range(1, 13)]
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self.follow_text()
        for month in self.months:
            month.clicked.connect(self._on_clicked)
        self._arrange(SOME)

    def _on_clicked(self) -> None:
        month = self.sender()
        if isinstance(month, SmallMonth):
            self.month_wanted.emit(month.number)

    def follow_text(self) -> None:
        """Leave room between the months."""
        self._grid.setHorizontalSpacing(self._theme.px(18))
        self._grid.setVerticalSpacing(self._theme.px(8))

    def show_year(self, year: Year) -> None:
        """Show a year."""
        for month in self.months:
            month.show_year(year)

    def minimumSizeHint(self) -> QSize:
        """Return room for one month beside the other, so that a narrow page can be narrow."""
        return QSize(self._theme.px(140), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange the months for the width."""
        super().resizeEvent(event)
        width = event.size().width() / self._theme.scale
        self._arrange(4 if width >= WIDE else SOME if width >= MIDDLE else 2 if width >= NARROW else 1)

    def _arrange(self, across: int) -> None:
        if across == self._across:
            return
        self._across = across
        for place, month in enumerate(self.months):
            self._grid.addWidget(month, place // across, place % across)
        for column in range(4):
            self._grid.setColumnStretch(column, int(column < across))
