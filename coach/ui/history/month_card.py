"""The month in its card: its name between the ways to the earlier and the later one, the days, and what signs mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coach.core.months import Month
from coach.ui.history.day_signs import KINDS, Sign, ending_words
from coach.ui.history.month_table import MonthTable
from coach.ui.history.year_view import YearView
from coach.ui.kit.arrow_button import ArrowButton
from coach.ui.kit.card import Card
from coach.ui.kit.head_rows import HeadRows
from coach.ui.kit.icons import Icon
from coach.ui.kit.key_button import Look
from coach.ui.kit.label import heading, label
from coach.ui.kit.painting import RIM
from coach.words import day_words
from coach.words.catalogue import tr

if TYPE_CHECKING:
    from coach.store.record.history import History, Year
    from coach.ui.kit.theme import Theme

SIDE = 19
"""Room beside the days, in px."""
LEGEND_GAP = 13
"""Room between two signs with their words, in px."""


def turn_button(theme: Theme, text: str, *, is_later: bool) -> ArrowButton:
    """Return the button that leads to what is earlier or later."""
    made = ArrowButton(theme, text, onward=is_later)
    made.set_face(text, Icon.NONE, Look.QUIET)
    return made


def legend(theme: Theme) -> list[QWidget]:
    """Return the signs of days, each with what it means."""
    made = []
    for kind in KINDS:
        each = QWidget()
        row = QHBoxLayout(each)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(7)
        row.addWidget(Sign(theme, kind))
        row.addWidget(label(theme, ending_words(kind), size=13, muted=True, wrap=False))
        made.append(each)
    return made


class MonthCard(Card):
    """One month."""

    turned = Signal(int)
    """So many months later, or earlier."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, raised=True)
        self.title = heading(theme, size=19)
        self.title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.earlier = turn_button(theme, tr("Earlier month"), is_later=False)
        self.later = turn_button(theme, tr("Later month"), is_later=True)
        self.earlier.clicked.connect(self._on_earlier)
        self.later.clicked.connect(self._on_later)
        self.table = MonthTable(theme)
        head = QHBoxLayout()
        head.setSpacing(0)
        head.addWidget(self.earlier)
        head.addWidget(self.title, 1)
        head.addWidget(self.later)
        column = QVBoxLayout(self)
        column.setContentsMargins(SIDE - RIM, 12, SIDE - RIM, 14)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.table)
        column.addSpacing(8)
        column.addWidget(HeadRows(legend(theme), words_gap=LEGEND_GAP))

    def show_history(self, month: Month, history: History) -> None:
        """Show a month."""
        earlier, now, later = (month.after(months) for months in (-1, 0, 1))
        self.title.setText(day_words.month_of_year(now.number, now.year))
        self.earlier.setAccessibleDescription(day_words.month_of_year(earlier.number, earlier.year))
        self.later.setAccessibleDescription(day_words.month_of_year(later.number, later.year))
        self.table.show_month(month, history.days, history.first, history.today)
        self.earlier.setEnabled(history.first is not None and history.first < month.first)
        self.later.setEnabled(month.end <= history.today)

    def _on_earlier(self) -> None:
        self.turned.emit(-1)

    def _on_later(self) -> None:
        self.turned.emit(1)


class YearCard(Card):
    """A year."""

    turned = Signal(int)
    """So many years later, or earlier."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, raised=True)
        self.title = heading(theme, size=20)
        self.title.setWordWrap(False)
        self.earlier = turn_button(theme, tr("Earlier year"), is_later=False)
        self.later = turn_button(theme, tr("Later year"), is_later=True)
        self.earlier.clicked.connect(self._on_earlier)
        self.later.clicked.connect(self._on_later)
        self.year = YearView(theme)
        head = HeadRows([self.earlier, self.title, self.later], legend(theme), words_gap=LEGEND_GAP)
        column = QVBoxLayout(self)
        column.setContentsMargins(17, 12, 17, 10)
        column.setSpacing(4)
        column.addWidget(head)
        column.addWidget(self.year)
        column.addStretch()

    def show_year(self, year: Year) -> None:
        """Show a year."""
        number = Month.of(year.year.first).year
        self.title.setText(str(number))
        self.earlier.setAccessibleDescription(str(number - 1))
        self.later.setAccessibleDescription(str(number + 1))
        self.year.show_year(year)
        self.earlier.setEnabled(year.first is not None and year.first < year.year.first)
        self.later.setEnabled(year.year.end <= year.today)

    def _on_earlier(self) -> None:
        self.turned.emit(-1)

    def _on_later(self) -> None:
        self.turned.emit(1)
