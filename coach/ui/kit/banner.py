"""A notice of what stays true, as that there is no sound: an icon, a title, a sentence, and one button."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from coach.ui.kit.card import NoticeCard
from coach.ui.kit.key_button import KeyButton
from coach.ui.kit.label import label
from coach.ui.kit.marks import GROUP
from coach.ui.kit.painting import RIM
from coach.ui.kit.reading import along
from coach.ui.kit.sign import Sign

if TYPE_CHECKING:
    from coach.ui.kit.line_icons import LineIcon
    from coach.ui.kit.theme import Theme


class Banner(NoticeCard):
    """The notice; without words for it there is no button."""

    def __init__(self, theme: Theme, icon: LineIcon, title: str, sentence: str, button: str = "") -> None:
        super().__init__(theme)
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
