"""What the start page tells whoever is here for the first time: what happens next, and the rule, in three cards."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from coach.ui.home.ready_lines import ReadyLines
from coach.ui.kit.card import Card
from coach.ui.kit.chip import IconTile
from coach.ui.kit.label import heading
from coach.ui.kit.line_icons import LineIcon
from coach.ui.kit.line_list import ABOVE, SIDE, Lines, outdented
from coach.words import safety_messages
from coach.words.catalogue import tr, translated

if TYPE_CHECKING:
    from coach.ui.kit.theme import Theme

BESIDE_FROM = 780
"""Width from which the cards stand side by side, in px at 100 %."""


class FirstSteps(QWidget):
    """Three cards, what to have ready in full, and what coach is not."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(16)
        for icon, title, words in (
            (
                LineIcon.HELP,
                tr("A few questions first"),
                tr("Three about your back, and whether you hear the voice. The long form only once."),
            ),
            (
                LineIcon.SOUND,
                tr("Then just follow"),
                tr("The voice says what to do, which side, and when to let go. You need not touch anything."),
            ),
            (LineIcon.HAND, tr("Stop whenever it hurts"), translated(safety_messages.M_RULE)),
        ):
            self._row.addWidget(_card(theme, icon, title, words), 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(SIDE, 0, SIDE, ABOVE)
        column.setSpacing(16)
        column.addLayout(self._row)
        self.ready = ReadyLines(theme, 14)
        ready = QVBoxLayout()
        ready.setSpacing(4)
        ready.addWidget(heading(theme, tr("Have ready"), size=16, weight=600))
        ready.addWidget(self.ready)
        column.addLayout(ready)
        about = Lines(theme, tr("What coach is"))
        about.add(translated(safety_messages.M_NOTDEVICE), size=14, muted=True)
        column.addLayout(outdented(about))

    def arrange(self, width: int) -> None:
        """Put the cards side by side where the width has room for that."""
        beside = width >= self._theme.px(BESIDE_FROM)
        self.ready.arrange(width)
        self._row.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)


def _card(theme: Theme, icon: LineIcon, title: str, words: str) -> Card:
    made = Card(theme, raised=True)
    row = QHBoxLayout(made)
    row.setContentsMargins(20, 18, 20, 18)
    row.setSpacing(14)
    row.addWidget(IconTile(theme, icon, warns=icon is LineIcon.HAND), 0, Qt.AlignmentFlag.AlignTop)
    column = QVBoxLayout()
    column.setSpacing(4)
    lines = Lines(theme, title)
    lines.add(words, size=15)
    column.addWidget(heading(theme, title, size=17, weight=600))
    column.addLayout(outdented(lines))
    column.addStretch()
    row.addLayout(column, 1)
    return made
