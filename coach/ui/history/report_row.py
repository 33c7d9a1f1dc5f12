"""The row for a report for a health professional: its weeks, and the button that writes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from coach.ui.kit.drop_down import DropDown
from coach.ui.kit.key_button import KeyButton
from coach.ui.kit.label import label
from coach.words.catalogue import tr

if TYPE_CHECKING:
    from coach.ui.kit.theme import Theme


class ReportRow(QWidget):
    """A choice of weeks and a button; nothing is written before the press."""

    wanted = Signal(object)
    """The number of weeks; None is everything."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.period = DropDown(theme)
        for weeks, text in (
            (4, tr("The last 4 weeks")),
            (12, tr("The last 12 weeks")),
            (None, tr("All of it")),
        ):
            self.period.addItem(text, weeks)
        name = label(theme, tr("For a health professional"), size=16)
        name.setBuddy(self.period)
        self.write = KeyButton(theme, tr("Report (PDF)"), height=44)
        self.write.clicked.connect(lambda: self.wanted.emit(self.period.currentData()))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(name, 1)
        row.addWidget(self.period)
        row.addWidget(self.write)
