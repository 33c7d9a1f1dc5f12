"""The button that leads to the next easier way of an exercise, and shows whether one is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.ui.kit.key_button import KeyButton
from coach.words.sentences import sentences

if TYPE_CHECKING:
    from coach.ui.kit.theme import Theme


class EasierButton(KeyButton):
    """Shows whether an easier way is chosen. A press only asks for the next one, so that a double click counts once."""

    def __init__(self, theme: Theme, text: str) -> None:
        super().__init__(theme, text, height=44)
        self.setAccessibleDescription("E")
        self.setCheckable(True)

    def show_way(self, words: str) -> None:
        """Show whether an easier way is chosen, and name it to a screen reader; empty words are the usual way."""
        self.setChecked(bool(words))
        self.setAccessibleName(sentences([self.text(), words]) if words else self.text())

    def nextCheckState(self) -> None:  # noqa: N802 - Qt's name
        """Leave the state unchanged: it follows the Live."""
