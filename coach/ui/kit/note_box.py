"""The person's own words about a session: a button that opens a small field; what is written is kept as it is.

It is kept without a press as well: whoever writes and goes on, or writes through assistive technology, has written it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from coach.background.timers import single_shot
from coach.ui.kit.button_rows import at_left
from coach.ui.kit.fields import KEEP_MS, frame_as_field
from coach.ui.kit.key_button import RIM, KeyButton, Look
from coach.ui.kit.label import label
from coach.words import basics
from coach.words.catalogue import plural, tr

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent

    from coach.ui.kit.theme import Theme

MOST = 10_000
"""Letters of a note. What would be more is not taken at all: nothing is cut."""
NEAR = 1_000
"""So many before that it is told how many are left."""


class NoteBox(QWidget):
    """Closed at first; saving keeps the words and says so. At its sides it has room for rings."""

    saved = Signal(str)
    told = Signal(str)
    """How much room is left, or that there is none: once when it is near, and each time something is not taken."""

    def __init__(self, theme: Theme, look: Look = Look.PLAIN, *, own_button: bool = True) -> None:
        """Make it; without a button of its own, somebody else lays `open_button` out."""
        super().__init__()
        self.open_button = KeyButton(theme, tr("Add a note"), look=look, height=48 if own_button else 60)
        self.open_button.setParent(self)  # without a parent it would be a window of its own
        self.field = QPlainTextEdit()
        self.field.setFont(theme.font(17))
        self.field.setTabChangesFocus(True)
        frame_as_field(self.field)
        self.field.setAccessibleName(tr("Your note"))
        self.field.setFixedHeight(theme.px(96))
        self.save_button = KeyButton(theme, tr("Save note"), look=look, height=48)
        self.room = label(theme, "", size=15)
        self._kept = self._words = ""
        self._soon = single_shot(self, self._keep, KEEP_MS)
        self.field.textChanged.connect(self._on_changed)
        self.open_button.clicked.connect(self._open)
        self.save_button.clicked.connect(self._save)
        column = QVBoxLayout(self)
        column.setContentsMargins(RIM, 0, RIM, 0)  # rings are not cut
        column.addWidget(self.room)  # above: what is below the field may be out of sight
        column.addWidget(self.field)
        column.addLayout(at_left(*([self.open_button] if own_button else []), self.save_button))
        self.clear()

    def clear(self, words: str = "") -> None:
        """Close the field, with the words that were kept for this session already, if any."""
        self._kept = self._words = words
        self.field.setPlainText(words)
        self._soon.stop()
        self._show(opened=False)
        self.open_button.setText(tr("Note saved. Change it") if words else tr("Add a note"))
        self.open_button.updateGeometry()

    def _on_changed(self) -> None:
        """Keep what was written, soon; what there is no room for is not taken, and that is told."""
        words = self.field.toPlainText()
        if len(words) > MOST:
            place = self.field.textCursor().position() - (len(words) - len(self._words))
            self.field.setPlainText(self._words)  # comes back here
            cursor = self.field.textCursor()
            cursor.setPosition(min(max(0, place), len(self._words)))
            self.field.setTextCursor(cursor)
            self._tell(
                plural(
                    "A note has room for {number} letter. That was not taken.",
                    "A note has room for {number} letters. That was not taken.",
                    MOST,
                    number=basics.whole_number(MOST),
                )
            )
            return
        was_near = len(self._words) > MOST - NEAR
        self._words = words
        self._soon.start()
        left = MOST - len(words)
        told = tr("Room for {left} more letters.", left=f"{left:,}") if left < NEAR else ""
        self.room.setText(told)
        self.room.setVisible(bool(told) and self.field.isVisibleTo(self))
        if told and not was_near:
            self.told.emit(told)

    def _tell(self, words: str) -> None:
        self.room.setText(words)
        self.room.setVisible(self.field.isVisibleTo(self))
        self.told.emit(words)

    def _open(self) -> None:
        self._show(opened=True)
        self.field.setFocus()

    def _save(self) -> None:
        self._show(opened=False)
        self.open_button.setText(tr("Note saved. Change it"))
        self.open_button.updateGeometry()
        self.open_button.setFocus()
        self._keep()

    def _keep(self) -> None:
        self._soon.stop()
        words = self._words
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
        self.room.setVisible(opened and bool(self.room.text()))
        self.open_button.setVisible(not opened)
