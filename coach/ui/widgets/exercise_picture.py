"""The place of the figure: until it is drawn, the exercise's name and position in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from coach.ui import wording
from coach.ui.theme import blend
from coach.ui.widgets.label import label

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from coach.core.routine import Exercise
    from coach.ui.theme import Theme


class ExercisePicture(QWidget):
    """A card with a low sun and a mat, and on it what the person should look like, in words."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._base = label(theme, size=22, weight=700)
        self._words = label(theme, size=17)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 16, 28, 16)
        column.setSpacing(8)
        column.addStretch(1)
        for line in (self._base, self._words):
            line.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(line)
        column.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme.changed.connect(self.update)

    def show_exercise(self, exercise: Exercise) -> None:
        """Show this exercise."""
        self._base.setText(wording.base_words(exercise.base))
        self._words.setText(f"{exercise.start} {exercise.movement}")
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the sentence out where it would be cut."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        width = self.width() - 56
        needed = self._base.heightForWidth(width) + self._words.heightForWidth(width) + 8 + 32
        self._words.setVisible(needed <= self.height())

    def minimumSizeHint(self) -> QSize:
        """Return room for the words in a small window."""
        return QSize(220, 90)

    def sizeHint(self) -> QSize:
        """Return the size in the pictures of the look."""
        return QSize(488, 366)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the card."""
        t = self._theme.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inset = t.border_px / 2
        area = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        card = QPainterPath()
        card.addRoundedRect(area, 20, 20)
        painter.fillPath(card, t.surface)
        painter.save()
        painter.setClipPath(card)
        painter.setPen(Qt.PenStyle.NoPen)
        if t.border_px == 1:
            horizon = area.top() + area.height() * 0.72
            painter.setBrush(blend(t.surface, t.prepare, 0.10))
            radius = min(area.width() * 0.44, area.height() * 0.66)
            painter.setClipRect(QRectF(area.left(), area.top(), area.width(), horizon - area.top()))
            painter.drawEllipse(QPointF(area.center().x(), horizon), radius, radius)
            painter.setClipPath(card)
            painter.fillRect(QRectF(area.left(), horizon, area.width(), area.height()), blend(t.surface, t.brand, 0.10))
        painter.restore()
        painter.setPen(QPen(t.line, t.border_px))
        painter.drawPath(card)
