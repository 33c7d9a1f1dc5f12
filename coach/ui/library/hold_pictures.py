"""Up to three holds of a routine as small pictures, side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath
from PySide6.QtWidgets import QSizePolicy, QWidget

from coach.ui.kit.card import RADIUS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from coach.core.own_pictures import Drawing
    from coach.core.pacing import Side
    from coach.ui.figure.close_ups import View
    from coach.ui.figure.picture_cache import PictureCache
    from coach.ui.kit.theme import Theme

BETWEEN = 2
"""Room between two pictures, in px."""
ALONE = 12
"""Radius of the corners where they stand alone, in px."""
SHARP = 2.0
"""Pixels of a picture for each px, at most."""


class HoldPictures(QWidget):
    """The pictures, each 3 : 2; in the upper corners of a card, or with `alone` round at all corners."""

    resized = Signal()
    """They have to be drawn in another size; the page draws them, one after the other."""

    def __init__(
        self,
        theme: Theme,
        pictures: PictureCache,
        holds: tuple[tuple[Drawing, Side | None], ...],
        *,
        alone: bool = False,
    ) -> None:
        super().__init__()
        self._alone = alone
        self._theme, self._pictures = theme, pictures
        self._holds = holds
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def _size(self) -> QSize:
        count = max(1, len(self._holds))
        wide = (self.width() - (count - 1) * BETWEEN) // count
        return QSize(max(3, wide), max(2, self.height()))

    def sizeHint(self) -> QSize:
        """Return the size in a narrow card."""
        wide = self._theme.px(240)
        return QSize(wide, self.heightForWidth(wide))

    def heightForWidth(self, width: int) -> int:
        """Return the height that three pictures side by side need."""
        wide = min(width, self.maximumWidth())  # a layout asks for its own width
        return round((wide - 2 * BETWEEN) / 3 * 2 / 3) if self._holds else 0

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell that there are none of this size yet."""
        super().resizeEvent(event)
        self.resized.emit()

    def missing(self) -> View | None:
        """Return the first picture that is not drawn yet, or None."""
        return next(
            (view for view in self._views() if view is not None and not self._pictures.has_close_up(view)), None
        )

    def _views(self) -> list[View | None]:
        """Return the view of each hold; None where there are no figures, or not yet."""
        ratio, size, made = min(SHARP, self.devicePixelRatioF()), self._size, self._pictures
        return [made.view(figure, side, size, ratio) if made.knows(figure) else None for figure, side in self._holds]

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the pictures that are drawn, and a quiet ground for the others."""
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        inside, shape = QRectF(self.rect()), QPainterPath()
        if self._alone:
            shape.addRoundedRect(inside, ALONE, ALONE)
        else:
            shape.addRoundedRect(inside.adjusted(0, 0, 0, RADIUS), RADIUS - 1, RADIUS - 1)
        painter.setClipPath(shape)
        size, ready = self._size, self._pictures
        for place, view in enumerate(self._views()):
            area = QRectF(place * (size.width() + BETWEEN), 0, size.width(), size.height())
            if place == len(self._holds) - 1:
                area.setRight(inside.right())
            if self.isRightToLeft():
                area.moveRight(inside.right() - area.left())
            if view is not None and ready.has_close_up(view):
                painter.drawImage(area, ready.close_up(view))
            else:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(self._theme.tokens.sunk)
                painter.drawRect(area)


def draw_one(pictures: PictureCache, shown: Sequence[HoldPictures]) -> bool:
    """Draw the first picture that is missing among all that are shown, and return whether one was."""
    view = next((view for each in shown if (view := each.missing()) is not None), None)
    if view is None:
        return False
    pictures.close_up(view)
    for each in shown:
        each.update()
    return True
