"""The advice where there is more pain than before: what to do now, and whom to ask. No arrow, no colour, no verdict."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from coach.ui.kit.button_rows import to_right
from coach.ui.kit.card import NoticeCard
from coach.ui.kit.key_button import KeyButton
from coach.ui.kit.label import heading, label
from coach.ui.kit.line_icons import LineIcon
from coach.ui.kit.line_list import Lines, outdented
from coach.ui.kit.reading import along
from coach.ui.kit.sign import Sign
from coach.words.catalogue import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coach.ui.kit.line_list import Line
    from coach.ui.kit.theme import Theme

MOST = 2
"""Pieces of advice that can stand here: more pain, and severe pain."""


class AdviceCard(NoticeCard):
    """Up to two pieces of advice, each with its title, the two numbers, and the person's own contact."""

    contact_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._parts: tuple[str, ...] = ()
        self._pieces = [(heading(theme, size=17), Lines(theme, "")) for _each in range(MOST)]
        for _title, lines in self._pieces:
            lines.add("", size=17)
        self.numbers = label(theme, size=16, muted=True)
        self.contact = KeyButton(theme, "", height=44, size=15, icon=LineIcon.PERSON)
        self.contact.clicked.connect(self.contact_wanted)
        self.contact.hide()
        self.emergency = label(theme, size=17, weight=700)
        self._number = ""
        """The person's own emergency number, empty without one: none is built in."""
        for told in (self.numbers, self.emergency):
            told.hide()
        foot = to_right(self.numbers, self.contact)
        foot.setStretchFactor(self.numbers, 1)
        foot.insertStretch(1)  # the button keeps its width also where there are no words beside it
        foot.setContentsMargins(0, 0, 0, 0)
        words = QVBoxLayout()
        words.setSpacing(4)
        for title, lines in self._pieces:
            words.addWidget(title)
            words.addLayout(outdented(lines))
        words.addWidget(self.emergency)  # a line of its own: a number broken into two is hard to dial
        words.addLayout(foot)
        row = QHBoxLayout(self)
        row.setContentsMargins(along(20, 14, 18, 14))
        row.setSpacing(16)
        row.addWidget(Sign(theme, LineIcon.HAND, 22), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        self.setFocusProxy(self.first)

    @property
    def first(self) -> Line:
        """Its first line."""
        return self._pieces[0][1].lines[0]

    def text(self) -> str:
        """Return the advice, one piece a line; empty where there is none."""
        return "\n".join(self._parts)

    def show_advice(self, parts: Sequence[tuple[str, str]], *, severe: bool) -> None:
        """Show pieces of advice, each a title and what it says; without one the card is gone.

        Where the pain is `severe` the emergency number stands in the place of the two numbers.
        """
        self.emergency.setText(tr("Your emergency number: {number}", number=self._number) if self._number else "")
        self.emergency.setVisible(severe and bool(self._number))
        self.numbers.setVisible(not severe and bool(self.numbers.text()))
        self._parts = tuple(f"{title} {words}" for title, words in parts)
        for number, (title, lines) in enumerate(self._pieces):
            is_there = number < len(parts)
            name, words = parts[number] if is_there else ("", "")
            title.setText(name)
            lines.setAccessibleName(name)
            lines.lines[0].setText(words)
            title.setVisible(is_there)
            lines.setVisible(is_there)
        self.setVisible(bool(parts))

    def show_people(self, contact: str, emergency: str) -> None:
        """Show the person's own contact, in words, and where it is due their emergency number; both may be empty."""
        self._number = emergency
        self.contact.setText(tr("Contact: {who}", who=contact))
        self.contact.setVisible(bool(contact))
        self.contact.updateGeometry()

    def show_numbers(self, words: str) -> None:
        """Show the two numbers in words, which may be empty."""
        self.numbers.setText(words)
