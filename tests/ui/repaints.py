"""What a widget was asked to repaint."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QPaintEvent, QRegion


class Painted(QObject):
    """Keeps what a widget was asked to repaint."""

    def __init__(self, watched: QObject) -> None:
        super().__init__(watched)
        self.regions: list[QRegion] = []
        watched.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Look at paint events, and let everything pass."""
        if isinstance(event, QPaintEvent):
            self.regions.append(QRegion(event.region()))
        return False
