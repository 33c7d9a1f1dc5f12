"""What the history shows before the first session: a resting figure on its mat, and one button that leads on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from coach.ui.kit.key_button import KeyButton, Look
from coach.ui.kit.label import heading, label
from coach.words.catalogue import tr

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from coach.ui.figure.picture_cache import PictureCache
    from coach.ui.kit.theme import Theme

FIGURE = "childs-pose"
RADIUS = 20
LEAST_PICTURE = 150
"""Height below which there is no picture, in px: the words come first."""
WORDS = 560
"""Most width of the words, in px at 100 %."""


class NothingYet(QWidget):
    """The card."""

    def __init__(self, theme: Theme, pictures: PictureCache) -> None:
        super().__init__()
        self._theme, self._pictures = theme, pictures
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self.title = heading(theme, tr("Nothing here yet"), size=28)
        self.title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        words = label(
            theme,
            tr(
                "After your first session this page shows the days, your numbers before and after, and your notes. All"
                " of it stays on this computer."
            ),
            size=18,
            muted=True,
        )
        words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        theme.give(words, most_width=WORDS)
        self.button = KeyButton(theme, tr("Go to Today"), look=Look.PRIMARY, height=48)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(24, 16, 24, 24)
        inside.setSpacing(8)
        inside.addStretch(1)
        inside.addWidget(self.title)
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(words, 100)
        row.addStretch()
        inside.addLayout(row)
        inside.addSpacing(8)
        inside.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        pictures.changed.connect(self.update)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """Return room for a picture above the words."""
        words = super().sizeHint()
        return QSize(words.width(), words.height() + LEAST_PICTURE)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the figure's room over all of the card, and its edge."""
        t = self._theme.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inset = t.border_px / 2
        area = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        outline = QPainterPath()
        outline.addRoundedRect(area, RADIUS, RADIUS)
        painter.fillPath(outline, t.surface)
        height = self.title.y() - 4
        if height >= LEAST_PICTURE and self._pictures.knows(FIGURE) and not t.is_high_contrast:
            painter.save()
            painter.setClipPath(outline)
            ratio = self.devicePixelRatioF()
            view = self._pictures.view(FIGURE, None, QSize(self.width(), height), ratio)
            picture = self._pictures.still(view)
            painter.drawImage(QRectF(0, 0, self.width(), height), picture)
            # The floor goes on below the picture.
            floor = picture.pixelColor(1, picture.height() - 1)
            painter.fillRect(QRectF(0, height, self.width(), self.height() - height), floor)
            painter.restore()
        painter.setPen(QPen(t.line, t.border_px))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(area, RADIUS, RADIUS)
