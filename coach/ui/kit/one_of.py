"""Several buttons of which one at most is chosen, however it was toggled.

A screen reader's “toggle” checks a button without a click, so `clicked` alone would leave two of them chosen and tell
nobody. A button group of Qt's would keep them apart, but in one Tab reaches a single button.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QAbstractButton


class OneOf(QObject):
    """Keeps checkable buttons apart. What is chosen stays chosen until another is, or until it is cleared."""

    chosen = Signal(int)
    """The place of the button, each time it is chosen, also once more."""

    def __init__(self, buttons: Sequence[QAbstractButton], parent: QObject) -> None:
        super().__init__(parent)
        self._buttons = tuple(buttons)
        self._marking = False
        for place, button in enumerate(self._buttons):
            button.setCheckable(True)
            button.toggled.connect(lambda _on, place=place: self._on_toggled(place))

    @property
    def place(self) -> int | None:
        """The place of the button that is chosen, None while none is."""
        return next((place for place, button in enumerate(self._buttons) if button.isChecked()), None)

    def clear(self) -> None:
        """Choose none; this tells nobody."""
        self._mark(None)

    def _mark(self, chosen: int | None) -> None:
        self._marking = True
        for place, button in enumerate(self._buttons):
            button.setChecked(place == chosen)
        self._marking = False

    def _on_toggled(self, place: int) -> None:
        if not self._marking:
            self._mark(place)
            self.chosen.emit(place)
