"""The questions of the check that have a page of their own, each as a sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMargins, Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from coach.core import safety
from coach.core.safety import Question, Settled
from coach.core.safety_rules import Restart
from coach.ui.check.pain_card import PainCard
from coach.ui.check.people import contact_row, divider
from coach.ui.check.sheet import Sheet
from coach.ui.check.since_card import SinceCard
from coach.ui.figure.still import KNEELING, LYING, SITTING, Still
from coach.ui.kit.bullet_list import ListCard, emergency_card, sign_cards
from coach.ui.kit.card import Card
from coach.ui.kit.chip import IconTile
from coach.ui.kit.columns import Columns, Rows
from coach.ui.kit.label import label
from coach.ui.kit.line_icons import LineIcon
from coach.ui.kit.line_list import Outdented, outdented
from coach.ui.kit.marks import GROUP
from coach.ui.kit.painting import RIM
from coach.words import safety_messages
from coach.words.catalogue import tr, translated

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from coach.core.safety import Answers, Known
    from coach.ui.check.answer_buttons import AnswerButtons
    from coach.ui.check.room import Room
    from coach.ui.figure.picture_cache import PictureCache
    from coach.ui.figure.still import Pose
    from coach.ui.kit.theme import Theme

    Step = tuple[int, int]


LEAST_BESIDE = 540
"""Width from which on the answers stand beside the advice, in px at 100 %."""


class QuestionSheets:
    """Makes them."""

    def __init__(self, theme: Theme, pictures: PictureCache, answers: AnswerButtons) -> None:
        self._theme, self._pictures, self._answers = theme, pictures, answers
        self.contact = ""
        """Whom the person can ask, in words; empty where nobody was written down."""
        self._makes: dict[Question, Callable[[Known, Answers, Step], Sheet]] = {
            Question.SINCE: self._since,
            Question.SIGNS: self._signs,
            Question.URGENT: self._urgent,
            Question.ASK_FIRST: self._ask_first,
            Question.CLEARED: self._cleared,
            Question.PAIN: self._pain,
            Question.SETTLED: self._settled,
            Question.RESTART: self._restart,
        }

    def make(self, question: Question, known: Known, answers: Answers, step: Step) -> Sheet:
        """Return the sheet of a question; `step` is its number and the number of all."""
        return self._makes[question](known, answers, step)

    def _begin(self, title: str, lead: str, step: Step, pose: Pose) -> Sheet:
        sheet = Sheet(self._theme, title)
        sheet.begin_with(lead, step, Still(self._theme, self._pictures, pose))
        return sheet

    def _since(self, known: Known, answers: Answers, step: Step) -> Sheet:
        sheet = self._begin(tr("Since last time"), "", step, LYING)
        card = SinceCard(self._theme, self._answers, known, answers)
        sheet.say(*card.texts)
        sheet.column.addWidget(card)
        sheet.column.addWidget(card.signs)
        sheet.buttons, sheet.since = card.buttons, card
        sheet.when_fitted(card.fit)
        return sheet

    def _signs(self, _known: Known, _answers: Answers, step: Step) -> Sheet:
        sheet = self._begin(tr("Warning signs"), translated(safety_messages.M_LIST), step, LYING)
        sheet.column.addWidget(sheet.signs(*sign_cards(self._theme)))
        self._none_or_more(sheet, "signs")
        return sheet

    def _urgent(self, _known: Known, _answers: Answers, step: Step) -> Sheet:
        sheet = self._begin(translated(safety_messages.ASK_URGENT), "", step, LYING)
        sheet.column.addWidget(sheet.signs(emergency_card(self._theme)))
        no = self._answers.make(tr("No, only in the second list"), {"urgent": False}, wide=False)
        yes = self._answers.make(tr("Yes, or I am not sure"), {"urgent": True}, wide=False)
        sheet.buttons, sheet.in_bar = [yes, no], [yes, no]
        return sheet

    def _ask_first(self, _known: Known, _answers: Answers, step: Step) -> Sheet:
        lead = tr("You know best what is true for you. Nobody else sees this.")
        sheet = self._begin(tr("Ask a professional first"), lead, step, SITTING)
        title, lines = safety_messages.ASK_FIRST_TITLE, safety_messages.ASK_FIRST
        sheet.card(ListCard(self._theme, title, lines, size=18, in_two=True))
        sheet.column.addLayout(
            self._kept(
                sheet, tr("coach does not keep your answer to this page. It only remembers that you passed the check.")
            )
        )
        self._none_or_more(sheet, "ask_first")
        return sheet

    def _kept(self, sheet: Sheet, words: str) -> QHBoxLayout:
        """Return the line that tells what is not kept, with a lock."""
        sheet.say(words)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(IconTile(self._theme, LineIcon.LOCK, bare=True))
        row.addWidget(label(self._theme, words, size=16, muted=True), 1)
        return row

    def _none_or_more(self, sheet: Sheet, field: str) -> None:
        """Have both answers stand in the bar, alike; nobody says “none” before the end was in sight."""
        more = self._answers.make(tr("One or more of these"), {field: True}, wide=False)
        none = self._answers.make(tr("None of these"), None, wide=False)
        sheet.buttons, sheet.in_bar = [none, more], [more, none]
        sheet.to_read, sheet.when_read = none, {field: False}

    def _cleared(self, _known: Known, _answers: Answers, step: Step) -> Sheet:
        sheet = self._begin(translated(safety_messages.ASK_CLEARED), "", step, SITTING)
        self._side_by_side(sheet, [(tr("Yes"), {"cleared": True}), (tr("No, or not sure"), {"cleared": False})])
        return sheet

    def _pain(self, known: Known, answers: Answers, step: Step) -> Sheet:
        lead = translated(safety_messages.ASK_PAIN_HELP)
        sheet = self._begin(translated(safety_messages.ASK_PAIN), lead, step, KNEELING)
        card = PainCard(self._theme, self._answers)
        sheet.scale, sheet.buttons = card.scale, [card.severe]
        sheet.say(translated(safety_messages.M_RULE))
        sheet.column.addWidget(card)
        sheet.when_fitted(card.fit)
        sheet.when_fitted(lambda _room: sheet.put_in_bar(*card.for_bar))
        if not safety.hurt_in_a_row(known, answers):
            words = label(self._theme, tr("Choose a number to begin."), size=16, muted=True)
            words.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
            sheet.bar_note = words
        return sheet

    def _settled(self, _known: Known, _answers: Answers, step: Step) -> Sheet:
        sheet = self._begin(translated(safety_messages.ASK_SETTLED), "", step, SITTING)
        choices = ((tr("Yes"), Settled.YES), (tr("No"), Settled.NO), (tr("Not sure"), Settled.UNSURE))
        self._side_by_side(sheet, [(words, {"settled": settled}) for words, settled in choices])
        return sheet

    def _side_by_side(self, sheet: Sheet, choices: Sequence[tuple[str, dict[str, object]]]) -> None:
        sheet.buttons = [self._answers.make(*choice) for choice in choices]
        row = Rows(self._theme.px(2), out=RIM)
        for button in sheet.buttons:
            row.addWidget(button)
        sheet.column.addSpacing(self._theme.px(8))
        sheet.column.addLayout(row)

    def _restart(self, known: Known, answers: Answers, step: Step) -> Sheet:
        lead = tr("Nothing is lost if you wait.")
        sheet = self._begin(translated(safety_messages.ASK_RESTART), lead, step, LYING)
        words = {
            Restart.NOT_NOW: tr("Not now"),
            Restart.ASKED: tr("I have asked a professional"),
            Restart.DECIDE: tr("I decide to start again, gently"),
        }
        choices = safety.restart_choices(known, answers)
        sheet.buttons = [self._answers.make(words[choice], {"restart": choice}, wide=False) for choice in choices]
        message = Card(self._theme, raised=True)
        inside = QVBoxLayout(message)
        inside.setContentsMargins(30, 26, 30, 20)
        inside.addLayout(outdented(sheet.readable(_restart_words(known, answers), 20)))
        inside.addStretch()
        if self.contact:
            row, sheet.contact = contact_row(self._theme, self.contact, in_card=True)
            inside.addWidget(divider(self._theme))
            inside.addWidget(row)
        stacked = QVBoxLayout()
        stacked.setSpacing(2)
        for button in sheet.buttons:
            stacked.addWidget(button)
        stacked.addStretch()
        stacked.setContentsMargins(0, 0, 0, 0)
        answers_ = QWidget()
        answers_.setObjectName(GROUP)
        answers_.setAccessibleName(sheet.title)
        answers_.setLayout(stacked)
        both = Columns(self._theme, LEAST_BESIDE, 24, 14, shares=(7, 4))
        both.addWidget(message)
        in_line = Outdented(QBoxLayout.Direction.TopToBottom, QMargins(RIM, RIM, RIM, 0))  # as the edges of cards
        in_line.addWidget(answers_)
        both.add_layout(in_line)

        def fit(room: Room) -> None:
            both.set_shares((1, 1) if room.is_narrow else (7, 4))
            side, above = (16, 12) if room.is_tiny else (30, 26)
            inside.setContentsMargins(side, above, side, above)
            for button in sheet.buttons:
                button.set_size(15 if room.is_tiny else 18, 44 if room.is_tiny else 60)

        sheet.when_fitted(fit)
        sheet.column.addLayout(both)
        return sheet


def _restart_words(known: Known, answers: Answers) -> list[str]:
    twice = safety.hurt_in_a_row(known, answers) > 1
    messages = [safety_messages.M_TWICE if twice else safety_messages.M_AGAIN]
    if answers.settled is not Settled.YES:
        messages += [safety_messages.M_WORSE_TITLE, safety_messages.M_WORSE]
    elif known.hurt_today and not twice:
        messages.append(safety_messages.M_TOMORROW)
    return [translated(text) for text in messages]
