"""A question inside the window, above the bar: it never covers a button and never stops the session."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication, QSizePolicy, QStyle, QWidget
from shiboken6 import isValid

from coach.ui.kit.key_button import KeyButton, Look
from coach.ui.kit.label import label
from coach.ui.kit.marks import GROUP
from coach.ui.kit.painting import RIM

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent

    from coach.ui.kit.theme import Theme

LEFT, RIGHT, EDGE, BETWEEN = 24, 19, 8, 8
BUTTONS_SHARE = 0.55
"""Largest share of the width for both answers together."""
TARGET = 44
SIZES = (17, 15, 13, 11)
"""Letter sizes to try, in px at 100 %: the first in which the question is no higher than the answers."""


class Asking(Protocol):
    """A window with a question bar."""

    @property
    def question(self) -> QuestionBar:
        """The question bar."""
        ...


class QuestionBar(QWidget):
    """Asks one question at a time; a new one replaces the one before. Hidden while nothing is asked."""

    asked = Signal(str)
    """The question, for a screen reader."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName(GROUP)
        self._theme = theme
        self._then: Callable[[], None] | None = None
        self._before: QWidget | None = None
        """The widget that had the focus before the question."""
        self._words = label(theme, size=17, weight=600)
        self.yes = KeyButton(theme, "", look=Look.PRIMARY, height=44)
        self.no = KeyButton(theme, "", height=44)
        for part in (self._words, self.no, self.yes):
            part.setParent(self)
        self._high = 0
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.yes.clicked.connect(self._on_yes)
        self.no.clicked.connect(self.drop)
        self.hide()

    def ask(self, question: str, yes: str, no: str, then: Callable[[], None]) -> None:
        """Ask a question.

        `then` is called after a yes. The no gets the focus, and afterwards the widget that had it.
        """
        focused = QApplication.focusWidget()
        if focused is None or not self.isAncestorOf(focused):
            self._before = focused
        self._then = then
        self._words.setText(question)
        self.setAccessibleName(question)
        self.yes.setText(yes)
        self.no.setText(no)
        self._lay_out()
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
        focused, before = QApplication.focusWidget(), self._before
        self._before = None
        # Before hiding: Qt would give the focus to the next widget.
        if focused is not None and self.isAncestorOf(focused) and before is not None and isValid(before):
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        self.hide()

    def _on_yes(self) -> None:
        then = self._then
        self.drop()
        if then is not None:
            then()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer no with Esc; in a session Esc never arrives here, it stops for pain."""
        if event.key() == Qt.Key.Key_Escape:
            self.drop()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """Return the height that the question needs; the width is free."""
        return QSize(0, self._high)

    minimumSizeHint = sizeHint

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the question into the new width."""
        super().resizeEvent(event)
        self._lay_out()

    def _seen(self, place: QRect) -> QRect:
        return QStyle.visualRect(self.layoutDirection(), self.rect(), place)

    def _lay_out(self) -> None:
        """Put the answers at the end, smaller where they would leave no room for the question."""
        inner = self.width() - LEFT - RIGHT
        buttons = (self.no, self.yes)
        natural = [button.sizeHint() for button in buttons]
        high = natural[0].height()
        factor = min(1.0, BUTTONS_SHARE * inner / sum(size.width() for size in natural))
        # However narrow the window is, an answer stays TARGET px high: large enough to hit.
        factor = max(factor, min(1.0, TARGET / (high - 2 * RIM)))
        widths, row = [round(size.width() * factor) for size in natural], round(high * factor)
        room = max(10, inner - sum(widths) - BETWEEN)
        for size in SIZES:
            self._theme.dress(self._words, size, 600)
            words = self._words.heightForWidth(room)
            if words <= row:
                break
        tall = max(row, words)
        self._words.setGeometry(self._seen(QRect(LEFT, EDGE + (tall - words) // 2, room, words)))
        right = self.width() - RIGHT
        for button, width in zip(reversed(buttons), reversed(widths), strict=True):
            right -= width
            button.put(self._seen(QRect(right, EDGE + (tall - row) // 2, width, row)))
        if tall + 2 * EDGE != self._high:
            self._high = tall + 2 * EDGE
            self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground and a line above."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.tokens.brand_soft)
        painter.fillRect(0, 0, self.width(), self._theme.tokens.border_px, self._theme.tokens.line)
