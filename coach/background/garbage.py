"""Collects garbage where it is safe."""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

COLLECT_MS = 20_000
"""How often is looked whether there is garbage."""


class Collector(QObject):
    """Collects garbage on the GUI thread alone: a widget that dies on another one takes the program with it.

    Python's own collector runs on whichever thread happens to need memory, and some work beside the window.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(COLLECT_MS)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def _look(self) -> None:
        if gc.get_count()[0] > gc.get_threshold()[0]:
            gc.collect(1)
