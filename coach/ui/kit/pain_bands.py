"""The words under the numbers of the pain scale: a line as long as its numbers, the word, and what it means."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from coach.ui.kit.label import hint

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from coach.ui.kit.theme import Theme, Tokens

LINE, BELOW = 3, 10
"""Thickness of the line, and room between it and the word, in px."""


class _Word(QLabel):
    """A word that becomes smaller where it is wider than its numbers."""

    def __init__(self, theme: Theme, text: str) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)
        self._theme = theme
        self.setFont(self._font)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    @property
    def _font(self) -> QFont:
        return self._theme.font(16, 600)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shrink the word where it is wider than its numbers."""
        super().resizeEvent(event)
        font, natural_width = self._font, QFontMetrics(self._font).horizontalAdvance(self.text())
        if natural_width > self.width() > 0:
            font.setPixelSize(max(1, font.pixelSize() * self.width() // natural_width))
        self.setFont(font)


class Band(QWidget):
    """One word under the numbers that it stands for; `side` is the room between it and its neighbours, in px."""

    def __init__(self, theme: Theme, word: str, meaning: str, side: int, tokens: Tokens | None) -> None:
        super().__init__()
        self._theme, self._tokens, self._side = theme, tokens, side
        self.word = _Word(theme, word)
        self.meaning = hint(theme, meaning, muted=tokens is None)
        column = QVBoxLayout(self)
        column.setContentsMargins(side, LINE + BELOW, side, 0)
        column.setSpacing(4)
        column.addWidget(self.word)
        column.addWidget(self.meaning)
        column.addStretch()
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def has_room(self, width: int) -> bool:
        """Tell whether every word of the meaning fits into that width of the band, in px."""
        metrics = QFontMetrics(self.meaning.font())
        longest = max(metrics.horizontalAdvance(word) for word in self.meaning.text().split() or [""])
        return longest + 1 <= width - 2 * self._side

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the line."""
        t = self._tokens or self._theme.tokens
        QPainter(self).fillRect(QRectF(self._side, 0, self.width() - 2 * self._side, LINE), t.edge)
