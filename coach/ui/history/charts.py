"""The last 18 weeks as a calendar, and the person's numbers as pairs of dots; shapes differ as well as colours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from coach.store.record.history import WEEKS
from coach.words.catalogue import tr

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from coach.store.record.history import History
    from coach.ui.kit.theme import Theme

CELL, STEP = 22, 26
THURSDAY = 3
"""Days from a Monday to 1 January 1970, which was a Thursday."""


def paint_kind(painter: QPainter, cell: QRectF, kind: str, theme: Theme) -> None:
    """Paint the sign of a day: full for finished, half as high for ended early, a cross for stopped for pain."""
    t = theme.tokens
    painter.setPen(QPen(t.line, t.border_px))
    painter.setBrush(t.sunk)
    painter.drawRoundedRect(cell, 5, 5)
    painter.setPen(Qt.PenStyle.NoPen)
    if kind == "finished":
        painter.setBrush(t.brand)
        painter.drawRoundedRect(cell, 5, 5)
    elif kind == "ended":
        painter.setBrush(t.brand)
        half = cell.height() / 2
        painter.drawRoundedRect(QRectF(cell.left(), cell.top() + half, cell.width(), half), 5, 5)
    elif kind == "stopped for pain":
        pen = QPen(t.danger, 4)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        inner = cell.adjusted(6, 6, -6, -6)
        painter.drawLine(inner.topLeft(), inner.bottomRight())
        painter.drawLine(inner.topRight(), inner.bottomLeft())


class Calendar(QWidget):
    """A column for each week, a row for each day from Monday on."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._history: History | None = None
        self.setFixedSize(WEEKS * STEP, 7 * STEP)
        self.setAccessibleName(tr("Calendar of the last 18 weeks"))

    def show_history(self, history: History) -> None:
        """Show these days; a screen reader hears how many of each kind."""
        self._history = history
        kinds = list(history.days.values())
        self.setAccessibleDescription(
            tr(
                "Days finished: {finished}. Ended early: {ended}. Stopped for pain: {stopped}.",
                finished=kinds.count("finished"),
                ended=kinds.count("ended"),
                stopped=kinds.count("stopped for pain"),
            )
        )
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the days."""
        if self._history is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        today = self._history.today
        monday = today - (today + THURSDAY) % 7 - (WEEKS - 1) * 7
        for day in range(monday, today + 1):
            week, row = divmod(day - monday, 7)
            cell = QRectF(week * STEP + 1, row * STEP + 1, CELL, CELL)
            paint_kind(painter, cell, self._history.days.get(day, ""), self._theme)


class NumbersPlot(QWidget):
    """The number before as a ring, after as a dot, from 0 to 10; no line joins sessions, which would show a trend."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._history: History | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("Your numbers, before and after"))

    def sizeHint(self) -> QSize:
        """Return the preferred size."""
        return QSize(600, 230)

    def show_history(self, history: History) -> None:
        """Show these numbers; the table below has them in words."""
        self._history = history
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the scale and the pairs."""
        t = self._theme.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._theme.font(13))
        top, bottom, left = 12.0, self.height() - 14.0, 34.0
        for number in range(0, 11, 2):
            y = bottom - (bottom - top) * number / 10
            painter.setPen(QPen(t.line, 1))
            painter.drawLine(QPointF(left, y), QPointF(self.width(), y))
            painter.setPen(t.muted)
            where = QRectF(0, y - 10, left - 8, 20)
            painter.drawText(where, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, str(number))
        if self._history is None or not self._history.numbers:
            return
        numbers = self._history.numbers
        step = min(28.0, (self.width() - left - 24) / len(numbers))
        for place, pair in enumerate(numbers):
            x = left + 16 + place * step
            heights = {
                name: bottom - (bottom - top) * value / 10
                for name, value in (("before", pair.before), ("after", pair.after))
                if value is not None
            }
            if len(heights) > 1:
                painter.setPen(QPen(t.line, 3))
                painter.drawLine(QPointF(x, heights["before"]), QPointF(x, heights["after"]))
            if "after" in heights:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(t.brand)
                painter.drawEllipse(QPointF(x, heights["after"]), 6, 6)
            if "before" in heights:
                painter.setPen(QPen(t.muted, 2.2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawEllipse(QPointF(x, heights["before"]), 7.5, 7.5)
