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
        """The turn that comes next when they are gone through."""
        turns = list(Rotation)
        return turns[(turns.index(self) + 1) % len(turns)]

    def upright(self, size: QSize) -> QSize:
        """Return the size as a person sees it who looks at the turned page."""
        return size if self is Rotation.NO else size.transposed()

    def mapping(self, size: QSize) -> QTransform:
        """Return what maps upright places to places in a widget of that size, in px."""
        if self is Rotation.RIGHT:
            return QTransform.fromTranslate(size.width(), 0).rotate(90)
        if self is Rotation.LEFT:
            return QTransform.fromTranslate(0, size.height()).rotate(-90)
        return QTransform()

    def placed(self, place: QRect, size: QSize) -> QRect:
        """Return where an upright rectangle lies in a widget of that size."""
        return place if self is Rotation.NO else self.mapping(size).mapRect(QRectF(place)).toRect()

    def seen(self, place: QRect, size: QSize) -> QRect:
        """Return a rectangle of a widget of that size as it lies upright."""
        return place if self is Rotation.NO else self.mapping(size).inverted()[0].mapRect(QRectF(place)).toRect()
