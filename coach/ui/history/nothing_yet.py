"""What the history shows before the first session: a resting figure on its mat, and one button that leads on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout

from coach.ui.figure.still import Pose, Still
from coach.ui.kit.key_button import KeyButton, Look
from coach.ui.kit.label import heading, label
from coach.words.catalogue import tr

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from coach.ui.figure.picture_cache import PictureCache
    from coach.ui.kit.theme import Theme

FOLDED = Pose("childs-pose", 2)
LEAST_PICTURE = 150
"""Height below which there is no picture, in px: the words come first."""
WORDS = 560
"""Most width of the words, in px at 100 %."""


class NothingYet(Still):
    """The card."""

    def __init__(self, theme: Theme, pictures: PictureCache) -> None:
        super().__init__(theme, pictures, FOLDED)
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

    def sizeHint(self) -> QSize:
        """Return room for a picture above the words."""
        words = super().sizeHint()
        return QSize(words.width(), words.height() + LEAST_PICTURE)

    @property
    def room_height(self) -> int:
        """The height above the title, in px."""
        return self.title.y() - 4

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the figure's room over all of the card where it has room."""
        self.shows_room = self.room_height >= LEAST_PICTURE and not self._theme.tokens.is_high_contrast
        super().paintEvent(event)
