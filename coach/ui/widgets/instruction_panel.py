"""The steps of the exercise, as many as there is room for, the lit ones among them."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPalette, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from coach.ui.widgets.label import label

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from coach.core.instructions import Instructions, Step
    from coach.ui.theme import Theme

MOST_WIDE = 70
"""Characters in a line at most, so that the eye finds the next line."""


class _State(Enum):
    DONE = "done"
    LIT = "lit"
    LATER = "later"


class _Row(QWidget):
    """One step: a badge with its number or a tick, and the words."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._step: Step | None = None
        self._state = _State.LATER
        self.words = label(theme, size=20)
        self.words.setParent(self)
        self._side = max(26, theme.px(26))

    def show_step(self, step: Step, state: _State) -> None:
        """Show a step in a state."""
        if (step, state) == (self._step, self._state):
            return
        self._step, self._state = step, state
        if self.words.text() != step.text:
            self.words.setText(step.text)
        self.words.setFont(self._theme.font(20, 600 if state is _State.LIT else 400))
        role = QPalette.ColorRole.WindowText if state is _State.LIT else QPalette.ColorRole.PlaceholderText
        self.words.setForegroundRole(role)
        self.update()

    def height_for(self, width: int) -> int:
        """Return the height of the row at that width."""
        return max(self.words.heightForWidth(max(10, width - self._side - 16)), self._side)

    def place(self, x: int, y: int, width: int, height: int) -> None:
        """Take that room."""
        self.setGeometry(x, y, width, height)
        self.words.setGeometry(self._side + 16, 0, max(10, width - self._side - 16), height)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the badge beside the first line."""
        if self._step is None:
            return
        t = self._theme.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        first_line = min(self.height(), self.words.fontMetrics().height())
        badge = QRectF(2, max(0, (first_line - self._side) / 2), self._side, self._side)
        lit = self._state is _State.LIT
        painter.setPen(QPen(t.line, 2) if t.border_px > 1 else Qt.PenStyle.NoPen)
        painter.setBrush(t.brand if lit else t.sunk)
        painter.drawEllipse(badge)
        painter.setPen(t.on_brand if lit else t.muted)
        middle = badge.center()
        if self._state is _State.DONE:
            painter.setPen(QPen(t.muted, 2))
            painter.drawPolyline([middle + QPointF(-4, 0), middle + QPointF(-1, 3), middle + QPointF(4.5, -4)])
        elif self._step.number:
            painter.setFont(self._theme.font(13.5, 700))
            painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, str(self._step.number))
        else:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(t.on_brand if lit else t.muted)
            painter.drawEllipse(middle, 3, 3)


class InstructionPanel(QWidget):
    """Shows a window of the steps round the first lit one."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._rows: list[_Row] = []
        self._steps: tuple[Step, ...] = ()
        self._lit = range(0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_instructions(self, instructions: Instructions, share: float | None) -> None:
        """Show these steps; `share` is how much of a gap is over (0 to 1), None in a work block."""
        steps, lit = instructions.steps, instructions.lit(share)
        if (steps, lit) == (self._steps, self._lit):
            return
        self._steps, self._lit = steps, lit
        self._lay_out()

    def minimumSizeHint(self) -> QSize:
        """Return room for the lit step and the one after it."""
        return QSize(200, self._theme.px(20) * 5)

    def sizeHint(self) -> QSize:
        """Return room for three steps, one of them on two lines."""
        return QSize(480, self._theme.px(20) * 8)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many steps as there is room for now."""
        super().resizeEvent(event)
        self._lay_out()

    def _lay_out(self) -> None:
        width = min(self.width(), self.fontMetrics().averageCharWidth() * MOST_WIDE * 5 // 4)
        while len(self._rows) < len(self._steps):
            self._rows.append(_Row(self._theme, self))
        heights = []
        for row, step, number in zip(self._rows, self._steps, range(len(self._steps)), strict=False):
            row.show_step(step, self._state(number))
            heights.append(row.height_for(width))
        shown = self._window(heights)
        y = 0
        for number, row in enumerate(self._rows):
            visible = number in shown
            if visible:
                row.place(0, y, width, heights[number])
                y += heights[number] + self._gap()
            row.setVisible(visible)

    def _gap(self) -> int:
        return max(10, self._theme.px(14))

    def _state(self, number: int) -> _State:
        if number in self._lit:
            return _State.LIT
        return _State.DONE if self._lit and number < self._lit.start else _State.LATER

    def _window(self, heights: list[int]) -> range:
        """Return which steps fit: the lit ones first, then one before, then those that follow."""
        if not heights:
            return range(0)
        first = last = self._lit.start if self._lit else 0
        room = self.height() - heights[first]
        growing = True
        while growing:
            growing = False
            before = first - 1 if first > 0 and (first == self._lit.start or last == len(heights) - 1) else None
            for place in (before, last + 1 if last + 1 < len(heights) else None):
                if place is not None and heights[place] + self._gap() <= room:
                    room -= heights[place] + self._gap()
                    first, last = min(first, place), max(last, place)
                    growing = True
        return range(first, last + 1)
