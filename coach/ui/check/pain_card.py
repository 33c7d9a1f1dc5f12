"""The question how the back feels right now: the numbers with their words, the rule, and a way without numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coach.ui.kit.card import Card
from coach.ui.kit.chip import IconTile
from coach.ui.kit.label import hint, label
from coach.ui.kit.lead_bold import LeadBold
from coach.ui.kit.line_icons import LineIcon
from coach.ui.kit.pain_scale import LEAST, TALL, PainScale
from coach.ui.kit.reading import along
from coach.words import safety_messages
from coach.words.catalogue import tr, translated

if TYPE_CHECKING:
    from coach.ui.check.answer_buttons import AnswerButtons
    from coach.ui.check.room import Room
    from coach.ui.kit.key_button import KeyButton
    from coach.ui.kit.theme import Theme

SMALL = 64
"""Height of a number in a low window, in px at 100 %."""


def make_scale(answers: AnswerButtons) -> PainScale:
    """Return the numbers, as they are asked before a session."""
    scale = PainScale(answers.theme, explained=True)
    scale.set_question(translated(safety_messages.ASK_PAIN))
    answers.presses.watch(*scale.numbers)
    return scale


def make_severe(answers: AnswerButtons) -> KeyButton:
    """Return the answer without a number."""
    made = answers.make(tr("It is severe"), {"severe": True}, height=48, wide=False)
    made.setAccessibleDescription(tr("It leads to the same place as 7 to 10."))
    return made


class RuleCard(Card):
    """The rule about pain, beside the sign of a hand."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, raised=True)
        self.words = LeadBold(theme, translated(safety_messages.M_RULE), 16)
        row = QHBoxLayout(self)
        row.setContentsMargins(22, 14, 22, 14)
        row.setSpacing(16)
        row.addWidget(IconTile(theme, LineIcon.HAND, warns=True))
        row.addWidget(self.words, 1)


class _WithoutNumbers(Card):
    """The way for whoever does not like numbers."""

    def __init__(self, theme: Theme, button: KeyButton) -> None:
        super().__init__(theme, raised=True)
        self._button = button
        self._words = QWidget()
        words = QVBoxLayout(self._words)
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(2)
        words.addStretch()
        words.addWidget(label(theme, tr("Rather not use numbers?"), size=16, weight=600))
        words.addWidget(hint(theme, tr("It leads to the same place as 7 to 10.")))
        words.addStretch()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(along(22, 10, 17, 10))
        self._row.setSpacing(12)
        self._row.addWidget(self._words, 1)
        self.take()

    def take(self) -> None:
        """Take the button, or take it back."""
        if self._button.parent() is not self:
            self._row.addWidget(self._button)
            self._button.show()

    def fit(self, *, words: bool) -> None:
        """Show the words, or the button alone."""
        self._words.setVisible(words)
        side = 17 if words else 12
        self._row.setContentsMargins(along(22 if words else side, 10, side, 10))


class PainCard(QWidget):
    """The numbers in a card, and below it the rule beside the way without numbers."""

    def __init__(self, theme: Theme, answers: AnswerButtons) -> None:
        super().__init__()
        self._theme = theme
        self.scale = make_scale(answers)
        self.for_bar: list[KeyButton] = []
        """What has to stand in the bar, where it would be below the edge of the window here."""
        self.severe = make_severe(answers)
        self._card = Card(theme, raised=True)
        self._inside = QVBoxLayout(self._card)
        self._inside.addWidget(self.scale)
        self._without = _WithoutNumbers(theme, self.severe)
        self._below = QHBoxLayout()
        theme.give(self._below, spacing=18)
        self._below.addWidget(RuleCard(theme), 3)
        self._below.addWidget(self._without, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        theme.give(column, spacing=18)
        column.addWidget(self._card)
        column.addLayout(self._below)

    def fit(self, room: Room) -> None:
        """Make the numbers lower, and leave out words, where there is less room."""
        high = TALL if not room.is_low else SMALL if not room.is_tiny else LEAST
        self.scale.set_height(high)
        side, above = (12, 10) if room.is_tiny else (24, 28 if not room.is_low else 20)
        self._inside.setContentsMargins(side, above, side, above)
        words = room.width >= 1060  # noqa: PLR2004 - a window as wide as the navigation needs
        self._without.fit(words=words)
        self._below.setStretch(1, 2 if words else 0)
        self.for_bar = [self.severe] if room.is_tiny else []
        if not room.is_tiny:
            self._without.take()
        self._without.setVisible(not room.is_tiny)


def rule_note(theme: Theme) -> QWidget:
    """Return the rule as a note for the bar."""
    note = QWidget()
    row = QHBoxLayout(note)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(14)
    row.addStretch()
    hand = IconTile(theme, LineIcon.HAND, warns=True)
    row.addWidget(hand)
    words = LeadBold(theme, translated(safety_messages.M_RULE), 15)
    row.addWidget(words, 0, Qt.AlignmentFlag.AlignVCenter)
    return note
