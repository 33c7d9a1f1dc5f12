"""All keys, from the table of actions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout

from coach.ui.keys.actions import key_words
from coach.ui.kit.label import label
from coach.ui.kit.text_page import TextPage
from coach.words.catalogue import tr, translated

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coach.ui.keys.actions import Row
    from coach.ui.kit.theme import Theme


class KeysPage(TextPage):
    """All keys, from the table of actions."""

    def __init__(self, theme: Theme, rows: Sequence[Row]) -> None:
        super().__init__(theme, tr("All keys"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(32)
        grid.setVerticalSpacing(12)
        grid.setColumnStretch(0, 2)
        grid.setColumnStretch(1, 3)
        for number, row in enumerate(row for row in rows if row.keys):
            keys = label(theme, key_words(row), size=16, weight=600)
            theme.give(keys, most_width=320)
            grid.addWidget(keys, number, 0)
            text = translated(row.text)
            grid.addWidget(label(theme, text, size=16), number, 1)
        self._column.addLayout(grid)
        self._line(
            tr(
                "During a session Space always pauses, wherever you are. Enter presses the button with the focus ring."
                " On Pain — stop, Space stops too."
            )
        )
        self._column.addStretch()
