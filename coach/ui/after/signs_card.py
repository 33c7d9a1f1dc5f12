"""The signs that need emergency help: the short list at once, both full ones after a press."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPainterPath
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coach.ui.kit.button_rows import at_left
from coach.ui.kit.key_button import KeyButton, Look
from coach.ui.kit.label import heading, label
from coach.ui.kit.line_list import Lines, dotted, outdented
from coach.ui.kit.theme import STOPPED
from coach.words import safety_messages
from coach.words.catalogue import Translatable, tr, translated

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from coach.ui.kit.theme import Theme


class SignsCard(QWidget):
    """A card with a warm edge, in the colours of the stopped page."""

    turned = Signal()
    """The other lists show now."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(34, 22, 24, 16)
        column.setSpacing(8)
        self.title = heading(theme, translated(safety_messages.M_STOP_SIGNS))
        column.addWidget(self.title)
        self._number = label(theme, size=19, weight=700)
        column.addWidget(self._number)
        self._short = self._list(theme, self.title.text(), safety_messages.EMERGENCY_SHORT)
        self._full = self._list(theme, self.title.text(), safety_messages.EMERGENCY_SIGNS)
        self._calm = label(theme, translated(safety_messages.M_LIST), size=17)
        column.addWidget(self._calm)
        column.addLayout(outdented(self._short, self._full))
        self._today_title = heading(theme, translated(safety_messages.TODAY_TITLE))
        self._today_title.setContentsMargins(0, 12, 0, 0)
        self._today = self._list(theme, self._today_title.text(), safety_messages.TODAY_SIGNS)
        column.addWidget(self._today_title)
        column.addLayout(outdented(self._today))
        self.more = KeyButton(theme, "", look=Look.STOPPED_LINK, height=44, size=18)
        self.more.clicked.connect(self._on_more)
        column.addLayout(at_left(self.more))
        self.show_all(shown=False)
        self.show_number("")

    def _list(self, theme: Theme, name: str, signs: tuple[Translatable, ...]) -> Lines:
        return dotted(theme, name, [translated(sign) for sign in signs], size=18, tokens=STOPPED)

    def _on_more(self) -> None:
        """Show the other lists from their top."""
        self.show_all(shown=self._full.isHidden())
        self.title.setFocus()
        self.turned.emit()

    def show_number(self, number: str) -> str:
        """Show the person's own emergency number, and return the words; empty without one, since none is built in."""
        words = tr("Your emergency number: {number}", number=number) if number else ""
        self._number.setText(words)
        self._number.setVisible(bool(number))
        return words

    def show_all(self, *, shown: bool) -> None:
        """Show both full lists, or the short one."""
        for part in (self._full, self._today_title, self._today, self._calm):
            part.setVisible(shown)
        self._short.setVisible(not shown)
        self.more.setText(tr("Show fewer signs") if shown else tr("See all the signs"))
        self.more.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the card and its edge."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        card = QPainterPath()
        card.addRoundedRect(QRectF(self.rect()), 20, 20)
        painter.fillPath(card, STOPPED.surface)
        painter.setClipPath(card)
        painter.fillRect(0, 0, 8, self.height(), STOPPED.brand)
