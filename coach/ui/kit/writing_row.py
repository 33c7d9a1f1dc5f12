"""The progress of an export with a button to cancel it; shown only while it runs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from coach.ui.kit.key_button import KeyButton
from coach.ui.kit.label import label
from coach.words.catalogue import tr

if TYPE_CHECKING:
    from coach.ui.kit.theme import Theme


class WritingRow(QWidget):
    """A line and a button; `back` gets the focus when the button with the focus is hidden."""

    cancel_wanted = Signal()

    def __init__(self, theme: Theme, back: QWidget) -> None:
        super().__init__()
        self._back = back
        self.words = label(theme, size=16, weight=600)
        self.cancel = KeyButton(theme, tr("Cancel"), height=44)
        self.cancel.clicked.connect(self.cancel_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.words, 1)
        row.addWidget(self.cancel)
        self.hide()

    def show_progress(self, percent: int) -> None:
        """Show how much is written, in percent."""
        self.words.setText(tr("Writing your record: {percent} %.", percent=percent))
        self.show()

    def show_over(self) -> None:
        """Hide the row."""
        if self.cancel.hasFocus():
            self._back.setFocus()
        self.hide()
