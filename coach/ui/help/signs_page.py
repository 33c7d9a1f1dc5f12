"""Both lists of warning signs, and what is worth a visit: always a press away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal

from coach.core import messages
from coach.ui.kit.bullet_list import ListCard, sign_cards
from coach.ui.kit.button_rows import at_left
from coach.ui.kit.key_button import KeyButton
from coach.ui.kit.label import label
from coach.ui.kit.text_page import TextPage
from coach.words import basics

if TYPE_CHECKING:
    from coach.ui.kit.theme import Theme


class SignsPage(TextPage):
    """Shows the lists, and the person's own numbers if they keep some."""

    contact_wanted = Signal()

    def __init__(self, theme: Theme, contact: str, emergency: str) -> None:
        super().__init__(theme, QCoreApplication.translate("SignsPage", "Signs that need help"))
        self._column.addWidget(label(theme, basics.message(messages.M_LIST), size=18))
        if emergency:
            words = QCoreApplication.translate("SignsPage", "Your emergency number: {number}")
            self._column.addWidget(label(theme, words.format(number=emergency), size=22, weight=700))
        self.contact: KeyButton | None = None
        if contact:
            words = QCoreApplication.translate("SignsPage", "Contact: {who}").format(who=contact)
            self.contact = KeyButton(theme, words, height=48)
            self.contact.clicked.connect(self.contact_wanted)
            self._column.addLayout(at_left(self.contact))
        for card in sign_cards(theme):
            self._column.addWidget(card)
        self._column.addWidget(ListCard(theme, messages.BOOK_TITLE, messages.BOOK_SIGNS))
        self._line(basics.message(messages.M_BOOK))
        self._column.addStretch()
