"""A question in a card of its own, below an advice: smaller than what stands above it, and easy to read past."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout

from coach.ui.kit.button_rows import at_left
from coach.ui.kit.card import Card
from coach.ui.kit.line_list import Lines, outdented
from coach.ui.kit.marks import GROUP

if TYPE_CHECKING:
    from coach.ui.kit.key_button import KeyButton
    from coach.ui.kit.theme import Theme


class QuietQuestion(Card):
    """The words, which Tab leads to, and the answers side by side. Sizes are in px at 100 %."""

    def __init__(self, theme: Theme, words: str, *answers: KeyButton) -> None:
        """Make it; the words are the name of the group of answers."""
        super().__init__(theme, raised=True)
        self.setObjectName(GROUP)
        self.setAccessibleName(words)
        lines = Lines(theme, words)
        lines.add(words, 17)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(8)
        column.addLayout(outdented(lines))
        column.addLayout(at_left(*answers))
