"""What was done and when, as the person's own notes: no streaks, no trend, no verdict."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from coach.store.record.history import Detail, History
from coach.ui.history.charts import Calendar, NumbersPlot, paint_kind
from coach.ui.history.report_row import ReportRow
from coach.ui.kit.button_rows import to_right
from coach.ui.kit.card import Card
from coach.ui.kit.drop_down import DropDown
from coach.ui.kit.fields import frame_as_field
from coach.ui.kit.key_button import KeyButton
from coach.ui.kit.label import label
from coach.ui.kit.text_page import TextPage
from coach.ui.kit.writing_row import WritingRow
from coach.words import basics
from coach.words.catalogue import tr

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QPaintEvent

    from coach.ui.kit.theme import Theme

ROUTINE = 1
"""The column that shrinks: names of routines are the longest, and the filter shows them in full."""


class _Sign(QWidget):
    """One sign of the legend."""

    def __init__(self, theme: Theme, kind: str) -> None:
        super().__init__()
        self._theme, self._kind = theme, kind
        self.setFixedSize(QSize(22, 22))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = self.rect().toRectF().adjusted(2, 2, -2, -2)
        paint_kind(painter, area, self._kind, self._theme)


class HistoryPage(TextPage):
    """A calendar, the numbers and the list of sessions, which has everything in words."""

    routine_wanted = Signal(str)
    """The name of the routine to show; empty for all."""
    export_wanted = Signal()
    report_wanted = Signal(object)
    """The number of weeks for a report; None is everything."""
    session_wanted = Signal(int)
    """The id of the session that was chosen in the list."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, tr("History"))
        self.endings = {
            # Note: how a session ended
            "finished": tr("finished"),
            # Note: how a session ended
            "ended": tr("ended early"),
            # Note: how a session ended
            "stopped for pain": tr("stopped for pain"),
            # Note: how a session ended
            "cut off": tr("cut off"),
        }
        self.routine_names: Mapping[str, str] = {}
        """The shown names of routines, by the names in the record."""
        self.calendar, self.plot = Calendar(theme), NumbersPlot(theme)
        self.filter = DropDown(theme)
        self.filter.setMinimumWidth(theme.px(220))
        self.filter.activated.connect(lambda place: self.routine_wanted.emit(self.filter.itemData(place)))
        self.export = KeyButton(theme, tr("Export"), height=44)
        self.export.clicked.connect(self.export_wanted)
        name = label(theme, tr("Routine"), size=16, wrap=False)
        name.setBuddy(self.filter)
        row = to_right(name, self.filter)
        row.addStretch()
        row.addWidget(self.export)
        self._column.addLayout(row)
        self.report = ReportRow(theme)
        self.report.wanted.connect(self.report_wanted)
        self._column.addLayout(to_right(self.report))
        self.writing = WritingRow(theme, self.export)
        self._column.addLayout(to_right(self.writing))
        self.told = label(theme, size=16, weight=600)
        self.told.hide()
        self._column.addWidget(self.told)
        self._column.addWidget(self._days())
        self._column.addWidget(self._card(tr("Your numbers, before and after"), self.plot))
        self.table = self._table()
        self.detail = label(theme, tr("Choose a session to see what was done in it."), size=16)
        self._column.addWidget(self._card(tr("Sessions"), self.table, self.detail))
        self._column.addStretch()

    def _card(self, title: str, *inside: QWidget) -> Card:
        card = Card(self._theme, raised=True)
        column = QVBoxLayout(card)
        column.setContentsMargins(32, 20, 28, 20)
        column.setSpacing(10)
        column.addWidget(label(self._theme, title, size=19, weight=700))
        if self.plot in inside:
            legend = tr("Ring: before. Dot: after.")
            column.addWidget(label(self._theme, legend, size=14, muted=True))
        for widget in inside:
            column.addWidget(widget)
        return card

    def _days(self) -> Card:
        card = Card(self._theme, raised=True)
        column = QVBoxLayout(card)
        column.setContentsMargins(32, 20, 28, 20)
        column.setSpacing(12)
        legend = QHBoxLayout()
        for kind in ("finished", "ended", "stopped for pain"):
            legend.addWidget(_Sign(self._theme, kind))
            legend.addWidget(label(self._theme, self.endings[kind], size=14, muted=True, wrap=False))
            legend.addSpacing(14)
        legend.addStretch()
        column.addLayout(legend)
        column.addWidget(self.calendar)
        return card

    def _table(self) -> QTableWidget:
        table = QTableWidget(0, 6)
        frame_as_field(table)
        table.setFont(self._theme.font(15))
        table.setHorizontalHeaderLabels(
            [
                tr("Day"),
                tr("Routine"),
                tr("How it ended"),
                tr("Time held"),
                tr("Before"),
                tr("After"),
            ]
        )
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setTabKeyNavigation(False)
        table.verticalHeader().hide()
        table.setShowGrid(False)
        table.setAlternatingRowColors(True)
        table.setWordWrap(False)
        head = table.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setSectionResizeMode(ROUTINE, QHeaderView.ResizeMode.Stretch)
        head.setMinimumSectionSize(self._theme.px(52))
        table.setMinimumHeight(252)  # seven rows, with the frame
        table.setAccessibleName(tr("Sessions"))
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.itemSelectionChanged.connect(self._on_chosen)
        return table

    def show_history(self, history: object, routine: str) -> None:
        """Show a History, or None where the record cannot be read now."""
        if not isinstance(history, History):
            self.show_told(tr("Your record cannot be read now."))
            return
        self.calendar.show_history(history)
        self.plot.show_history(history)
        self.filter.clear()
        self.filter.addItem(tr("All routines"), "")
        for name in history.routines:
            self.filter.addItem(self.routine_names.get(name, name), name)
        self.filter.setCurrentIndex(max(0, self.filter.findData(routine)))
        self.table.clearSelection()
        self.table.setRowCount(len(history.sessions))
        for number, past in enumerate(history.sessions):
            cells = (
                basics.moment_words(past.at),
                self.routine_names.get(past.routine, past.routine),
                self.endings.get(past.ending, tr("not over")),
                basics.duration(past.held_ms),
                "" if past.pain_before is None else str(past.pain_before),
                "" if past.pain_after is None else str(past.pain_after),
            )
            for place, text in enumerate(cells):
                item = QTableWidgetItem(text)
                item.setData(Qt.ItemDataRole.UserRole, past.session)
                if place >= len(cells) - 3:
                    item.setTextAlignment(Qt.AlignmentFlag.AlignCenter)
                self.table.setItem(number, place, item)
        self.table.resizeColumnsToContents()

    def _on_chosen(self) -> None:
        chosen = self.table.selectedItems()
        if chosen:
            self.session_wanted.emit(chosen[0].data(Qt.ItemDataRole.UserRole))

    def show_detail(self, detail: object, names: Mapping[str, str]) -> str:
        """Show what was done in a session, exercise by exercise.

        `names` are those of exercises by id. Return the words.
        """
        if not isinstance(detail, Detail):
            return ""
        done: dict[str, list[str]] = {}
        for exercise, side, spent_ms in detail.done:
            words = basics.duration(spent_ms) if side is None else basics.time_on_side(side, spent_ms)
            done.setdefault(names.get(exercise, exercise), []).append(words)
        lines = [tr("{exercise}: {times}", exercise=name, times=basics.listed(times)) for name, times in done.items()]
        if detail.note:
            lines.append(tr("Your note: {note}", note=detail.note))
        self.detail.setText("\n".join(lines or [tr("Nothing was held.")]))
        return self.detail.text()

    def show_told(self, text: str) -> None:
        """Show what came of an export, or why there is nothing to show."""
        self.told.setText(text)
        self.told.show()
