"""A card with an icon and a heading at its head, and lines that can be read one by one below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from coach.ui.kit.card import Card
from coach.ui.kit.chip import IconTile
from coach.ui.kit.label import heading
from coach.ui.kit.line_list import Lines, outdented

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coach.ui.kit.line_icons import LineIcon
    from coach.ui.kit.theme import Theme


class TileCard(Card):
    """Shows sentences, and below them a list with dots; `warns` is for what is about stopping."""

    def __init__(
        self,
        theme: Theme,
        icon: LineIcon,
        title: str,
        *,
        sentences: Sequence[str] = (),
        items: Sequence[str] = (),
        warns: bool = False,
    ) -> None:
        super().__init__(theme, raised=True)
        self.title = heading(theme, title, size=17)
        self.lines = Lines(theme, title)
        for text in sentences:
            self.lines.add(text, 15)
        for text in items:
            self.lines.add(text, 15, dot=True)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(IconTile(theme, icon, warns=warns))
        head.addWidget(self.title, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(8)
        column.addLayout(head)
        column.addLayout(outdented(self.lines))
        column.addStretch()
