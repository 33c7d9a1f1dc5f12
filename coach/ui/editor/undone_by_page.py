"""Fields that leave undo and redo to the page: what is typed in them is an edit like any other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence

from coach.ui.kit.fields import LineField
from coach.ui.kit.stepper import Stepper

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent


def is_for_page(event: QKeyEvent) -> bool:
    """Tell whether a key undoes or redoes; such a key is ignored, and so comes to the page."""
    keys = QKeySequence.StandardKey
    if not (event.matches(keys.Undo) or event.matches(keys.Redo)):
        return False
    event.ignore()
    return True


class PlainField(LineField):
    """A line of words."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pass undo and redo on."""
        if not is_for_page(event):
            super().keyPressEvent(event)


class NumberField(Stepper):
    """A number."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pass undo and redo on."""
        if not is_for_page(event):
            super().keyPressEvent(event)
