"""How the back feels after a session: the number and how it compares, both optional and without a verdict."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from coach.core import safety
from coach.ui.after.advice_card import AdviceCard
from coach.ui.kit.bullet_list import sign_cards
from coach.ui.kit.button_rows import to_right
from coach.ui.kit.card import Card
from coach.ui.kit.columns import beside
from coach.ui.kit.key_button import KeyButton, Look
from coach.ui.kit.label import heading, label
from coach.ui.kit.line_list import outdented
from coach.ui.kit.marks import GROUP
from coach.ui.kit.one_of import OneOf
from coach.ui.kit.pain_scale import PainScale
from coach.words import safety_messages
from coach.words.basics import before_and_after
from coach.words.catalogue import tr, translated
from coach.words.sentences import sentences, where_signs_are

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from coach.store.record.values import Compared
    from coach.ui.kit.theme import Theme

SCALE_SIDE, HIGH = 4, 64
"""Room between the edge of the scale and its first number, and height of a number with it, in px."""


class AfterCard(Card):
    """Asks both questions and shows the person's own numbers; more pain than before also shows advice."""

    given = Signal(object, object)
    """The answers so far: the number or None, and “less”, “same”, “more” or None."""
    advised = Signal(str)
    """Advice to be said aloud, because there is more pain."""
    contact_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, raised=True)
        self._before: int | None = None
        self._compared: Compared | None = None
        question = translated(safety_messages.ASK_PAIN_AFTER)
        self.scale = PainScale(theme)
        self.scale.set_question(question)
        self.scale.set_height(HIGH)
        self._one = OneOf(self._make_answers(), self)
        self._one.chosen.connect(self._on_compared)
        self.result = label(theme, size=16, weight=600)
        self._line = _Divider(theme)
        self.advice = AdviceCard(theme)
        self.advice.contact_wanted.connect(self.contact_wanted)
        self.signs = beside(theme, *sign_cards(theme))
        """Both lists of warning signs, for whoever lays them out: they need more width than this card has."""
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 22, 24, 20)
        column.setSpacing(10)
        column.addWidget(heading(theme, question, size=21))
        column.addLayout(outdented(self.scale, side=SCALE_SIDE, above=0))
        column.addLayout(self._row)
        for part in (self._line, self.result, self.advice):
            column.addWidget(part)
        self.scale.chosen.connect(self._on_number)

    def _make_answers(self) -> tuple[KeyButton, ...]:
        """Return the three buttons that compare, in a row of their own."""
        words: dict[Compared, str] = {
            "less": tr("less pain"),
            "same": tr("the same"),
            "more": tr("more pain"),
        }
        self.compared: dict[Compared, KeyButton] = {
            kind: KeyButton(self._theme, text, look=Look.CHOICE, height=44, size=15) for kind, text in words.items()
        }
        asked = translated(safety_messages.ASK_COMPARED)
        self.answers = QWidget()
        self.answers.setObjectName(GROUP)
        self.answers.setAccessibleName(asked.removesuffix(":"))
        row = QHBoxLayout(self.answers)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for button in self.compared.values():
            row.addWidget(button)
        self._asked = label(self._theme, asked, size=16, weight=600, wrap=False)
        self._row = to_right(self._asked, self.answers)
        self._row.setStretch(0, 1)
        return tuple(self.compared.values())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the question above its answers where they have no room beside it."""
        super().resizeEvent(event)
        beside = self._asked.sizeHint().width() + self.answers.sizeHint().width() + 16
        fits = beside <= self.width() - 48
        self._row.setDirection(
            QBoxLayout.Direction.LeftToRight if fits else QBoxLayout.Direction.TopToBottom,
        )

    def ask(self, before: int | None, contact: str = "", emergency: str = "") -> None:
        """Clear both answers; `before` is the number from before the session.

        `contact` is the person's professional in words, `emergency` their emergency number; both may be empty.
        """
        self._before, self._compared = before, None
        self.advice.show_people(contact, emergency)
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
            people = [self.advice.emergency.text()] if self.is_severe else []
            where = [where_signs_are()] if self.is_severe else []
            self.advised.emit(sentences([*self.advice.text().splitlines(), *people, *where]))

    @property
    def is_severe(self) -> bool:
        """Whether the number given means severe pain."""
        after = self.scale.value
        return after is not None and safety.pain_word(after) is safety.Pain.SEVERE

    def _show(self) -> None:
        after, severe = self.scale.value, self.is_severe
        parts = []
        if self.is_worse:
            parts.append((safety_messages.M_WORSE_TITLE, safety_messages.M_WORSE))
        if severe:
            parts.append((safety_messages.M_SEVERE_TITLE, safety_messages.M_SEVERE))
        numbers = ""
        if after is not None and self._before is not None:
            numbers = before_and_after(self._before, after)
        self.advice.show_numbers(numbers)
        advice = [(translated(title), translated(text)) for title, text in parts]
        self.advice.show_advice(advice, severe=severe)
        self.signs.setVisible(severe)
        self.result.setText(numbers)
        for part in (self._line, self.result):
            part.setVisible(bool(numbers) and (severe or not parts))


class _Divider(QWidget):
    """A thin line above the numbers."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setFixedHeight(5)

    def paintEvent(self, _event: QPaintEvent) -> None:
        t = self._theme.tokens
        painter = QPainter(self)
        painter.setPen(QPen(t.line, t.border_px))
        middle = self.height() / 2
        painter.drawLine(QPointF(0, middle), QPointF(self.width(), middle))
