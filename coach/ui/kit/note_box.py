"""A note about a session: a field that is open from the beginning, or a button that opens one.

The text is saved without a press as well: a person who types and goes on, or types through assistive technology,
expects it to be there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from coach.background.timers import single_shot
from coach.ui.kit.button_rows import at_left
from coach.ui.kit.fields import KEEP_MS, frame_as_field
from coach.ui.kit.growing_field import GrowingField
from coach.ui.kit.key_button import KeyButton, Look
from coach.ui.kit.label import label
from coach.ui.kit.painting import RIM
from coach.words import basics
from coach.words.catalogue import plural, tr

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent

    from coach.ui.kit.theme import Theme

MOST = 10_000
"""Most characters of a note. A change beyond that is refused as a whole: nothing is cut."""
NEAR = 1_000
"""The number of characters left is shown from this many on."""


class NoteBox(QWidget):
    """A note, closed at first. At its sides it has room for focus rings."""

    saved = Signal(str)
    told = Signal(str)
    """News for a screen reader: how much room is left, once when NEAR is reached, and each refused change."""

    def __init__(self, theme: Theme, look: Look = Look.PLAIN, *, own_button: bool = True) -> None:
        """Without `own_button` the caller puts `open_button` into a layout of its own."""
        super().__init__()
        self.open_button = KeyButton(theme, tr("Add a note"), look=look, height=48 if own_button else 60)
        self.open_button.setParent(self)  # without a parent it would be a window of its own
        self.field = self._make_field(theme)
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

    def _make_field(self, theme: Theme) -> QPlainTextEdit:
        field = QPlainTextEdit()
        theme.dress(field, 17)
        field.setTabChangesFocus(True)
        frame_as_field(field)
        field.setAccessibleName(tr("Your note"))
        theme.give(field, height=96)
        return field

    def clear(self, words: str = "") -> None:
        """Close the field, and put in the words that are stored for this session already."""
        self._kept = self._words = words
        self.field.setPlainText(words)
        self._soon.stop()
        self._show(opened=False)
        self.open_button.setText(tr("Note saved. Change it") if words else tr("Add a note"))
        self.open_button.updateGeometry()

    def _on_changed(self) -> None:
        """Save the text soon; where it is too long, put the earlier one back and say so."""
        words = self.field.toPlainText()
        if len(words) > MOST:
            place = self.field.textCursor().position() - (len(words) - len(self._words))
            self.field.setPlainText(self._words)  # calls this method again
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
        room_left = MOST - len(words)
        news = tr("Room for {left} more letters.", left=f"{room_left:,}") if room_left < NEAR else ""
        self.room.setText(news)
        self.room.setVisible(bool(news) and self.field.isVisibleTo(self))
        if news and not was_near:
            self.told.emit(news)

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
        """Save the text when the page goes."""
        super().hideEvent(event)
        self._keep()

    def _show(self, *, opened: bool) -> None:
        self.field.setVisible(opened)
        self.save_button.setVisible(opened)
        self.room.setVisible(opened and bool(self.room.text()))
        self.open_button.setVisible(not opened)


class OpenNote(NoteBox):
    """A note that can be written at once: a field below a heading, and no button."""

    grew = Signal()
    """The field is higher or lower than before."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        name = label(theme, tr("A note for yourself"), size=16, weight=600)
        name.setBuddy(self.field)
        where = label(theme, tr("only on this computer"), size=14, muted=True)
        where.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        head = QHBoxLayout()
        head.setContentsMargins(RIM + 4, 0, RIM + 4, 0)
        head.addWidget(name, 1)
        head.addWidget(where, 1)
        column = self.layout()
        if isinstance(column, QVBoxLayout):
            column.setContentsMargins(0, 0, 0, 0)  # the field has room for its own ring
            column.setSpacing(2)
            column.insertLayout(0, head)

    def _make_field(self, theme: Theme) -> QPlainTextEdit:
        field = GrowingField(theme, tr("How it felt, what to change next time"))
        field.setAccessibleName(tr("A note for yourself"))
        field.setAccessibleDescription(tr("only on this computer"))
        field.grew.connect(self.grew)
        return field

    def _show(self, *, opened: bool) -> None:  # noqa: ARG002 - it always is
        super()._show(opened=True)
        self.save_button.hide()
