"""The page of all routines, each as a card."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout

from coach.ui.figure.slices import Slices
from coach.ui.kit.text_page import TextPage
from coach.ui.library.routine_tile import RoutineTile
from coach.words.catalogue import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from coach.ui.figure.picture_cache import PictureCache
    from coach.ui.kit.theme import Theme
    from coach.ui.library.routine_tile import ShownRoutine

BETWEEN, BESIDE = 18, 80
"""Room between two cards, and beside both of them with a scroll bar, in px."""


class RoutinesPage(TextPage):
    """Shows the routines; each signal carries the id of one."""

    _widest = 1400
    start_wanted = Signal(str)
    today_wanted = Signal(str)
    listen_wanted = Signal(str)

    def __init__(self, theme: Theme, pictures: PictureCache) -> None:
        super().__init__(theme, tr("Routines"))
        self._pictures = pictures
        self.tiles: list[RoutineTile] = []
        self._across = 0
        self._grid = QGridLayout()
        self._grid.setSpacing(BETWEEN)
        self._column.addLayout(self._grid)
        self._column.addStretch(1)
        self._slice = Slices(self, pictures, self._draw_one)

    def show_routines(self, routines: Sequence[ShownRoutine]) -> None:
        """Show these routines; the focus stays on the same button where it was on one."""
        had = [(tile.start.hasFocus(), tile.more.hasFocus()) for tile in self.tiles]
        for tile in self.tiles:
            tile.hide()
            tile.deleteLater()
        self.tiles = [RoutineTile(self._theme, self._pictures, routine) for routine in routines]
        for tile, routine in zip(self.tiles, routines, strict=True):
            tile.start_wanted.connect(lambda routine=routine: self.start_wanted.emit(routine.id))
            tile.today_wanted.connect(lambda routine=routine: self.today_wanted.emit(routine.id))
            tile.listen_wanted.connect(lambda routine=routine: self.listen_wanted.emit(routine.id))
        self._across = 0
        self._arrange()
        for tile, (start, more) in zip(self.tiles, had, strict=False):
            if start or more:
                (tile.start if start else tile.more).setFocus()
        self._slice.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the cards side by side where there is room."""
        super().resizeEvent(event)
        self._arrange()
        self._slice.start()

    def _arrange(self) -> None:
        widest = max((tile.minimumSizeHint().width() for tile in self.tiles), default=0)
        across = 2 if 2 * widest + BETWEEN + BESIDE <= self.width() else 1
        if across == self._across:
            return
        self._across = across
        while self._grid.takeAt(0) is not None:
            pass
        for column in range(2):
            self._grid.setColumnStretch(column, 1 if column < across else 0)
        for place, tile in enumerate(self.tiles):
            self._grid.addWidget(tile, place // across, place % across)

    @property
    def is_complete(self) -> bool:
        """Whether every picture is drawn."""
        return all(tile.pictures.missing() is None for tile in self.tiles)

    def _draw_one(self) -> bool:
        for tile in self.tiles:
            if (view := tile.pictures.missing()) is not None:
                self._pictures.close_up(view)
                for each in self.tiles:
                    each.pictures.update()
                return True
        return False
