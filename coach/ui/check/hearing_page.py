"""The page “Can you hear this?”, shown once before the first session: a voice that is not heard guides nobody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coach.store.settings import Heard
from coach.ui.check.answer_bar import AnswerBar
from coach.ui.check.answer_row import AnswerRow
from coach.ui.check.room import Room
from coach.ui.check.sound_panel import SoundPanel
from coach.ui.kit.card import ground
from coach.ui.kit.columns import Columns
from coach.ui.kit.key_button import KeyButton
from coach.ui.kit.label import heading, label
from coach.ui.kit.lead_bold import LeadBold
from coach.ui.kit.line_icons import LineIcon
from coach.ui.kit.line_list import ABOVE, SIDE, Lines, outdented
from coach.ui.kit.marks import GROUP
from coach.ui.kit.painting import RIM, panel
from coach.ui.kit.scroll_page import column_of
from coach.ui.kit.text_page import TextPage
from coach.words.catalogue import tr, tr_in
from coach.words.sentences import sentences

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent
    from PySide6.QtWidgets import QBoxLayout

    from coach.ui.kit.theme import Theme

TWO = 560
"""Width from which on the answers stand beside the sound, in px at 100 %."""


class _Bar(AnswerBar):
    """The bar of a page that brings its own: it has its ground as well."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        t = self._theme.tokens
        painter = QPainter(self)
        ground(painter, self.rect(), t.surface)
        ground(painter, QRect(0, 0, self.width(), t.border_px), t.line)


class _HelpCard(QWidget):
    """What can be tried, on the ground of what is to be noticed."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.words = LeadBold(theme, "", 16)
        column = QVBoxLayout(self)
        column.setContentsMargins(22 + RIM, 16, 22 + RIM, 16)
        column.addWidget(self.words)

    def paintEvent(self, _event: QPaintEvent) -> None:
        t = self._theme.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = QPen(t.prepare, t.border_px) if t.is_high_contrast else None
        panel(painter, QRectF(self.rect()).adjusted(RIM, 0, -RIM, 0), t.prepare_soft, edge, 16)


class HearPage(TextPage):
    """Plays a tone and a sentence, and asks which of them was heard. Any answer lets the person go on."""

    play_wanted = Signal()
    """The person asks to hear it again."""
    volume_wanted = Signal(int)
    """The person asks for another volume, from 0 to 100."""
    answered = Signal(object)
    """The answer, a Heard."""
    _enter_leaves = False
    is_alone = True
    _widest = 1136
    told = Signal(str)
    """News for a screen reader."""

    def __init__(self, theme: Theme, trouble: str = "", *, volume: int = 80, still: bool = False) -> None:
        """`trouble` says why there is no sound now, empty where nothing is wrong; `still` is for less motion."""
        super().__init__(theme, tr("Can you hear this?"))
        self.close_button.setParent(self)
        self.close_button.hide()
        self._bar = _Bar(theme)
        self._bar.setAccessibleName(self.title.text())
        self.back = self._bar.back
        self.back.clicked.connect(self.left)
        if (outer := self.layout()) is not None:
            outer.addWidget(self._bar)
        self._told = [
            tr("On the mat you can hardly see the screen. So coach tells you everything aloud."),
            tr("You hear a tone, then a sentence."),
        ]
        self.panel = SoundPanel(theme, volume, still=still)
        self.play = self.panel.play
        self.play.clicked.connect(self.play_wanted)
        self.panel.volume_wanted.connect(self.volume_wanted)
        both = Columns(theme, TWO, 24, 16, shares=(40, 62), level=True, last_first=True)
        both.addWidget(self.panel)
        both.addWidget(self._questions())
        self._column.addLayout(both)
        self._column.addStretch()
        self._heard = Heard.NOTHING
        self.go_on = KeyButton(theme, tr("Go on without it"), size=18)
        self.go_on.setParent(self._bar)
        self.go_on.hide()
        self.go_on.clicked.connect(lambda: self.answered.emit(self._heard))
        note = label(theme, tr("You can do this again any time: the sound line at the lower left."), 16, muted=True)
        note.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        self._bar.take([], note)
        if trouble:
            self.show_trouble(trouble)

    def show_back(self, *, shown: bool) -> None:
        """Do nothing: the way back is in the bar."""

    def _head(self) -> QBoxLayout:
        """Return an empty row: the title stands above the answers."""
        return QHBoxLayout()

    def _questions(self) -> QWidget:
        """Return the words, the answers, and the help below them."""
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(SIDE, ABOVE, SIDE, ABOVE)
        column.setSpacing(2)
        self._theme.dress(self.title, 34, 700)
        column.addWidget(self.title)
        column.addSpacing(6)
        lines = Lines(self._theme, self.title.text())
        lines.add(" ".join(self._told), 18)
        column.addLayout(outdented(lines))
        column.addSpacing(12)
        self._asked = tr("What did you hear?")
        column.addWidget(heading(self._theme, self._asked))
        column.addSpacing(4)
        self.both = self._row(LineIcon.SOUND, tr("The tone and the voice"), tr("All is well."))
        self.tone = self._row(LineIcon.BELL, tr("Only the tone"), tr("The voice may be off."))
        words = tr_in("an answer: what was heard", "Nothing")
        self.nothing = self._row(LineIcon.SILENT, words, tr("We look for the reason together."))
        self.both.clicked.connect(lambda: self.answered.emit(Heard.BOTH))
        self.tone.clicked.connect(lambda: self._help(Heard.TONES))
        self.nothing.clicked.connect(lambda: self._help(Heard.NOTHING))
        self._card = _HelpCard(self._theme)
        self.help = self._card.words
        self._card.hide()
        answers = QWidget()
        answers.setObjectName(GROUP)
        answers.setAccessibleName(self._asked)
        rows = QVBoxLayout(answers)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(2)
        for row in (self.both, self.tone, self.nothing):
            rows.addWidget(row)
        for widget in (answers, self._card):
            column.addLayout(outdented(widget, side=RIM, above=0))
        column.addStretch()
        return holder

    def _row(self, icon: LineIcon, words: str, second_line: str) -> AnswerRow:
        return AnswerRow(self._theme, icon, words, second_line)

    # How it is arranged

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Make everything lower where there is little height."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        scale = self._theme.scale
        room = Room(self.width() / scale, (self.height() - self._bar.height()) / scale)
        self.panel.fit(low=room.is_low or room.is_narrow)
        for row in (self.both, self.tone, self.nothing):
            row.set_low(low=room.is_low or not self._card.isHidden())

    def settle(self) -> None:
        """Scroll to the top, with the focus where no key answers, and announce the page and any trouble."""
        super().settle()
        trouble = self.help.text() if self.help.isVisible() else ""
        self.told.emit(sentences([self.title.text(), *self._told, self._asked, trouble]))

    # What is heard, and what is told

    def show_sounding(self, time_ms: int) -> None:
        """Show that it sounds now, for so long."""
        self.panel.pulse(time_ms)

    def show_trouble(self, trouble: str) -> None:
        """Show that there is no sound now, and let the person go on."""
        self._heard = Heard.NOTHING
        self._show_help(trouble)

    def _help(self, answer: Heard) -> None:
        self._heard = answer
        self.tone.show_given(given=answer == Heard.TONES)
        self.nothing.show_given(given=answer == Heard.NOTHING)
        if answer == Heard.TONES:
            words = tr(
                "Check that the voice is on in the settings. Then play it again. Everything is on the screen as well."
            )
        else:
            words = tr(
                "Turn the volume up, on the computer and here. Check where the sound goes: to headphones or to another"
                " screen. Then play it again. Everything is on the screen as well."
            )
        self._show_help(words)
        self.told.emit(sentences([words, tr("Or go on without it.")]))

    def _show_help(self, text: str) -> None:
        self.help.setText(text)
        self._card.show()
        self._bar.take([self.go_on], None)
        self._fit()
        if self.isVisible():  # a new page begins at its top
            column_of(self).bring(self._card)
