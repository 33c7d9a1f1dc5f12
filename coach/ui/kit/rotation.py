"""A page that is turned by a quarter, for a person who lies on their side beside the screen.

Widgets cannot be turned in Qt. QGraphicsView can turn a page, but the widgets in it are then no widgets of the window:
a screen reader does not find them where they are drawn, the key router does not see them, and each frame of the figure
goes through one more picture. So everything stays a widget of its own. The page works out upright where each part goes
and maps that rectangle, which a quarter turn leaves a rectangle; the part paints itself turned. A press then lands
where the part is drawn, with no more code.
"""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QTransform

if TYPE_CHECKING:
    from PySide6.QtCore import QSize


class Rotation(Enum):
    """Where the top of the page points: up, or to the left or right edge of the screen."""

    NO = "no"
    LEFT = "left"
    RIGHT = "right"

    @property
    def following(self) -> Rotation:
        """The next one, in the order of T; after the last comes the first."""
        turns = list(Rotation)
        return turns[(turns.index(self) + 1) % len(turns)]

    def upright(self, size: QSize) -> QSize:
        """Return the size as it looks to a person who sees the turned page upright."""
        return size if self is Rotation.NO else size.transposed()

    def mapping(self, size: QSize) -> QTransform:
        """Return the transform from upright coordinates to those of a widget of that size, in px."""
        if self is Rotation.RIGHT:
            return QTransform.fromTranslate(size.width(), 0).rotate(90)
        if self is Rotation.LEFT:
            return QTransform.fromTranslate(0, size.height()).rotate(-90)
        return QTransform()

    def placed(self, place: QRect, size: QSize) -> QRect:
        """Return where an upright rectangle is in a widget of that size."""
        return place if self is Rotation.NO else self.mapping(size).mapRect(QRectF(place)).toRect()

    def seen(self, place: QRect, size: QSize) -> QRect:
        """Return the upright rectangle for one of a widget of that size."""
        return place if self is Rotation.NO else self.mapping(size).inverted()[0].mapRect(QRectF(place)).toRect()
