"""What the pages about a file share: a line below the title, what is in the file, and buttons for the answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMargins
from PySide6.QtWidgets import QBoxLayout

from coach.ui.kit.head_rows import HeadRows
from coach.ui.kit.label import label
from coach.ui.kit.line_list import Outdented
from coach.ui.kit.painting import RIM
from coach.ui.kit.text_page import TextPage

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from coach.ui.kit.key_button import KeyButton


class FilePage(TextPage):
    """A page that is left again without an answer by Esc; Enter answers nothing before a button has the focus."""

    _enter_leaves = False

    def _fill(self, lead: str, inside: Sequence[QWidget], answers: Sequence[KeyButton], *, answers_first: bool) -> None:
        """Lay all of it out; where it may be long the answers come first, so that they are in sight."""
        row = Outdented(QBoxLayout.Direction.LeftToRight, QMargins(RIM, RIM, RIM, RIM))
        row.addWidget(HeadRows(answers))
        self._column.addWidget(label(self._theme, lead, size=18))
        self._column.addSpacing(8)
        if answers_first:
            self._column.addLayout(row)
            self._column.addSpacing(4)
        for widget in inside:
            self._column.addWidget(widget)
        if not answers_first:
            self._column.addSpacing(4)
            self._column.addLayout(row)
        self._column.addStretch(1)
