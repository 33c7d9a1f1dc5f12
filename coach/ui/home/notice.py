"""Notices at the top of the start page: what is wrong, calmly, one below the other in one card."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout

from coach.ui.kit.card import NoticeCard
from coach.ui.kit.label import label
from coach.ui.kit.line_icons import LineIcon
from coach.ui.kit.sign import Sign

if TYPE_CHECKING:
    from coach.ui.kit.theme import Theme


class Notices(NoticeCard):
    """Shows while there is a notice; its words can be selected."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._texts: list[str] = []
        self.words = label(theme, size=16)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 14, 20, 14)
        row.setSpacing(14)
        row.addWidget(Sign(theme, LineIcon.WARNING, 20), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.words, 1)
        self.hide()

    def add(self, text: str) -> bool:
        """Show one more below the earlier ones; return whether it is new."""
        if text in self._texts:
            return False
        self._texts.append(text)
        self._show()
        return True

    def take_back(self, text: str) -> None:
        """Remove one that is no longer true."""
        if text in self._texts:
            self._texts.remove(text)
            self._show()

    def _show(self) -> None:
        self.words.setText("\n\n".join(self._texts))
        self.setVisible(bool(self._texts))
