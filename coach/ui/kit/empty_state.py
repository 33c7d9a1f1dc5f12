"""What shows where there is nothing yet: a picture, a title, one sentence, and one button that leads on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from coach.ui.kit.key_button import KeyButton
from coach.ui.kit.label import heading, label
from coach.ui.kit.line_list import Outdented
from coach.ui.kit.painting import RIM
from coach.ui.kit.reading import along

if TYPE_CHECKING:
    from coach.ui.kit.theme import Theme


class EmptyState(QWidget):
    """The picture is handed in: the kit knows no figure. Without words for it there is no button."""

    def __init__(self, theme: Theme, picture: QWidget, title: str, sentence: str, button: str = "") -> None:
        super().__init__()
        self.title = heading(theme, title, size=19)
        self.button = KeyButton(theme, button, height=48)
        self.button.setVisible(bool(button))
        press = Outdented(QBoxLayout.Direction.LeftToRight, along(RIM, 0, 0, 0))
        press.addWidget(self.button)
        press.addStretch()
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addStretch()
        words.addWidget(self.title)
        words.addWidget(label(theme, sentence, size=14, muted=True))
        words.addLayout(press)
        words.addStretch()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(18)
        row.addWidget(picture, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(words, 1)
