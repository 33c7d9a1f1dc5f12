"""The question of every few weeks whether the stretches help, as one row with its answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMargins, Qt, Signal
from PySide6.QtWidgets import QBoxLayout

from coach.ui.kit.card import Card
from coach.ui.kit.key_button import KeyButton
from coach.ui.kit.label import label
from coach.ui.kit.line_list import Outdented
from coach.ui.kit.marks import GROUP
from coach.ui.kit.painting import RIM
from coach.ui.kit.reading import along
from coach.words import safety_messages
from coach.words.catalogue import tr, translated

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from coach.ui.kit.theme import Theme

BESIDE_FROM = 640
"""Width from which question and answers stand on one row, in px at 100 %."""


class Helps(Card):
    """The question; any answer is taken."""

    answered = Signal(str)
    """“yes”, “not really” or “not sure”."""
    put_off = Signal()
    """The person does not want to answer now."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, raised=True)
        words = translated(safety_messages.ASK_HELPS)
        self.setObjectName(GROUP)
        self.setAccessibleName(words)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(along(22, 10 - RIM, 12 - RIM, 10 - RIM))
        self._row.setSpacing(4)
        self._row.addWidget(label(theme, words, size=16, weight=600), 1)
        self._answers = Outdented(QBoxLayout.Direction.LeftToRight, QMargins(0, 0, 0, 0))
        self._answers.setSpacing(0)
        self._buttons: list[KeyButton] = []
        for text, answer in ((tr("Yes"), "yes"), (tr("Not really"), "not really"), (tr("Not sure"), "not sure")):
            button = KeyButton(theme, text, height=44, size=15)
            button.clicked.connect(lambda _on=False, answer=answer: self.answered.emit(answer))
            self._buttons.append(button)
            self._answers.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        self._row.addLayout(self._answers)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Put the question off with Esc: no answer is taken."""
        if event.key() == Qt.Key.Key_Escape:
            self.put_off.emit()
        else:
            super().keyPressEvent(event)

    def arrange(self, width: int) -> None:
        """Put the answers beside the question, or below it."""
        beside = width >= self._theme.px(BESIDE_FROM)
        self._row.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)
        fits = beside or sum(button.sizeHint().width() for button in self._buttons) <= width - 40
        self._answers.setDirection(QBoxLayout.Direction.LeftToRight if fits else QBoxLayout.Direction.TopToBottom)
        self.updateGeometry()  # a row that turns tells nobody that it is higher now
