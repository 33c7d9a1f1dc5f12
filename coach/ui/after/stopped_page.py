"""The page after Pain — stop: dark, quiet, readable from the floor. Nothing on it continues the routine."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QPainter, QPalette, QShortcut
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from coach.ui.after.signs_card import SignsCard
from coach.ui.kit.button_rows import ButtonRows, at_left
from coach.ui.kit.key_button import KeyButton, Look
from coach.ui.kit.label import heading
from coach.ui.kit.line_list import Lines, outdented
from coach.ui.kit.note_box import NoteBox
from coach.ui.kit.pain_scale import PainScale
from coach.ui.kit.painting import RIM
from coach.ui.kit.scroll_page import column_of, scrolling_column
from coach.ui.kit.theme import STOPPED, STOPPED_RELEASE, palette
from coach.words import safety_messages
from coach.words.catalogue import tr, translated
from coach.words.sentences import sentences, where_signs_are

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from coach.ui.kit.theme import Theme


WIDEST = 1136
TWO_COLUMNS = 960
"""Width in px at 100 % from which the signs are beside the words."""
LOW = 540
"""Height in px below which the buttons are lower."""
MARGIN = 27
WINDOW_KEYS = ("F11", "F5")


class StoppedPage(QWidget):
    """Says how to come out of the position, what to do now, and which signs need help at once."""

    close_wanted = Signal()
    contact_wanted = Signal()
    """The person asks for the contact of their professional."""
    mistake_wanted = Signal()
    """The person pressed by mistake and has no more pain than at the start."""
    window_wanted = Signal()
    """The person asks to leave full screen."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setPalette(palette(STOPPED))
        for key in WINDOW_KEYS:  # the session's own keys are off here
            QShortcut(QKeySequence(key), self).activated.connect(self.window_wanted)
        self._column = column = scrolling_column(self, theme, translated(safety_messages.M_STOP_TITLE), widest=WIDEST)
        column.setSpacing(14)
        self.title = heading(theme, translated(safety_messages.M_STOP_TITLE), size=78)
        advice = Lines(theme, self.title.text(), STOPPED)
        advice.set_spacing(8)
        self.release = advice.add("", size=46, weight=700)
        self.first = advice.add(translated(safety_messages.M_STOP_FIRST), size=33, weight=600)
        self.then = advice.add(translated(safety_messages.M_STOP_THEN), size=25)
        for line, ink in ((self.release, STOPPED_RELEASE), (self.then, STOPPED.muted)):
            colours = line.palette()
            colours.setColor(QPalette.ColorRole.WindowText, ink)
            line.setPalette(colours)
        self.signs = SignsCard(theme)
        self.signs.turned.connect(lambda: column_of(self).bring(self.signs))
        words = QVBoxLayout()
        words.setSpacing(14)
        words.addWidget(self.title)
        words.addLayout(outdented(advice))
        words.addStretch()
        signs = QVBoxLayout()
        signs.addWidget(self.signs)
        signs.addStretch()
        self._beside = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._beside.addLayout(words, 11)
        self._beside.addLayout(signs, 9)
        column.addStretch(1)
        column.addLayout(self._beside)
        self.after = QWidget()
        number_column = QVBoxLayout(self.after)
        number_column.setContentsMargins(0, 0, 0, 0)
        number_column.addWidget(heading(theme, translated(safety_messages.ASK_PAIN_AFTER), size=20, weight=600))
        self.scale = PainScale(theme, STOPPED)
        self.scale.set_question(translated(safety_messages.ASK_PAIN_AFTER))
        number_column.addWidget(self.scale)
        self.after.hide()
        self.note = NoteBox(theme, Look.STOPPED, own_button=False)
        column.addLayout(outdented(self.note, side=RIM, above=0))
        column.addWidget(self.after)
        column.addLayout(outdented(self._question(), side=RIM, above=0))
        column.addStretch(2)
        self._buttons = self._make_buttons()
        outer = self.layout()
        if outer is not None:
            outer.addWidget(self._buttons)

    def _make_buttons(self) -> ButtonRows:
        """Return the buttons, which are outside the part that scrolls: they stay in sight in the smallest window."""
        self.close_button = KeyButton(self._theme, tr("Close"), look=Look.STOPPED_PRIMARY)
        self.close_button.setMinimumWidth(120)
        self.close_button.clicked.connect(self.close_wanted)
        self.contact = KeyButton(self._theme, "", look=Look.STOPPED)
        self.contact.clicked.connect(self.contact_wanted)
        self.contact.hide()
        self.mistake = KeyButton(
            self._theme, tr("I pressed this by mistake"), look=Look.STOPPED_LINK, height=44, size=15
        )
        self.mistake.clicked.connect(lambda: self._show_question(shown=True))
        return ButtonRows(self.close_button, self.contact, self.note.open_button, self.mistake, margin=MARGIN)

    def _question(self) -> QWidget:
        self.question = QWidget()
        column = QVBoxLayout(self.question)
        column.setContentsMargins(RIM, 0, RIM, 0)  # rings are not cut
        question = translated(safety_messages.M_MISTAKE)
        column.addWidget(heading(self._theme, question, size=20, weight=600))
        self.no = KeyButton(self._theme, tr("No"), look=Look.STOPPED, height=52)
        self.yes = KeyButton(self._theme, tr("Yes, or not sure"), look=Look.STOPPED, height=52)
        self.no.setAccessibleDescription(question)
        self.yes.setAccessibleDescription(question)  # this one has the focus when it is asked
        self.no.clicked.connect(self.mistake_wanted)
        self.yes.clicked.connect(lambda: self._show_question(shown=False))
        column.addLayout(at_left(self.yes, self.no))
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
        """Show the page for a stop; return what a screen reader has to say.

        `release` is how to come out of the position, `contact` the person's professional in words, `emergency` their
        emergency number; the last two may be empty.
        """
        # “Stopping.” is for the ear: on the screen the title says it.
        head, _, tail = release.partition(". ")
        shown = tail if tail and len(head.split()) == 1 else release
        self.release.setText("\n".join(shown.replace(". ", ".\n").splitlines()))
        self.signs.show_all(shown=False)
        self.question.hide()
        self.mistake.show()
        self.note.clear()
        self.after.hide()
        self.scale.clear()
        self.contact.setText(tr("Contact: {who}", who=contact))
        self.contact.setVisible(bool(contact))
        self.contact.updateGeometry()
        number = self.signs.show_number(emergency)
        paragraphs = [
            release,
            self.title.text(),
            self.first.text(),
            self.then.text(),
            self.signs.title.text(),
            number,
            where_signs_are(),
        ]
        return sentences(paragraphs)

    def ask_number(self) -> None:
        """Show the question how the back feels, once the person has rested; the answer is optional.

        In a small window it is below the visible part; scrolled to only if the person has not begun to read.
        """
        self.after.show()
        if self.title.hasFocus():
            column_of(self).bring(self.after)

    def settle(self) -> None:
        """Scroll to the top and give the title the focus, where a key does no harm."""
        self.title.setFocus()
        column_of(self).to_top()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Make the letters as large as the window has room for: they are read from the floor."""
        super().resizeEvent(event)
        factor = min(1.35, max(0.5, min(self.width() / 1200, self.height() / 760) / self._theme.scale))
        for words, size, weight in ((self.title, 78, 700), (self.release, 46, 700), (self.first, 33, 600)):
            self._theme.dress(words, size * factor, weight)
        self._theme.dress(self.then, max(16, 25 * factor))
        wide = self.width() >= TWO_COLUMNS * self._theme.scale
        self._beside.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)
        self._beside.setSpacing(round(64 * factor) if wide else 14)
        self._buttons.set_least_height(60 if self.height() >= LOW else 44)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the dark ground."""
        QPainter(self).fillRect(self.rect(), STOPPED.paper)
