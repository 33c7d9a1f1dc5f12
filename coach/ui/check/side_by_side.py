"""Cards side by side, equally high, or below each other where there is no room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from coach.ui.kit.columns import Columns

if TYPE_CHECKING:
    from coach.ui.kit.theme import Theme

TWO_LISTS = 830
"""Width from which on two lists stand beside each other, in px at 100 %."""
GAP = 18
"""Room between two cards, in px at 100 %."""


def beside(theme: Theme, *cards: QWidget) -> QWidget:
    """Return cards side by side, equally high, or below each other where there is no room."""
    holder = QWidget()
    columns = Columns(theme, TWO_LISTS, GAP, GAP, level=True)
    holder.setLayout(columns)
    for card in cards:
        columns.addWidget(card)
    return holder
