"""A notice of what stays true, as that there is no sound: an icon, a title, a sentence, and one button."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coach.ui.kit.key_button import KeyButton
from coach.ui.kit.label import label
from coach.ui.kit.marks import GROUP
from coach.ui.kit.painting import RIM, panel
from coach.ui.kit.reading import along
from coach.ui.kit.sign import Sign

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from coach.ui.kit.line_icons import LineIcon
    from coach.ui.kit.theme import Theme

RADIUS = 16


class Banner(QWidget):
    """The notice; without words for it there is no button."""

    def __init__(self, theme: Theme, icon: LineIcon, title: str, sentence: str, button: str = "") -> None:
        super().__init__()
        self._theme = theme
        self.setObjectName(GROUP)
        self.setAccessibleName(title)
        self.button = KeyButton(theme, button, height=44, size=15)
        self.button.setVisible(bool(button))
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(label(theme, title, size=16, weight=600))
        words.addWidget(label(theme, sentence, size=14))
        row = QHBoxLayout(self)
        row.setContentsMargins(along(20, 12 - RIM, 12 - RIM, 12 - RIM))
        row.setSpacing(14)
        row.addWidget(Sign(theme, icon, 20), 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(words, 1)
        row.addWidget(self.button)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground."""
        t = self._theme.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = QPen(t.ink, t.border_px) if t.is_high_contrast else None
        panel(painter, QRectF(self.rect()), t.prepare_soft, edge, RADIUS)
