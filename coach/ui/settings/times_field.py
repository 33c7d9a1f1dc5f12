"""The times of reminders, one below the other: each can be changed, and all but one removed."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coach.core.reminder_times import DAY, in_digits, minutes
from coach.ui.kit.key_button import KeyButton, Look
from coach.ui.kit.marks import GROUP
from coach.ui.kit.painting import RIM
from coach.ui.kit.time_stepper import TimeStepper
from coach.words.catalogue import tr

if TYPE_CHECKING:
    from collections.abc import Iterable

    from coach.ui.kit.theme import Theme

LATER = 6 * 60
"""A time that is added comes so many minutes after the last one."""


class _Time(QWidget):
    """One time, and what removes it."""

    def __init__(self, theme: Theme, minute: int) -> None:
        super().__init__()
        self.stepper = TimeStepper(theme, "")
        self.stepper.setValue(minute)
        self.remove = KeyButton(theme, tr("Remove"), look=Look.LINK, height=44, size=15)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.remove)
        row.addWidget(self.stepper)


class TimesField(QWidget):
    """A column of times. They stay in the order in which they were added, so that none moves while it is changed."""

    inset = RIM
    """Distance of its edge from that of the widget, in px."""
    changed = Signal(object)
    """The times as texts, each once and in order; sent when the person changed them."""

    def __init__(self, theme: Theme, name: str, most: int) -> None:
        super().__init__()
        self._theme, self._most = theme, most
        self.setObjectName(GROUP)
        self.setAccessibleName(name)
        self.rows: list[_Time] = []
        self.add = KeyButton(theme, tr("Add a time"), look=Look.LINK, height=44, size=15)
        self.add.clicked.connect(self._on_add)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignRight)

    @property
    def times(self) -> tuple[str, ...]:
        """The times, each once and in order."""
        return tuple(sorted({in_digits(row.stepper.value()) for row in self.rows}))

    def show_times(self, times: Iterable[str]) -> None:
        """Show these, without a signal; those that show already stay as they are."""
        wanted = tuple(times)
        if wanted == self.times:
            return
        for row in list(self.rows):
            self._drop(row)
        for each in wanted:
            self._append(minutes(each))
        self._name()

    def _append(self, minute: int) -> _Time:
        row = _Time(self._theme, minute)
        row.stepper.valueChanged.connect(self._on_changed)
        row.remove.clicked.connect(self._on_remove)
        self._column.insertWidget(len(self.rows), row, 0, Qt.AlignmentFlag.AlignRight)
        # Tab goes through them as they stand, not as they were made: the button that adds one was first.
        for before, after in pairwise([*(each.stepper for each in self.rows[-1:]), row.remove, row.stepper, self.add]):
            QWidget.setTabOrder(before, after)
        self.rows.append(row)
        return row

    def _drop(self, row: _Time) -> None:
        self.rows.remove(row)
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _name(self) -> None:
        """Give each a name by its number, and show what can be done."""
        for number, row in enumerate(self.rows, 1):
            words = tr("Time {number}", number=number) if len(self.rows) > 1 else self.accessibleName()
            row.stepper.setAccessibleName(words)
            row.remove.setAccessibleName(tr("Remove: {what}", what=words))
            row.remove.setVisible(len(self.rows) > 1)
        self.add.setVisible(len(self.rows) < self._most)
        self.updateGeometry()

    def _on_changed(self) -> None:
        self.changed.emit(self.times)

    def _on_add(self) -> None:
        last = self.rows[-1].stepper.value() if self.rows else 0
        row = self._append((last + LATER) % DAY)
        self._name()
        row.stepper.setFocus(Qt.FocusReason.OtherFocusReason)
        self._on_changed()

    def _on_remove(self) -> None:
        place = next(place for place, row in enumerate(self.rows) if row.remove is self.sender())
        self._drop(self.rows[place])
        self._name()
        self.rows[min(place, len(self.rows) - 1)].stepper.setFocus(Qt.FocusReason.OtherFocusReason)
        self._on_changed()
