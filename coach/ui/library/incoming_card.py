"""One routine that comes in, as a card: pictures, name and length, what it takes the place of, and its exercises."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout

from coach.ui.kit.card import Card
from coach.ui.kit.label import heading, label
from coach.ui.kit.line_list import dotted, outdented
from coach.ui.kit.marks import GROUP
from coach.ui.library.hold_pictures import HoldPictures
from coach.words.catalogue import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from coach.ui.figure.picture_cache import PictureCache
    from coach.ui.kit.theme import Theme
    from coach.ui.library.shown import ShownIncomingRoutine

PICTURES = 300
"""Width of the pictures beside the name, in px at 100 %."""
BESIDE = 640
"""Width of the card from which on they stand there, in px at 100 %; in a narrower one they are above it."""


class IncomingCard(Card):
    """Its name is the name of the routine."""

    def __init__(self, theme: Theme, pictures: PictureCache, shown: ShownIncomingRoutine) -> None:
        super().__init__(theme, raised=True)
        self.setObjectName(GROUP)
        self.setAccessibleName(shown.name)
        self.pictures = HoldPictures(theme, pictures, shown.holds, alone=True)
        theme.give(self.pictures, width=PICTURES)
        words = QVBoxLayout()
        words.setSpacing(6)
        words.addWidget(heading(theme, shown.name, size=19))
        words.addWidget(label(theme, shown.facts, size=16, muted=True))
        if replaced := _replaced(shown):
            words.addSpacing(4)
            words.addWidget(label(theme, replaced, size=16))
        words.addStretch()
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._head.setSpacing(20)
        if shown.holds:
            self._head.addWidget(self.pictures, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        else:
            self.pictures.setParent(self)
            self.pictures.hide()
        self._head.addLayout(words, 1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(20, 18, 20, 18)
        self._column.setSpacing(10)
        self._column.addLayout(self._head)
        self._add_list(tr("What differs"), shown.differs)
        self._add_list(tr("Exercises"), shown.exercises)

    def _add_list(self, title: str, texts: Sequence[str]) -> None:
        if texts:
            self._column.addSpacing(4)
            self._column.addWidget(heading(self._theme, title, size=16, weight=600))
            self._column.addLayout(outdented(dotted(self._theme, title, texts, 15)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the pictures beside the name or above it."""
        super().resizeEvent(event)
        way = QBoxLayout.Direction
        self._head.setDirection(way.LeftToRight if self.width() >= self._theme.px(BESIDE) else way.TopToBottom)


def _replaced(shown: ShownIncomingRoutine) -> str:
    """Return what becomes of the own routine in whose place it comes; empty where there is none."""
    if shown.is_same:
        return tr("This routine is here already, and it is the same.")
    if shown.replaces:
        return tr("It takes the place of “{name}”, which is among your routines.", name=shown.replaces)
    return ""
