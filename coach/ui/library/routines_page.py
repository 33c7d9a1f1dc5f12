"""The page of all routines, each as a card: those that come with coach, and the person's own."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QMargins, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QBoxLayout, QWidget

from coach.background.timers import single_shot
from coach.ui.figure.slices import Slices
from coach.ui.kit.head_rows import HeadRows
from coach.ui.kit.key_button import KeyButton, Look
from coach.ui.kit.line_icons import LineIcon
from coach.ui.kit.line_list import Outdented
from coach.ui.kit.painting import RIM
from coach.ui.kit.scroll_page import column_of
from coach.ui.kit.text_page import TextPage
from coach.ui.kit.toast import Toast
from coach.ui.library.card_grid import BETWEEN, CardGrid
from coach.ui.library.hold_pictures import draw_one
from coach.ui.library.problem_tile import ProblemTile
from coach.ui.library.routine_tile import RoutineTile
from coach.ui.library.sheet_card import SheetCard
from coach.ui.library.shown import ShownProblem, ShownRoutine
from coach.words.catalogue import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QKeyEvent, QShowEvent

    from coach.ui.figure.picture_cache import PictureCache
    from coach.ui.kit.theme import Theme
    from coach.ui.library.tile import Tile

AT_ONCE = 4
"""Cards that are made before the page shows: two rows. The others follow while it shows."""
SLICE_S = 0.008
"""So long cards are made at a time, in s: no frame is missed."""
PAUSE_MS = 20
"""Time before the next ones: what is there is painted, and a key is answered."""

Shown: TypeAlias = ShownRoutine | ShownProblem


def _nothing(name: str) -> Shown:
    return ShownProblem(name, "", ())


class RoutinesPage(TextPage):
    """Shows the cards; what is done with them others do."""

    _widest = 1400
    wanted = Signal(object, str)
    """A Wish, and the id of what it is for."""
    import_wanted = Signal()
    new_wanted = Signal()
    read_code_wanted = Signal()
    undo_wanted = Signal()
    """What the news at the foot of the page tells is to be undone."""

    def __init__(self, theme: Theme, pictures: PictureCache) -> None:
        super().__init__(theme, tr("Routines"))
        column_of(self).raised = RIM
        self._pictures = pictures
        self.tiles: list[Tile] = []
        self._ids: tuple[str, ...] = ()
        self._of: Callable[[str], Shown] = _nothing
        self._grid = CardGrid()
        self._column.addWidget(self._grid)
        self._column.addSpacing(BETWEEN - 12)
        self.sheet = SheetCard(theme)
        self.sheet.read_code.clicked.connect(self.read_code_wanted)
        self._column.addWidget(self.sheet)
        self._column.addStretch(1)
        self.toast = Toast(theme, self)
        self.toast.undo_wanted.connect(self.undo_wanted)
        self._slice = Slices(self, pictures, self._draw_one)
        self._soon = single_shot(self, self._make_more, PAUSE_MS)
        column_of(self).verticalScrollBar().valueChanged.connect(self._slice.start)

    def _head(self) -> QBoxLayout:
        theme = self._theme
        self.title.setWordWrap(False)
        self.import_ = KeyButton(theme, tr("Import a file"), height=44, size=15, icon=LineIcon.IMPORT)
        self.import_.clicked.connect(self.import_wanted)
        self.new = KeyButton(theme, tr("New routine"), look=Look.PRIMARY, height=44, size=15, icon=LineIcon.NEW)
        self.new.clicked.connect(self.new_wanted)
        row = Outdented(QBoxLayout.Direction.LeftToRight, QMargins(RIM, 0, RIM, RIM))
        row.addWidget(HeadRows([self.close_button, self.title], [self.import_, self.new]))
        return row

    # Cards

    def show_routines(self, ids: Sequence[str], of: Callable[[str], Shown]) -> None:
        """Show these, each as `of` says it is, in this order.

        A card that shows the same stays. The focus stays on the same button of the same card; where that is gone, it
        goes to the one that stands in its place.
        """
        had, made = self._focused(), len(self.tiles)
        known = {tile.shown.id: tile for tile in self.tiles}
        self._ids, self._of = tuple(ids), of
        self.tiles = []
        for name in self._ids[: max(AT_ONCE, made)]:
            shown = of(name)
            tile = known.get(name)
            if tile is not None and tile.shown == shown:
                self.tiles.append(known.pop(name))
            else:
                self.tiles.append(self._tile(shown))
        self._grid.set_cards(self.tiles)
        self._put_in_order(0)
        if had is not None:
            self._focus_again(*had)
        for tile in known.values():
            tile.hide()
            tile.deleteLater()
        self._slice.start()
        if self.isVisible():
            self._make_more_soon()

    def _tile(self, shown: Shown) -> Tile:
        tile: Tile
        if isinstance(shown, ShownProblem):
            tile = ProblemTile(self._theme, shown)
        else:
            tile = RoutineTile(self._theme, self._pictures, shown)
            tile.pictures.resized.connect(self._slice.start)
        tile.wanted.connect(lambda wish, name=shown.id: self.wanted.emit(wish, name))
        return tile

    def showEvent(self, event: QShowEvent) -> None:
        """Make the other cards from now on: counted from before, the time would be over before this is painted."""
        super().showEvent(event)
        self._make_more_soon()

    def _make_more_soon(self) -> None:
        if not self.has_all:
            self._soon.start()

    def _make_more(self) -> None:
        """Make the next cards, as many as fit into a slice of time."""
        ends_s = time.monotonic() + SLICE_S
        first = len(self.tiles)
        while len(self.tiles) < len(self._ids) and time.monotonic() < ends_s:
            self._make_one()
        self._show_made(first)

    def _make(self, up_to: int) -> None:
        first = len(self.tiles)
        while len(self.tiles) < up_to:
            self._make_one()
        self._show_made(first)

    def _make_one(self) -> None:
        self.tiles.append(self._tile(self._of(self._ids[len(self.tiles)])))

    def _show_made(self, first: int) -> None:
        if len(self.tiles) > first:
            self._grid.add(self.tiles[first:])
            self._put_in_order(first)
            self._slice.start()
        self._make_more_soon()

    def _put_in_order(self, first: int) -> None:
        """Have Tab come by the cards from this one on in their order."""
        before: QWidget = self.tiles[first - 1].last if first else self.new
        for tile in self.tiles[first:]:
            for part in tile.parts:
                QWidget.setTabOrder(before, part)
                before = part
        QWidget.setTabOrder(before, self.sheet.read_code)
        QWidget.setTabOrder(self.sheet.read_code, self.toast.undo)

    # Focus

    def focus_on(self, name: str) -> None:
        """Give the focus to the card with this id, which is made now where it is still to come."""
        if name not in self._ids:
            return
        place = self._ids.index(name)
        self._make(up_to=place + 1)
        self.tiles[place].first.setFocus()

    def has_focus_on(self, name: str) -> bool:
        """Tell whether the focus is on the card with this id."""
        focused = self._focused()
        return focused is not None and focused[1] == name

    def _focused(self) -> tuple[int, str, int] | None:
        """Return which card has the focus, as its place and its id, and which of its buttons."""
        focused = QApplication.focusWidget()
        for place, tile in enumerate(self.tiles):
            if focused in tile.parts:
                return place, tile.shown.id, tile.parts.index(focused)
        return None

    def _focus_again(self, place: int, name: str, part: int) -> None:
        if not self.tiles:
            self.title.setFocus()
            return
        same = next((tile for tile in self.tiles if tile.shown.id == name), None)
        tile = same or self.tiles[min(place, len(self.tiles) - 1)]
        tile.parts[min(part, len(tile.parts) - 1)].setFocus()

    # News

    def tell(self, text: str, undo: str = "") -> None:
        """Tell what was done at the foot of the page, with a button that undoes it where it has words; Tab leads there.

        Ctrl+Z does the same as long as it shows.
        """
        self.toast.tell(text, undo)
        focused = QApplication.focusWidget()
        if undo and focused is not None and self.isAncestorOf(focused):
            QWidget.setTabOrder(focused, self.toast.undo)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Undo with Ctrl+Z what the news tells; everything else is as on any page."""
        if event.matches(QKeySequence.StandardKey.Undo) and self.toast.undo.isVisible():
            self.toast.undo.click()
        else:
            super().keyPressEvent(event)

    # Pictures

    @property
    def has_all(self) -> bool:
        """Whether every card is made."""
        return len(self.tiles) == len(self._ids)

    @property
    def is_complete(self) -> bool:
        """Whether every card is made, and every picture in sight is drawn."""
        return self.has_all and all(tile.pictures.missing() is None for tile in self._in_sight())

    def _in_sight(self) -> list[RoutineTile]:
        return [tile for tile in self.tiles if isinstance(tile, RoutineTile) and not tile.visibleRegion().isEmpty()]

    def _draw_one(self) -> bool:
        return draw_one(self._pictures, [tile.pictures for tile in self._in_sight()])
