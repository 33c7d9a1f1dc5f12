"""A tile of the strip: the picture of an exercise, its name and its dose. A press leads to the exercise in full."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QStyle

from coach.ui.kit.painting import RIM, ring_around
from coach.ui.kit.states import KeyPress, State
from coach.words.basics import listed

if TYPE_CHECKING:
    from PySide6.QtGui import QFont, QImage, QPaintEvent

    from coach.core.own_pictures import Drawing
    from coach.core.pacing import Side
    from coach.core.routine import Picture
    from coach.ui.figure.close_ups import View
    from coach.ui.figure.picture_cache import PictureCache
    from coach.ui.kit.theme import Theme

PICTURE = 78
"""Height of a picture, in px at 100 %."""
RADIUS = 14
FRAME, FRAME_AWAY = 3, 1
"""Thickness of the frame round what plays in the hero, and its distance from the picture, in px."""
GAP = 8
"""Room between picture and name, in px at 100 %."""
_WRAPS = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop


class TileWords(NamedTuple):
    """What a tile shows; `figure` is the id of a movement, or a picture of one's own."""

    name: str
    dose: str
    figure: Drawing | None = None
    side: Side | None = None


class RoutineChoice(NamedTuple):
    """A routine that can be started: its id and name, how long it takes, and up to three pictures with their sides."""

    id: str
    name: str
    facts: str
    figures: tuple[tuple[Drawing, Side | None], ...]


class Tile(KeyPress, QAbstractButton):
    """One exercise. Room of `RIM` px around the picture is for the focus ring."""

    def __init__(self, theme: Theme, pictures: PictureCache, row: TileWords, number: int) -> None:
        super().__init__()
        self._theme, self._pictures, self._number = theme, pictures, number
        self._picture_height = theme.px(PICTURE)
        self._image: QImage | None = None
        pictures.arrived.connect(self._on_arrived)
        self.row = row
        self.plays = False
        self.setAccessibleName(listed((row.name, row.dose)))
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_plays(self, *, plays: bool) -> None:
        """Frame the picture while the hero shows this exercise."""
        if plays != self.plays:
            self.plays = plays
            self.update()

    # Sizes

    @property
    def _fonts(self) -> tuple[QFont, QFont]:
        """The fonts of name and dose, in the text size in force."""
        return self._theme.font(14, 600), self._theme.font(13)

    def height_for(self, width: int, picture_height: int) -> int:
        """Return the height that this tile needs at a width, in px."""
        name = self._words_height(width - 2 * RIM, self.row.name, 0)
        dose = self._words_height(width - 2 * RIM, self.row.dose, 1)
        return 2 * RIM + picture_height + self._theme.px(GAP) + name + 2 + dose

    def fit(self, size: QSize, picture_height: int) -> None:
        """Take that size; the picture is made for it when there is time."""
        self._picture_height = picture_height
        self.setFixedSize(size)

    def sizeHint(self) -> QSize:
        """Return the size it was given."""
        return self.maximumSize()

    def _words_height(self, width: int, words: str, which: int) -> int:
        room = QRect(0, 0, max(1, width), 1000)
        return QFontMetrics(self._fonts[which]).boundingRect(room, _WRAPS, words).height()

    @property
    def place(self) -> QRect:
        """Where the picture is."""
        return QRect(RIM, RIM, self.width() - 2 * RIM, self._picture_height)

    # The picture

    @property
    def _view(self) -> View | None:
        if not self._pictures.knows(self.row.figure) or self.row.figure is None:
            return None
        return self._pictures.view(self.row.figure, self.row.side, self.place.size(), self.devicePixelRatioF())

    @property
    def is_complete(self) -> bool:
        """Whether its picture is there, or cannot be."""
        view = self._view
        return view is None or (self._image is not None and self._pictures.has_close_up(view))

    def draw(self) -> None:
        """Draw its picture."""
        view = self._view
        self._image = None if view is None else self._pictures.close_up(view)
        self.update()

    def _on_arrived(self, picture: Picture) -> None:
        figure = self.row.figure
        if figure is not None and not isinstance(figure, str) and figure.data == picture.data:
            self.draw()

    def forget(self) -> None:
        """Drop its picture: there is another one."""
        self._image = None
        self.update()

    # Keys and painting

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint picture, name and dose, the frame, and the ring."""
        t, state = self._theme.tokens, self.state
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        place = QRectF(self.place)
        shape = QPainterPath()
        shape.addRoundedRect(place, RADIUS, RADIUS)
        painter.fillPath(shape, t.sunk)
        painter.setFont(self._fonts[0])
        if self._image is not None:
            painter.save()
            painter.setClipPath(shape)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(place, self._image)
            painter.restore()
        elif self._view is None:  # no figure: the number of the exercise stands in its place
            painter.setPen(t.muted)
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, str(self._number))
        is_told_by_edge = State.HOVER in state or State.PRESSED in state
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(t.edge if is_told_by_edge else t.line, t.border_px + is_told_by_edge))
        inset = painter.pen().widthF() / 2
        painter.drawRoundedRect(place.adjusted(inset, inset, -inset, -inset), RADIUS - inset, RADIUS - inset)
        if self.plays:
            out = FRAME_AWAY + FRAME / 2
            painter.setPen(QPen(t.brand, FRAME))
            painter.drawRoundedRect(place.adjusted(-out, -out, out, out), RADIUS + out, RADIUS + out)
        self._paint_words(painter)
        if State.FOCUS in state:
            ring_around(painter, place, t.focus, RADIUS)

    def _paint_words(self, painter: QPainter) -> None:
        t, width = self._theme.tokens, self.place.width()
        top = self.place.bottom() + 1 + self._theme.px(GAP)
        across = QStyle.visualAlignment(self.layoutDirection(), Qt.AlignmentFlag.AlignLeft)
        for which, (words, colour) in enumerate(((self.row.name, t.ink), (self.row.dose, t.muted))):
            height = self._words_height(width, words, which)
            painter.setFont(self._fonts[which])
            painter.setPen(colour)
            painter.drawText(QRect(RIM, top, width, height), _WRAPS | across, words)
            top += height + 2
