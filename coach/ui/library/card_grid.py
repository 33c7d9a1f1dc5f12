"""Cards in rows of two, or of one where there is no room: to add one moves none that is there already."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, QSize
from PySide6.QtWidgets import QSizePolicy, QStyle, QWidget

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent, QShowEvent

BETWEEN = 18
"""Room between two cards, in px."""
MOST = 2
"""Most cards side by side."""


class CardGrid(QWidget):
    """Lays out by itself: with a layout of Qt each further card would have all cards before it laid out anew."""

    def __init__(self) -> None:
        super().__init__()
        self._cards: list[QWidget] = []
        self._widest, self._looked_at = 0, 0
        """Width that the widest card needs, of those looked at so far."""
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def set_cards(self, cards: Sequence[QWidget]) -> None:
        """Show these cards and no others; those that are gone are not deleted here."""
        for card in cards:
            if card.parentWidget() is not self:
                card.setParent(self)
        self._cards = list(cards)
        self._forget()
        self._arrange()

    def add(self, cards: Sequence[QWidget]) -> None:
        """Show further cards after the others."""
        first = len(self._cards)
        for card in cards:
            card.setParent(self)
        self._cards += cards
        self._arrange(first)

    @property
    def across(self) -> int:
        """How many cards stand side by side."""
        for card in self._cards[self._looked_at :]:
            self._widest = max(self._widest, card.minimumSizeHint().width())
        self._looked_at = len(self._cards)
        return MOST if MOST * self._widest + (MOST - 1) * BETWEEN <= self.width() else 1

    def minimumSizeHint(self) -> QSize:
        """Return the width of the widest card: they can stand one below the other."""
        self.across  # noqa: B018 - looks at the cards that are new
        return QSize(self._widest, self.minimumHeight())

    def sizeHint(self) -> QSize:
        """Return the same."""
        return self.minimumSizeHint()

    def event(self, event: QEvent) -> bool:
        """Lay out anew when a card needs another size."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._forget()
            self._arrange()
        return super().event(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Lay out what has changed while nobody saw it."""
        super().showEvent(event)
        self._forget()
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out for the width."""
        super().resizeEvent(event)
        self._arrange()

    def _forget(self) -> None:
        self._widest = self._looked_at = 0

    def _arrange(self, first: int = 0) -> None:
        """Give the cards from this one on their places, and show them."""
        before = self._widest
        across = self.across
        if self._widest != before:
            self.updateGeometry()
        first = 0 if self._widest != before else first // across * across
        wide = (self.width() - (across - 1) * BETWEEN) // across
        above = self._cards[first - 1].geometry().bottom() + 1 + BETWEEN if first else 0
        for start in range(first, len(self._cards), across):
            row = self._cards[start : start + across]
            high = max(card.heightForWidth(wide) for card in row)
            for place, card in enumerate(row):
                at = QRect(place * (wide + BETWEEN), above, wide, high)
                card.setGeometry(QStyle.visualRect(self.layoutDirection(), self.rect(), at))
                card.show()
            above += high + BETWEEN
        self.setFixedHeight(max(0, above - BETWEEN))
