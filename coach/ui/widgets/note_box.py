"""The person's own words about a session: a button that opens a small field; what is written is kept as it is.

It is kept without a press as well: whoever writes and goes on, or writes through assistive technology, has written it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from coach.ui.timers import single_shot
from coach.ui.widgets.fields import KEEP_MS
from coach.ui.widgets.key_button import RIM, KeyButton, Look

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent

    from coach.ui.theme import Theme

MOST = 2_000


class NoteBox(QWidget):
    """Closed at first; saving keeps the words and says so."""

    saved = Signal(str)

    def __init__(self, theme: Theme, look: Look = Look.PLAIN, *, own_button: bool = True) -> None:
        """Make it; without a button of its own, somebody else lays `open_button` out."""
        super().__init__()
        self.open_button = KeyButton(theme, self.tr("Add a note"), look=look, height=48 if own_button else 60)
        self.open_button.setParent(self)  # without a parent it would be a window of its own
        self.field = QPlainTextEdit()
        self.field.setFont(theme.font(17))
        self.field.setTabChangesFocus(True)
        self.field.setFrameStyle(QFrame.Shape.Box | QFrame.Shadow.Plain)  # in the colour of the words: it is seen
        self.field.setAccessibleName(self.tr("Your note"))
        self.field.setFixedHeight(theme.px(96))
        self.save_button = KeyButton(theme, self.tr("Save note"), look=look, height=48)
        self._kept = ""
        self._soon = single_shot(self, self._keep)
        self._soon.setInterval(KEEP_MS)
        self.field.textChanged.connect(self._soon.start)
        self.open_button.clicked.connect(self._open)
        self.save_button.clicked.connect(self._save)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.field)
        row = QHBoxLayout()
        row.setContentsMargins(-RIM, 0, 0, 0)
        if own_button:
            row.addWidget(self.open_button)
        row.addWidget(self.save_button)
        row.addStretch()
        column.addLayout(row)
        self.clear()

    def clear(self) -> None:
        """Close the field and forget what was in it."""
        self.field.clear()
        self._soon.stop()
        self._kept = ""
        self._show(opened=False)
        self.open_button.setText(self.tr("Add a note"))

    def _open(self) -> None:
        self._show(opened=True)
        self.field.setFocus()

    def _save(self) -> None:
        self._show(opened=False)
        self.open_button.setText(self.tr("Note saved. Change it"))
        self.open_button.updateGeometry()
        self.open_button.setFocus()
        self._keep()

    def _keep(self) -> None:
        self._soon.stop()
        words = self.field.toPlainText()[:MOST]
        if words != self._kept:
            self._kept = words
            self.saved.emit(words)

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep what was written when the page goes."""
        super().hideEvent(event)
        self._keep()

    def _show(self, *, opened: bool) -> None:
        self.field.setVisible(opened)
        self.save_button.setVisible(opened)
        self.open_button.setVisible(not opened)
