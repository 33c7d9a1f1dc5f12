"""A still of the figure in its room, as a card: the person at rest, where a page has something calm to show."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from coach.core.routine import Shown
    from coach.ui.figure.picture_cache import PictureCache
    from coach.ui.kit.theme import Theme

RADIUS = 20


class Pose(NamedTuple):
    """A pose of the figure: a movement, and the number of its picture."""

    figure: str
    number: int = 0


LYING, SITTING = Pose("pelvic-tilt"), Pose("ql-stretch")
KNEELING, ON_ALL_FOURS = Pose("childs-pose"), Pose("cat-cow")
POSES: dict[Shown, Pose] = {
    "kneeling": KNEELING,
    "hands-and-knees": ON_ALL_FOURS,
    "sitting": SITTING,
    "lying": LYING,
}
"""The pose for what a step of a routine shows."""


class Still(QWidget):
    """Paints one pose in a rectangle with round corners, and nothing where there is no such figure.

    `middle` is where the middle of the room is, as a share of the width, from the side where words begin.
    """

    def __init__(self, theme: Theme, pictures: PictureCache, pose: Pose, middle: float = 0.5) -> None:
        super().__init__()
        self._theme, self._pictures, self._pose, self.middle = theme, pictures, pose, middle
        self.shows_room = True
        """Whether the figure in its room shows, or a plain ground."""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        pictures.changed.connect(self.update)

    @property
    def pose(self) -> Pose:
        """What the person does."""
        return self._pose

    def take(self, pose: Pose) -> None:
        """Show another pose."""
        if pose != self._pose:
            self._pose = pose
            self.update()

    @property
    def is_known(self) -> bool:
        """Whether there is something to paint."""
        return self._pictures.knows(self._pose.figure)

    @property
    def room_height(self) -> int:
        """The height of the room, in px; its floor goes on below it."""
        return self.height()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the picture, and the line around it."""
        t = self._theme.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        inset = t.border_px / 2
        frame = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        shape = QPainterPath()
        shape.addRoundedRect(frame, RADIUS, RADIUS)
        if self.is_known and self.shows_room:
            painter.save()
            painter.setClipPath(shape)
            self._paint_room(painter)
            painter.restore()
        else:
            painter.fillPath(shape, t.surface)
        painter.setPen(QPen(t.line, t.border_px))
        painter.drawPath(shape)

    def _paint_room(self, painter: QPainter) -> None:
        """Paint so much of the room, which lies evenly around its middle, as there is space for; below its floor."""
        share = 1 - self.middle if self.isRightToLeft() else self.middle
        half = max(share, 1 - share)
        room = QSize(max(1, round(2 * half * self.width())), max(1, self.room_height))
        view = self._pictures.view_to_keep(self._pictures.view(self._pose.figure, None, room, self.devicePixelRatioF()))
        picture = self._pictures.at_rest(view, self._pose.number)
        left = 0.0 if share >= 0.5 else self.width() - room.width()  # noqa: PLR2004 - the middle
        painter.drawImage(QRectF(left, 0, room.width(), room.height()), picture)
        below = QRectF(0, room.height(), self.width(), self.height() - room.height())
        painter.fillRect(below, picture.pixelColor(1, picture.height() - 1))
