"""All keys, from the table of actions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.ui.keys.key_groups import KeyGroups
from coach.ui.kit.line_list import ABOVE
from coach.ui.kit.text_page import TextPage
from coach.words.catalogue import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coach.ui.keys.actions import Row
    from coach.ui.kit.theme import Theme


class KeysPage(TextPage):
    """All keys, from the table of actions."""

    def __init__(self, theme: Theme, rows: Sequence[Row]) -> None:
        super().__init__(theme, tr("All keys"))
        self.groups = KeyGroups(theme, rows)
        self._column.addWidget(self.groups)
        self._lines(
            tr("More about keys"),
            [
                tr("During a session Space always pauses, wherever you are."),
                tr("Enter presses the button with the focus ring. On Pain — stop, Space stops too."),
            ],
        )
        self._column.addSpacing(ABOVE)
        self._column.addStretch()
