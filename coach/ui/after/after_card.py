"""How the back feels after a session: the number and how it compares, both optional and without a verdict."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coach.core import safety
from coach.ui.kit.announcer import GROUP
from coach.ui.kit.bullet_list import sign_cards
from coach.ui.kit.button_rows import at_left
from coach.ui.kit.card import Card
from coach.ui.kit.key_button import KeyButton
from coach.ui.kit.label import heading, label
from coach.ui.kit.line_list import Lines, outdented
from coach.ui.kit.one_of import OneOf
from coach.ui.kit.pain_scale import PainScale
from coach.words import safety_messages
from coach.words.catalogue import tr, translated
from coach.words.sentences import sentences, where_signs_are

if TYPE_CHECKING:
    from coach.store.record.values import Compared
    from coach.ui.kit.theme import Theme


class AfterCard(Card):
    """Asks both questions and shows the person's own numbers; more pain than before also shows advice."""

    given = Signal(object, object)
    """The answers so far: the number or None, and “less”, “same”, “more” or None."""
    advised = Signal(str)
    """Advice to be said aloud, because there is more pain."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, raised=True)
        self._before: int | None = None
        self._compared: Compared | None = None
        self.title = heading(theme, size=22)
        self.scale = PainScale(theme)
        self.result = label(theme, size=18)
        self._advice = Lines(theme, tr("Advice"))
        self.advice = self._advice.add("", size=20, weight=600)
        self.signs = QWidget()
        signs = QVBoxLayout(self.signs)
        signs.setContentsMargins(0, 0, 0, 0)
        for card in sign_cards(theme):
            signs.addWidget(card)
        words: dict[Compared, str] = {
            "less": tr("less pain"),
            "same": tr("the same"),
            "more": tr("more pain"),
        }
        self.compared: dict[Compared, KeyButton] = {}
        question = translated(safety_messages.ASK_PAIN_AFTER)
        self.scale.set_question(question)
        self.answers = QWidget()
        self.answers.setObjectName(GROUP)
        self.answers.setAccessibleName(translated(safety_messages.ASK_COMPARED).removesuffix(":"))
        row = QHBoxLayout(self.answers)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for kind, text in words.items():
            button = KeyButton(theme, text, height=44)
            self.compared[kind] = button
            row.addWidget(button)
        row.addStretch()
        self._one = OneOf(tuple(self.compared.values()), self)
        self._one.chosen.connect(self._on_compared)
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 24, 32, 24)
        column.setSpacing(10)
        column.addWidget(self.title)
        column.addWidget(heading(theme, question, size=28))
        column.addWidget(self.scale)
        column.addWidget(label(theme, translated(safety_messages.ASK_COMPARED), size=18))
        column.addLayout(at_left(self.answers))
        column.addLayout(outdented(self._advice))
        column.addWidget(self.signs)
        column.addWidget(self.result)
        self.scale.chosen.connect(self._on_number)

    def ask(self, title: str, before: int | None) -> None:
        """Clear both answers; `before` is the number from before the session."""
        self._before, self._compared = before, None
        self.title.setText(title)
        self.scale.clear()
        self._one.clear()
        self._show()

    def _on_number(self, _number: int) -> None:
        self._told()

    def _on_compared(self, place: int) -> None:
        self._compared = tuple(self.compared)[place]
        self._told()

    @property
    def is_worse(self) -> bool:
        """Whether there is more pain than before, by the comparison or by the numbers."""
        after = self.scale.value
        higher = after is not None and self._before is not None and after > self._before
        return self._compared == "more" or higher

    def _told(self) -> None:
        was = self.advice.text()
        self._show()
        self.given.emit(self.scale.value, self._compared)
        if self.advice.text() and self.advice.text() != was:
            where = [where_signs_are()] if self.signs.isVisible() else []
            self.advised.emit(sentences([*self.advice.text().splitlines(), *where]))

    def _show(self) -> None:
        after = self.scale.value
        severe = after is not None and safety.pain_word(after) is safety.Pain.SEVERE
        parts = []
        if self.is_worse:
            parts.append((safety_messages.M_WORSE_TITLE, safety_messages.M_WORSE))
        if severe:
            parts.append((safety_messages.M_SEVERE_TITLE, safety_messages.M_SEVERE))
        self.advice.setText("\n".join(f"{translated(title)} {translated(text)}" for title, text in parts))
        self._advice.setVisible(bool(parts))
        self.signs.setVisible(severe)
        numbers = ""
        if after is not None and self._before is not None:
            numbers = tr("Before {before}, after {after}.", before=self._before, after=after) + " "
        self.result.setText(numbers + translated(safety_messages.M_DONE))
