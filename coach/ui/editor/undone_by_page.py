"""Fields that leave undo and redo to the page: what is typed in them is an edit like any other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence

from coach.ui.kit.fields import LineField
from coach.ui.kit.stepper import Stepper

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    _Field = QWidget
else:
    _Field = object  # a class of Qt has to come once, from the field itself

MOST_LETTERS = 600
"""More letters than any text may have, so that a text that is too long is told, and not cut."""
_KEYS = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


class UndoneByPage(_Field):
    """What is put before a field of Qt."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ignore what undoes or redoes, so that it comes to the page."""
        if any(map(event.matches, _KEYS)):
            event.ignore()
        else:
            super().keyPressEvent(event)


class PlainField(UndoneByPage, LineField):
    """A line of words."""


class NumberField(UndoneByPage, Stepper):
    """A number."""
