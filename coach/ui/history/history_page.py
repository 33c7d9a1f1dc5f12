"""What was done and when, as the person's own notes: no streaks, no goal, no verdict."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QMargins, Signal
from PySide6.QtWidgets import QApplication, QBoxLayout

from coach.core.months import Month, day_of_month
from coach.store.record.history import Detail, History, Year
from coach.ui.history.columns import Columns
from coach.ui.history.day_card import DayCard
from coach.ui.history.month_card import MonthCard, YearCard
from coach.ui.history.nothing_yet import NothingYet
from coach.ui.history.numbers_chart import NumbersCard
from coach.ui.history.report_button import ReportButton
from coach.ui.history.session_list import SessionsCard
from coach.ui.kit.drop_down import DropDown
from coach.ui.kit.head_rows import HeadRows
from coach.ui.kit.key_button import KeyButton
from coach.ui.kit.label import label
from coach.ui.kit.line_icons import LineIcon
from coach.ui.kit.line_list import Outdented
from coach.ui.kit.painting import RIM
from coach.ui.kit.scroll_page import column_of
from coach.ui.kit.segmented import Segmented
from coach.ui.kit.text_page import TextPage
from coach.ui.kit.writing_row import WritingRow
from coach.words.catalogue import tr

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtWidgets import QWidget

    from coach.store.record.history import SessionSummary
    from coach.ui.figure.picture_cache import PictureCache
    from coach.ui.kit.theme import Theme

WIDEST = 1136
"""Most width of the page, in px at 100 %."""
MONTH, YEAR = 0, 1


class Wanted(NamedTuple):
    """What the page asks the record for: a month, with the sessions and numbers until the end of another; or a year."""

    routine: str
    month: Month
    until: Month
    year: int | None = None


class HistoryPage(TextPage):
    """A month and the chosen day, the numbers, and the list of sessions, which has everything in words; or a year."""

    wanted = Signal(object)
    """A Wanted to be shown with `show_history`."""
    export_wanted = Signal()
    report_wanted = Signal(object)
    """The number of weeks for a report; None is everything."""
    session_wanted = Signal(int)
    """The id of the session of which all is wanted."""
    news = Signal(str)
    """News for a screen reader."""
    _widest = WIDEST

    def __init__(self, theme: Theme, pictures: PictureCache, today: int) -> None:
        """Make the page for the month of today, a day counted since 1970."""
        super().__init__(theme, tr("History"))
        column_of(self).raised = RIM
        self.routine_names: Mapping[str, str] = {}
        """The shown names of routines, by the names in the record."""
        self._routine, self._chosen = "", today
        self._today = today
        self._first: int | None = None
        self._month = self._until = Month.of(today)
        self._of_day: Mapping[int, Sequence[SessionSummary]] = {}
        self._session = 0
        self._told_month: Month | None = None
        self._make_body(theme, pictures)

    def _head(self) -> QBoxLayout:
        theme = self._theme
        self.title.setWordWrap(False)
        # Note: the two ways in which the history is shown
        self.view = Segmented(theme, tr("Month or year"), [tr("Month"), tr("Year")])
        self.view.chosen.connect(self._on_view)
        self.filter = DropDown(theme)
        self.filter.addItem(tr("All routines"), "")
        theme.give(self.filter, least_width=200, most_width=240)
        self.filter.activated.connect(self._on_filter)
        self.export = KeyButton(theme, tr("Export"), height=44, size=15, icon=LineIcon.EXPORT)
        self.export.clicked.connect(self.export_wanted)
        self.report = ReportButton(theme)
        self.report.wanted.connect(self.report_wanted)
        head = HeadRows([self.close_button, self.title, self.view, self.filter], [self.export, self.report])
        # On Linux a list has the name of its label alone; there is no room to show it.
        name = label(theme, tr("Routine"), wrap=False)
        name.setParent(head)
        name.setBuddy(self.filter)
        name.hide()
        row = Outdented(QBoxLayout.Direction.LeftToRight, QMargins(RIM, 0, RIM, RIM))
        row.addWidget(head)
        return row

    def _make_body(self, theme: Theme, pictures: PictureCache) -> None:
        self.writing = WritingRow(theme, self.export)
        self._column.addWidget(self.writing)
        self.told = label(theme, size=16, weight=600)
        self.told.hide()
        self._column.addWidget(self.told)
        self.month, self.day = MonthCard(theme), DayCard(theme)
        self.calendar = self.month.table
        self.numbers, sessions = NumbersCard(theme), SessionsCard(theme)
        self._sessions, self.list = sessions, sessions.list
        self.month.turned.connect(self._turn)
        self.calendar.month_wanted.connect(self._turn)
        self.calendar.day_wanted.connect(self.choose)
        self.day.wanted.connect(self._want_all)
        self.list.chosen.connect(self._on_session)
        self.list.wanted.connect(self._want_all)
        self.columns = Columns(theme, [self.month, self.day], [self.numbers, sessions])
        self.year = YearCard(theme)
        self.year.turned.connect(self._turn_year)
        self.year.year.month_wanted.connect(self._on_month)
        self.nothing = NothingYet(theme, pictures)
        self.nothing.button.clicked.connect(self.left)
        for body in self._bodies:
            body.hide()
            self._column.addWidget(body, 1)

    @property
    def _bodies(self) -> tuple[QWidget, ...]:
        return self.columns, self.year, self.nothing

    # What is asked for

    def ask(self) -> None:
        """Ask for what is to be shown."""
        year = self._month.year if self.view.place == YEAR else None
        self.wanted.emit(Wanted(self._routine, self._month, self._until, year))

    def _on_filter(self, place: int) -> None:
        self._routine = self.filter.itemData(place)
        self.ask()

    def _on_view(self, _place: int) -> None:
        self.ask()

    def _on_month(self, number: int) -> None:
        """Show the month of the year that was pressed."""
        self.view.choose(MONTH)
        self._go_to(Month(self._month.year, number))
        self.calendar.setFocus()

    def _turn(self, months: int) -> None:
        self._go_to(self._month.after(months))

    def _turn_year(self, years: int) -> None:
        self._go_to(self._month.after(12 * years))

    def _go_to(self, month: Month) -> None:
        """Show a month, or the nearest one with days to be shown; the chosen day keeps its number."""
        first = self._today if self._first is None else self._first
        month = min(max(month, Month.of(first)), Month.of(self._today))
        self._chosen = min(month.day(day_of_month(self._chosen)), self._today)
        self._month = self._until = month
        self.ask()

    def choose(self, day: int) -> None:
        """Choose a day; one of another month shows that month."""
        month = Month.of(day)
        if self._first is not None and month < Month.of(self._first):
            return
        self._chosen = day
        if month == self._month:
            self._show_chosen()
        else:
            self._month = self._until = month
            self.ask()

    def _on_session(self, past: SessionSummary) -> None:
        """Choose the day of a session. The list stays: who goes through it is not to lose it."""
        self._chosen = min(past.at.day, self._today)
        month = Month.of(self._chosen)
        if month == self._month:
            self._show_chosen()
        else:
            self._month = month
            self.ask()

    def _want_all(self, past: SessionSummary) -> None:
        self._session = past.session
        self.session_wanted.emit(past.session)

    # What is shown

    def show_history(self, history: object) -> None:
        """Show a History, or a Year, or None where the record cannot be read now."""
        if isinstance(history, History):
            self._show_common(history)
            self._show_month(history)
        elif isinstance(history, Year):
            self._show_common(history)
            self.year.show_year(history)
            self._show_body(self.year)
        else:
            self.show_told(tr("Your record cannot be read now."))

    def _show_common(self, told: History | Year) -> None:
        self._today, self._first = told.today, told.first
        self._fill_filter(told.routines)
        for button in (self.export, self.report):
            button.setEnabled(bool(told.routines))

    def _show_body(self, body: QWidget) -> None:
        focused = QApplication.focusWidget()
        if focused is not None and any(each is not body and each.isAncestorOf(focused) for each in self._bodies):
            # A screen reader presses a part without giving it the focus; it would go to another part of the window.
            self.view.parts[self.view.place].setFocus()
        for each in self._bodies:
            each.setVisible(each is body)

    def _show_month(self, history: History) -> None:
        if not history.routines:
            self._show_body(self.nothing)
            return
        month = Month.of(history.month.first)
        self._of_day = history.days
        if self._told_month is None:  # as it opens: the last day with a session says more than today
            self._told_month = month
            self._chosen = max(history.days, default=self._chosen)
        self.month.show_history(month, history)
        self.numbers.plot.show_numbers(history.numbers)
        if self.list.sessions != tuple(history.sessions):
            self._sessions.show_sessions(history.sessions, self.routine_names, history.today)
        self._show_chosen()
        self._show_body(self.columns)
        if month != self._told_month:
            self._told_month = month
            if not self.calendar.hasFocus():  # else its day is read, with the month
                self.news.emit(self.month.title.text())

    def _fill_filter(self, routines: Sequence[str]) -> None:
        shown = [self.filter.itemData(place) for place in range(self.filter.count())]
        if shown == ["", *routines]:
            return
        self.filter.clear()
        self.filter.addItem(tr("All routines"), "")
        for name in routines:
            self.filter.addItem(self.routine_names.get(name, name), name)
        self.filter.setCurrentIndex(max(0, self.filter.findData(self._routine)))

    def _show_chosen(self) -> None:
        self.calendar.show_chosen(self._chosen)
        self.day.show_day(self._chosen, self._of_day.get(self._chosen, ()), self.routine_names)
        self.list.show_chosen(self._chosen)
        before: QWidget = self.calendar
        for link in self.day.links:  # new ones would come after all others
            self.setTabOrder(before, link)
            before = link

    def show_detail(self, detail: object, names: Mapping[str, str]) -> str:
        """Show what was done in the session that was asked for; `names` are the shown ones of exercises.

        Return the words.
        """
        if not isinstance(detail, Detail):
            return ""
        words = self.day.show_detail(self._session, detail, names)
        column_of(self).bring(self.day)
        return words

    def show_told(self, text: str) -> None:
        """Show what came of an export, or why there is nothing to show."""
        self.told.setText(text)
        self.told.show()
