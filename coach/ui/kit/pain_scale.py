"""The numbers 0 to 10 with the words under them, so that choosing a number is choosing the word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from coach.core.safety import MOST_PAIN, Pain, pain_word
from coach.ui.kit.announcer import GROUP
from coach.ui.kit.label import label
from coach.ui.kit.one_of import OneOf
from coach.ui.kit.painting import focus_ring
from coach.words.catalogue import tr, translated
from coach.words.safety_messages import PAIN_TITLES, PAIN_WORDS
from coach.words.sentences import sentences

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent, QResizeEvent

    from coach.ui.kit.theme import Theme, Tokens

SIZE = 60
GAP = 8
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_KEYPAD = Qt.KeyboardModifier.KeypadModifier
_GROUP = Qt.KeyboardModifier.GroupSwitchModifier


class _Number(QAbstractButton):
    """One number; its accessible name has the word too."""

    def __init__(self, theme: Theme, number: int, tokens: Tokens | None) -> None:
        super().__init__()
        self._theme, self._tokens = theme, tokens
        self.number = number
        word = translated(PAIN_WORDS[pain_word(number)][0])
        self.setText(str(number))
        self.setAccessibleName(tr("{number}, {word}", number=number, word=word))
        self.setFont(theme.font(24, 600))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(SIZE), max(44, self._theme.px(SIZE)))

    def minimumSizeHint(self) -> QSize:
        return QSize(40, 44)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose with Enter as with Space, as every button of coach does."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        t = self._tokens or self._theme.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        body = QRectF(self.rect()).adjusted(4, 4, -4, -4)
        painter.setPen(QPen(t.ink if t.border_px > 1 else t.line, t.border_px))
        painter.setBrush(t.brand if self.isChecked() else t.sunk)
        painter.drawRoundedRect(body, 12, 12)
        painter.setPen(t.on_brand if self.isChecked() else t.ink)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
        if self.hasFocus():
            focus_ring(painter, QRectF(self.rect()), t.focus, 14)


class _Bracket(QLabel):
    """A word under the numbers that it stands for."""

    def __init__(self, theme: Theme, text: str, tokens: Tokens | None) -> None:
        super().__init__(text)
        self._theme, self._tokens = theme, tokens
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._font = theme.font(15, 600)
        self.setFont(self._font)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setContentsMargins(0, 10, 0, 0)
        self.setMinimumWidth(0)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shrink the word where it is wider than its numbers."""
        super().resizeEvent(event)
        font, natural_width = QFont(self._font), QFontMetrics(self._font).horizontalAdvance(self.text())
        if natural_width > self.width() > 0:
            font.setPixelSize(max(1, font.pixelSize() * self.width() // natural_width))
        self.setFont(font)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.fillRect(QRectF(4, 2, self.width() - 8, 3), (self._tokens or self._theme.tokens).line)


class PainScale(QWidget):
    """Eleven numbers, none of them chosen at first, and what the chosen word means."""

    chosen = Signal(int)

    def __init__(self, theme: Theme, tokens: Tokens | None = None) -> None:
        super().__init__()
        self.numbers: list[QAbstractButton] = []
        numbers, words = QHBoxLayout(), QHBoxLayout()
        numbers.setSpacing(0)
        words.setSpacing(0)
        spans: dict[Pain, int] = {}
        for number in range(MOST_PAIN + 1):
            button = _Number(theme, number, tokens)
            self.numbers.append(button)
            numbers.addWidget(button, 1)
            word = pain_word(number)
            spans[word] = spans.get(word, 0) + 1
        for word, count in spans.items():
            words.addWidget(_Bracket(theme, translated(PAIN_WORDS[word][0]), tokens), count)
        self._one = OneOf(self.numbers, self)
        self._one.chosen.connect(self._on_chosen)
        self.meaning = label(theme, " ", size=18)
        self.meaning.setContentsMargins(4, 0, 4, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(numbers)
        column.addLayout(words)
        column.addSpacing(6)
        column.addWidget(self.meaning)

    def set_question(self, question: str) -> None:
        """Have a screen reader read this before the numbers, where no heading is read before them."""
        self.setObjectName(GROUP)
        self.setAccessibleName(question)

    @property
    def value(self) -> int | None:
        """The chosen number, or None."""
        return self._one.place

    def choose(self, number: int) -> None:
        """Choose a number as a click does."""
        self.numbers[number].click()

    def clear(self) -> None:
        """Choose none."""
        self._one.clear()
        self.meaning.setText(" ")

    def _on_chosen(self, number: int) -> None:
        word = pain_word(number)
        self.meaning.setText(sentences([translated(PAIN_TITLES[word]), translated(PAIN_WORDS[word][1])]))
        self.chosen.emit(number)

    def choose_by(self, event: QKeyEvent) -> bool:
        """Choose the number of a digit key; return whether the key was one. 10 has none: Tab leads there.

        Shift is ignored: on some keyboards, as the French one, digits need it.
        """
        modifiers = event.modifiers() & ~(_SHIFT | _KEYPAD | _GROUP)
        is_digit = not modifiers and event.text().isdecimal() and len(event.text()) == 1
        if is_digit:
            self.choose(int(event.text()))
        return is_digit

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose by a digit."""
        if not self.choose_by(event):
            super().keyPressEvent(event)
