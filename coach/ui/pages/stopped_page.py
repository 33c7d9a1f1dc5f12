"""After Pain — stop: dark, quiet, readable from the floor. Nothing here goes on with the routine."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coach.core import messages
from coach.ui import wording
from coach.ui.aloud import sentences, where_signs_are
from coach.ui.pages.page import column_of, scrolling_column
from coach.ui.theme import STOPPED, palette
from coach.ui.widgets.key_button import RIM, KeyButton, Look
from coach.ui.widgets.label import heading
from coach.ui.widgets.lines import Lines, outdented
from coach.ui.widgets.note_box import NoteBox
from coach.ui.widgets.pain_scale import PainScale
from coach.ui.widgets.signs_card import SignsCard

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from coach.ui.theme import Theme


class StoppedPage(QWidget):
    """Says how to come out of the position, what to do now, and which signs need help at once."""

    close_wanted = Signal()
    contact_wanted = Signal()
    """The person wants to reach their own professional."""
    mistake_wanted = Signal()
    """The person pressed by mistake and has no more pain than at the start."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setPalette(palette(STOPPED))
        column = scrolling_column(self, theme, wording.message(messages.M_STOP_TITLE))
        column.setSpacing(14)
        self.title = heading(theme, wording.message(messages.M_STOP_TITLE), size=64)
        advice = Lines(theme, self.title.text(), STOPPED)
        advice.set_spacing(8)
        self.first = advice.add("", size=30, weight=600)
        self.then = advice.add(wording.message(messages.M_STOP_THEN), size=25)
        self.signs = SignsCard(theme)
        self.signs.turned.connect(lambda: column_of(self).bring(self.signs))
        column.addStretch(1)
        column.addWidget(self.title)
        column.addLayout(outdented(advice))
        column.addSpacing(8)
        column.addWidget(self.signs)
        column.addSpacing(8)
        self.after = QWidget()
        asked = QVBoxLayout(self.after)
        asked.setContentsMargins(0, 0, 0, 0)
        asked.addWidget(heading(theme, wording.message(messages.ASK_PAIN_AFTER), size=20, weight=600))
        self.scale = PainScale(theme, STOPPED)
        asked.addWidget(self.scale)
        self.after.hide()
        column.addLayout(self._buttons())
        column.addWidget(self.note)
        column.addWidget(self.after)
        column.addWidget(self._question())
        column.addStretch(2)

    def _buttons(self) -> QVBoxLayout:
        self.close_button = KeyButton(self._theme, self.tr("Close"), look=Look.STOPPED_PRIMARY)
        self.close_button.setMinimumWidth(120)
        self.close_button.clicked.connect(self.close_wanted)
        self.mistake = KeyButton(
            self._theme, self.tr("I pressed this by mistake"), look=Look.STOPPED_LINK, height=44, size=15
        )
        self.mistake.clicked.connect(lambda: self._show_question(shown=True))
        row = QHBoxLayout()
        row.setContentsMargins(-RIM, 0, 0, 0)
        self.contact = KeyButton(self._theme, "", look=Look.STOPPED)
        self.contact.clicked.connect(self.contact_wanted)
        self.contact.hide()
        self.note = NoteBox(self._theme, Look.STOPPED, own_button=False)
        row.addWidget(self.close_button)
        row.addWidget(self.contact)
        row.addWidget(self.note.open_button)
        row.addStretch()
        last = QHBoxLayout()
        last.setContentsMargins(-RIM - 4, 0, 0, 0)
        last.addWidget(self.mistake)
        last.addStretch()
        rows = QVBoxLayout()
        rows.addLayout(row)
        rows.addLayout(last)
        return rows

    def _question(self) -> QWidget:
        self.question = QWidget()
        column = QVBoxLayout(self.question)
        column.setContentsMargins(0, 0, 0, 0)
        asked = wording.message(messages.M_MISTAKE)
        column.addWidget(heading(self._theme, asked, size=20, weight=600))
        self.no = KeyButton(self._theme, self.tr("No"), look=Look.STOPPED, height=52)
        self.yes = KeyButton(self._theme, self.tr("Yes, or not sure"), look=Look.STOPPED, height=52)
        self.no.setAccessibleDescription(asked)
        self.yes.setAccessibleDescription(asked)  # this one has the focus when it is asked
        self.no.clicked.connect(self.mistake_wanted)
        self.yes.clicked.connect(lambda: self._show_question(shown=False))
        row = QHBoxLayout()
        row.addWidget(self.yes)
        row.addWidget(self.no)
        row.addStretch()
        column.addLayout(row)
        return self.question

    def _show_question(self, *, shown: bool) -> None:
        self.question.setVisible(shown)
        self.mistake.setVisible(not shown)
        if not shown:
            self.settle()
            return
        self.yes.setFocus()
        column_of(self).bring(self.question)

    def show_stop(self, release: str, contact: str = "", emergency: str = "") -> str:
        """Show the page for a stop with that release line; return all that is to be said aloud.

        `contact` is the person's own professional in words, `emergency` their emergency number; each may be empty.
        """
        # “Stopping.” is for the ear; on the screen the title says it.
        head, _, tail = release.partition(". ")
        shown = tail if tail and len(head.split()) == 1 else release
        first = wording.message(messages.M_STOP_FIRST)
        self.first.setText(f"{shown} {first}")
        self.signs.show_all(shown=False)
        self.question.hide()
        self.mistake.show()
        self.note.clear()
        self.after.hide()
        self.scale.clear()
        self.contact.setText(self.tr("Contact: {who}").format(who=contact))
        self.contact.setVisible(bool(contact))
        self.contact.updateGeometry()
        number = self.signs.show_number(emergency)
        told = [release, self.title.text(), first, self.then.text(), self.signs.title.text(), number, where_signs_are()]
        return sentences(told)

    def ask_number(self) -> None:
        """Ask, once the person has rested, how the back feels; the answer is optional.

        In a small window the question is below what shows; whoever has begun to read is not led away.
        """
        self.after.show()
        if self.title.hasFocus():
            column_of(self).bring(self.after)

    def settle(self) -> None:
        """Begin at the top, with the focus where a stray key does no harm."""
        self.title.setFocus()
        column_of(self).to_top()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the words be as large as the window has room for: they are read from the floor."""
        super().resizeEvent(event)
        room = min(self.width() / 1100, self.height() / 740) / self._theme.scale
        factor = min(1.35, max(0.6, room))
        for words, size, weight in ((self.title, 64, 700), (self.first, 30, 600), (self.then, 25, 400)):
            words.setFont(self._theme.font(size * factor, weight))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the dark ground."""
        QPainter(self).fillRect(self.rect(), STOPPED.paper)
