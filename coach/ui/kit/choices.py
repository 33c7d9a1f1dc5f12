"""Several choices side by side of which one is chosen, in as many rows as the width needs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QSizePolicy, QWidget

from coach.ui.kit.marks import GROUP
from coach.ui.kit.painting import RIM
from coach.ui.kit.states import KeyFocus, one_stop

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QResizeEvent

    from coach.ui.kit.theme import Theme

BETWEEN = 16
"""Room between two choices, in px."""


class Choice(KeyFocus, QRadioButton):
    """One of them, by its value; all of it can be pressed."""

    least_width, height_px = 150, 96
    """Its least width and its height, in px at 100 %, without the room for the ring."""

    def __init__(self, theme: Theme, value: str, text: str) -> None:
        super().__init__(text)
        self._theme, self.value = theme, value
        theme.dress(self, 16, 600)

    @property
    def holder(self) -> QWidget:
        """What gets its place among the others: itself, or a card with more than the choice on it."""
        return self

    def hitButton(self, place: QPoint, /) -> bool:  # noqa: N802 - Qt's
        """Return whether a place is on it: all of it is."""
        return self.rect().contains(place)

    def sizeHint(self) -> QSize:
        """Return the least size, with the room for the ring."""
        px = self._theme.px
        return QSize(px(self.least_width) + 2 * RIM, px(self.height_px) + 2 * RIM)

    def minimumSizeHint(self) -> QSize:
        """Return the same."""
        return self.sizeHint()


class Choices(QWidget):
    """The choices, as one group; Tab stops at the chosen one, the arrow keys choose the next."""

    chosen = Signal(str)
    """The value that the person chose."""

    inset = RIM
    """Distance of the edge of the first from that of the widget, in px."""

    def __init__(self, theme: Theme, name: str, across: int) -> None:
        """`across` is the number of those side by side where there is room."""
        super().__init__()
        self._theme, self._across = theme, across
        self.setObjectName(GROUP)
        self.setAccessibleName(name)
        self.choices: tuple[Choice, ...] = ()
        self._group = QButtonGroup(self)
        self._group.buttonToggled.connect(self._on_toggled)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def offer(self, choices: Sequence[Choice], value: str) -> None:
        """Take these choices in place of those before, with the one of that value chosen, else the first."""
        for old in self.choices:
            self._group.removeButton(old)
            old.holder.setParent(None)
            old.holder.deleteLater()
        self.choices = tuple(choices)
        for choice in self.choices:
            choice.holder.setParent(self)
            self._group.addButton(choice)
            choice.holder.show()
        self.choose(value)
        self.updateGeometry()
        self._place()

    @property
    def value(self) -> str:
        """The value of the one that is chosen; empty where there is none."""
        return next((each.value for each in self.choices if each.isChecked()), "")

    def choose(self, value: str) -> None:
        """Choose by value, else the first, without a signal."""
        self.blockSignals(True)  # noqa: FBT003 - Qt's
        wanted = next((each for each in self.choices if each.value == value), next(iter(self.choices), None))
        if wanted is not None:
            wanted.setChecked(True)
            one_stop(self.choices, wanted)
        self.blockSignals(False)  # noqa: FBT003 - Qt's

    def _on_toggled(self, choice: Choice, on: bool) -> None:  # noqa: FBT001 - Qt's signal
        if on:
            one_stop(self.choices, choice)
            self.chosen.emit(choice.value)

    # Places

    def _columns(self, width: int) -> int:
        least = self.choices[0].sizeHint().width() if self.choices else 1
        fit = max(1, min(self._across, (width + BETWEEN - 2 * RIM) // (least + BETWEEN - 2 * RIM)))
        rows = -(-len(self.choices) // fit)
        return -(-len(self.choices) // rows) if rows else fit  # as many in each row: none is left alone in the last

    def _step(self) -> int:
        """Return the distance from one row to the next, in px."""
        return self.choices[0].sizeHint().height() - 2 * RIM + BETWEEN if self.choices else 0

    def heightForWidth(self, width: int, /) -> int:
        """Return the height of all rows."""
        rows = -(-len(self.choices) // self._columns(width))
        return rows * self._step() - BETWEEN + 2 * RIM if self.choices else 0

    def sizeHint(self) -> QSize:
        """Return the size of one row."""
        if not self.choices:
            return QSize(0, 0)
        hint = self.choices[0].sizeHint()
        return QSize(self._across * (hint.width() - 2 * RIM + BETWEEN) - BETWEEN + 2 * RIM, hint.height())

    def minimumSizeHint(self) -> QSize:
        """Return the size of one of them."""
        return self.choices[0].sizeHint() if self.choices else QSize(0, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give each its place."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        columns, whole = self._columns(self.width()), self.width() - 2 * RIM
        wide = (whole - (columns - 1) * BETWEEN) / columns
        for place, choice in enumerate(self.choices):
            row, column = divmod(place, columns)
            left = round(column * (wide + BETWEEN))
            if self.isRightToLeft():
                left = round(whole - left - wide)
            choice.holder.setGeometry(left, row * self._step(), round(wide) + 2 * RIM, choice.sizeHint().height())
