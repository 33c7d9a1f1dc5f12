"""Plain-text labels in the sizes of the look."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QSizePolicy

if TYPE_CHECKING:
    from coach.ui.theme import Theme


def label(
    theme: Theme,
    text: str = "",
    size: float = 16,
    weight: int = 400,
    *,
    muted: bool = False,
    wrap: bool = True,
    tabular: bool = False,
) -> QLabel:
    """Return a label of so many px at 100 %. Whatever it is given to show, it shows as plain text."""
    made = QLabel()
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setText(text)
    made.setFont(theme.font(size, weight, tabular=tabular))
    made.setWordWrap(wrap)
    if wrap:
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        made.setSizePolicy(policy)
    if muted:
        made.setForegroundRole(QPalette.ColorRole.PlaceholderText)
    return made
