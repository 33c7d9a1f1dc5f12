"""The first line of an exercise in full: the way back, name and region, dose, its place, and the way to the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMargins, Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout

from coach.session.routine_words import dose
from coach.ui.kit.chip import SoftChip
from coach.ui.kit.key_button import KeyButton
from coach.ui.kit.label import label
from coach.ui.kit.line_list import Outdented
from coach.ui.kit.painting import RIM
from coach.ui.kit.reading import along
from coach.words.catalogue import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QLabel

    from coach.core.routine import Exercise
    from coach.ui.kit.theme import Theme

NAME = 420
"""Least width for the name with the way back, where the dose is beside it, in px at 100 %."""


class ExerciseHead(Outdented):
    """A layout: the bodies of its buttons, not the room for their rings, lie in line with what is below."""

    def __init__(self, theme: Theme, back: KeyButton, title: QLabel) -> None:
        super().__init__(QBoxLayout.Direction.LeftToRight, QMargins(RIM, 0, RIM, 0))
        self._theme = theme
        self.region = label(theme, size=16, muted=True)
        self.dose = SoftChip(theme, "")
        self.place = label(theme, size=15, muted=True, wrap=False)
        self.next = KeyButton(theme, "", height=44, size=15)
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(title)
        names.addWidget(self.region)
        first = QHBoxLayout()
        first.setSpacing(9)
        first.addWidget(back, 0, Qt.AlignmentFlag.AlignTop)
        first.addLayout(names, 1)
        facts = QHBoxLayout()
        facts.setContentsMargins(along(RIM, 0, 0, 0))
        facts.setSpacing(12)
        facts.addWidget(self.dose, 0, Qt.AlignmentFlag.AlignVCenter)
        facts.addWidget(self.place, 0, Qt.AlignmentFlag.AlignVCenter)
        facts.addStretch()
        self._second = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._second.setSpacing(7)
        self._second.addLayout(facts, 1)
        self._second.addWidget(self.next)
        self.setSpacing(8)
        self.addLayout(first, 1)
        self.addLayout(self._second)

    def show_exercise(self, exercises: Sequence[Exercise], place: int) -> None:
        """Show the exercise at that place."""
        exercise, is_last = exercises[place], place + 1 == len(exercises)
        self.region.setText(exercise.region)
        self.dose.setText(dose(exercise))
        self.place.setText(tr("{number} of {total}", number=place + 1, total=len(exercises)))
        self.next.setVisible(not is_last)
        if not is_last:
            self.next.setText(tr("Next: {exercise}", exercise=exercises[place + 1].name))
            self.next.updateGeometry()

    def fit(self, room: int) -> None:
        """Break into as many rows as a width in px needs."""
        facts = self.dose.sizeHint().width() + self.place.sizeHint().width() + 12 + 2 * RIM
        further = 0 if self.next.isHidden() else self.next.sizeHint().width() + 7
        self.setDirection(across(fits=room >= NAME * self._theme.scale + facts + further))
        self._second.setDirection(across(fits=room >= facts + further))
        self.next.setMaximumWidth(room + 2 * RIM)


def across(*, fits: bool) -> QBoxLayout.Direction:
    """Return how to lay out what goes side by side where it fits."""
    return QBoxLayout.Direction.LeftToRight if fits else QBoxLayout.Direction.TopToBottom
