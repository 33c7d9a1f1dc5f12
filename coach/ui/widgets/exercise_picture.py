"""The figure in the exercise's hold pose; where there is none, the position in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from coach.ui import wording
from coach.ui.theme import blend
from coach.ui.widgets.label import label

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from coach.core.routine import Exercise
    from coach.core.timeline import Side
    from coach.ui.studio import Studio
    from coach.ui.theme import Theme


AHEAD_MS = 700
"""How long after a block's start the next picture is drawn."""


class ExercisePicture(QWidget):
    """A card with a low sun and a mat, and on it what the person should look like, in words."""

    def __init__(self, theme: Theme, studio: Studio) -> None:
        super().__init__()
        self._theme = theme
        self._studio = studio
        self._figure: str | None = None
        self._side: Side | None = None
        self._next: tuple[str | None, Side | None] = (None, None)
        self._ahead = QTimer(self)
        self._ahead.setSingleShot(True)
        self._ahead.setInterval(AHEAD_MS)
        self._ahead.timeout.connect(self._draw_ahead)
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
        studio.changed.connect(self._on_pictures)

    def show_exercise(self, exercise: Exercise, side: Side | None) -> None:
        """Show this exercise on that side."""
        self._figure, self._side = exercise.figure, side
        self._base.setText(wording.base_words(exercise.base))
        self._words.setText(f"{exercise.start} {exercise.movement}")
        name = exercise.name
        if side is not None:
            name = self.tr("{exercise}, {side} side").format(exercise=name, side=wording.side_word(side))
        self.setAccessibleName(self.tr("Picture: {what}").format(what=name))
        self.setAccessibleDescription(self._studio.describe(self._figure))
        self._fit()
        self.update()

    def draw_ahead(self, exercise: Exercise, side: Side | None) -> None:
        """Draw what comes next soon, while nothing else moves, so that its first frame is there at once."""
        self._next = (exercise.figure, side)
        self._ahead.start()

    def _draw_ahead(self) -> None:
        figure, side = self._next
        if self.isVisible() and not self._studio.has(figure, side, self.size(), self.devicePixelRatioF()):
            self._studio.picture(figure, side, self.size(), self.devicePixelRatioF())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the sentence out where it would be cut."""
        super().resizeEvent(event)
        self._fit()

    def _on_pictures(self) -> None:
        self.setAccessibleDescription(self._studio.describe(self._figure))
        self._fit()
        self.update()

    def _fit(self) -> None:
        drawn = self._studio.knows(self._figure)
        self._base.setVisible(not drawn)
        if drawn:
            self._words.hide()
            return
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
        picture = self._studio.picture(self._figure, self._side, self.size(), self.devicePixelRatioF())
        if picture is not None:
            painter.setClipPath(card)
            painter.drawPixmap(0, 0, picture)
            painter.setClipping(False)
            painter.setPen(QPen(t.line, t.border_px))
            painter.drawPath(card)
            return
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
