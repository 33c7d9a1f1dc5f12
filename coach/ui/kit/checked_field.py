"""A line field with a sentence below it that says what is wrong, and what would be right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coach.ui.kit.label import Noticed
from coach.ui.kit.line_icons import LineIcon
from coach.ui.kit.painting import RIM
from coach.ui.kit.sign import Sign

if TYPE_CHECKING:
    from coach.ui.kit.fields import LineField
    from coach.ui.kit.theme import Theme


class CheckedField(QWidget):
    """The field, and the sentence while there is one. A screen reader reads it as the description of the field."""

    told = Signal(str)
    """News for a screen reader: what is wrong, once each time it is said."""

    def __init__(self, theme: Theme, field: LineField) -> None:
        super().__init__()
        self.field = field
        self.sentence = Noticed(theme, 14, 600)
        self._below = QWidget()
        row = QHBoxLayout(self._below)
        row.setContentsMargins(RIM, 0, RIM, 0)
        row.setSpacing(8)
        row.addWidget(Sign(theme, LineIcon.WARNING), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.sentence, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(field)
        column.addWidget(self._below)
        self._below.hide()

    def show_error(self, sentence: str) -> None:
        """Say what is wrong; an empty sentence takes that back."""
        if sentence == self.sentence.text():
            return
        self.sentence.setText(sentence)
        self.field.show_wrong(wrong=bool(sentence))
        self.field.setAccessibleDescription(sentence)
        self._below.setVisible(bool(sentence))
        if sentence:
            self.told.emit(sentence)
