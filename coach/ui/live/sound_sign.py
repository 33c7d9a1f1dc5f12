"""A small sign that stays as long as there is no sound; its words are its tooltip and accessible name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QTransform
from PySide6.QtWidgets import QLabel

from coach.ui.kit.icons import Icon, path
from coach.ui.kit.rotation import Rotation

if TYPE_CHECKING:
    from PySide6.QtCore import QRect
    from PySide6.QtGui import QPaintEvent

    from coach.ui.kit.theme import Theme


class SoundSign(QLabel):
    """A crossed-out loudspeaker, hidden while there is sound."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._turn = Rotation.NO
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.hide()
        theme.changed.connect(self.update)

    def show_trouble(self, words: str) -> None:
        """Show the sign for these words; hide it for an empty text."""
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.setVisible(bool(words))

    def put(self, place: QRect, turn: Rotation = Rotation.NO) -> None:
        """Take that rectangle, painted turned."""
        self._turn = turn
        self.setGeometry(place)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint a crossed-out loudspeaker on a round ground."""
        t = self._theme.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setTransform(self._turn.mapping(self.size()))
        room = QRectF(0, 0, *self._turn.upright(self.size()).toTuple())
        side = min(room.width(), room.height()) - 4
        ground = QRectF(0, 0, side, side)
        ground.moveCenter(room.center())
        painter.setPen(QPen(t.prepare, 2))
        painter.setBrush(t.surface)
        painter.drawEllipse(ground.adjusted(1, 1, -1, -1))
        icon = side * 0.5
        place = QTransform.fromTranslate(ground.center().x() - icon / 2, ground.center().y() - icon / 2)
        painter.fillPath(place.scale(icon, icon).map(path(Icon.SILENT)), t.prepare)
