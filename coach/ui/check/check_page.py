"""The page of the check: one question at a time, no answer chosen beforehand, and then the verdict."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from coach.core import safety
from coach.core.safety import Question, Settled
from coach.core.safety_rules import Restart, Verdict
from coach.core.speech.safety_lines import gentle_lines
from coach.ui.check.closed_message import closed_message
from coach.ui.check.quiet_question import QuietQuestion
from coach.ui.check.single_presses import SinglePresses
from coach.ui.kit.announcer import QUESTIONS
from coach.ui.kit.bullet_list import ListCard
from coach.ui.kit.button_rows import at_left
from coach.ui.kit.fields import CheckBox
from coach.ui.kit.key_button import KeyButton, Look
from coach.ui.kit.label import label
from coach.ui.kit.line_list import dotted
from coach.ui.kit.pain_scale import PainScale
from coach.ui.kit.scroll_page import column_of, scrolling_column
from coach.ui.kit.sheet import Sheet
from coach.words import safety_messages
from coach.words.catalogue import tr, tr_in, translated

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from PySide6.QtGui import QKeyEvent

    from coach.core.safety import Answers, Known
    from coach.ui.kit.theme import Theme

    Choice = tuple[str, Mapping[str, object]]


class CheckPage(QWidget):
    """Shows a question or the verdict; `bar` holds the button to go back."""

    answered = Signal(object)
    """The changes to the Answers, by field."""
    back_wanted = Signal()
    contact_wanted = Signal()
    """The person asks for the contact of their professional."""
    start_wanted = Signal(bool)
    """Begin the session; True when the exercise that hurt is to be done too."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._presses = SinglePresses(self)
        self.setObjectName(QUESTIONS)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # Tab does not stop here
        self._column = scrolling_column(self, theme, tr("Before you start"))
        self._column.addStretch()
        self.sheet: Sheet | None = None
        """The sheet that shows."""
        self._before: Sheet | None = None
        self._where = ""
        self.buttons: list[KeyButton] = []
        self.contact: KeyButton | None = None
        self.scale: PainScale | None = None
        self.bar = QWidget()
        row = QHBoxLayout(self.bar)
        row.setContentsMargins(19, 14, 19, 14)
        self.back = KeyButton(theme, tr_in("to the question before", "Back"))
        self.back.clicked.connect(self.back_wanted)
        row.addWidget(self.back)
        row.addStretch()

    # Questions

    def ask(self, question: Question, known: Known, answers: Answers, step: tuple[int, int]) -> str:
        """Show a question; `step` is its number and the number of all. Return what a screen reader has to say."""
        self._where = tr("Before you start · {number} of {count}", number=step[0], count=step[1])
        shows: dict[Question, Callable[[Known, Answers], Sheet]] = {
            Question.SINCE: self._ask_since,
            Question.SIGNS: self._ask_signs,
            Question.URGENT: self._ask_urgent,
            Question.ASK_FIRST: self._ask_first,
            Question.CLEARED: self._ask_cleared,
            Question.PAIN: self._ask_pain,
            Question.SETTLED: self._ask_settled,
            Question.RESTART: self._ask_restart,
        }
        return shows[question](known, answers).said

    def _ask_since(self, known: Known, answers: Answers) -> Sheet:
        sheet = self._begin(tr("Since last time"))
        asks_after = known.asks_after_last
        # Where the full list is due it comes next: a short “none of these” must not replace it.
        asks_sign = answers.signs is None and not safety.shows_full_list(known, answers)
        lines = [safety_messages.ASK_AFTER_LAST] if asks_after else []
        texts = [translated(line) for line in [*lines, *([safety_messages.ASK_SIGN] if asks_sign else [])]]
        sheet.lines(dotted(self._theme, sheet.title, texts, size=19), texts)
        none: dict[str, object] = {"signs": False} if asks_sign else {}
        choices: list[Choice] = [(tr("None of these"), none | ({"after_last": False} if asks_after else {}))]
        if asks_after:
            choices.append((tr("It hurt more after last time"), {"after_last": True}))
        if asks_sign:
            choices.append((tr("One or more warning signs"), {"signs": True}))
        self._choices(choices)
        more = sheet.link(tr("See the warning signs"))
        more.clicked.connect(lambda: self._turn_signs(sheet))
        if answers.changed:
            sheet.column.addWidget(label(self._theme, tr("What has changed comes next."), size=16, muted=True))
        else:
            changed = sheet.link(tr("Something about my health has changed"))
            changed.clicked.connect(lambda: self.answered.emit({"changed": True}))
        sheet.add_hidden_signs()
        return sheet

    def _turn_signs(self, sheet: Sheet) -> None:
        """Show both lists of warning signs from their top, or hide them."""
        first = sheet.turn_signs()
        if first is not None:
            first.setFocus()
            column_of(self).bring(first, sheet)

    def _ask_signs(self, _known: Known, _answers: Answers) -> Sheet:
        sheet = self._begin(tr("Warning signs"))
        sheet.text(translated(safety_messages.M_LIST), size=18)
        sheet.add_signs()
        self._none_or_more("signs")
        return sheet

    def _ask_urgent(self, _known: Known, _answers: Answers) -> Sheet:
        sheet = self._begin(translated(safety_messages.ASK_URGENT))
        sheet.add_first_list()
        yes, no = tr("Yes, or I am not sure"), tr("No, only in the second list")
        self._choices([(yes, {"urgent": True}), (no, {"urgent": False})])
        return sheet

    def _ask_first(self, _known: Known, _answers: Answers) -> Sheet:
        sheet = self._begin(tr("Ask a professional first"))
        sheet.card(ListCard(self._theme, safety_messages.ASK_FIRST_TITLE, safety_messages.ASK_FIRST))
        self._none_or_more("ask_first")
        return sheet

    def _none_or_more(self, field: str) -> None:
        self._choices([(tr("None of these"), {field: False}), (tr("One or more of these"), {field: True})])

    def _ask_cleared(self, _known: Known, _answers: Answers) -> Sheet:
        sheet = self._begin(translated(safety_messages.ASK_CLEARED))
        self._choices([(tr("Yes"), {"cleared": True}), (tr("No, or not sure"), {"cleared": False})])
        return sheet

    def _ask_pain(self, _known: Known, _answers: Answers) -> Sheet:
        sheet = self._begin(translated(safety_messages.ASK_PAIN))
        sheet.text(translated(safety_messages.ASK_PAIN_HELP), size=18, muted=True)
        self.scale = PainScale(self._theme)
        self._presses.watch(*self.scale.numbers)
        self.scale.chosen.connect(lambda number: self.answered.emit({"pain": number}))
        sheet.column.addWidget(self.scale)
        self._choices([(tr("It is severe"), {"severe": True})], Look.SEVERE)
        return sheet

    def _ask_settled(self, _known: Known, _answers: Answers) -> Sheet:
        sheet = self._begin(translated(safety_messages.ASK_SETTLED))
        self._choices(
            [
                (tr("Yes"), {"settled": Settled.YES}),
                (tr("No"), {"settled": Settled.NO}),
                (tr("Not sure"), {"settled": Settled.UNSURE}),
            ],
        )
        return sheet

    def _ask_restart(self, known: Known, answers: Answers) -> Sheet:
        sheet = self._begin(translated(safety_messages.ASK_RESTART))
        twice = safety.hurt_in_a_row(known, answers) > 1
        messages = [safety_messages.M_TWICE if twice else safety_messages.M_AGAIN]
        if answers.settled is not Settled.YES:
            messages += [safety_messages.M_WORSE_TITLE, safety_messages.M_WORSE]
        elif known.hurt_today and not twice:
            messages.append(safety_messages.M_TOMORROW)
        sheet.readable([translated(text) for text in messages], size=19)
        words = {
            Restart.NOT_NOW: tr("Not now"),
            Restart.ASKED: tr("I have asked a professional"),
            Restart.DECIDE: tr("I decide to start again, gently"),
        }
        choices = safety.restart_choices(known, answers)
        self._choices([(words[choice], {"restart": choice}) for choice in choices])
        return sheet

    # What the answers led to

    def tell(self, outcome: Verdict, answers: Answers, people: tuple[str, str], hurt_exercise: str) -> str:
        """Show the verdict; return what a screen reader has to say.

        `people` are the contact and the emergency number in words, `hurt_exercise` is the name of the exercise that
        hurt last time; each may be empty.
        """
        self._where = ""
        if outcome.starts:
            return self._tell_start(answers, hurt_exercise).said
        message = closed_message(outcome)
        sheet = self._begin(message.title)
        sheet.readable([message.advice], size=20)
        self._people(sheet, *people, urgent=message.shows_signs)
        if message.shows_signs:
            sheet.add_signs()
        elif outcome is Verdict.SIGN_TODAY:
            self._tell_today(sheet, answers)
        return sheet.said

    def _tell_today(self, sheet: Sheet, answers: Answers) -> None:
        """Add the second list, and above it, as long as it is not answered, whether a professional has looked at it."""
        if safety.asks_looked_at(answers):
            choices: list[Choice] = [(tr("Yes"), {"looked_at": True}), (tr("No, or not yet"), {"looked_at": False})]
            self.buttons = [self._choice(*choice, height=48) for choice in choices]
            sheet.group(QuietQuestion(self._theme, translated(safety_messages.ASK_LOOKED_AT), *self.buttons))
        sheet.add_second_list()

    def _people(self, sheet: Sheet, contact: str, emergency: str, *, urgent: bool) -> None:
        if urgent and emergency:
            words = tr("Your emergency number: {number}", number=emergency)
            sheet.text(words, size=22, weight=700)
        if contact:
            self.contact = KeyButton(self._theme, tr("Contact: {who}", who=contact), height=48)
            self.contact.clicked.connect(self.contact_wanted)
            sheet.button(self.contact)

    def _tell_start(self, answers: Answers, hurt_exercise: str) -> Sheet:
        sheet = self._begin(tr("Go gently"))
        for line in gentle_lines(answers):
            sheet.text(translated(line), size=20)
        sheet.text(translated(safety_messages.M_RULE), size=20, weight=600)
        tick = CheckBox(self._theme, hurt_exercise, size=18)
        if hurt_exercise:
            text = tr("{exercise} hurt last time. It is left out unless you tick it.", exercise=hurt_exercise)
            sheet.text(text, size=18)
            sheet.column.addLayout(at_left(tick))
        start = KeyButton(self._theme, tr("Start"), look=Look.PRIMARY, size=18)
        start.setMinimumWidth(220)
        start.clicked.connect(lambda: self.start_wanted.emit(tick.isChecked()))
        self._presses.watch(start)
        self.buttons.append(start)
        sheet.button(start, above=8)
        return sheet

    # Building

    def _begin(self, title: str) -> Sheet:
        self._drop_before()
        self._before, self.sheet = self.sheet, Sheet(self._theme, title, self._where)
        self.buttons, self.scale, self.contact = [], None, None
        self.setAccessibleName(title)
        self._column.insertWidget(0, self.sheet)
        return self.sheet

    def _drop_before(self) -> None:
        if self._before is not None:
            self._column.removeWidget(self._before)
            self._before.hide()
            self._before.deleteLater()
            self._before = None

    def settle(self, question: Question | None) -> None:
        """Scroll to the top and give the focus to the heading, where no key answers; after pain to “Not now”."""
        if self.sheet is None:
            return
        self.sheet.show()  # a hidden widget cannot take the focus
        (self.buttons[0] if question is Question.RESTART and self.buttons else self.sheet.heading).setFocus()
        self._drop_before()  # only now: without it the focus would move to some other widget first
        column_of(self).to_top()

    def _choices(self, choices: Sequence[Choice], look: Look = Look.PLAIN) -> None:
        if self.sheet is None:
            return
        self.sheet.column.addSpacing(6)
        for text, changes in choices:
            button = self._choice(text, changes, look)
            button.setMinimumWidth(self._theme.px(320 if look is Look.PLAIN else 160))
            self.buttons.append(button)
            self.sheet.button(button)

    def _choice(self, text: str, changes: Mapping[str, object], look: Look = Look.PLAIN, height: int = 60) -> KeyButton:
        button = KeyButton(self._theme, text, look=look, height=height)
        button.clicked.connect(lambda: self.answered.emit(dict(changes)))
        self._presses.watch(button)
        return button

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose a number of the scale by its digit key; go back with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.back_wanted.emit()
        elif self.scale is None or not self.scale.choose_by(event):
            super().keyPressEvent(event)

    def go(self) -> None:
        """Do nothing at Space: it must not answer a question."""
