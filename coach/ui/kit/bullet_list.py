"""The cards that hold the warning signs and the ask-first lines, as lists that can be read line by line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from coach.ui.kit.card import Card
from coach.ui.kit.chip import IconTile
from coach.ui.kit.columns import Columns
from coach.ui.kit.label import Heading, heading
from coach.ui.kit.line_icons import LineIcon
from coach.ui.kit.line_list import Lines, dotted, outdented
from coach.words import safety_messages
from coach.words.catalogue import Translatable, translated

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coach.ui.kit.theme import Theme

SIGN = 15.5
"""Size of the letters of a sign, in px at 100 %: all of them are to be in sight at once."""
TWO_COLUMNS = 760
"""Width of a card from which on its lines stand in two columns, where that is wanted, in px at 100 %."""


class ListCard(Card):
    """A card with a heading and a list of lines of the messages; `urgent` ones are marked by their icon."""

    def __init__(
        self,
        theme: Theme,
        title: Translatable,
        lines: Sequence[Translatable],
        *,
        urgent: bool = False,
        size: float = 16,
        in_two: bool = False,
    ) -> None:
        """`size` is that of the letters, in px at 100 %; with `in_two` the lines stand in two columns if they can."""
        super().__init__(theme, raised=True)
        self.title: Heading = heading(theme, translated(title), size=18)
        layout = Columns(theme, TWO_COLUMNS, 32, 8) if in_two else None
        texts = [translated(line) for line in lines]
        self.lines: Lines = dotted(theme, translated(title), texts, size, layout=layout)
        self._in_two = in_two
        head = QHBoxLayout()
        head.setSpacing(14)
        icon = LineIcon.PHONE if urgent else LineIcon.PERSON
        head.addWidget(IconTile(theme, icon, warns=urgent, quiet=not urgent))
        head.addWidget(self.title, 1)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(24, 18, 24, 18)
        self.column.setSpacing(12)
        self.column.addLayout(head)
        self.column.addLayout(outdented(self.lines))
        self.column.addStretch()
        self.follow_text()

    def follow_text(self) -> None:
        """Take the room between two lines of the text size in force."""
        if not self._in_two:
            self.lines.set_spacing(self._theme.px(7))


def sign_cards(theme: Theme) -> list[ListCard]:
    """Return both lists of warning signs, the more urgent one first and marked."""
    return [emergency_card(theme), today_card(theme)]


def emergency_card(theme: Theme) -> ListCard:
    """Return the first list, marked."""
    return ListCard(theme, safety_messages.EMERGENCY_TITLE, safety_messages.EMERGENCY_SIGNS, urgent=True, size=SIGN)


def today_card(theme: Theme) -> ListCard:
    """Return the second list."""
    return ListCard(theme, safety_messages.TODAY_TITLE, safety_messages.TODAY_SIGNS, size=SIGN)
