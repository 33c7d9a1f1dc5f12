"""The card “What you did”: how long the session took, and one row for each exercise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from coach.ui.after.done_list import DoneList
from coach.ui.kit.card import Card
from coach.ui.kit.label import heading, label
from coach.ui.kit.line_list import SIDE, outdented
from coach.words import day_words
from coach.words.catalogue import tr
from coach.words.day_words import MINUTE_MS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coach.ui.after.done import Done
    from coach.ui.figure.picture_cache import PictureCache
    from coach.ui.kit.theme import Theme


class DoneCard(Card):
    """Its heading has the sums, its list the rows."""

    def __init__(self, theme: Theme, pictures: PictureCache) -> None:
        super().__init__(theme, raised=True)
        self.sums = label(theme, size=16, muted=True)
        self.sums.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.done = DoneList(theme, pictures)
        head = QHBoxLayout()
        head.addWidget(heading(theme, tr("What you did")), 1)
        head.addWidget(self.sums, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 18, 24, 8)
        column.setSpacing(12)
        column.addLayout(head)
        column.addLayout(outdented(self.done, side=SIDE, above=0))

    def show_done(self, done: Sequence[Done], length_ms: int) -> None:
        """Show these exercises; `length_ms` is how long the session took, pauses included, in ms."""
        held_ms = sum(each.row.total_ms for each in done)
        self.sums.setText(_sums(max(length_ms, held_ms), held_ms))
        self.done.show_done(done)


def _sums(length_ms: int, held_ms: int) -> str:
    """Return how long the session took, and how much of it was held, as in “20 min, 12 of them held”."""
    minutes, held = round(length_ms / MINUTE_MS), round(held_ms / MINUTE_MS)
    if 0 < held < minutes:
        # Note: how many minutes a session took, and in how many of them a stretch was held
        return tr("{minutes} min, {held} of them held", minutes=minutes, held=held)
    return day_words.length(length_ms)
