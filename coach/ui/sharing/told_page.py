"""A page with something to give away or to take in, and a line that tells what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from coach.ui.kit.label import label
from coach.ui.kit.text_page import TextPage

if TYPE_CHECKING:
    from coach.ui.kit.theme import Theme


class ToldPage(TextPage):
    """Tells news in one place, and to a screen reader. It takes no place while there is none."""

    said = Signal(str)
    """News for a screen reader."""

    def __init__(self, theme: Theme, title: str) -> None:
        super().__init__(theme, title)
        self.news = label(theme, size=16, weight=600)
        self.news.hide()

    def show_told(self, text: str) -> None:
        """Show what came of it; with an empty text there is no news."""
        self.news.setText(text)
        self.news.setVisible(bool(text))
        if text:
            self.said.emit(text)
