"""The signs that need emergency help: the short list at once, both full ones a press away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coach.core import messages
from coach.ui import wording
from coach.ui.theme import STOPPED
from coach.ui.widgets.key_button import RIM, KeyButton, Look
from coach.ui.widgets.label import label

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from coach.ui.theme import Theme


class SignsCard(QWidget):
    """A card with a warm edge, in the colours of the stopped page."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(34, 22, 24, 16)
        column.setSpacing(8)
        column.addWidget(label(theme, wording.message(messages.M_STOP_SIGNS), size=19, weight=700))
        self._number = label(theme, size=19, weight=700)
        column.addWidget(self._number)
        self._short = self._list(theme, messages.EMERGENCY_SHORT)
        self._full = self._list(theme, messages.EMERGENCY_SIGNS)
        self._calm = label(theme, wording.message(messages.M_LIST), size=17)
        column.addWidget(self._calm)
        column.addWidget(self._short)
        column.addWidget(self._full)
        self._today = QWidget()
        today = QVBoxLayout(self._today)
        today.setContentsMargins(0, 12, 0, 0)
        today.setSpacing(8)
        today.addWidget(label(theme, wording.message(messages.TODAY_TITLE), size=19, weight=700))
        today.addWidget(self._list(theme, messages.TODAY_SIGNS))
        column.addWidget(self._today)
        self.more = KeyButton(theme, "", look=Look.STOPPED_LINK, height=44, size=18)
        self.more.clicked.connect(lambda: self.show_all(shown=self._full.isHidden()))
        row = QHBoxLayout()
        row.setContentsMargins(-RIM - 4, 0, 0, 0)
        row.addWidget(self.more)
        row.addStretch()
        column.addLayout(row)
        self.show_all(shown=False)
        self.show_number("")

    def _list(self, theme: Theme, signs: tuple[str, ...]) -> QWidget:
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for sign in signs:
            row = QHBoxLayout()
            row.setSpacing(10)
            row.addWidget(label(theme, "•", size=18, wrap=False), 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(label(theme, wording.message(sign), size=18), 1)
            column.addLayout(row)
        return made

    def show_number(self, number: str) -> None:
        """Show the person's own emergency number; none is built in."""
        self._number.setText(self.tr("Your emergency number: {number}").format(number=number))
        self._number.setVisible(bool(number))

    def show_all(self, *, shown: bool) -> None:
        """Show both full lists, or the short one."""
        self._full.setVisible(shown)
        self._today.setVisible(shown)
        self._calm.setVisible(shown)
        self._short.setVisible(not shown)
        self.more.setText(self.tr("Show fewer signs") if shown else self.tr("See all the signs"))
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
