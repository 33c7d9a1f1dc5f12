"""The head of the start page: a greeting, and what was last time; on one line where the page is low."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QWidget

from coach.ui.kit.label import heading, label

if TYPE_CHECKING:
    from coach.ui.kit.theme import Theme


class Head(QWidget):
    """Greeting and lead."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.title = heading(theme, " ", size=28)
        self.lead = label(theme, "", size=17, muted=True)
        self._row = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._row.setContentsMargins(0, 0, 0, 4)
        self._row.setSpacing(6)
        self._row.addWidget(self.title)
        self._row.addWidget(self.lead)

    def show_words(self, title: str, lead: str) -> None:
        """Show these words."""
        self.title.setText(title)
        self.lead.setText(lead)

    def arrange(self, *, on_one_line: bool) -> None:
        """Put both on one line, or one below the other."""
        self._row.setDirection(QBoxLayout.Direction.LeftToRight if on_one_line else QBoxLayout.Direction.TopToBottom)
        self.title.setWordWrap(not on_one_line)
        end = Qt.AlignmentFlag.AlignTrailing if on_one_line else Qt.AlignmentFlag.AlignLeading
        self.lead.setAlignment(end | Qt.AlignmentFlag.AlignVCenter)
        self._row.setStretch(1, 1 if on_one_line else 0)
