"""A page of text that is read and left again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMargins, Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout

from coach.ui.kit.arrow_button import back_button
from coach.ui.kit.label import heading, label
from coach.ui.kit.line_list import SIDE, Lines, Outdented, outdented
from coach.ui.kit.painting import RIM
from coach.ui.kit.passing_page import PassingPage
from coach.ui.kit.scroll_page import WIDEST, column_of, scrolling_column
from coach.ui.kit.states import ENTER

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

    from coach.ui.kit.theme import Theme


HEAD = 44
"""Least height of the row of the title, in px at 100 %."""
LETTERS = 66
"""Most letters of a line, about: longer ones are hard to follow."""


class TextPage(PassingPage):
    """A column of text with a button that leads back before its title."""

    _enter_leaves = True
    _widest = WIDEST
    """The most width of its column, in px at 100 %."""

    def __init__(self, theme: Theme, title: str) -> None:
        super().__init__()
        self._theme = theme
        self._column = scrolling_column(self, theme, title, self._widest)
        self.close_button = back_button(theme)
        self.close_button.clicked.connect(self.left)
        self.title = heading(theme, title, size=28)
        self._column.addLayout(self._head())
        self._column.addSpacing(8)

    def _head(self) -> QBoxLayout:
        """Return the row of the title, with the button that leads back before it."""
        row = QHBoxLayout()
        row.setSpacing(14)
        back = Outdented(QBoxLayout.Direction.LeftToRight, QMargins(RIM, RIM, RIM, RIM))
        back.addWidget(self.close_button)
        row.addLayout(back)
        row.addWidget(self.title, 1)
        self._theme.give(self.title, least_height=HEAD)
        return row

    def show_back(self, *, shown: bool) -> None:
        """Show the button that leads back, or not, where the navigation does."""
        self.close_button.setVisible(shown)

    def settle(self) -> None:
        """Scroll to the top and give the title the focus, so that a screen reader reads it."""
        self.title.setFocus()
        column_of(self).to_top()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave with Esc, or with Enter on the title; in a session Esc never arrives here, it stops for pain."""
        if event.key() == Qt.Key.Key_Escape or (event.key() in ENTER and self._enter_leaves and self.title.hasFocus()):
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _heading(self, text: str) -> None:
        self._column.addSpacing(8)
        self._column.addWidget(heading(self._theme, text))

    def _lines(self, name: str, texts: Sequence[str]) -> None:
        """Add lines that Tab and the arrow keys lead to; `name` is their accessible name."""
        lines = Lines(self._theme, name)
        lines.set_spacing(6)
        for text in texts:
            lines.add(text)
        self._theme.give(lines, most_width=_readable(self._theme, 16) + 2 * SIDE)
        self._add_readable(outdented(lines))

    def _line(self, text: str) -> None:
        line = label(self._theme, text, size=17)
        self._theme.give(line, most_width=_readable(self._theme, 17))
        row = QHBoxLayout()
        row.addWidget(line)
        self._add_readable(row)

    def _add_readable(self, words: QBoxLayout) -> None:
        """Add words that are no wider than can be read well, where the column begins."""
        row = QHBoxLayout()
        row.addLayout(words, 1)
        row.addStretch()
        self._column.addLayout(row)


def _readable(theme: Theme, size: float) -> float:
    """Return the width of a line of LETTERS in a font of that size, in px at 100 %."""
    return LETTERS * QFontMetricsF(theme.font(size)).averageCharWidth() / theme.scale
