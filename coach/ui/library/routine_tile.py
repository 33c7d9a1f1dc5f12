"""A routine as a card: three of its holds as pictures, where it comes from, its name and length, and Start."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMargins
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout

from coach.ui.kit.chip import Chip
from coach.ui.kit.icons import Icon
from coach.ui.kit.key_button import KeyButton, Look
from coach.ui.kit.label import heading, label
from coach.ui.kit.line_list import Outdented
from coach.ui.kit.painting import RIM
from coach.ui.kit.reading import along
from coach.ui.library.hold_pictures import HoldPictures
from coach.ui.library.tile import Tile
from coach.ui.library.wishes import Wish
from coach.words.catalogue import tr

if TYPE_CHECKING:
    from collections.abc import Iterable

    from coach.ui.figure.picture_cache import PictureCache
    from coach.ui.kit.theme import Theme
    from coach.ui.library.shown import ShownRoutine


class _Chip(Chip):
    height_px, radius, side, size_px = 22, 6, 8, 13.0


class RoutineTile(Tile):
    """One card. Its name is the name of the routine."""

    shown: ShownRoutine

    def __init__(self, theme: Theme, pictures: PictureCache, shown: ShownRoutine) -> None:
        super().__init__(theme, shown.name)
        self.shown = shown
        self.pictures = HoldPictures(theme, pictures, shown.holds)
        self.today = _Chip(theme, tr("On Today"))
        if not shown.is_on_today:
            self.today.hide()  # to show it before it is in its card would make a window of it
        look = Look.PRIMARY if shown.is_on_today else Look.SOFT
        self.start = KeyButton(theme, tr("Start"), icon=Icon.PLAY, look=look, height=48)
        self.start.setAccessibleName(tr("Start {routine}", routine=shown.name))
        self.start.clicked.connect(self._on_start)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 16)
        column.setSpacing(16)
        column.addWidget(self.pictures)
        column.addLayout(self._lower_part())
        column.addStretch()

    def _lower_part(self) -> QHBoxLayout:
        theme, shown = self._theme, self.shown
        origin = QHBoxLayout()
        origin.setSpacing(8)
        came = label(theme, shown.origin, size=13, weight=600, muted=True, wrap=False)
        theme.give(came, least_height=_Chip.height_px)  # all names begin at one height, with the chip or without
        origin.addWidget(came)
        origin.addWidget(self.today)
        origin.addStretch()
        words = QVBoxLayout()
        words.setSpacing(6)
        words.addLayout(origin)
        words.addWidget(heading(theme, shown.name, size=19))
        words.addWidget(label(theme, shown.facts, size=16, muted=True))
        buttons = Outdented(QBoxLayout.Direction.LeftToRight, QMargins(RIM, RIM, RIM, RIM))
        buttons.setSpacing(4)
        buttons.addWidget(self.more)
        buttons.addWidget(self.start)
        row = QHBoxLayout()
        row.setContentsMargins(along(20, 0, 14, 0))
        row.setSpacing(8)
        row.addLayout(words, 1)
        at_foot = QVBoxLayout()
        at_foot.addStretch()
        at_foot.addLayout(buttons)
        row.addLayout(at_foot)
        return row

    @property
    def first(self) -> KeyButton:
        """The button that is most likely wanted."""
        return self.start

    def _wishes(self) -> Iterable[tuple[Wish, bool]]:
        return ((wish, wish is not Wish.TODAY or not self.shown.is_on_today) for wish in self.shown.wishes)

    def _on_start(self) -> None:
        self.wanted.emit(Wish.START)
