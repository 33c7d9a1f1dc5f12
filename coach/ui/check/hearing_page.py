"""The page “Can you hear this?”, shown once before the first session: a voice that is not heard guides nobody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from coach.store.settings import Heard
from coach.ui.kit.button_rows import at_left
from coach.ui.kit.key_button import KeyButton, Look
from coach.ui.kit.label import label
from coach.ui.kit.scroll_page import column_of
from coach.ui.kit.text_page import TextPage
from coach.words.catalogue import tr, tr_in
from coach.words.sentences import sentences

if TYPE_CHECKING:
    from coach.ui.kit.theme import Theme


class HearPage(TextPage):
    """Plays a tone and a sentence, and asks which of them was heard. Any answer lets the person go on."""

    play_wanted = Signal()
    """The person asks to hear it again."""
    answered = Signal(object)
    """The answer, a Heard."""
    _enter_leaves = False
    is_alone = True
    told = Signal(str)
    """News for a screen reader."""

    def __init__(self, theme: Theme, trouble: str = "") -> None:
        """`trouble` says why there is no sound now; empty where nothing is wrong."""
        title = tr("Can you hear this?")
        super().__init__(theme, title)
        self._told = [
            tr("On the mat you can hardly see the screen. So coach tells you everything aloud."),
            tr("You hear a tone, then a sentence."),
        ]
        self._lines(title, self._told)
        self.play = self._button(tr("Play it again"), Look.PLAIN)
        self.play.clicked.connect(self.play_wanted)
        self._asked = tr("What did you hear?")
        self._heading(self._asked)
        self.both = self._button(tr("The tone and the voice"), Look.PRIMARY)
        self.tone = self._button(tr("Only the tone"), Look.PLAIN)
        self.nothing = self._button(tr_in("an answer: what was heard", "Nothing"), Look.PLAIN)
        self.both.clicked.connect(lambda: self.answered.emit(Heard.BOTH))
        self.tone.clicked.connect(lambda: self._help(Heard.TONES))
        self.nothing.clicked.connect(lambda: self._help(Heard.NOTHING))
        self.help = label(theme, size=17)
        self.help.hide()
        self._column.addWidget(self.help)
        self.go_on = self._button(tr("Go on without it"), Look.PLAIN)
        self.go_on.hide()
        self._heard = Heard.NOTHING
        self.go_on.clicked.connect(lambda: self.answered.emit(self._heard))
        self._column.addStretch()
        if trouble:
            self.show_trouble(trouble)

    def settle(self) -> None:
        """Scroll to the top, with the focus where no key answers, and announce the page and any trouble."""
        super().settle()
        trouble = self.help.text() if self.help.isVisible() else ""
        self.told.emit(sentences([self.title.text(), *self._told, self._asked, trouble]))

    def show_trouble(self, trouble: str) -> None:
        """Show that there is no sound now, and let the person go on."""
        self._heard = Heard.NOTHING
        self._show_help(trouble)

    def _button(self, text: str, look: Look) -> KeyButton:
        button = KeyButton(self._theme, text, look=look, height=52)
        button.setMinimumWidth(self._theme.px(320))
        self._column.addLayout(at_left(button))
        return button

    def _help(self, answer: Heard) -> None:
        self._heard = answer
        if answer == Heard.TONES:
            words = tr(
                "Check that the voice is on in the settings. Then play it again. Everything is on the screen as well."
            )
        else:
            words = tr(
                "Turn the volume up, on the computer and in the settings of coach. Check where the sound goes: to"
                " headphones or to another screen. Then play it again. Everything is on the screen as well."
            )
        self._show_help(words)
        self.told.emit(sentences([words, tr("Or go on without it.")]))

    def _show_help(self, text: str) -> None:
        self.help.setText(text)
        self.help.show()
        self.go_on.show()
        if self.isVisible():  # a new page begins at its top
            column_of(self).bring(self.help, self.go_on)
