"""A check that is closed: the advice, whom to ask, and the list of signs. Nothing here starts anything."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtWidgets import QVBoxLayout, QWidget

from coach.core import safety
from coach.core.safety_rules import Verdict
from coach.ui.check.closed_message import closed_message
from coach.ui.check.people import contact_row, emergency_row
from coach.ui.check.quiet_question import QuietQuestion
from coach.ui.check.sheet import Sheet
from coach.ui.figure.still import LYING, Still
from coach.ui.kit.bullet_list import ListCard, emergency_card, sign_cards, today_card
from coach.ui.kit.button_rows import at_left
from coach.ui.kit.columns import Columns
from coach.ui.kit.key_button import KeyButton, Look
from coach.ui.kit.label import heading
from coach.ui.kit.line_list import ABOVE, SIDE, outdented
from coach.ui.kit.list_rows import RowCard
from coach.words import safety_messages
from coach.words.catalogue import tr, translated
from coach.words.sentences import where_signs_are

if TYPE_CHECKING:
    from coach.core.safety import Answers
    from coach.ui.check.answer_buttons import AnswerButtons
    from coach.ui.check.closed_message import ClosedMessage
    from coach.ui.check.room import Room
    from coach.ui.figure.picture_cache import PictureCache
    from coach.ui.kit.label import Heading
    from coach.ui.kit.theme import Theme

TWO = 830
"""Width from which on the list stands beside the advice, in px at 100 %."""
BESIDE_ADVICE, ALONE = 190, 440
"""Heights of the resting figure: below the advice, and beside it where there is no list, in px at 100 %."""


class People(NamedTuple):
    """Whom the person can ask, in words; each may be empty."""

    contact: str = ""
    emergency: str = ""


class ClosedSheet(Sheet):
    """The advice large at one side, at the other the list, or the figure at rest where there is none."""

    def __init__(  # noqa: PLR0917 - a verdict, and all that is told with it
        self,
        theme: Theme,
        pictures: PictureCache,
        buttons: AnswerButtons,
        verdict: Verdict,
        answers: Answers,
        people: People,
    ) -> None:
        message = closed_message(verdict)
        title = heading(theme, message.title, size=40)
        super().__init__(theme, message.title, title)
        left, right = QWidget(), QWidget()
        self._left, self._right = _column(left, theme), _column(right, theme)
        self._left.setContentsMargins(SIDE, ABOVE, SIDE, ABOVE)  # for the ring of the advice
        self._add_advice(message, title, people)
        self._still = Still(theme, pictures, LYING)
        self._asks = verdict is Verdict.SIGN_TODAY and safety.asks_looked_at(answers)
        if self._asks:
            self._ask_looked_at(buttons)
        self._has_list = self._add_lists(verdict)
        (self._left if self._has_list else self._right).addWidget(self._still)
        both = Columns(theme, TWO, 24, 16, shares=(46, 65))
        both.addWidget(left)
        both.addWidget(right)
        self.column.addLayout(both)
        self.when_fitted(self._fit_still)

    def _add_advice(self, message: ClosedMessage, title: Heading, people: People) -> None:
        self._left.addWidget(title)
        self._left.addLayout(outdented(self.readable([message.advice], 20)))
        rows: list[QWidget] = []
        if message.shows_signs and people.emergency:
            self.say(tr("Your emergency number: {number}", number=people.emergency))
            rows.append(emergency_row(self._theme, people.emergency))
        if people.contact:
            row, self.contact = contact_row(self._theme, people.contact)
            rows.append(row)
        if rows:
            self._left.addWidget(RowCard(self._theme, *rows))

    def _add_lists(self, verdict: Verdict) -> bool:
        """Add the lists that belong to a verdict; return whether there are any."""
        cards: list[ListCard] = []
        if verdict is Verdict.SEVERE:
            cards = [emergency_card(self._theme)]
        elif verdict is Verdict.SIGN:
            cards = sign_cards(self._theme)
        elif verdict is Verdict.SIGN_TODAY:
            cards = [today_card(self._theme)]
        for card in cards:
            self.say(card.title.text())
            self._right.addWidget(card)
        if verdict is Verdict.SEVERE:
            self._add_link(cards[0])
        if cards:
            self.say(where_signs_are())
        return bool(cards)

    def _add_link(self, card: ListCard) -> None:
        """Add the other list, a press away."""
        more = today_card(self._theme)
        more.hide()
        link = KeyButton(
            self._theme, tr("Signs to speak to a doctor or advice line about today"), look=Look.LINK, height=44, size=15
        )
        link.clicked.connect(lambda: more.setVisible(more.isHidden()))
        card.column.insertLayout(2, at_left(link))
        self._right.addWidget(more)

    def _ask_looked_at(self, buttons: AnswerButtons) -> None:
        """Ask, in a card of its own, whether a professional has looked at it."""
        choices = ((tr("Yes"), {"looked_at": True}), (tr("No, or not yet"), {"looked_at": False}))
        self.buttons = [buttons.make(*choice, height=48, wide=False) for choice in choices]
        question = QuietQuestion(self._theme, translated(safety_messages.ASK_LOOKED_AT), *self.buttons)
        self.say(question.accessibleName())
        self._left.addWidget(question)

    def _fit_still(self, room: Room) -> None:
        """Show the figure where there is height for it."""
        high = BESIDE_ADVICE if self._has_list else min(ALONE, max(BESIDE_ADVICE, room.height - 60))
        self._still.setFixedHeight(self._theme.px(high))
        self._still.setVisible(self._still.is_known and not room.is_low and not room.is_narrow and not self._asks)


def _column(holder: QWidget, theme: Theme) -> QVBoxLayout:
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    theme.give(column, spacing=16)
    return column
