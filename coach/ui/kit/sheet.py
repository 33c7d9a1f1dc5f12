"""A card of the check: one question or the result, from top to bottom, and what a screen reader says of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from coach.ui.kit.bullet_list import ListCard, emergency_card, sign_cards, today_card
from coach.ui.kit.button_rows import at_left
from coach.ui.kit.card import Card
from coach.ui.kit.key_button import KeyButton, Look
from coach.ui.kit.label import Heading, heading, label
from coach.ui.kit.line_list import Lines, outdented
from coach.words.sentences import sentences, where_lines_are, where_signs_are

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coach.ui.kit.theme import Theme


class Sheet(Card):
    """A card that begins with a heading. Sizes are in px at 100 %."""

    def __init__(self, theme: Theme, title: str, above: str = "") -> None:
        """`above` is a small line over the heading, which is not said."""
        super().__init__(theme, raised=True)
        self.title = title
        self._said = [title]
        self._hidden: QWidget | None = None
        self._first: Heading | None = None
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(32, 26, 32, 26)
        self.column.setSpacing(12)
        if above:
            self.column.addWidget(label(theme, above, size=15, weight=600, muted=True))
        self.heading: Heading = heading(theme, title, size=30)
        self.column.addWidget(self.heading)

    @property
    def said(self) -> str:
        """All words in one text, without the lines of lists, which are read one by one."""
        return sentences(self._said)

    def text(self, words: str, size: float, weight: int = 400, *, muted: bool = False) -> None:
        """Add a paragraph."""
        self._said.append(words)
        self.column.addWidget(label(self._theme, words, size=size, weight=weight, muted=muted))

    def readable(self, texts: Sequence[str], size: float) -> Lines:
        """Add paragraphs that Tab leads to, so that they can be read again."""
        lines = Lines(self._theme, self.title)
        for words in texts:
            lines.add(words, size)
        return self.lines(lines, texts)

    def lines(self, lines: Lines, spoken: Sequence[str]) -> Lines:
        """Add a list; `spoken` is what is said of it."""
        self._said += spoken
        self.column.addLayout(outdented(lines))
        return lines

    def card(self, card: ListCard) -> None:
        """Add a card with a list; its heading is said."""
        self._said += [card.title.text(), where_lines_are()]
        self.column.addWidget(card)

    def add_signs(self) -> None:
        """Add both lists of warning signs."""
        self._signs(*sign_cards(self._theme))

    def add_first_list(self) -> None:
        """Add the list of the signs that need emergency help."""
        self._signs(emergency_card(self._theme))

    def add_second_list(self) -> None:
        """Add the list of the signs that need advice today."""
        self._signs(today_card(self._theme))

    def _signs(self, *cards: ListCard) -> None:
        for card in cards:
            self._said.append(card.title.text())
            self.column.addWidget(card)
        self._said.append(where_signs_are())

    def group(self, group: QWidget) -> None:
        """Add something with a name of its own, which is said."""
        self._said.append(group.accessibleName())
        self.column.addWidget(group)

    def add_hidden_signs(self) -> None:
        """Add both lists of warning signs, hidden at first."""
        self._hidden = QWidget()
        inside = QVBoxLayout(self._hidden)
        inside.setContentsMargins(0, 0, 0, 0)
        cards = sign_cards(self._theme)
        for card in cards:
            inside.addWidget(card)
        self._first = cards[0].title
        self._hidden.hide()
        self.column.addWidget(self._hidden)

    def turn_signs(self) -> Heading | None:
        """Show or hide those lists; return their first heading if they show now."""
        if self._hidden is None:
            return None
        self._hidden.setVisible(self._hidden.isHidden())
        return None if self._hidden.isHidden() else self._first

    def button(self, button: KeyButton, above: int = 0) -> None:
        """Add a button at the left, with `above` px of room above it."""
        row = at_left(button)
        row.setContentsMargins(0, above, 0, 0)
        self.column.addLayout(row)

    def link(self, text: str) -> KeyButton:
        """Add a button that looks like a link."""
        button = KeyButton(self._theme, text, look=Look.LINK, height=44)
        self.button(button)
        return button
