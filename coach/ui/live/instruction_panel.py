"""The steps of the exercise, the lit ones in view, and below them the easier way in which it is done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QWidget

from coach.core.instructions import Instructions, Step
from coach.ui.kit.label import Title, set_up
from coach.ui.live.step_list import State, StepList
from coach.words.catalogue import tr

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from coach.ui.kit.theme import Theme

MOST_WIDE = 70
"""Most characters in a line, so that the eye finds the next one."""
SIZES = (20, 18, 16)
"""Letter sizes to try, in px at 100 %: the first in which everything fits, else the last, and it scrolls."""
SMALLER = (13, 11)
"""Sizes for a panel with room for hardly two lines, where the text was made larger by the desktop."""
BETWEEN = 12
BELOW_HEADING = 6


class InstructionPanel(QWidget):
    """Shows every step and the easier way that is chosen; what does not fit scrolls."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._steps: tuple[Step, ...] = ()
        self._lit = range(0)
        self._easier: tuple[Step, ...] = ()
        self.list = StepList(theme, tr("Steps"))
        self.heading = Title()
        set_up(self.heading, theme, tr("Easier version"), 15, 600, muted=True, wrap=False)
        self.ways = StepList(theme, tr("Easier version"))
        for part in (self.list, self.heading, self.ways):
            part.setParent(self)
        for part in (self.heading, self.ways):
            part.hide()

    @property
    def lit(self) -> range:
        """Which steps are lit, by their place."""
        return self._lit

    def show_instructions(self, instructions: Instructions, share: float | None) -> None:
        """Show these steps; `share` is the part of a gap that is over (0 to 1), None in a work block."""
        steps, lit = instructions.steps, instructions.lit(share)
        if (steps, lit) != (self._steps, self._lit):
            self._steps, self._lit = steps, lit
            self._lay_out()

    def show_easier(self, text: str) -> None:
        """Show this easier way of doing it below the steps; an empty text hides it."""
        easier = (Step(0, text),) if text else ()
        if easier != self._easier:
            self._easier = easier
            self._lay_out()

    def scroll_by(self, lines: int) -> None:
        """Scroll the steps by `lines`, and at their end the easier way."""
        first, second = (self.list, self.ways) if lines > 0 else (self.ways, self.list)
        if not first.scroll_by(lines):
            second.scroll_by(lines)

    def sizeHint(self) -> QSize:
        """Return room for three steps, one of them on two lines."""
        return QSize(480, self._theme.px(20) * 8)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the steps into the new room."""
        super().resizeEvent(event)
        self._lay_out()

    def _lay_out(self) -> None:
        width = min(self.width(), self.fontMetrics().averageCharWidth() * MOST_WIDE * 5 // 4)
        between = BETWEEN if self._easier else 0
        for size in self._sizes():
            self._theme.dress(self.heading, min(15, size - 1), 600)
            heading = self.heading.sizeHint().height() + BELOW_HEADING if self._easier else 0
            steps = self.list.height_for(self._steps, width, size)
            ways = self.ways.height_for(self._easier, width, size) + heading
            if steps + between + ways <= self.height():
                break
        else:  # both stay in view, each scrolls
            half = (self.height() - between) // 2 if self._easier else 0
            ways = min(ways, max(half, self.height() - between - steps))
            steps = self.height() - between - ways
        self.list.setGeometry(0, 0, width, steps)
        self.list.show_steps(self._steps, tuple(self._state(number) for number in range(len(self._steps))), size)
        self.heading.setVisible(bool(self._easier))
        self.ways.setVisible(bool(self._easier))
        if self._easier:
            top = steps + between
            self.heading.setGeometry(QRect(0, top, width, heading - BELOW_HEADING))
            self.ways.setGeometry(QRect(0, top + heading, width, max(0, ways - heading)))
            self.ways.show_steps(self._easier, (State.CHOICE,) * len(self._easier), size)

    def _sizes(self) -> tuple[int, ...]:
        if self.height() > 5 * self._theme.px(SIZES[-1]):
            return SIZES
        return (*SIZES, *(size for size in SMALLER if self._theme.px(size) >= SIZES[-1]))

    def _state(self, number: int) -> State:
        if number in self._lit:
            return State.LIT
        return State.DONE if self._lit and number < self._lit.start else State.LATER
