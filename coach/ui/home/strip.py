"""The strip of exercises on the start page: tiles side by side. Where not all fit, it scrolls with two buttons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractButton, QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QWidget

from coach.ui.figure.slices import Slices
from coach.ui.home.tile import PICTURE, Tile
from coach.ui.kit.marks import GROUP
from coach.ui.kit.painting import RIM, arrow, panel, ring_around, round_pen
from coach.ui.kit.states import KeyPress, State, one_stop
from coach.words.catalogue import tr

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent, QShowEvent

    from coach.ui.figure.picture_cache import PictureCache
    from coach.ui.home.tile import TileWords
    from coach.ui.kit.theme import Theme

MOST = 7
"""Most tiles side by side."""
LEAST_WIDTH, BETWEEN = 112, 2 * RIM
"""Least width of a picture, in px at 100 %, and room between two for their rings, in px."""
MOST_WIDTH = 240
"""Most width of a tile, in px at 100 %: one exercise alone does not fill the page."""
SIDE = 44
"""Side of the buttons that scroll, in px."""
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class _Arrow(KeyPress, QAbstractButton):
    """A button that scrolls on: `degrees` is where its arrow points, from down, clockwise."""

    def __init__(self, theme: Theme, name: str, *, onwards: bool) -> None:
        super().__init__()
        self._theme, self._onwards = theme, onwards
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setFixedSize(SIDE, SIDE + 2 * RIM)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint ground, arrow and ring."""
        t, state = self._theme.tokens, self.state
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self.isEnabled():
            painter.setOpacity(0.45)
        body = QRectF(self.rect()).adjusted(RIM, 2 * RIM, -RIM, -2 * RIM)
        if state & (State.HOVER | State.PRESSED):
            panel(painter, body, t.sunk if State.PRESSED in state else t.hover, None, 12)
        points_right = self._onwards != self.isRightToLeft()
        at, pen = QPointF(QRectF(self.rect()).center()), round_pen(t.ink, 2)
        arrow(painter, at, self._theme.px(6), pen, -90 if points_right else 90)
        if State.FOCUS in state:
            ring_around(painter, body, t.focus, 12)


class _Area(QScrollArea):
    """What scrolls the tiles; keys are for the strip and for the page."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take no key."""
        event.ignore()


class Strip(QWidget):
    """Tab stops once at the tiles; Left and Right lead from one to the next, Home and End to the first and last."""

    wanted = Signal(int)
    """The place in the routine, from 0, of the exercise that was asked for."""

    def __init__(self, theme: Theme, pictures: PictureCache) -> None:
        super().__init__()
        self._theme, self._pictures = theme, pictures
        self.tiles: list[Tile] = []
        self._rows: tuple[TileWords, ...] = ()
        self._plays = -1
        self._page_height = 0
        self._slice = Slices(self, pictures, self._draw_one)
        self.setObjectName(GROUP)
        self.setAccessibleName(tr("Exercises"))
        self._inside = QWidget()
        self._area = _Area()
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(self._inside)
        self.back = _Arrow(theme, tr("Exercises before these"), onwards=False)
        self.onwards = _Arrow(theme, tr("Exercises after these"), onwards=True)
        self.back.clicked.connect(lambda: self._scroll(-1))
        self.onwards.clicked.connect(lambda: self._scroll(1))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.back, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._area, 1)
        row.addWidget(self.onwards, 0, Qt.AlignmentFlag.AlignTop)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._area.horizontalScrollBar().valueChanged.connect(self._on_scrolled)
        pictures.changed.connect(self._on_pictures)

    # What it shows

    def show_rows(self, rows: tuple[TileWords, ...]) -> None:
        """Show these exercises."""
        if rows == self._rows:
            return
        self._rows = rows
        for tile in self.tiles:
            tile.hide()
            tile.deleteLater()
        self.tiles = []
        for number, row in enumerate(rows):
            tile = Tile(self._theme, self._pictures, row, number + 1)
            tile.setParent(self._inside)
            tile.clicked.connect(lambda _on=False, place=number: self.wanted.emit(place))
            tile.show()
            self.tiles.append(tile)
        self._make_stop(0)
        self.frame(self._plays)
        self.arrange(self.width(), self._page_height)
        self._area.horizontalScrollBar().setValue(0)

    def frame(self, place: int) -> None:
        """Frame the exercise that the hero shows, or none."""
        self._plays = place
        for number, tile in enumerate(self.tiles):
            tile.set_plays(plays=number == place)

    # Sizes

    def arrange(self, width: int, page_height: int) -> None:
        """Lay the tiles out for a width, on a page of that height, in px."""
        self._page_height = page_height
        px, count, between = self._theme.px, len(self.tiles), BETWEEN
        if not count or width <= 0:
            return
        fit = max(1, (width + between) // (px(LEAST_WIDTH) + between))
        scrolls = count > min(MOST, fit)
        room = width + 2 * RIM - (2 * SIDE if scrolls else 0)
        shown = max(1, min(MOST, (room - 2 * RIM + between) // (px(LEAST_WIDTH) + between))) if scrolls else count
        step = min((room + between - 2 * RIM) // shown, px(MOST_WIDTH) + between)
        tile_width = step - between + 2 * RIM
        picture = round(max(px(PICTURE), min(px(PICTURE) + (page_height - px(760)) * 0.164, (tile_width - 10) / 1.5)))
        height = max(tile.height_for(tile_width, picture) for tile in self.tiles)
        for number, tile in enumerate(self.tiles):
            tile.fit(QSize(tile_width, height), picture)
            at = count - 1 - number if self.isRightToLeft() else number
            tile.move(at * step, 0)
        self._inside.setFixedSize(count * step - between + 2 * RIM, height)
        for button in (self.back, self.onwards):
            button.setVisible(scrolls)
        self._area.setFixedHeight(height)
        self.setFixedHeight(height)
        self._area.horizontalScrollBar().setSingleStep(step)
        self._on_scrolled()
        self._slice.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say again which way there is more."""
        super().resizeEvent(event)
        self._on_scrolled()

    def showEvent(self, event: QShowEvent) -> None:
        """Go on with the pictures."""
        super().showEvent(event)
        self._slice.start()

    # Scrolling

    def _scroll(self, by: int) -> None:
        bar = self._area.horizontalScrollBar()
        by = -by if self.isRightToLeft() else by
        step = bar.singleStep()
        shown = max(1, self._area.viewport().width() // max(1, step))
        bar.setValue((round(bar.value() / max(1, step)) + by * max(1, shown - 1)) * step)

    def _on_scrolled(self) -> None:
        bar = self._area.horizontalScrollBar()
        low, high = bar.value() > bar.minimum(), bar.value() < bar.maximum()
        had = self.back.hasFocus() or self.onwards.hasFocus()
        self.back.setEnabled(high if self.isRightToLeft() else low)
        self.onwards.setEnabled(low if self.isRightToLeft() else high)
        if had and not (self.back.hasFocus() or self.onwards.hasFocus()):  # the focus must not leave the strip
            (self.back if self.back.isEnabled() else self.onwards).setFocus(Qt.FocusReason.OtherFocusReason)

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from tile to tile; every other key goes to the page."""
        here = next((place for place, tile in enumerate(self.tiles) if tile.hasFocus()), None)
        key = Qt.Key(event.key())
        step = _STEPS.get(key, 0) * (-1 if self.isRightToLeft() else 1)
        ends = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: len(self.tiles) - 1}
        to = None if here is None else ends.get(key, here + step)
        if to is None or to == here or not 0 <= to < len(self.tiles):
            super().keyPressEvent(event)
            return
        self._make_stop(to)
        self.tiles[to].setFocus(Qt.FocusReason.TabFocusReason)
        self._area.ensureWidgetVisible(self.tiles[to], 0, 0)

    def _make_stop(self, place: int) -> None:
        """Make one tile the one at which Tab stops."""
        if self.tiles:
            one_stop(self.tiles, self.tiles[place])

    # Pictures

    @property
    def is_complete(self) -> bool:
        """Whether every tile shows its picture."""
        return all(tile.is_complete for tile in self.tiles)

    def _on_pictures(self) -> None:
        for tile in self.tiles:
            tile.forget()

    def _draw_one(self) -> bool:
        missing = next((tile for tile in self.tiles if not tile.is_complete), None)
        if missing is None or not self.isVisible():
            return False
        missing.draw()
        return True
