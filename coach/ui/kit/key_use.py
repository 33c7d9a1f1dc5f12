"""Notices the first key that is pressed, or a screen reader: from then on focus rings are drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication

from coach.ui.kit.painting import Rings

if TYPE_CHECKING:
    from PySide6.QtGui import QWindow


class KeyUse(QObject):
    """Looks at the events of a window until then; who only clicks sees no ring around what the program chose."""

    def __init__(self, window: QWindow) -> None:
        super().__init__(window)
        if not Rings.shown:
            window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Show the ring of what has the focus once a key is pressed; pass every event on."""
        if event.type() == QEvent.Type.KeyPress or QAccessible.isActive():
            watched.removeEventFilter(self)
            Rings.shown = True
            if (focused := QApplication.focusWidget()) is not None:
                focused.update()
        return False
