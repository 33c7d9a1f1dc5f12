"""The position of an exercise in words, in place of a figure that cannot be drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from coach.session import describe
from coach.ui.kit.label import label

if TYPE_CHECKING:
    from PySide6.QtCore import QSize
    from PySide6.QtWidgets import QWidget

    from coach.core.routine import Exercise
    from coach.ui.kit.theme import Theme

ASIDE, ABOVE, BETWEEN = 28, 16, 8
"""Room at the sides, above and below, and between the two labels, in px."""


class PositionWords:
    """Two labels in the middle of a widget: the base position, and below it how to get there."""

    def __init__(self, theme: Theme, owner: QWidget) -> None:
        self._base = label(theme, size=22, weight=700)
        self._way = label(theme, size=17)
        column = QVBoxLayout(owner)
        column.setContentsMargins(ASIDE, ABOVE, ASIDE, ABOVE)
        column.setSpacing(BETWEEN)
        column.addStretch(1)
        for line in (self._base, self._way):
            line.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(line)
        column.addStretch(1)

    def show_exercise(self, exercise: Exercise) -> None:
        """Take the words of this exercise."""
        self._base.setText(describe.base_words(exercise.base))
        self._way.setText(f"{exercise.start} {exercise.movement}")

    def fit(self, size: QSize, *, shown: bool) -> None:
        """Show the words, or hide them; how to get there is left out where it would be cut."""
        self._base.setVisible(shown)
        width = size.width() - 2 * ASIDE
        needed = self._base.heightForWidth(width) + self._way.heightForWidth(width) + BETWEEN + 2 * ABOVE
        self._way.setVisible(shown and needed <= size.height())
