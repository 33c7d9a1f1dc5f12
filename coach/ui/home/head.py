"""The head of the start page: a greeting, what was last time, and a chip; on one line where the page is low."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMargins, Qt
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from coach.ui.kit.label import heading, label
from coach.ui.kit.line_list import ABOVE, SIDE, Lines, Outdented, outdented
from coach.ui.kit.painting import RIM
from coach.words import safety_messages
from coach.words.catalogue import tr, translated

if TYPE_CHECKING:
    from coach.ui.kit.theme import Theme

BELOW = 4
"""Room below the words, in px."""
APART = 16
"""Room between the words and the chip, in px."""
LEAST_LEAD = 150
"""Least width of what was last time, beside the greeting and the chip, in px at 100 %."""


def _place_of_chip(below: int = RIM) -> Outdented:
    """Return a layout for a chip, whose rim reaches beyond it, below by so many px."""
    made = Outdented(QBoxLayout.Direction.LeftToRight, QMargins(RIM, RIM, RIM, below))
    made.addStretch()
    return made


class Head(QWidget):
    """Greeting and lead, and the chip at their end, or below them where there is no room beside."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.title = heading(theme, " ", size=28)
        self.lead = label(theme, "", size=17, muted=True)
        self._words = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._words.setSpacing(6)
        self._words.addWidget(self.title)
        self._words.addWidget(self.lead)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, BELOW)
        self._row.setSpacing(APART)
        self._row.addLayout(self._words, 1)
        self._end: QVBoxLayout | None = None
        self._chip_place: Outdented | None = None

    def show_words(self, title: str, lead: str) -> None:
        """Show these words."""
        self.title.setText(title)
        self.lead.setText(lead)

    @property
    def chip_place(self) -> Outdented:
        """Where a chip stands, at the end; from then on there is room all around for its ring."""
        if self._end is None or self._chip_place is None:
            self._row.setContentsMargins(RIM, RIM, RIM, RIM + BELOW)
            self._end, self._chip_place = QVBoxLayout(), _place_of_chip()
            self._end.addStretch(1)
            self._end.addLayout(self._chip_place)
            self._end.addStretch(1)
            self._row.addLayout(self._end)
        return self._chip_place

    def arrange(self, width: int, *, on_one_line: bool) -> None:
        """Put all on one line of that width in px, or one below the other."""
        self._words.setDirection(QBoxLayout.Direction.LeftToRight if on_one_line else QBoxLayout.Direction.TopToBottom)
        self.title.setWordWrap(not on_one_line)
        end = Qt.AlignmentFlag.AlignTrailing if on_one_line else Qt.AlignmentFlag.AlignLeading
        self.lead.setAlignment(end | Qt.AlignmentFlag.AlignVCenter)
        self._words.setStretch(1, 1 if on_one_line else 0)
        if self._end is None:
            return
        least = self.title.fontMetrics().horizontalAdvance(self.title.text())
        if on_one_line and self.lead.text():
            least += self._words.spacing() + self._theme.px(LEAST_LEAD)
        beside = least + APART + self._end.sizeHint().width() <= width
        self._row.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)
        self._row.setSpacing(APART if beside else APART // 2)
        self._end.setStretch(2, 1 if on_one_line and beside else 0)


class HeadBelow(QWidget):
    """What follows the hero where that has no room for all of it and the page none for the head."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.lead = label(theme, size=16, muted=True)
        self.about = Lines(theme, tr("About this routine"))
        self.about.add(translated(safety_messages.M_FOR), size=16)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(SIDE, APART, SIDE, ABOVE)
        self._column.addWidget(self.lead)
        self._column.addLayout(outdented(self.about))
        self._chip_place: Outdented | None = None

    @property
    def chip_place(self) -> Outdented:
        """Where a chip stands, before all else."""
        if self._chip_place is None:
            self._chip_place = _place_of_chip(0)
            self._column.insertLayout(0, self._chip_place)
        return self._chip_place
