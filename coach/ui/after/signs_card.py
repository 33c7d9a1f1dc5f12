"""The signs that need emergency help: the short list at once, both full ones after a press."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coach.ui.kit.button_rows import at_left
from coach.ui.kit.key_button import KeyButton, Look
from coach.ui.kit.label import heading, label
from coach.ui.kit.line_icons import LineIcon
from coach.ui.kit.line_list import Lines, dotted, outdented
from coach.ui.kit.painting import panel
from coach.ui.kit.reading import along
from coach.ui.kit.sign import Sign
from coach.ui.kit.theme import STOPPED
from coach.words import safety_messages
from coach.words.catalogue import Translatable, tr, translated

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from coach.ui.kit.theme import Theme


TITLE, WORDS, LEAST = 18.5, 17.5, 16
"""Sizes of the letters in the window of the look, and the least one, in px at 100 %."""


class SignsCard(QWidget):
    """A card in the colours of the stopped page."""

    turned = Signal()
    """The other lists show now."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        column = QVBoxLayout(self)
        column.setContentsMargins(along(24, 18, 20, 14))
        column.setSpacing(8)
        self.title = heading(theme, translated(safety_messages.M_STOP_SIGNS))
        head = QHBoxLayout()
        head.setSpacing(14)
        head.addWidget(Sign(theme, LineIcon.PHONE, 20, colour=STOPPED.brand), 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.title, 1)
        column.addLayout(head)
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

    def fit_letters(self, factor: float) -> None:
        """Make the letters `factor` times as large as in the look, but never too small to be read from the floor."""
        dress = self._theme.dress
        for titles in (self.title, self._today_title, self._number):
            dress(titles, max(LEAST, TITLE * factor), 700)
        dress(self._calm, max(LEAST, WORDS * factor))
        for signs in (self._short, self._full, self._today):
            for line in signs.lines:
                dress(line, max(LEAST, WORDS * factor))
                line.fit_dot()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the card."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        panel(painter, QRectF(self.rect()), STOPPED.surface, None, 20)
