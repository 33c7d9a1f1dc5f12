"""A usual day on one page: two questions, two presses, in any order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from coach.core.safety import Answers
from coach.ui.check.pain_card import SMALL, RuleCard, make_scale, make_severe, rule_note
from coach.ui.check.sheet import Sheet
from coach.ui.check.since_card import SinceCard
from coach.ui.figure.still import ON_ALL_FOURS, Still
from coach.ui.kit.card import Card
from coach.ui.kit.label import heading, label
from coach.ui.kit.pain_scale import LEAST, SIDE
from coach.ui.kit.reading import along
from coach.words import safety_messages
from coach.words.catalogue import tr, translated

if TYPE_CHECKING:
    from coach.core.safety import Known
    from coach.ui.check.answer_buttons import AnswerButtons
    from coach.ui.check.room import Room
    from coach.ui.figure.picture_cache import PictureCache
    from coach.ui.kit.theme import Theme


class UsualDay(Sheet):
    """What was since last time in one card, the pain now in another; the second answer begins."""

    def __init__(self, theme: Theme, pictures: PictureCache, answers: AnswerButtons, known: Known) -> None:
        super().__init__(theme, tr("Before you start"))
        still = Still(theme, pictures, ON_ALL_FOURS)
        self.begin_with(tr("Two answers, then it begins."), (0, 0), still)
        theme.give(still, width=190, height=104)
        self.since = since = SinceCard(theme, answers, known, Answers(), title=True)
        self.column.addWidget(since)
        self.column.addWidget(since.signs)
        self.scale = make_scale(answers)
        self._severe = make_severe(answers)
        self._pain = self._pain_card(theme)
        self.column.addWidget(self._pain)
        self._rule = RuleCard(theme)
        self.column.addWidget(self._rule)
        self.buttons = [*since.buttons, self._severe]
        self.bar_note = rule_note(theme)
        self.say(since.title, *since.texts)
        for line in (safety_messages.ASK_PAIN, safety_messages.ASK_PAIN_HELP, safety_messages.M_RULE):
            self.say(translated(line))
        self.when_fitted(since.fit)
        self.when_fitted(self._fit_pain)

    def _pain_card(self, theme: Theme) -> Card:
        card = Card(theme, raised=True)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(heading(theme, translated(safety_messages.ASK_PAIN), size=21))
        words.addWidget(label(theme, translated(safety_messages.ASK_PAIN_HELP), size=16, muted=True))
        head = QHBoxLayout()
        head.setContentsMargins(along(SIDE, 0, 0, 0))
        head.setSpacing(16)
        head.addLayout(words, 1)
        head.addWidget(self._severe)
        self._inside = QVBoxLayout(card)
        self._inside.addLayout(head)
        if self.scale is not None:
            self._inside.addWidget(self.scale)
        return card

    def _fit_pain(self, room: Room) -> None:
        self._inside.setContentsMargins(24, 10 if room.is_low else 20, 24, 12)
        self._theme.give(self._inside, spacing=4 if room.is_low else 8)
        if self.scale is not None:
            self.scale.set_height(LEAST if room.is_tiny or room.is_narrow else SMALL)

    def show_rule(self, *, in_bar: bool) -> None:
        """Show the rule in the page where the bar has no room for it."""
        self._rule.setVisible(not in_bar)

    def show_given(self, given: Answers) -> None:
        """Show which of the two is answered."""
        if self.since is not None:
            self.since.show_none(given=given.signs is False or given.after_last is False)
