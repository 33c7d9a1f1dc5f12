"""A routine of the person's own that cannot be used, as a card: its name, what is wrong with it, and a way on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMargins
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout

from coach.ui.kit.chip import Chip
from coach.ui.kit.icons import Icon
from coach.ui.kit.key_button import KeyButton
from coach.ui.kit.label import heading, label
from coach.ui.kit.line_icons import LineIcon
from coach.ui.kit.line_list import Outdented
from coach.ui.kit.painting import RIM
from coach.ui.kit.reading import along
from coach.ui.library.tile import Tile
from coach.ui.library.wishes import Wish
from coach.words.catalogue import plural, tr, translated

if TYPE_CHECKING:
    from collections.abc import Iterable

    from coach.ui.kit.theme import Theme
    from coach.ui.library.shown import ShownProblem

MOST = 2
"""Most problems on a card; the page of the file has all of them."""


class ProblemTile(Tile):
    """One card. Its name is that of the file, or of the routine that is not finished."""

    shown: ShownProblem

    def __init__(self, theme: Theme, shown: ShownProblem) -> None:
        super().__init__(theme, shown.name)
        self.shown = shown
        if shown.is_draft:
            self.again = KeyButton(theme, tr("Go on writing"), height=48)
            self.again.setAccessibleName(tr("Go on writing {routine}", routine=shown.name))
        else:
            self.again = KeyButton(theme, translated(Wish.AGAIN.words), icon=Icon.AGAIN, height=48)
            self.again.setAccessibleName(tr("Look at {file} again", file=shown.name))
        self.again.clicked.connect(self._on_again)
        told = tr("Not finished yet") if shown.is_draft else tr("Does not fit yet")
        state = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        state.addWidget(Chip(theme, told, LineIcon.WARNING, warns=True))
        state.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(along(20, 20, 14, 16))
        column.setSpacing(6)
        column.addLayout(state)
        column.addSpacing(4)
        column.addWidget(heading(theme, shown.name, size=19))
        for words in shown.problems[:MOST]:
            column.addWidget(label(theme, words, size=14, muted=True))
        if (more := len(shown.problems) - MOST) > 0:
            words = plural("And {number} more thing.", "And {number} more things.", more)
            column.addWidget(label(theme, words, size=14, muted=True))
        column.addStretch()
        buttons = Outdented(QBoxLayout.Direction.LeftToRight, QMargins(RIM, RIM, RIM, RIM))
        buttons.setSpacing(4)
        buttons.addStretch()
        buttons.addWidget(self.more)
        buttons.addWidget(self.again)
        column.addLayout(buttons)

    @property
    def first(self) -> KeyButton:
        """The button that is most likely wanted."""
        return self.again

    def _wishes(self) -> Iterable[tuple[Wish, bool]]:
        return ((wish, True) for wish in (Wish.DELETE,))

    def _on_again(self) -> None:
        self.wanted.emit(Wish.EDIT if self.shown.is_draft else Wish.AGAIN)
