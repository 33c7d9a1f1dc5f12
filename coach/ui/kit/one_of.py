"""Several buttons of which at most one is chosen, however it was toggled.

A screen reader's “toggle” checks a button without a click, so with `clicked` alone two of them could be checked and no
signal sent. QButtonGroup would prevent that, but in an exclusive one Tab reaches a single button.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QAbstractButton


class OneOf(QObject):
    """Keeps at most one of several checkable buttons checked, until another is, or all are cleared."""

    chosen = Signal(int)
    """The index of a button, each time it is chosen, also when it was already."""

    def __init__(self, buttons: Sequence[QAbstractButton], parent: QObject) -> None:
        super().__init__(parent)
        self._buttons = tuple(buttons)
        self._marking = False
        for place, button in enumerate(self._buttons):
            button.setCheckable(True)
            button.toggled.connect(lambda _on, place=place: self._on_toggled(place))

    @property
    def place(self) -> int | None:
        """The index of the chosen button, or None."""
        return next((place for place, button in enumerate(self._buttons) if button.isChecked()), None)

    def clear(self) -> None:
        """Choose none, without a signal."""
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
