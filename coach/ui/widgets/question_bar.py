"""A question inside the window, above the bar: it never covers a button and never stops the session."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QWidget

from coach.ui.widgets.key_button import KeyButton, Look
from coach.ui.widgets.label import label

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QPaintEvent

    from coach.ui.theme import Theme


class QuestionBar(QWidget):
    """Asks one thing at a time; a new question takes the place of the one before. Hidden while nothing is asked."""

    asked = Signal(str)
    """The question, for those who cannot see it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._then: Callable[[], None] | None = None
        self._words = label(theme, size=17, weight=600)
        self.yes = KeyButton(theme, "", look=Look.PRIMARY, height=44)
        self.no = KeyButton(theme, "", height=44)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 8, 19, 8)
        row.addWidget(self._words, 1)
        row.addWidget(self.no)
        row.addWidget(self.yes)
        self.yes.clicked.connect(self._on_yes)
        self.no.clicked.connect(self.drop)
        self.hide()

    def ask(self, question: str, yes: str, no: str, then: Callable[[], None]) -> None:
        """Ask; `then` is called after a yes. The no has the focus."""
        self._then = then
        self._words.setText(question)
        self.yes.setText(yes)
        self.no.setText(no)
        self.yes.updateGeometry()
        self.no.updateGeometry()
        self.show()
        self.no.setFocus()
        self.asked.emit(question)

    @property
    def is_asking(self) -> bool:
        """Whether a question waits for its answer."""
        return self._then is not None

    def drop(self) -> None:
        """Take the question back."""
        self._then = None
        self.hide()

    def _on_yes(self) -> None:
        then = self._then
        self.drop()
        if then is not None:
            then()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground and a line above."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.tokens.brand_soft)
        painter.fillRect(0, 0, self.width(), self._theme.tokens.border_px, self._theme.tokens.line)
