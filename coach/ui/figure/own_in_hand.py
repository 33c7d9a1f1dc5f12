"""The pictures of one's own that a view shows now: one alone, or several with that of the work the largest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPainterPath, QPen

from coach.ui.figure.key_poses import paint_frame, panels
from coach.waves import later

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QSize
    from PySide6.QtGui import QImage

    from coach.core.routine import Picture
    from coach.ui.figure import own_pictures
    from coach.ui.figure.picture_cache import PictureCache
    from coach.ui.kit.theme import Theme
else:
    own_pictures = later("coach.ui.figure.own_pictures")

ROUND = 12
"""Radius of the corners of a picture that is no card, in px."""


class OwnInHand:
    """Holds what is shown, so that it stays while a sharper one is on its way."""

    def __init__(self, theme: Theme, pictures: PictureCache) -> None:
        self._theme, self._pictures = theme, pictures
        self._images: dict[str, QImage] = {}
        """Each by the text of its file: other words for it change nothing."""
        self.pictures: tuple[Picture, ...] = ()
        self._largest = 0

    def show(self, pictures: Sequence[Picture], largest: int = 0) -> bool:
        """Show these from now on, the one at that place the largest; return whether they are others than before."""
        if tuple(pictures) == self.pictures:
            return False
        self.pictures, self._largest = tuple(pictures), largest
        kept = {picture.data for picture in self.pictures}
        self._images = {data: image for data, image in self._images.items() if data in kept}
        return True

    def shows(self, picture: Picture) -> bool:
        """Tell whether a picture is one of these, whatever its words are."""
        return any(each.data == picture.data for each in self.pictures)

    def put_down(self) -> None:
        """Hold none, until they are painted again."""
        self._images.clear()

    @property
    def is_known(self) -> bool:
        """Whether there is a picture to show."""
        return any(self._pictures.knows(picture) for picture in self.pictures)

    @property
    def words(self) -> str:
        """What they show, for a screen reader."""
        return "\n".join(picture.describes for picture in self.pictures)

    def paint(self, painter: QPainter, room: QSize, *, framed: bool) -> None:
        """Paint into a room of that size in px, on a ground of their own where it is a card."""
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        whole = QRectF(0, 0, room.width(), room.height())
        if len(self.pictures) == 1:
            self._paint_one(painter, self.pictures[0], whole, framed=framed)
            return
        t = self._theme.tokens
        painter.fillRect(whole, t.surface)
        areas = panels(len(self.pictures), self._largest, room.width(), room.height())
        for number, (picture, area) in enumerate(zip(self.pictures, areas, strict=False)):
            shape = QPainterPath()
            shape.addRoundedRect(area, ROUND, ROUND)
            painter.save()
            painter.setClipPath(shape)
            self._paint_one(painter, picture, area, framed=True)
            painter.restore()
            paint_frame(painter, self._theme, area, number, now=number == self._largest)

    def _paint_one(self, painter: QPainter, picture: Picture, area: QRectF, *, framed: bool) -> None:
        t = self._theme.tokens
        image = self._image(picture, area, painter.device().devicePixelRatioF())
        if image is None:
            if framed:
                painter.fillRect(area, t.surface)
            return
        if framed:
            own_pictures.paint(painter, image, area, t.surface, self._pictures.own_shade)
            return
        place = own_pictures.place_in(image, area)
        shape = QPainterPath()
        shape.addRoundedRect(place, ROUND, ROUND)
        painter.save()
        painter.setClipPath(shape)
        own_pictures.paint(painter, image, place, t.surface, self._pictures.own_shade)
        painter.restore()
        painter.strokePath(shape, QPen(t.line, t.border_px))

    def _image(self, picture: Picture, area: QRectF, ratio: float) -> QImage | None:
        """Return the picture as sharp as it is there."""
        longest = round(max(area.width(), area.height()) * ratio)
        image = self._pictures.own_picture(picture, longest)
        if image is not None:
            self._images[picture.data] = image
        return self._images.get(picture.data)
