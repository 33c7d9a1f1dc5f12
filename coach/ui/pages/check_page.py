"""Before a session: one question at a time, nothing chosen for the person, and what closes the routine for now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coach.core import messages, safety
from coach.core.safety import Outcome, Question, Restart, Settled
from coach.ui import wording
from coach.ui.announcer import QUESTIONS
from coach.ui.pages.page import scrolling_column
from coach.ui.widgets.card import Card
from coach.ui.widgets.fields import Tick
from coach.ui.widgets.key_button import RIM, KeyButton, Look
from coach.ui.widgets.label import label
from coach.ui.widgets.lists import bullets, list_card, sign_cards
from coach.ui.widgets.pain_scale import PainScale

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from PySide6.QtGui import QKeyEvent

    from coach.core.safety import Answers, Known
    from coach.ui.theme import Theme

    Choice = tuple[str, Mapping[str, object]]


class CheckPage(QWidget):
    """Shows a question or what the answers led to; `bar` holds the way back."""

    answered = Signal(object)
    """What changes in the Answers, by field."""
    back_wanted = Signal()
    contact_wanted = Signal()
    """The person wants to reach their own professional."""
    start_wanted = Signal(bool)
    """Begin; true when the exercise that hurt is to be done too."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setObjectName(QUESTIONS)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # the program puts the focus here; Tab does not stop here
        self._column = scrolling_column(self, theme, self.tr("Before you start"))
        self._column.addStretch()
        self._body: QWidget | None = None
        self.title = ""
        self.buttons: list[KeyButton] = []
        self.contact: KeyButton | None = None
        self.scale: PainScale | None = None
        self.bar = QWidget()
        row = QHBoxLayout(self.bar)
        row.setContentsMargins(19, 14, 19, 14)
        self.back = KeyButton(theme, self.tr("Back"))
        self.back.clicked.connect(self.back_wanted)
        row.addWidget(self.back)
        row.addStretch()

    # Questions

    def ask(self, question: Question, known: Known, answers: Answers, step: tuple[int, int]) -> str:
        """Show a question; `step` is its number and how many there are. Return what it asks, to be said aloud."""
        column = self._begin()
        where = self.tr("Before you start · {number} of {count}").format(number=step[0], count=step[1])
        column.addWidget(label(self._theme, where, size=15, weight=600, muted=True))
        shows: dict[Question, Callable[[QVBoxLayout, Known, Answers], None]] = {
            Question.SINCE: self._ask_since,
            Question.SIGNS: self._ask_signs,
            Question.ASK_FIRST: self._ask_first,
            Question.CLEARED: self._ask_cleared,
            Question.PAIN: self._ask_pain,
            Question.SETTLED: self._ask_settled,
            Question.RESTART: self._ask_restart,
        }
        shows[question](column, known, answers)
        return self._end()

    def _ask_since(self, column: QVBoxLayout, known: Known, answers: Answers) -> None:
        self._heading(column, self.tr("Since last time"))
        asks_after = known.asks_after_last
        # Where the full list is due, it comes next: a short “none of these” must not stand for it.
        asks_sign = not safety.shows_full_list(known, answers)
        lines = [messages.ASK_AFTER_LAST] if asks_after else []
        column.addWidget(bullets(self._theme, [*lines, *([messages.ASK_SIGN] if asks_sign else [])], size=19))
        none: dict[str, object] = {"signs": False} if asks_sign else {}
        choices: list[Choice] = [(self.tr("None of these"), none | ({"after_last": False} if asks_after else {}))]
        if asks_after:
            choices.append((self.tr("It hurt more after last time"), {"after_last": True}))
        if asks_sign:
            choices.append((self.tr("One or more warning signs"), {"signs": True}))
        self._choices(column, choices)
        signs = QWidget()
        inside = QVBoxLayout(signs)
        inside.setContentsMargins(0, 0, 0, 0)
        for card in sign_cards(self._theme):
            inside.addWidget(card)
        signs.hide()
        more = self._link(column, self.tr("See the warning signs"))
        more.clicked.connect(lambda: signs.setVisible(signs.isHidden()))
        if answers.changed:
            column.addWidget(label(self._theme, self.tr("What has changed comes next."), size=16, muted=True))
        else:
            changed = self._link(column, self.tr("Something about my health has changed"))
            changed.clicked.connect(lambda: self.answered.emit({"changed": True}))
        column.addWidget(signs)

    def _ask_signs(self, column: QVBoxLayout, _known: Known, _answers: Answers) -> None:
        self._heading(column, self.tr("Warning signs"))
        column.addWidget(label(self._theme, wording.message(messages.M_LIST), size=18))
        for card in sign_cards(self._theme):
            column.addWidget(card)
        self._none_or_more(column, "signs")

    def _ask_first(self, column: QVBoxLayout, _known: Known, _answers: Answers) -> None:
        self._heading(column, self.tr("Ask a professional first"))
        column.addWidget(list_card(self._theme, messages.ASK_FIRST_TITLE, messages.ASK_FIRST))
        self._none_or_more(column, "ask_first")

    def _none_or_more(self, column: QVBoxLayout, field: str) -> None:
        self._choices(
            column,
            [(self.tr("None of these"), {field: False}), (self.tr("One or more of these"), {field: True})],
        )

    def _ask_cleared(self, column: QVBoxLayout, _known: Known, _answers: Answers) -> None:
        self._heading(column, wording.message(messages.ASK_CLEARED))
        self._choices(column, [(self.tr("Yes"), {"cleared": True}), (self.tr("No, or not sure"), {"cleared": False})])

    def _ask_pain(self, column: QVBoxLayout, _known: Known, _answers: Answers) -> None:
        self._heading(column, wording.message(messages.ASK_PAIN))
        column.addWidget(label(self._theme, wording.message(messages.ASK_PAIN_HELP), size=18, muted=True))
        self.scale = PainScale(self._theme)
        self.scale.chosen.connect(lambda number: self.answered.emit({"pain": number}))
        column.addWidget(self.scale)
        self._choices(column, [(self.tr("It is severe"), {"severe": True})], Look.SEVERE)

    def _ask_settled(self, column: QVBoxLayout, _known: Known, _answers: Answers) -> None:
        self._heading(column, wording.message(messages.ASK_SETTLED))
        self._choices(
            column,
            [
                (self.tr("Yes"), {"settled": Settled.YES}),
                (self.tr("No"), {"settled": Settled.NO}),
                (self.tr("Not sure"), {"settled": Settled.UNSURE}),
            ],
        )

    def _ask_restart(self, column: QVBoxLayout, known: Known, answers: Answers) -> None:
        self._heading(column, wording.message(messages.ASK_RESTART))
        twice = safety.hurt_in_a_row(known, answers) > 1
        told = [messages.M_TWICE if twice else messages.M_AGAIN]
        if answers.settled is not Settled.YES:
            told += [messages.M_WORSE_TITLE, messages.M_WORSE]
        elif known.hurt_today and not twice:
            told.append(messages.M_TOMORROW)
        for text in told:
            column.addWidget(label(self._theme, wording.message(text), size=19))
        words = {
            Restart.NOT_NOW: self.tr("Not now"),
            Restart.ASKED: self.tr("I have asked a professional"),
            Restart.DECIDE: self.tr("I decide to start again, gently"),
        }
        choices = safety.restart_choices(known, answers)
        self._choices(column, [(words[choice], {"restart": choice}) for choice in choices])

    # What the answers led to

    def tell(self, outcome: Outcome, answers: Answers, people: tuple[str, str], hurt_exercise: str) -> str:
        """Show what the check led to; return what is to be said aloud.

        `people` are the person's professional and their emergency number in words, `hurt_exercise` is the name of
        what hurt last time; each may be empty.
        """
        column = self._begin()
        if outcome.starts:
            return self._tell_start(column, answers, hurt_exercise)
        title, text, signs = {
            Outcome.SIGN: (messages.M_FLAG_TITLE, messages.M_FLAG, True),
            Outcome.SEVERE: (messages.M_SEVERE_TITLE, messages.M_SEVERE, True),
            Outcome.ASK_FIRST: (messages.M_ASKFIRST_TITLE, messages.M_ASKFIRST, False),
            Outcome.TWICE: (messages.M_WORSE_TITLE, messages.M_TWICE, False),
        }.get(outcome, (messages.M_WORSE_TITLE, messages.M_WORSE, False))
        if outcome is Outcome.NOT_NOW:
            title, text = self.tr("Not now"), messages.M_WORSE
        self._heading(column, wording.message(title))
        column.addWidget(label(self._theme, wording.message(text), size=20))
        self._people(column, *people, urgent=signs)
        if signs:
            for card in sign_cards(self._theme):
                column.addWidget(card)
        return f"{self._end()} {wording.message(text)}"

    def _people(self, column: QVBoxLayout, contact: str, emergency: str, *, urgent: bool) -> None:
        if urgent and emergency:
            words = self.tr("Your emergency number: {number}").format(number=emergency)
            column.addWidget(label(self._theme, words, size=22, weight=700))
        if contact:
            self.contact = KeyButton(self._theme, self.tr("Contact: {who}").format(who=contact), height=48)
            self.contact.clicked.connect(self.contact_wanted)
            row = QHBoxLayout()
            row.setContentsMargins(-RIM, 0, 0, 0)
            row.addWidget(self.contact)
            row.addStretch()
            column.addLayout(row)

    def _tell_start(self, column: QVBoxLayout, answers: Answers, hurt_exercise: str) -> str:
        moderate = answers.pain is not None and safety.pain_word(answers.pain) is safety.Pain.MODERATE
        self._heading(column, self.tr("Go gently"))
        gentle = wording.message(messages.M_GENTLE) if moderate else self.tr("Pick the easier versions.")
        column.addWidget(label(self._theme, gentle, size=20))
        column.addWidget(label(self._theme, wording.message(messages.M_RULE), size=20, weight=600))
        tick = Tick(self._theme, hurt_exercise, size=18)
        if hurt_exercise:
            text = self.tr("{exercise} hurt last time. It is left out unless you tick it.")
            column.addWidget(label(self._theme, text.format(exercise=hurt_exercise), size=18))
            column.addWidget(tick)
        start = KeyButton(self._theme, self.tr("Start"), look=Look.PRIMARY, size=18)
        start.setMinimumWidth(220)
        start.clicked.connect(lambda: self.start_wanted.emit(tick.isChecked()))
        self.buttons.append(start)
        row = QHBoxLayout()
        row.setContentsMargins(-RIM, 8, 0, 0)
        row.addWidget(start)
        row.addStretch()
        column.addLayout(row)
        return f"{self._end()} {gentle} {wording.message(messages.M_RULE)}"

    # Building

    def _begin(self) -> QVBoxLayout:
        if self._body is not None:
            self._column.removeWidget(self._body)
            self._body.hide()
            self._body.deleteLater()
        self.buttons, self.scale, self.contact = [], None, None
        self._body = Card(self._theme, raised=True)
        self._column.insertWidget(0, self._body)
        column = QVBoxLayout(self._body)
        column.setContentsMargins(32, 26, 32, 26)
        column.setSpacing(12)
        return column

    def _end(self) -> str:
        self.setAccessibleName(self.title)
        return self.title

    def settle(self, question: Question | None) -> None:
        """Put the focus where a stray key chooses nothing; after pain on “Not now”."""
        if question is Question.RESTART and self.buttons:
            self.buttons[0].setFocus()
        else:
            self.setFocus()

    def _heading(self, column: QVBoxLayout, text: str) -> None:
        self.title = text
        column.addWidget(label(self._theme, text, size=30, weight=700))

    def _choices(self, column: QVBoxLayout, choices: Sequence[Choice], look: Look = Look.PLAIN) -> None:
        column.addSpacing(6)
        for text, changes in choices:
            button = KeyButton(self._theme, text, look=look)
            button.setMinimumWidth(self._theme.px(320 if look is Look.PLAIN else 160))
            button.clicked.connect(lambda _checked=False, changes=changes: self.answered.emit(dict(changes)))
            self.buttons.append(button)
            row = QHBoxLayout()
            row.setContentsMargins(-RIM, 0, 0, 0)
            row.addWidget(button)
            row.addStretch()
            column.addLayout(row)

    def _link(self, column: QVBoxLayout, text: str) -> KeyButton:
        link = KeyButton(self._theme, text, look=Look.LINK, height=44, size=16)
        row = QHBoxLayout()
        row.setContentsMargins(-RIM - 4, 0, 0, 0)
        row.addWidget(link)
        row.addStretch()
        column.addLayout(row)
        return link

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose a number of the scale by its digit; Esc goes back."""
        if event.key() == Qt.Key.Key_Escape:
            self.back_wanted.emit()
        elif self.scale is None or not self.scale.choose_by(event):
            super().keyPressEvent(event)

    def go(self) -> None:
        """Do what Space does here: nothing; it must not answer by itself."""
