"""Lists of plain lines with a dot before each, and the cards that hold the signs and the ask-first lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coach.core import messages
from coach.ui import wording
from coach.ui.widgets.card import Card
from coach.ui.widgets.label import label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coach.ui.theme import Theme


def bullets(theme: Theme, lines: Sequence[str], size: float = 17) -> QWidget:
    """Return lines of the messages, each with a dot before it; one alone needs none."""
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(6)
    for line in lines:
        row = QHBoxLayout()
        row.setSpacing(10)
        if len(lines) > 1:
            row.addWidget(label(theme, "•", size=size, wrap=False), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(label(theme, wording.message(line), size=size), 1)
        column.addLayout(row)
    return made


def list_card(theme: Theme, title: str, lines: Sequence[str], *, accent: bool = False) -> Card:
    """Return a card with a heading and its lines."""
    card = Card(theme, raised=True, accent=accent)
    column = QVBoxLayout(card)
    column.setContentsMargins(32, 20, 28, 20)
    column.setSpacing(10)
    column.addWidget(label(theme, wording.message(title), size=18, weight=700))
    column.addWidget(bullets(theme, lines))
    return card


def sign_cards(theme: Theme) -> list[Card]:
    """Return both lists of warning signs, the more urgent one first and marked."""
    return [
        list_card(theme, messages.EMERGENCY_TITLE, messages.EMERGENCY_SIGNS, accent=True),
        list_card(theme, messages.TODAY_TITLE, messages.TODAY_SIGNS),
    ]
