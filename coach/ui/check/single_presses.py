"""Lets one press be one answer: another question may stand there when the same finger presses again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_PRESSING = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_Select}


class SinglePresses(QObject):
    """Takes double clicks, and keys that are held, away from the widgets that it watches."""

    def watch(self, *widgets: QWidget) -> None:
        """Take them away from these."""
        for widget in widgets:
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the second press of a double click, and the repeats of a held key, from a widget."""
        if event.type() == QEvent.Type.MouseButtonDblClick:
            return True
        if isinstance(event, QKeyEvent) and event.isAutoRepeat() and event.key() in _PRESSING:
            return True
        return super().eventFilter(watched, event)
