"""The days of one month as a model: so a screen reader reads them as cells of a table, under their weekdays."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QLocale, QModelIndex, QPersistentModelIndex, Qt

from coach.core.months import Month, day_of_month
from coach.ui.history.month_day import MonthDay
from coach.ui.history.session_words import day_spoken
from coach.words import day_words
from coach.words.catalogue import tr

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from coach.store.record.history import SessionSummary

Index = QModelIndex | QPersistentModelIndex
WEEKS = 6
"""Rows: no month has days in more weeks, and with fewer in some the page would jump."""


def first_weekday() -> int:
    """Return the day with which weeks begin here, from 0 for Monday."""
    return QLocale().firstDayOfWeek().value - 1


class MonthModel(QAbstractTableModel):
    """Weeks by weekdays; a cell is empty where the month has no day."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.first_weekday = first_weekday()
        self.month = Month(1970, 1)
        self.today = 0
        self._days: dict[int, MonthDay] = {}
        """By row * 7 + column."""

    def show(self, month: Month, days: dict[int, list[SessionSummary]], first: int | None, today: int) -> None:
        """Show a month; `first` is the day of the first session of all."""
        self.beginResetModel()
        self.month, self.today, self.first_weekday = month, today, first_weekday()
        self._days = {}
        for day in range(month.first, month.end):
            row, column = month.cells(self.first_weekday, day)
            self._days[row * 7 + column] = MonthDay(
                day, tuple(days.get(day, ())), day == today, first is None or day < first, day > today
            )
        self.endResetModel()

    def at(self, index: Index) -> MonthDay | None:
        """Return the day of a cell; None where the month has none."""
        return self._days.get(index.row() * 7 + index.column()) if index.isValid() else None

    def index_of(self, day: int) -> QModelIndex:
        """Return the cell of a day of this month."""
        return self.index(*self.month.cells(self.first_weekday, day))

    def rowCount(self, parent: Index | None = None) -> int:
        """Return the number of weeks."""
        return 0 if parent is not None and parent.isValid() else WEEKS

    def columnCount(self, parent: Index | None = None) -> int:  # noqa: N802 - Qt's name
        """Return the number of weekdays."""
        return 0 if parent is not None and parent.isValid() else 7

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return that a day can be chosen, if it has come."""
        at = self.at(index)
        if at is None or at.is_to_come:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the number of a day; a screen reader gets all that it shows."""
        at = self.at(index)
        if at is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return str(day_of_month(at.day))
        return day_spoken(at) if role == Qt.ItemDataRole.AccessibleTextRole else None

    def headerData(  # noqa: N802 - Qt's name
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return a weekday; of a week a screen reader gets its first day."""
        if orientation != Qt.Orientation.Horizontal:
            days = [at.day for place, at in self._days.items() if place // 7 == section]
            is_asked = role == Qt.ItemDataRole.AccessibleTextRole and bool(days)
            return tr("Week of {day}", day=day_words.short_day(min(days))) if is_asked else None
        weekday_ = (self.first_weekday + section) % 7
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return day_words.weekday_name(weekday_)
        return day_words.weekday_short(weekday_) if role == Qt.ItemDataRole.DisplayRole else None
