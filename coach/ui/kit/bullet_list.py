"""The cards that hold the warning signs and the ask-first lines, as lists that can be read line by line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout

from coach.ui.kit.card import Card
from coach.ui.kit.label import Heading, heading
from coach.ui.kit.line_list import Lines, dotted, outdented
from coach.words import safety_messages
from coach.words.catalogue import Translatable, translated

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coach.ui.kit.theme import Theme


class ListCard(Card):
    """A card with a heading and a list of lines of the messages."""

    def __init__(
        self, theme: Theme, title: Translatable, lines: Sequence[Translatable], *, accent: bool = False
    ) -> None:
        super().__init__(theme, raised=True, accent=accent)
        self.title: Heading = heading(theme, translated(title), size=18)
        self.lines: Lines = dotted(theme, translated(title), [translated(line) for line in lines])
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 20, 28, 20)
        column.setSpacing(10)
        column.addWidget(self.title)
        column.addLayout(outdented(self.lines))


def sign_cards(theme: Theme) -> list[ListCard]:
    """Return both lists of warning signs, the more urgent one first and marked."""
    return [emergency_card(theme), today_card(theme)]


def emergency_card(theme: Theme) -> ListCard:
    """Return the first list, marked."""
    return ListCard(theme, safety_messages.EMERGENCY_TITLE, safety_messages.EMERGENCY_SIGNS, accent=True)


def today_card(theme: Theme) -> ListCard:
    """Return the second list."""
    return ListCard(theme, safety_messages.TODAY_TITLE, safety_messages.TODAY_SIGNS)
