"""Lets the second press of a double click do nothing: another question may stand there by then."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class SinglePresses(QObject):
    """Takes double clicks away from the widgets that it watches."""

    def watch(self, *widgets: QWidget) -> None:
        """Take them away from these."""
        for widget in widgets:
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the second press from a widget."""
        return event.type() == QEvent.Type.MouseButtonDblClick or super().eventFilter(watched, event)
