"""The page with both lists of warning signs and the reasons for a visit; one press away from everywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from coach.ui.kit.bullet_list import ListCard, sign_cards
from coach.ui.kit.button_rows import at_left
from coach.ui.kit.key_button import KeyButton
from coach.ui.kit.label import label
from coach.ui.kit.line_icons import LineIcon
from coach.ui.kit.text_page import TextPage
from coach.words import safety_messages
from coach.words.catalogue import tr, translated

if TYPE_CHECKING:
    from coach.ui.kit.theme import Theme


class SignsPage(TextPage):
    """Shows the lists, and the person's contact and emergency number if they wrote some down."""

    contact_wanted = Signal()

    def __init__(self, theme: Theme, contact: str, emergency: str) -> None:
        super().__init__(theme, tr("Signs that need help"))
        self._column.addWidget(label(theme, translated(safety_messages.M_LIST), size=18))
        if emergency:
            words = tr("Your emergency number: {number}", number=emergency)
            self._column.addWidget(label(theme, words, size=22, weight=700))
        self.contact: KeyButton | None = None
        if contact:
            words = tr("Contact: {who}", who=contact)
            self.contact = KeyButton(theme, words, height=48, icon=LineIcon.PERSON)
            self.contact.clicked.connect(self.contact_wanted)
            self._column.addLayout(at_left(self.contact))
        for card in sign_cards(theme):
            self._column.addWidget(card)
        self._column.addWidget(ListCard(theme, safety_messages.BOOK_TITLE, safety_messages.BOOK_SIGNS))
        self._line(translated(safety_messages.M_BOOK))
        self._column.addStretch()
