"""The hero of the start page: the room of the figure fills a card, with a few words and the one Start in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from coach.ui.figure import card
from coach.ui.kit.line_list import SIDE as ROOM
from coach.ui.kit.marks import GROUP

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent, QPaintEvent, QResizeEvent, QShowEvent

    from coach.ui.home.film import Film
    from coach.ui.kit.theme import Theme

RADIUS = 24
SIDE, LESS_SIDE = 36, 20
"""Room beside the words, in px at 100 %, and where they lie below the picture."""
WORDS = 440
"""Most width of the words, in px at 100 %."""
FROM_END, GROWS_FROM, GROWS_BY = 240, 322, 0.9
"""Distance of the middle of the scene from the end of the card, in px at 100 %; it grows with a card that is higher."""
BESIDE_FROM = 776
"""Width of the card from which the words lie beside the picture, in px at 100 %."""
BEFORE_SCENE = 476
"""Width of the scene that the words leave free, in px at 100 %."""
HORIZON, SUN = 0.624, 0.584
"""Where the floor begins, and the radius of the sun: shares of the height of the scene, until there is a picture."""


class Hero(QWidget):
    """Paints the room with the figure, and has room for words in `column`."""

    is_moving_wanted = Signal()
    """It was shown or hidden: whether the figure may move has to be asked again."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setObjectName(GROUP)
        self._film: Film | None = None
        self._scene = QRect()
        self._corners = QPainterPath()
        self.column = QVBoxLayout(self)
        self.column.setSpacing(0)
        # It paints all its pixels, corners included, so that a picture does not repaint the page behind it.
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def take(self, film: Film) -> None:
        """Show this film from now on."""
        self._film = film
        film.area_changed.connect(self.update)
        self._tell_film()
        self.update()

    # Sizes

    def is_beside(self, width: int) -> bool:
        """Tell whether in a card of this width the words lie beside the picture, not below it."""
        return width >= self._theme.px(BESIDE_FROM)

    def words_width(self, width: int) -> int:
        """Return the width that the words have in a card of this width, in px."""
        px = self._theme.px
        return min(px(WORDS), width - px(BEFORE_SCENE)) if self.is_beside(width) else width - 2 * px(LESS_SIDE)

    def arrange(self, width: int, height: int, most_height: int | None = None) -> int:
        """Lay words and picture out for a width, in about that height; return the height it takes.

        Where the words lie below the picture, the picture has what `most_height` leaves, and gives way first.
        """
        px = self._theme.px
        if self.is_beside(width):
            middle = px(FROM_END) + max(0, round((height - px(GROWS_FROM)) * GROWS_BY))
            words = self.words_width(width)
            left, right = px(SIDE) - ROOM, width - px(SIDE) - words - ROOM
            self.column.setContentsMargins(*self._mirrored(left, px(24), right, px(24)))
            height = max(height, self.column.heightForWidth(width))
            scene = QRect(width - 2 * middle, 0, 2 * middle, height)
        else:
            side = px(LESS_SIDE)
            beside = side - ROOM
            self.column.setContentsMargins(beside, 0, beside, side)
            words_height = self.column.heightForWidth(width)
            room = (height if most_height is None else most_height) - words_height
            room = min(room, round(width * 0.6)) if room >= px(80) else px(LESS_SIDE)
            scene = QRect(0, 0, width, room) if room >= px(80) else QRect()
            self.column.setContentsMargins(beside, room, beside, side)
            height = words_height + room
        if self.isRightToLeft():
            scene.moveLeft(width - scene.x() - scene.width())
        self.setFixedHeight(height)
        if scene != self._scene:
            self._scene = scene
            self._tell_film()
            self.update()
        return height

    def _mirrored(self, left: int, top: int, right: int, bottom: int) -> tuple[int, int, int, int]:
        return (right, top, left, bottom) if self.isRightToLeft() else (left, top, right, bottom)

    def _tell_film(self) -> None:
        if self._film is not None:
            self._film.show_in(self.size(), self._scene, self.devicePixelRatioF())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the picture to the new size."""
        super().resizeEvent(event)
        self._corners = QPainterPath()
        self._corners.setFillRule(Qt.FillRule.OddEvenFill)
        self._corners.addRect(QRectF(self.rect()))
        self._corners.addRoundedRect(QRectF(self.rect()), RADIUS, RADIUS)
        self._tell_film()

    def showEvent(self, event: QShowEvent) -> None:
        """Ask whether to move."""
        super().showEvent(event)
        self.is_moving_wanted.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        """Ask whether to move."""
        super().hideEvent(event)
        self.is_moving_wanted.emit()

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the area that changed, then have the next picture planned."""
        painter = QPainter(self)
        area, film = event.rect(), self._film
        picture = None if film is None else film.picture()
        if picture is None:
            self._paint_room(painter)
        else:
            ground, patch = picture
            card.paint_picture(painter, self._theme, ground, [patch], area, self.size())
        if not self.rect().adjusted(RADIUS, RADIUS, -RADIUS, -RADIUS).contains(area):
            self._paint_frame(painter)
        painter.end()
        if film is not None:
            film.plan()

    def _paint_room(self, painter: QPainter) -> None:
        """Paint the room without anybody in it."""
        t, scene = self._theme.tokens, QRectF(self._scene)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(t.wall)
        painter.drawRect(self.rect())
        horizon = scene.top() + scene.height() * HORIZON
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not scene.isEmpty():
            painter.setBrush(t.sun)
            radius = min(scene.height() * SUN, scene.width() * 0.43)
            painter.drawEllipse(QPointF(scene.center().x(), horizon), radius, radius)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        painter.setBrush(t.floor)
        painter.drawRect(QRectF(0, horizon, self.width(), self.height()))

    def _paint_frame(self, painter: QPainter) -> None:
        t = self._theme.tokens
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.palette().window())
        painter.drawPath(self._corners)
        inset = t.border_px / 2
        painter.setPen(QPen(t.line, t.border_px))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        frame = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(frame, RADIUS - inset, RADIUS - inset)

    def minimumSizeHint(self) -> QSize:
        """Return the width of the widest button: the words take as many lines as they need."""
        return QSize(self.column.minimumSize().width(), self.height())
